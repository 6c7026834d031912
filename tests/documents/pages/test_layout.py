"""Text in reading order, cut into blocks, with the place of every word."""

from __future__ import annotations

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.document import BlockKind, Document
from tests.documents.conftest import paragraph

LEFT = [
    "The first column begins with a sentence that",
    "fills its lines as running text does, and it",
    "goes on for a while, so that the reader sees",
    "that it is a column of text and not a table,",
    "whose cells would be much shorter than these",
    "lines are, before it ends at the bottom here.",
]
RIGHT = [
    "The second column has a text of its own, and",
    "it too fills its lines from the left edge to",
    "the right one. Nobody should read across the",
    "gutter from the left column into this one as",
    "if they were the two halves of a line, since",
    "that would make no sense to anyone reading it.",
]


def block_texts(document: Document, kind: BlockKind | None = None) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if kind in (None, b.kind)]


def assert_words_are_exact(document: Document) -> None:
    """Every word of the table is a word of the text, in order, and every word is in the table."""
    words = [document.words[i] for i in range(len(document.words))]
    found = [document.text[word.start : word.end] for word in words]
    assert all(found) and not any(any(map(str.isspace, word)) for word in found)
    ends = [0, *(word.end for word in words)]
    assert all(word.start >= end for word, end in zip(words, ends, strict=False))
    between = "".join(
        document.text[end : word.start] for word, end in zip(words, ends, strict=False)
    )
    assert set(between + document.text[ends[-1] :]) <= set(" \n|")


def test_two_columns_are_read_one_after_the_other(parser, typed):
    title = (72, 80, "A title across both of the columns of this page of text", 16)
    path = typed([[title, *paragraph(50, 120, LEFT), *paragraph(310, 120, RIGHT)]])
    document = parser.open(path)
    assert block_texts(document) == [title[2], " ".join(LEFT), " ".join(RIGHT)]
    assert_words_are_exact(document)


def test_the_order_of_drawing_does_not_matter(parser, typed):
    lines = [*paragraph(50, 120, LEFT), *paragraph(310, 120, RIGHT)]
    document = parser.open(typed([lines[::-1]]))
    assert block_texts(document) == [" ".join(LEFT), " ".join(RIGHT)]


def test_hyphens_of_line_ends_go_and_hyphens_of_words_stay(parser, typed):
    lines = [
        "The Receiving Party is bound by this agree-",
        "ment and by the non-compete. Each non-",
        "compete ends after a year, and each self-",
        "insured risk and the well-\u00adknown trans-",
        "mission of data is to be reported promptly.",
    ]
    document = parser.open(typed([paragraph(72, 100, lines)]))
    assert "this agreement and" in document.text
    assert "Each non-compete ends" in document.text
    assert "each self-insured risk" in document.text
    assert "transmission of data" in document.text
    assert_words_are_exact(document)
    start = document.text.index("agreement")
    boxes = document.rects(document.span(start, start + len("agreement")))
    assert len(boxes) == 2 and boxes[0].y0 < boxes[1].y0


def test_a_paragraph_runs_on_over_the_page_break(parser, typed):
    first = [
        "This is the last paragraph of the page, which is not finished when",
        "the page ends and",
    ]
    second = ["goes on at the top of the next page, where it ends.", ""]
    document = parser.open(typed([paragraph(72, 740, first), paragraph(72, 80, second[:1])]))
    joined = " ".join(first) + " " + second[0]
    assert document.text == joined
    assert len(document.sentences) == 1
    whole = document.span(0, len(joined))
    assert [page.index for page in document.pages_of(whole)] == [0, 1]
    assert [rect.page for rect in document.rects(whole)] == [0, 0, 1]
    assert document.page_at(joined.index("goes")).index == 1


def test_a_paragraph_that_ended_does_not_run_on(parser, typed):
    document = parser.open(
        typed([paragraph(72, 740, ["It ends here."]), paragraph(72, 80, ["Another begins."])])
    )
    assert document.text == "It ends here.\n\nAnother begins."


