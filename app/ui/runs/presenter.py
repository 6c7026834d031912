"""Shows runs, the one that goes on or one from the history, in every panel and the viewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.recursion.events import Event, RunStarted
from app.recursion.results import Answer, Citation
from app.sessions.rows import RunRecord, Verdict, VerdictKind
from app.ui.language.said import said
from app.ui.matter.desk import Desk
from app.ui.runs.inbox import EventInbox
from app.ui.runs.replay import Replay
from app.ui.runs.views import Views
from app.ui.trace.run_state import RunState


class RunPresenter(QObject):
    """Connects the runner and the history with what shows them.

    Attributes:
        live: the run that goes on, or went on last.
        shown: the run on show, or None.
        initials: the reviewer's, for verdicts.
        follow: whether the viewer follows the reading from the start of a run.

    Signals:
        changed: what is on show, or whether a run goes on, has changed.
        unsigned: a verdict was given without initials.
        run_selected: the id of the run on show, "" for none.
    """

    changed = Signal()
    unsigned = Signal()
    run_selected = Signal(str)

    def __init__(self, desk: Desk, views: Views, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._views = views
        self.live: RunState | None = None
        self.shown: RunState | None = None
        self.record: RunRecord | None = None
        self.initials = ""
        self.follow = True
        self._events: list[Event] = []
        self._wanted = ""
        self._over: str | None = None
        self._announced = ""
        self._unsigned: Verdict | None = None
        self._inbox = EventInbox(self)
        self._inbox.show = self._show_next
        self._inbox.after = self._after_burst
        self._inbox.empty = self._all_shown
        self._replay = Replay(self)
        self._replay.rewind = self._replay_from
        self._replay.show = self._replay_event
        self._replay.over = self._replay_over
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
        views.answer.citation_activated.connect(self._cite)
        views.answer.finding_activated.connect(views.navigator.show_span)
        views.answer.verdict_given.connect(self._verdict)
        views.answer.run_asked.connect(self.show_run)
        views.trace.slice_chosen.connect(views.navigator.show_span)
        views.trace.run_asked.connect(self.show_run)
        views.replay.control(self._replay)
        views.replay.close_button.clicked.connect(self.leave_replay)

    @property
    def answer(self) -> Answer | None:
        """The answer on show."""
        return self.shown.answer if self.shown is not None else None

    @property
    def going(self) -> bool:
        """Whether the run on show is one that goes on."""
        live = self.live
        return self._desk.runner.busy and live is not None and live is self.shown and not live.over

    @property
    def resumable(self) -> bool:
        """Whether the run on show was stopped or interrupted and can be gone on with."""
        return self.record is not None and self.record.resumable

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
        self._views.show_nothing()
        self.run_selected.emit("")
        self.changed.emit()

    def replay(self) -> None:
        """Show the run on show again, step by step, with what the model read."""
        if not self._events or self._desk.runner.busy:
            return
        if self._replay.on:
            self.leave_replay()
        else:
            self._replay.play(self._events)

    @property
    def replaying(self) -> bool:
        """Whether a run is shown again."""
        return self._replay.on

    def hold_replay(self) -> None:
        """Let a replay stand where it is."""
        self._replay.hold()

    def stop_replay(self) -> None:
        """End a replay where it is."""
        self._replay.stop()

    def leave_replay(self) -> None:
        """End a replay, and show its run as it came out."""
        self._replay.stop()
        if self.record is not None:
            self._show_whole(self.record, anew=True)
            self.changed.emit()

    def show_beginning(self, question: str, anew: bool = True) -> None:
        """Show that a run is about to begin, or with `anew` off, that the one on show goes on."""
        if anew:
            self.stop_replay()
            self.record = None
        self._views.answer.show_running(question)
        self._views.status.loading(self.tr("Getting ready…"))
        self.changed.emit()

    def _loading(self, words: str) -> None:
        self._views.status.loading(f"{said(words)}…" if words else self.tr("Loading the model…"))

    def _filling(self) -> None:
        self._views.status.loading(self.tr("Filling the table…"))
        self.changed.emit()

    def _began(self, run: str) -> None:
        """A run has begun: show it from the start; a resumed one keeps what it had."""
        self._wanted = ""
        if self.record is not None and self.record.id == run and self.shown is not None:
            self.live = self.shown
        else:
            self.live = RunState(id=run)
        self._views.question.set_question("")
        self._views.navigator.follow(self.follow)
        self._show_live()

    def _show_live(self) -> None:
        state = self.shown = self.live
        if state is None:
            return
        self.record = None
        self._views.show_live(state)
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
                self._views.show_event(state, event)

    def _after_burst(self) -> None:
        if self.live is not None and self.live is self.shown:
            self._views.status.refresh()

    def _all_shown(self) -> None:
        if self._over is not None:
            run, self._over = self._over, None
            self._show_end(run)

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
            self._wanted = self._announced = run
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
        self.record, self._events = record, list(events)
        self._show_whole(record, anew=self.shown is None or self.shown.id != record.id)
        self.run_selected.emit(record.id)
        self.changed.emit()
        if self._announced == record.id:
            self._announced = ""
            self._views.announce_end(record)

    def _show_whole(self, record: RunRecord, anew: bool) -> None:
        """Show a run of which everything is known; unless `anew`, the trace shows it already."""
        state = RunState(id=record.id, question=record.question)
        for event in self._events:
            state.apply(event)
        if record.head.status != "running":
            state.end()
        self.shown = state
        if anew:
            self._views.trace.show_state(state)
        self._views.show_record(state, record)

    def _cite(self, citation: Citation) -> None:
        self._views.navigator.show_citation(citation)

    def _verdict(self, number: int, verdict: str) -> None:
        if self.shown is not None and self.shown.id:
            kind = cast("VerdictKind", verdict)
            given = Verdict(self.shown.id, number, kind, self.initials, datetime.now(UTC))
            self._give(given)
            self._unsigned = given if not self.initials else None
            if self._unsigned is not None:
                self.unsigned.emit()

    def sign(self) -> None:
        """Put the initials that were set since to the last verdict that was given without."""
        given, self._unsigned = self._unsigned, None
        if given is not None and self.initials:
            self._give(replace(given, initials=self.initials))

    def _give(self, given: Verdict) -> None:
        self._desk.give_verdict(given.run, given.citation, given.verdict, given.initials)
        if self.shown is not None and self.shown.id == given.run:
            self._views.answer.citations.add_verdict(given)
        if self.record is not None and self.record.id == given.run:
            self.record = replace(self.record, verdicts=(*self.record.verdicts, given))
            self.changed.emit()

    def _replay_from(self, events: Sequence[Event]) -> None:
        """Show the run of the replay as it was after these events."""
        record = self.record
        question = record.question if record is not None else ""
        self.shown = RunState(id=record.id if record is not None else "", question=question)
        for event in events:
            self.shown.apply(event)
        self._views.show_again(self.shown, question)

    def _replay_event(self, event: Event) -> None:
        if self.shown is not None:
            self.shown.apply(event)
            self._views.navigator.lead()
            if not isinstance(event, RunStarted):  # A resumed run has more than one.
                self._views.show_event(self.shown, event)

    def _replay_over(self) -> None:
        if self.record is not None and self.shown is not None and self.record.answer is not None:
            self._views.show_answer(self.shown, self.record.answer, self.record)
        self.changed.emit()
