"""From the question box to a run: what is asked, of what, how thoroughly, and following what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.recipes.shelf import RecipeShelf
from app.ui.background.runner import Task
from app.ui.documents.item import DocumentItem
from app.ui.language.recipe_words import spoken, suggested
from app.ui.matter.desk import Desk
from app.ui.runs.aim import Aim
from app.ui.runs.presenter import RunPresenter
from app.ui.runs.views import Views
from app.ui.trace.run_state import Step
from app.ui.viewer import DocumentViewer

if TYPE_CHECKING:  # At run time it comes when the first question does: the window is up sooner.
    from app.workbench import Effort


class Asking(QObject):
    """Begins runs, ends them, and suggests what could be asked.

    Attributes:
        ready: asked before a run starts; False keeps it from starting (there is no model).
    """

    def __init__(
        self, desk: Desk, views: Views, runs: RunPresenter, viewer: Callable[[], DocumentViewer]
    ) -> None:
        """`viewer` gives the one on hand."""
        super().__init__(runs)
        self._viewer = viewer
        self._desk = desk
        self._question = views.question
        self._status = views.status
        self._answer = views.answer
        self._navigator = views.navigator
        self._runs = runs
        self._suggestions: list[str] = []
        self.ready: Callable[[], bool] = lambda: True
        views.question.run_asked.connect(self.ask)
        views.answer.question_chosen.connect(self._suggestion_chosen)
        views.trace.branch_asked.connect(self.branch)
        desk.documents_changed.connect(self._suggest)

    def start(self) -> None:
        """Run the question in the box."""
        if self._question.question:
            self.ask(self._question.question)
        else:
            self._question.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self, question: str) -> None:
        """Run a question; what the box says it is about holds for it."""
        if not question or self._desk.runner.busy or not self.ready():
            return
        aim = self._question.aim
        if aim is not None:
            question = aim.asked(question)
        scope = aim.scope if aim is not None else ()
        follows = aim.run if aim is not None else ""
        self._begin(Task(question, self._effort(), scope=scope, follows=follows))

    def stop(self) -> None:
        """Stop the run that goes on; it ends with what it has."""
        self._status.stopping()
        self._desk.runner.stop()

    def pause(self, on: bool) -> None:
        """Hold up the run that goes on, or let it go on."""
        self._desk.runner.pause(on)
        self._status.pause(on)
        self._runs.changed.emit()

    def branch(self, step: Step, code: str) -> None:
        """Run on from a changed cell of the run on show, as a new run."""
        from app.recursion.branch import Branch

        state = self._runs.shown
        begun = state.begun if state is not None else None
        if state is None or begun is None or self._desk.runner.busy or not self.ready():
            return
        turns = [s for s in state.top if s.cell is not None and 0 < s.number < step.number]
        before = [(s.cell.reply, s.cell.code) for s in turns if s.cell is not None]
        self._begin(
            Task(
                state.question,
                self._effort(begun.depth),
                documents=begun.documents,
                scope=begun.scope,
                branch=Branch(state.id, (*before, (code, code))),
            )
        )

    def resume(self) -> None:
        """Go on with the run on show, which was stopped or interrupted, over its own documents."""
        record = self._runs.record
        if record is not None and self._runs.resumable and self.ready():
            head = record.head
            documents = tuple(document.id for document in record.documents)
            task = Task(
                head.question, self._effort(head.depth), resume=head.id, documents=documents
            )
            self._begin(task, anew=False)

    def ask_again(self) -> None:
        """Put the question on show into the box."""
        if self._runs.shown is not None:
            self._question.set_question(self._runs.shown.question)
            self._question.box.setFocus()

    def ask_selection(self) -> None:
        """Begin a question about what is selected in the viewer; nothing else is read for it."""
        viewer = self._viewer()
        span = viewer.selection
        if span is not None:
            place = self._navigator.place_of(span)
            self._question.take_aim(Aim.at(span, viewer.selected_text(), place))

    def follow_up(self) -> None:
        """Begin a question that follows the one on show."""
        shown = self._runs.shown
        if shown is not None and self._runs.answer is not None:
            self._question.take_aim(Aim.after(shown.question, run=shown.id))

    def _begin(self, task: Task, anew: bool = True) -> None:
        self._desk.ask(task)
        self._runs.show_beginning(task.question, anew)

    def _effort(self, depth: str = "") -> Effort:
        from app.recursion.budget import Depth
        from app.workbench import Effort

        chosen = Depth(depth) if depth in set(Depth) else self._question.chosen_depth
        return Effort(depth=chosen)

    def _suggest(self, items: Sequence[DocumentItem]) -> None:
        """Suggest questions of the recipes as soon as there is something to ask about."""
        there = any(item.in_matter for item in items)
        if there and not self._suggestions:
            shelf = RecipeShelf(self._desk.paths)
            self._suggestions = suggested(map(spoken, shelf.entries()[0]))
        self._answer.suggest(self._suggestions if there else ())

    def _suggestion_chosen(self, question: str) -> None:
        self._question.set_question(question, self._question.aim)
        self._question.box.setFocus()
