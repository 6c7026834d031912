"""What a matter keeps can be looked into, and what the model said can be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.sessions.store import Store
from tests.cli.conftest import Outcome

Pincite = Callable[..., Outcome]


def test_clearing_the_cache_forgets_replies_without_a_trace_and_keeps_the_rest(
    pincite: Pincite, tmp_path: Path
) -> None:
    matter = tmp_path / "mill.pincite"
    secret = b"the tenant's secret reply"
    with Store.open(matter) as store:
        run = store.start_run("What is the rent?")
        for n in range(200):
            store.calls.put(f"key {n}", secret * 20, "ab" * 32)
    assert secret in matter.read_bytes()
    result = pincite("matter", "clear-cache", matter)
    assert result.status == 0
    assert result.out.startswith("200 replies forgotten, ")
    assert secret not in matter.read_bytes()
    with Store.open(matter) as store:
        assert len(store.calls) == 0
        assert [row.id for row in store.runs()] == [run]


def test_a_matter_that_is_not_there_is_not_made(pincite: Pincite, tmp_path: Path) -> None:
    result = pincite("matter", "clear-cache", tmp_path / "gone.pincite")
    assert result.status == 3
    assert not (tmp_path / "gone.pincite").exists()
