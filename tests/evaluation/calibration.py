"""The judge's threshold, fitted to what it said of findings with and without evidence.

A threshold turns the judge's probability of a finding into a yes. A low one takes for evidence what
is none; a high one throws evidence away. It is fitted per model, from the readings that an
evaluation recorded, and belongs into the model's entry in `resources/models.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from tests.evaluation.results import Result

PAIRS_NEEDED = 20
"""So many readings of each kind a fit needs; with fewer it follows chance."""

PRECISION = 0.6
"""The least share of what passes that must hold evidence, where any threshold gives that."""


Of = Literal["judged", "checked"]


@dataclass(frozen=True, slots=True)
class Pair:
    """One reading: the probability the judge gave, and whether the passage holds evidence."""

    probability: float
    holds: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """What a threshold would do to some readings.

    Attributes:
        threshold: from which a reading passes.
        precision: the share of those that pass which hold evidence; 1 where none passes.
        recall: the share of those with evidence that pass.
        passed_wrongly: the share of those without evidence that pass.
    """

    threshold: float
    precision: float
    recall: float
    passed_wrongly: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def youden(self) -> float:
        """Recall less what passes wrongly: 0 for a coin, 1 for a perfect judge."""
        return self.recall - self.passed_wrongly


@dataclass(frozen=True, slots=True)
class Fit:
    """A threshold for a model.

    Attributes:
        model: the model's id.
        pairs: how many readings it rests on; `holding`: how many of them hold evidence.
        chosen: the threshold, and what it does.
        at_half: what 0.5 would do.
        error: the expected calibration error: how far probabilities are from shares, on average.
        floor_met: whether any threshold gives the precision that was asked for.
    """

    model: str
    pairs: int
    holding: int
    chosen: Quality
    at_half: Quality
    error: float
    floor_met: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Readings of about the same probability: their mean, the share with evidence, how many."""

    mean: float
    share: float
    count: int


def pairs_by_model(results: Iterable[Result], of: Of = "checked") -> dict[str, list[Pair]]:
    """All readings of the judge, by the model that judged.

    Args:
        results: of an evaluation.
        of: "checked", about findings, on which the threshold decides; or "judged", about the
            passages that were considered, which are only ranked by it.
    """
    pairs: dict[str, list[Pair]] = {}
    for result in results:
        for probability, holds in result.checked if of == "checked" else result.judged:
            pairs.setdefault(result.key.model, []).append(Pair(probability, bool(holds)))
    return pairs


def quality(pairs: Sequence[Pair], threshold: float) -> Quality:
    """What a threshold does to readings of which some hold evidence and some do not."""
    passed = [pair.holds for pair in pairs if pair.probability >= threshold]
    good = sum(passed)
    holding = sum(pair.holds for pair in pairs)
    return Quality(
        threshold=threshold,
        precision=good / len(passed) if passed else 1.0,
        recall=good / holding if holding else 0.0,
        passed_wrongly=(len(passed) - good) / max(1, len(pairs) - holding),
    )


def fit(model: str, pairs: Sequence[Pair], measure: str = "f1", floor: float = PRECISION) -> Fit:
    """The threshold that does best by a measure, among those with enough precision.

    Of thresholds that do alike the highest is taken: it lets the least through.

    Args:
        model: the model's id.
        pairs: its readings.
        measure: "f1" or "youden".
        floor: the least precision; where none reaches it, the most precise ones are compared.

    Raises:
        ValueError: if there are too few readings of either kind.
    """
    holding = sum(pair.holds for pair in pairs)
    if min(holding, len(pairs) - holding) < PAIRS_NEEDED:
        raise ValueError(
            f"{model}: {holding} readings with evidence and {len(pairs) - holding} without; "
            f"{PAIRS_NEEDED} of each are needed"
        )
    every = [quality(pairs, n / 100) for n in range(5, 100)]
    # One that lets nothing through is precise and of no use.
    every = [each for each in every if each.recall > 0]
    enough = [each for each in every if each.precision >= floor]
    best = max(each.precision for each in every)
    among = enough or [each for each in every if each.precision == best]
    chosen = max(among, key=lambda each: (getattr(each, measure), each.threshold))
    return Fit(
        model=model,
        pairs=len(pairs),
        holding=holding,
        chosen=chosen,
        at_half=quality(pairs, 0.5),
        error=calibration_error(pairs),
        floor_met=bool(enough),
    )


def bins(pairs: Iterable[Pair], count: int = 10) -> list[Bin]:
    """Readings in bins of equal width, those without any left out, in order."""

    def place(pair: Pair) -> int:
        return min(count - 1, int(pair.probability * count))

    made = []
    for _, group in groupby(sorted(pairs, key=place), key=place):
        members = list(group)
        mean = sum(pair.probability for pair in members) / len(members)
        share = sum(pair.holds for pair in members) / len(members)
        made.append(Bin(mean, share, len(members)))
    return made


def calibration_error(pairs: Sequence[Pair]) -> float:
    """How far the probabilities are from the shares that hold evidence, weighted by bin, 0 to 1."""
    total = sum(each.count * abs(each.mean - each.share) for each in bins(pairs))
    return total / len(pairs) if pairs else 0.0


def report(
    pairs: Mapping[str, Sequence[Pair]], measure: str = "f1", floor: float = PRECISION
) -> str:
    """A fit for each model, with the line for its entry in models.toml."""
    lines = []
    for model, readings in sorted(pairs.items()):
        try:
            found = fit(model, readings, measure, floor)
        except ValueError as error:
            lines.append(f"# {error}")
            continue
        lines += _fitted(found, measure, floor)
    return "\n".join(lines or ["# No readings of a judge were recorded."]) + "\n"


def _fitted(found: Fit, measure: str, floor: float) -> list[str]:
    lines = [
        f"# {found.model}: {found.pairs} readings, {found.holding} with evidence; "
        f"expected calibration error {found.error:.2f}",
        f"# at {found.at_half.threshold:.2f}: {_said(found.at_half)}",
        f"# at {found.chosen.threshold:.2f}: {_said(found.chosen)}, the best {measure}",
    ]
    if not found.floor_met:
        lines.append(f"# no threshold reaches a precision of {floor:.2f}")
    return [*lines, f"threshold = {found.chosen.threshold:.2f}"]


def _said(found: Quality) -> str:
    return (
        f"precision {found.precision:.2f}, recall {found.recall:.2f}, F1 {found.f1:.2f}, "
        f"Youden {found.youden:.2f}"
    )
