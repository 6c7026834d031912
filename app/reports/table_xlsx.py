"""A table as a spreadsheet: answers, their sources, and how it was made.

Everything that comes from a document, a model or a person is written as a string, date or number
cell and never read as a formula or an address.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app import __version__
from app.reports import wording
from app.reports.escaping import visible
from app.reports.sheets import (
    OPTIONS,
    Looks,
    cut,
    text_of,
    write_about,
    write_head,
    write_value,
)
from app.reports.table_view import CellView, Source, outcomes, views
from app.reports.wording import Wording
from app.tables.table import Row, Table

_MOST_NOTE = 1_500
_MOST_QUOTE = 300
_MOST_LINKS = 60_000
"""Links in a sheet; beyond 65,530 Excel offers to repair the file."""

_WIDTHS = (26, 22, 46, 5, 10, 10, 70, 34, 11, 15)
"""Of the columns of the sheet of sources, in characters."""


def _source_columns(words: Wording) -> list[str]:
    """The titles of these columns."""
    say = words.say
    return [
        say("Document"),
        say("Question"),
        say("Statement"),
        say("No."),
        say("Page as printed"),
        say("Page in the file"),
        say("Quote"),
        say("Checks"),
        say("Judge's probability"),
        say("Run"),
    ]


def xlsx(table: Table, made: str, words: Wording) -> bytes:
    """The table as an XLSX file; `made` is the date it bears."""
    data = BytesIO()
    with Workbook(data, OPTIONS) as book:
        book.set_properties({"title": text_of(table.title), "comments": f"Pincite {__version__}"})
        looks = Looks.of(book)
        answers = book.add_worksheet(words.say("Table"))
        sources = book.add_worksheet(words.say("Sources"))
        rows = list(views(table, words))
        places = _write_sources(sources, rows, looks, words)
        _write_answers(answers, table, rows, looks, places, words)
        about = book.add_worksheet(words.say("About"))
        write_about(about, _about(table, made, words), looks)
    return data.getvalue()


def _write_answers(
    sheet: Worksheet,
    table: Table,
    rows: Sequence[tuple[Row, list[CellView]]],
    looks: Looks,
    places: dict[tuple[str, str], int],
    words: Wording,
) -> None:
    """The table itself: each answer with its citations as a note, and a link to them."""
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, max(1, len(table.columns)), 36)
    write_head(sheet, [words.say("Document"), *(column.column for column in table.columns)], looks)
    there, links = words.say("Sources"), 0
    for y, (row, cells) in enumerate(rows, 1):
        sheet.write_string(y, 0, text_of(row.name), looks.name)
        for x, cell in enumerate(cells, 1):
            place = places.get((cell.row.id, cell.column.id))
            if place is not None and links < _MOST_LINKS:
                # The value is written over the link's own text, and the link stays.
                sheet.write_url(y, x, f"internal:'{there}'!A{place + 1}", string="x")
                links += 1
            write_value(sheet, y, x, cell.value, looks, _look_of(cell, looks))
            note = _note(cell)
            if note:
                sheet.write_comment(y, x, note, {"x_scale": 3, "y_scale": 2, "author": "Pincite"})


def _note(cell: CellView) -> str:
    """What a reader sees on pointing at a cell."""
    parts = [cell.note] if cell.note and cell.state != "failed" else []
    if not isinstance(cell.value, str):
        parts.append(cell.text)
    for source in cell.sources:
        if source.n:
            quote = " ".join(source.quote.split())
            parts.append(f"[{source.n}] {source.place}: “{cut(quote, _MOST_QUOTE)}”")
    return visible(cut("\n".join(dict.fromkeys(parts)), _MOST_NOTE))


def _write_sources(
    sheet: Worksheet,
    rows: Sequence[tuple[Row, list[CellView]]],
    looks: Looks,
    words: Wording,
) -> dict[tuple[str, str], int]:
    """A line for each statement and passage; the first line of each cell that has any."""
    sheet.freeze_panes(1, 0)
    for x, width in enumerate(_WIDTHS):
        sheet.set_column(x, x, width)
    write_head(sheet, _source_columns(words), looks)
    places: dict[tuple[str, str], int] = {}
    y = 0
    for _, cells in rows:
        for cell in cells:
            for source in cell.sources:
                y += 1
                places.setdefault((cell.row.id, cell.column.id), y)
                _write_source(sheet, y, cell, source, looks)
    sheet.autofilter(0, 0, max(1, y), len(_WIDTHS) - 1)
    return places


def _write_source(sheet: Worksheet, y: int, cell: CellView, source: Source, looks: Looks) -> None:
    look = looks.text if source.good else looks.bad
    for x, text in (
        (0, cell.row.name),
        (1, cell.column.column),
        (2, source.statement),
        (4, source.label),
        (6, source.quote),
        (7, source.check),
        (9, cell.run),
    ):
        sheet.write_string(y, x, text_of(text), look)
    if source.n:
        sheet.write_number(y, 3, source.n, look)
        sheet.write_number(y, 5, source.page, look)
        sheet.write_number(y, 8, source.probability, looks.percent)


def _about(table: Table, made: str, words: Wording) -> list[tuple[str, str]]:
    """What was asked of what, by what, and what the checks mean."""
    say, asked = words.say, words.say("Question: {column}")
    models = dict.fromkeys(cell.model for cell in table.all_cells if cell.model)
    return [
        (say("Table"), table.title),
        (
            say("Made"),
            say("{time}, with Pincite {version}").format(time=made, version=__version__),
        ),
        (say("Model"), ", ".join(models)),
        (say("Cells"), outcomes(table, words)),
        (say("Checks"), say(wording.WHAT_CHECKS_MEAN)),
        *((asked.format(column=column.column), column.text) for column in table.columns),
        *(
            (row.name, f"{words.number(row.pages, '1 page', '{n} pages')}, SHA-256 {row.sha256}")
            for row in table.rows
        ),
    ]


def _look_of(cell: CellView, looks: Looks) -> Format:
    """What a cell with text looks like."""
    if cell.doubtful:
        return looks.doubtful
    if cell.state in ("failed", "stopped"):
        return looks.bad
    return looks.text if cell.state == "answered" else looks.quiet
