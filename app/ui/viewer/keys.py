"""The viewer's keys, heard as key presses so that a window's shortcuts go first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from app.ui.viewer.widget import DocumentViewer

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier

Key = tuple[Qt.KeyboardModifier, Qt.Key]


class ViewerKeys:
    """What each key does.

    A `QShortcut` here would be ambiguous with the window's own for the same keys, and neither
    would fire; a key press reaches the viewer only where no shortcut took it.
    """

    def __init__(self, viewer: DocumentViewer) -> None:
        self._viewer = viewer
        grow = viewer.grow_selection
        self._table: dict[Key, Callable[[], None]] = {
            (_CTRL, Qt.Key.Key_C): viewer.copy,
            (_CTRL | _SHIFT, Qt.Key.Key_C): viewer.copy_with_citation,
            (_CTRL, Qt.Key.Key_A): viewer.select_all,
            (_CTRL, Qt.Key.Key_F): viewer.show_find,
            (_NONE, Qt.Key.Key_F3): viewer.find_next,
            (_SHIFT, Qt.Key.Key_F3): viewer.find_previous,
            (_ALT, Qt.Key.Key_Left): viewer.back,
            (_ALT, Qt.Key.Key_Right): viewer.forward,
            (_CTRL, Qt.Key.Key_Plus): viewer.zoom_in,
            (_CTRL | _SHIFT, Qt.Key.Key_Plus): viewer.zoom_in,
            (_CTRL, Qt.Key.Key_Equal): viewer.zoom_in,
            (_CTRL, Qt.Key.Key_Minus): viewer.zoom_out,
            (_CTRL, Qt.Key.Key_0): viewer.zoom_reset,
            (_CTRL, Qt.Key.Key_1): viewer.fit_width,
            (_CTRL, Qt.Key.Key_2): viewer.fit_page,
            (_SHIFT, Qt.Key.Key_Right): partial(grow, words=1),
            (_SHIFT, Qt.Key.Key_Left): partial(grow, words=-1),
            (_SHIFT, Qt.Key.Key_Down): partial(grow, sentences=1),
            (_SHIFT, Qt.Key.Key_Up): partial(grow, sentences=-1),
            (_NONE, Qt.Key.Key_Escape): self._peel,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key is for; whether it was for anything."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = (modifiers, Qt.Key(event.key()))
        if key == (_NONE, Qt.Key.Key_Escape) and not self._layers():
            return False
        action = self._table.get(key)
        if action is not None:
            action()
        return action is not None

    def _layers(self) -> bool:
        return self._viewer.is_finding or self._viewer.selection is not None

    def _peel(self) -> None:
        """Esc takes one layer away: the find bar first, then the selection."""
        if self._viewer.is_finding:
            self._viewer.close_find()
        else:
            self._viewer.select(None)
