"""Plots of results: accuracy against length, and how far the judge can be believed.

Needs the extra `evaluation`.
"""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UsageError
from tests.evaluation.calibration import Bin, Of, Pair, bins, calibration_error, pairs_by_model
from tests.evaluation.results import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Of Okabe and Ito's colours, which are told apart with any kind of sight; Pincite's comes first.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
_MARKERS = "osD^vPX"
_ORDER = ("pincite", "retrieval", "direct", "rlms")
_FORMATS = ("svg", "png")
_Z = 1.96
_READINGS: dict[Of, str] = {"judged": "The judge on passages", "checked": "The judge on findings"}
_SUITES_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Point:
    """The share of right answers at a length, with the interval that holds it 19 times in 20."""

    size: int
    share: float
    low: float
    high: float
    count: int


def draw(results: Sequence[Result], folder: Path) -> list[Path]:
    """Write all plots that the results allow, as SVG and PNG; the files written.

    Raises:
        UsageError: if matplotlib is not installed.
    """
    _need_matplotlib()
    import matplotlib

    folder.mkdir(parents=True, exist_ok=True)
    # The ids in an SVG are made of this, so that the same results give the same file.
    with matplotlib.rc_context({"svg.hashsalt": "pincite", "font.size": 9}):
        return _draw_all(results, folder)


def _draw_all(results: Sequence[Result], folder: Path) -> list[Path]:
    written: list[Path] = []
    sized = [result for result in results if result.key.size]
    for model in sorted({result.key.model for result in sized}):
        ours = [result for result in sized if result.key.model == model]
        stem = _stem(model)
        written += _save(_accuracy(ours, model), folder / f"accuracy-{stem}")
        written += _save(_by_suite(ours, model), folder / f"accuracy-by-suite-{stem}")
    for of, name in _READINGS.items():
        for model, pairs in sorted(pairs_by_model(results, of).items()):
            figure = _reliability(pairs, f"{name}, {model}")
            written += _save(figure, folder / f"{of}-{_stem(model)}")
    return written


def points(results: Iterable[Result]) -> dict[str, list[Point]]:
    """Shares of right answers by system and length.

    Only questions that every system was asked at that length count, so that no system looks better
    for having been stopped before the hard ones.
    """
    right: dict[tuple[str, int], dict[tuple[object, ...], bool]] = {}
    for result in results:
        key = result.key
        asked = (key.suite, key.form, key.seed, key.material, key.case)
        right.setdefault((key.system, key.size), {})[asked] = result.score.right
    made: dict[str, list[Point]] = {}
    for size in sorted({size for _, size in right}):
        answers = {system: found for (system, at), found in right.items() if at == size}
        common = set.intersection(*(set(found) for found in answers.values()))
        for system in _ordered(answers):
            if common:
                good = sum(answers[system][asked] for asked in common)
                made.setdefault(system, []).append(_point(size, good, len(common)))
    return {system: made[system] for system in _ordered(made)}


def wilson(good: int, count: int) -> tuple[float, float]:
    """Wilson's interval for a share: it keeps within 0 and 1, and holds for few questions."""
    share = good / count
    scale = 1 + _Z**2 / count
    middle = (share + _Z**2 / (2 * count)) / scale
    half = _Z * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)


def _point(size: int, good: int, count: int) -> Point:
    low, high = wilson(good, count)
    return Point(size, good / count, low, high, count)


def _ordered(systems: Iterable[str]) -> list[str]:
    """Systems in the order in which they are always shown, others by name."""
    known = {name: place for place, name in enumerate(_ORDER)}
    return sorted(systems, key=lambda name: (known.get(name, len(known)), name))


def _accuracy(results: Sequence[Result], model: str) -> Figure:
    figure = _figure(7.2, 4.4)
    axes = figure.subplots()
    lines = points(results)
    _lines(axes, lines)
    suites = len({result.key.suite for result in results})
    axes.set_title(f"Right answers by length, {suites} suites, {model}", loc="left", fontsize=11)
    axes.set_xlabel(f"length of the documents, tokens ({_questions(lines)})")
    axes.set_ylabel("share of right answers")
    figure.legend(loc="outside lower left", ncols=4, frameon=False, fontsize=9)
    return figure


def _by_suite(results: Sequence[Result], model: str) -> Figure:
    """A small plot for each suite."""
    suites = sorted({result.key.suite for result in results})
    columns = min(_SUITES_A_ROW, len(suites))
    rows = math.ceil(len(suites) / columns)
    figure = _figure(0.6 + 2.6 * columns, 0.8 + 2.1 * rows)
    grid = figure.subplots(rows, columns, sharey=True, squeeze=False)
    figure.suptitle(f"Right answers by length, {model}", x=0.01, ha="left", fontsize=11)
    cells = [axes for row in grid for axes in row]
    for axes, suite in zip(cells, suites, strict=False):
        own = [result for result in results if result.key.suite == suite]
        _lines(axes, points(own), bands=False)
        axes.set_title(suite.replace("_", " "), loc="left", fontsize=10)
    for axes in cells[len(suites) :]:
        axes.set_axis_off()
    # Each suite may lack a system; the legend has all there are.
    handles = {h.get_label(): h for axes in cells for h in axes.get_legend_handles_labels()[0]}
    names = _ordered(handles)
    shown = [handles[name] for name in names]
    figure.legend(shown, names, loc="outside lower left", ncols=4, frameon=False, fontsize=9)
    return figure


