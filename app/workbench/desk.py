"""The documents of a matter that are open: at hand for questions, and searched by the index."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.cancel import CancelToken
from app.documents.document import Document
from app.documents.process import ParserProcess
from app.documents.search.index import PassageIndex
from app.engine.models.store import ModelStore
from app.errors import DocumentError
from app.memory import give_back
from app.sessions.store import Store

if TYPE_CHECKING:
    from app.documents.search.meaning import Meaning

EMBEDDING_MODEL = "minilm-l6-v2"

LARGE = 1_000_000
"""Characters of a document, some 300 pages, whose arrival leaves much memory behind."""

OnDocument = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening files: the documents, and an error for each file that is none."""

    documents: tuple[Document, ...]
    errors: tuple[tuple[Path, DocumentError], ...] = ()


class OpenDocuments:
    """The documents of one matter that are open. May be used from any thread."""

    def __init__(
        self, store: Store, parser: ParserProcess, index: PassageIndex, models: ModelStore
    ) -> None:
        """Begin with none open.

        Args:
            store: the matter.
            parser: reads files.
            index: is kept in line with what is open.
            models: where the embedding model may be.
        """
        self._store = store
        self._parser = parser
        self._index = index
        self._models = models
        self._documents: dict[str, Document] = {}
        self._read: dict[str, Document] = {}
        self._reading = threading.Lock()
        self._embedding = threading.Lock()
        self._taking = threading.RLock()

    @property
    def all(self) -> tuple[Document, ...]:
        """Those that are open, in the order in which they were."""
        return tuple(self._documents.values())

    @property
    def embedded(self) -> bool:
        """Whether those that are open are ranked by meaning."""
        meaning = self._index.meaning
        return meaning is not None and all(meaning.holds(document.id) for document in self.all)

    def document(self, id: str) -> Document:
        """A document of the matter; it is read once, however many ask for it.

        One that is not open yet is opened by the next `open_stored`, not here: its index is not
        needed to show it. A document of 3,000 pages takes 100 MB, and there shall be one of it.
        """
        with self._reading:
            known = self._documents.get(id) or self._read.get(id)
            if known is None:
                known = self._read[id] = self._store.document(id)
            return known

    def open_stored(self) -> tuple[Document, ...]:
        """Bring what is open in line with the matter; see `Workbench.open_matter_documents`."""
        with self._taking:
            rows = self._store.documents()
            for id in self._documents.keys() - {row.id for row in rows}:
                self._index.remove(id)
                del self._documents[id]
                self._read.pop(id, None)
            for row in rows:
                there = self._documents.get(row.id)
                if there is None:
                    self._take(self.document(row.id))
                elif row.refined and not there.refined:
                    self._take(self._store.document(row.id))
            self._documents = {row.id: self._documents[row.id] for row in rows}
            return self.all

    def open_files(
        self,
        paths: Iterable[Path],
        passwords: Mapping[Path, str],
        on_document: OnDocument,
        cancel: CancelToken | None,
    ) -> Opened:
        """Open files into the matter; see `Workbench.open_documents`."""
        documents: list[Document] = []
        errors: list[tuple[Path, DocumentError]] = []
        for path in paths:
            if cancel is not None:
                cancel.check()
            on_document(f"Opening {path.name}")
            try:
                documents.append(self._open(path, passwords.get(path), cancel))
            except DocumentError as error:
                errors.append((path, error))
        return Opened(tuple(documents), tuple(errors))

    def refine(
        self,
        document: Document,
        password: str | None,
        on_page: Callable[[int, int], None] | None,
        cancel: CancelToken | None,
    ) -> Document:
        """Have the layout model go over a document; see `Workbench.refine`."""
        if document.refined:
            return document
        refined = self._parser.refine(document, password, cancel, on_page)
        self._store.replace_structure(refined)
        self._take(refined)
        return refined

    def embed(self, on_progress: Callable[[int, int], None], cancel: CancelToken | None) -> bool:
        """Have the open documents ranked by meaning too; see `Workbench.embed`."""
        entry = self._models.entry(EMBEDDING_MODEL)
        if not self._models.present(entry.id):
            return False
        with self._embedding:
            if self._index.meaning is None:
                # Here and not at the top: numpy takes a while to load.
                from app.documents.embedding import Embedder
                from app.documents.search.meaning import Meaning

                model, tokenizer = self._models.files(entry.id)
                shelf = self._store.vectors(entry.sha256)
                self._index.meaning = Meaning(Embedder(model, tokenizer), shelf)
            self._embed_missing(self._index.meaning, on_progress, cancel)
        return True

    def _embed_missing(
        self,
        meaning: Meaning,
        on_progress: Callable[[int, int], None],
        cancel: CancelToken | None,
    ) -> None:
        """Take in the vectors that are kept, and make those that are not."""
        missing = []
        for document in self.all:
            if meaning.holds(document.id):
                continue
            passages = self._index.passages(document.id)
            if not meaning.take(document.id, passages):
                missing.append((document, passages, meaning.count(document, passages)))
        total, before = sum(count for _, _, count in missing), 0
        for document, passages, count in missing:
            told = partial(_tell_all, on_progress, before, total)
            meaning.make(document, passages, cancel or CancelToken(), told)
            before += count

    def _open(self, path: Path, password: str | None, cancel: CancelToken | None) -> Document:
        known = self._known(path)
        document = known or self._parser.open(path, password, cancel)
        document = self._store.add_document(document)
        if document.id not in self._documents:
            self._take(document)
        return document

    def _known(self, path: Path) -> Document | None:
        """The document that the matter has of this file, by its hash."""
        try:
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None  # the parser process says what is wrong with it
        for row in [*self._store.documents(), *self._store.documents(removed=True)]:
            if row.sha256 == sha256:
                return replace(self._store.document(row.id), path=path.absolute())
        return None

    def _take(self, document: Document) -> None:
        """Have a document at hand for questions, in place of an earlier form of it."""
        with self._taking:
            if document.id in self._documents:
                self._index.remove(document.id)
            self._documents[document.id] = document
            self._read.pop(document.id, None)
            self._index.add(document)
        if len(document.text) > LARGE:
            give_back()


def _tell_all(
    tell: Callable[[int, int], None], before: int, total: int, done: int, _of_document: int
) -> None:
    """One document's progress, as that of all of them."""
    tell(before + done, total)
