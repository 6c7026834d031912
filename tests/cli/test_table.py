"""Tables from the command line, with a real small model."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.engine.models import ModelStore
from app.sessions.store import Store
from tests.cli.conftest import Outcome

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
