"""The goals that Pincite is measured by, and how far results meet them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

from tests.evaluation.results import Result

US = "pincite"
LONG = 32_000
SHORTEST, LONGEST = 8_000, 512_000
STEADY = frozenset(("needle", "keys", "values", "two_hop", "amended", "paraphrase"))

_POINTS = 0.05
_FALSE = 0.05
_RECALL = 0.85
_COUNTS = 0.9
_COST = 2.0
_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal.

    Attributes:
        what: in words.
        measured: in words, or "" where nothing was measured that tells.
        met: whether it is, or None where nothing tells.
    """

    what: str
    measured: str = ""
    met: bool | None = None


def goals(results: Iterable[Result]) -> list[Goal]:
    """Every goal, held against the results of one model."""
    every = list(results)
    ours = [result for result in every if result.key.system == US]
    return [
        _ahead(every),
        _steady(ours),
        _of(
            f"False answers at most {_FALSE:.0%} where the evidence was deleted",
            [not r.score.abstained for r in ours if r.kind == "absent" and r.key.size],
            lambda share: share <= _FALSE,
        ),
        _quotes(ours),
        _of(
            f"List recall at least {_RECALL:.0%}",
            [r.score.recall for r in ours if r.kind == "list" and r.score.recall is not None],
            lambda share: share >= _RECALL,
        ),
        _of(
            f"Counts within 10 % in {_COUNTS:.0%}",
            [r.score.close for r in ours if r.score.close is not None],
            lambda share: share >= _COUNTS,
        ),
        _cost(ours),
        _speed(ours),
    ]


def _of(what: str, values: Sequence[float], good: Callable[[float], bool]) -> Goal:
    """A goal about a mean over questions."""
    if not values:
        return Goal(what)
    share = mean(values)
    return Goal(what, f"{share:.0%} of {len(values)}", good(share))


def _ahead(results: Sequence[Result]) -> Goal:
    """More right answers than each other system, suite by suite, over the same questions."""
    what = f"Ahead of the other systems in every suite at {LONG // 1000}k and above"
    behind: list[str] = []
    compared = 0
    for suite, size, other, us, them in _pairs([r for r in results if r.key.size >= LONG]):
        compared += 1
        if us <= them:
            behind.append(f"{suite} at {size // 1000}k: {us:.0%}, {other} {them:.0%}")
    if not compared:
        return Goal(what)
    said = f"{compared - len(behind)} of {compared} comparisons"
    if behind:
        said += f"; not in {', '.join(behind)}"
    return Goal(what, said, not behind)


def _pairs(results: Sequence[Result]) -> Iterator[tuple[str, int, str, float, float]]:
    """Suite, size, another system, and the shares of right answers: ours and its."""
    right: dict[tuple[str, int], dict[str, dict[object, bool]]] = {}
    for result in results:
        key = result.key
        systems = right.setdefault((key.suite, key.size), {})
        asked = (key.form, key.seed, key.material, key.case)
        systems.setdefault(key.system, {})[asked] = result.score.right
    for (suite, size), systems in sorted(right.items()):
        ours = systems.pop(US, {})
        for other, theirs in sorted(systems.items()):
            common = ours.keys() & theirs.keys()
            if common:
                us = mean(ours[asked] for asked in common)
                yield suite, size, other, us, mean(theirs[asked] for asked in common)


def _steady(ours: Sequence[Result]) -> Goal:
    """As right at the greatest length as at the smallest."""
    what = f"Right at {LONGEST // 1000}k within {_POINTS * 100:.0f} points of {SHORTEST // 1000}k"
    said: list[str] = []
    met = True
    for suite in sorted(STEADY):
        short, long = (
            [r.score.right for r in ours if (r.key.suite, r.key.size) == (suite, size)]
            for size in (SHORTEST, LONGEST)
        )
        if short and long:
            said.append(f"{suite} {mean(short):.0%} to {mean(long):.0%}")
            met = met and mean(long) >= mean(short) - _POINTS
    return Goal(what, ", ".join(said), met) if said else Goal(what)


def _quotes(ours: Sequence[Result]) -> Goal:
    what = "Quotes not in the source: 0"
    if not ours:
        return Goal(what)
    bad = sum(result.score.bad_quotes for result in ours)
    return Goal(what, f"{bad} of {sum(result.score.citations for result in ours)}", bad == 0)


def _cost(ours: Sequence[Result]) -> Goal:
    """Tokens of a find question at the greatest length, against those at 32k."""
    what = f"A find question costs at most twice at {LONGEST // 1000}k what it does at 32k"
    short, long = (
        [r.prompt_tokens + r.generated_tokens for r in ours if r.kind == "find" and r.key.size == n]
        for n in (LONG, LONGEST)
    )
    if not short or not long or not mean(short):
        return Goal(what)
    ratio = mean(long) / mean(short)
    return Goal(what, f"{ratio:.1f} times the tokens", ratio <= _COST)


def _speed(ours: Sequence[Result]) -> Goal:
    what = f"Median of a find question at most {_SECONDS:.0f} s"
    seconds = [result.seconds for result in ours if result.kind == "find"]
    if not seconds:
        return Goal(what)
    return Goal(what, f"{median(seconds):.0f} s of {len(seconds)}", median(seconds) <= _SECONDS)
