"""Results as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from tests.evaluation.goals import US, goals
from tests.evaluation.results import Key, Result

_HEAD = (
    "Suite",
    "Size",
    "System",
    "Questions",
    "Right",
    "Right, cited right",
    "List recall",
    "Counts within 10 %",
    "Absent answered",
    "Bad quotes",
    "Median s",
    "Read",
    "Written",
    "Sub-calls",
    "Stopped",
    "Failed",
)


def markdown(results: Iterable[Result]) -> str:
    """A table of each suite, size and system, of all suites, of the goals, and of all questions.

    Where there are several models, each has tables of its own.
    """
    models: dict[str, list[Result]] = {}
    for result in results:
        models.setdefault(result.key.model, []).append(result)
    parts = []
    for model, own in sorted(models.items()):
        groups = grouped(own)
        heading = [f"## {model}"] if len(models) > 1 else []
        parts += [*heading, _table(groups), *_together(own), *_goals(own)]
        parts += [_questions(group) for group in groups]
    return "\n\n".join(parts or [_table([])]) + "\n"


def _table(groups: Sequence[Sequence[Result]], suite: str = "") -> str:
    """A line for each group, under the suite's name or another."""
    lines = [_row(_HEAD), _row(["---"] * len(_HEAD))]
    for group in groups:
        cells = _summary(group)
        lines.append(_row([suite or cells[0], *cells[1:]]))
    return "\n".join(lines)


def _together(results: Sequence[Result]) -> list[str]:
    """The suites that come in sizes taken together, where there is more than one."""
    sized = [result for result in results if result.key.size]
    if len({result.key.suite for result in sized}) < 2:
        return []
    groups: dict[tuple[int, str, str], list[Result]] = {}
    for result in sized:
        key = result.key
        groups.setdefault((key.size, key.form, key.system), []).append(result)
    return ["### All suites together", _table([groups[key] for key in sorted(groups)], "all")]


def grouped(results: Iterable[Result]) -> list[list[Result]]:
    """Results by suite, size, form, system and model."""
    groups: dict[tuple[str, int, str, str, str], list[Result]] = {}
    for result in results:
        key = result.key
        groups.setdefault((key.suite, key.size, key.form, key.system, key.model), []).append(result)
    return [groups[key] for key in sorted(groups)]


def _goals(results: Sequence[Result]) -> list[str]:
    """The goals and how far they are met, where made suites were asked of Pincite."""
    if not any(result.key.size and result.key.system == US for result in results):
        return []
    lines = [_row(("Goal", "Measured", "Met")), _row(["---"] * 3)]
    for goal in goals(results):
        met = "" if goal.met is None else _mark(goal.met)
        lines.append(_row((goal.what, goal.measured or "not measured", met)))
    return ["### Goals", "\n".join(lines)]


def _summary(group: Sequence[Result]) -> list[str]:
    """The figures of one line. Tokens and sub-calls are means for one question."""
    absent = [r for r in group if r.kind in ("absent", "unread")]
    lists = [r.score.recall for r in group if r.kind == "list" and r.score.recall is not None]
    close = [r.score.close for r in group if r.score.close is not None]
    key = group[0].key
    count = len(group)
    return [
        key.suite,
        _size(key),
        key.system,
        str(count),
        str(sum(r.score.right for r in group)),
        str(sum(r.score.right_and_cited for r in group)),
        f"{sum(lists) / len(lists):.2f}" if lists else "",
        f"{sum(close)} of {len(close)}" if close else "",
        f"{sum(not r.score.abstained for r in absent)} of {len(absent)}" if absent else "",
        str(sum(r.score.bad_quotes for r in group)),
        f"{median(r.seconds for r in group):.1f}",
        f"{sum(r.prompt_tokens for r in group) / count:.0f}",
        f"{sum(r.generated_tokens for r in group) / count:.0f}",
        f"{sum(r.subcalls for r in group) / count:.1f}",
        str(sum(r.status == "stopped" for r in group)),
        str(sum(r.status == "failed" for r in group)),
    ]


def _size(key: Key) -> str:
    """The size of made documents, and that they are PDFs where they are."""
    if not key.size:
        return ""
    return f"{key.size // 1000}k" + (" PDF" if key.form == "pdf" else "")


def _questions(group: Sequence[Result]) -> str:
    key = group[0].key
    size = f", {_size(key)} tokens" if key.size else ""
    lines = [
        f"### {key.suite}{size}: {key.system}, {key.model}",
        "",
        _row(("Question", "Kind", "Answer", "Right", "Cited", "s")),
        _row(["---"] * 6),
    ]
    for result in group:
        answer = result.answer or result.error or "(not found)"
        lines.append(
            _row(
                (
                    result.question,
                    result.kind,
                    answer if len(answer) <= 160 else answer[:157] + "...",
                    _mark(result.score.right),
                    "" if result.kind in ("absent", "unread") else _mark(result.score.cited),
                    f"{result.seconds:.0f}",
                )
            )
        )
    return "\n".join(lines)


def _mark(good: bool) -> str:
    return "yes" if good else "no"


def _row(cells: Sequence[str]) -> str:
    flat = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(flat) + " |"
