"""Files become documents of a matter, one after the other, then ready to be searched by meaning."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.cancel import Cancelled, CancelToken
from app.documents.document import Document
from app.documents.files import Listing
from app.errors import PasswordNeeded, UserError
from app.ui.background.jobs import Jobs
from app.ui.background.seldom import Seldom
from app.ui.documents.import_pace import ImportPace, weighed
from app.ui.documents.item import DocumentItem
from app.ui.language.said import explained

if TYPE_CHECKING:
    from app.workbench import Workbench


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: files done of all, and the one that is being read.

    Attributes:
        left: seconds that the rest may take; None while nobody can tell.
    """

    done: int
    total: int
    name: str
    left: float | None = None


class Importer(QObject):
    """Reads files into one matter; while there is nothing to read, refines and embeds them.

    Signals:
        listed: a `Listing` of what was added; it is not read yet.
        changed: a `DocumentItem` whose state changed.
        added: the `Document` that was put into the matter, and its item's former key.
        progress: `ImportProgress`; None when all is done.
        refined: the `Document` with better blocks, sentences and sections.
        embedding: sentences made ready for search by meaning, and those in all; (0, 0) at the end.
        left: whether that was left, for the reviewer to take up again.
        crashed: an error that is a bug.
    """

    listed = Signal(object)
    changed = Signal(object)
    added = Signal(object, str)
    progress = Signal(object)
    refined = Signal(object)
    embedding = Signal(int, int)
    left = Signal(bool)
    crashed = Signal(object)

    def __init__(
        self, bench: Workbench, refine: bool = True, parent: QObject | None = None
    ) -> None:
        """`refine`: have the layout model go over each document once there is nothing to read."""
        super().__init__(parent)
        self._refines = refine
        self._bench = bench
        self._jobs = Jobs("import", self)
        self._telling = Seldom(self._tell, self)
        self._cancel = CancelToken()
        self._cancel_embedding = CancelToken()
        self._waiting: deque[tuple[DocumentItem, str | None]] = deque()
        self._to_refine: deque[Document] = deque()
        self._current: DocumentItem | None = None
        self._done = 0
        self._pace = ImportPace()
        self._held = False
        self._embeds = True
        self._left = False

    @property
    def busy(self) -> bool:
        """Whether files are waiting or being read; refining does not count."""
        return self._current is not None or bool(self._waiting)

    def add(self, paths: Iterable[Path]) -> None:
        """Read files and what folders hold. Listing folders happens in the worker too."""
        self._jobs.submit(partial(weighed, list(paths)), self._listed, self._list_failed)

    def unlock(self, item: DocumentItem, password: str) -> None:
        """Read an encrypted file again, with its password."""
        self.changed.emit(replace(item, state="waiting", message=""))
        self._enqueue([(item, password)])

    def cancel(self) -> None:
        """Drop what waits and stop what is being read. What was added stays."""
        self._cancel.cancel()
        self._cancel = CancelToken()
        dropped = [item for item, _ in self._waiting]
        self._waiting.clear()
        for item in dropped:
            self.changed.emit(replace(item, state="error", message=self.tr("Not read: cancelled")))

    def embed(self) -> None:
        """Have what is not ready for search by meaning made ready, once nothing else is to do."""
        self._embeds = True
        self._next()

    def prepare(self, on: bool) -> None:
        """Make passages ready for search by meaning, or leave that until it is asked for again."""
        self._leave(not on)
        if on:
            self.embed()
        else:
            self._cancel_embedding.cancel()

    def hold(self, on: bool) -> None:
        """Leave the processor to a run: neither refine nor embed while held."""
        self._held = on
        if self._left and self._bench.embedded:
            self._leave(False)  # The run had it done before it began.
        self._next()

    def close(self) -> None:
        """Stop at once and wait for the worker."""
        self._waiting.clear()
        self._to_refine.clear()
        self._telling.stop()
        self._cancel.cancel()
        self._cancel_embedding.cancel()
        self._jobs.close()

    def _listed(self, files: tuple[Listing, dict[Path, int]]) -> None:
        found, sizes = files
        self._pace.expect(sizes)
        items = [DocumentItem.waiting(path.absolute()) for path in found.files]
        for item in items:
            self.changed.emit(item)
        self._enqueue([(item, None) for item in items])
        self.listed.emit(found)

    def _list_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            path = Path(error.message.partition(" holds")[0])
            self.changed.emit(DocumentItem.waiting(path).failed(error))
        else:
            self.crashed.emit(error)

    def _enqueue(self, entries: list[tuple[DocumentItem, str | None]]) -> None:
        if not self.busy:
            self._done = 0
            self._pace.begin()
        self._waiting.extend(entries)
        self._next()

    def _next(self) -> None:
        """Start on the next file, or on refining where no file waits."""
        if self._current is not None or self._jobs.busy:
            return
        if self._waiting:
            item, password = self._waiting.popleft()
            self._current = replace(item, state="reading")
            self.changed.emit(self._current)
            self._telling.ask()
            work = partial(self._read, item.path, password, self._cancel)
            self._jobs.submit(work, self._read_done, self._read_failed)
            return
        self._telling.stop()
        self.progress.emit(None)
        if self._to_refine and not self._held:
            document = self._to_refine.popleft()
            work = partial(self._refine, document, self._cancel)
            self._jobs.submit(work, self._refine_done, self._refine_failed)
        elif self._embeds and not self._held and not self._left:
            self._embeds = False
            self._cancel_embedding = CancelToken()
            embed = partial(self._embed, self._cancel_embedding)
            self._jobs.submit(embed, self._embed_done, self._embed_failed)
        elif not self._to_refine:
            self._bench.parser.rest()

    def _leave(self, on: bool) -> None:
        self._left = on
        self.left.emit(on)

    def _tell(self) -> None:
        name = self._current.name if self._current is not None else ""
        total = self._done + len(self._waiting) + (self._current is not None)
        waiting = [item.path for item, _ in self._waiting]
        if self._current is not None:
            waiting.append(self._current.path)
        self.progress.emit(ImportProgress(self._done, total, name, self._pace.left(waiting)))

    def _read(self, path: Path, password: str | None, cancel: CancelToken) -> Document:
        """In the worker: parse the file and put it into the matter."""
        passwords = {path: password} if password is not None else None
        opened = self._bench.open_documents([path], passwords, cancel=cancel)
        for _, error in opened.errors:
            raise error
        return opened.documents[0]

    def _read_done(self, document: Document) -> None:
        item = self._over()
        self._embeds = True
        if item is not None:
            self.added.emit(document, item.key)
        if self._refines and not document.refined:
            self._to_refine.append(document)
        self._next()

    def _read_failed(self, error: Exception) -> None:
        item = self._over()
        if item is not None:
            if isinstance(error, PasswordNeeded):
                self.changed.emit(replace(item, state="locked", message=explained(error)))
            elif isinstance(error, Cancelled):
                self.changed.emit(
                    replace(item, state="error", message=self.tr("Not read: cancelled"))
                )
            elif isinstance(error, UserError):
                self.changed.emit(item.failed(error))
            else:
                self.changed.emit(
                    replace(item, state="error", message=self.tr("Not read: an error in Pincite"))
                )
                self.crashed.emit(error)
        self._next()

    def _over(self) -> DocumentItem | None:
        """The file that was being read, which it is no longer."""
        item, self._current = self._current, None
        self._done += 1
        if item is not None:
            self._pace.read(item.path)
        return item

    def _refine(self, document: Document, cancel: CancelToken) -> Document:
        """In the worker: better structure over the same text."""
        return self._bench.refine(document, None, self._yield_to_files, cancel)

    def _embed(self, cancel: CancelToken) -> None:
        """In the worker: what the passages of all documents mean."""
        self._bench.open_matter_documents()
        self._bench.embed(self._embedded, cancel)
        self._bench.rest()

    def _embedded(self, done: int, total: int) -> None:
        """In the worker, after each batch."""
        self.embedding.emit(done, total)
        self._yield_to_files(done, total)

    def _yield_to_files(self, _done: int, _total: int) -> None:
        """In the worker, after each page: a file or a run that waits goes first."""
        if self._waiting or self._held:
            raise Cancelled

    def _refine_done(self, document: Document) -> None:
        self.refined.emit(document)
        self._next()

    def _refine_failed(self, error: Exception) -> None:
        # A document that can't be refined is as good as it was; one that was put off is not tried
        # again in this session: its structure from the first reading serves.
        if not isinstance(error, UserError | Cancelled):
            self.crashed.emit(error)
        self._next()

    def _embed_done(self, _value: object) -> None:
        self.embedding.emit(0, 0)
        self._leave(False)
        self._next()

    def _embed_failed(self, error: Exception) -> None:
        self.embedding.emit(0, 0)
        if isinstance(error, Cancelled):
            # A file or a run went first, or it was left; it goes on from where it was.
            self._embeds = True
        elif not isinstance(error, UserError):
            self.crashed.emit(error)
        self._next()
