"""Rows of a table know the heads of their columns, wherever the table goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.document import BlockKind, Blocks, Document, Span
from app.documents.search.index import PassageIndex
from app.documents.search.passages import passages_of
from app.documents.text.table_heads import column_heads, reads_like_heads, with_heads

STYLE = "<style>td, th { border: 1px solid black; padding: 4px }</style>"
RATES = [
    ("Grade", "Day rate", "Least experience"),
    ("Architect", "£1,140", "Ten years"),
    ("Engineer", "£720", ""),
    ("Analyst", "£410", "Six months"),
]
PLACES = (72, 220, 330)


def rows_html(rows: list[tuple[str, ...]], before: str = "") -> str:
    lines = []
    for i, row in enumerate(rows):
        tag = "td" if i else "th"
        lines.append("".join(f"<{tag}>{cell}</{tag}>" for cell in row))
    return STYLE + before + "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def grid(rows: list[tuple[str, ...]], y: float = 140, bold: int = 0) -> list[tuple]:
    """Lines for the fixture `typed`: the first `bold` rows in bold."""
    return [
        (x, y + 20 * i, cell, 11, "hebo" if i < bold else "helv")
        for i, row in enumerate(rows)
        for x, cell in zip(PLACES, row, strict=False)
        if cell
    ]


def row(document: Document, word: str) -> Span:
    """The row of a table that a word stands in."""
    at = document.text.index(word)
    block = next(
        b for b in document.blocks if b.kind is BlockKind.TABLE_ROW and b.start <= at < b.end
    )
    return document.span(block.start, block.end)


def test_heads_in_bold_are_told_for_every_row_but_themselves(parser, story):
    document = parser.open(story(rows_html(RATES, "<p>The rates are these.</p>")))
    for grade in ("Architect", "Engineer", "Analyst"):
        assert column_heads(document, row(document, grade)) == "Grade | Day rate | Least experience"
    assert column_heads(document, row(document, "Grade")) == ""
    assert column_heads(document, document.span(0, 10)) == ""


def test_heads_are_kept_when_the_layout_is_refined(parser, story):
    document = parser.refine(parser.open(story(rows_html(RATES, "<p>The rates:</p>"))))
    assert column_heads(document, row(document, "Analyst")) == "Grade | Day rate | Least experience"


def test_a_word_in_the_middle_of_a_row_is_enough(parser, story):
    document = parser.open(story(rows_html(RATES)))
    at = document.text.index("£720")
    assert (
        column_heads(document, document.span(at, at + 4)) == "Grade | Day rate | Least experience"
    )


def test_a_row_can_be_shown_with_its_heads_cell_by_cell(parser, story):
    document = parser.open(story(rows_html(RATES, "<p>The rates are these.</p>")))
    shown = [with_heads(document, row(document, word)) for word in ("Architect", "Engineer")]
    assert shown == [
        "Grade: Architect | Day rate: £1,140 | Least experience: Ten years",
        "Grade: Engineer | Day rate: £720",
    ]
    assert with_heads(document, row(document, "Grade")) == "Grade | Day rate | Least experience"
    assert with_heads(document, document.span(0, 10)) == document.text[:10]


def test_an_empty_cell_above_the_names_of_the_rows_keeps_the_others_in_place(parser, typed):
    rows = [("", "May 2023", "June 2023"), ("Sodium", "139", "141"), ("Potassium", "", "4.4")]
    document = parser.open(typed([[(72, 80, "Results of both months."), *grid(rows, bold=1)]]))
    assert column_heads(document, row(document, "Potassium")) == "| May 2023 | June 2023"
    assert with_heads(document, row(document, "Potassium")) == "Potassium | June 2023: 4.4"


def test_a_table_that_goes_on_over_a_page_keeps_its_heads(parser, typed):
    long = [RATES[0], *((f"Grade {n}", f"£{n}00", f"{n} years") for n in range(2, 30))]
    path = typed(
        [grid(long), grid([("Apprentice", "£90", "none"), ("Trainee", "£60", "none")], 90)]
    )
    document = parser.open(path)
    trainee = row(document, "Trainee")
    assert document.page_at(trainee.start).index == 1
    assert column_heads(document, trainee) == "Grade | Day rate | Least experience"


def test_a_note_that_the_table_is_continued_does_not_part_it(parser, typed):
    long = [RATES[0], *((f"Grade {n}", f"£{n}00", f"{n} years") for n in range(2, 30))]
    below = grid([("Apprentice", "£90", "none"), ("Trainee", "£60", "none")], 130)
    go_on = parser.open(typed([grid(long), [(72, 90, "Table 3 (continued)"), *below]]))
    other = parser.open(typed([grid(long), [(72, 90, "Those who learn."), *below]], "other.pdf"))
    assert column_heads(go_on, row(go_on, "Trainee")) == "Grade | Day rate | Least experience"
    assert column_heads(other, row(other, "Trainee")) == ""


def test_heads_that_are_not_in_bold_are_told_by_what_stands_below(parser, tmp_path):
    path = tmp_path / "rates.txt"
    width = 18
    path.write_text("\n".join("".join(cell.ljust(width) for cell in r).rstrip() for r in RATES))
    document = parser.open(path)
    assert column_heads(document, row(document, "Analyst")) == "Grade | Day rate | Least experience"


def test_word_s_tables_have_heads_too(parser, docx):
    document = parser.open(docx([("", "The rates are these."), [list(r) for r in RATES]]))
    assert column_heads(document, row(document, "Analyst")) == "Grade | Day rate | Least experience"


@pytest.mark.parametrize(
    "rows",
    [
        ["Name: Roe, Jane | Language: English", "Sex: Female | Age: 61", "Ward: 4 | Bed: 2"],
        ["Name | Jane Roe", "Ward | Four", "Doctor | Eklund"],
        ["Sodium | 139", "Potassium | 4.4", "Chloride | 103"],
        ["Grade | Day rate", "Engineer | £720"],
        ["1. Definitions | 4", "2. Term | 6", "3. Charges | 9"],
    ],
)
def test_what_is_no_head_is_not_taken_for_one(rows):
    assert not reads_like_heads([r.split(" | ") for r in rows])


def test_a_row_with_more_cells_is_of_another_table(parser, story):
    document = parser.open(story(rows_html(RATES)))
    analyst = row(document, "Analyst")
    wider = document.text[: analyst.end] + " | one more"
    blocks = (*document.blocks[:-1], replace(document.blocks[-1], end=len(wider)))
    document = replace(document, text=wider, blocks=Blocks.of(blocks))
    assert column_heads(document, document.span(analyst.start, len(wider))) == ""


def test_passages_and_hits_carry_the_heads(parser, story):
    rows = [RATES[0], *((f"Engineer, level {n}", f"£{n}50", f"{n} years") for n in range(1, 20))]
    document = parser.open(story(rows_html(rows, "<h1>Schedule of fees</h1>")))
    passages = passages_of(document)
    assert len(passages) > 2
    assert {p.columns for p in passages} == {"Grade | Day rate | Least experience"}
    index = PassageIndex(None)
    index.add(document)
    assert index.passages(document.id) == passages
    hits = index.search(["day rate of an engineer of level 17"])
    assert "level 17" in document.quote(hits[0].span)
    assert hits[0].columns == "Grade | Day rate | Least experience"