def _contract(number: int, pages: int) -> list[tuple]:
    return [
        (72, 40, "SERVICES AGREEMENT", 9),
        (400, 40, f"Chapter {'ABCDEFGH'[number // 2]}", 9),
        (72, 120, f"Clause {number} says something that no other clause says."),
        (280, 815, f"Page {number + 4} of {pages + 4}", 9),
    ]


def test_running_heads_and_page_numbers_are_left_out_but_name_the_pages(parser, typed):
    document = parser.open(typed([_contract(n, 8) for n in range(8)]))
    assert "SERVICES" not in document.text and "Chapter" not in document.text
    assert "Page" not in document.text
    assert block_texts(document) == [
        f"Clause {n} says something that no other clause says." for n in range(8)
    ]
    assert [page.label for page in document.pages] == [str(n + 4) for n in range(8)]


def test_a_heading_that_begins_several_pages_is_no_running_head(parser, typed):
    pages = [[(72, 80, f"Text of page {n}."), (72, 120, f"More of it: {n}.")] for n in range(10)]
    for n in (1, 4, 7):
        pages[n].insert(0, (72, 50, "Laboratory report", 14))
    document = parser.open(typed(pages))
    assert block_texts(document, BlockKind.HEADING) == ["Laboratory report"] * 3


def test_headings_that_differ_in_their_number_alone_are_no_running_head(parser, typed):
    pages = [
        [(72, 60, f"Part {n}", 16), (72, 100, f"The {word} part has its text."), (72, 120, "End.")]
        for n, word in enumerate("first second third fourth fifth sixth".split(), 1)
    ]
    document = parser.open(typed(pages))
    assert block_texts(document, BlockKind.HEADING) == [f"Part {n}" for n in range(1, 7)]


def test_the_clause_number_at_the_top_of_pages_stays(parser, typed):
    pages = [
        [(72, 60, f"{n}.{n + 1}"), (110, 60, f"The {word} party shall give notice of it.")]
        for n, word in enumerate("first second third fourth fifth sixth".split(), 1)
    ]
    document = parser.open(typed(pages))
    for n in range(1, 7):
        assert f"{n}.{n + 1} The " in document.text


def test_the_files_own_page_labels_come_first(parser, typed, tmp_path):
    path = typed([_contract(n, 8) for n in range(8)])
    with pymupdf.open(path) as pdf:
        pdf.set_page_labels(
            [{"startpage": 0, "style": "r", "firstpagenum": 1}, {"startpage": 3, "style": "D"}]
        )
        pdf.save(tmp_path / "labelled.pdf")
    document = parser.open(tmp_path / "labelled.pdf")
    assert [page.label for page in document.pages] == ["i", "ii", "iii", "1", "2", "3", "4", "5"]


