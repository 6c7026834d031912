"""A timeline: dated findings in order, each with its citation, and what lies between them."""

from datetime import date

import pytest

from app.recursion.events import CellRan
from app.recursion.functions.dating import long_gaps
from app.recursion.settings import Settings
from app.recursion.texts.dates import When
from tests.recursion.papers import Reviewed, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

PLANS = Settings(protocol="plan", direct_tokens=0)
CODE = Settings(protocol="code", direct_tokens=0)
PLAN = '{"kind": "timeline", "item": "a visit, with its date", "phrases": ["visit", "seen"]}'
RECORD = document(
    "# Notes\nShe was seen at a visit on 4 May 2022 for her back.\nA visit took place on "
    "1 March 2022.\nA visit took place on 8 March 2022.",
    "# Later\nA visit on 20 December 2022 ended the treatment.\nShe is a visitor of museums.",
    name="record.pdf",
)


def timeline(record=RECORD, plan: str = PLAN, question: str = "Give me a timeline of the visits."):
    engine = ScriptedEngine([plan], read=reader("visit"))
    return ask(engine, question, documents=[record], settings=PLANS)


def claims(reviewed: Reviewed) -> list[str]:
    return [claim.text for claim in reviewed.answer.claims]


def test_entries_come_in_order_of_time_with_their_citations() -> None:
    reviewed = timeline()
    said = claims(reviewed)
    dates = [text[:10] for text in said if text.startswith("20")]
    assert dates == ["2022-03-01", "2022-03-08", "2022-05-04", "2022-12-20"]
    for claim in reviewed.answer.claims:
        assert claim.citations
        for citation in reviewed.answer.citations:
            assert citation.quote == RECORD.text[citation.span.start : citation.span.end]
    assert not reviewed.answer.contradictory


def test_a_long_time_without_an_entry_is_named_and_cites_both_sides() -> None:
    answer = timeline().answer
    (gap,) = [c for c in answer.claims if c.text.startswith("Nothing between")]
    assert gap.text == "Nothing between 2022-05-04 and 2022-12-20."
    quotes = [c.quote for c in answer.citations if c.n in gap.citations]
    assert "4 May 2022" in quotes[0] and "20 December 2022" in quotes[1]
    assert answer.claims.index(gap) == len(answer.claims) - 3


def test_what_has_no_date_comes_last_and_is_kept() -> None:
    record = document(
        "# Visits\nA visit took place on 1 March 2022.\nAnother visit took place some time later."
    )
    assert claims(timeline(record))[-1].startswith("No date: Another visit")


def test_an_entry_is_dated_by_its_heading_too() -> None:
    record = document(
        "# 3 June 2023\nThe visit was short.\n# 2 January 2023\nThe visit was long.\n"
    )
    reviewed = timeline(record)
    assert claims(reviewed) == [
        "2023-01-02: The visit was long.",
        "2023-06-03: The visit was short.",
    ]
    assert reviewed.answer.note == "", "the heading holds the date"


def test_rows_of_tables_are_entries() -> None:
    record = document("# Visits\n2022-04-01 | visit to Dr Hale\n2022-02-01 | visit to Dr Moss\n")
    reviewed = timeline(record)
    assert [c[:10] for c in claims(reviewed)] == ["2022-02-01", "2022-04-01"]


def test_a_date_that_can_be_read_in_two_ways_says_so() -> None:
    record = document("# Visits\nA visit took place on 03/04/2022.\nA visit on 1 May 2022.")
    assert claims(timeline(record))[0].startswith("2022-03-04 (or 2022-04-03): ")


def test_the_cell_can_be_read_and_runs_in_the_same_repl_as_free_code() -> None:
    reviewed = timeline()
    code = reviewed.all(CellRan)[0].code
    assert "FINAL(timeline(events))" in code
    engine = ScriptedEngine([cell(code)], read=reader("visit"))
    free = ask(engine, "Give me a timeline of the visits.", documents=[RECORD], settings=CODE)
    assert claims(free) == claims(reviewed)


def test_a_timeline_of_nothing_is_not_found() -> None:
    engine = ScriptedEngine([PLAN] * 2)
    reviewed = ask(engine, "Timeline of the visits?", documents=[RECORD], settings=PLANS)
    assert reviewed.answer.status == "not_found"


@pytest.mark.parametrize(
    ("days", "gaps"),
    [
        (["2022-01-01"], []),
        (["2022-01-01", "2022-12-31"], []),
        (["2022-01-01", "2022-01-10", "2022-01-20", "2022-09-01"], [("2022-01-20", "2022-09-01")]),
        (["2022-01-01", "2022-03-01", "2022-05-01"], []),
    ],
)
def test_a_gap_is_much_longer_than_usual(days: list[str], gaps: list[tuple[str, str]]) -> None:
    found = long_gaps(When(date.fromisoformat(day)) for day in days)
    assert [(f"{a.first}", f"{b.first}") for a, b in found] == gaps


def test_nothing_is_silent_that_a_month_or_a_year_covers() -> None:
    days = [When(date(2021, 1, day)) for day in (1, 8, 15, 22)]
    later = When(date(2022, 2, 1))
    year = When(date(2021, 1, 1), "year")
    month = When(date(2021, 2, 1), "month")
    assert long_gaps([*days, later]) == [(days[-1], later)]
    assert long_gaps([*days, year, later]) == []
    assert long_gaps([*days, month, later]) == [(month, later)]


def test_an_entry_of_a_month_stands_before_its_days_and_says_no_day() -> None:
    record = document(
        "# Visits\nA visit took place on 1 March 2022.\nA visit in March 2022 was short.\n"
        "A visit in April 2022 was long.\nIn 2021 a visit took place."
    )
    reviewed = timeline(record)
    assert [claim.split(":")[0] for claim in claims(reviewed)] == [
        "2021", "March 2022", "2022-03-01", "April 2022"
    ]  # fmt: skip
    assert reviewed.answer.note == "", "the sentences hold what the lines say"


def test_a_gap_after_a_month_names_the_month() -> None:
    record = document(
        "# Visits\nA visit on 1 April 2022.\nA visit on 8 April 2022.\nA visit in May 2022.\n"
        "A visit on 20 December 2022."
    )
    (gap,) = [text for text in claims(timeline(record)) if text.startswith("Nothing")]
    assert gap == "Nothing between May 2022 and 2022-12-20."


def test_a_month_within_a_dated_note_does_not_take_the_place_of_its_day() -> None:
    record = document("# 3 June 2023\nAt the visit she took aspirin, which began in March 2021.")
    engine = ScriptedEngine([PLAN], read=reader("visit", "she took aspirin"))
    reviewed = ask(engine, "Give me a timeline of the visits.", documents=[record], settings=PLANS)
    assert [claim[:10] for claim in claims(reviewed)] == ["2023-06-03"]
    record = document("# 3 June 2023\nAt the visit she wept.\nIn March 2021 a visit was missed.")
    assert [claim.split(":")[0] for claim in claims(timeline(record))] == [
        "March 2021", "2023-06-03"
    ]  # fmt: skip


def test_in_german_months_have_german_names() -> None:
    record = document("# Besuche\nEin Besuch fand 03/2022 statt.\nEin Besuch im Mai 2022.")
    engine = ScriptedEngine([PLAN.replace("visit", "Besuch")], read=reader("Besuch"))
    question = "Welche Besuche gab es, in zeitlicher Reihenfolge?"
    reviewed = ask(engine, question, documents=[record], settings=PLANS)
    assert [claim.split(":")[0] for claim in claims(reviewed)] == ["März 2022", "Mai 2022"]
    assert reviewed.answer.note == ""
