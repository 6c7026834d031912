"""A timeline: dated findings in order, each with its citation, and what lies between them."""

from datetime import date

import pytest

from app.recursion.events import CellRan
from app.recursion.functions.dating import long_gaps
from app.recursion.settings import Settings
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
    found = long_gaps(map(date.fromisoformat, days))
    assert [(a.isoformat(), b.isoformat()) for a, b in found] == gaps
