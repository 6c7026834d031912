"""What occurs how often is counted by the program, from items that each say what they are of."""

import json
import re

import pytest

from app.engine.engine import Request
from app.recursion.kinds import asked_for
from app.recursion.settings import Settings
from app.recursion.tallying import grouped
from tests.recursion.papers import ask, document
from tests.recursion.scripted import ScriptedEngine

REPORTS = document(
    "Report 1 of 3 May concerns theft. The gate was painted.",
    "Report 2 of 9 June concerns arson.\nReport 3 of 12 June concerns theft.",
    "Report 4 of 2 July concerns Theft.\nThe keys were handed over to the new caretaker.",
    name="reports.pdf",
)
PLAN = json.dumps({"kind": "tally", "item": "a report", "phrases": ["report concerns"]})
MOST = "Which kind of crime do the reports concern most often?"


def read(request: Request) -> str:
    found = re.search(r"concerns (\w+)\.\nFor which", request.messages[-1].content)
    return found[1] if found else "nothing"


def engine() -> ScriptedEngine:
    return ScriptedEngine(
        [PLAN], read=read, judge=lambda c: 0.9 if "concerns" in c[-1].content else 0.05
    )


def claims(question: str) -> list[tuple[str, int]]:
    reviewed = ask(engine(), question, [REPORTS], Settings(protocol="plan", direct_tokens=0))
    assert reviewed.answer.note == ""
    return [(claim.text, len(claim.citations)) for claim in reviewed.answer.claims]


def test_the_commonest_comes_first_with_all_that_count_for_it() -> None:
    assert claims(MOST) == [("theft: 3", 3), ("arson: 1", 1)]


def test_the_rarest_comes_first_where_it_is_asked_for() -> None:
    question = "Which kind of crime do the reports concern least often?"
    assert claims(question) == [("arson: 1", 1), ("theft: 3", 3)]


def test_a_label_that_the_passage_does_not_hold_counts_for_nothing() -> None:
    assert grouped(["theft", "", "Theft.", "arson"]) == [
        ("theft", ("theft", 2)),
        ("arson", ("arson", 1)),
    ]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (MOST, "tally"),
        ("Who filed the most breach reports?", "tally"),
        ("In which month were the fewest repairs made?", "tally"),
        ("Welcher Mieter hat sich am häufigsten beschwert?", "tally"),
        ("What is the most that the supplier can owe?", ""),
        ("Who is most at risk?", ""),
        ("Is theft the commonest crime?", ""),
    ],
)
def test_questions_for_what_occurs_how_often_are_told_by_their_words(
    question: str, kind: str
) -> None:
    assert asked_for(question, 1) == kind
