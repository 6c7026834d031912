"""The workbench: everything a matter is worked on with, put together in one place.

The window and the command line both work through this. It has no widgets and prints nothing; what
happens in a run reaches its caller as events, each in the matter file before it is handed on.
"""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Literal

from app.cancel import Cancelled, CancelToken
from app.config import Paths
from app.documents.document import Document
from app.documents.process import ParserProcess
from app.documents.samples import demo_matter, samples
from app.documents.search import PassageIndex
from app.engine.engine import Engine, ModelInfo
from app.engine.models import ModelStore
from app.errors import DocumentError, ModelError, UsageError, UserError
from app.recursion.budget import Budget, Depth, Limits
from app.recursion.events import Emit
from app.recursion.results import Answer
from app.recursion.review import review
from app.recursion.settings import Settings
from app.sessions.recorder import Recorder
from app.sessions.store import Store
from app.sessions.unsaved import unsaved_matter

__all__ = ["Asked", "Effort", "Opened", "Workbench", "demo_matter", "samples"]

EMBEDDING_MODEL = "minilm-l6-v2"

OnDocument = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening files: the documents, and an error for each file that is none."""

    documents: tuple[Document, ...]
    errors: tuple[tuple[Path, DocumentError], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was worked on: the id of its run in the matter, and the answer."""

    run: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Effort:
    """How a question is to be worked on.

    Attributes:
        depth: how thoroughly to look.
        seconds: the most it may take, or None for the depth's own limit.
        seed: for sampling.
        protocol: how the root model works, or None to leave it to the model's entry.
    """

    depth: Depth = Depth.STANDARD
    seconds: float | None = None
    seed: int = 0
    protocol: Literal["plan", "code", "auto"] | None = None

    def limits(self) -> Limits:
        """What a run may spend."""
        limits = Limits.of(self.depth)
        return limits if self.seconds is None else replace(limits, seconds=self.seconds)


