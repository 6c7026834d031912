"""Themes: named colours from TOML files, and the palette, font and style sheet made from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.config import RESOURCES

SYSTEM = "system"
"""The name of the theme that follows the desktop's light or dark setting."""

THEMES = RESOURCES / "themes"
FONTS = RESOURCES / "fonts"
_MONO = ("JetBrains Mono", "Cascadia Code", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono")
_QSS_ICONS = ("check", "chevron-right", "chevron-down", "close")
_TOKEN = re.compile(r"\$\{(px|icon):(\d+)\}|\$([a-z_]+)")
_ICON_STEP, _ICON_MOST = 0.25, 1.75
"""Icons grow in steps, in which their lines stay clean, and leave the last steps to the words."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window, by name.

    Attributes:
        name: the file's stem; `title` is what the reviewer sees.
        dark: whether the window is lighter than its text.
        colours: of the window; `code` of source text; `overlay` of the viewer.
    """

    name: str
    title: str
    dark: bool
    colours: Mapping[str, str]
    code: Mapping[str, str]
    overlay: Mapping[str, str]

    @staticmethod
    def load(path: Path) -> Theme:
        """Read one theme file."""
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Theme(
            data["name"],
            data["title"],
            data["dark"],
            data["colours"],
            data["code"],
            data["overlay"],
        )

    def colour(self, name: str) -> QColor:
        """The colour of that name in the window's part of the theme.

        Raises:
            KeyError: for a name the theme does not have.
        """
        return QColor(self.colours[name])


@cache
def themes() -> dict[str, Theme]:
    """All themes that come with the program, by name."""
    found = (Theme.load(path) for path in sorted(THEMES.glob("*.toml")))
    return {theme.name: theme for theme in found}


class Appearance(QObject):
    """The theme and text size in force, applied to the whole application.

    Signals:
        changed: theme or text size changed; whoever paints by hand repaints.
    """

    changed = Signal()

    def __init__(self, app: QApplication, cache_folder: Path) -> None:
        super().__init__(app)
        self._app = app
        self._cache = cache_folder / "theme"
        self._choice = SYSTEM
        self._scale = 1.0
        self._building = False
        self._mono = _first_installed(_MONO)
        _load_fonts()
        self.theme = self._resolve()
        app.styleHints().colorSchemeChanged.connect(self._desktop_changed)

    @property
    def choice(self) -> str:
        """What the reviewer chose: a theme's name, or "system"."""
        return self._choice

    @property
    def scale(self) -> float:
        """Text size, 1.0 for the usual one."""
        return self._scale

    def px(self, size: int) -> int:
        """A length in pixels at the usual text size, scaled to the one in force."""
        return round(size * self._scale)

    def icon_px(self, size: int) -> int:
        """The side of an icon in pixels at the usual text size, grown with the one in force."""
        step = round(self._scale / _ICON_STEP) * _ICON_STEP
        return round(size * min(_ICON_MOST, max(1.0, step)))

    def apply(self, choice: str = SYSTEM, scale: float = 1.0) -> None:
        """Dress the application. An unknown theme counts as "system"."""
        self._choice = choice if choice in themes() else SYSTEM
        self._scale = min(2.0, max(0.75, scale))
        self.theme = self._resolve()
        font = QFont("Inter")
        font.setPixelSize(self.px(13))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._app.setFont(font)
        self._app.setStyle("Fusion")
        self._app.setPalette(_palette(self.theme))
        if not self._building:
            self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    @contextmanager
    def building(self) -> Iterator[None]:
        """Within the block widgets are built; the style sheet comes at its end, to all at once.

        Under a style sheet each widget that is put into another is dressed anew, with all it holds.
        """
        self._building = True
        try:
            yield
        finally:
            self._building = False
            self._app.setStyleSheet(self._style_sheet())

    def _resolve(self) -> Theme:
        """The theme that the choice comes to."""
        if self._choice != SYSTEM:
            return themes()[self._choice]
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return themes()["dark" if dark else "light"]

    def _desktop_changed(self) -> None:
        if self._choice == SYSTEM:
            self.apply(SYSTEM, self._scale)

    def _style_sheet(self) -> str:
        """The style sheet with the theme's colours and the text size filled in."""
        values = dict(self.theme.colours)
        values |= {f"code_{name}": colour for name, colour in self.theme.code.items()}
        values["canvas"] = self.theme.overlay["canvas"]
        values |= self._qss_icons()
        values["mono"] = f'"{self._mono}"'

        def fill(match: re.Match[str]) -> str:
            unit, size, name = match.groups()
            if not unit:
                return values[name]
            return str((self.icon_px if unit == "icon" else self.px)(int(size)))

        return _TOKEN.sub(fill, (THEMES / "window.qss").read_text(encoding="utf-8"))

    def _qss_icons(self) -> dict[str, str]:
        """Icons that a style sheet needs as files, recoloured into the cache folder."""
        self._cache.mkdir(parents=True, exist_ok=True)
        paths = {}
        for name in _QSS_ICONS:
            role = "accent_text" if name == "check" else "text_muted"
            target = self._cache / f"{self.theme.name}-{name}.svg"
            source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            target.write_text(
                source.replace("currentColor", self.theme.colours[role]), encoding="utf-8"
            )
            paths["icon_" + name.replace("-", "_")] = f'"{target.as_posix()}"'
        return paths


def _load_fonts() -> None:
    """Make the fonts that come with the program known to Qt, once."""
    if "Inter" in QFontDatabase.families():
        return
    for path in sorted(FONTS.glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def _first_installed(families: tuple[str, ...]) -> str:
    """The first of these families that this machine has, or its usual fixed-pitch one."""
    installed = set(QFontDatabase.families())
    for family in families:
        if family in installed:
            return family
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def _palette(theme: Theme) -> QPalette:
    """Qt's palette in the theme's colours, for what the style sheet does not reach."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "raised",
        QPalette.ColorRole.AlternateBase: "panel",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "text_faint",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "tooltip",
        QPalette.ColorRole.ToolTipText: "tooltip_text",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "border_strong",
        QPalette.ColorRole.Light: "raised",
        QPalette.ColorRole.Accent: "accent",
    }
    for role, name in roles.items():
        palette.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text_faint"))
    return palette
