"""Results as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from tests.evaluation.results import Result

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
)


def markdown(results: Iterable[Result]) -> str:
    """A table with a line for each suite, size and system, then one with each question."""
    groups = grouped(results)
    lines = [_row(_HEAD), _row(["---"] * len(_HEAD))]
    lines += [_row(_summary(group)) for group in groups]
    parts = ["\n".join(lines), *(_questions(group) for group in groups)]
    return "\n\n".join(parts) + "\n"


def grouped(results: Iterable[Result]) -> list[list[Result]]:
    """Results by suite, size, system and model."""
    groups: dict[tuple[str, int, str, str], list[Result]] = {}
    for result in results:
        key = result.key
        groups.setdefault((key.suite, key.size, key.system, key.model), []).append(result)
    return [groups[key] for key in sorted(groups)]


def _summary(group: Sequence[Result]) -> list[str]:
    """The figures of one line. Tokens and sub-calls are means for one question."""
    absent = [r for r in group if r.kind in ("absent", "unread")]
    lists = [r.score.recall for r in group if r.kind == "list" and r.score.recall is not None]
    close = [r.score.close for r in group if r.score.close is not None]
    key = group[0].key
    count = len(group)
    return [
        key.suite,
        f"{key.size // 1000}k" if key.size else "",
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
    ]


def _questions(group: Sequence[Result]) -> str:
    key = group[0].key
    size = f", {key.size:,} tokens" if key.size else ""
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
