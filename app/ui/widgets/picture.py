"""An icon that stands by itself among words."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from app.ui.appearance.icons import Icons


class Picture(QLabel):
    """Shows an icon in the colours of the theme and at the text size in force, whichever it is."""

    def __init__(self, icons: Icons, size: int, icon: str = "", role: str = "text_muted") -> None:
        """`size`: in pixels, at the usual text size."""
        super().__init__()
        self._icons = icons
        self._size = size
        self._icon = icon
        self._role = role
        icons.appearance.changed.connect(self._draw)
        self._draw()

    def show_icon(self, icon: str, role: str) -> None:
        """Show another icon, or the same in the colour of another role."""
        self._icon, self._role = icon, role
        self._draw()

    def _draw(self) -> None:
        if self._icon:
            ratio = self.devicePixelRatioF()
            self.setPixmap(self._icons.pixmap(self._icon, self._size, self._role, ratio))
