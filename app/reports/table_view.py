"""A table as its files show it: plain data, all words chosen, nothing escaped yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.recipes.recipe import Question
from app.recursion.results import Citation
from app.reports import wording
from app.tables.table import Cell, Row, Table, value_of

STATES = {
    "waiting": "Not asked yet",
    "running": "Being worked on",
    "answered": "Answered",
    "not_found": "Not found in what was read",
    "stopped": "Stopped before it was done",
    "failed": "Failed",
}
DISAGREE = "Sources disagree; all are given."
NO_PASSAGE = "no passage"


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that a statement rests on, or, without a quote, the word that there is none.

    Attributes:
        statement: of the answer.
        n: number of the citation in its cell, or 0.
        place: where it stands, in words.
        label: the page as printed; `page` as counted in the file, from 1.
        quote: the document's own text.
        check: what was checked about it, in words.
        probability: the judge's, 0 to 1.
        good: whether the quote matches the source and the passage passed verification.
    """

    statement: str
    n: int = 0
    place: str = ""
    label: str = ""
    page: int = 0
    quote: str = ""
    check: str = NO_PASSAGE
    probability: float = 0.0
    good: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell in words.

    Attributes:
        row, column: what it is about.
        state: how it stands; `outcome` the same in words.
        text: what is shown in it: the answer with the numbers of its citations, or the outcome.
        value: the same, or a date or a number to sort by.
        note: what the reader should know beside the answer.
        sources: in the order of the statements.
        run: id of its run.
    """

    row: Row
    column: Question
    state: str
    outcome: str
    text: str
    value: str | date | float
    note: str
    sources: tuple[Source, ...]
    run: str

    @property
    def statements(self) -> list[tuple[str, list[Source]]]:
        """The statements of the answer, each with its passages."""
        groups = groupby(self.sources, key=lambda source: source.statement)
        return [(statement, list(sources)) for statement, sources in groups]

    @property
    def doubtful(self) -> bool:
        """Whether a reader should look twice: sources disagree, or a check failed."""
        return self.state == "answered" and (
            bool(self.note) or any(not source.good for source in self.sources)
        )


def views(table: Table) -> Iterator[tuple[Row, list[CellView]]]:
    """The rows of a table, each with its cells in the order of the columns."""
    for row in table.rows:
        yield row, [cell_view(table.cell(row.id, c.id), row, c) for c in table.columns]


def cell_view(cell: Cell, row: Row, column: Question) -> CellView:
    """One cell in words."""
    answered = cell.state == "answered"
    value = value_of(cell, column) if answered else ""
    text = "\n".join(_marked(claim.text, claim.citations) for claim in cell.claims)
    outcome = _outcome(cell, row)
    if cell.state == "stopped" and text:
        text = f"{outcome}, with this so far:\n{text}"
    typed = answered and not isinstance(value, str)
    shown = text or outcome
    note = "\n".join(part for part in (DISAGREE if cell.contradictory else "", cell.note) if part)
    return CellView(
        row=row,
        column=column,
        state=cell.state,
        outcome=outcome,
        text=shown,
        value=value if typed else shown,
        note=note,
        sources=tuple(_sources(cell, row)),
        run=cell.run,
    )


def outcomes(table: Table) -> str:
    """How many cells ended how: "12 answered, 3 not found"."""
    said = [
        (table.count("answered"), "answered"),
        (table.count("not_found"), "not found"),
        (table.count("stopped"), "stopped"),
        (table.count("failed"), "failed"),
        (table.count("waiting", "running"), "not asked"),
    ]
    return ", ".join(f"{count:,} {word}" for count, word in said if count)


def _marked(text: str, numbers: tuple[int, ...]) -> str:
    marks = "".join(f" [{n}]" for n in numbers) or f" ({NO_PASSAGE})"
    return text + marks


def _outcome(cell: Cell, row: Row) -> str:
    """How the cell stands, in words that claim no more than was read."""
    if cell.state == "not_found":
        if len(cell.pages_read) == row.pages:
            where = "what was read of every page"
        else:
            where = f"what was read of {wording.pages(cell.pages_read)} of {row.pages}"
        return f"Not found in {where}"
    if cell.state == "failed":
        return f"Failed: {cell.note}" if cell.note else "Failed"
    return STATES[cell.state]


def _sources(cell: Cell, row: Row) -> Iterator[Source]:
    for claim in cell.claims:
        cited = cell.cited_by(claim)
        for citation in cited:
            yield _source(claim.text, citation, cell, row)
        if not cited:
            yield Source(claim.text)


def _source(statement: str, citation: Citation, cell: Cell, row: Row) -> Source:
    matches = citation.n in cell.matching
    checks = ["quote matches the source" if matches else "quote could not be matched"]
    if not citation.check.passed:
        checks.append("passage did not pass verification")
    if citation.check.missing:
        checks.append(f"not in the passage: {', '.join(citation.check.missing)}")
    return Source(
        statement=statement,
        n=citation.n,
        place=wording.place_in(citation, row.pages),
        label=citation.label,
        page=citation.page + 1,
        quote=citation.quote,
        check="; ".join(checks),
        probability=citation.check.probability,
        good=matches and citation.check.passed,
    )