def test_pages_that_print_no_number_have_their_index(parser, typed):
    document = parser.open(typed([[(72, 100, "One.")], [(72, 100, "Two.")]]))
    assert [page.label for page in document.pages] == ["1", "2"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_of_a_turned_page_lie_where_the_words_are_seen(parser, typed, tmp_path, turn):
    path = typed([[(100, 200, "Findable words on a turned page.", 20)]])
    with pymupdf.open(path) as pdf:
        pdf[0].set_rotation(turn)
        pdf.save(tmp_path / "turned.pdf")
    document = parser.open(tmp_path / "turned.pdf")
    assert document.text == "Findable words on a turned page."
    start = document.text.index("turned")
    (box,) = document.rects(document.span(start, start + 6))
    page = document.pages[0]
    assert (page.width > page.height) == (turn != 180)
    image = parser.render(tmp_path / "turned.pdf", 0, 1.0)
    assert (image.width, image.height) == (page.width, page.height)
    assert darkness(image, box.x0, box.y0, box.x1, box.y1) > 0.1
    assert darkness(image, 0, 0, page.width, page.height) < 0.02


def darkness(image, x0, y0, x1, y1) -> float:
    """The share of dark pixels in a box of an image drawn at scale 1."""
    rows = range(int(y0), int(y1))
    dark = total = 0
    for y in rows:
        row = image.data[y * image.stride : y * image.stride + 4 * image.width]
        reds = row[4 * int(x0) + 2 : 4 * int(x1) : 4]
        dark += sum(red < 128 for red in reds)
        total += len(reds)
    return dark / total


def test_text_that_runs_up_the_page_is_read_as_text(parser, tmp_path):
    path = tmp_path / "sideways.pdf"
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        for i, line in enumerate(LEFT):
            page.insert_text((100 + 14 * i, 700), line, rotate=90)
        pdf.save(path)
    document = parser.open(path)
    assert document.text == " ".join(LEFT)


def test_table_rows_are_blocks_with_their_cells_in_order(parser, typed):
    rows = [
        ("Test", "Result", "Flag", "Unit"),
        ("Sodium", "139", "", "mmol/L"),
        ("Creatinine", "1.10", "H", "mg/dL"),
        ("Potassium", "4.4", "", "mmol/L"),
    ]
    places = (72, 220, 320, 400)
    lines = [
        (x, 140 + 20 * i, cell)
        for i, row in enumerate(rows)
        for x, cell in zip(places, row, strict=True)
        if cell
    ]
    document = parser.open(
        typed([[(72, 80, "Laboratory results of the third of May."), *lines, (72, 300, "Signed.")]])
    )
    assert block_texts(document, BlockKind.TABLE_ROW) == [
        "Test | Result | Flag | Unit",
        "Sodium | 139 | | mmol/L",
        "Creatinine | 1.10 | H | mg/dL",
        "Potassium | 4.4 | | mmol/L",
    ]
    assert block_texts(document)[-1] == "Signed."
    assert_words_are_exact(document)


def test_wrapped_cells_stay_in_their_row(parser, story):
    document = parser.open(
        story(
            "<style>td, th { border: 1px solid black; padding: 4px }</style><table>"
            "<tr><th>Class</th><th>Meaning of the class of incident</th><th>Response</th></tr>"
            "<tr><td>Priority 1</td><td>The system is not available, or operations at the quay have"
            " stopped altogether, or a critical interface is down for all of its users</td>"
            "<td>15 minutes</td></tr><tr><td>Priority 2</td><td>A main function is impaired</td>"
            "<td>30 minutes</td></tr></table><p>The table ends before this sentence.</p>"
        )
    )
    assert block_texts(document) == [
        "Class | Meaning of the class of incident | Response",
        "Priority 1 | The system is not available, or operations at the quay have stopped"
        " altogether, or a critical interface is down for all of its users | 15 minutes",
        "Priority 2 | A main function is impaired | 30 minutes",
        "The table ends before this sentence.",
    ]


def test_narrow_cells_are_told_apart_by_the_rule_between_them(parser, story):
    document = parser.open(
        story(
            "<style>td { border: 1px solid black; padding: 2px }</style><table>"
            "<tr><td>Left knee</td><td>Flexion 84</td></tr>"
            "<tr><td>Right knee</td><td>Flexion 119</td></tr>"
            "<tr><td>Left hip</td><td>Flexion 95</td></tr>"
            "<tr><td>Right hip</td><td>Flexion 98</td></tr></table>"
        )
    )
    rows = ["Left knee | Flexion 84", "Right knee | Flexion 119", "Left hip | Flexion 95",
            "Right hip | Flexion 98"]  # fmt: skip
    assert block_texts(document, BlockKind.TABLE_ROW) == rows
    assert_words_are_exact(document)


def test_a_cell_that_fills_its_column_ends_where_the_next_column_begins(parser, typed):
    width = pymupdf.get_text_length("Sulfamethoxazole", fontsize=11)
    next_column = 72 + width + 3
    rows = [("Substance", "Reaction", "Year"), ("Sulfamethoxazole", "Hives, swelling", "2009"),
            ("Lisinopril", "Dry cough", "2022")]  # fmt: skip
    lines = [
        (x, 140 + 20 * i, cell)
        for i, row in enumerate(rows)
        for x, cell in zip((72, next_column, 400), row, strict=True)
    ]
    document = parser.open(typed([[(72, 80, "What the patient can't take."), *lines]]))
    assert block_texts(document, BlockKind.TABLE_ROW) == [" | ".join(row) for row in rows]
    assert_words_are_exact(document)


def test_headings_make_sections_inside_one_another(parser, story):
    document = parser.open(
        story(
            "<h1>ARTICLE I: TERM</h1><h2>1.1 Commencement</h2><p>It begins at once.</p>"
            "<h2>1.2 End</h2><p>It ends after a year.</p><h1>ARTICLE II: FEES</h1><p>None.</p>"
        )
    )
    assert [(s.level, s.title) for s in document.sections] == [
        (1, "ARTICLE I: TERM"),
        (2, "1.1 Commencement"),
        (2, "1.2 End"),
        (1, "ARTICLE II: FEES"),
    ]
    titles = [s.title for s in document.sections_at(document.text.index("after a year"))]
    assert titles == ["ARTICLE I: TERM", "1.2 End"]


def test_the_files_own_outline_comes_first(parser, typed, tmp_path):
    pages = [[(72, 100, "Intro"), (72, 130, "Words."), (72, 400, "Terms"), (72, 430, "More.")]]
    path = typed(pages)
    with pymupdf.open(path) as pdf:
        pdf.set_toc([[1, "Intro", 1], [1, "Terms", 1]])
        pdf.save(tmp_path / "outlined.pdf")
    document = parser.open(tmp_path / "outlined.pdf")
    assert [(s.title, document.text[s.start : s.start + 5]) for s in document.sections] == [
        ("Intro", "Intro"),
        ("Terms", "Terms"),
    ]


def test_list_items_are_blocks_of_their_own(parser, typed):
    lines = [
        (72, 100, "The Supplier must:"),
        (72, 116, "(a)"), (100, 116, "deliver the goods to the quay named in the order, at"),
        (100, 130, "its own cost;"),
        (72, 146, "(b)"), (100, 146, "insure them; and"),
        (72, 162, "(c)"), (100, 162, "send an invoice."),
    ]  # fmt: skip
    document = parser.open(typed([lines]))
    assert block_texts(document) == [
        "The Supplier must:",
        "(a) deliver the goods to the quay named in the order, at its own cost;",
        "(b) insure them; and",
        "(c) send an invoice.",
    ]


def test_blocks_and_sentences_tile_the_text(parser, story):
    document = parser.open(
        story("<h1>Title</h1><p>One. Two.</p><ul><li>a</li><li>b</li></ul><p>Three. Four.</p>")
    )
    gaps = zip(
        (0, *(b.end for b in document.blocks)), (b.start for b in document.blocks), strict=False
    )
    assert all(not document.text[a:b].strip() for a, b in gaps)
    for sentence in document.sentences:
        assert any(b.start <= sentence.start and sentence.end <= b.end for b in document.blocks)
    assert "".join(document.text[s.start : s.end] for s in document.sentences).replace(
        " ", ""
    ) == "".join(document.text.split())


_texts = st.text(
    st.characters(codec="latin-1", exclude_categories=("Cc",)) | st.sampled_from(" .-\u00ad"),
    min_size=1,
    max_size=60,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.integers(20, 500), st.integers(20, 820), _texts, st.integers(5, 24)),
        min_size=1,
        max_size=25,
    )
)
def test_whatever_stands_on_a_page_every_word_keeps_its_place(parser, typed, lines):
    document = parser.open(typed([lines[::2], lines[1::2]]))
    assert_words_are_exact(document)
    for page in document.pages:
        words = document.words.between(page.start, page.end)
        assert all(word.rect.page == page.index for word in words)
    starts = [page.start for page in document.pages]
    assert starts == sorted(starts)
