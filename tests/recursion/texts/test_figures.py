"""Figures, dates and names of an answer are found in its source however they are written."""

import pytest

from app.recursion.texts import figures
from app.recursion.texts.dates import dates_in
from app.recursion.texts.figures import facts, missing


@pytest.mark.parametrize(
    ("answer", "source"),
    [
        ("The notice period is 30 days.", "on thirty (30) days' prior written notice"),
        ("The cap is $1,500,000.", "shall not exceed USD 1.5 million in aggregate"),
        ("Signed on March 3, 2021.", "executed on the 3rd day of March 2021"),
        ("Started on 2021-03-03.", "Start: 03/03/2021"),
        ("Twenty-five percent", "a credit of 25% of the monthly fee"),
        ("The drug is lisinopril 10 mg daily.", "Lisinopril 10 mg PO daily was continued"),
        ("Two hundred and fifty dollars", "a fee of $250"),
    ],
)
def test_the_same_fact_written_otherwise_is_not_missing(answer: str, source: str) -> None:
    assert missing(answer, source) == ()


@pytest.mark.parametrize(
    ("answer", "source", "lost"),
    [
        ("60 days", "thirty (30) days", "60"),
        ("The vendor is Acme.", "The vendor is Zenith.", "Acme"),
        ("It was on 4 March 2021.", "It was on 3 March 2021.", "2021-03-04"),
        ("It is 1.5 mg.", "It is 15 mg.", "1.5"),
    ],
)
def test_what_the_source_does_not_hold_is_named(answer: str, source: str, lost: str) -> None:
    assert lost in missing(answer, source)


def test_a_date_or_name_may_come_from_the_question_but_a_figure_may_not() -> None:
    question = "What did Dr. Haldane find on 3 March 2021, was it 40 mg?"
    assert missing("On 3 March 2021 Haldane found a murmur.", "A murmur was found.", question) == ()
    assert missing("Yes, it was 40 mg.", "The dose was 20 mg.", question) == ("40",)


def test_an_ambiguous_date_matches_both_readings() -> None:
    assert missing("Seen on 5 April 2021.", "Seen 05/04/2021") == ()
    assert missing("Seen on 4 May 2021.", "Seen 05/04/2021") == ()


def test_the_first_word_of_a_sentence_is_not_taken_for_a_name() -> None:
    assert facts("Termination requires notice. Payment is due.").names == frozenset()


@pytest.mark.parametrize(
    "question",
    [
        "How much does it cost?",
        "By how many days was it late?",
        "What is the daily rate for an engineer?",
        "What dose does she take?",
        "In which year did it begin?",
    ],
)
def test_some_questions_are_answered_by_figures(question: str) -> None:
    assert figures.asks_for_figure(question)


@pytest.mark.parametrize(
    "question",
    ["Who decides?", "How is it done?", "When may they leave?", "What happened in 2024?"],
)
def test_others_need_not_be(question: str) -> None:
    assert not figures.asks_for_figure(question)


@pytest.mark.parametrize("text", ["30 days", "thirty days", "one month", "monthly", "none", "£5"])
def test_figures_come_in_words_too(text: str) -> None:
    assert figures.holds_figure(text)


def test_a_text_without_a_figure_holds_none() -> None:
    assert not figures.holds_figure("The Customer must pay the Charges.")


def test_a_date_in_iso_form_has_one_reading() -> None:
    assert facts("on 2024-03-01").dates == {"2024-03-01"}
    assert facts("on 01/03/2024").dates == {"2024-03-01", "2024-01-03"}


def test_the_year_of_a_date_counts_as_held() -> None:
    source = "Discharged: 19 Nov 2023 | Weight: 89.1 kg"
    assert missing("She weighed 89.1 kg in November 2023.", source) == ()
    assert missing("She weighed 89.1 kg in 2021.", source) == ("2021",)
    assert missing("She weighed 2023 kg.", "Weight: 89.1 kg") == ("2023",)


def test_nouns_of_a_german_answer_are_no_names_that_an_english_source_must_hold() -> None:
    source, question = "The tenant must give ninety days' notice.", "Wie lang ist die Frist?"
    assert missing("Der Vermieter erhält 90 Tage.", source, question) == ()
    assert missing("Der Vermieter erhält 60 Tage.", source, question) == ("60",)
    german = "Der Mieter muss die Frist von 90 Tagen einhalten."
    assert missing("Frau Schmidt erhält 90 Tage.", german, question) == ("Schmidt",)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("am 3. März 2021 begonnen", "2021-03-03"),
        ("am 03.03.2021", "2021-03-03"),
        ("am 3.3.2021", "2021-03-03"),
        ("zum 31. Dezember 2024", "2024-12-31"),
        ("am 5. Okt. 2022", "2022-10-05"),
        ("ab dem 1. Mai 2020", "2020-05-01"),
        ("seit 1. Mrz 2020", "2020-03-01"),
        ("am 12.11.2023, einem Sonntag", "2023-11-12"),
    ],
)
def test_german_dates_are_read_with_the_day_first(text: str, day: str) -> None:
    assert facts(text).dates == {day}
    assert facts(text).numbers == frozenset()
    (found,) = dates_in(text)
    assert day[:4] in text[found.start : found.end]


def test_what_looks_like_a_german_date_and_is_none_is_no_date() -> None:
    assert facts("am 31.02.2021").dates == frozenset()
    assert facts("Ziffer 1.3.20 gilt").dates == frozenset()
    assert facts("clause 2.1.3 of 2021").dates == frozenset()


def test_a_german_date_is_the_same_as_an_english_one() -> None:
    assert missing("Sie begann am 3. März 2021.", "It began on 3 March 2021.", "Wann?") == ()
    assert missing("It began on 4 March 2021.", "Sie begann am 03.03.2021.") == ("2021-03-04",)
