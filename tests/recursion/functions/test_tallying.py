"""The program counts and groups, from items that each say what they are of."""

import json
import re
from collections.abc import Callable

import pytest

from app.engine.engine import Request
from app.recursion.functions.tallying import grouped
from app.recursion.plans.kinds import asked_for, shares
from app.recursion.settings import Settings
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


STAFF = document(
    "Ada Byrne lives at Mill Lane 4. The gate was painted.",
    "Ivo Marsh lives at Dock Road 9.\nUna Reed lives at Mill Lane 4.",
    "Finn Hale lives at Park Row 1.\nThe keys were handed over to the new caretaker.",
    name="staff.pdf",
)


def _address(request: Request) -> str:
    found = re.search(r"lives at ([\w ]+)\.\nFor which", request.messages[-1].content)
    return found[1] if found else "nothing"


def _first_word(request: Request) -> str:
    """A label that two of the sentences begin with: "The gate", "The keys"."""
    found = re.search(r"Passage: (\w+)", request.messages[-1].content)
    return found[1] if found else "nothing"


def _staff(
    question: str, document_text: str = "lives", label: Callable[[Request], str] = _address
) -> list[str]:
    plan = json.dumps({"kind": "shared", "item": "an address", "phrases": ["lives at"]})
    engine = ScriptedEngine(
        [plan], read=label, judge=lambda c: 0.9 if document_text in c[-1].content else 0.05
    )
    reviewed = ask(engine, question, [STAFF], Settings(protocol="plan", direct_tokens=0))
    return [claim.text for claim in reviewed.answer.claims]


def test_things_that_have_something_in_common_are_found_by_the_program() -> None:
    assert _staff("Which two employees have the same address?") == [
        "Mill Lane 4: Ada Byrne lives at Mill Lane 4; Una Reed lives at Mill Lane 4"
    ]


def test_a_group_without_a_figure_is_none_where_a_figure_is_what_is_shared() -> None:
    assert _staff("Which two employees have the same town?", "", _first_word)
    (said,) = _staff("Which two employees have the same number?", "", _first_word)
    assert said.startswith("None of these share it")


def test_where_nothing_is_shared_the_answer_says_so_and_shows_what_was_compared() -> None:
    (said,) = _staff("Which two employees have the same address?", "Park Row")
    assert said == "None of these share it: Finn Hale lives at Park Row 1."


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Which two invoices bear the same number?", "number"),
        ("Which of the leases share a guarantor?", "guarantor"),
        ("Who was seen by the same doctor?", "doctor"),
        ("What do both sites have in common?", ""),
        ("Which accounts have an owner in common?", "owner"),
        ("Welche Rechnungen tragen dieselbe Nummer?", "Nummer"),
        ("Which drugs were given at the same time?", ""),
        ("Did both tenants give the same reason?", ""),
        ("How many have the same address?", ""),
    ],
)
def test_questions_for_what_things_share_are_told_by_their_words(question: str, thing: str) -> None:
    assert shares(question) == thing
    assert asked_for(question, 1) == ("shared" if thing else "")
