"""The matter on the desk: its store, documents and runs, and the threads that work on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.config import Paths
from app.documents.document import Document, Page, Span
from app.errors import MatterError, UserError
from app.sessions.rows import DocumentRow, RunRecord, SessionRow, VerdictKind
from app.ui import desk_work
from app.ui.desk_work import Loaded
from app.ui.document_item import DocumentItem
from app.ui.importer import Importer
from app.ui.item_list import ItemList
from app.ui.jobs import Jobs
from app.ui.matter_files import MatterFiles
from app.ui.runner import LoadEngine, Runner, Task

if TYPE_CHECKING:
    from app.sessions.store import Store
    from app.tables.table import Table
    from app.workbench import Effort, Workbench


class Desk(QObject):
    """One open matter at a time. Knows no widgets; the window listens.

    Attributes:
        files: where matters lie.
        may_stop: asked before another matter stops a run; calls what it is given if it may.
        refines: whether the layout model goes over documents once they are read.

    Signals:
        opening: a matter is about to be opened.
        opened: a matter's path and title; its documents and runs follow.
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

    opening = Signal()
    opened = Signal(object, str)
    documents_changed = Signal(object)
    runs_changed = Signal(object)
    document_ready = Signal(object)
    record_ready = Signal(object, object)
    judged = Signal()
    removed = Signal(object)
    reading_ready = Signal(object, object)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(
        self, paths: Paths, load_engine: LoadEngine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.paths = paths
        self.files = MatterFiles(paths)
        self.runner = Runner(load_engine, self)
        self.refines = True
        self.bench: Workbench | None = None
        self.importer: Importer | None = None
        self._jobs = Jobs("matter", self)
        self._list = ItemList()
        self._pending: list[Path] = []
        self._next: tuple[Path, list[Path]] | None = None
        self.may_stop: Callable[[Callable[[], None]], None] = lambda go_on: go_on()
        self._name = ""
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

    @property
    def unnamed(self) -> bool:
        """Whether the matter still lies where it was made, under a made-up name."""
        return self.store is not None and self.files.unnamed(self.store.path)

    @property
    def title(self) -> str:
        """What the matter is called; "" where there is none."""
        return self.files.title(self.store.path, self._name) if self.store is not None else ""

    def open(self, path: Path, files: Iterable[Path] = ()) -> None:
        """Open a matter in place of the one on the desk, and add files to it.

        One that lies on the desk already stays as it is. A run that is going on is stopped first,
        if `may_stop` has it so: its matter and model can't be put away while they are worked with.
        """
        if self.store is not None and self.store.path == path.absolute():
            self.add(files)
            return
        if self.runner.busy:
            self.may_stop(partial(self._stop_and_open, path, list(files)))
            return
        self._pending = list(files)
        self.opening.emit()
        self._jobs.submit(
            partial(desk_work.open_matter, self.paths, path), self._opened, self._failed
        )

    def open_sample(self) -> None:
        """Open the matter of the samples; it is made at the first time."""
        self._jobs.submit(
            partial(desk_work.find_sample, self.paths), self._sample_found, self._failed
        )

    def new(self, files: Iterable[Path] = ()) -> None:
        """Begin a matter under a made-up name."""
        self.open(self.files.fresh(), files)

    def add(self, paths: Iterable[Path]) -> None:
        """Add files and folders to the matter; without one, a new one is begun for them."""
        files = list(paths)
        if not files:
            return
        if self.importer is not None:
            self.importer.add(files)
        elif self._pending:
            self._pending += files
        else:
            self.new(files)

    def save_as(self, to: Path) -> None:
        """Keep the matter at another place; an unnamed one moves, a named one is copied.

        The matter is closed while it is written and opened again there.
        """
        if self.store is None:
            return
        if self.runner.busy or (self.importer is not None and self.importer.busy):
            self.failed.emit(
                MatterError(
                    self.tr("The matter is being worked on."),
                    self.tr("Wait for the run and the import to end, or stop them first."),
                )
            )
            return
        old, move = self.store.path, self.unnamed
        self.close_matter()
        self._jobs.submit(
            partial(desk_work.keep_at, self.paths, old, to, move),
            self._opened,
            partial(self._not_kept, old),
        )

    def show(self, document_id: str) -> None:
        """Load a document; `document_ready` brings it."""
        known = self._list.document(document_id)
        if known is not None:
            self.document_ready.emit(known)
        elif self.bench is not None:
            work = partial(self.bench.document, document_id)
            self._jobs.submit(work, self._loaded, self._failed)

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
        self.documents_changed.emit(self.items)
        if self.store is not None and ids:
            self.keep(partial(desk_work.remove, ids=ids), self._nothing)
            if told:
                self.removed.emit([item for item in gone if item.in_matter])

    def restore(self, items: Iterable[DocumentItem]) -> None:
        """Undo `remove`."""
        self.keep(partial(desk_work.restore, ids=[item.key for item in items]), self._rows)

    def keep(self, work: Callable[[Store], Any], done: Callable[[Any], None]) -> None:
        """Have `work` done with the matter's store, in the worker; `done` gets the outcome.

        Without a matter nothing is done.
        """
        if self.store is not None:
            self._jobs.submit(partial(work, self.store), done, self._failed)

    def load_reading(self) -> None:
        """Find out what was read in all runs; `reading_ready` brings it."""
        self.keep(desk_work.load_reading, self._reading_loaded)

    def refresh_runs(self) -> None:
        """Read the history again."""
        self.keep(lambda store: store.sessions(), self._sessions)

    def close_matter(self) -> None:
        """Put the matter away: stop what works on it and close its file."""
        if self.importer is not None:
            self.importer.close()
            self.importer.deleteLater()
            self.importer = None
        if self.bench is not None:
            self.bench.close()
            self.bench = None
        self._list.clear()

    def close(self) -> None:
        """Close everything; waits for the threads."""
        self.runner.close()
        self._jobs.close()
        self.close_matter()

    def _sample_found(self, found: tuple[Path, list[Path]]) -> None:
        self.open(*found)

    def _opened(self, loaded: Loaded) -> None:
        self.close_matter()
        bench = self.bench = loaded.bench
        self.importer = Importer(bench, self.refines, self)
        self.importer.changed.connect(self._item_changed)
        self.importer.added.connect(self._added)
        self.importer.refined.connect(self._loaded)
        self.importer.crashed.connect(self.crashed)
        self._name = loaded.name
        self.opened.emit(bench.store.path, self.title)
        self._rows(loaded.rows)
        self._sessions(loaded.sessions)
        if self._pending:
            files, self._pending = self._pending, []
            self.importer.add(files)
        else:
            self.importer.embed()

    def _rows(self, rows: list[DocumentRow]) -> None:
        self._list.set_rows(rows)
        self.documents_changed.emit(self.items)

    def _sessions(self, sessions: list[SessionRow]) -> None:
        self.runs_changed.emit(sessions)

    def _item_changed(self, item: DocumentItem) -> None:
        self._list.change(item)
        self.documents_changed.emit(self.items)

    def _added(self, document: Document, key: str) -> None:
        if self.store is None:
            return
        self._list.read(document, self.store.document_row(document.id), key)
        self.documents_changed.emit(self.items)
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

    def _stop_and_open(self, path: Path, files: list[Path]) -> None:
        self._next = path, files
        if self.runner.busy:
            self.runner.stop()
        else:
            self._open_next()

    def _open_next(self) -> None:
        """Open the matter that waits for a run to end."""
        wanted, self._next = self._next, None
        if wanted is not None:
            self.open(*wanted)

    def _run_ended(self, _run: str) -> None:
        self.refresh_runs()
        self._hold(False)
        self._open_next()

    def _hold(self, on: bool) -> None:
        """Leave the processor to a run, or take it back for the import."""
        if self.importer is not None:
            self.importer.hold(on)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)

    def _not_kept(self, old: Path, error: Exception) -> None:
        """The matter could not be kept elsewhere: it is opened again where it was."""
        self._failed(error)
        self.open(old)

    def _nothing(self, _value: object) -> None:
        """Done; nothing to tell."""
