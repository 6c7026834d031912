"""A follow-up begins with what the matter's runs found, also after the matter was closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.cancel import CancelToken
from app.config import Paths
from app.errors import MatterError
from app.recipes.recipe import Question
from app.recursion.events import CellRan, Event, Recalled, RunStarted, SubcallStarted
from app.recursion.memory import following
from app.recursion.prompts import grammars
from app.tables.table import Table
from app.workbench import Effort, Workbench
from app.workbench.filling import fill_table
from tests.conftest import TINY
from tests.recursion.scripted import ScriptedEngine, reader

PLAN = '{"kind": "find", "phrases": ["notice period", "tenant notice"]}'
NOTICE = "The tenant gives notice of ninety days, in writing, to the agent."
FILLER = "\n\n".join(f"Room {n} has a window and a door that both open well." for n in range(300))
QUESTION = "How long is the notice?"


def scripted(words: str = "notice") -> ScriptedEngine:
    engine = ScriptedEngine(lambda request: PLAN, reader(words))
    engine._model = replace(engine.model, id=TINY)
    return engine


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    path = tmp_path / "lease.md"
    path.write_text(f"# Lease\n\n{FILLER}\n\n# Notice\n\n{NOTICE}\n")
    return path


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    return tmp_path / "lease.pincite"


@pytest.fixture
def bench(paths: Paths, matter: Path, lease: Path) -> Iterator[Workbench]:
    with Workbench(paths, matter) as bench:
        bench.open_documents([lease])
        bench.adopt_engine(scripted())
        yield bench


def ask(
    bench: Workbench, question: str, follows: str | None = None, **more: object
) -> tuple[str, list[Event]]:
    events: list[Event] = []
    effort = Effort(**more)
    asked = bench.ask(question, effort, events.append, CancelToken(), follows=follows)
    return asked.run, events


def test_a_follow_up_looks_there_first_when_the_matter_was_closed_between(
    bench: Workbench, paths: Paths, matter: Path
) -> None:
    first, _ = ask(bench, QUESTION)
    bench.close()
    with Workbench(paths, matter) as again:
        again.open_matter_documents()
        engine = scripted()
        again.adopt_engine(engine)
        question = following("To whom does the tenant give notice?", QUESTION)
        run, events = ask(again, question, follows=first)
        (recalled,) = [e for e in events if isinstance(e, Recalled)]
        assert (recalled.run, recalled.question) == (first, QUESTION)
        asked = [e.spans[0] for e in events if isinstance(e, SubcallStarted) and e.kind == "ask"]
        assert [again.documents[0].quote(span) for span in asked] == [NOTICE]
        record = again.store.run(run)
        assert record.follows == first
        assert [c.origin for c in record.answer.citations] == [first]
        assert record.matching == {1}


def test_a_follow_up_in_free_code_has_the_variables_of_the_run_before(
    bench: Workbench, paths: Paths, matter: Path
) -> None:
    end = "```repl\nNOT_FOUND('no')\n```"
    count = "```repl\nhits = grep('tenant gives')\nrooms = len(grep('window', limit=200))\n```"
    look = "```repl\nprint(kept['rooms'], kept['hits'][0].text)\n```"
    bench.adopt_engine(_writes(count, end, end, end))
    first, _ = ask(bench, QUESTION, protocol="code")
    bench.close()
    with Workbench(paths, matter) as again:
        again.open_matter_documents()
        again.adopt_engine(_writes(look, end, end, end))
        _, events = ask(again, following("And who?", QUESTION), follows=first, protocol="code")
        (cell, *_) = [e for e in events if isinstance(e, CellRan)]
        assert cell.output.strip() == f"200 {NOTICE}"


def _writes(*cells: str) -> ScriptedEngine:
    engine = ScriptedEngine(cells, reader("notice"))
    engine._model = replace(engine.model, id=TINY)
    return engine


def test_a_question_that_follows_nothing_begins_with_nothing(bench: Workbench) -> None:
    ask(bench, QUESTION)
    _, events = ask(bench, "To whom does the tenant give notice?")
    assert not [e for e in events if isinstance(e, Recalled)]
    (begun,) = [e for e in events if isinstance(e, RunStarted)]
    assert begun.follows == ""


def test_a_run_can_be_followed_by_the_beginning_of_its_id(bench: Workbench) -> None:
    first, _ = ask(bench, QUESTION)
    _, events = ask(bench, following("And to whom?", QUESTION), follows=first[:8])
    (begun,) = [e for e in events if isinstance(e, RunStarted)]
    assert begun.follows == first


def test_there_must_be_a_run_to_follow(bench: Workbench) -> None:
    with pytest.raises(MatterError, match="no run"):
        ask(bench, "And to whom?", follows="none")


def test_a_recipe_says_what_kind_of_plan_its_questions_in_a_table_get(bench: Workbench) -> None:
    engine = scripted()
    bench.adopt_engine(engine)
    column = Question(id="a", text=QUESTION, column="Notice", plan="timeline")
    table = Table.over("T", (column,), bench.documents)
    fill_table(table, bench, lambda cell: None, CancelToken())
    assert engine.root[0].grammar == grammars.plan("timeline")
