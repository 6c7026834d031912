"""The widgets that show a run, and what each of them shows of it."""

from __future__ import annotations

from dataclasses import dataclass

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
from app.recursion.results import Answer, Coverage
from app.sessions.rows import RunRecord
from app.ui.answers import wording
from app.ui.answers.panel import AnswerPanel
from app.ui.answers.text import Story
from app.ui.reading.navigator import Navigator
from app.ui.runs.question_panel import QuestionPanel
from app.ui.runs.replay_bar import ReplayBar
from app.ui.runs.status import RunStatus
from app.ui.trace.panel import TracePanel
from app.ui.trace.run_state import RunState
from app.ui.widgets.basic import announce


@dataclass(frozen=True, slots=True)
class Views:
    """Where a run is shown: in panels, and by the navigator in the viewer."""

    question: QuestionPanel
    status: RunStatus
    answer: AnswerPanel
    trace: TracePanel
    navigator: Navigator
    replay: ReplayBar

    def show_nothing(self) -> None:
        """No run is on show."""
        self.answer.clear()
        self.trace.show_state(RunState())
        self.status.over()
        self.navigator.set_overlays((), ())

    def show_live(self, state: RunState) -> None:
        """Show a run that goes on, as far as it has come."""
        self.trace.show_state(state)
        self.status.follow(state)
        self.answer.show_running(state.question)
        for event in state.progress:
            self.answer.progress.add(event, self.navigator.place_of)
        self.navigator.set_overlays(state.slices, ())

    def show_again(self, state: RunState, question: str) -> None:
        """Show a run as far as it had come, for its events from there to be shown one by one."""
        self.navigator.set_overlays(state.slices, ())
        self.trace.show_state(state)
        self.answer.show_running(question, again=True)
        for event in state.progress:
            self.answer.progress.add(event, self.navigator.place_of)

    def show_event(self, state: RunState, event: Event) -> None:
        """Show what an event has changed."""
        self.trace.follow()
        match event:
            case RunStarted(question):
                self.answer.show_running(question)
            case SliceRead(span):
                self.navigator.flash(span)
            case FindingChecked() | Recalled() | PartReady():
                self.answer.progress.add(event, self.navigator.place_of)
            case AnswerReady(answer):
                self.show_answer(state, answer)
            case RunFailed():
                self.answer.show_unfinished(state.question, event, Coverage())

    def show_record(self, state: RunState, record: RunRecord) -> None:
        """Show what a run that is over has come to."""
        if record.answer is not None:
            self.show_answer(state, record.answer, record)
        elif record.head.status != "running":
            self.answer.show_unfinished(record.question, record.failure, record.coverage)
            for event in state.progress:
                self.answer.progress.add(event, self.navigator.place_of)
            self.navigator.set_overlays(state.slices, ())

    def announce_end(self, record: RunRecord) -> None:
        """Tell those who don't see it that a run is over, and what came of it."""
        words = self.answer.head.badge.text()
        if record.answer is not None and record.answer.claims:
            words += ": " + wording.statements(len(record.answer.claims))
        announce(self.answer, words)

    def show_answer(self, state: RunState, answer: Answer, record: RunRecord | None = None) -> None:
        """Show an answer; only the record knows verdicts, and which quotes match the source."""
        matching = record.matching if record is not None else None
        story = Story(state.parts, state.earlier)
        made = wording.how_made(state.begun, state.done, self.navigator.place_of)
        self.answer.show_answer(state.question, answer, made, matching, story)
        if record is not None:
            self.answer.citations.set_verdicts(record.verdicts)
        self.navigator.set_overlays(state.slices, answer.citations)