class Workbench:
    """One matter, its parser process, search index and model.

    The engine belongs to one thread: call `load_engine`, `ask` and `close` from that one. Documents
    may be opened, refined and drawn from any.

    Attributes:
        paths: this user's folders.
        models: the models on this machine.
        parser: the parser process.
        store: the matter.
        index: what `ask` searches; it holds the matter's documents.
    """

    def __init__(
        self, paths: Paths, matter: Path | None = None, *, read_only: bool = False
    ) -> None:
        """Open a matter; without one, work goes into a temporary file that `close` deletes.

        Args:
            paths: this user's folders.
            matter: the `*.pincite` file, made where it is not there.
            read_only: to write reports of a matter that may be open elsewhere, and nothing else.

        Raises:
            MatterError: if the matter can't be opened.
        """
        self.paths = paths
        self.models = ModelStore(paths)
        self._unsaved = None if matter is not None else unsaved_matter(paths)
        place = matter or self._unsaved
        assert place is not None
        self.store = Store.open(place, read_only=read_only)
        self.index = PassageIndex(None)
        self.parser = ParserProcess()
        self._engine: Engine | None = None
        self._documents: dict[str, Document] = {}
        self._embedding = threading.Lock()

    def __enter__(self) -> Workbench:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that are open, in the order in which they were."""
        return tuple(self._documents.values())

    @property
    def model(self) -> ModelInfo | None:
        """The model that is loaded, or None."""
        return self._engine.model if self._engine is not None else None

    def open_matter_documents(self) -> tuple[Document, ...]:
        """Bring what is open in line with the matter; files are not needed, their text is stored.

        Documents added, refined or removed since, by this program's other threads, are noticed.
        """
        rows = self.store.documents()
        for id in self._documents.keys() - {row.id for row in rows}:
            self.index.remove(id)
            del self._documents[id]
        for row in rows:
            there = self._documents.get(row.id)
            if there is None or (row.refined and not there.refined):
                self._take(self.store.document(row.id))
        self._documents = {row.id: self._documents[row.id] for row in rows}
        return self.documents

    def open_documents(
        self,
        paths: Iterable[Path],
        passwords: Mapping[Path, str] | None = None,
        on_document: OnDocument = lambda what: None,
        cancel: CancelToken | None = None,
    ) -> Opened:
        """Open files into the matter. One that can't be opened does not hold up the others.

        A file that the matter knows is taken from its stored text, on which citations rest.

        Args:
            paths: of the files.
            passwords: by path, for encrypted files.
            on_document: told what is going on, in words.
            cancel: stops before the next file, and within one.

        Raises:
            Cancelled: files opened so far stay open.
        """
        documents: list[Document] = []
        errors: list[tuple[Path, DocumentError]] = []
        for path in paths:
            if cancel is not None:
                cancel.check()
            on_document(f"Opening {path.name}")
            try:
                documents.append(self._open(path, (passwords or {}).get(path), cancel))
            except DocumentError as error:
                errors.append((path, error))
        return Opened(tuple(documents), tuple(errors))

    def refine(
        self,
        document: Document,
        password: str | None = None,
        on_page: Callable[[int, int], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> Document:
        """Have the layout model go over a document, and keep what it makes of it.

        Raises:
            DocumentError: if the file can't be read any more.
            Cancelled: the document stays as it was.
        """
        if document.refined:
            return document
        refined = self.parser.refine(document, password, cancel, on_page)
        self.store.replace_structure(refined)
        self._take(refined)
        return refined

    def embed(
        self,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        cancel: CancelToken | None = None,
    ) -> bool:
        """Have the open documents ranked by meaning too; what was made is kept in the matter.

        May run beside everything else; until it is done search goes by words alone.

        Args:
            on_progress: told texts done and texts in all, document by document.
            cancel: stops between two batches.

        Returns:
            Whether the embedding model is on this machine.

        Raises:
            Cancelled: documents done so far stay done.
        """
        entry = self.models.entry(EMBEDDING_MODEL)
        if not self.models.present(entry.id):
            return False
        with self._embedding:
            if self.index.meaning is None:
                # Here and not at the top: onnxruntime takes a while to load.
                from app.documents.embedding import Embedder
                from app.documents.meaning import Meaning

                model, tokenizer = self.models.files(entry.id)
                self.index.meaning = Meaning(Embedder(model, tokenizer))
            meaning = self.index.meaning
            for document in self.documents:
                if meaning.holds(document.id):
                    continue
                passages = self.index.passages(document.id)
                kept = self.store.vectors.get(document.id, entry.sha256)
                if kept is None or not meaning.take(document.id, passages, kept):
                    made = meaning.make(document, passages, cancel or CancelToken(), on_progress)
                    self.store.vectors.put(document.id, entry.sha256, made)
        return True

    def load_engine(self, model_id: str | None = None, gpu_layers: int | None = None) -> ModelInfo:
        """Load a model, unless it is the one that is loaded.

        Args:
            model_id: from the catalogue, or of one the user added; None for the default.
            gpu_layers: how many layers to put on the GPU; None for as many as fit.

        Raises:
            ModelError: if it is not on this machine or can't be used here.
        """
        entry = self.models.entry(model_id or self.models.default_id)
        if self._engine is not None:
            if self._engine.model.id == entry.id:
                return self._engine.model
            self._engine.close()
            self._engine = None
        if entry.kind != "chat":
            raise ModelError(
                f"{entry.name} ranks passages and can't answer questions.",
                "Choose another model; `pincite model list` shows them.",
            )
        path = self.models.path(entry.id)
        # Here and not at the top: llama.cpp takes a while to load, and opening a window should not.
        from app.engine.llama import LlamaEngine

        self._engine = LlamaEngine.load(
            path,
            id=entry.id,
            name=entry.name,
            sha256=entry.sha256,
            window=entry.window,
            gpu_layers=gpu_layers,
        )
        return self._engine.model

    def adopt_engine(self, engine: Engine) -> None:
        """Take over an engine that is loaded already: another matter's, for one. It is owned."""
        if self._engine is not None and self._engine is not engine:
            self._engine.close()
        self._engine = engine

    def release_engine(self) -> Engine | None:
        """Hand the engine over; `close` does not free it then. None if none is loaded."""
        engine, self._engine = self._engine, None
        return engine

    def ask(
        self,
        question: str,
        effort: Effort,
        emit: Emit,
        cancel: CancelToken,
        documents: Sequence[Document] | None = None,
        resume: str | None = None,
        began: Callable[[str], None] = lambda run: None,
    ) -> Asked:
        """Work on a question over the open documents, recording everything in the matter.

        Args:
            question: what the reviewer asks.
            effort: how thoroughly.
            emit: handed each event once it is in the matter.
            cancel: stops the run; it then ends with what it has.
            documents: to work on; None for all that are open.
            resume: the id of an interrupted run to go on with.
            began: handed the run's id before its first event.

        Raises:
            DocumentError: if no document is open.
            ModelError: if no model is loaded, or it fails.
            MatterError: if the matter can't be written.
        """
        documents = self.documents if documents is None else documents
        if not documents:
            raise DocumentError("There is no document to ask about.", "Open one first.")
        if not any(document.text.strip() for document in documents):
            raise DocumentError(
                "None of the documents has text to read.", "Scanned pages need text recognition."
            )
        if self._engine is None:
            raise ModelError("No model is loaded.", "Choose one.")
        state = self.store.saved_state(resume) if resume else None
        run = resume or self.store.start_run(question, prompts_sha256=_prompts_sha256())
        began(run)
        recorder = Recorder(self.store, run, emit)
        try:
            answer = review(
                question,
                documents,
                index=self.index,
                engine=self._engine,
                settings=self._settings(effort),
                emit=recorder,
                cancel=cancel,
                budget=Budget(effort.limits()),
                resume=state,
            )
        except UserError as error:
            recorder.failed(error.message, error.hint)
            raise
        except Cancelled:
            recorder.failed("The run was stopped before it had anything.", "")
            raise
        except Exception as error:
            recorder.failed(f"Pincite made a mistake: {type(error).__name__}.", "")
            raise
        return Asked(run, answer)

    def report(self, run: str, to: Path) -> Path:
        """Write the report of a run; the file's ending says as what: .html, .pdf or .md.

        Raises:
            UsageError: if the ending is another one.
            MatterError: if there is no such run.
            DocumentError: if the file can't be written.
        """
        from app.reports import report

        record = self.store.run(run)
        match to.suffix.lower():
            case ".pdf":
                self.parser.write_pdf(report.print_html(record), to, title=record.question)
            case ".html" | ".htm":
                _write(to, report.html(record))
            case ".md" | ".markdown":
                _write(to, report.markdown(record))
            case other:
                raise UsageError(
                    f"A report can't be written as {other or 'a file without an ending'}.",
                    "End the file's name in .pdf, .html or .md.",
                )
        return to

    def close(self) -> None:
        """Free the model, end the parser process, close the matter. May be called twice."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self.parser.close()
        self.index.close()
        self.store.close()
        if self._unsaved is not None:
            shutil.rmtree(self._unsaved.parent, ignore_errors=True)

    def _open(self, path: Path, password: str | None, cancel: CancelToken | None) -> Document:
        known = self._known(path)
        document = known or self.parser.open(path, password, cancel)
        document = self.store.add_document(document)
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
        for row in [*self.store.documents(), *self.store.documents(removed=True)]:
            if row.sha256 == sha256:
                return replace(self.store.document(row.id), path=path.absolute())
        return None

    def _take(self, document: Document) -> None:
        """Have a document at hand for questions, in place of an earlier form of it."""
        if document.id in self._documents:
            self.index.remove(document.id)
        self._documents[document.id] = document
        self.index.add(document)

    def _settings(self, effort: Effort) -> Settings:
        """The settings of a run: the reviewer's, and for the rest those of the model's entry."""
        assert self._engine is not None
        entry = self.models.entry(self._engine.model.id)
        return Settings(
            depth=effort.depth,
            protocol=effort.protocol or entry.protocol,
            seed=effort.seed,
            threshold=entry.threshold,
        )


def _write(to: Path, text: str) -> None:
    try:
        to.write_text(text, "utf-8")
    except OSError as error:
        raise DocumentError(
            f"{to} cannot be written: {error.strerror or error}.", "Choose another place."
        ) from error


def _prompts_sha256() -> str:
    """Of all words said to a model: two runs with the same one were asked in the same words."""
    from app.recursion import prompts

    return hashlib.sha256(Path(prompts.__file__).read_bytes()).hexdigest()
