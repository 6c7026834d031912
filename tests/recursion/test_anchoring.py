"""What is said of another than the one a question names is no evidence."""

import pytest

from app.recursion.anchoring import ANOTHER, UNKNOWN, lost
from tests.recursion.papers import document
from tests.recursion.scripted import ScriptedEngine
from tests.recursion.test_functions import bench

LEASE = "Between Orla Quint (“the Owner”) and the Renter. " + "The parties agree. " * 200
LOCKERS = document(
    LEASE,
    "# Lockers\nLocker K-4413 is assigned to Edwin Marsh.\nLocker K-4414 is assigned to Ruth Vane.",
    "# Ruth Vane\nShe pays twenty pounds a month.\nMr Marsh pays nothing.",
    "Here “Renewal Day” is the first of May.",
    "\n".join("The Company keeps the keys." for _ in range(20)),
    "The rent of Holm Mill is paid late. It is due in May. That of Aske Mill is due in June.",
    name="lockers.pdf",
)


def loss(question: str, words: str) -> float:
    start = LOCKERS.text.index(words)
    with bench(documents=(LOCKERS,)) as b:
        return lost(b.frame.ctx, question, [LOCKERS.span(start, start + len(words))])


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("To whom is locker K-4413 assigned?", "Locker K-4413 is assigned to Edwin Marsh", 0.0),
        ("To whom is locker K-4413 assigned?", "Locker K-4414 is assigned to Ruth Vane", ANOTHER),
        ("How much does Ruth Vane pay?", "twenty pounds", 0.0),
        ("Which locker has Ruth Vane?", "is assigned to Edwin Marsh", ANOTHER),
        ("How much does Edwin Marsh pay?", "Mr Marsh pays nothing", 0.0),
        ("How much does Edwin Marsh pay?", "She pays twenty pounds", 0.0),
        ("What is due from Orla Quint?", "That of Aske Mill is due in June", 0.0),
        ("How much does Ruth Abernathy pay?", "twenty pounds", UNKNOWN),
        ("Who keeps the keys for the Company?", "Mr Marsh pays nothing", 0.0),
        ("What does she pay in March 2024?", "twenty pounds", 0.0),
        ("Which dose of 5mg was given on the 3rd?", "twenty pounds", 0.0),
        ("What does the Renter pay to the Owner?", "twenty pounds", 0.0),
        ("What is paid on Renewal Day?", "twenty pounds", 0.0),
        ("When is the rent of Holm Mill due?", "It is due in May", 0.0),
        ("When is the rent of Holm Mill due?", "That of Aske Mill is due in June", ANOTHER),
        ("Marsh pays what?", "twenty pounds", 0.0),
    ],
)
def test_names_and_codes_of_a_question_are_looked_for_around_the_evidence(
    question: str, words: str, expected: float
) -> None:
    assert loss(question, words) == expected


def test_slices_that_hold_a_name_of_the_question_are_ranked_first() -> None:
    with bench(ScriptedEngine(), documents=(LOCKERS,)) as b:
        pages = "[documents[0].page(3), documents[0].page(2)]"
        assert b.out(f"print(rank('To whom is locker K-4413 assigned?', {pages})[0].page)") == "2"
        assert b.out(f"print(rank('What is due?', {pages})[0].page)") == "3"


def test_a_name_that_the_answer_gives_is_nobody_else() -> None:
    paper = document(
        LEASE, "Ruth Vane shares a room. The other bed is that of Petra Lund.", name="r.pdf"
    )
    start = paper.text.index("The other")
    with bench(documents=(paper,)) as b:
        span = [paper.span(start, len(paper.text))]
        asked = "Who shares a room with Ruth Vane?"
        assert lost(b.frame.ctx, asked, span, "Petra Lund") == 0.0
        assert lost(b.frame.ctx, asked, span, "Somebody") == ANOTHER
