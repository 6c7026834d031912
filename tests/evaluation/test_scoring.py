"""Scoring: what counts as right, as cited right, as abstaining, and as a bad quote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.document import Blocks, Document, Page, Sentences, Span, WordTable
from tests.evaluation.case import Case, CaseError, Passage, check, locate
from tests.evaluation.scoring import abstained, quote_holds, score
from tests.evaluation.systems.base import Cited, Reply

FIRST = "The cap is £3,000,000. The notice is ninety days.\n"
SECOND = "Amendment: the cap is £4,500,000.\nApples, pears and plums are stocked.\n"
TEXT = FIRST + SECOND


@pytest.fixture
def document() -> Document:
    pages = (
        Page(0, "i", 595, 842, 0, len(FIRST)),
        Page(1, "1", 595, 842, len(FIRST), len(TEXT)),
        Page(2, "2", 595, 842, len(TEXT), len(TEXT), has_text=False),
    )
    return Document(
        id="0123456789abcdef",
        name="lease.pdf",
        path=Path("lease.pdf"),
        sha256="0123456789abcdef" * 4,
        kind="pdf",
        text=TEXT,
        pages=pages,
        blocks=Blocks(),
        sentences=Sentences(),
        sections=(),
        words=WordTable(),
    )


CAP = Case(
    id="cap",
    kind="amended",
    question="What is the cap now?",
    documents=("lease.pdf",),
    parts=(("4,500,000", "4.5 million"),),
    reject=("5,000,000",),
    passages=(Passage("lease.pdf", 1, "the cap is £4,500,000"),),
)
FRUIT = Case(
    id="fruit",
    kind="list",
    question="Which fruit?",
    documents=("lease.pdf",),
    parts=(("apples",), ("pears",), ("plums",)),
    passages=(Passage("lease.pdf", 1, "Apples, pears and plums"),),
)
RENT = Case(id="rent", kind="absent", question="Rent?", documents=("lease.pdf",))


def cited(document: Document, quote: str, page: int) -> Cited:
    start = document.text.index(quote)
    return Cited(Span(document.id, start, start + len(quote)), quote, page)


def answered(text: str, *citations: Cited) -> Reply:
    return Reply("answered", text, citations)


def test_right_answer_with_right_citation(document: Document) -> None:
    reply = answered("It is £4.5 million.", cited(document, "£4,500,000", 1))
    found = score(CAP, reply, [document])
    assert found.right and found.cited and found.right_and_cited
    assert found.bad_quotes == 0


def test_the_replaced_figure_is_wrong(document: Document) -> None:
    assert not score(CAP, answered("£3,000,000"), [document]).right


def test_naming_the_replaced_figure_beside_the_new_one_is_right(document: Document) -> None:
    reply = answered("£4,500,000, which replaced £3,000,000.")
    assert score(CAP, reply, [document]).right


def test_a_rejected_form_makes_the_answer_wrong(document: Document) -> None:
    reply = answered("Either £4,500,000 or £5,000,000.")
    assert not score(CAP, reply, [document]).right


def test_right_answer_that_cites_elsewhere_is_not_cited_right(document: Document) -> None:
    reply = answered("£4,500,000", cited(document, "The cap is £3,000,000.", 0))
    found = score(CAP, reply, [document])
    assert found.right and not found.cited and not found.right_and_cited


def test_every_group_of_passages_must_be_cited(document: Document) -> None:
    passages = (
        replace(CAP.passages[0], group="new"),
        Passage("lease.pdf", 0, "The cap is £3,000,000", group="old"),
    )
    case = replace(CAP, passages=passages)
    new = cited(document, "£4,500,000", 1)
    old = cited(document, "£3,000,000", 0)
    assert not score(case, answered("£4,500,000", new), [document]).cited
    assert score(case, answered("£4,500,000", new, old), [document]).cited


def test_a_list_counts_the_parts_it_has(document: Document) -> None:
    part = score(FRUIT, answered("Pears and an apple."), [document])
    assert part.recall == pytest.approx(2 / 3)
    assert not part.right
    assert score(FRUIT, answered("Plums; pears; apples"), [document]).right


def test_not_found_is_right_where_nothing_is_there(document: Document) -> None:
    assert score(RENT, Reply("not_found", ""), [document]).right_and_cited


def test_an_answer_is_wrong_where_nothing_is_there(document: Document) -> None:
    found = score(RENT, answered("The rent is £900."), [document])
    assert not found.right and not found.abstained


def test_not_found_is_wrong_where_something_is_there(document: Document) -> None:
    found = score(CAP, Reply("not_found", ""), [document])
    assert not found.right and found.abstained


def test_a_failed_run_is_never_right_about_the_evidence(document: Document) -> None:
    assert not score(CAP, Reply("failed", "4,500,000"), [document]).right


@pytest.mark.parametrize(
    "answer",
    [
        "Not found.",
        "The document does not state the rent.",
        "The passages do not mention it.",
        "I could not find it.",
        "The rent is not stated in the agreement.",
        "No information is given about rent.",
        "",
    ],
)
def test_saying_so_counts_as_abstaining(answer: str) -> None:
    assert abstained(answered(answer))


@pytest.mark.parametrize(
    "answer",
    [
        "No. The Supplier may not suspend the Services.",
        "The Supplier must state its reasons in writing.",
        "None of the three milestones was late.",
        "The cap is £4,500,000; the rent is not stated in the agreement.",
    ],
)
def test_an_answer_with_a_negative_is_an_answer(answer: str) -> None:
    assert not abstained(answered(answer))


def test_unread_pages_must_be_named(document: Document) -> None:
    case = replace(RENT, kind="unread")
    assert not score(case, Reply("not_found", ""), [document]).right
    honest = Reply("not_found", "", unread=((document.id, 2),))
    assert score(case, honest, [document]).right


def test_a_quote_that_is_not_the_text_of_its_span_is_bad(document: Document) -> None:
    good = cited(document, "ninety days", 0)
    by_id = {document.id: document}
    assert quote_holds(good, by_id)
    assert not quote_holds(replace(good, quote="Ninety days"), by_id)
    assert not quote_holds(replace(good, quote=""), by_id)
    assert score(RENT, answered("x", replace(good, quote="60 days")), [document]).bad_quotes == 1


def test_a_quote_on_another_page_than_it_says_is_bad(document: Document) -> None:
    good = cited(document, "ninety days", 0)
    by_id = {document.id: document}
    assert not quote_holds(replace(good, page=1), by_id)
    assert not quote_holds(replace(good, page=7), by_id)


def test_a_quote_of_another_document_is_bad(document: Document) -> None:
    stray = Cited(Span("fedcba9876543210", 0, 3), "The", 0)
    assert not quote_holds(stray, {document.id: document})


def test_a_phrase_that_is_not_on_its_page_is_an_error(document: Document) -> None:
    case = replace(CAP, passages=(Passage("lease.pdf", 0, "£4,500,000"),))
    with pytest.raises(CaseError, match="not on page 0"):
        locate(case, [document])


def test_a_phrase_that_stands_twice_is_an_error(document: Document) -> None:
    case = replace(CAP, passages=(Passage("lease.pdf", 0, "The"),))
    with pytest.raises(CaseError, match="twice"):
        locate(case, [document])


def test_a_phrase_may_run_over_a_page_break(document: Document) -> None:
    case = replace(CAP, passages=(Passage("lease.pdf", 0, "ninety days. Amendment: the cap"),))
    (spans,) = locate(case, [document]).values()
    assert [page.index for page in document.pages_of(spans[0])] == [0, 1]


def test_a_case_without_what_its_kind_needs_is_an_error() -> None:
    for wrong in (
        replace(CAP, parts=()),
        replace(CAP, passages=()),
        replace(CAP, kind="guess"),
        replace(CAP, kind="absent"),
        replace(CAP, parts=((),)),
    ):
        with pytest.raises(CaseError):
            check(wrong)
