"""Entries that say there is nothing of a kind, and such that say what there is."""

import pytest

from app.recursion.texts.denying import kind


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("her drug allergies", "No known drug allergies, patient confirms | ASA class: 3"),
        ("her allergies", "Allergies: none known, per patient"),
        ("allergies", "NKDA. Lungs clear."),
        ("the patient's allergies", "Patient denies allergies."),
        ("drug allergies", "Drug allergies | None"),
        ("pending litigation", "There is no pending litigation."),
        ("litigation", "The Company has no outstanding litigation."),
        ("zu den Allergien", "Keine bekannten Allergien."),
        ("zu Allergien", "Allergien: keine"),
        ("zu den Allergien", "Allergien werden verneint."),
    ],
)
def test_an_entry_that_denies(topic: str, text: str) -> None:
    found = kind(topic)
    assert found is not None and found.denies(text)
    assert not found.states(text)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("her drug allergies", "Allergies (triage): sulfa, hives; lisinopril, cough; tape"),
        ("her drug allergies", "Allergy list: lisinopril entered as intolerance."),
        ("allergies", "She is allergic to penicillin."),
        ("litigation", "Litigation: one claim is before the county court."),
        ("zu den Allergien", "Allergie gegen Penicillin seit 1998."),
    ],
)
def test_an_entry_that_states(topic: str, text: str) -> None:
    found = kind(topic)
    assert found is not None and found.states(text)
    assert not found.denies(text)


@pytest.mark.parametrize(
    "text",
    [
        "No new allergies since the last visit.",
        "No other allergies were found.",
        "No change in allergies.",
        "Allergies reviewed with the patient.",
        "Penicillin allergy: label removed in 2023 after a challenge.",
        "Seen in the allergy clinic.",
        "The ward was painted.",
    ],
)
def test_an_entry_that_does_neither(text: str) -> None:
    found = kind("her drug allergies")
    assert found is not None
    assert not found.denies(text) and not found.states(text)


@pytest.mark.parametrize("topic", ["", "it", "of", "the fee"])
def test_a_topic_without_a_telling_word_is_no_kind(topic: str) -> None:
    assert kind(topic) is None
