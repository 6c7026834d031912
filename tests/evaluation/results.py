"""Results as JSON lines: written as they come, so that an evaluation goes on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.evaluation.case import Case
from tests.evaluation.scoring import Score
from tests.evaluation.systems.base import Reply


@dataclass(frozen=True, slots=True)
class Key:
    """What one result is the result of. The same key is not run twice.

    Attributes:
        suite: the suite's name.
        size: tokens, or 0.
        form: "text" or "pdf"; the samples are "pdf".
        seed: of the suite.
        material: the material's name.
        case: the case's id.
        system: the system's name.
        model: the model's id.
    """

    suite: str
    size: int
    form: str
    seed: int
    material: str
    case: str
    system: str
    model: str


@dataclass(frozen=True, slots=True)
class Result:
    """One question asked of one system.

    `judged` and `checked` hold pairs: a probability, and 1 if the passage holds evidence, else 0.
    """

    key: Key
    kind: str
    question: str
    status: str
    answer: str
    error: str
    citations: list[dict[str, Any]]
    score: Score
    prompt_tokens: int
    generated_tokens: int
    subcalls: int
    seconds: float
    judged: list[list[float]]
    checked: list[list[float]] = field(default_factory=list)

    @staticmethod
    def of(
        key: Key,
        case: Case,
        reply: Reply,
        score: Score,
        judged: list[list[float]],
        checked: list[list[float]],
    ) -> Result:
        """A result."""
        return Result(
            key=key,
            kind=case.kind,
            question=case.question,
            status=reply.status,
            answer=reply.answer,
            error=reply.error,
            citations=[
                {
                    "document": c.span.document,
                    "page": c.page,
                    "start": c.span.start,
                    "end": c.span.end,
                    "quote": c.quote,
                }
                for c in reply.citations
            ],
            score=score,
            prompt_tokens=reply.cost.prompt_tokens,
            generated_tokens=reply.cost.generated_tokens,
            subcalls=reply.cost.subcalls,
            seconds=round(reply.cost.seconds, 2),
            judged=judged,
            checked=checked,
        )


class ResultFile:
    """A file of results, one JSON object a line."""

    def __init__(self, path: Path) -> None:
        """Read what is there; a last line that was cut off by a kill is dropped."""
        self._path = path
        self._results: dict[Key, Result] = {}
        if path.exists():
            for result in _read(path):
                self._results[result.key] = result
            self._rewrite()

    def __contains__(self, key: Key) -> bool:
        return key in self._results

    def results(self) -> list[Result]:
        """All results, in the order in which they came."""
        return list(self._results.values())

    def add(self, result: Result) -> None:
        """Keep a result, on disk before this returns."""
        self._results[result.key] = result
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(_line(result))

    def _rewrite(self) -> None:
        lines = "".join(_line(result) for result in self._results.values())
        beside = self._path.with_suffix(".tmp")
        beside.write_text(lines, encoding="utf-8")
        beside.replace(self._path)


def _line(result: Result) -> str:
    return json.dumps(asdict(result), ensure_ascii=False) + "\n"


def _read(path: Path) -> Iterable[Result]:
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            data = json.loads(line)
        except json.JSONDecodeError:
            continue
        data["key"] = Key(**data["key"])
        data["score"] = Score(**data["score"])
        yield Result(**data)
