"""What is said of another than the one a question names is no evidence."""

import pytest

from app.recursion.evidence.anchoring import ANOTHER, UNKNOWN, lost, one_of_many
from tests.recursion.benches import bench
from tests.recursion.papers import document
from tests.recursion.scripted import ScriptedEngine

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


def test_a_name_whose_words_others_share_counts_as_a_whole() -> None:
    people = document(
        LEASE,
        "Yusuf Vane weighs 53 kg.\nYusuf Hale weighs 92 kg.\nRuth Vane weighs 61 kg.",
        name="people.pdf",
    )
    question = "What does Yusuf Vane weigh?"
    with bench(documents=(people,)) as b:
        for words, expected in (("Yusuf Vane", 0.0), ("Yusuf Hale", ANOTHER)):
            start = people.text.index(words)
            sentence = people.sentences_in(people.span(start, start + 1))[0]
            span = people.span(sentence.start, sentence.end)
            assert lost(b.frame.ctx, question, [span]) == expected


def test_of_items_that_each_say_whose_they_are_those_of_others_are_told() -> None:
    # Ada Byrne stands where the record begins, as one whom it is about would.
    forms = document(
        "Ada Byrne completed form 1.\nIvo Marsh completed form 2.\nAda Byrne completed form 3.\n"
        "Form 4 was completed late.",
        name="forms.txt",
    )
    with bench(documents=(forms,)) as b:
        spans = [forms.span(s.start, s.end) for s in forms.sentences]
        question = "How many forms did Ada Byrne complete?"
        other = one_of_many(b.frame.ctx, question, spans)
        assert [forms.quote(span) for span in other] == ["Ivo Marsh completed form 2."]
        assert one_of_many(b.frame.ctx, question, spans[1:]) == []
        assert one_of_many(b.frame.ctx, "How many forms are there?", spans) == []


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
