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


def test_a_phrase_is_found_where_a_line_broke_after_a_slash() -> None:
    text = "The ferritin was 400 ng/ mL."
    assert find_phrase(text, "400 ng/mL") == (17, 27)
    assert find_phrase("The ferritin was 400 ng/mL.", "400 ng/\nmL") == (17, 26)


def test_the_next_place_is_found_from_an_offset() -> None:
    text = "rent | Rent  rent"
    places = []
    found = find_phrase(text, "RENT")
    while found is not None:
        places.append(found)
        found = find_phrase(text, "RENT", found[1])
    assert places == [(0, 4), (7, 11), (13, 17)]


@given(
    st.lists(st.text("aB1/’ß", min_size=1, max_size=4), min_size=1, max_size=30),
    st.lists(st.sampled_from([" ", "\n", " | ", "\u00a0 "]), min_size=30, max_size=30),
    st.data(),
)
def test_any_part_of_a_text_is_found_where_it_stands(
    words: list[str], gaps: list[str], data: st.DataObject
) -> None:
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    found = find_phrase(text, "  ".join(words[start:end]))
    assert found is not None
    again = "".join(text[found[0] : found[1]].replace("|", "").split())
    assert again.lower() == "".join(words[start:end]).lower()
