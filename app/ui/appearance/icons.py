"""Icons: SVG files in one line style, drawn in the theme's colours at the size needed."""

from __future__ import annotations

import weakref
from functools import cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.config import RESOURCES
from app.ui.appearance.theme import Appearance

ICONS = RESOURCES / "icons"


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


class LineIcon(QIconEngine):
    """An icon that is drawn when it is shown, at the size and in the colours needed then."""

    def __init__(self, icons: Icons, icon: str, role: str) -> None:
        super().__init__()
        self._icons = icons
        self._icon = icon
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into a rectangle, in the middle of it."""
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.width(), rect.height())
        drawn = self._pixmap(side, mode, ratio)
        x = rect.x() + (rect.width() - side) // 2
        painter.drawPixmap(x, rect.y() + (rect.height() - side) // 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A picture in device pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """A picture of a logical size, with `scale` pixels to each of its units.

        A Qt that gives the size in pixels already gets a finer picture than it needs.
        """
        return self._pixmap(min(size.width(), size.height()), mode, scale)

    def clone(self) -> QIconEngine:
        """Another one like it."""
        return LineIcon(self._icons, self._icon, self._role)

    def _pixmap(self, size: int, mode: QIcon.Mode, ratio: float) -> QPixmap:
        role = "border_strong" if mode is QIcon.Mode.Disabled else self._role
        return self._icons.drawn(self._icon, size, role, ratio)


class Icons(QObject):
    """Draws icons in the theme's colours, and has them shown anew when the theme changes.

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
        """An icon as a picture in the theme's colour `role`, for a place among words.

        It is `size` logical pixels wide at the usual text size, and grows with it.
        """
        return self.drawn(name, self.appearance.icon_px(size), role, ratio)

    def drawn(self, name: str, size: int, role: str, ratio: float) -> QPixmap:
        """An icon as a picture exactly `size` logical pixels wide."""
        colour = self.appearance.theme.colours[role]
        key = (name, size, colour, ratio)
        if key not in self._drawn:
            self._drawn[key] = _draw(name, size, colour, ratio)
        return self._drawn[key]

    def icon(self, name: str, role: str = "text_muted") -> QIcon:
        """An icon that draws itself when it is needed, fainter where it is disabled."""
        source(name)
        return QIcon(LineIcon(self, name, role))

    def bind(self, target: HasIcon, name: str, role: str = "text_muted") -> None:
        """Give `target` an icon, now and again whenever the theme changes."""
        self._bound = [b for b in self._bound if b[0]() is not None and b[0]() is not target]
        self._bound.append((weakref.ref(target), name, role))
        target.setIcon(self.icon(name, role))

    def _recolour(self) -> None:
        # Buttons and actions may keep pictures of their icon: they are handed it again.
        self._drawn.clear()
        for reference, name, role in self._bound:
            target = reference()
            if target is not None:
                try:
                    target.setIcon(self.icon(name, role))
                except RuntimeError:
                    continue  # Qt has deleted it; Python has not noticed yet.


def _draw(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    """An icon in one colour, on a clear ground; a null picture where there is no room for one."""
    if size <= 0:
        return QPixmap()
    svg = QByteArray(source(name).replace("currentColor", colour).encode())
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(svg).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
