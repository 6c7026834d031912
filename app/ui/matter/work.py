"""The matter on the desk as panels work with it: documents, runs, and what is kept about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.documents.document import Document, Page, Span
from app.errors import UserError
from app.sessions.rows import DocumentRow, RunRecord, SessionRow, VerdictKind
from app.ui.background.jobs import Jobs
from app.ui.background.runner import LoadEngine, Runner, Task
from app.ui.background.seldom import Seldom
from app.ui.documents.importer import Importer
from app.ui.documents.item import DocumentItem
from app.ui.documents.item_list import ItemList
from app.ui.matter import desk_work

if TYPE_CHECKING:
    from app.sessions.store import Store
    from app.tables.table import Table
    from app.workbench import Effort, Workbench


class MatterWork(QObject):
    """What is done with the matter that is open, in worker threads. Knows no widgets.

    Attributes:
        bench: the matter put together for work; None where none is open.
        importer: reads files into it.
        runner: works on questions about it.

    Signals:
        documents_changed: all `DocumentItem`s of the matter, in order.
        runs_changed: the `SessionRow`s, newest first.
        document_ready: a `Document` that was asked for by `show`.
        record_ready: a `RunRecord` that was asked for by `show_run`, and its events.
        judged: what the reviewer said about a citation was kept.
        removed: the items that were taken out, for a message with Undo.
        reading_ready: the pages of all documents by id, and what was shown in all runs; asked for
            by `load_reading`.
        failed: a `UserError` to be shown.
        crashed: an error that is a bug.
    """

    documents_changed = Signal(object)
    runs_changed = Signal(object)
    document_ready = Signal(object)
    record_ready = Signal(object, object)
    judged = Signal()
    removed = Signal(object)
    reading_ready = Signal(object, object)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, load_engine: LoadEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = Runner(load_engine, self)
        self.bench: Workbench | None = None
        self.importer: Importer | None = None
        self._jobs = Jobs("matter", self)
        self._list = ItemList()
        self._changes = Seldom(self._tell_documents, self)
        self.runner.ended.connect(self._run_ended)
        self.runner.began.connect(self._run_began)

    @property
    def store(self) -> Store | None:
        """The matter's store."""
        return self.bench.store if self.bench is not None else None

    @property
    def items(self) -> list[DocumentItem]:
        """The documents of the matter and the files that are on their way into it."""
        return self._list.items

    def name_of(self, document_id: str) -> str:
        """The name of a document, also of one that was taken out since."""
        return self._list.name_of(document_id) or self.tr("removed document")

    def label_of(self, document_id: str, page: int) -> str:
        """What is printed on a page; its number in the file where that is not known."""
        return self._list.label_of(document_id, page)

    def page_at(self, span: Span) -> Page | None:
        """The page on which a span begins; None where that is not known yet."""
        return self._list.page_at(span)

    def show(self, document_id: str) -> None:
        """Load a document; `document_ready` brings it."""
        known = self._list.document(document_id)
        if known is not None:
            self.document_ready.emit(known)
        elif self.bench is not None:
            bench = self.bench
            self.keep(lambda _store: bench.document(document_id), self._loaded)

    def document(self, document_id: str) -> Document | None:
        """A document that is in memory."""
        return self._list.document(document_id)

    def show_run(self, run: str) -> None:
        """Load a run; `record_ready` brings it."""
        self.keep(partial(desk_work.load_run, run=run), self._run_loaded)

    def ask(self, task: Task) -> None:
        """Start a run, or go on with an interrupted one."""
        if self.bench is not None:
            self._hold(True)
            self.runner.start(self.bench, task)

    def fill(self, table: Table, effort: Effort) -> None:
        """Fill a table; the runner tells of its cells."""
        if self.bench is not None:
            self._hold(True)
            self.runner.fill(self.bench, table, effort)

    def give_verdict(self, run: str, citation: int, verdict: VerdictKind, initials: str) -> None:
        """Keep what the reviewer said about a citation."""
        self.keep(lambda store: store.give_verdict(run, citation, verdict, initials), self._judged)

    def remove(self, keys: Iterable[str], told: bool = True) -> None:
        """Take documents out of the matter; files that were not read are just struck off.

        With `told`, `removed` is sent, for a message with Undo.
        """
        gone = self._list.take(keys)
        ids = [item.key for item in gone if item.in_matter]
        self._tell_documents()
        if self.store is not None and ids:
            self.keep(partial(desk_work.remove, ids=ids), self._nothing)
            if told:
                self.removed.emit([item for item in gone if item.in_matter])

    def restore(self, items: Iterable[DocumentItem]) -> None:
        """Undo `remove`."""
        self.keep(partial(desk_work.restore, ids=[item.key for item in items]), self._rows)

    def keep(
        self,
        work: Callable[[Store], Any],
        done: Callable[[Any], None],
        jobs: Jobs | None = None,
    ) -> None:
        """Have `work` done with the matter's store, in the worker; `done` gets the outcome.

        What takes long can have `jobs` of its own, for the rest not to wait for it.

        Without a matter nothing is done. What comes out once another matter lies on the desk is
        dropped: it is about the one that was put away, whose file may have been closed under it.
        """
        store = self.store
        if store is not None:
            (jobs or self._jobs).submit(
                partial(work, store),
                partial(self._if_still, store, done),
                partial(self._if_still, store, self._failed),
            )

    def _if_still(self, store: Store, call: Callable[[Any], None], outcome: object) -> None:
        if store is self.store:
            call(outcome)

    def load_reading(self) -> None:
        """Find out what was read in all runs; `reading_ready` brings it."""
        self.keep(desk_work.load_reading, self._reading_loaded)

    def refresh_runs(self) -> None:
        """Read the history again."""
        self.keep(lambda store: store.sessions(), self._sessions)

    def _rows(self, rows: list[DocumentRow]) -> None:
        self._list.set_rows(rows)
        self._tell_documents()

    def _tell_documents(self) -> None:
        self.documents_changed.emit(self.items)

    def _sessions(self, sessions: list[SessionRow]) -> None:
        self.runs_changed.emit(sessions)

    def _item_changed(self, item: DocumentItem) -> None:
        self._list.change(item)
        self._changes.ask()

    def _added(self, document: Document, key: str) -> None:
        if self.store is None:
            return
        self._list.read(document, self.store.document_row(document.id), key)
        self._changes.ask()
        self.document_ready.emit(document)  # It may be on show, and was read again.

    def _loaded(self, document: Document) -> None:
        """A document was read from the store, or got a better structure."""
        self._list.keep(document)
        self.document_ready.emit(document)

    def _run_loaded(self, loaded: tuple[RunRecord, list[object]]) -> None:
        self.record_ready.emit(*loaded)

    def _reading_loaded(self, loaded: tuple[dict[str, Sequence[Page]], list[Span]]) -> None:
        self._list.pages = loaded[0]
        self.reading_ready.emit(*loaded)

    def _run_began(self, _run: str) -> None:
        self.refresh_runs()

    def _judged(self, _value: object) -> None:
        self.judged.emit()

    def _run_ended(self, _run: str) -> None:
        self.refresh_runs()
        self._hold(False)

    def _hold(self, on: bool) -> None:
        """Leave the processor to a run, or take it back for the import."""
        if self.importer is not None:
            self.importer.hold(on)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)

    def _nothing(self, _value: object) -> None:
        """Done; nothing to tell."""
