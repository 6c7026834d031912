"""Answers are compared by their words, figures and dates, however these are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.normal import find_phrase, holds, normal


@pytest.mark.parametrize(
    ("answer", "form"),
    [
        ("Within twenty-four hours.", "24 hours"),
        ("within 24 (twenty-four) hours", "24 hours"),
        ("twenty-four (24) hours", "24 hours"),
        ("The notice is one hundred and eighty days", "180 days"),
        ("two hundred seventy days", "270 days"),
        ("six months' notice", "6 months"),
        ("a 6-month period", "six months"),
        ("£4.5 million or 150%", "4,500,000"),
        ("GBP 4.5m", "4,500,000"),
        ("£4.5 million or 150%", "150 per cent"),
        ("150 percent of the charges", "150 %"),
        ("USD 1,250,000.00", "1250000"),
        ("on 1 November 2023", "2023-11-01"),
        ("on November 1st, 2023", "1 November 2023"),
        ("on the 1st day of November 2023", "1 Nov 2023"),
        ("dated 01/11/2023", "1 November 2023"),
        ("dated 11/01/2023", "1 November 2023"),
        ("The Supplier’s Head of Legal", "supplier's head of legal"),
        ("Marcus Oyelaran [2]", "Oyelaran"),
        ("89.1 kg", "89.1"),
        ("three thousand two hundred and five", "3205"),
        ("No. The Supplier may not.", r"re:^\W*no\b"),
    ],
)
def test_forms_of_the_same_answer_match(answer: str, form: str) -> None:
    assert holds(answer, form)


@pytest.mark.parametrize(
    ("answer", "form"),
    [
        ("36 months", "6 months"),
        ("15 days", "5 days"),
        ("£14,500,000", "4,500,000"),
        ("Notably, it is six", r"re:^\W*no\b"),
        ("2 November 2023", "1 November 2023"),
        ("0.6", "6"),
        ("one hundred and eighty days", "100"),
        ("between twenty and thirty", "50"),
    ],
)
def test_other_answers_do_not_match(answer: str, form: str) -> None:
    assert not holds(answer, form)


@given(st.integers(1, 999_999))
def test_a_number_with_separators_is_the_number(value: int) -> None:
    assert normal(f"{value:,}") == str(value)


@given(st.text(max_size=200))
def test_any_text_has_a_normal_form(text: str) -> None:
    again = normal(text)
    assert again == " ".join(again.split())


def test_a_phrase_is_found_through_line_ends_quotes_and_columns() -> None:
    text = "before\nSenior engineer | £905 | “least”\nafter"
    found = find_phrase(text, 'senior engineer £905 "least"')
    assert found is not None
    assert text[found[0] : found[1]] == "Senior engineer | £905 | “least”"


def test_a_phrase_that_is_not_there_is_not_found() -> None:
    assert find_phrase("Senior engineer | £905", "engineer £906") is None
