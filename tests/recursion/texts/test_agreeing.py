"""A question whether entries agree is told by its words, and what they are to agree about."""

import pytest

from app.recursion.plans.kinds import asked_for
from app.recursion.texts.agreeing import topic


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Do the entries about her drug allergies agree with one another?", "her drug allergies"),
        ("Do the two leases agree on the notice period?", "the notice period"),
        ("Are the records consistent as to his smoking?", "his smoking"),
        ("Do all documents say the same about the closing date?", "the closing date"),
        ("Are there any contradictions about the deposit?", "the deposit"),
        ("Are there discrepancies in the medication lists?", "the medication lists"),
        ("What contradictions are there concerning the operated side?", "the operated side"),
        ("Where do the notes disagree about her weight?", "her weight"),
        ("Is the notice period stated consistently?", "the notice period"),
        ("Stimmen die Angaben zur Kündigungsfrist überein?", "zur Kündigungsfrist"),
        ("Widersprechen sich die Einträge zu den Allergien?", "zu den Allergien"),
        ("Gibt es Widersprüche bei der Dosis?", "bei der Dosis"),
    ],
)
def test_what_entries_are_to_agree_about(question: str, about: str) -> None:
    assert topic(question) == about
    assert asked_for(question, 1) == "agree"


@pytest.mark.parametrize(
    "question",
    [
        "Did the parties agree on a price?",
        "Has the tenant agreed to the new rent?",
        "Does the agreement conflict with the statute?",
        "Are there contradictions in the documents?",
        "Is there a conflict of interest?",
        "What does the report say about the accident?",
        "Which law governs the agreement?",
        "Gibt es eine Kündigungsfrist?",
    ],
)
def test_other_questions_are_none_of_that_kind(question: str) -> None:
    assert topic(question) == ""
