"""A plan that finds nothing looks further before it says so, and says what was covered."""

import json
import re

import pytest

from app.documents.document import Span
from app.recursion.branch import Branch
from app.recursion.budget import Depth
from app.recursion.events import StateSaved, SubcallStarted
from app.recursion.plans.cell_lines import REACH
from app.recursion.settings import Settings
from tests.recursion.papers import Reviewed, ask, document
from tests.recursion.scripted import ScriptedEngine, reader

CLAUSES = 60
LONG = document(
    *(
        f"# {n} Clause\nUnder clause {n} the carrier keeps notice board {n} in good repair.\n"
        + f"Board {n} stands at gate {n} and is painted every spring. " * 6
        for n in range(1, CLAUSES + 1)
    ),
    "# 61 Sundries\nWhoever departs tells the other a quarter of a year ahead.",
    name="long.pdf",
)
LAST = "Whoever departs tells the other a quarter of a year ahead."
QUESTION = "How long is the notice for the board?"


def plan(*phrases: str) -> str:
    return json.dumps({"kind": "find", "phrases": [*phrases]})


SAME = plan("notice board", "notice in good repair")


def run(depth: Depth, *words: str, replies: int = 3) -> Reviewed:
    """The same plan again and again; a reader and a judge that know some words."""

    def judge(conversation) -> float:
        return 0.9 if any(word in conversation[-1].content for word in words) else 0.1

    engine = ScriptedEngine([SAME] * replies, read=reader(*words or ["—"]), judge=judge)
    settings = Settings(depth, protocol="plan", direct_tokens=0)
    return ask(engine, QUESTION, (LONG,), settings)


def read(reviewed: Reviewed, turn: int) -> set[Span]:
    """What the model was shown to find an answer in, in one turn."""
    calls = [e for e in reviewed.all(SubcallStarted) if e.turn == turn]
    return {span for e in calls if e.kind in ("ask", "judge") for span in e.spans}


def test_a_second_plan_reads_what_the_first_did_not_though_its_phrases_are_the_same() -> None:
    reviewed = run(Depth.STANDARD)
    first, second = read(reviewed, 1), read(reviewed, 2)
    assert len(first) == REACH[Depth.STANDARD].searched
    assert len(second) == REACH[Depth.STANDARD].searched
    assert not first & second


def test_of_what_stands_further_down_only_the_likeliest_are_asked_about() -> None:
    reviewed = run(Depth.STANDARD)
    kinds = [e.kind for e in reviewed.all(SubcallStarted) if e.turn == 2]
    reach = REACH[Depth.STANDARD]
    assert (kinds.count("judge"), kinds.count("ask")) == (reach.searched, reach.asked)


def test_not_found_says_which_pages_were_covered() -> None:
    answer = run(Depth.STANDARD).answer
    assert (answer.status, answer.claims) == ("not_found", ())
    pages = len(answer.coverage.pages_read)
    assert 2 * REACH[Depth.STANDARD].searched - 2 <= pages < CLAUSES
    assert answer.coverage.pages == CLAUSES + 1


def test_an_exhaustive_review_reads_every_passage_before_it_says_not_found() -> None:
    answer = run(Depth.EXHAUSTIVE).answer
    assert answer.status == "not_found"
    assert len(answer.coverage.pages_read) == CLAUSES + 1
    assert answer.coverage.characters_read == answer.coverage.characters


def test_what_no_search_leads_to_is_found_by_reading_every_passage() -> None:
    assert run(Depth.STANDARD, "departs").answer.status == "not_found"
    reviewed = run(Depth.EXHAUSTIVE, "departs")
    assert [claim.text for claim in reviewed.answer.claims] == [LAST]
    assert "document.split(" in reviewed.cells[-1].code


@pytest.mark.parametrize("depth", list(Depth))
def test_no_plan_is_written_after_the_last(depth: Depth) -> None:
    reviewed = run(depth)
    turns = {Depth.QUICK: 1, Depth.STANDARD: 2, Depth.EXHAUSTIVE: 3}[depth]
    assert len(reviewed.cells) == turns
    assert re.search(r"^ +NOT_FOUND\(", reviewed.cells[-1].code, re.M)


COMPARE = json.dumps(
    {"kind": "compare", "sides": ["How long is one?", "How long is the other?"], "phrases": ["a"]}
)


def test_a_plan_of_another_kind_may_follow_one_that_kept_no_list_of_what_it_read() -> None:
    engine = ScriptedEngine([COMPARE, SAME], judge=lambda _: 0.1)
    settings = Settings(protocol="plan", direct_tokens=0)
    reviewed = ask(engine, QUESTION, (LONG,), settings)
    assert [c.error for c in reviewed.cells] == ["", ""]
    assert reviewed.answer.status == "not_found"
    assert read(reviewed, 2)


def test_a_plan_may_follow_a_cell_that_the_reviewer_wrote() -> None:
    own = 'print(search(["gate 7"])[0])'
    engine = ScriptedEngine([SAME] * 3, judge=lambda _: 0.1)
    settings = Settings(protocol="plan", direct_tokens=0)
    reviewed = ask(engine, QUESTION, (LONG,), settings, branch=Branch("a", (("{}", own),)))
    assert [c.error for c in reviewed.cells] == [""] * len(reviewed.cells)
    assert reviewed.answer.status == "not_found"


def test_a_run_that_goes_on_after_its_first_plan_knows_what_it_read() -> None:
    settings = Settings(Depth.EXHAUSTIVE, protocol="plan", direct_tokens=0)
    engine = ScriptedEngine([SAME] * 3, judge=lambda _: 0.1)
    whole = ask(engine, QUESTION, (LONG,), settings)
    state = next(e.state for e in whole.all(StateSaved) if e.turn == 1)
    again = ask(ScriptedEngine([SAME] * 3, judge=lambda _: 0.1), QUESTION, (LONG,), settings,
                resume=state)  # fmt: skip
    assert [c.error for c in again.cells] == ["", ""]
    assert not read(whole, 1) & read(again, 2)


@pytest.mark.parametrize(("probability", "status"), [(0.85, "not_found"), (0.95, "answered")])
def test_what_stands_further_down_must_be_beyond_doubt(probability: float, status: str) -> None:
    """The first plan misses it; the second reads it, and the judge is more or less sure."""
    far = document(
        *(f"# {n}\nNotice board {n} is kept in good repair by the carrier." for n in range(1, 10)),
        "# 10\nA quarter of a year is the notice for the board.",
    )
    engine = ScriptedEngine(
        [SAME] * 3,
        read=reader("quarter"),
        judge=lambda messages: probability if "quarter" in messages[-1].content else 0.1,
    )
    settings = Settings(Depth.STANDARD, protocol="plan", direct_tokens=0)
    reviewed = ask(engine, "Which notice board is in good repair?", (far,), settings)
    assert not any(far.text.find("quarter") in range(s.start, s.end) for s in read(reviewed, 1))
    assert reviewed.answer.status == status


def test_code_cannot_lower_the_bar() -> None:
    cell = (
        "found = verify(question, ask_each(question, documents[0].split(900)), 0.1)\nFINAL(found)"
    )
    engine = ScriptedEngine(
        [f"```python\nquestion = {QUESTION!r}\n{cell}\n```"] * 20,
        read=reader("departs"),
        judge=lambda _: 0.3,
    )
    settings = Settings(Depth.STANDARD, protocol="code", direct_tokens=0)
    assert ask(engine, QUESTION, (LONG,), settings).answer.status != "answered"
