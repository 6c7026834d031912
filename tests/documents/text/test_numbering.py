"""A reference leads to the one place it names, and to none where that is not clear."""

from __future__ import annotations

import pytest

from app.documents.document import Document, Span
from app.documents.process import ParserProcess
from app.documents.samples import SAMPLES
from app.documents.text.numbering import Numbering
from app.documents.text.references import references
from tests.recursion.papers import document

CONTRACT = document(
    "# CONTENTS\n# 1. Term\n# 2. Fees\nSchedule 1: Fees ..... 2\nSchedule 2: Staff ..... 3",
    "# 1. Term\n1.1 The term is five years.\n1.2 The parties may extend it:\n"
    "(a) once by agreement;\n(b) again by notice.\n"
    "# 2. Fees\n2.1 The Customer pays the fees in Schedule 1.\n"
    "2.2 Subject to clause 1.2(b), no other sum is due. See Table 1.\n"
    "3.6 per cent is the rate, as it was.",
    "# SCHEDULE 1: FEES\n1. General. Fees are monthly, at the rate in paragraph 2.\n"
    "2. Monthly fee. The fee is shown below.\nService | Fee\nHosting | 900 dollars\n"
    "3. Discounts. None are given; clause 2.2 applies.\n"
    "Table 1: Deductions\nReason | Sum\nDelay | 20 dollars",
    "# SCHEDULE 2: STAFF\n# Part A: Managers\n1. The manager is Ms Brandt.\n"
    "# Part B: Others\n1. The engineers are named by paragraph 1 of Schedule 1.\n"
    "2. There are six of them.",
    "# AMENDMENT NO. 1\nA1.1 In paragraph 2 of Schedule 1 the fee becomes 950 dollars.",
    name="contract.pdf",
)


def led(text: str, paper: Document = CONTRACT, at: str = "") -> str | None:
    """The text that the first reference in a text leads to; `at` is where it stands."""
    (first, *_) = references(text)
    offset = paper.text.index(at) if at else None
    span = Numbering(paper).place(first, offset)
    return None if span is None else paper.quote(span)


def test_a_clause_reaches_from_its_number_to_the_next():
    assert led("clause 2.1") == "2.1 The Customer pays the fees in Schedule 1."
    assert led("clause 1.2").startswith("1.2 The parties may extend it:\n(a) once")
    assert led("clause 1.2").endswith("(b) again by notice.")


def test_a_clause_with_a_heading_holds_what_is_under_it():
    text = led("clause 1")
    assert text.startswith("1. Term\n1.1") and text.endswith("again by notice.")


def test_an_item_is_found_in_its_clause():
    assert led("clause 1.2(b)") == "(b) again by notice."
    assert led("paragraph (a) of clause 1.2") == "(a) once by agreement;"


def test_an_item_that_does_not_stand_by_itself_is_in_its_clause():
    assert led("clause 2.1(a)") == led("clause 2.1")


def test_a_paragraph_of_a_schedule_comes_with_its_table():
    text = led("the fee shown in paragraph 2 of Schedule 1")
    assert text.startswith("2. Monthly fee.") and text.endswith("Hosting | 900 dollars")


def test_a_schedule_is_found_where_it_begins_and_not_in_the_contents():
    text = led("Schedule 2")
    assert text.startswith("SCHEDULE 2: STAFF\nPart A") and text.endswith("six of them.")


def test_a_part_is_one_of_its_schedule():
    assert led("Part A of Schedule 2").endswith("Ms Brandt.")
    assert led("Schedule 2, Part B").startswith("Part B: Others")
    assert led("paragraph 1 of Part B of Schedule 2").startswith("1. The engineers")


def test_a_paragraph_by_itself_is_one_of_the_schedule_it_is_named_in():
    assert led("paragraph 2", at="1. General.").startswith("2. Monthly fee.")
    assert led("paragraph 2", at="The engineers").startswith("2. There are six")
    assert led("paragraph 2") is None


def test_a_clause_that_a_schedule_names_is_one_of_the_body():
    assert led("clause 2.2", at="3. Discounts").startswith("2.2 Subject to")


def test_what_follows_the_last_schedule_is_no_part_of_it():
    assert led("clause A1.1").startswith("A1.1 In paragraph 2")
    assert "AMENDMENT" not in led("Schedule 2")


def test_numbers_of_another_series_end_a_clause_and_lists_in_it_do_not() -> None:
    paper = document(
        "K4.2 The sum is 40 pounds:\n1. ten now;\n2. thirty then.\n# 7. Charges\nNone are due.\n"
        "B1.1 The rate is two.\n3.4 It is fixed."
    )
    assert led("clause K4.2", paper).endswith("2. thirty then.")
    assert led("clause B1.1", paper) == "B1.1 The rate is two."
    assert led("clause 7", paper) == "7. Charges\nNone are due."


def test_a_table_is_its_caption_and_its_rows():
    text = led("Table 1")
    assert text.startswith("Table 1: Deductions\nReason") and text.endswith("Delay | 20 dollars")


def test_a_page_is_found_by_what_is_printed_on_it():
    assert led("page 3").startswith("SCHEDULE 1: FEES")
    assert led("page 9") is None


def test_what_is_not_there_leads_nowhere():
    for text in ("clause 9", "clause 3.6", "Schedule 7", "paragraph 9 of Schedule 1", "Table 4"):
        assert led(text) is None


