"""What is so in a window, in the words by which actions say what they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def possible(window: MainWindow) -> set[str]:
    """What is so at the moment; see `Actions.set_state` for the words."""
    viewer = window.viewer
    runs, undo = window.runs, window.matter.undo_stack
    shown = runs.shown
    so = {
        "documents": any(item.in_matter for item in window.desk.items),
        "document": window.navigator.document is not None,
        "selection": viewer.selection is not None,
        "back": viewer.can_back,
        "forward": viewer.can_forward,
        "answer": runs.answer is not None,
        "shown": shown is not None and bool(shown.id),
        "resumable": runs.resumable,
        "table": window.tables.begun,
        "asked": window.view.asked,
        "dates": window.view.answered,
        "undo": undo.canUndo(),
        "redo": undo.canRedo(),
        "marked": window.marked_copy.possible,
    }
    busy = "running" if window.desk.runner.busy else "idle"
    return {busy, *window.editing.possible, *(word for word, is_so in so.items() if is_so)}
