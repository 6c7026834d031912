"""Icons: SVG files in one line style, drawn in the theme's colours at the size needed."""

from __future__ import annotations

import weakref
from functools import cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.config import RESOURCES
from app.ui.theme import Appearance

ICONS = RESOURCES / "icons"
_SIZES = (16, 20, 24, 32, 48)


class HasIcon(Protocol):
    """Anything that shows an icon: an action, a button."""

    def setIcon(self, icon: QIcon) -> None:
        """Show this icon."""


@cache
def source(name: str) -> str:
    """The SVG of an icon.

    Raises:
        FileNotFoundError: if there is no icon of that name.
    """
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


class Icons(QObject):
    """Draws icons and keeps those it has handed out in the colours of the theme.

    Attributes:
        appearance: the theme in force.
    """

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.appearance = appearance
        self._bound: list[tuple[weakref.ref[HasIcon], str, str]] = []
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}
        appearance.changed.connect(self._recolour)

    def pixmap(self, name: str, size: int, role: str = "text_muted", ratio: float = 1.0) -> QPixmap:
        """An icon as a picture `size` logical pixels wide, in the theme's colour `role`."""
        colour = self.appearance.theme.colours[role]
        key = (name, size, colour, ratio)
        if key not in self._drawn:
            self._drawn[key] = _draw(name, size, colour, ratio)
        return self._drawn[key]

    def icon(self, name: str, role: str = "text_muted") -> QIcon:
        """An icon at all usual sizes, fainter where it is disabled."""
        icon = QIcon()
        modes = {
            QIcon.Mode.Normal: role,
            QIcon.Mode.Active: role,
            QIcon.Mode.Selected: role,
            QIcon.Mode.Disabled: "border_strong",
        }
        for mode, colour in modes.items():
            for size in _SIZES:
                for ratio in (1.0, 2.0):
                    icon.addPixmap(self.pixmap(name, size, colour, ratio), mode)
        return icon

    def bind(self, target: HasIcon, name: str, role: str = "text_muted") -> None:
        """Give `target` an icon, now and again whenever the theme changes."""
        self._bound = [b for b in self._bound if b[0]() is not None and b[0]() is not target]
        self._bound.append((weakref.ref(target), name, role))
        target.setIcon(self.icon(name, role))

    def _recolour(self) -> None:
        self._drawn.clear()
        for reference, name, role in self._bound:
            target = reference()
            if target is not None:
                try:
                    target.setIcon(self.icon(name, role))
                except RuntimeError:
                    continue  # Qt has deleted it; Python has not noticed yet.


def _draw(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    """An icon in one colour, on a clear ground."""
    svg = QByteArray(source(name).replace("currentColor", colour).encode())
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(svg).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
