"""Entries about one thing are held against each other, and those that can't both be true shown."""

import json
import re
from collections.abc import Sequence

import pytest

from app.documents.document import Document
from app.engine.engine import Message
from app.recursion.events import SubcallFinished
from app.recursion.functions.opposing import joined
from app.recursion.settings import Settings
from tests.recursion.papers import Reviewed, ask, document
from tests.recursion.scripted import ScriptedEngine

CHART = document(
    "Allergies: penicillin, hives in 1998.\nThe ward was painted.",
    "She takes metformin.\nNo known drug allergies.",
    "Visitors come at four.\nPenicillin gave her a rash as a child.",
    name="chart.pdf",
)
PLAN = json.dumps({"kind": "agree", "phrases": ["allergies", "penicillin"]})
QUESTION = "Do the entries about drug allergies agree with one another?"


def reviewed(
    opposed: str = "No known", question: str = QUESTION, documents: Sequence[Document] = (CHART,)
) -> Reviewed:
    """A run in which entries oppose exactly if one of two holds some words."""

    def judge(conversation: tuple[Message, ...]) -> float:
        asked = conversation[-1].content
        pair = re.search(r"Statement 1: (.*)\nStatement 2: (.*)\n", asked)
        if pair:
            return 0.5 if (opposed in pair[1]) != (opposed in pair[2]) else 0.2
        passage = asked.split("Passage:")[-1]
        return 0.9 if re.search("allerg|enicillin", passage.split("\n\n")[0]) else 0.05

    engine = ScriptedEngine([PLAN], judge=judge)
    return ask(engine, question, documents, Settings(protocol="plan", direct_tokens=0))


def test_entries_that_contradict_each_other_are_shown_together() -> None:
    answer = reviewed().answer
    assert answer.contradictory
    assert [claim.text for claim in answer.claims] == [
        "Allergies: penicillin, hives in 1998.",
        "No known drug allergies.",
        "Penicillin gave her a rash as a child.",
    ]
    assert all(claim.citations for claim in answer.claims)


def test_a_denial_and_what_it_denies_are_shown_together_whatever_the_judge_says() -> None:
    answer = reviewed(opposed="nothing at all").answer
    assert answer.contradictory
    assert [claim.text for claim in answer.claims] == [
        "Allergies: penicillin, hives in 1998.",
        "No known drug allergies.",
    ]


def test_what_the_words_tell_of_a_denial_the_judge_is_not_asked() -> None:
    calls = reviewed(opposed="nothing at all").all(SubcallFinished)
    pairs = [call.prompt.split("About ")[-1] for call in calls if "Statement 2:" in call.prompt]
    assert len(pairs) == 1  # The denial, and what says nothing of allergies in that word.
    assert "No known drug allergies" in pairs[0] and "Penicillin gave" in pairs[0]


AGREEING = document(
    "Allergies: penicillin, hives in 1998.\nThe ward was painted.",
    "She takes metformin.\nPenicillin allergy, see the front sheet.",
    "Visitors come at four.\nPenicillin gave her a rash as a child.",
    name="chart.pdf",
)


def test_where_none_contradict_the_answer_says_so_and_shows_what_was_held_together() -> None:
    answer = reviewed(opposed="nothing at all", documents=[AGREEING]).answer
    assert not answer.contradictory
    assert answer.claims[0].text == "None of these was found to contradict another."
    assert len(answer.claims) == 4


def test_the_answer_says_how_many_were_not_held_against_each_other() -> None:
    kinds = "penicillin codeine latex nuts iodine bees sulfa aspirin".split()
    visits = [f"The ward was painted.\nHer drug allergies are {kind}." for kind in kinds]
    chart = document(*visits, name="chart.pdf")
    answer = reviewed(opposed="nothing at all", documents=[chart]).answer
    assert answer.claims[0].text == (
        "None of the first of these was found to contradict another; "
        "2 more were not held against them."
    )
    assert len(answer.claims) == 1 + len(kinds)


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ([], []),
        ([(1, 2)], [[1, 2]]),
        ([(1, 2), (4, 5)], [[1, 2], [4, 5]]),
        ([(1, 2), (4, 5), (2, 4)], [[1, 2, 4, 5]]),
    ],
)
def test_pairs_that_touch_are_one_group(
    pairs: list[tuple[int, int]], groups: list[list[int]]
) -> None:
    assert joined(pairs) == groups
