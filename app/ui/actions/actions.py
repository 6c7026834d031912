"""The actions behind menus, toolbar, command palette and the sheet of shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import reduce
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from app.ui.actions.table import TABLE, ActionSpec
from app.ui.appearance.icons import Icons


def translate(text: str) -> str:
    """A text of the table in the reviewer's language."""
    return QCoreApplication.translate("actions", text)


class Actions(QObject):
    """The table made into Qt actions, enabled by what is possible at the moment.

    Attributes:
        by_id: the actions, in the order of the table.

    Signals:
        opened: a menu or the palette is about to show them.
        closed: it shows them no longer.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, window: QObject, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._state: frozenset[str] = frozenset()
        self.by_id: dict[str, QAction] = {spec.id: self._build(spec, icons) for spec in TABLE}
        self.set_state(())

    def __getitem__(self, action_id: str) -> QAction:
        return self.by_id[action_id]

    @property
    def state(self) -> frozenset[str]:
        """What is so at the moment."""
        return self._state

    def set_state(self, state: Collection[str]) -> None:
        """Say what is so; actions that need something else are disabled.

        Words in use: "documents" (there are some), "document" (one is shown), "selection",
        "back", "forward", "undo", "redo", "idle" or "running", "answer" (one is shown), "shown"
        (a run is), "resumable" (it can be), "asked" (a question was worked through), "table" (there
        is something in it), "dates" (an answer was given that may have some), "marked" (the PDF on
        show has marks); "cut", "copy", "paste" and "select_all" (what is in focus allows it).
        """
        self._state = frozenset(state)
        for spec in TABLE:
            self.by_id[spec.id].setEnabled(self._state.issuperset(spec.needs))

    def _build(self, spec: ActionSpec, icons: Icons) -> QAction:
        """One action, bound to its handler by name when it is triggered."""
        action = QAction(translate(spec.text), self._window)
        action.setObjectName(spec.id)
        keys = [QKeySequence(part) for part in spec.shortcut.split("; ") if part]
        action.setShortcuts(keys)
        action.setCheckable(spec.checkable)
        if spec.icon:
            icons.bind(action, spec.icon)
        action.setToolTip(_tooltip(spec, keys))
        action.triggered.connect(_Trigger(self._window, spec, self).fire)
        return action


class _Trigger(QObject):
    """Calls an action's handler; an object so that Qt has a bound method to call."""

    def __init__(self, window: QObject, spec: ActionSpec, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._spec = spec

    def fire(self, checked: bool = False) -> None:
        """Look the handler up from the window and call it."""
        call = handler(self._window, self._spec.handler)
        if self._spec.checkable:
            call(checked)
        else:
            call()


def handler(window: QObject, path: str) -> Callable[..., object]:
    """The method that a path from the window names.

    Raises:
        AttributeError: if there is none; a test asks for every one of the table.
    """
    found: Any = reduce(getattr, path.split("."), window)
    call: Callable[..., object] = found
    return call


def _tooltip(spec: ActionSpec, keys: list[QKeySequence]) -> str:
    """What the action does and its keys."""
    words = translate(spec.tip) if spec.tip else translate(spec.text).replace("&", "")
    words = words.rstrip("…")
    if not keys:
        return words
    return f"{words}  ({keys[0].toString(QKeySequence.SequenceFormat.NativeText)})"
