"""Plays the events of a finished run again, step by step, at a pace that eyes can follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.recursion.events import (
    AnswerReady,
    Event,
    FindingChecked,
    PartReady,
    RunFailed,
    SliceRead,
)

_WHOLE_MS = 20_000
"""What a replay takes, as far as its steps are then neither too short nor too long."""

_SHORTEST_MS, _LONGEST_MS = 120, 1_200


class Replay(QObject):
    """Hands on one event that shows something after another, by itself or as it is asked.

    Attributes:
        rewind: called with the events before the step that is shown next, where that does not
            follow the one on show.
        show: called with each event after that, in order.
        over: called after the last one; not where it was stopped before.
        step: how many steps were shown; `steps` how many there are.

    Signals:
        moved: a step was shown, the last event of which is handed over; or whether it plays has
            changed, with None.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rewind: Callable[[Sequence[Event]], None] = lambda events: None
        self.show: Callable[[Event], None] = lambda event: None
        self.over: Callable[[], None] = lambda: None
        self._events: list[Event] = []
        self._ends: list[int] = []
        self.step = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.forward)

    @property
    def on(self) -> bool:
        """Whether a run is shown again, be it held up."""
        return bool(self._events)

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return len(self._ends)

    def play(self, events: Iterable[Event]) -> None:
        """Begin before the first of these."""
        self._events = list(events)
        shows = SliceRead | FindingChecked | PartReady | AnswerReady | RunFailed
        self._ends = [n for n, event in enumerate(self._events, 1) if isinstance(event, shows)]
        if not self._ends or self._ends[-1] < len(self._events):
            self._ends.append(len(self._events))
        self.step = 0
        self.rewind(())
        self._timer.setInterval(max(_SHORTEST_MS, min(_LONGEST_MS, _WHOLE_MS // self.steps)))
        self._timer.start()
        self.moved.emit(None)

    def toggle(self) -> None:
        """Hold it up, or let it go on; after the last step, from the first."""
        if self.playing:
            self.hold()
        elif self.step == self.steps:
            self.play(self._events)
        else:
            self._timer.start()
            self.moved.emit(None)

    def hold(self) -> None:
        """Let it stand where it is."""
        if self.playing:
            self._timer.stop()
            self.moved.emit(None)

    def stop(self) -> None:
        """End it where it is."""
        self._timer.stop()
        self._events, self._ends, self.step = [], [], 0
        self.moved.emit(None)

    def forward(self) -> None:
        """Show the next step."""
        self.go_to(self.step + 1)

    def back(self) -> None:
        """Show the step before, and stay there."""
        self.hold()
        self.go_to(self.step - 1)

    def go_to(self, step: int) -> None:
        """Show a step, counted from 1; the nearest where there is none of this number."""
        step = max(1, min(step, self.steps))
        if not self.on or step == self.step:
            return
        before = self._ends[step - 2] if step > 1 else 0
        if step != self.step + 1:
            self.rewind(self._events[:before])
        self.step = step
        for event in self._events[before : self._ends[step - 1]]:
            self.show(event)
        if step == self.steps:
            self._timer.stop()
            self.over()
        self.moved.emit(self._events[self._ends[step - 1] - 1])
