"""A model that is loaded again need not read what every question begins with."""

from __future__ import annotations

import pytest

from app.cancel import CancelToken
from app.engine.engine import Message, Request
from app.engine.models.store import ModelStore
from app.recursion.prompts import judge_prompts, plan_prompts, subcall_prompts
from app.workbench import loading
from tests.conftest import TINY

pytestmark = pytest.mark.model


def test_the_openings_of_a_review_are_kept_for_the_next_start(
    store_with_tiny_model: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "SLOW", 0)
    loader = loading.Loader(store_with_tiny_model)
    loader.one(TINY).close()
    kept = sorted(store_with_tiny_model.openings.iterdir())
    files = [path.stat().st_ino for path in kept]
    assert len(kept) == 3
    engine = loader.one(TINY)
    try:
        for prompt in (
            plan_prompts.plan("Who is it?", "one.pdf", ""),
            judge_prompts.verify("Who is it?", "Ann", "It is Ann."),
            subcall_prompts.ask("Who is it?", "", ["It is Ann."]),
        ):
            reply = engine.complete(Request(prompt, max_tokens=1), CancelToken())
            shared = engine.count([*prompt[:-1], Message("user", "")]) - 12
            assert reply.usage.reused >= shared
    finally:
        engine.close()
    assert [path.stat().st_ino for path in kept] == files, "none was written anew"


def test_a_model_that_reads_fast_keeps_none(store_with_tiny_model: ModelStore) -> None:
    loading.Loader(store_with_tiny_model).one(TINY).close()
    assert not store_with_tiny_model.openings.exists()
