"""Dates are read as exactly as a text gives them, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.recursion.texts import phrases
from app.recursion.texts.dates import When, dates_in

ENGLISH, GERMAN = phrases.ENGLISH.months, phrases.GERMAN.months


def read(text: str) -> list[tuple[str, str]]:
    """The words of each date, and what they were read as."""
    return [
        (text[found.start : found.end], found.meant[0].said(ENGLISH)) for found in dates_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("She was admitted in March 2023.", "March 2023", "March 2023"),
        ("Since Mar. 2023 she takes it.", "Mar. 2023", "March 2023"),
        ("MARCH 2023 REPORT", "MARCH 2023", "March 2023"),
        ("the September, 2019 lease", "September, 2019", "September 2019"),
        ("in the month of june of 1998", "june of 1998", "June 1998"),
        ("The May 2023 minutes were approved.", "May 2023", "May 2023"),
        ("May 2023: seen again", "May 2023", "May 2023"),
        ("since Mar-2023", "Mar-2023", "March 2023"),
        ("im März 2023 aufgenommen", "März 2023", "March 2023"),
        ("seit Mrz. 2023", "Mrz. 2023", "March 2023"),
        ("Ende Jänner 2020", "Jänner 2020", "January 2020"),
        ("im Mai des Jahres 2021", "Mai des Jahres 2021", "May 2021"),
        ("Dez. 2022 | Kontrolle", "Dez. 2022", "December 2022"),
        ("CT (03/2023) without findings", "03/2023", "March 2023"),
        ("Aspirin 100 mg | 03/2023 | 20 mg", "03/2023", "March 2023"),
        ("Aspirin 100 mg 03/2023", "03/2023", "March 2023"),
        ("since 3/2023", "3/2023", "March 2023"),
        ("seit 03.2023 beschwerdefrei", "03.2023", "March 2023"),
        ("In 2019 she fell.", "2019", "2019"),
        ("He has been employed since 2019, part-time.", "2019", "2019"),
        ("in early 2019", "2019", "2019"),
        ("im Jahr 2019 operiert", "2019", "2019"),
        ("2019: appendectomy", "2019", "2019"),
        ("2019 – appendectomy", "2019", "2019"),
        ("on the 3rd of March 2023", "3rd of March 2023", "2023-03-03"),
        ("03-Mar-2023 seen", "03-Mar-2023", "2023-03-03"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_given(text: str, words: str, said: str) -> None:
    assert read(text) == [(words, said)]


@pytest.mark.parametrize(
    "text",
    [
        "The tenant may 2023 copies make.",
        "May 2023 copies be made?",
        "They march 2023 miles.",
        "Section 12.2023 applies.",
        "See clause 03/2023.",
        "Case No. 12/2023",
        "Nr. 12/2023 und No. 11/2022",
        "No: 12/2023",
        "§ 3/2023, §§ 03/2023",
        "Az. 4 O 12/2023",
        "Urteil vom Gericht, VI ZR 12/2023",
        "judgment C-12/2023",
        "Directive (EU) 12/2023",
        "Regulation (EU) 2016/679",
        "Rechnung Nr. 12/2023, Invoice 11/2023",
        "Tel. 030/2023 44, fax 03/2023 4455",
        "Phone: 12/2023-44",
        "a map 1/2000 and 1/2000 parts",
        "in 2019 cases",
        "in 2000 m",
        "In 2000 Exemplaren",
        "up to 2019 and 2023",
        "2019 | 2020 | 2021",
        "The year-end figure was 2,019 dollars.",
        "13/2023 and 00/2023",
        "page 03/2023",
        "35 March 2023",
        "version 3.2023.1 and 1.03/2023",
        "the augustus 2023 model",
        "03/2023/7 and 03/20234",
        "March 20234 items",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert read(text) == []


def test_two_months_of_one_year_are_both_read() -> None:
    assert read("from March to May 2023") == [("March", "March 2023"), ("May 2023", "May 2023")]
    assert [said for _, said in read("Oktober und November 2020")] == [
        "October 2020", "November 2020"
    ]  # fmt: skip
    assert [said for _, said in read("03/2023-05/2023")] == ["March 2023", "May 2023"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_never_read_as_its_month(day: date) -> None:
    for text in (
        f"{day.day} {ENGLISH[day.month - 1]} {day.year}",
        f"{ENGLISH[day.month - 1]} {day.day}, {day.year}",
        f"{day.day}. {GERMAN[day.month - 1]} {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%d/%m/%Y}",
    ):
        (found,) = dates_in(f"Seen on {text}.")
        assert When(day) in found.meant
        assert {when.unit for when in found.meant} == {"day"}


@given(st.integers(1900, 2099), st.integers(1, 12), st.sampled_from((ENGLISH, GERMAN)))
def test_a_month_is_read_back_as_it_is_said(year: int, month: int, names: tuple[str, ...]) -> None:
    when = When(date(year, month, 1), "month")
    for text in (when.said(names), f"{month:02}/{year}"):
        (found,) = dates_in(f"({text})")
        assert found.meant == (when,)
        assert when.said(names) == f"{names[month - 1]} {year}"


@given(st.text(alphabet="0123456789/.- MarchJune§No,\n", max_size=60))
def test_whatever_is_read_stands_there_and_nothing_twice(text: str) -> None:
    found = dates_in(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[one.start : one.end].strip() for one in found)


def test_what_begins_together_stands_with_the_widest_first() -> None:
    first = date(2023, 1, 1)
    assert sorted([When(first), When(first, "month"), When(first, "year")]) == [
        When(first, "year"), When(first, "month"), When(first)
    ]  # fmt: skip
    assert When(first, "month") < When(date(2023, 1, 2)) < When(date(2023, 2, 1), "month")


def test_a_month_ends_with_its_last_day() -> None:
    assert When(date(2024, 2, 1), "month").last == date(2024, 2, 29)
    assert When(date(2023, 1, 1), "year").last == date(2023, 12, 31)
