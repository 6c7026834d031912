"""What every spreadsheet of Pincite's has: formats, headings, and texts made harmless.

Everything that comes from a document, a model or a person is written as a string, date or number
cell and never read as a formula or an address.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app.reports.escaping import visible

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Of a workbook."""

_FIRST_YEAR = 1900
"""Of the dates that a spreadsheet knows."""

_MOST_TEXT = 32_000
"""Characters in a cell; the format's own limit is 32,767."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of cells."""

    head: Format
    name: Format
    text: Format
    quiet: Format
    bad: Format
    doubtful: Format
    date: Format
    number: Format
    percent: Format

    @staticmethod
    def of(book: Workbook) -> Looks:
        """The formats of a workbook."""
        base = {"text_wrap": True, "valign": "top"}
        return Looks(
            head=book.add_format({**base, "bold": True, "bg_color": "#E8ECF2", "bottom": 1}),
            name=book.add_format({**base, "bold": True}),
            text=book.add_format(base),
            quiet=book.add_format({**base, "italic": True, "font_color": "#6B7280"}),
            bad=book.add_format({**base, "font_color": "#9A3412"}),
            doubtful=book.add_format({**base, "bg_color": "#FBEEE6"}),
            date=book.add_format({**base, "num_format": "yyyy-mm-dd", "align": "left"}),
            number=book.add_format({**base, "num_format": "#,##0.##########", "align": "left"}),
            percent=book.add_format({**base, "num_format": "0%"}),
        )


def write_head(sheet: Worksheet, titles: Sequence[str], looks: Looks) -> None:
    """Write the titles of columns into the first row, and have them on every page in print."""
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")
    for x, title in enumerate(titles):
        sheet.write_string(0, x, text_of(title), looks.head)


def write_value(
    sheet: Worksheet,
    y: int,
    x: int,
    value: date | float | str,
    looks: Looks,
    look: Format | None = None,
) -> None:
    """Write a date or a number as one, and anything else as text, in `look` where that is given.

    A date from before those that a spreadsheet knows is text as well.
    """
    match value:
        case date() if value.year >= _FIRST_YEAR:
            sheet.write_datetime(y, x, value, looks.date)
        case int() | float():
            sheet.write_number(y, x, value, looks.number)
        case _:
            sheet.write_string(y, x, text_of(str(value)), look or looks.text)


def write_about(sheet: Worksheet, lines: Iterable[tuple[str, str]], looks: Looks) -> None:
    """Fill the sheet that says what a spreadsheet is: a name and some words to a line."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    for y, (name, text) in enumerate(lines):
        sheet.write_string(y, 0, text_of(name), looks.name)
        sheet.write_string(y, 1, text_of(text), looks.text)


def text_of(text: str) -> str:
    """A text as a cell can hold it: without control characters, which XML can't hold."""
    return cut(visible(text), _MOST_TEXT)


def cut(text: str, most: int) -> str:
    """A text of at most so many characters."""
    return text if len(text) <= most else text[: most - 1] + "…"
