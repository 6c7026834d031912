"""Tables from the command line, with a real small model."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.ask import Order
from app.cli.table import fill_and_write
from app.cli.terminal import Terminal
from app.config import Paths
from app.engine.engine import Request
from app.engine.models.store import ModelStore
from app.errors import DocumentError
from app.sessions.store import Store
from app.tables.table import Table, questions_of
from app.workbench import Effort, Workbench
from tests.cli.conftest import Outcome
from tests.conftest import TINY
from tests.recursion.scripted import ScriptedEngine, reader

Pincite = Callable[..., Outcome]
BRIEFLY = ("--model", "smollm2-135m", "--depth", "quick", "--seconds", "5")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("lease.md", "--to", "t.xlsx"), 2, "--recipe"),
        (("lease.md", "--question", " ", "--to", "t.xlsx"), 2, "--question"),
        (("lease.md", "--recipe", "key-dates"), 2, "--to"),
        (("lease.md", "--recipe", "nothing", "--to", "t.xlsx"), 2, "There is no recipe"),
        (("lease.md", "--recipe", "key-dates", "--to", "t.odt"), 2, ".odt"),
        (("--recipe", "key-dates", "--to", "t.xlsx"), 2, "FILE"),
        (("lease.md", "--recipe", "key-dates", "--to", "no/t.xlsx"), 3, "There is no folder"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_loaded(
    pincite: Pincite, arguments: tuple[str, ...], status: int, said: str
) -> None:
    result = pincite("table", *arguments)
    assert result.status == status
    assert said in result.err


def test_it_is_written_each_time_a_document_is_done_and_one_bad_place_costs_no_other(
    paths: Paths, lease: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Other\n\nThe rent is 300 euros a month.\n")
    made, blocked = tmp_path / "t.json", tmp_path / "blocked.json"
    (blocked / "in use").mkdir(parents=True)
    states: list[list[str]] = []

    def read(request: Request) -> str:
        if made.exists():
            rows = json.loads(made.read_text())["rows"]
            states.append([row["cells"]["q1"]["state"] for row in rows])
        return reader("rent")(request)

    engine = ScriptedEngine(lambda request: '{"kind": "find", "phrases": ["rent"]}', read)
    engine._model = replace(engine.model, id=TINY)
    with Workbench(paths) as bench, Terminal() as terminal:
        documents = list(bench.open_documents([lease, other]).documents)
        bench.adopt_engine(engine)
        table = Table.over("Rents", questions_of(["What is the rent?"]), documents)
        order = Order((), (), Effort(), None, False)
        with pytest.raises(DocumentError, match="blocked"):
            fill_and_write(table, bench, order, documents, terminal, (blocked, made))
    assert ["answered", "waiting"] in states
    rows = json.loads(made.read_text())["rows"]
    assert [row["cells"]["q1"]["state"] for row in rows] == ["answered", "answered"]


@pytest.mark.model
def test_a_table_is_written_and_goes_on_where_it_was(
    pincite: Pincite, lease: Path, tmp_path: Path, store_with_tiny_model: ModelStore
) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Other\n\nThe rent is 300 euros a month.\n")
    matter = tmp_path / "mill.pincite"
    made, page = tmp_path / "t.json", tmp_path / "t.html"
    asked = ("--question", "What is the rent?", "--matter", matter, *BRIEFLY)
    first = pincite("table", lease, *asked, "--to", made)
    assert first.status == 0, first.err
    (row,) = json.loads(made.read_text())["rows"]
    assert row["document"] == "lease.md"
    run = row["cells"]["q1"]["run"]

    again = pincite("table", lease, other, *asked, "--to", made, "--to", page)
    assert again.status == 0, again.err
    rows = json.loads(made.read_text())["rows"]
    assert [row["document"] for row in rows] == ["lease.md", "other.md"]
    if rows[0]["cells"]["q1"]["state"] in ("answered", "not_found"):
        assert rows[0]["cells"]["q1"]["run"] == run, "it is not asked again"
        assert "1 of them before" in again.err
    assert "lease.md" in page.read_text()
    with Store.open(matter) as store:
        assert {r.question for r in store.runs()} == {"What is the rent?"}
