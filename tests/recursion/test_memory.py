"""A question that follows another one begins with what earlier runs found."""

from collections.abc import Sequence

import pytest

from app.documents.document import Span
from app.engine.engine import Message
from app.recursion.events import CellRan, Recalled, RunStarted, StateSaved, SubcallStarted
from app.recursion.memory import Known, Memory, following, plain
from app.recursion.results import Check, Evidence, Finding
from app.recursion.settings import Settings
from tests.recursion.papers import LEASE, Reviewed, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader, silent

PLAN = '{"kind": "find", "phrases": ["tenant notice", "notice period"]}'
LIST = '{"kind": "list", "item": "an amount of money", "phrases": ["rent dollars", "deposit"]}'
PLANS = Settings(protocol="plan", direct_tokens=0)
CODE = Settings(protocol="code", direct_tokens=0)
NINETY = "The tenant must give notice of ninety days before leaving."
DEPOSIT = "The deposit is 4,800 dollars."


def place(words: str) -> Span:
    at = LEASE.text.index(words)
    return Span(LEASE.id, at, at + len(words))


def known(words: str, question: str, run: str = "run1") -> Known:
    span = place(words)
    return Known(run, question, Evidence(Finding(words, (span,), span, 3), Check(0.9, passed=True)))


NOTICE = Memory("run1", (known(NINETY, "What must the tenant do before leaving?"),))


def asked(reviewed: Reviewed, kind: str = "ask") -> list[Span]:
    return [s for e in reviewed.all(SubcallStarted) if e.kind == kind for s in e.spans]


def test_what_an_earlier_run_found_answers_without_reading_its_slices_again() -> None:
    engine = ScriptedEngine([PLAN], read=reader("ninety", answer="Ninety days."))
    reviewed = ask(engine, settings=PLANS, memory=NOTICE)
    assert reviewed.answer.text == "Ninety days. [1]"
    assert asked(reviewed) == asked(reviewed, "judge") == [place(NINETY)]
    assert reviewed.answer.citations[0].quote == NINETY
    assert "recall(question)" in reviewed.cells[0].code


def test_it_is_said_to_come_from_an_earlier_run() -> None:
    engine = ScriptedEngine([PLAN], read=reader("ninety"))
    reviewed = ask(engine, settings=PLANS, memory=NOTICE)
    (recalled,) = reviewed.all(Recalled)
    assert (recalled.run, recalled.turn) == ("run1", 1)
    assert recalled.question == "What must the tenant do before leaving?"
    assert reviewed.answer.citations[0].origin == "run1"
    assert reviewed.all(RunStarted)[0].follows == "run1"


def test_what_does_not_answer_the_new_question_is_passed_over() -> None:
    engine = ScriptedEngine([PLAN], read=reader("ninety"), judge=_says_notice)
    rent = Memory("run1", (known("The rent is 2,400 dollars a month.", "How much is the notice?"),))
    reviewed = ask(engine, settings=PLANS, memory=rent)
    assert reviewed.answer.citations[0].quote == NINETY
    assert reviewed.answer.citations[0].origin == ""
    assert not reviewed.all(Recalled)


def _says_notice(conversation) -> float:
    return 0.9 if "ninety" in conversation[-1].content else 0.2


def test_what_shares_no_word_with_the_question_is_not_even_judged() -> None:
    engine = ScriptedEngine([PLAN], read=reader("ninety"))
    other = Memory("run1", (known("It runs for five years.", "Until when?"),))
    reviewed = ask(engine, settings=PLANS, memory=other)
    assert place("It runs for five years.") not in asked(reviewed, "judge")
    assert reviewed.answer.status == "answered"


def test_a_question_for_a_figure_is_not_answered_by_an_earlier_finding_without_one() -> None:
    engine = ScriptedEngine([PLAN], read=reader("ninety"))
    bare = Memory("run1", (known("Notice is in writing.", "What form has the notice?"),))
    reviewed = ask(engine, "How many days is the notice?", settings=PLANS, memory=bare)
    assert reviewed.answer.citations[0].quote == NINETY


def test_slices_that_were_read_for_the_same_question_are_not_read_again() -> None:
    first = ask(
        ScriptedEngine([PLAN] * 2), "Who pays for repairs to notice boards?", settings=PLANS
    )
    read = asked(first)
    assert read
    again = ask(
        ScriptedEngine([PLAN] * 2),
        "Who pays for repairs to notice boards?",
        settings=PLANS,
        memory=Memory("run1", read=tuple(read)),
    )
    assert not set(asked(again)) & set(read)
    assert again.answer.status == "not_found"


def test_a_list_takes_earlier_items_in_with_new_ones() -> None:
    memory = Memory("run1", (known(DEPOSIT, "How much is the deposit?"),))

    def read(request) -> str:
        # The slice that holds both amounts is read badly this time: one item is missed.
        both = "rent is" in request.messages[-1].content
        listed = (request.grammar or "").startswith('root ::= "["')
        if both and not listed:
            return silent(request)
        return reader("rent is" if both else "deposit")(request)

    def judge(conversation: Sequence[Message]) -> float:
        return 0.9 if "dollars" in conversation[-1].content else 0.1

    engine = ScriptedEngine([LIST], read=read, judge=judge)
    reviewed = ask(
        engine, "Which amounts of money, such as a deposit, are due?", settings=PLANS, memory=memory
    )
    assert {c.quote for c in reviewed.answer.citations} == {
        DEPOSIT,
        "The rent is 2,400 dollars a month.",
    }
    assert sorted(c.origin for c in reviewed.answer.citations) == ["", "run1"]


