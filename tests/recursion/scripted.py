"""An engine whose replies are written down: what the recursion does is tested without a model."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence

from app.cancel import CancelToken
from app.engine.engine import Completion, Judgement, Message, ModelInfo, Request, Usage
from app.errors import PromptTooLong

Reply = str | Callable[[Request], str]


def silent(request: Request) -> str:
    """A reader that finds nothing in any slice."""
    if "items" in (request.grammar or "") or '"["' in (request.grammar or ""):
        return "[]"
    return '{"sentences": [], "answer": ""}'


def reader(*words: str, answer: str | None = None) -> Callable[[Request], str]:
    """A reader that cites the first sentence with one of the words, and answers with it.

    Under the grammar for lists it gives an item for every such sentence.
    """

    def read(request: Request) -> str:
        shown = re.findall(r"^\[(\d+)\] (.*)$", request.messages[-1].content, re.MULTILINE)
        found = [(int(n), s) for n, s in shown if any(w in s for w in words)]
        if (request.grammar or "").startswith('root ::= "["'):
            key = "item" if "item" in (request.grammar or "").split("\n")[1] else "text"
            number = "sentence" if key == "item" else "sentences"
            return json.dumps(
                [
                    {number: n if key == "item" else [n], key: (answer or s).replace('"', "'")}
                    for n, s in found
                ],
                ensure_ascii=False,
            )
        if not found:
            return silent(request)
        n, sentence = found[0]
        said = (answer or sentence).replace('"', "'")
        return json.dumps({"sentences": [n], "answer": said}, ensure_ascii=False)

    return read


def _is_plan(grammar: str) -> bool:
    return r"{\"kind\": " in grammar


class ScriptedEngine:
    """Replies from a list or a function; counts words as tokens; keeps every request.

    Attributes:
        root: the requests of root models (plans, code), in order.
        read: the requests of sub-calls.
        judged: the conversations that were judged.
    """

    def __init__(
        self,
        replies: Iterable[Reply] | Callable[[Request], str] = (),
        read: Callable[[Request], str] = silent,
        judge: Callable[[Sequence[Message]], float] = lambda conversation: 0.9,
        window: int = 8_000,
        parameters: int = 1_500_000_000,
    ) -> None:
        self._replies = replies if callable(replies) else iter(list(replies))
        self._read = read
        self._judge = judge
        self._model = ModelInfo("scripted", "Scripted", "0" * 64, parameters, window, "none")
        self.root: list[Request] = []
        self.read: list[Request] = []
        self.judged: list[Sequence[Message]] = []

    @property
    def model(self) -> ModelInfo:
        return self._model

    def count(self, messages: Sequence[Message]) -> int:
        return sum(self.tokens(m.content) + 1 for m in messages)

    def tokens(self, text: str) -> int:
        return len(text.split())

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        cancel.check()
        needed = self.count(request.messages) + request.max_tokens
        if needed > self._model.window:
            raise PromptTooLong(needed, self._model.window)
        if request.grammar is None or _is_plan(request.grammar):
            self.root.append(request)
            text = self._next(request)
        else:
            self.read.append(request)
            text = self._read(request)
        if on_token is not None:
            for piece in re.findall(r"\s*\S+", text):
                on_token(piece)
        usage = Usage(prompt=needed - request.max_tokens, generated=self.tokens(text))
        return Completion(text, "stop", usage)

    def complete_each(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_done: Callable[[int, Completion], None] | None = None,
    ) -> list[Completion]:
        done: list[Completion] = []
        for i, request in enumerate(requests):
            done.append(self.complete(request, cancel))
            if on_done is not None:
                on_done(i, done[-1])
        return done

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        cancel.check()
        self.judged.extend(conversations)
        return [Judgement(self._judge(c), Usage(prompt=self.count(c))) for c in conversations]

    def close(self) -> None:
        pass

    def _next(self, request: Request) -> str:
        if callable(self._replies):
            return self._replies(request)
        reply = next(self._replies, None)
        assert reply is not None, "the root was asked for more than the script holds"
        return reply(request) if callable(reply) else reply
