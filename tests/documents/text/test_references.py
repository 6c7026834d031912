"""References are recognised in the forms in which English and German documents make them."""

from __future__ import annotations

import pytest

from app.documents.text.references import references


def named(text: str) -> list[str]:
    """The steps of each reference: "schedule 2 > paragraph 7"."""
    return [" > ".join(f"{s.kind} {s.number}" for s in r.steps) for r in references(text)]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("subject to clause 21.4, the Supplier", "clause 21.4"),
        ("the sum shown in paragraph 7 of Schedule 2", "schedule 2 > paragraph 7"),
        ("paragraph 2 of Part B of Schedule 1", "schedule 1 > part B > paragraph 2"),
        ("Schedule 1, Part A gains a paragraph", "schedule 1 > part A"),
        ("In clause 28.1 paragraph (b) is replaced", "clause 28.1 > item b"),
        ("under clause 20.1(b).", "clause 20.1 > item b"),
        ("Section 4.1(a)(ii) applies", "clause 4.1 > item a > item ii"),
        ("Article IV, Section 2(b)", "article IV > clause 2 > item b"),
        ("as Exhibit B-2 shows", "exhibit B-2"),
        ("see Appendix IV", "appendix IV"),
        ("Annexure 3", "annex 3"),
        ("see Table 3 below", "table 3"),
        ("as stated on page 12", "page 12"),
        ("clause A4.1", "clause A4.1"),
        ("Para. 12 of Sch. A and para. 4", "paragraph 12"),
        ("siehe Ziffer 7 der Anlage 2", "anlage 2 > clause 7"),
        ("nach Anlage 3 Ziff. 4.2", "anlage 3 > clause 4.2"),
        ("gemäß § 5 Abs. 2 Satz 1 dieses Vertrags", "clause 5 > paragraph 2"),
        ("§ 4 Nr. 3 lit. b", "clause 4 > point 3 > item b"),
        ("§7", "clause 7"),
        ("in Anhang C geregelt", "anhang C"),
        ("Tabelle 3", "table 3"),
        ("auf Seite 12", "page 12"),
        ("Artikel 6 Absatz 1", "article 6 > paragraph 1"),
        ("paragraph 3 of this Schedule", "schedule this > paragraph 3"),
        ("Nummer 4 dieser Anlage", "anlage this > point 4"),
    ],
)
def test_a_reference_is_taken_apart_into_steps(text, steps):
    assert named(text)[0] == steps


def test_a_list_of_numbers_is_one_reference_to_each():
    assert named("clauses 21.1, 21.3 and 21.4") == ["clause 21.1", "clause 21.3", "clause 21.4"]
    assert named("Anlagen 2 und 3") == ["anlage 2", "anlage 3"]
    assert named("§§ 3, 4 und 7") == ["clause 3", "clause 4", "clause 7"]
    assert named("paragraphs 2 and 3 of Schedule 4") == [
        "schedule 4 > paragraph 2",
        "schedule 4 > paragraph 3",
    ]


def test_a_range_names_what_lies_between():
    assert named("clauses 3 to 6") == ["clause 3", "clause 4", "clause 5", "clause 6"]
    assert named("Ziffern 2.1 bis 2.3") == ["clause 2.1", "clause 2.2", "clause 2.3"]


def test_a_range_without_end_stays_within_bounds():
    assert len(references("clauses 1 to 999")) <= 12
    assert len(references("paragraphs 1 to 9 of Schedules 1 to 9")) <= 12


def test_other_numbers_after_a_reference_are_no_part_of_it():
    assert named("clause 5 and 6 months") == ["clause 5"]
    assert named("clauses 5 and 6 and 30 days") == ["clause 5", "clause 6"]
    assert named("Schedule 2, 3 days later") == ["schedule 2"]


@pytest.mark.parametrize(
    "text",
    [
        "section 5 of the Contracts (Rights of Third Parties) Act 1999",
        "Article 28 of the UK GDPR",
        "§ 611 BGB",
        "§ 5 Abs. 2 Satz 1 BDSG",
        "Art. 6 Abs. 1 lit. f DSGVO",
        "§ 4 des Kündigungsschutzgesetzes",
        "42 U.S.C. § 1983",
        "the Companies Act 2006, section 172",
    ],
)
def test_a_statute_is_no_place_in_a_document(text):
    assert references(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No. 3 and Nr. 5 are invoices",
        "the parties agree in part",
        "a table of two pages",
        "the articles of association",
        "in a paragraph",
        "",
    ],
)
def test_words_without_a_place_refer_to_nothing(text):
    assert references(text) == []


def test_offsets_are_those_of_the_words():
    text = "It must then pay the sum shown in paragraph 7 of Schedule 2, its only remedy."
    (one,) = references(text)
    assert text[one.start : one.end] == "paragraph 7 of Schedule 2"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("the sum shown in paragraph 7 of Schedule 2", True),
        ("has the meaning given in Schedule 3", True),
        ("interest at the rate in clause 8.5", True),
        ("Schedule 4 sets out the periods", True),
        ("wie in Anlage 2 festgelegt, siehe § 3", True),
        ("Subject to clause 21.1, the limit is", False),
        ("a notice under clause 22", False),
        ("der Betrag ist nach Ziffer 7 zu zahlen", True),
        ("nach Ablauf der Frist haftet er, vorbehaltlich § 5", False),
    ],
)
def test_a_pointer_is_told_from_a_limit(text, points):
    assert references(text)[-1].points is points


def test_a_named_document_may_be_another_one():
    assert references("clause 5 of the Lease")[0].elsewhere
    assert references("Ziffer 5 des Mietvertrags")[0].elsewhere
    assert not references("clause 5 of this Lease")[0].elsewhere
    assert not references("paragraph 5 of Schedule 2")[0].elsewhere


def test_a_paragraph_goes_on_where_the_one_before_it_stands():
    text = "the level in paragraph 1 of Schedule 3 changes, and so does the table in paragraph 5."
    assert [s.number for s in references(text)[1].after] == ["3"]
    assert references(f"{text} It is in paragraph 6.")[2].after == ()


def test_hostile_text_is_read_in_time():
    for text in ("clauses " + "1, " * 50_000, "(" * 50_000, "§ 5 Abs. " * 2_000, "in " * 50_000):
        references(text)
