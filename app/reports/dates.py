"""A chronology as a file: XLSX, CSV, HTML, and HTML to be made into a PDF."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

from markupsafe import Markup
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app import __version__
from app.recursion.texts import phrases
from app.recursion.texts.dates import When
from app.reports import report, wording
from app.reports.sheets import OPTIONS, Looks, text_of, write_about, write_head, write_value
from app.reports.wording import ENGLISH, Voice, Wording
from app.reports.writing import inert
from app.tables.chronology import Entry, Gap, with_gaps

WHAT_DATES_MEAN = (
    "Each date stands in a passage that an answer of this matter cites and that passed "
    "verification. Passages that the reviewer rejected are left out, and so is every date that no "
    "answer cites."
)

_WIDTHS = (16, 12, 10, 70, 50, 30, 10, 10, 15, 10)
"""Of the columns, in characters."""


@dataclass(frozen=True, slots=True)
class Line:
    """A dated passage.

    Attributes:
        said: a day, or a month or year in words; `other` what it can mean as well, or None.
        since: days since the date before; None for the first, and where one of them is no day.
        entry: what was found.
        place: where in the document it stands, in words.
    """

    said: date | str
    other: date | str | None
    since: int | None
    entry: Entry
    place: str


def lines(entries: Sequence[Entry], words: Wording) -> list[Line]:
    """Dated passages in order of time."""
    found: list[Line] = []
    for entry in (line for line in with_gaps(entries) if isinstance(line, Entry)):
        cited = entry.citation
        said = _date(entry.when, words)
        other = None if entry.other is None else _date(entry.other, words)
        since = _days_since(found[-1].entry.when, entry.when) if found else None
        place = words.page(cited.page, cited.label)
        found.append(Line(said, other, since, entry, place))
    return found


def _date(when: When, words: Wording) -> date | str:
    """A day; or a month or a year in words, which are no day."""
    if when.unit == "day":
        return when.first
    return when.said(phrases.of(words.voice.language).months)


def _days_since(before: When, when: When) -> int | None:
    """The days between two days."""
    if before.unit == when.unit == "day":
        return (when.first - before.first).days
    return None


def html(
    entries: Sequence[Entry],
    matter: str,
    made: datetime | None = None,
    voice: Voice = ENGLISH,
    paper: bool = False,
) -> str:
    """A chronology as one HTML page that needs nothing else.

    Args:
        entries: the dated passages.
        matter: what it is of.
        made: the date that it bears; None for now.
        voice: the language that it is written in.
        paper: for `ParserProcess.write_pdf` to lay out.
    """
    words = Wording(voice)
    found = {id(line.entry): line for line in lines(entries, words)}
    rows = [
        _silence(line, words) if isinstance(line, Gap) else found[id(line)]
        for line in with_gaps(entries)
    ]
    name = "pdf.css" if paper else "screen.css"
    return (
        report.environment("chronology.html.j2")
        .get_template("chronology.html.j2")
        .render(
            rows=rows,
            matter=matter,
            made=wording.time(made or datetime.now(UTC)),
            program=__version__,
            say=words.say,
            language=voice.language,
            paper=paper,
            counted=words.number(len(found), "1 date", "{n} dates"),
            dates_mean=words.say(WHAT_DATES_MEAN),
            style=Markup((report.TEMPLATES / name).read_text("utf-8")),  # ours, not a document's
        )
    )


def as_csv(entries: Sequence[Entry], voice: Voice = ENGLISH) -> str:
    """A line for each date. What a spreadsheet would read as a formula gets an apostrophe."""
    words = Wording(voice)
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(_titles(words))
    for order, line in enumerate(lines(entries, words), 1):
        rows.writerow(
            [inert("" if value is None else str(value)) for value in _values(order, line)]
        )
    return out.getvalue()


def xlsx(
    entries: Sequence[Entry], matter: str, made: datetime | None = None, voice: Voice = ENGLISH
) -> bytes:
    """A spreadsheet with a row for each date, to be sorted and filtered."""
    words, data = Wording(voice), BytesIO()
    title = words.say("Chronology")
    with Workbook(data, OPTIONS) as book:
        book.set_properties({"title": text_of(f"{title}: {matter}")})
        looks = Looks.of(book)
        _write_lines(book.add_worksheet(title), lines(entries, words), looks, words)
        about = _about(matter, made or datetime.now(UTC), words)
        write_about(book.add_worksheet(words.say("About")), about, looks)
    return data.getvalue()


def _write_lines(sheet: Worksheet, found: Sequence[Line], looks: Looks, words: Wording) -> None:
    sheet.freeze_panes(1, 1)
    for x, width in enumerate(_WIDTHS):
        sheet.set_column(x, x, width)
    write_head(sheet, _titles(words), looks)
    for y, line in enumerate(found, 1):
        for x, value in enumerate(_values(y, line)):
            if value is not None:
                write_value(sheet, y, x, value, looks)
    sheet.autofilter(0, 0, max(1, len(found)), len(_WIDTHS) - 1)


def _about(matter: str, made: datetime, words: Wording) -> list[tuple[str, str]]:
    """What the chronology is of, when it was made, and what its dates mean."""
    say = words.say
    when = say("{time}, with Pincite {version}").format(
        time=wording.time(made), version=__version__
    )
    return [
        (say("Matter"), matter),
        (say("Made"), when),
        (say("Dates"), say(WHAT_DATES_MEAN)),
    ]


def _titles(words: Wording) -> list[str]:
    say = words.say
    return [
        say("Date"),
        say("Or"),
        say("Days since"),
        say("What the source says"),
        say("Statement"),
        say("Document"),
        say("Page as printed"),
        say("Page in the file"),
        say("Run"),
        say("Order"),
    ]


def _values(order: int, line: Line) -> list[date | int | str | None]:
    """What a row holds; its number brings back the order, in which months stand among days."""
    cited = line.entry.citation
    return [
        line.said,
        line.other,
        line.since,
        " ".join(line.entry.words.split()),
        line.entry.claim,
        cited.document_name,
        cited.label,
        cited.page + 1,
        line.entry.run,
        order,
    ]


def _silence(gap: Gap, words: Wording) -> str:
    """That nothing is dated for longer than usual."""
    said = words.say("No cited passage is dated in these {n} days.")
    return said.format(n=words.figure(gap.days))
