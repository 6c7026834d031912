"""The recorder of a run: each event goes into the matter first, then to whoever shows it."""

from __future__ import annotations

from app.recursion.events import AnswerReady, Emit, Event, RunFailed
from app.sessions.store import Store


class Recorder:
    """Listens to one run."""

    def __init__(self, store: Store, run: str, emit: Emit) -> None:
        self._store = store
        self._run = run
        self._emit = emit
        self._ended = False

    def __call__(self, event: Event) -> None:
        """Write an event, then hand it on."""
        self._ended = self._ended or isinstance(event, AnswerReady | RunFailed)
        self._store.record(self._run, event)
        self._emit(event)

    def failed(self, message: str, hint: str) -> None:
        """Record that the run failed, unless its end is recorded already."""
        if not self._ended:
            self(RunFailed(message, hint))
