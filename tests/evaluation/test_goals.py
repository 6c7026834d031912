"""Each goal is met, missed or not measured, as the results say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evaluation.goals import Goal, goals
from tests.evaluation.results import Result
from tests.evaluation.scoring import Score
from tests.evaluation.table import markdown
from tests.evaluation.test_results import RIGHT, WRONG, result


def of(
    suite: str,
    size: int,
    score: Score = RIGHT,
    *,
    system: str = "pincite",
    case: str = "a",
    kind: str = "find",
    tokens: int = 1_000,
    seconds: float = 10.0,
) -> Result:
    one = result(case, score, seconds, kind)
    key = replace(one.key, suite=suite, size=size, form="text", system=system)
    return replace(one, key=key, prompt_tokens=tokens, generated_tokens=0)


def goal(beginning: str, results: list[Result]) -> Goal:
    (found,) = [each for each in goals(results) if each.what.startswith(beginning)]
    return found


def test_without_results_nothing_is_met_or_missed() -> None:
    assert {each.met for each in goals([])} == {None}
    assert all(each.measured == "" for each in goals([]))


def test_ahead_is_more_right_answers_to_the_same_questions_in_every_suite() -> None:
    ahead = [of("keys", 32_000), of("keys", 32_000, WRONG, system="direct")]
    assert goal("Ahead", ahead).met is True
    level = [*ahead, of("needle", 32_000), of("needle", 32_000, system="rlms")]
    found = goal("Ahead", level)
    assert found.met is False
    assert found.measured == "1 of 2 comparisons; not in needle at 32k: 100%, rlms 100%"
    short = [of("keys", 8_000), of("keys", 8_000, system="direct")]
    assert goal("Ahead", short).met is None
    others = [of("keys", 32_000), of("keys", 32_000, system="direct", case="b")]
    assert goal("Ahead", others).met is None, "they were not asked the same"


def test_steady_is_as_right_at_the_greatest_length_save_five_points() -> None:
    def results(long_right: int) -> list[Result]:
        long = [
            of("needle", 512_000, RIGHT if n < long_right else WRONG, case=str(n))
            for n in range(20)
        ]
        return [*long, *(of("needle", 8_000, case=str(n)) for n in range(20))]

    assert goal("Right at 512k", results(19)).met is True
    assert goal("Right at 512k", results(18)).met is False
    assert goal("Right at 512k", [of("needle", 8_000)]).met is None
    assert goal("Right at 512k", [of("pairs", 8_000), of("pairs", 512_000, WRONG)]).met is None


@pytest.mark.parametrize(("answered", "met"), [(1, True), (2, False)])
def test_false_answers_where_the_evidence_was_deleted(answered: int, met: bool) -> None:
    quiet = Score(True, True, True, None, 0, 0, 0)
    results = [
        of("deleted", 8_000, replace(quiet, abstained=n >= answered), case=str(n), kind="absent")
        for n in range(20)
    ]
    assert goal("False answers", results).met is met


def test_one_bad_quote_is_one_too_many() -> None:
    assert goal("Quotes", [of("keys", 8_000)]).met is True
    bad = of("keys", 8_000, replace(RIGHT, bad_quotes=1))
    assert goal("Quotes", [of("keys", 32_000), bad]).met is False
    theirs = replace(bad, key=replace(bad.key, system="rlms"))
    assert goal("Quotes", [of("keys", 8_000), theirs]).met is True


def test_lists_counts_cost_and_time() -> None:
    lists = [of("list_all", 8_000, replace(RIGHT, recall=r), kind="list") for r in (0.8, 0.95)]
    assert goal("List recall", lists).met is True
    assert goal("List recall", lists[:1]).met is False
    counts = [of("records", 8_000, replace(RIGHT, close=n < 9), kind="count") for n in range(10)]
    assert goal("Counts", counts).met is True
    assert goal("Counts", counts[1:]).met is False
    costs = [of("keys", 32_000, tokens=1_000), of("keys", 512_000, tokens=2_000)]
    assert goal("A find question", costs).met is True
    costly = [costs[0], of("keys", 512_000, tokens=2_100)]
    assert goal("A find question", costly) == Goal(
        goal("A find", costs).what, "2.1 times the tokens", False
    )
    assert goal("Median", [of("keys", 8_000, seconds=s) for s in (5, 30, 200)]).met is True
    assert goal("Median", [of("keys", 8_000, seconds=s) for s in (5, 31, 200)]).met is False


def test_the_table_shows_them_where_pincite_was_asked_made_suites() -> None:
    table = markdown([of("keys", 32_000), of("keys", 32_000, WRONG, system="direct")])
    assert "| Quotes not in the source: 0 | 0 of 1 | yes |" in table
    assert "| not measured |  |" in table
    assert "### Goals" not in markdown([result("a")])
