"""One matter with all it is worked on with."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from app.cancel import CancelToken
from app.config import Paths
from app.documents.document import Document, Span
from app.documents.process import ParserProcess
from app.documents.search.index import PassageIndex
from app.engine.engine import Engine, ModelInfo
from app.engine.models.store import ModelStore
from app.engine.server.settings import ServerChoice, ServerSettings
from app.errors import ModelError
from app.recursion.branch import Branch
from app.recursion.events import Emit
from app.reports.wording import ENGLISH, Voice
from app.sessions.store import Store
from app.sessions.unsaved import unsaved_matter
from app.workbench.asking import Asked, Effort, Order, check_readable, questions_in, work_on
from app.workbench.desk import OnDocument, OpenDocuments, Opened
from app.workbench.engines import EngineRoom, with_cache
from app.workbench.loading import unheard
from app.workbench.reporting import write_report


class Workbench:
    """One matter, its parser process, search index and model.

    The engine belongs to one thread: call `load_engine`, `ask` and `close` from that one. Documents
    may be opened, refined and drawn from any.

    Attributes:
        paths: this user's folders.
        models: the models on this machine.
        server: the model server that the user named, if any.
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
        self.server = ServerSettings(paths)
        self._unsaved = None if matter is not None else unsaved_matter(paths)
        place = matter or self._unsaved
        assert place is not None
        self.store = Store.open(place, read_only=read_only)
        self.index = PassageIndex(None)
        self.parser = ParserProcess(start=False)
        self._open = OpenDocuments(self.store, self.parser, self.index, self.models)
        self._engines = EngineRoom(self.models, self.server)

    def __enter__(self) -> Workbench:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that are open, in the order in which they were."""
        return self._open.all

    @property
    def model(self) -> ModelInfo | None:
        """The model that is loaded, or None."""
        return self._engines.model

    def document(self, id: str) -> Document:
        """A document of the matter, as it is open or was read last, else from the matter.

        Raises:
            MatterError: if there is none with this id, or its text is damaged.
        """
        return self._open.document(id)

    def open_matter_documents(self) -> tuple[Document, ...]:
        """Bring what is open in line with the matter; files are not needed, their text is stored.

        Documents added, refined or removed since, by this program's other threads, are noticed.
        """
        return self._open.open_stored()

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
        return self._open.open_files(paths, passwords or {}, on_document, cancel)

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
        return self._open.refine(document, password, on_page, cancel)

    def embed(
        self,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        cancel: CancelToken | None = None,
    ) -> bool:
        """Have the open documents ranked by meaning too; what was made is kept in the matter.

        May run beside everything else; until it is done search goes by words alone.

        Args:
            on_progress: told sentences and passages done and in all, over all documents that
                need it; not called where none does.
            cancel: stops between two batches.

        Returns:
            Whether the embedding model is on this machine.

        Raises:
            Cancelled: what is done so far stays done.
        """
        return self._open.embed(on_progress, cancel)

    @property
    def embedded(self) -> bool:
        """Whether the open documents are ranked by meaning too."""
        return self._open.embedded

    def rest(self) -> None:
        """Free what only searching takes, until the next search. Not for the main thread."""
        self.index.rest()

    @property
    def engine_place(self) -> str:
        """Where what is asked goes, in words: "this machine", or a server; "" without an engine."""
        model = self.model
        if model is None:
            return ""
        return model.hardware if model.server else "this machine"

    def load_engine(
        self,
        model_id: str | None = None,
        server: ServerChoice | None = None,
        *,
        sub_model_id: str | None = None,
        threads: int | None = None,
        on_progress: Callable[[str], None] = unheard,
        cancel: CancelToken | None = None,
    ) -> ModelInfo:
        """Load a model, or two, unless they are loaded already.

        The first time that a model is loaded on a machine, how it runs best there is measured,
        which takes up to six seconds; `models.tuning` knows what came of it.

        Args:
            model_id: from the catalogue, or of one the user added; None for the default.
            server: to use the model of a server instead, to which text is then sent; the one that
                the user set up is `server.choice()`.
            sub_model_id: of a model that is to answer the sub-calls beside the other, which then
                leads only; None to have one model do both.
            threads: of the processor; None for what PINCITE_THREADS says, or what is fastest.
            on_progress: told what is going on, in words, where that takes some seconds.
            cancel: ends the measurement, and the load with it.

        Raises:
            UsageError: if the server's address is none.
            ModelError: if a model is not on this machine or can't be used here, if two do not fit
                its memory together, or if the server can't be reached, refuses, or has no such
                model.
            Cancelled: no model is loaded then.
        """
        if server is not None:
            return self._engines.reach(server)
        return self._engines.load(
            model_id, sub_model_id, threads, on_progress, cancel or CancelToken()
        )

    def adopt_engine(self, engine: Engine) -> None:
        """Take over an engine that is loaded already: another matter's, for one. It is owned."""
        self._engines.adopt(engine)

    def release_engine(self) -> Engine | None:
        """Hand the engine over; `close` does not free it then. None if none is loaded."""
        return self._engines.release()

    def ask(
        self,
        question: str,
        effort: Effort,
        emit: Emit,
        cancel: CancelToken,
        documents: Sequence[Document] | None = None,
        resume: str | None = None,
        began: Callable[[str], None] = lambda run: None,
        fresh: bool = False,
        scope: Sequence[Span] = (),
        branch: Branch | None = None,
        follows: str | None = None,
    ) -> Asked:
        """Work on a question over the open documents, recording everything in the matter.

        Calls of the model that were made before in this matter are answered from its cache.

        Args:
            question: what the reviewer asks.
            effort: how thoroughly.
            emit: handed each event once it is in the matter.
            cancel: stops the run; it then ends with what it has.
            documents: to work on; None for all that are open.
            resume: the id of an interrupted run to go on with.
            began: handed the run's id before its first event.
            fresh: to ask the model everything anew.
            scope: the only spans to read, all in `documents`; none for everything.
            branch: cells of another run to begin with, the last one changed.
            follows: the id of a run whose question this one follows: what the runs of this matter
                found is looked at before anything is read.

        Raises:
            DocumentError: if no document is open.
            ModelError: if no model is loaded, or it fails.
            MatterError: if the matter can't be written.
        """
        documents = self.documents if documents is None else documents
        check_readable(documents)
        engine = self._engines.engine
        if engine is None:
            raise ModelError("No model is loaded.", "Choose one.")
        settings = effort.settings(self.models, engine.model)
        order = Order(
            question,
            documents,
            self.index,
            with_cache(engine, self.store.calls, fresh),
            effort.limits(questions_in(question, documents, scope, settings)),
            settings,
            resume,
            scope,
            branch,
            follows,
        )
        return work_on(order, self.store, emit, cancel, began)

    def report(self, run: str, to: Path, voice: Voice = ENGLISH, matter: str = "") -> Path:
        """Write the report of a run, in the language of `voice`.

        The file's ending says as what: .html, .pdf or .md. `matter` is what the matter is called
        in it; "" for the name that it bears.

        Raises:
            UsageError: if the ending is another one.
            MatterError: if there is no such run.
            DocumentError: if the file can't be written.
        """
        return write_report([self.store.run(run)], to, self.parser, voice, matter)

    def close(self) -> None:
        """Free the model, end the parser process, close the matter. May be called twice."""
        self._engines.close()
        self.parser.close()
        self.index.close()
        self.store.close()
        if self._unsaved is not None:
            shutil.rmtree(self._unsaved.parent, ignore_errors=True)
