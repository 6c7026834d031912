"""An engine on a server that speaks OpenAI's protocol: llama-server, vLLM, an office's own.

Text leaves this machine with it. It is made only for an address that the user gave.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from app.cancel import CancelToken
from app.engine.engine import Completion, Judgement, Message, ModelInfo, Request, Usage
from app.engine.server.counting import TokenCounter
from app.engine.server.http import Body, Refused, ServerConnection, unless_cancelled
from app.engine.server.protocol import (
    body_of,
    first_choice,
    parameters,
    probability,
    usage_of,
)
from app.errors import ModelError, PromptTooLong

T = TypeVar("T")

_LIKELIEST = 20  # as many alternatives as OpenAI's protocol gives for a token
_TOO_LONG = ("context", "too long", "maximum", "exceed")


class ServerEngine:
    """A model on a server. Implements `Engine`; owned by one thread."""

    def __init__(
        self, connection: ServerConnection, model: str, window: int, kind: str, parallel: int
    ) -> None:
        """Put together; `connect` is the way to get one."""
        self._connection = connection
        self._name = model
        self._kind = kind
        self._parallel = parallel
        self._runner = asyncio.Runner()
        self._info = ModelInfo(
            id=f"{connection.host}/{model}",
            name=model,
            sha256="",
            parameters=0,
            window=window,
            hardware=f"server {connection.place}",
            server=connection.host,
        )
        self._counter = TokenCounter(self._ask, model, kind)

    @classmethod
    def connect(
        cls,
        address: str,
        *,
        key: str = "",
        model: str | None = None,
        window: int = 8192,
        parallel: int = 4,
        stall: float = 120.0,
        retries: int = 4,
    ) -> ServerEngine:
        """Reach a server and see what it runs.

        Args:
            address: that the user gave.
            key: for it, or empty.
            model: the name of a model there; None for the first it has.
            window: tokens of its context, where the server does not say.
            parallel: calls it is sent at once.
            stall: seconds without a sign of life after which it counts as stalled.
            retries: how often a call is tried again.

        Raises:
            UsageError: if the address is none.
            ModelError: if the server can't be reached, refuses, or has no such model.
        """
        connection = ServerConnection(address, key, stall=stall, retries=retries)
        engine = cls(connection, model or "", window, "", parallel)
        try:
            engine._look_around(model, window)
        except BaseException:
            engine.close()
            raise
        return engine

    @property
    def model(self) -> ModelInfo:
        """The model that answers."""
        return self._info

    def count(self, messages: Sequence[Message]) -> int:
        """Tokens of a conversation; where the server can't count, a little more than there are."""
        return self._counter.messages(messages)

    def tokens(self, text: str) -> int:
        """Tokens of a piece of text; where the server can't count, a little more than there are."""
        return self._counter.text(text)

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        """One reply; see `Engine.complete`."""
        self._check(request.messages, request.max_tokens)
        return self._run(self._complete(request, on_token), cancel)

    def complete_each(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_done: Callable[[int, Completion], None] | None = None,
    ) -> list[Completion]:
        """Many replies, some at once; see `Engine.complete_each`."""
        for request in requests:
            self._check(request.messages, request.max_tokens)

        async def one(index: int, request: Request) -> Completion:
            completion = await self._complete(request, None)
            if on_done:
                on_done(index, completion)
            return completion

        return self._run(self._together([one(i, r) for i, r in enumerate(requests)]), cancel)

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        """For each conversation, the probability of Yes against No; see `Engine.judge_each`."""
        for messages in conversations:
            self._check(messages, 1)
        return self._run(self._together([self._judge(m) for m in conversations]), cancel)

    def close(self) -> None:
        """Close the connections."""
        if self._runner is not None:
            self._runner.run(self._connection.close())
            self._runner.close()

    def _look_around(self, wanted: str | None, window: int) -> None:
        """Find out the model's name, its window, and what kind of server it is."""
        listed = self._runner.run(self._connection.get("models")).get("data")
        models = [m for m in listed if isinstance(m, dict)] if isinstance(listed, list) else []
        found = next((m for m in models if wanted in (None, m.get("id"))), None)
        if found is None:
            names = ", ".join(str(m.get("id")) for m in models) or "none"
            raise ModelError(
                f"{self._connection.host} has no model {wanted or 'at all'}.",
                f"It has: {names}.",
            )
        self._kind = str(found.get("owned_by", ""))
        self._name = str(found.get("id"))
        self._counter = TokenCounter(self._ask, self._name, self._kind)
        size = found.get("max_model_len")
        if self._kind == "llamacpp":
            size = self._window_of_llama_server() or size
        self._info = ModelInfo(
            id=f"{self._connection.host}/{self._name}",
            name=self._name,
            sha256="",
            parameters=parameters(found),
            window=min(window, size) if isinstance(size, int) and size > 0 else window,
            hardware=self._info.hardware,
            server=self._connection.host,
        )

    def _window_of_llama_server(self) -> int | None:
        try:
            said = self._runner.run(self._connection.get("/props"))
        except ModelError:
            return None
        size = said.get("default_generation_settings", {}).get("n_ctx")
        return size if isinstance(size, int) else None

    def _ask(self, path: str, body: Body) -> Body:
        return self._runner.run(self._connection.post(path, body))

    def _run(self, work: Coroutine[Any, Any, T], cancel: CancelToken) -> T:
        return self._runner.run(unless_cancelled(work, cancel))

    async def _together(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Make calls, some at once; the first that fails ends the others."""
        turn = asyncio.Semaphore(self._parallel)

        async def in_turn(call: Coroutine[Any, Any, T]) -> T:
            async with turn:
                return await call

        tasks = [asyncio.ensure_future(in_turn(call)) for call in calls]
        try:
            return list(await asyncio.gather(*tasks))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for call in calls:
                call.close()  # those whose turn never came

    async def _complete(
        self, request: Request, on_token: Callable[[str], None] | None
    ) -> Completion:
        text: list[str] = []
        finish, usage, first = "stop", Usage(), 0.0
        begin = time.perf_counter()

        def take(event: Body) -> None:
            nonlocal finish, usage, first
            usage = usage_of(event) or usage
            choice = first_choice(event)
            piece = (choice.get("delta") or {}).get("content") or ""
            finish = choice.get("finish_reason") or finish
            if piece:
                first = first or time.perf_counter()
                text.append(piece)
                if on_token:
                    on_token(piece)

        body = {
            **body_of(request, self._name, self._kind),
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        await self._send(lambda: self._connection.stream("chat/completions", body, take), request)
        end = time.perf_counter()
        times = Usage(read_seconds=(first or end) - begin, generate_seconds=end - (first or end))
        return Completion("".join(text), "length" if finish == "length" else "stop", usage + times)

    async def _judge(self, messages: Sequence[Message]) -> Judgement:
        request = Request(tuple(messages), max_tokens=1)
        body = {
            **body_of(request, self._name, self._kind),
            "logprobs": True,
            "top_logprobs": _LIKELIEST,
        }
        begin = time.perf_counter()
        said = await self._send(lambda: self._connection.post("chat/completions", body), request)
        usage = (usage_of(said) or Usage()) + Usage(read_seconds=time.perf_counter() - begin)
        return Judgement(probability(said), usage)

    async def _send(self, send: Callable[[], Coroutine[Any, Any, T]], request: Request) -> T:
        """Send a request; a refusal for its length is said as such."""
        try:
            return await send()
        except Refused as error:
            said = error.message.lower()
            if error.status == 400 and any(word in said for word in _TOO_LONG):
                raise PromptTooLong(self._info.window + 1, self._info.window) from error
            raise

    def _check(self, messages: Sequence[Message], reply: int) -> None:
        """Refuse a prompt that with its reply would not fit, before anything is sent to a model."""
        needed = self.count(messages) + reply
        if needed > self._info.window:
            raise PromptTooLong(needed, self._info.window)
