"""A threshold is fitted to what the judge said, and only where enough was said."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace

import pytest

from tests.evaluation.calibration import (
    Pair,
    bins,
    calibration_error,
    fit,
    pairs_by_model,
    quality,
    report,
)
from tests.evaluation.test_results import result


def pairs(holding: list[float], others: list[float]) -> list[Pair]:
    return [Pair(p, True) for p in holding] + [Pair(p, False) for p in others]


def drawn(seed: int = 1) -> list[Pair]:
    """Readings of a judge that is good and too sure of itself."""
    rng = random.Random(seed)
    holding = [min(0.99, max(0.01, rng.gauss(0.85, 0.1))) for _ in range(200)]
    others = [min(0.99, max(0.01, rng.gauss(0.45, 0.15))) for _ in range(800)]
    return pairs(holding, others)


def test_what_a_threshold_does_is_counted() -> None:
    found = quality(pairs([0.9, 0.8, 0.3], [0.85, 0.2, 0.1, 0.1]), 0.5)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(2 / 3)
    assert found.passed_wrongly == pytest.approx(1 / 4)
    assert found.f1 == pytest.approx(2 / 3)
    assert found.youden == pytest.approx(2 / 3 - 1 / 4)


def test_a_judge_that_parts_them_gets_a_threshold_between() -> None:
    found = fit("m", pairs([0.8] * 30, [0.4] * 30))
    assert 0.4 < found.chosen.threshold <= 0.8
    assert (found.chosen.precision, found.chosen.recall) == (1, 1)
    assert found.chosen.youden == 1


@pytest.mark.parametrize("measure", ["f1", "youden"])
def test_no_threshold_does_better(measure: str) -> None:
    readings = drawn()
    found = fit("m", readings, measure, floor=0.0)
    rest = [quality(readings, n / 100) for n in range(5, 100)]
    assert getattr(found.chosen, measure) == max(getattr(each, measure) for each in rest)
    assert getattr(found.chosen, measure) > getattr(found.at_half, measure)


def test_precision_has_a_floor() -> None:
    free = fit("m", drawn(), "youden", floor=0.0)
    held = fit("m", drawn(), "youden", floor=0.95)
    assert free.chosen.precision < 0.95 <= held.chosen.precision
    assert held.chosen.threshold > free.chosen.threshold
    assert held.floor_met
    blind = fit("m", pairs([0.5] * 30, [0.5] * 90), floor=0.9)
    assert not blind.floor_met
    assert blind.chosen.recall > 0, "one that lets nothing through is of no use"


def test_too_few_readings_are_no_ground_for_a_threshold() -> None:
    with pytest.raises(ValueError, match="20 of each are needed"):
        fit("m", pairs([0.9] * 19, [0.1] * 500))


def test_bins_hold_every_reading_once() -> None:
    readings = [*drawn(), Pair(0.0, False), Pair(1.0, True)]
    made = bins(readings)
    assert sum(each.count for each in made) == len(readings)
    assert [each.mean for each in made] == sorted(each.mean for each in made)


def test_a_judge_is_calibrated_where_shares_are_as_it_says() -> None:
    honest = [Pair(p, n < p * 100) for p in (0.05, 0.35, 0.75, 0.95) for n in range(100)]
    assert calibration_error(honest) == pytest.approx(0, abs=0.01)
    assert calibration_error(pairs([], [0.9] * 10)) == pytest.approx(0.9)


def test_the_report_gives_a_line_for_each_models_entry() -> None:
    one = replace(result("a"), checked=[[0.9, 1.0]] * 30 + [[0.3, 0.0]] * 30)
    few = replace(result("b"), checked=[[0.9, 1.0]])
    few = replace(few, key=replace(few.key, model="other"))
    text = report(pairs_by_model([one, few]))
    assert tomllib.loads(text) == {"threshold": 0.9}
    assert "other: 1 readings with evidence and 0 without" in text
    assert tomllib.loads(report({})) == {}


def test_passages_that_were_only_ranked_fit_no_threshold() -> None:
    one = replace(result("a"), judged=[[0.9, 1.0]], checked=[[0.2, 0.0]])
    assert pairs_by_model([one]) == {"tiny": [Pair(0.2, False)]}
    assert pairs_by_model([one], "judged") == {"tiny": [Pair(0.9, True)]}
