"""A table as data: rows are documents, columns are questions, cells are answers with citations.

A table keeps nothing of its own in the matter: its cells are runs, and it can be made again from
them at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import Literal

from app.documents.document import Document
from app.recipes.recipe import Question
from app.recursion.results import Citation, Claim
from app.recursion.texts import figures
from app.sessions.rows import DocumentRow, RunRecord

CellState = Literal["no_text", "waiting", "running", "answered", "not_found", "stopped", "failed"]
"""How a cell stands; the last four are how its run ended."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document: its id, name, SHA-256, and how many pages it has.

    Attributes:
        blank: whether there is no text on them: then nothing is asked.
    """

    id: str
    name: str
    sha256: str
    pages: int
    blank: bool = False

    @staticmethod
    def of(document: Document) -> Row:
        """The row of a document that is open."""
        blank = not any(page.has_text for page in document.pages)
        return Row(document.id, document.name, document.sha256, len(document.pages), blank)

    @staticmethod
    def kept(row: DocumentRow) -> Row:
        """The row of a document as the matter lists it."""
        blank = len(row.without_text) == row.pages
        return Row(row.id, row.name, row.sha256, row.pages, blank)

    def empty_cell(self, column: str) -> Cell:
        """The cell of a question, by its id, of which nothing is known."""
        return Cell(self.id, column, "no_text" if self.blank else "waiting")


@dataclass(frozen=True, slots=True)
class Cell:
    """One question about one document.

    Attributes:
        row: id of the document.
        column: id of the question.
        state: how it stands.
        claims: the answer, statement by statement.
        citations: what the statements rest on, by number.
        matching: numbers of the citations whose quote is the stored text of its span.
        pages_read: indexes of the pages of which the run showed some text to the model.
        labels: what is printed on the document's pages, where that is not just their number.
        contradictory: whether passages disagree; all are then among the claims.
        note: why it ended as it did, or what went wrong.
        run: id of its run in the matter, or "".
        model: name of the model that answered, or "".
        seconds: that the run took.
    """

    row: str
    column: str
    state: CellState = "waiting"
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    matching: frozenset[int] = frozenset()
    pages_read: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    contradictory: bool = False
    note: str = ""
    run: str = ""
    model: str = ""
    seconds: float = 0.0

    @property
    def done(self) -> bool:
        """Whether its question was worked on to the end: it need not be asked again."""
        return self.state in ("answered", "not_found", "no_text")

    @property
    def text(self) -> str:
        """The answer, a statement a line, without citation numbers."""
        return "\n".join(claim.text for claim in self.claims)

    def cited_by(self, claim: Claim) -> tuple[Citation, ...]:
        """The citations that a statement rests on."""
        return tuple(citation for citation in self.citations if citation.n in claim.citations)


@dataclass(frozen=True, slots=True)
class Table:
    """Documents by questions.

    Attributes:
        title: what it is about.
        rows: documents, in order.
        columns: questions, in order.
        cells: by ids of document and question; one that is missing waits.
    """

    title: str
    rows: tuple[Row, ...]
    columns: tuple[Question, ...]
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)

    @staticmethod
    def over(title: str, questions: Sequence[Question], documents: Sequence[Document]) -> Table:
        """An empty table."""
        return Table(title, tuple(map(Row.of, documents)), tuple(questions))

    def cell(self, row: str, column: str) -> Cell:
        """The cell of a document and a question."""
        return self.cells.get((row, column)) or self._empty(row, column)

    def _empty(self, row: str, column: str) -> Cell:
        document = next((one for one in self.rows if one.id == row), None)
        return Cell(row, column) if document is None else document.empty_cell(column)

    def with_cell(self, cell: Cell) -> Table:
        """The table with one cell changed."""
        return replace(self, cells={**self.cells, (cell.row, cell.column): cell})

    @property
    def all_cells(self) -> tuple[Cell, ...]:
        """Every cell, row by row."""
        return tuple(
            self.cells.get((row.id, column.id)) or row.empty_cell(column.id)
            for row in self.rows
            for column in self.columns
        )

    def count(self, *states: CellState) -> int:
        """How many cells are in one of these states."""
        return sum(cell.state in states for cell in self.all_cells)


def questions_of(texts: Sequence[str], beside: Sequence[Question] = ()) -> tuple[Question, ...]:
    """Columns for questions that come from no recipe; each is its own title.

    Args:
        texts: the questions; one that comes twice, or that is `beside` them, counts once.
        beside: the other columns.
    """
    said = {question.text for question in beside}
    ids = {question.id for question in beside}
    made = []
    for n, text in enumerate(dict.fromkeys(" ".join(text.split()) for text in texts), 1):
        if text not in said:
            id = next(id for m in count(n) if (id := f"q{m}") not in ids)
            ids.add(id)
            made.append(Question(id=id, text=text, column=text))
    return tuple(made)


def cell_of(record: RunRecord, row: str, column: str) -> Cell:
    """The cell that a run fills."""
    answer = record.answer
    state: CellState
    match record.head.status:
        case "interrupted" | "running":
            state = "stopped"
        case ended:
            state = ended
    failure = record.failure
    note = f"{failure.message} {failure.hint}".strip() if failure else answer.note if answer else ""
    return Cell(
        row=row,
        column=column,
        state=state,
        claims=answer.claims if answer else (),
        citations=answer.citations if answer else (),
        matching=record.matching,
        pages_read=tuple(sorted(i for id, i in record.coverage.pages_read if id == row)),
        labels=record.labels.get(row, ()),
        contradictory=bool(answer and answer.contradictory),
        note=note,
        run=record.id,
        model=record.head.model_name,
        seconds=record.head.seconds,
    )


def value_of(cell: Cell, column: Question) -> str | date | float:
    """What a cell holds, to sort by and to reckon with.

    A date or a number only where its column asks for one, the answer states exactly one, and no
    passages disagree; else the answer's text.
    """
    if cell.state != "answered" or cell.contradictory or column.value == "text":
        return cell.text
    found = figures.facts(cell.text)
    if column.value == "date" and len(found.dates) == 1:
        return date.fromisoformat(next(iter(found.dates)))
    if column.value == "number" and len(found.numbers) == 1 and not found.dates:
        return next(iter(found.numbers))
    return cell.text
