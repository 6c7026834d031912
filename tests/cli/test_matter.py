"""What a matter keeps can be looked into, and what the model said can be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.sessions.store import Store
from tests.cli.conftest import Outcome
from tests.sessions.making import make_document, record_run

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


def test_compacting_leaves_no_trace_of_what_was_taken_out_unasked(
    pincite: Pincite, tmp_path: Path
) -> None:
    matter = tmp_path / "mill.pincite"
    with Store.open(matter) as store:
        kept, asked, unasked = (
            store.add_document(make_document(name=f"{name}.pdf"))
            for name in ("kept", "asked", "unasked")
        )
        record_run(store, asked)
        store.remove_document(asked.id)
        store.remove_document(unasked.id)
    assert b"unasked.pdf" in matter.read_bytes()
    result = pincite("matter", "compact", matter)
    assert (result.status, result.out.endswith(" freed.\n")) == (0, True)
    assert b"unasked.pdf" not in matter.read_bytes()
    with Store.open(matter) as store:
        assert [row.id for row in store.documents()] == [kept.id]
        assert [row.id for row in store.documents(removed=True)] == [asked.id]
        assert store.document(asked.id).text == asked.text


@pytest.mark.parametrize("what", ["clear-cache", "compact"])
def test_a_matter_that_is_not_there_is_not_made(
    pincite: Pincite, tmp_path: Path, what: str
) -> None:
    result = pincite("matter", what, tmp_path / "gone.pincite")
    assert result.status == 3
    assert not (tmp_path / "gone.pincite").exists()
