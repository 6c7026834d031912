"""Tables as files: everything is there, nothing is read as a formula or as markup."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell

from app.documents.document import Document
from app.errors import DocumentError, UsageError
from app.recipes.recipe import Question
from app.recursion.results import Check, Claim
from app.reports.tables import as_csv, as_html, as_json, write
from app.reports.wording import Wording
from app.tables.table import Cell, Table
from tests.sessions.making import citation, make_document

MADE = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
FEE = Question(id="fee", text="What is the fee?", column="Fee", value="number")
ENDS = Question(id="ends", text="When does it end?", column="Ends", value="date")
HOW = Question(id="how", text="How can it be ended?", column="Ending it")
HOSTILE = (
    '=HYPERLINK("http://example.com","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\ufeff=1+1",
    "＝1+1",
)


def answered(document: Document, column: Question, *texts: str, check: Check | None = None) -> Cell:
    claims = tuple(Claim(text, (n,)) for n, text in enumerate(texts, 1))
    cited = tuple(citation(document, n, (n - 1) % 3, check) for n in range(1, len(texts) + 1))
    return Cell(
        document.id,
        column.id,
        "answered",
        claims,
        cited,
        frozenset(c.n for c in cited),
        run="a1b2c3",
        model="Small 1.5B",
    )


@pytest.fixture
def document() -> Document:
    return make_document(name="agreement.pdf")


@pytest.fixture
def table(document: Document) -> Table:
    other = make_document("Nothing here.", name="letter.pdf")
    table = Table.over("Contracts", [FEE, ENDS, HOW], [document, other])
    for cell in (
        answered(document, FEE, "The fee is 1,200 euros a month."),
        answered(document, ENDS, "It ends on 31 March 2027."),
        answered(document, HOW, "On ninety days' notice.", "At once for breach."),
        Cell(other.id, "fee", "not_found", pages_read=(0,)),
        Cell(other.id, "ends", "failed", note="The model broke."),
    ):
        table = table.with_cell(cell)
    return table


def sheet(table: Table, folder: Path, name: str = "Table") -> list[tuple[SheetCell, ...]]:
    """The cells of a sheet, read back by another library than the one that wrote them."""
    path = write(table, folder / "table.xlsx", MADE)
    return list(load_workbook(path)[name].iter_rows())


class TestXlsx:
    def test_it_has_a_line_for_each_document_and_its_head_stays(
        self, table: Table, tmp_path: Path
    ) -> None:
        rows = sheet(table, tmp_path)
        assert [cell.value for cell in rows[0]] == ["Document", "Fee", "Ends", "Ending it"]
        assert [row[0].value for row in rows[1:]] == ["agreement.pdf", "letter.pdf"]
        book = load_workbook(tmp_path / "table.xlsx")
        assert book["Table"].freeze_panes == "B2"
        assert book["Sources"].auto_filter.ref is not None

    def test_numbers_and_dates_are_numbers_and_dates(self, table: Table, tmp_path: Path) -> None:
        _, fee, ends, how = sheet(table, tmp_path)[1]
        assert (fee.value, fee.data_type) == (1200, "n")
        assert isinstance(ends.value, datetime)
        assert ends.value.date() == date(2027, 3, 31)
        assert how.value == "On ninety days' notice. [1]\nAt once for breach. [2]"

    def test_each_answer_leads_to_its_sources(self, table: Table, tmp_path: Path) -> None:
        _, fee, _, how = sheet(table, tmp_path)[1]
        assert fee.comment is not None
        assert "Either party may end this agreement" in fee.comment.text
        assert "page i as printed, page 1 of 3 in the file" in fee.comment.text
        assert "The fee is 1,200 euros a month." in fee.comment.text, "the whole answer is kept"
        sources = sheet(table, tmp_path, "Sources")
        assert how.hyperlink is not None
        place = how.hyperlink.location.removeprefix("'Sources'!A")
        linked = [cell.value for cell in sources[int(place) - 1]]
        assert linked[:4] == ["agreement.pdf", "Ending it", "On ninety days' notice.", 1]
        assert linked[4:7] == [
            "i",
            1,
            "Either party may end this agreement with ninety days' notice.",
        ]
        assert linked[7:] == ["quote matches the source", 0.93, "a1b2c3"]
        assert len(sources) == 1 + 4

    def test_the_pages_where_nothing_was_found_are_named_as_they_are_printed(
        self, document: Document
    ) -> None:
        printed = tuple(page.label for page in document.pages)
        missed = Cell(document.id, "how", "not_found", pages_read=(0, 1), labels=printed)
        table = Table.over("T", [HOW], [document]).with_cell(missed)
        words = "Not found in what was read of pages i–v (1–2 in the file) of 3"
        assert words in as_csv(table, Wording())
        assert words in as_html(table, "today", Wording())

    def test_what_was_not_found_or_failed_says_so_and_no_more(
        self, table: Table, tmp_path: Path
    ) -> None:
        _, fee, ends, how = sheet(table, tmp_path)[2]
        assert fee.value == "Not found in what was read of every page"
        assert ends.value == "Failed: The model broke."
        assert how.value == "Not asked yet"

    def test_a_document_without_text_is_no_failure(self, table: Table, tmp_path: Path) -> None:
        scan = make_document("", name="scan.pdf")
        table = replace(table, rows=(*table.rows, Table.over("", (), [scan]).rows[0]))
        last = sheet(table, tmp_path)[-1]
        assert [cell.value for cell in last] == ["scan.pdf", *["No text to read"] * 3]
        about = sheet(table, tmp_path, "About")[3]
        assert about[1].value == "3 answered, 1 not found, 1 failed, 1 not asked, 3 without text"

    def test_it_prints_across_with_its_head_on_every_page(
        self, table: Table, tmp_path: Path
    ) -> None:
        sheet(table, tmp_path)
        book = load_workbook(tmp_path / "table.xlsx")
        for name in ("Table", "Sources"):
            page = book[name]
            assert page.page_setup.orientation == "landscape"
            assert page.sheet_properties.pageSetUpPr.fitToPage
            assert page.page_setup.fitToHeight == 0
            assert page.print_title_rows in ("$1:$1", "1:1")

    @pytest.mark.parametrize("text", HOSTILE)
    def test_nothing_becomes_a_formula_or_an_address(
        self, text: str, tmp_path: Path, document: Document
    ) -> None:
        hostile = make_document(text, text, text, name=text.strip("/") + ".pdf")
        column = Question(id="x", text=text, column=text)
        cell = replace(answered(hostile, column, text), note=text)
        table = Table.over(text, [column], [hostile]).with_cell(cell)
        for name in ("Table", "Sources", "About"):
            for row in sheet(table, tmp_path, name):
                assert all(cell.data_type in ("s", "n") for cell in row)

    def test_text_that_no_cell_can_hold_is_cut_or_spelt_out(
        self, tmp_path: Path, document: Document
    ) -> None:
        cell = answered(document, HOW, "bell \x07 " + "x" * 40_000)
        table = Table.over("Long", [HOW], [document]).with_cell(cell)
        value = sheet(table, tmp_path)[1][1].value
        assert isinstance(value, str)
        assert value.startswith("bell [U+0007] xxx")
        assert len(value) == 32_000

    def test_a_doubtful_cell_stands_out(self, tmp_path: Path, document: Document) -> None:
        good = answered(document, HOW, "On notice.")
        weak = answered(document, HOW, "On notice.", check=Check(0.4, ("90",), False))
        both = replace(good, contradictory=True)
        fills = []
        for cell in (good, weak, both):
            table = Table.over("One", [HOW], [document]).with_cell(cell)
            fills.append(sheet(table, tmp_path)[1][1].fill.fgColor.rgb)
        assert fills[1] == fills[2] != fills[0]
        note = sheet(table, tmp_path)[1][1].comment
        assert note is not None
        assert "Sources disagree" in note.text

    def test_it_says_how_it_was_made(self, table: Table, tmp_path: Path) -> None:
        about = {row[0].value: row[1].value for row in sheet(table, tmp_path, "About")}
        assert about["Table"] == "Contracts"
        assert about["Cells"] == "3 answered, 1 not found, 1 failed, 1 not asked"
        assert about["Model"] == "Small 1.5B"
        assert about["Question: Fee"] == "What is the fee?"
        assert str(about["agreement.pdf"]).startswith("3 pages, SHA-256 ")


class TestCsv:
    def test_answers_stand_beside_their_sources(self, table: Table) -> None:
        lines = list(csv.reader(StringIO(as_csv(table, Wording()))))
        assert lines[0][:3] == ["Document", "Fee", "Fee: sources"]
        assert lines[1][:2] == ["agreement.pdf", "1200"]
        assert lines[1][3] == "2027-03-31"
        assert "page i as printed, page 1 of 3 in the file: “Either party" in lines[1][2]
        assert lines[2][1] == "Not found in what was read of every page"

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_field_begins_as_a_formula(self, text: str) -> None:
        hostile = make_document(text, name=text)
        column = Question(id="x", text=text, column=text)
        table = Table.over(text, [column], [hostile]).with_cell(answered(hostile, column, text))
        for line in csv.reader(StringIO(as_csv(table, Wording()))):
            for field in line:
                assert not field.lstrip(" \t\ufeff").startswith(("=", "+", "-", "@", "＝"))

    def test_only_a_field_that_is_a_number_may_begin_with_a_sign(self, document: Document) -> None:
        cell = answered(document, HOW, "x")
        row = replace(cell, claims=(Claim("-5.2", (1,)),))
        table = Table.over("T", [HOW], [document]).with_cell(row)
        assert list(csv.reader(StringIO(as_csv(table, Wording()))))[1][1] == "'-5.2 [1]"
        numbered = Table.over("T", [HOW], [make_document(name="-12")])
        assert list(csv.reader(StringIO(as_csv(numbered, Wording()))))[1][0] == "-12"


class TestHtml:
    def test_each_citation_leads_to_its_quote(self, table: Table, document: Document) -> None:
        page = as_html(table, "today", Wording())
        anchor = f"c-{document.id}-how-2"
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page
        assert "The fee is 1,200 euros a month." in page
        assert "Failed: The model broke." in page
        assert "http" not in page.replace("http-equiv", ""), "it needs nothing else"

    def test_markup_in_documents_and_answers_stays_text(self) -> None:
        evil = "<script>alert(1)</script>\u202e"
        hostile = make_document(evil, name=evil)
        column = Question(id="x", text=evil, column=evil)
        cell = replace(answered(hostile, column, evil), note=evil, model=evil)
        page = as_html(Table.over(evil, [column], [hostile]).with_cell(cell), evil, Wording())
        assert "<script" not in page
        assert "\u202e" not in page
        assert "&lt;script&gt;" in page

    def test_statements_keep_their_order(self, document: Document) -> None:
        cell = answered(document, HOW, "Zebra.", "Apple.", "Mango.")
        page = as_html(Table.over("T", [HOW], [document]).with_cell(cell), "today", Wording())
        places = [page.index(f">{text} ") for text in ("Zebra.", "Apple.", "Mango.")]
        assert places == sorted(places)


def test_json_holds_spans_and_checks(table: Table, document: Document, tmp_path: Path) -> None:
    path = write(table, tmp_path / "t.json", MADE)
    data = json.loads(path.read_text())
    assert data == as_json(table)
    cell = data["rows"][0]["cells"]["how"]
    assert cell["state"] == "answered"
    first = cell["citations"][0]
    assert document.text[first["start"] : first["end"]] == first["quote"]
    assert (first["page"], first["label"], first["verified"]) == (0, "i", True)
    assert data["rows"][1]["cells"]["ends"]["note"] == "The model broke."


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".html", ".json"])
def test_every_kind_is_written_whole_in_place_of_what_was_there(
    table: Table, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"t{ending}"
    path.write_text("old")
    write(table, path, MADE)
    assert path.stat().st_size > 300
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_name_or_place_that_will_not_do_is_told(table: Table, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        write(table, tmp_path / "t.docx")
    assert ".xlsx" in caught.value.hint
    with pytest.raises(DocumentError):
        write(table, tmp_path / "nowhere" / "t.csv")
