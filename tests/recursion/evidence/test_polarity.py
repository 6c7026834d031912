"""A yes that the cited sentences surely deny becomes a no, with the sentences."""

import json
from collections.abc import Sequence

import pytest

from app.engine.engine import Message
from tests.recursion.benches import bench
from tests.recursion.papers import document
from tests.recursion.scripted import ScriptedEngine

NOTE = document("Seven days of doxycycline; joint not involved. The wound has closed.")
ASKED = "Did the infection get into the joint?"


def answered(reply: str, chance: float, question: str = ASKED) -> str:
    def judge(conversation: Sequence[Message]) -> float:
        alone = conversation[-1].content.endswith("\nReply Yes or No.")
        return chance if alone else 0.9

    told = json.dumps({"sentences": [1], "answer": reply})
    with bench(ScriptedEngine(read=lambda _: told, judge=judge), documents=(NOTE,)) as b:
        b.out(f"found = verify({question!r}, [ask({question!r}, documents[0])])")
        return b.out("print(found[0].answer)").strip()


@pytest.mark.parametrize(
    ("reply", "chance", "answer"),
    [
        ("Yes: it did.", 0.1, "No: Seven days of doxycycline; joint not involved."),
        ("Yes: it did.", 0.4, "Yes: it did."),
        ("No: not involved.", 0.9, "Yes: Seven days of doxycycline; joint not involved."),
        ("No: not involved.", 0.7, "No: not involved."),
        ("No: not involved.", 0.1, "No: not involved."),
    ],
)
def test_only_what_is_sure_turns_an_answer(reply: str, chance: float, answer: str) -> None:
    assert answered(reply, chance) == answer


def test_other_questions_are_left_alone() -> None:
    question = "How long was doxycycline given?"
    assert answered("Seven days", 0.1, question) == "Seven days"
