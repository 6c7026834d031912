"""Code can follow references from what was found to the places that they name."""

from __future__ import annotations

import json
from collections.abc import Sequence

from app.documents.document import Document
from app.engine.engine import Message
from app.recursion.functions import following
from app.recursion.settings import Settings
from tests.recursion.benches import bench
from tests.recursion.papers import ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

AGREEMENT = document(
    "# 1. Ending\n1.1 The Customer may end this Agreement early.\n"
    "1.2 It must then pay the sum shown in paragraph 2 of Schedule 1.\n"
    "1.3 Subject to clause 1.1, nothing else is due; clause 7.9 does not apply.",
    "# SCHEDULE 1: SUMS\n1. General. Sums are in pounds, as paragraph 2 says.\n"
    "2. Early ending. The sum depends on the year.\nYear | Sum\nFirst | 620,000\n"
    "3. Interest. None is due.",
    name="agreement.pdf",
)
LETTER = document("We object to the sum that you take from clause 1.2.", name="letter.pdf")


def printed(code: str, documents: tuple[Document, ...] = (AGREEMENT,), **options: object) -> str:
    """What a cell prints."""
    with bench(documents=documents, **options) as made:
        return made.out(code)


def test_a_slice_is_followed_to_the_place_it_names() -> None:
    out = printed(
        'for place in follow(grep("sum shown")):\n'
        "    print(place.page, place.heading, place.match)\n"
        "    print(place.text)"
    )
    assert out.startswith("2 SCHEDULE 1: SUMS paragraph 2 of Schedule 1\n2. Early ending.")
    assert out.endswith("First | 620,000")


def test_a_finding_is_followed_from_the_sentences_it_cites_only() -> None:
    code = (
        'found = ask("What must be paid?", documents[0].page(1))\n'
        "places = follow(found)\n"
        "print([p.match for p in places])\n"
        'FINAL(ask("How much is it?", places))'
    )
    engine = ScriptedEngine([cell(code)], read=reader("sum shown", "First | 620,000"))
    run = ask(engine, documents=[AGREEMENT])
    assert "['paragraph 2 of Schedule 1']" in run.cells[0].output
    assert [c.quote for c in run.answer.citations] == ["First | 620,000"]


def test_what_a_pointer_names_comes_before_what_a_limit_does() -> None:
    code = 'print([p.match for p in follow([grep("1.3 Subject"), grep("sum shown")])])'
    assert printed(code) == "['paragraph 2 of Schedule 1', 'clause 1.1']"


def test_a_place_is_given_once_and_never_the_one_that_refers_to_it() -> None:
    assert printed("print([p.match for p in follow(documents[0])])") == (
        "['paragraph 2 of Schedule 1', 'clause 1.1']"
    )
    assert printed('print([p.match for p in follow(grep("Interest"))])') == "[]"
    assert printed('print(follow(documents[0].section("SCHEDULE 1")[20:]))').count("Slice") == 1


def test_there_are_no_more_places_than_wanted() -> None:
    assert printed("print(len(follow(documents[0], limit=1)))") == "1"


def test_a_reference_leads_into_another_document_where_its_own_has_no_such_place() -> None:
    code = 'print(follow(grep("We object"))[0].document)'
    assert printed(code, (LETTER, AGREEMENT)) == "agreement.pdf"


def test_it_leads_nowhere_where_several_documents_have_the_place() -> None:
    other = document("# 1. Other\n1.2 Another clause of that number.", name="other.pdf")
    assert printed('print(follow(grep("We object")))', (LETTER, AGREEMENT, other)) == "[]"


def test_a_named_document_is_not_taken_for_its_own() -> None:
    change = document(
        "# 1. Change\n1.2 In clause 1.2 of the Agreement the sum is halved.", name="change.pdf"
    )
    assert printed('print(follow(grep("halved")))', (change, AGREEMENT)) == "[]"
    alone = document("1.1 One.\n1.3 In clause 1.2 of the Agreement the sum is halved.")
    code = 'print(follow(grep("halved"))[0].document)'
    assert printed(code, (alone, AGREEMENT)) == "agreement.pdf"


def test_a_reference_is_not_followed_out_of_the_scope() -> None:
    page = AGREEMENT.pages[0]
    scope = (AGREEMENT.span(page.start, page.end),)
    assert printed('print(follow(grep("sum shown")))', scope=scope) == "[]"


def test_the_model_is_told_of_it_and_of_a_reference_that_leads_nowhere() -> None:
    engine = ScriptedEngine([cell('follow(grep("Interest"))'), *[cell("NOT_FOUND('no')")] * 4])
    ask(engine, documents=[AGREEMENT])
    assert "follow(slices, limit=5) -> list of slices" in engine.root[0].messages[0].content
    assert "no reference there leads to a place" in engine.root[1].messages[-1].content


def test_a_plan_reads_on_where_what_was_found_only_points_there() -> None:
    plan = json.dumps({"kind": "find", "phrases": ["end this Agreement early sum"]})
    engine = ScriptedEngine([plan], read=reader("sum shown", "First | 620,000"))
    settings = Settings(protocol="plan", direct_tokens=0)
    question = "What must the Customer pay if it ends the Agreement early?"
    run = ask(engine, question, [AGREEMENT], settings)
    assert {c.quote for c in run.answer.citations} == {
        "First | 620,000",
        "1.2 It must then pay the sum shown in paragraph 2 of Schedule 1.",
    }


def test_a_limit_is_no_pointer() -> None:
    with bench(documents=(AGREEMENT,)) as made:
        for words, places in (("1.3 Subject", []), ("sum shown", ["paragraph 2 of Schedule 1"])):
            at = AGREEMENT.text.index(words)
            sentence = AGREEMENT.span(at, at + 80)
            assert [p.match for p in following.pointed(made.frame, sentence)] == places


def test_a_pointer_to_a_numbered_paragraph_is_followed_where_no_further_number_ends_it() -> None:
    filler = "\n".join(["The keeper counts the chairs of the hall each spring and autumn."] * 60)
    papers = document(
        f"Whoever leaves early must pay the sum shown in clause K4.2.\n{filler}",
        f"K4.2 The sum is 900 pounds, due at once.\n{filler}",
        name="sparse.txt",
    )
    judged: list[str] = []

    def judge(conversation: Sequence[Message]) -> float:
        judged.append(conversation[-1].content)
        return 0.9

    engine = ScriptedEngine(read=reader("sum"), judge=judge)
    code = (
        'question = "What must be paid by whoever leaves early?"\n'
        "found = ask_each(question, [documents[0].page(1)])\n"
        "print([f.quote for f in read_on(question, found)])"
    )
    with bench(engine, documents=(papers,)) as made:
        said = made.out(code)
    pointer, place = "the sum shown in clause K4.2.", "K4.2 The sum is 900 pounds, due at once."
    assert pointer in said
    assert place in said
    assert pointer in judged[-1], "it is verified together with what pointed there"
    assert place in judged[-1]
