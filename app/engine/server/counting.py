"""How many tokens a text has for a model on a server."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence

from app.engine.engine import Message
from app.engine.server.http import Body, Refused

_REMEMBERED = 4096


class TokenCounter:
    """Counts by the server's own tokenizer where it offers one, and estimates where it does not.

    OpenAI's protocol has no way to count. llama-server and vLLM each have one of their own.
    """

    def __init__(self, ask: Callable[[str, Body], Body], model: str, kind: str) -> None:
        """Count for one model.

        Args:
            ask: sends a JSON object to a path of the server and returns what comes back.
            model: its name.
            kind: who made the server, as it says itself: "llamacpp", "vllm" or another.
        """
        self._ask = ask
        self._model = model
        self._kind = kind
        self._known: OrderedDict[object, int] = OrderedDict()

    def text(self, text: str) -> int:
        """Tokens of plain text."""
        return self._remembered(text, lambda: self._text(text), lambda: estimate(text))

    def messages(self, messages: Sequence[Message]) -> int:
        """Tokens of a conversation under the model's chat template."""
        least = 8 + sum(8 + estimate(message.content) for message in messages)
        return self._remembered(tuple(messages), lambda: self._messages(messages), lambda: least)

    def _remembered(
        self, key: object, count: Callable[[], int], otherwise: Callable[[], int]
    ) -> int:
        if key not in self._known:
            self._known[key] = self._counted(count, otherwise)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return self._known[key]

    def _counted(self, count: Callable[[], int], otherwise: Callable[[], int]) -> int:
        if self._kind not in ("llamacpp", "vllm"):
            return otherwise()
        try:
            return count()
        except (Refused, KeyError, TypeError):
            # The server does not count after all, an older version for instance.
            self._kind = ""
            return otherwise()

    def _text(self, text: str) -> int:
        if self._kind == "vllm":
            body = {"model": self._model, "prompt": text, "add_special_tokens": False}
            return int(self._ask("/tokenize", body)["count"])
        return len(self._ask("/tokenize", {"content": text, "parse_special": False})["tokens"])

    def _messages(self, messages: Sequence[Message]) -> int:
        said = [{"role": message.role, "content": message.content} for message in messages]
        if self._kind == "vllm":
            return int(self._ask("/tokenize", {"model": self._model, "messages": said})["count"])
        prompt = self._ask("/apply-template", {"messages": said})["prompt"]
        return len(self._ask("/tokenize", {"content": prompt, "parse_special": True})["tokens"])


def estimate(text: str) -> int:
    """More tokens than any usual tokenizer makes of prose: one for three bytes."""
    return math.ceil(len(text.encode("utf-8", "replace")) / 3)
