"""A report in PDF, written by the real parser process."""

import pymupdf
import pytest

from app.documents.process import ParserProcess
from app.reports import report
from tests.reports.making import hostile_record
from tests.sessions.making import AGREEMENT


@pytest.fixture(scope="module")
def parser():
    with ParserProcess() as parser:
        yield parser


def words(path) -> str:
    with pymupdf.open(path) as pdf:
        return " ".join(" ".join(page.get_text() for page in pdf).split())


def test_the_quotes_and_the_checks_are_in_it(tmp_path, record, parser):
    path = tmp_path / "report.pdf"
    pages = parser.write_pdf(report.print_html(record), path, record.question)
    assert pages == 2
    text = words(path)
    for said in (
        "How can it be ended?",
        AGREEMENT[0],
        AGREEMENT[1],
        "It ends on ninety days' notice. [1]",
        "The quote matches the source, characters 0 to 61 of its text.",
        "Without text, so not read: pages 4–5 of agreement.pdf.",
        record.documents[0].sha256,
    ):
        assert said in text, said


def test_nothing_runs_over_the_edge_of_a_page(tmp_path, parser):
    record = hostile_record(
        tmp_path, *(f"Clause {n}. " + "All fees are due in thirty days. " * 9 for n in range(40))
    )
    path = tmp_path / "report.pdf"
    assert parser.write_pdf(report.print_html([record, record]), path) > 8
    with pymupdf.open(path) as pdf:
        for page in pdf:
            for x0, y0, x1, y1, *_ in page.get_text("words"):
                assert 50 <= x0 < x1 <= page.rect.width - 50
                assert 50 <= y0 < y1 <= page.rect.height - 20


def test_hostile_words_are_printed_as_words(tmp_path, parser):
    record = hostile_record(tmp_path, "<script>alert(1)</script>", "<img src='/etc/passwd'> & co")
    path = tmp_path / "report.pdf"
    parser.write_pdf(report.print_html(record), path)
    text = words(path)
    assert "<script>alert(1)</script>" in text
    assert "<img src='/etc/passwd'> & co" in text


@pytest.mark.parametrize("before", ['<section class="made"', "<footer"])
def test_no_page_holds_only_the_closing_words(tmp_path, parser, before):
    """However long the report is, some of what stands before them goes with them."""
    html = report.print_html(hostile_record(tmp_path, "All fees are due."))
    path = tmp_path / "report.pdf"
    for count in (0, 6, 12, 34, 35, 36, 41):
        more = "<p>One more line of it.</p>" * count
        parser.write_pdf(html.replace(before, f"<div>{more}</div>{before}"), path)
        with pymupdf.open(path) as pdf:
            pages = [page.get_text() for page in pdf]
        first, closing, _ = pages[-1].partition("The answer was written by a language model.")
        assert closing and first.strip(), count
        assert sum(page.count("One more line") for page in pages) == count


def test_no_row_of_a_table_is_lost_wherever_a_page_ends(tmp_path, parser):
    """MuPDF loses a table that begins where a page ends, and all that follows."""
    record = hostile_record(tmp_path, "All fees are due.")
    html = report.print_html([record] * 3)
    path = tmp_path / "report.pdf"
    for count in (1, 5, 6, 11, 19, 33):
        more = "<p>One more line of it.</p>" * count
        parser.write_pdf(
            html.replace('<section class="made"', f'{more}<section class="made"'), path
        )
        with pymupdf.open(path) as pdf:
            lines = [line.strip() for page in pdf for line in page.get_text().splitlines()]
        assert lines.count("Run") == 3 and lines.count("One more line of it.") == count, count
        assert lines[-2].startswith("Made with Pincite"), count
        assert all(name in lines for name in ("Documents", "How it was made"))
