"""Shows runs, the one that goes on or one from the history, in every panel and the viewer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.errors import UserError
from app.recipes.shelf import RecipeShelf
from app.recursion.events import (
    AnswerReady,
    Event,
    FindingChecked,
    PartReady,
    Recalled,
    RunFailed,
    RunStarted,
    SliceRead,
)
from app.recursion.results import Answer, Citation, Coverage
from app.sessions.rows import RunRecord, VerdictKind
from app.ui.aim import Aim
from app.ui.answer_lines import suggested
from app.ui.answer_panel import AnswerPanel
from app.ui.answer_text import Story
from app.ui.desk import Desk
from app.ui.document_item import DocumentItem
from app.ui.event_inbox import EventInbox
from app.ui.navigator import Navigator
from app.ui.question_panel import QuestionPanel
from app.ui.run_state import RunState, Step
from app.ui.run_status import RunStatus, clock
from app.ui.runner import Task
from app.ui.said import said
from app.ui.trace_panel import TracePanel
from app.ui.widgets import plural

if TYPE_CHECKING:
    from app.workbench import Effort

_REPLAY_MS = 120


@dataclass(frozen=True, slots=True)
class Views:
    """The widgets that show a run."""

    question: QuestionPanel
    status: RunStatus
    answer: AnswerPanel
    trace: TracePanel


class RunPresenter(QObject):
    """Connects the runner and the history with what shows them.

    Attributes:
        live: the run that goes on, or went on last.
        shown: the run on show, or None.
        initials: the reviewer's, for verdicts.
        follow: whether the viewer follows the reading from the start of a run.
        ready: asked before a run starts; False keeps it from starting (there is no model).

    Signals:
        changed: what is on show, or whether a run goes on, has changed.
        run_selected: the id of the run on show, "" for none.
    """

    changed = Signal()
    run_selected = Signal(str)

    def __init__(
        self, desk: Desk, views: Views, navigator: Navigator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._views = views
        self._navigator = navigator
        self.live: RunState | None = None
        self.shown: RunState | None = None
        self.record: RunRecord | None = None
        self.ready: Callable[[], bool] = lambda: True
        self.initials = ""
        self.follow = True
        self._events: list[Event] = []
        self._replay: list[Event] = []
        self._wanted = ""
        self._suggestions: list[str] = []
        self._over: str | None = None
        self._inbox = EventInbox(self)
        self._inbox.show = self._show_next
        self._inbox.after = self._after_burst
        self._inbox.empty = self._all_shown
        self._timer = QTimer(self)
        self._timer.setInterval(_REPLAY_MS)
        self._timer.timeout.connect(self._replay_step)
        runner = desk.runner
        runner.loading.connect(self._loading)
        runner.preparing.connect(views.status.preparing)
        runner.filling.connect(self._filling)
        views.status.skip_asked.connect(runner.skip_preparing)
        runner.began.connect(self._began)
        runner.happened.connect(self._happened)
        runner.ended.connect(self._ended)
        runner.failed.connect(self._not_begun)
        desk.record_ready.connect(self._record_ready)
        views.question.run_asked.connect(self.ask)
        views.answer.citation_activated.connect(self._cite)
        views.answer.finding_activated.connect(navigator.show_span)
        views.answer.verdict_given.connect(self._verdict)
        views.answer.question_chosen.connect(self._suggestion_chosen)
        views.answer.run_asked.connect(self.show_run)
        desk.documents_changed.connect(self._suggest)
        views.trace.slice_chosen.connect(navigator.show_span)
        views.trace.branch_asked.connect(self.branch)

    @property
    def answer(self) -> Answer | None:
        """The answer on show."""
        return self.shown.answer if self.shown is not None else None

    @property
    def resumable(self) -> bool:
        """Whether the run on show was interrupted and can be gone on with."""
        head = self.record.head if self.record is not None else None
        return head is not None and head.status == "interrupted"

    def start(self) -> None:
        """Run the question in the box."""
        if self._views.question.question:
            self.ask(self._views.question.question)
        else:
            self._views.question.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self, question: str) -> None:
        """Run a question; what the box says it is about holds for it."""
        if question and not self._desk.runner.busy and self.ready():
            aim = self._views.question.aim
            if aim is not None:
                question = aim.asked(question)
            self.stop_replay()
            self.record = None
            scope = aim.scope if aim is not None else ()
            follows = aim.run if aim is not None else ""
            self._desk.ask(Task(question, self._effort(), scope=scope, follows=follows))
            self._show_beginning(question)

    def stop(self) -> None:
        """Stop the run that goes on; it ends with what it has."""
        self._views.status.stopping()
        self._desk.runner.stop()

    def pause(self, on: bool) -> None:
        """Hold up the run that goes on, or let it go on."""
        self._desk.runner.pause(on)
        self._views.status.pause(on)
        self.changed.emit()

    def branch(self, step: Step, code: str) -> None:
        """Run on from a changed cell of the run on show, as a new run."""
        from app.recursion.branch import Branch

        state = self.shown
        begun = state.begun if state is not None else None
        if state is None or begun is None or self._desk.runner.busy or not self.ready():
            return
        turns = [s for s in state.top if s.cell is not None and 0 < s.number < step.number]
        before = [(s.cell.reply, s.cell.code) for s in turns if s.cell is not None]
        self.stop_replay()
        task = Task(
            state.question,
            self._effort(begun.depth),
            documents=begun.documents,
            scope=begun.scope,
            branch=Branch(state.id, (*before, (code, code))),
        )
        self._show_beginning(state.question)
        self._desk.ask(task)
        self.record = None
        self.changed.emit()

    def resume(self) -> None:
        """Go on with the interrupted run on show."""
        if self.record is not None and self.resumable and self.ready():
            head = self.record.head
            self._desk.ask(Task(head.question, self._effort(head.depth), resume=head.id))
            self._show_beginning(head.question)

    def ask_again(self) -> None:
        """Put the question on show into the box."""
        if self.shown is not None:
            self._views.question.set_question(self.shown.question)
            self._views.question.box.setFocus()

    def ask_selection(self) -> None:
        """Begin a question about what is selected in the viewer; nothing else is read for it."""
        span = self._navigator.selection
        if span is not None:
            text, place = self._navigator.selected_text(), self._navigator.place_of(span)
            self._views.question.take_aim(Aim.at(span, text, place))

    def follow_up(self) -> None:
        """Begin a question that follows the one on show."""
        if self.shown is not None and self.answer is not None:
            self._views.question.take_aim(Aim.after(self.shown.question, run=self.shown.id))

    def show_run(self, run: str) -> None:
        """Show a run of the history, or the one that goes on."""
        self.stop_replay()
        if self._desk.runner.busy and self.live is not None and self.live.id == run:
            self._show_live()
            return
        self._wanted = run
        self._desk.show_run(run)

    def show_nothing(self) -> None:
        """Another matter is on the desk: no run is on show."""
        self.stop_replay()
        self._inbox.clear()
        self.live = self.shown = self.record = None
        self._views.answer.clear()
        self._views.trace.show_state(RunState())
        self._views.status.over()
        self._navigator.set_overlays((), ())
        self.run_selected.emit("")
        self.changed.emit()

    def replay(self) -> None:
        """Show the run on show again, step by step, with what the model read."""
        if not self._events or self._desk.runner.busy:
            return
        if self._timer.isActive():
            self.stop_replay()
            return
        self._replay = list(self._events)
        self.shown = RunState(id=self.shown.id if self.shown is not None else "")
        self._navigator.set_overlays((), ())
        self._views.trace.show_state(self.shown)
        self._views.answer.show_running(self.record.question if self.record else "")
        self._timer.start()

    def stop_replay(self) -> None:
        """End a replay where it is."""
        self._timer.stop()
        self._replay.clear()

    def _effort(self, depth: str = "") -> Effort:
        from app.recursion.budget import Depth
        from app.workbench import Effort

        chosen = Depth(depth) if depth in set(Depth) else self._views.question.chosen_depth
        return Effort(depth=chosen)

    def _loading(self, words: str) -> None:
        self._views.status.loading(f"{said(words)}…" if words else self.tr("Loading the model…"))

    def _filling(self) -> None:
        self._views.status.loading(self.tr("Filling the table…"))
        self.changed.emit()

    def _show_beginning(self, question: str) -> None:
        self._views.answer.show_running(question)
        self._views.status.loading(self.tr("Getting ready…"))
        self.changed.emit()

    def _began(self, run: str) -> None:
        """A run has begun: show it from the start; a resumed one keeps what it had."""
        self._wanted = ""
        if self.record is not None and self.record.id == run and self.shown is not None:
            self.live = self.shown
        else:
            self.live = RunState(id=run)
        self._views.question.set_question("")
        self._navigator.follow(self.follow)
        self._show_live()

    def _show_live(self) -> None:
        state = self.shown = self.live
        if state is None:
            return
        self.record = None
        self._views.trace.show_state(state)
        self._views.status.follow(state)
        self._views.answer.show_running(state.question)
        for event in state.progress:
            self._views.answer.progress.add(event, self._navigator.place_of)
        self._navigator.set_overlays(state.slices, ())
        self.run_selected.emit(state.id)
        self.changed.emit()

    def _happened(self, run: str, event: Event) -> None:
        state = self.live
        if state is not None and state.id == run:
            self._inbox.put(event)

    def _show_next(self, event: Event) -> None:
        state = self.live
        if state is not None:
            state.apply(event)
            if state is self.shown:
                self._show_event(state, event)

    def _after_burst(self) -> None:
        if self.live is not None and self.live is self.shown:
            self._views.status.refresh()

    def _all_shown(self) -> None:
        if self._over is not None:
            run, self._over = self._over, None
            self._show_end(run)

    def _show_event(self, state: RunState, event: Event) -> None:
        self._views.trace.follow()
        match event:
            case RunStarted(question):
                self._views.answer.show_running(question)
            case SliceRead(span):
                self._navigator.flash(span)
            case FindingChecked() | Recalled() | PartReady():
                self._views.answer.progress.add(event, self._navigator.place_of)
            case AnswerReady(answer):
                self._show_answer(state, answer)
            case RunFailed():
                self._views.answer.show_unfinished(state.question, event, Coverage())

    def _ended(self, run: str) -> None:
        """The run is over; what is still in the inbox is shown first."""
        if self._inbox:
            self._over = run
        else:
            self._show_end(run)

    def _show_end(self, run: str) -> None:
        self._views.status.over()
        if self.live is not None and self.shown is self.live and run:
            self._desk.show_run(run)  # The record knows which quotes match the source.
            self._wanted = run
        elif not run:
            self._show_former()
        self.changed.emit()

    def _not_begun(self, _error: UserError) -> None:
        self._views.status.over()
        self.changed.emit()

    def _show_former(self) -> None:
        """A run never began, or a table ended: what was on show before is there, or comes back."""
        if self.shown is not None and self.record is not None and self.record.id == self.shown.id:
            return
        if self.shown is not None and self.shown.id:
            self._wanted = self.shown.id
            self._desk.show_run(self.shown.id)
        else:
            self._views.answer.clear()

    def _record_ready(self, record: RunRecord, events: Sequence[Event]) -> None:
        if record.id != self._wanted:
            return
        self._wanted = ""
        same = self.shown is not None and self.shown.id == record.id
        state = RunState(id=record.id, question=record.question)
        for event in events:
            state.apply(event)
        self.shown, self.record, self._events = state, record, list(events)
        if not same:
            self._views.trace.show_state(state)
        answer = record.answer
        if answer is not None:
            self._show_answer(state, answer, record)
        elif record.head.status != "running":
            self._views.answer.show_unfinished(record.question, record.failure, record.coverage)
            self._navigator.set_overlays(state.slices, ())
        self.run_selected.emit(record.id)
        self.changed.emit()

    def _show_answer(
        self, state: RunState, answer: Answer, record: RunRecord | None = None
    ) -> None:
        matching = record.matching if record is not None else None
        story = Story(state.parts, state.earlier)
        self._views.answer.show_answer(state.question, answer, self._meta(state), matching, story)
        if record is not None:
            verdicts = {v.citation: str(v.verdict) for v in record.verdicts}
            self._views.answer.set_verdicts(verdicts)
        self._navigator.set_overlays(state.slices, answer.citations)

    def _meta(self, state: RunState) -> str:
        """Depth, time and cost of a run, in words."""
        begun, done = state.begun, state.done
        parts = []
        if begun is not None and (place := begun.settings.get("scope")):
            parts.append(self.tr("asked about {place}").format(place=place))
        if done is not None:
            parts.append(clock(done.seconds))
            parts.append(plural(done.subcalls, self.tr("1 sub-call"), self.tr("{n} sub-calls")))
        if begun is not None:
            parts.append(begun.model_name.partition(" (")[0])
        return " · ".join(parts)

    def _suggest(self, items: Sequence[DocumentItem]) -> None:
        """Suggest questions of the recipes as soon as there is something to ask about."""
        there = any(item.in_matter for item in items)
        if there and not self._suggestions:
            shelf = RecipeShelf(self._desk.paths)
            self._suggestions = suggested(shelf.entries()[0])
        self._views.answer.suggest(self._suggestions if there else ())

    def _suggestion_chosen(self, question: str) -> None:
        self._views.question.set_question(question, self._views.question.aim)
        self._views.question.box.setFocus()

    def _cite(self, citation: Citation) -> None:
        self._navigator.show_citation(citation)

    def _verdict(self, number: int, verdict: str) -> None:
        if self.shown is not None and self.shown.id:
            kind = cast("VerdictKind", verdict)
            self._desk.give_verdict(self.shown.id, number, kind, self.initials)

    def _replay_step(self) -> None:
        """The next event of a replay; those that show nothing pass at once."""
        while self._replay:
            event = self._replay.pop(0)
            if self.shown is None:
                break
            self.shown.apply(event)
            self._show_event(self.shown, event)
            if isinstance(event, SliceRead | FindingChecked | PartReady):
                return
        self._timer.stop()
        if self.record is not None and self.shown is not None and self.record.answer is not None:
            self._show_answer(self.shown, self.record.answer, self.record)
        self.changed.emit()