def test_what_could_be_meant_in_two_ways_leads_nowhere():
    twice = document(
        "# SCHEDULE 1: FEES\n1. One.", "# SCHEDULE 2: X\n1. Two.", "# SCHEDULE 1: FEES\n1. Three."
    )
    assert led("Schedule 1", twice) is None
    assert led("paragraph 1 of Schedule 1", twice) is None
    assert led("paragraph 1 of Schedule 2", twice) == "1. Two."
    # In which part of the schedule?
    assert led("paragraph 1 of Schedule 2") is None


def test_this_schedule_is_the_one_at_hand():
    assert led("paragraph 2 of this Schedule", at="The engineers").startswith("2. There are")
    assert led("paragraph 2 of this Schedule") is None


def test_numbers_of_american_agreements():
    paper = document(
        "# ARTICLE I\nSection 1.1 Term. It runs for a year.\n# ARTICLE II\n"
        "Section 2.1 Fees. Fees are due monthly.\nSection 2.2 Late fees. Two per cent a month.",
        "# EXHIBIT A\nThe price is 40 dollars.",
    )
    assert led("Section 2.1", paper) == "Section 2.1 Fees. Fees are due monthly."
    assert led("Article 2", paper).startswith("ARTICLE II\nSection 2.1")
    assert led("Article II, Section 2.2", paper).endswith("Two per cent a month.")
    assert led("Exhibit A", paper).endswith("40 dollars.")


def test_numbers_of_german_contracts():
    paper = document(
        "# § 1 Mietsache\n(1) Vermietet wird die Wohnung.\n(2) Dazu gehört der Keller.\n"
        "# § 2 Miete\n(1) Die Miete beträgt 900 Euro.\n(2) Sie ändert sich nach Anlage 1 Ziffer 2.",
        "# Anlage 1: Staffelmiete\n1. Beginn. Die Staffel beginnt 2022.\n"
        "2. Stufen. Die Miete steigt jährlich um 20 Euro.",
    )
    assert led("§ 1 Abs. 2", paper) == "(2) Dazu gehört der Keller."
    assert led("§ 2", paper).startswith("§ 2 Miete\n(1) Die Miete")
    assert led("Anlage 1 Ziffer 2", paper).startswith("2. Stufen.")
    assert led("nach Absatz 1", paper, at="(2) Sie ändert") == "(1) Die Miete beträgt 900 Euro."


def test_an_item_may_be_written_behind_the_number() -> None:
    paper = document(
        "6. Conveying.\na) Convey the code on paper.\nb) Convey it with an offer.\n7. Terms. None."
    )
    assert led("subsection 6b", paper) == "b) Convey it with an offer."
    assert led("section 6(a)", paper) == "a) Convey the code on paper."
    assert led("subsection 7d", paper) == "7. Terms. None."
    assert led("subsection 9d", paper) is None


def test_a_document_without_numbers_leads_nowhere():
    paper = document("3 March 2021\n2 Mill Lane\nA letter.\n21.5 per cent was paid, says clause 2.")
    assert led("clause 2", paper) is None
    assert led("clause 21.5", paper) is None


@pytest.fixture(scope="module")
def agreement():
    with ParserProcess() as parser:
        return parser.open(SAMPLES / "services-agreement.pdf")


def followed(paper: Document, words: str, reference: str) -> str | None:
    """Where a reference in the sentence with some words leads."""
    at = paper.text.index(words)
    sentence = paper.sentences_in(Span(paper.id, at, at + 1))[0]
    text = paper.text[sentence.start : sentence.end]
    numbering = Numbering(paper)
    for one in references(text):
        if text[one.start : one.end] == reference:
            span = numbering.place(one, sentence.start + one.start)
            return None if span is None else paper.quote(span)
    raise AssertionError(f"{reference} is not recognised in {text!r}")


def test_the_references_of_the_sample_agreement(agreement):
    text = followed(agreement, "It must then pay the sum shown", "paragraph 7 of Schedule 2")
    assert text.startswith("7. Payment on termination for convenience.")
    assert "30 September 2024 to 31 March 2025 | £620,000" in text and "8. Sharing" not in text
    text = followed(agreement, "Service Credits and delay payments count", "clause 21.2")
    assert text.startswith("21.2 ") and "21.3 The" not in text
    text = followed(agreement, "ceiling in paragraph 8", "paragraph 8")
    assert text.startswith("8. Ceiling.")
    text = followed(agreement, "the first two lines of the table in paragraph 5", "paragraph 5")
    assert text.startswith("5. Service Credits for availability.")
    text = followed(agreement, "In clause 28.1 paragraph (b)", "clause 28.1 paragraph (b)")
    assert text.startswith("(b) To the Supplier: Unit 9")


def test_every_reference_of_the_sample_agreement_leads_to_what_it_names(agreement):
    """None is lost, and each place begins with the number that the reference gives."""
    numbering, told, lost = Numbering(agreement), 0, []
    contents = agreement.pages[3].start
    for sentence in agreement.sentences:
        text = agreement.text[sentence.start : sentence.end]
        for one in references(text) if sentence.start >= contents else ():
            told += 1
            span = numbering.place(one, sentence.start + one.start)
            number = one.steps[-1].number.casefold()
            if span is None or number not in agreement.quote(span)[:14].casefold():
                lost.append(text[one.start : one.end])
    assert told > 100
    assert lost == []
