"""An engine that answers from a cache of calls what was asked before, and asks another the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal, Protocol, TypeVar

import msgspec

from app.cancel import CancelToken
from app.engine.engine import (
    Completion,
    Engine,
    Judgement,
    Message,
    ModelInfo,
    Request,
    Usage,
)

_FORM = 1
"""Goes into every key: to be raised when what is kept, or what a key covers, changes."""


class CallCache(Protocol):
    """Where replies are kept."""

    def get(self, key: str) -> bytes | None:
        """The reply kept under a key, or None."""
        ...

    def put(self, key: str, reply: bytes, model_sha256: str) -> None:
        """Keep a reply of the model with this hash."""
        ...


class _Reply(msgspec.Struct, frozen=True, array_like=True):
    """A completion as it is kept."""

    text: str
    finish: Literal["stop", "length"]
    prompt: int
    generated: int


class _Verdict(msgspec.Struct, frozen=True, array_like=True):
    """A judgement as it is kept."""

    probability: float
    prompt: int


_Kept = TypeVar("_Kept", _Reply, _Verdict)


class CachedEngine:
    """Answers what was asked before from a cache. Implements `Engine`; owned by one thread.

    A call is the same if the model's hash, the prompt, the grammar, the sampling and the limits
    are. What comes from the cache costs nothing: its usage counts as cached, not as read.
    """

    def __init__(self, engine: Engine, cache: CallCache, *, fresh: bool = False) -> None:
        """Put a cache before an engine, which stays its caller's: `close` does not free it.

        Args:
            engine: is asked what is not in the cache. Its model must have a hash.
            cache: where replies are kept.
            fresh: to ask everything anew, and keep that.
        """
        self._engine = engine
        self._cache = cache
        self._fresh = fresh

    @property
    def model(self) -> ModelInfo:
        """The model that answers."""
        return self._engine.model

    def count(self, messages: Sequence[Message]) -> int:
        """Tokens of a conversation; see `Engine.count`."""
        return self._engine.count(messages)

    def tokens(self, text: str) -> int:
        """Tokens of a piece of text; see `Engine.tokens`."""
        return self._engine.tokens(text)

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        """One reply; from the cache, its text comes in one piece. See `Engine.complete`."""
        cancel.check()
        key = self._key("complete", request)
        kept = self._get(key, _Reply)
        if kept is None:
            completion = self._engine.complete(request, cancel, on_token)
            self._keep(key, completion)
            return completion
        if on_token and kept.text:
            on_token(kept.text)
        return _completion(kept)

    def complete_each(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_done: Callable[[int, Completion], None] | None = None,
    ) -> list[Completion]:
        """Many replies; those not in the cache are asked together. See `Engine.complete_each`."""
        cancel.check()
        keys = [self._key("complete", request) for request in requests]
        done: dict[int, Completion] = {}
        for i, key in enumerate(keys):
            kept = self._get(key, _Reply)
            if kept is not None:
                done[i] = _completion(kept)
        missing = [i for i in range(len(requests)) if i not in done]

        def came(n: int, completion: Completion) -> None:
            i = missing[n]
            self._keep(keys[i], completion)
            done[i] = completion
            if on_done:
                on_done(i, completion)

        if on_done:
            for i, completion in sorted(done.items()):
                on_done(i, completion)
        if missing:
            self._engine.complete_each([requests[i] for i in missing], cancel, came)
        return [done[i] for i in range(len(requests))]

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        """For each conversation, the probability of Yes against No; see `Engine.judge_each`."""
        cancel.check()
        keys = [self._key("judge", Request(tuple(each), max_tokens=1)) for each in conversations]
        verdicts = [self._get(key, _Verdict) for key in keys]
        missing = [i for i, verdict in enumerate(verdicts) if verdict is None]
        asked: dict[int, Judgement] = {}
        if missing:
            judged = self._engine.judge_each([conversations[i] for i in missing], cancel)
            asked = dict(zip(missing, judged, strict=True))
            for i, judgement in asked.items():
                verdict = _Verdict(judgement.probability, judgement.usage.prompt)
                self._put(keys[i], verdict)
        return [
            asked[i] if verdict is None else _judgement(verdict)
            for i, verdict in enumerate(verdicts)
        ]

    def close(self) -> None:
        """Nothing is freed: the engine behind the cache is its caller's."""

    def _key(self, what: str, request: Request) -> str:
        """A hash of all that a reply depends on."""
        if request.temperature == 0:
            request = replace(request, seed=0)  # the likeliest token is so under every seed
        whole = (_FORM, what, self._engine.model.sha256, request)
        return hashlib.sha256(msgspec.json.encode(whole)).hexdigest()

    def _get(self, key: str, form: type[_Kept]) -> _Kept | None:
        """What is kept under a key; None too where it is spoiled."""
        data = None if self._fresh else self._cache.get(key)
        if data is None:
            return None
        try:
            return msgspec.msgpack.decode(data, type=form)
        except msgspec.MsgspecError:
            return None

    def _put(self, key: str, kept: _Reply | _Verdict) -> None:
        self._cache.put(key, msgspec.msgpack.encode(kept), self._engine.model.sha256)

    def _keep(self, key: str, completion: Completion) -> None:
        usage = completion.usage
        reply = _Reply(completion.text, completion.finish, usage.prompt, usage.generated)
        self._put(key, reply)


def _completion(kept: _Reply) -> Completion:
    usage = Usage(cached=kept.prompt + kept.generated, cached_calls=1)
    return Completion(kept.text, kept.finish, usage)


def _judgement(kept: _Verdict) -> Judgement:
    return Judgement(kept.probability, Usage(cached=kept.prompt, cached_calls=1))
