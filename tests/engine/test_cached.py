"""Calls that were made before are answered at once, with the same words, and cost nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from app.cancel import Cancelled, CancelToken
from app.engine.cached import CachedEngine
from app.engine.engine import Completion, Judgement, Message, Request
from app.engine.llama.engine import LlamaEngine

pytestmark = pytest.mark.model

COLOURS = ("red", "green", "blue", "black")


class Kept(dict[str, bytes]):
    """Replies in memory, with the hashes they were kept under."""

    def __init__(self) -> None:
        super().__init__()
        self.models: set[str] = set()

    def put(self, key: str, reply: bytes, model_sha256: str) -> None:
        self[key] = reply
        self.models.add(model_sha256)


class Watched:
    """Notes what a real engine is asked, and has it answer."""

    def __init__(self, engine: LlamaEngine) -> None:
        self.engine = engine
        self.asked: list[int] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine, name)

    def complete(self, request: Request, *rest: Any) -> Completion:
        self.asked.append(1)
        return self.engine.complete(request, *rest)

    def complete_each(self, requests: Sequence[Request], *rest: Any) -> list[Completion]:
        self.asked.append(len(requests))
        return self.engine.complete_each(requests, *rest)

    def judge_each(self, conversations: Sequence[Any], *rest: Any) -> list[Judgement]:
        self.asked.append(len(conversations))
        return self.engine.judge_each(conversations, *rest)


@pytest.fixture
def watched(engine: LlamaEngine) -> Watched:
    return Watched(engine)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def cached(watched: Watched, kept: Kept) -> CachedEngine:
    return CachedEngine(watched, kept)


def ask(text: str, **options: Any) -> Request:
    return Request((Message("user", text),), **{"max_tokens": 12, **options})


def test_a_call_made_before_gives_the_same_reply_and_costs_nothing(
    cached: CachedEngine, watched: Watched, kept: Kept
) -> None:
    first = cached.complete(ask("Name a colour."), CancelToken())
    pieces: list[str] = []
    again = cached.complete(ask("Name a colour."), CancelToken(), pieces.append)
    assert watched.asked == [1]
    assert (again.text, again.finish) == (first.text, first.finish)
    assert "".join(pieces) == first.text
    assert first.usage.cached_calls == 0
    assert (again.usage.prompt, again.usage.generated, again.usage.read_seconds) == (0, 0, 0)
    assert again.usage.cached_calls == 1
    assert again.usage.cached == first.usage.prompt + first.usage.generated
    assert kept.models == {"0" * 64}


def test_of_many_calls_only_those_that_are_new_are_made_together(
    cached: CachedEngine, watched: Watched, engine: LlamaEngine
) -> None:
    requests = [ask(f"Name something {colour}.") for colour in COLOURS]
    cached.complete(requests[2], CancelToken())
    done: dict[int, Completion] = {}
    replies = cached.complete_each(requests, CancelToken(), done.__setitem__)
    assert watched.asked == [1, 3]
    assert [done[i] for i in range(4)] == replies
    assert next(iter(done)) == 2, "what is there already need not wait"
    assert [r.usage.cached_calls for r in replies] == [0, 0, 1, 0]
    alone = [engine.complete(request, CancelToken()).text for request in requests]
    assert [r.text for r in replies] == alone
    assert [r.text for r in cached.complete_each(requests, CancelToken())] == alone
    assert watched.asked == [1, 3]


def test_judgements_are_kept_to_the_last_bit(cached: CachedEngine, watched: Watched) -> None:
    def judging(colour: str) -> tuple[Message, ...]:
        return (Message("user", f"Is {colour} a colour? Reply Yes or No."),)

    first = cached.judge_each([judging(c) for c in COLOURS[:3]], CancelToken())
    again = cached.judge_each([judging(c) for c in COLOURS], CancelToken())
    assert watched.asked == [3, 1]
    assert [j.probability for j in again[:3]] == [j.probability for j in first]
    assert [j.usage.cached_calls for j in again] == [1, 1, 1, 0]
    assert again[0].usage.cached == first[0].usage.prompt


@pytest.mark.parametrize(
    "change",
    [
        {"max_tokens": 11},
        {"grammar": "root ::= [a-z]+"},
        {"temperature": 0.5},
        {"stop": (".",)},
        {"prefill": "The"},
        {"messages": (Message("user", "Name a colour!"),)},
        {"messages": (Message("system", "Name a colour."),)},
    ],
)
def test_whatever_a_reply_depends_on_makes_it_another_call(
    cached: CachedEngine, change: dict[str, Any]
) -> None:
    assert cached._key("complete", ask("Name a colour.")) != cached._key(
        "complete", replace(ask("Name a colour."), **change)
    )


def test_the_seed_counts_only_where_there_is_chance(cached: CachedEngine) -> None:
    def key(**options: Any) -> str:
        return cached._key("complete", ask("Name a colour.", **options))

    assert key(seed=1) == key(seed=2)
    assert key(seed=1, temperature=0.7) != key(seed=2, temperature=0.7)


def test_another_model_file_is_asked_itself(
    cached: CachedEngine, watched: Watched, kept: Kept
) -> None:
    class Other(Watched):
        @property
        def model(self) -> Any:
            return replace(self.engine.model, sha256="f" * 64)

    cached.complete(ask("Name a fruit."), CancelToken())
    other = Other(watched.engine)
    reply = CachedEngine(other, kept).complete(ask("Name a fruit."), CancelToken())
    assert other.asked == [1]
    assert reply.usage.cached_calls == 0


def test_asked_freshly_the_model_answers_anew_and_that_is_kept(
    watched: Watched, kept: Kept
) -> None:
    cached = CachedEngine(watched, kept)
    cached.complete(ask("Name a river."), CancelToken())
    for key in kept:
        kept[key] = re.sub(rb"[a-z]", b"x", kept[key])
    fresh = CachedEngine(watched, kept, fresh=True).complete(ask("Name a river."), CancelToken())
    assert watched.asked == [1, 1]
    assert cached.complete(ask("Name a river."), CancelToken()).text == fresh.text


def test_a_spoiled_entry_counts_as_none(cached: CachedEngine, watched: Watched, kept: Kept) -> None:
    first = cached.complete(ask("Name a sea."), CancelToken())
    for key in kept:
        kept[key] = b"\xc1 not what was written"
    assert cached.complete(ask("Name a sea."), CancelToken()).text == first.text
    assert watched.asked == [1, 1]


def test_a_cancel_holds_for_what_is_cached_too(cached: CachedEngine) -> None:
    cached.complete(ask("Name a bird."), CancelToken())
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        cached.complete(ask("Name a bird."), cancel)
    with pytest.raises(Cancelled):
        cached.complete_each([ask("Name a bird.")], cancel)


def test_what_was_answered_before_a_cancel_is_kept(
    cached: CachedEngine, watched: Watched, kept: Kept
) -> None:
    cancel = CancelToken()
    requests = [ask("Say yes.", max_tokens=1), ask("Tell a long story.", max_tokens=400)]
    with pytest.raises(Cancelled):
        cached.complete_each(requests, cancel, lambda i, reply: cancel.cancel())
    assert len(kept) == 1
    cached.complete_each(requests[:1], CancelToken())
    assert watched.asked == [2]


def test_the_engine_behind_it_stays_open(cached: CachedEngine) -> None:
    cached.close()
    assert cached.tokens("still there") > 0
