"""An answer is tied to the sentences that hold it, whatever numbers the model gave."""

import pytest

from app.recursion.subcalls.citing import is_silence, repeats, tightest
from tests.recursion.benches import bench
from tests.recursion.papers import document
from tests.recursion.scripted import ScriptedEngine

SENTENCES = [
    "The Supplier must propose within fifteen Working Days how it will put things right.",
    "A sum that is not paid when due bears interest at 3 per cent a year above the base rate.",
    "The parties agree that this is a substantial remedy for late payment.",
    "The Customer may set off any sum that the Supplier owes it.",
]


def test_a_wrong_number_is_mended() -> None:
    assert tightest("3 per cent a year above the base rate", [1], SENTENCES) == [2]


def test_a_right_number_stays() -> None:
    assert tightest("Interest at 3 per cent a year.", [2], SENTENCES) == [2]


def test_a_number_that_adds_nothing_is_left_out() -> None:
    assert tightest("Interest at 3 per cent above base rate.", [2, 3], SENTENCES) == [2]


def test_two_sentences_stay_where_each_holds_a_part() -> None:
    answer = "Interest is 3 per cent, and the Customer may set off what the Supplier owes."
    assert tightest(answer, [2, 4], SENTENCES) == [2, 4]


def test_numbers_that_were_not_shown_are_passed_over() -> None:
    assert tightest("Interest at 3 per cent", [0, 9, 2], SENTENCES) == [2]


def test_an_answer_of_common_words_keeps_what_was_named() -> None:
    assert tightest("It is.", [3], SENTENCES) == [3]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What pet does she have?", "She has a pet."),
        ("With which escrow agent is the code deposited?", "The code is deposited with an agent."),
        ("Which germ was found in the urine?", "A germ was found in the urine."),
        ("Why was the scan never done?", "The scan was due, but it was never done."),
    ],
)
def test_an_answer_that_only_repeats_the_question_is_none(question: str, answer: str) -> None:
    assert repeats(question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What pet does she have?", "She has a spaniel."),
        ("How long is the notice?", "The notice is 30 days."),
        ("May the tenant leave early?", "The tenant may leave early."),
    ],
)
def test_an_answer_that_says_more_or_says_yes_stands(question: str, answer: str) -> None:
    assert not repeats(question, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "No: The excerpt does not provide information about whether she reacted.",
        "The passage doesn't mention a guarantor.",
        "No information about it is in the excerpt.",
    ],
)
def test_an_answer_that_says_there_is_none_is_none(answer: str) -> None:
    assert is_silence(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "No: the Supplier may not publish a case study.",
        "The Agreement does not limit liability for fraud.",
        "The document does not give the tenant a right to stay.",
    ],
)
def test_an_answer_that_denies_something_is_one(answer: str) -> None:
    assert not is_silence(answer)


def test_what_a_repeated_question_rests_on_takes_its_place() -> None:
    why = "The scan was never done because the order went to a clinic that had closed."
    paper = document(f"It was ordered in May. {why}")
    told = '{"sentences": [2], "answer": "The scan was never done."}'
    with bench(ScriptedEngine(read=lambda _: told), documents=(paper,)) as b:
        assert b.out('print(ask("Why was the scan never done?", documents[0]))') == why


def test_a_sentence_that_says_no_more_than_the_question_is_no_answer() -> None:
    paper = document("The scan was never done. He went home.")
    told = '{"sentences": [1], "answer": "It was never done."}'
    with bench(ScriptedEngine(read=lambda _: told), documents=(paper,)) as b:
        assert b.out('print(ask("Why was the scan never done?", documents[0]))') == "None"
