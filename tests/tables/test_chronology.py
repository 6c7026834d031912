"""Dates in cited passages, in order of time, and the gaps between them."""

from __future__ import annotations

from datetime import date

from app.documents.document import Span
from app.recursion.results import Check, Citation
from app.recursion.texts.dates import When
from app.tables.chronology import Entry, Gap, entries_of, gaps, with_gaps


def citation(quote: str, start: int = 0) -> Citation:
    span = Span("d", start, start + len(quote))
    return Citation(1, span, "record.pdf", 3, "4", quote, Check(0.9, (), True))


def entries(*quotes: str) -> list[Entry]:
    return [
        entry
        for n, quote in enumerate(quotes)
        for entry in entries_of(citation(quote, 100 * n), "", "r")
    ]


def test_a_date_is_found_where_it_stands() -> None:
    (entry,) = entries("Seen on 3 May 2021 by Dr Ames.")
    assert entry.when == When(date(2021, 5, 3)) and entry.other is None
    assert entry.words[entry.at[0] : entry.at[1]] == "3 May 2021"


def test_a_date_that_can_mean_two_days_says_both() -> None:
    (entry,) = entries("Seen 03/04/2021.")
    assert [entry.when, entry.other] == [When(date(2021, 3, 4)), When(date(2021, 4, 3))]


def test_a_passage_with_two_dates_stands_twice() -> None:
    found = entries("Admitted 3 May 2021 and discharged 9 May 2021.")
    assert [entry.when.first.day for entry in found] == [3, 9]


def test_a_passage_without_a_date_does_not_stand_there() -> None:
    assert entries("Seen by Dr Ames.", "The rent is 2,021 dollars.") == []


def test_a_gap_is_much_longer_than_usual() -> None:
    found = entries("1 May 2021", "8 May 2021", "20 May 2021", "2 March 2022", "9 March 2022")
    assert gaps(found) == [Gap(When(date(2021, 5, 20)), When(date(2022, 3, 2)))]
    assert gaps(found)[0].days == 286
    assert [type(line) for line in with_gaps(found)] == [Entry] * 3 + [Gap] + [Entry] * 2


def test_few_dates_have_no_usual_distance() -> None:
    assert gaps(entries("1 May 2001", "1 May 2021")) == []


def test_visits_once_a_year_are_no_gaps() -> None:
    assert gaps(entries("1 May 2019", "1 May 2020", "1 May 2021", "1 May 2022")) == []


def test_a_month_makes_a_line_before_those_of_its_days() -> None:
    found = entries("1 March 2023", "seen again in March 2023", "im März 2023", "2 March 2023")
    assert [line.words for line in with_gaps(found)] == [
        "seen again in March 2023", "im März 2023", "1 March 2023", "2 March 2023"
    ]  # fmt: skip
    assert [entry.when.unit for entry in found] == ["day", "month", "month", "day"]
    assert found[1].words[slice(*found[1].at)] == "March 2023"


def test_a_gap_begins_where_the_month_ends() -> None:
    found = entries("1 May 2021", "8 May 2021", "in June 2021", "2 March 2022")
    (gap,) = gaps(found)
    assert gap.days == (date(2022, 3, 2) - date(2021, 6, 30)).days