def test_free_code_finds_it_in_a_list_and_may_end_with_it() -> None:
    look = cell("for f in earlier:\n    print(f.question, '|', f.answer, '|', f.page, f.span[:10])")
    engine = ScriptedEngine([look, cell("FINAL(earlier[0])")])
    reviewed = ask(engine, settings=CODE, memory=NOTICE)
    first, second = (request.messages[-1].content for request in engine.root)
    assert "`earlier`" in first and "found 1 thing" in first
    assert "What must the tenant do before leaving? | The tenant must give" in second
    assert "earlier: list of 1 (Finding)" in second
    assert reviewed.answer.text == f"{NINETY} [1]"
    assert reviewed.answer.citations[0].origin == "run1"


def test_an_earlier_finding_is_judged_against_the_new_question_in_free_code_too() -> None:
    engine = ScriptedEngine([cell("FINAL(earlier)"), cell("NOT_FOUND('no')")], judge=lambda c: 0.1)
    reviewed = ask(engine, "Who is the landlord?", settings=CODE, memory=NOTICE)
    assert "do not clearly state it" in reviewed.cells[0].error
    assert reviewed.answer.status == "not_found"
    assert "Who is the landlord?" in engine.judged[0][-1].content


def test_what_earlier_runs_found_is_no_finding_of_a_run_that_is_stopped() -> None:
    reviewed = ask(ScriptedEngine(["no code"] * 3), settings=CODE, memory=NOTICE)
    assert reviewed.answer.status == "stopped"
    assert reviewed.answer.claims == ()


def test_a_run_without_a_memory_knows_of_none() -> None:
    engine = ScriptedEngine([cell("print(earlier)"), *["no code"] * 3])
    reviewed = ask(engine, settings=CODE)
    assert "NameError" in reviewed.cells[0].error
    assert "earlier" not in engine.root[0].messages[-1].content.lower()
    plan = ask(ScriptedEngine([PLAN], read=reader("ninety")), settings=PLANS)
    assert "recall" not in plan.cells[0].code and "unread" not in plan.cells[0].code


def test_findings_in_documents_that_are_not_at_hand_are_left_out() -> None:
    other = document("The tenant must give notice of ninety days before leaving.", name="b.pdf")
    span = Span(other.id, 0, 20)
    gone = Known("run1", "What notice?", Evidence(Finding("x", (span,), span, 1), Check(0.9)))
    engine = ScriptedEngine([PLAN], read=reader("ninety"))
    reviewed = ask(engine, settings=PLANS, memory=Memory("run1", (gone,)))
    assert reviewed.answer.status == "answered"
    assert not reviewed.all(Recalled)


def test_a_child_knows_what_was_found_in_its_slices() -> None:
    root = cell("FINAL(rlm('Child question?', documents[0].page(2)))")
    other = cell("FINAL(rlm('Child question?', documents[0].page(3)))")
    child = cell("FINAL(earlier)")

    def replies(request) -> str:
        text = request.messages[1].content
        if "Question: Root" in text:
            return root if len(request.messages) == 2 else other
        return child

    reviewed = ask(ScriptedEngine(replies), "Root?", settings=CODE, memory=NOTICE)
    assert reviewed.answer.citations[0].quote == NINETY
    assert reviewed.answer.citations[0].origin == "run1"


def test_a_resumed_run_still_has_it() -> None:
    look = cell("mine = [f.answer for f in earlier]\nprint(mine)")
    stopped = ask(ScriptedEngine([look, *["no code"] * 3]), settings=CODE, memory=NOTICE)
    state = next(e for e in stopped.all(StateSaved) if e.turn == 1).state
    engine = ScriptedEngine([cell("print(mine)\nFINAL(earlier[0])")])
    reviewed = ask(engine, settings=CODE, resume=state, memory=NOTICE)
    assert NINETY in reviewed.all(CellRan)[0].output
    assert reviewed.answer.text == f"{NINETY} [1]"


@pytest.mark.parametrize("earlier", ["How much?", "And when? (following: “How much?”)"])
def test_a_following_question_names_the_one_before_and_no_more(earlier: str) -> None:
    asked = following("Who pays?", earlier)
    assert asked == f"Who pays? (following: “{plain(earlier)}”)"
    assert plain(asked) == "Who pays?"


def test_a_short_document_is_read_again_as_a_whole_and_only_then_what_is_known_is_looked_at() -> (
    None
):
    """Reading it costs little, and shows more than what answered another question."""
    short = Settings(protocol="plan")
    whole = ask(ScriptedEngine(read=reader("ninety")), settings=short, memory=NOTICE)
    assert whole.all(SubcallStarted)[0].kind == "direct"
    assert not whole.all(Recalled) and not whole.cells

    def overlooks(request) -> str:
        everything = "2,400 dollars" in request.messages[-1].content
        return silent(request) if everything else reader("ninety")(request)

    missed = ask(ScriptedEngine([PLAN], read=overlooks), settings=short, memory=NOTICE)
    assert [e.run for e in missed.all(Recalled)] == ["run1"]
    assert missed.answer.citations[0].quote == NINETY
