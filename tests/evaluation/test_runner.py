"""The runner asks every question once, keeps what came, and goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.config import Paths
from app.documents.document import Document
from app.engine.engine import Engine
from app.engine.models.store import ModelStore
from app.workbench import Effort, Workbench
from tests.conftest import TINY
from tests.evaluation.results import Result, ResultFile
from tests.evaluation.runner import Plan, run
from tests.evaluation.suites.registry import SUITES
from tests.evaluation.systems.base import Cited, Judged, Reply, System
from tests.evaluation.systems.registry import SYSTEMS, Maker

pytestmark = pytest.mark.model


@dataclass
class FirstSentence:
    """A system that always answers with the document's first sentence, and stops when told to."""

    model: str
    stop_after: int | None = None
    asked: list[str] = field(default_factory=list)
    name: str = "first"

    def ask(
        self, documents: Sequence[Document], question: str, say: Callable[[str], None]
    ) -> Reply:
        if self.stop_after is not None and len(self.asked) >= self.stop_after:
            raise KeyboardInterrupt
        self.asked.append(question)
        say("looking")
        (document,) = documents
        sentence = document.sentences[0]
        span = document.span(sentence.start, sentence.end)
        quote = document.quote(span)
        page = document.page_at(span.start).index
        cited = (Cited(span, quote, page),)
        judged, checked = (Judged(span, 0.5),), (Judged(span, 0.7),)
        return Reply("answered", quote, cited, judged=judged, checked=checked)

    def close(self) -> None:
        pass


def plan(folder: Path, suite: str, make: Maker, limit: int | None = None) -> Plan:
    return Plan(
        suites=[SUITES[suite]],
        systems={"first": make},
        sizes=[8_000],
        form="text",
        seed=1,
        model=TINY,
        effort=Effort(),
        limit=limit,
        only=frozenset(),
        folder=folder,
    )


def making(made: list[FirstSentence], stop_after: int | None = None) -> Maker:
    def make(bench: Workbench, engine: Engine, effort: Effort) -> System:
        made.append(FirstSentence(engine.model.id, stop_after))
        return made[-1]

    return make


def test_it_goes_on_where_it_was_stopped(
    tmp_path: Path, paths: Paths, store_with_tiny_model: ModelStore
) -> None:
    kept = tmp_path / "results.jsonl"
    made: list[FirstSentence] = []
    stopping = plan(tmp_path, "keys", making(made, stop_after=3))
    with pytest.raises(KeyboardInterrupt):
        run(stopping, paths, ResultFile(kept), print, lambda *_: None)
    assert len(ResultFile(kept).results()) == 3

    seen: list[tuple[int, int]] = []

    def on_result(result: Result, done: int, total: int) -> None:
        seen.append((done, total))

    run(plan(tmp_path, "keys", making(made)), paths, ResultFile(kept), print, on_result)
    results = ResultFile(kept).results()
    asked = [question for system in made for question in system.asked]
    assert len(asked) == len(set(asked)) == len(results) == 8
    assert seen == [(n, 8) for n in range(4, 9)]


def test_results_hold_what_is_measured(
    tmp_path: Path, paths: Paths, store_with_tiny_model: ModelStore
) -> None:
    results = ResultFile(tmp_path / "results.jsonl")
    made: list[FirstSentence] = []
    run(plan(tmp_path, "needle", making(made), limit=1), paths, results, print, lambda *_: None)
    for result in results.results():
        assert result.key.model == TINY
        assert result.key.size == 8_000
        assert not result.score.right
        assert result.score.bad_quotes == 0
        assert result.judged == [[0.5, 0.0]]
        assert result.checked == [[0.7, 0.0]]
        assert result.citations[0]["quote"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["retrieval", "direct"])
def test_a_plain_system_answers_with_the_real_model(
    name: str, tmp_path: Path, paths: Paths, store_with_tiny_model: ModelStore
) -> None:
    results = ResultFile(tmp_path / "results.jsonl")
    chosen = plan(tmp_path, "scan", SYSTEMS[name], limit=1)
    run(chosen, paths, results, print, lambda *_: None)
    (result,) = results.results()
    assert result.status == "not_found"
    assert result.score.abstained
