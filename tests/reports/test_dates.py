"""A chronology as a file: every date with its passage and place, and the silences between."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path

import pymupdf
import pytest
from openpyxl import load_workbook

from app.documents.document import Span
from app.documents.process import ParserProcess
from app.errors import UsageError
from app.recursion.results import Check, Citation
from app.reports import dates
from app.reports.wording import ENGLISH, Voice
from app.tables.chronology import Entry, entries_of
from app.workbench.reporting import write_dates

MADE = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
QUOTES = (
    "Admitted on 9 May 2021.",
    "Seen on 3 May 2021 by Dr Ames.",
    "Seen 03/04/2021 <b>by</b> nobody.",
    "Discharged on 20 May 2021.",
    "=1+1 Seen again on 2 March 2022.",
)


def entries(*quotes: str) -> list[Entry]:
    found = []
    for n, quote in enumerate(quotes):
        span = Span("d", 100 * n, 100 * n + len(quote))
        cited = Citation(1, span, "record.pdf", n, f"A{n}", quote, Check(0.9, (), True))
        found += entries_of(cited, f"Statement {n}", "r1")
    return found


def test_a_page_has_each_date_in_order_with_its_passage_and_place() -> None:
    page = dates.html(entries(*QUOTES), "Ames v. Bell", MADE)
    order = [page.index(day) for day in ("2021-03-04", "2021-05-03", "2021-05-09", "2022-03-02")]
    assert order == sorted(order)
    assert "or 2021-04-03" in page
    assert "Seen on 3 May 2021 by Dr Ames." in page
    assert "page A1 as printed, page 2 in the file" in page
    assert "No cited passage is dated in these 286 days." in page
    assert "5 dates" in page and "Ames v. Bell" in page and "2026-11-22 20:15 UTC" in page
    assert "&lt;b&gt;by" in page and "<b>by" not in page
    assert "Passages that the reviewer rejected are left out" in page


def test_a_spreadsheet_can_be_sorted_and_reads_nothing_as_a_formula() -> None:
    book = load_workbook(BytesIO(dates.xlsx(entries(*QUOTES), "Ames v. Bell", MADE)))
    sheet = book["Chronology"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("Date", "Or", "Days since", "What the source says")
    assert [row[0].date().isoformat() for row in rows[1:]] == [
        "2021-03-04", "2021-05-03", "2021-05-09", "2021-05-20", "2022-03-02"
    ]  # fmt: skip
    assert rows[1][1].date().isoformat() == "2021-04-03"
    assert [row[2] for row in rows[1:]] == [None, 60, 6, 11, 286]
    assert rows[5][3] == QUOTES[4] and sheet.cell(6, 4).data_type == "s"
    assert rows[2][4:8] == ("Statement 1", "record.pdf", "A1", 2)


def test_a_date_older_than_spreadsheets_know_stands_there_as_text() -> None:
    found = entries("The deed is of 4 June 1895.", "It was entered on 1 February 1901.")
    sheet = load_workbook(BytesIO(dates.xlsx(found, "The mill", MADE)))["Chronology"]
    assert sheet.cell(2, 1).value == "1895-06-04"
    assert sheet.cell(3, 1).value == datetime(1901, 2, 1)


def test_a_month_is_no_day_in_any_kind_of_file() -> None:
    found = entries("Seen on 1 March 2021.", "Ill in March 2021.", "Ill since 2019.")
    page = dates.html(found, "Ames", MADE)
    assert '<b class="day">March 2021</b>' in page and '<b class="day">2019</b>' in page
    rows = list(csv.reader(StringIO(dates.as_csv(found))))
    assert [row[0] for row in rows[1:]] == ["2019", "March 2021", "2021-03-01"]
    assert [row[2] for row in rows[1:]] == ["", "", ""], "no days lie between what are no days"
    sheet = load_workbook(BytesIO(dates.xlsx(found, "Ames", MADE)))["Chronology"]
    assert [sheet.cell(y, 1).value for y in (2, 3)] == ["2019", "March 2021"]
    assert sheet.cell(1, 10).value == "Order"
    assert [sheet.cell(y, 10).value for y in (2, 3, 4)] == [1, 2, 3], "sorting can be undone"
    for text in (page.split("<h1")[1], dates.as_csv(found)):
        assert text.count("2021-03-01") == 1 and "2019-01-01" not in text


def test_months_have_the_names_of_the_language() -> None:
    german = Voice(language="de")
    assert "März 2021" in dates.html(entries("Ill in March 2021."), "Ames", MADE, german)


def test_a_csv_has_a_line_for_each_date() -> None:
    rows = list(csv.reader(StringIO(dates.as_csv(entries(*QUOTES)))))
    assert len(rows) == 6
    assert rows[-1][0] == "2022-03-02" and rows[-1][3] == "'" + QUOTES[4]


def test_a_pdf_is_laid_out_and_other_endings_are_refused(tmp_path: Path) -> None:
    to = tmp_path / "dates.pdf"
    with ParserProcess() as parser:
        write_dates(entries(*QUOTES), "Ames v. Bell", to, parser, ENGLISH)
        with pymupdf.open(to) as pdf:
            text = pdf[0].get_text()
            assert pdf.metadata["title"] == "Chronology: Ames v. Bell"
        assert "2021-05-03" in text and "Discharged on 20 May 2021." in text
        with pytest.raises(UsageError, match=r"can't be written as \.doc"):
            write_dates(entries(*QUOTES), "", tmp_path / "dates.doc", parser, ENGLISH)
        with pytest.raises(UsageError, match="has a date"):
            write_dates([], "", to, parser, ENGLISH)


def test_no_page_of_a_pdf_holds_only_the_closing_words(tmp_path: Path) -> None:
    with ParserProcess() as parser:
        for count in (12, 13, 14, 29):
            quotes = (f"Seen on {1 + n % 28} May {1990 + n} by Dr Ames." for n in range(count))
            to = tmp_path / f"{count}.pdf"
            write_dates(entries(*quotes), "Ames v. Bell", to, parser, ENGLISH)
            with pymupdf.open(to) as pdf:
                pages = [page.get_text() for page in pdf]
            assert all("Seen on" in page for page in pages), count
            assert "Each date stands" in pages[-1] and "Made with" in pages[-1]
            assert sum(page.count("Seen on") for page in pages) == count
