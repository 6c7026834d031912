"""A table as its files show it: plain data, all words chosen, nothing escaped yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.recipes.recipe import Question
from app.recursion.results import Citation
from app.reports import wording
from app.reports.wording import Wording
from app.tables.table import Cell, Row, Table, value_of

STATES = {
    "no_text": "No text to read",
    "waiting": "Not asked yet",
    "running": "Being worked on",
    "answered": "Answered",
    "not_found": "Not found in what was read",
    "stopped": "Stopped before it was done",
    "failed": "Failed",
}
DISAGREE = "Sources disagree; all are given."


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
    check: str = ""
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


def views(table: Table, words: Wording) -> Iterator[tuple[Row, list[CellView]]]:
    """The rows of a table, each with its cells in the order of the columns."""
    for row in table.rows:
        yield row, [_Cell(table.cell(row.id, c.id), row, c, words).view() for c in table.columns]


def outcomes(table: Table, words: Wording) -> str:
    """How many cells ended how: "12 answered, 3 not found"."""
    say = words.say
    said = [
        (table.count("answered"), say("{n} answered")),
        (table.count("not_found"), say("{n} not found")),
        (table.count("stopped"), say("{n} stopped")),
        (table.count("failed"), say("{n} failed")),
        (table.count("waiting", "running"), say("{n} not asked")),
        (table.count("no_text"), say("{n} without text")),
    ]
    return ", ".join(text.format(n=words.figure(count)) for count, text in said if count)


class _Cell:
    """Makes the view of one cell."""

    def __init__(self, cell: Cell, row: Row, column: Question, words: Wording) -> None:
        self._cell = cell
        self._row = row
        self._column = column
        self._words = words
        self._say = words.say

    def view(self) -> CellView:
        """The cell in words."""
        cell, say = self._cell, self._say
        answered = cell.state == "answered"
        value = value_of(cell, self._column) if answered else ""
        text = "\n".join(self._marked(claim.text, claim.citations) for claim in cell.claims)
        outcome = self._outcome()
        if cell.state == "stopped" and text:
            text = say("{outcome}, with this so far:").format(outcome=outcome) + f"\n{text}"
        typed = answered and not isinstance(value, str)
        shown = text or outcome
        note = self._words.voice.said(cell.note)
        parts = (say(DISAGREE) if cell.contradictory else "", note)
        return CellView(
            row=self._row,
            column=self._column,
            state=cell.state,
            outcome=outcome,
            text=shown,
            value=value if typed else shown,
            note="\n".join(part for part in parts if part),
            sources=tuple(self._sources()),
            run=cell.run,
        )

    def _marked(self, text: str, numbers: tuple[int, ...]) -> str:
        marks = "".join(f" [{n}]" for n in numbers) or f" ({self._say(wording.NO_PASSAGE)})"
        return text + marks

    def _outcome(self) -> str:
        """How the cell stands, in words that claim no more than was read."""
        cell, row, say = self._cell, self._row, self._say
        if cell.state == "not_found":
            if len(cell.pages_read) == row.pages:
                return say("Not found in what was read of every page")
            return say("Not found in what was read of {pages} of {all}").format(
                pages=self._words.pages(cell.pages_read, cell.labels), all=row.pages
            )
        if cell.state == "failed" and cell.note:
            return say("Failed: {why}").format(why=self._words.voice.said(cell.note))
        return say(STATES[cell.state])

    def _sources(self) -> Iterator[Source]:
        for claim in self._cell.claims:
            cited = self._cell.cited_by(claim)
            for citation in cited:
                yield self._source(claim.text, citation)
            if not cited:
                yield Source(claim.text, check=self._say(wording.NO_PASSAGE))

    def _source(self, statement: str, citation: Citation) -> Source:
        say = self._say
        matches = citation.n in self._cell.matching
        checks = [say("quote matches the source") if matches else say("quote could not be matched")]
        if not citation.check.passed:
            checks.append(say("passage did not pass verification"))
        if citation.check.missing:
            what = ", ".join(citation.check.missing)
            checks.append(say("not in the passage: {what}").format(what=what))
        return Source(
            statement=statement,
            n=citation.n,
            place=self._words.page(citation.page, citation.label, self._row.pages),
            label=citation.label,
            page=citation.page + 1,
            quote=citation.quote,
            check="; ".join(checks),
            probability=citation.check.probability,
            good=matches and citation.check.passed,
        )
