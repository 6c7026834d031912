"""The store: one matter file, and everything that is kept in it.

It may be used from any thread: the runner records events while the window reads (see
`matter_file.py`). It listens to the same events as the window, and knows neither.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

from app import __version__
from app.documents.document import Page, Span
from app.recursion.results import Answer, Coverage
from app.sessions.calls import CallCache
from app.sessions.coverage import coverage
from app.sessions.desk import DeskTables
from app.sessions.documents import DocumentTables, now, when
from app.sessions.folding import Fold
from app.sessions.matter_file import MatterFile
from app.sessions.remembering import RunMemory
from app.sessions.rows import DocumentRow, MatterSummary, QuotedMark, RunRecord
from app.sessions.runs import RunTables
from app.sessions.vectors import VectorShelf


class Store(DocumentTables, RunTables, DeskTables):
    """One matter: documents, sessions, runs, verdicts and marks.

    Attributes:
        path: of the file.
        calls: replies of the model that need not be asked for again.
        memory: what runs found and read, for those that follow them.
    """

    def __init__(self, file: MatterFile) -> None:
        DocumentTables.__init__(self, file)
        RunTables.__init__(self, file)
        DeskTables.__init__(self, file)
        self.path = file.path
        self.calls = CallCache(file)
        self.memory = RunMemory(file)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Store:
        """Open a matter; make it if it is not there; bring an older one up to date.

        Runs that were going on when the program last ended are marked interrupted.

        Args:
            path: of the `*.pincite` file.
            read_only: to look into a matter that may be open elsewhere; nothing is changed.

        Raises:
            MatterError: if the file is not a matter, is newer, is in use or can't be written.
        """
        store = cls(MatterFile.open(path, read_only))
        try:
            if not read_only:
                store._begin()
        except BaseException:
            store.close()
            raise
        return store

    def vectors(self, model_sha256: str) -> VectorShelf:
        """What passages mean, as an embedding model has it."""
        return VectorShelf(self._file, model_sha256)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. May be called twice."""
        self._file.close()

    @property
    def name(self) -> str:
        """What the matter is called."""
        return str(self._file.query("SELECT name FROM matter")[0]["name"])

    def rename(self, name: str) -> None:
        """Call the matter otherwise; its file keeps its name."""
        with self._file.writing() as db:
            db.table("matter").update(1, {"name": name})

    def run(self, run: str) -> RunRecord:
        """Everything about a run, by its id or an unambiguous beginning of it.

        Raises:
            MatterError: if there is no such run, or more than one.
        """
        head = self.run_row(run)
        fold = Fold()
        for stored in self.events(head.id):
            fold.add(stored)
        answer = fold.answer
        return RunRecord(
            head=head,
            matter=self.name,
            documents=self._rows(fold.documents),
            turns=fold.turns,
            children=fold.children,
            slices=tuple(fold.slices),
            evidence=fold.evidence,
            answer=answer,
            failure=fold.failure,
            coverage=answer.coverage if answer else self._coverage(fold),
            matching=self._matching(answer) if answer else frozenset(),
            verdicts=self.verdicts(head.id),
            marks=self._quoted_marks(fold.documents),
            unknown=fold.unknown,
            follows=fold.follows,
            recalled=tuple(fold.recalled.values()),
            labels=self._labels(fold.documents),
        )

    def summary(self) -> MatterSummary:
        """What the matter holds."""
        row = self._file.query("SELECT * FROM matter")[0]
        return MatterSummary(
            name=row["name"],
            path=self.path,
            created=when(row["created"]),
            size=self._file.size(),
            documents=tuple(self.documents()),
            sessions=tuple(self.sessions()),
            marks=len(self.marks()),
            cached_calls=len(self.calls),
        )

    def compact(self) -> int:
        """Forget what is not needed to read the matter, and give the space back; the bytes freed.

        That is: cached replies, what finished runs could be gone on with from, and removed
        documents that no run used. What was deleted before leaves no trace in the file afterwards.
        """
        self.calls.clear()
        self.forget_states()
        self.purge_documents()
        return self._file.vacuum()

    def _begin(self) -> None:
        """Name a new matter, note who writes it, and settle what was going on."""
        with self._file.writing() as db:
            row = {"id": 1, "name": self.path.stem, "created": now()}
            row["program_version"] = __version__
            db.table("matter").insert(row, ignore=True)
            db.table("matter").update(1, {"program_version": __version__})
            self._mark_interrupted()

    def _rows(self, ids: Iterable[str]) -> tuple[DocumentRow, ...]:
        known = {row.id: row for row in [*self.documents(), *self.documents(removed=True)]}
        return tuple(known[id] for id in ids if id in known)

    def _labels(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """What is printed on the pages of documents, where it is not just their number."""
        found = {}
        for id in ids:
            pages = self.pages(id)
            if any(page.label and page.label != str(page.index + 1) for page in pages):
                found[id] = tuple(page.label for page in pages)
        return found

    def _coverage(self, fold: Fold) -> Coverage:
        """What an unfinished run was shown so far."""
        rows = self._rows(fold.documents)
        pages = {row.id: self.pages(row.id) for row in rows}
        return coverage(rows, pages, [record.span for record in fold.slices])

    def _quoted_marks(self, documents: Iterable[str]) -> tuple[QuotedMark, ...]:
        """The marks on these documents, with their words and pages."""
        wanted = set(documents)
        texts: dict[str, tuple[str, Sequence[Page]]] = {}
        quoted = []
        for mark in self.marks():
            id = mark.span.document
            if id not in wanted:
                continue
            if id not in texts:
                texts[id] = self._text(id), self.pages(id)
            text, pages = texts[id]
            at = bisect_right(pages, mark.span.start, key=lambda page: page.start) - 1
            page = pages[max(0, at)] if pages else None
            quoted.append(
                QuotedMark(
                    mark,
                    text[mark.span.start : mark.span.end],
                    page.index if page is not None else 0,
                    page.label if page is not None else "",
                )
            )
        return tuple(quoted)

    def _matching(self, answer: Answer) -> frozenset[int]:
        """The numbers of the citations whose quote is the stored text of their span."""
        texts: dict[str, str] = {}
        matching = set()
        for citation in answer.citations:
            span: Span = citation.span
            if span.document not in texts:
                texts[span.document] = self._text(span.document)
            quoted = texts[span.document][span.start : span.end]
            if quoted and quoted == citation.quote:
                matching.add(citation.n)
        return frozenset(matching)
