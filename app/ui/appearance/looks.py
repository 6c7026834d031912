"""How the window looks: its place, theme, size of text, full screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtWidgets import QMainWindow

from app.ui.appearance.theme import Appearance
from app.ui.preferences import PreferencesFile

_STEP = 0.15
_SIZE = QSize(1440, 900)


class Looks(QObject):
    """Changes the looks of a window and keeps what was chosen."""

    def __init__(
        self, window: QMainWindow, appearance: Appearance, preferences: PreferencesFile
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._preferences = preferences

    def restore_place(self) -> None:
        """Put the window where it was when it was closed last; at first, as large as suits it."""
        kept = QByteArray.fromBase64(self._preferences.values.window.encode())
        if not kept.isEmpty() and self._window.restoreGeometry(kept):
            return
        room = self._window.screen().availableSize()
        self._window.resize(_SIZE.boundedTo(room))

    def keep_place(self) -> None:
        """Remember where the window is."""
        if not self._window.isFullScreen():
            kept = self._window.saveGeometry().toBase64()
            self._preferences.values.window = kept.toStdString()

    def set_full_screen(self, on: bool) -> None:
        """Fill the screen, or not."""
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if on else state & ~full)  # Maximised stays so.

    def text_larger(self) -> None:
        """Make all text of the window larger."""
        self._set_scale(self._appearance.scale + _STEP)

    def text_smaller(self) -> None:
        """Make all text of the window smaller."""
        self._set_scale(self._appearance.scale - _STEP)

    def next_theme(self) -> None:
        """Change between light and dark."""
        other = "light" if self._appearance.theme.dark else "dark"
        self._appearance.apply(other, self._appearance.scale)
        self._preferences.values.theme = self._appearance.choice

    def _set_scale(self, scale: float) -> None:
        self._appearance.apply(self._appearance.choice, scale)
        self._preferences.values.text_size = self._appearance.scale