def _lines(axes: Axes, lines: Mapping[str, Sequence[Point]], bands: bool = True) -> None:
    """A line for each system, with bands of its intervals, over a logarithmic axis of lengths."""
    sizes = sorted({point.size for line in lines.values() for point in line})
    for system, line in lines.items():
        place = _ORDER.index(system) if system in _ORDER else 4 + len(system) % 3
        xs = [point.size for point in line]
        axes.plot(
            xs,
            [point.share for point in line],
            color=_COLOURS[place],
            marker=_MARKERS[place],
            markersize=5,
            linewidth=2.2 if system == "pincite" else 1.4,
            label=system,
        )
        lows, highs = [point.low for point in line], [point.high for point in line]
        if bands:
            axes.fill_between(xs, lows, highs, color=_COLOURS[place], alpha=0.1, linewidth=0)
    axes.set_xscale("log", base=2)
    axes.set_xticks(sizes, [f"{size // 1000}k" for size in sizes])
    axes.minorticks_off()
    axes.set_ylim(-0.03, 1.03)
    axes.grid(axis="y", color="#dfe3e8", linewidth=0.8)
    axes.spines[["top", "right"]].set_visible(False)


def _reliability(pairs: Sequence[Pair], title: str) -> Figure:
    """The judge's probability against the share of passages that hold evidence, and how many."""
    figure = _figure(5.2, 5.6)
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    found = bins(pairs)
    above.plot(
        [0, 1], [0, 1], color="#9aa3af", linestyle="--", linewidth=1, label="as it should be"
    )
    above.errorbar(
        [each.mean for each in found],
        [each.share for each in found],
        yerr=_whiskers(found),
        color=_COLOURS[0],
        ecolor="#9db8d2",
        marker="o",
        linewidth=2,
        elinewidth=1.2,
        label=f"error {calibration_error(pairs):.2f}",
    )
    above.set_ylabel("share that holds evidence")
    above.set_ylim(-0.03, 1.03)
    above.legend(frameon=False, fontsize=9)
    above.set_title(f"{title}, {len(pairs):,} readings", loc="left", fontsize=11)
    edges = [n / 10 for n in range(11)]
    for holds, colour in ((False, "#9aa3af"), (True, _COLOURS[0])):
        values = [pair.probability for pair in pairs if pair.holds is holds]
        label = "with evidence" if holds else "without"
        below.hist(values, bins=edges, color=colour, alpha=0.75, label=label)
    below.set_xlabel("probability the judge gave")
    below.set_ylabel("readings")
    below.legend(frameon=False, fontsize=9)
    for axes in (above, below):
        axes.grid(axis="y", color="#dfe3e8", linewidth=0.8)
        axes.spines[["top", "right"]].set_visible(False)
    return figure


def _whiskers(found: Sequence[Bin]) -> tuple[list[float], list[float]]:
    """How far each share may be off, down and up: a bin of few readings says little."""
    intervals = [wilson(round(each.share * each.count), each.count) for each in found]
    downs = [max(0.0, e.share - low) for e, (low, _) in zip(found, intervals, strict=True)]
    ups = [max(0.0, high - e.share) for e, (_, high) in zip(found, intervals, strict=True)]
    return downs, ups


def _questions(lines: Mapping[str, Sequence[Point]]) -> str:
    """How many questions stand behind the points."""
    counts = {point.count for line in lines.values() for point in line}
    least, most = min(counts, default=0), max(counts, default=0)
    return f"{least} questions each" if least == most else f"{least} to {most} questions each"


def _save(figure: Figure, path: Path) -> list[Path]:
    written = []
    for ending in _FORMATS:
        file = path.with_suffix(f".{ending}")
        # Without a date, so that the same results give the same file.
        metadata: dict[str, str | None] = {"Date": None} if ending == "svg" else {}
        figure.savefig(file, dpi=160, metadata=metadata)
        written.append(file)
    figure.clear()
    return written


def _stem(model: str) -> str:
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in model)


def _figure(width: float, height: float) -> Figure:
    """An empty figure, in inches; it belongs to no window."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


def _need_matplotlib() -> None:
    if importlib.util.find_spec("matplotlib") is None:
        raise UsageError(
            "matplotlib is not installed.", 'Install it with: pip install -e ".[evaluation]"'
        )
