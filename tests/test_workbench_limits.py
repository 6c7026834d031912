"""A question put to each document may cost as much for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cancel import CancelToken
from app.config import Paths
from app.recursion.budget import Depth, Limits
from app.recursion.events import Event, RunStarted
from app.workbench import Effort, Workbench
from tests.recursion.scripted import ScriptedEngine, reader

PLAN = '{"kind": "find", "phrases": ["notice period", "tenant notice"]}'
EACH = "How long is the notice in each lease?"
USUAL = Limits.of(Depth.STANDARD)


@pytest.fixture
def bench(paths: Paths, tmp_path: Path) -> Iterator[Workbench]:
    files = [tmp_path / f"lease{n}.md" for n in range(3)]
    for n, file in enumerate(files):
        file.write_text(f"# Lease {n}\n\nThe notice of lease {n} is {30 + n} days.\n")
    with Workbench(paths, tmp_path / "leases.pincite") as bench:
        bench.open_documents(files)
        bench.adopt_engine(ScriptedEngine(lambda request: PLAN, reader("notice")))
        yield bench


def limits(bench: Workbench, question: str, **how: object) -> Limits:
    events: list[Event] = []
    some = {"documents": bench.documents[:1]} if how.pop("one", False) else {}
    bench.ask(question, Effort(**how), events.append, CancelToken(), **some)
    (begun,) = [e for e in events if isinstance(e, RunStarted)]
    return Limits(**begun.limits)


def test_each_of_three_documents_has_what_one_question_has(bench: Workbench) -> None:
    found = limits(bench, EACH)
    assert (found.subcalls, found.tokens) == (3 * USUAL.subcalls, 3 * USUAL.tokens)
    assert found.seconds == 3 * USUAL.seconds
    assert found.turns == USUAL.turns, "the children's turns are their own"


def test_code_that_a_larger_model_writes_has_as_much(bench: Workbench) -> None:
    bench.adopt_engine(ScriptedEngine(["```repl\nNOT_FOUND('no')\n```"] * 4))
    assert limits(bench, EACH, protocol="code").tokens == 3 * USUAL.tokens


def test_a_recipe_that_names_the_plan_does_the_same(bench: Workbench) -> None:
    assert limits(bench, "How long is the notice?", plan="each").tokens == 3 * USUAL.tokens


def test_a_question_about_all_of_them_together_has_what_it_had(bench: Workbench) -> None:
    assert limits(bench, "How long is the notice?") == USUAL
    assert limits(bench, EACH, one=True) == USUAL


def test_the_time_that_the_reviewer_sets_stands(bench: Workbench) -> None:
    found = limits(bench, EACH, seconds=45)
    assert (found.seconds, found.tokens) == (45, 3 * USUAL.tokens)
