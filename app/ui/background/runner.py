"""The runner: one worker thread that owns the engine and works on one question at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.cancel import Cancelled, CancelToken
from app.documents.document import Document, Span
from app.engine.engine import Engine
from app.errors import DocumentError, UserError
from app.recursion.events import Event
from app.tables.table import Table
from app.ui.background.jobs import Jobs

if TYPE_CHECKING:  # At run time these come when the first matter does: the window is up sooner.
    from app.recursion.branch import Branch
    from app.workbench import Effort, Workbench

LoadEngine = Callable[["Workbench", Callable[[str], None], CancelToken], None]
"""Sees to it that a workbench has an engine; runs in the worker, and may take long.

It is given the bench, whom to tell what is going on, in words, and what stops it.
"""


@dataclass(frozen=True, slots=True)
class Task:
    """A question to work on, or an interrupted run to go on with.

    Attributes:
        resume: the id of the run to go on with, or None for a new one.
        documents: ids of those to read; none for all.
        scope: the only spans to read; none for the documents whole.
        branch: cells of another run to begin with.
        follows: the id of the run whose question this one follows, or "".
    """

    question: str
    effort: Effort
    resume: str | None = None
    documents: tuple[str, ...] = ()
    scope: tuple[Span, ...] = ()
    branch: Branch | None = None
    follows: str = ""


class Runner(QObject):
    """Works on questions away from the main thread.

    Every event is in the matter's file before it is sent on.

    Signals:
        loading: the model is being read from disk.
        loaded: its `ModelInfo`.
        preparing: sentences made ready for search by meaning before the run, and those in all.
        began: the id of the run.
        happened: the id of the run, and an `Event`.
        filling: a table is being filled; its model is loaded.
        cell_changed: a `Cell` of the table that is being filled.
        ended: the id of the run; "" where it never began, and after a table.
        failed: a `UserError` that kept the run from beginning.
        crashed: an error that is a bug.
    """

    loading = Signal(str)
    loaded = Signal(object)
    preparing = Signal(int, int)
    began = Signal(str)
    happened = Signal(str, object)
    filling = Signal()
    cell_changed = Signal(object)
    ended = Signal(str)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, load_engine: LoadEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load_engine = load_engine
        self._jobs = Jobs("run", self)
        self._engine: Engine | None = None
        self._cancel: CancelToken | None = None
        self._skip = CancelToken()
        self._run = ""
        self.began.connect(self._note_run, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a run is going on."""
        return self._cancel is not None

    @property
    def run(self) -> str:
        """The id of the run that is going on, or ""."""
        return self._run if self.busy else ""

    @property
    def paused(self) -> bool:
        """Whether the run is held up."""
        return self._cancel is not None and self._cancel.paused

    def start(self, bench: Workbench, task: Task) -> None:
        """Begin to work on a task; ignored while another one is going on."""
        self._begin_work(partial(self._work, bench, task))

    def fill(self, bench: Workbench, table: Table, effort: Effort) -> None:
        """Begin to fill a table; ignored while a run is going on."""
        self._begin_work(partial(self._fill, bench, table, effort))

    def _begin_work(self, work: Callable[[CancelToken, CancelToken], None]) -> None:
        if self.busy:
            return
        self._cancel, self._skip = CancelToken(), CancelToken()
        self._run = ""
        self._jobs.submit(partial(work, self._cancel, self._skip), self._over, self._broke)

    def stop(self) -> None:
        """Ask the run to stop; what it found is kept."""
        if self._cancel is not None:
            self._cancel.cancel()
            self._skip.cancel()

    def pause(self, on: bool) -> None:
        """Hold the run up where it is, or let it go on. Its time stands still meanwhile."""
        if self._cancel is not None and on:
            self._cancel.pause()
        elif self._cancel is not None:
            self._cancel.go_on()

    def skip_preparing(self) -> None:
        """Begin the run now; what is not ready for search by meaning is searched by words."""
        self._skip.cancel()

    def forget_engine(self) -> None:
        """Free the model; the next run loads the one that is chosen then."""
        self._jobs.submit(self._free, self._nothing, self._broke)

    def close(self) -> None:
        """Stop the run, wait for the worker, free the model."""
        self.stop()
        self._jobs.submit(self._free, self._nothing, self._broke)
        self._jobs.finish()

    @contextlib.contextmanager
    def _ready(self, bench: Workbench, cancel: CancelToken, skip: CancelToken) -> Iterator[None]:
        """In the worker: within the block the bench has a model, and its documents are open."""
        if self._engine is not None:
            bench.adopt_engine(self._engine)
        try:
            if bench.model is None:
                self.loading.emit("")
                self._load_engine(bench, self.loading.emit, cancel)
                self.loaded.emit(bench.model)
            cancel.check()
            bench.open_matter_documents()
            with contextlib.suppress(Cancelled):
                bench.embed(self.preparing.emit, skip)
            cancel.check()
            yield
        finally:
            self._engine = bench.release_engine()
            bench.rest()

    def _work(self, bench: Workbench, task: Task, cancel: CancelToken, skip: CancelToken) -> None:
        """In the worker: ask."""
        started: list[str] = []
        with self._ready(bench, cancel, skip):
            try:
                bench.ask(
                    task.question,
                    task.effort,
                    partial(self._send, started),
                    cancel,
                    _documents(bench, task),
                    resume=task.resume,
                    scope=task.scope,
                    branch=task.branch,
                    follows=task.follows or None,
                    began=partial(self._begin, started),
                )
            except (UserError, Cancelled):
                # Once a run has begun, its last event says how it ended.
                if not started:
                    raise

    def _fill(
        self,
        bench: Workbench,
        table: Table,
        effort: Effort,
        cancel: CancelToken,
        skip: CancelToken,
    ) -> None:
        """In the worker: fill a table."""
        from app.workbench.filling import fill_table

        with self._ready(bench, cancel, skip):
            self.filling.emit()
            with bench.store.aside(table.title):
                fill_table(table, bench, self.cell_changed.emit, cancel, effort)

    def _begin(self, started: list[str], run: str) -> None:
        started.append(run)
        self.began.emit(run)

    def _send(self, started: list[str], event: Event) -> None:
        self.happened.emit(started[0], event)

    def _free(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def _note_run(self, run: str) -> None:
        self._run = run

    def _over(self, _value: object) -> None:
        self._cancel = None
        self.ended.emit(self._run)

    def _broke(self, error: Exception) -> None:
        """A run that never began, or a bug."""
        self._cancel = None
        if isinstance(error, UserError):
            self.failed.emit(error)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)
        self.ended.emit(self._run)

    def _nothing(self, _value: object) -> None:
        """The engine is gone; nobody waits for that."""


def _documents(bench: Workbench, task: Task) -> list[Document] | None:
    """The documents that a task is about, in its order; None for all."""
    wanted = task.documents or tuple(dict.fromkeys(span.document for span in task.scope))
    if not wanted:
        return None
    there = {document.id: document for document in bench.documents}
    if not there.keys() >= set(wanted):
        raise DocumentError(
            "A document that this is about is no longer in the matter.", "Add it again."
        )
    return [there[id] for id in wanted]
