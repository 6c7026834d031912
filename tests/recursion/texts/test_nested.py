"""Questions that name somebody by another fact are answered in two steps."""

import json

import pytest

from app.engine.engine import Request
from app.recursion.settings import Settings
from app.recursion.texts.nested import name_in, parted
from tests.recursion.papers import ask, document
from tests.recursion.scripted import ScriptedEngine, silent

MILLS = document(
    "The mill at Holm is owned by Ruth Vane.\nThe mill at Aske is owned by Edwin Marsh.",
    "Ruth Vane has lived in Thornby since 2011.\nEdwin Marsh has lived in Kirkby since 2004.",
    *("The keys are kept in the cabinet." for _ in range(4)),
    name="mills.pdf",
)
QUESTION = "In which town does the owner of the mill at Holm live?"


@pytest.mark.parametrize(
    ("question", "first", "then"),
    [
        (QUESTION, "Who is the owner of the mill at Holm?", "In which town does {answer} live?"),
        (
            "With whom is the supplier of the rope for the Blue Peter insured?",
            "Who is the supplier of the rope for the Blue Peter?",
            "With whom is {answer} insured?",
        ),
        (
            "Where was the cardiologist who saw Mr Ames trained?",
            "Who is the cardiologist who saw Mr Ames?",
            "Where was {answer} trained?",
        ),
    ],
)
def test_a_question_is_parted_where_its_words_name_somebody(
    question: str, first: str, then: str
) -> None:
    assert parted(question) == (first, then)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the owner of the mill at Holm?",
        "Who is now the trustee of the fund for the Blue Peter?",
        "Which notice must the supplier give?",
        "What limits the liability of the supplier under clause 9?",
        "Who signed for the bell of the tower at Holm today?",
        "How long may the tenant keep the keys?",
    ],
)
def test_other_questions_stay_whole(question: str) -> None:
    assert parted(question) is None


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("Ruth Vane", "Ruth Vane"),
        ("The mill at Holm is owned by Ruth Vane.", "Ruth Vane"),
        ("It was countersigned by Dr. Ruth Vane", "Dr. Ruth Vane"),
        ("Dunmore & Daughters supply it", "Dunmore & Daughters"),
        ("the mill at Holm", ""),
    ],
)
def test_a_name_is_taken_out_of_an_answer(answer: str, name: str) -> None:
    assert name_in(answer, "Who is the owner of the mill at Holm?") == name


def read(request: Request) -> str:
    """Whoever the question is about, if the slice says it."""
    said = request.messages[-1].content
    lines = [line for line in said.splitlines() if line.startswith("[")]
    wanted = "-"
    if "owner" in said:
        wanted = "mill at Holm is"
    elif "does Ruth Vane live" in said:
        wanted = "Ruth Vane has"
    for number, line in enumerate(lines, 1):
        if wanted in line:
            answer = line.partition("] ")[2]
            return json.dumps({"sentences": [number], "answer": answer})
    return silent(request)


def claims(question: str) -> list[str]:
    plan = json.dumps({"kind": "find", "phrases": ["owner mill", "lives in"]})
    engine = ScriptedEngine([plan], read=read)
    reviewed = ask(engine, question, [MILLS], Settings(protocol="plan", direct_tokens=0))
    return [claim.text for claim in reviewed.answer.claims]


def test_the_answer_to_the_second_step_comes_with_that_to_the_first() -> None:
    assert set(claims(QUESTION)) == {
        "Ruth Vane has lived in Thornby since 2011.",
        "The mill at Holm is owned by Ruth Vane.",
    }


def test_a_first_step_without_a_second_is_said_to_be_no_more() -> None:
    (claim,) = claims("In which year was the present owner of the mill at Holm born?")
    assert claim.startswith("Only the first step was found: ")
