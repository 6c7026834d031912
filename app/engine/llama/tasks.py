"""What is done with the logits after a prompt: a reply is generated, or Yes weighed against No."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np

from app.engine.engine import Request
from app.engine.llama.context import Logits
from app.engine.llama.model import LlamaModel
from app.engine.llama.sampling import Sampler
from app.engine.reply import ReplyText

_YES = ("Yes", " Yes", "yes", " yes", "YES", " YES")
_NO = ("No", " No", "no", " no", "NO", " NO")


class Generation:
    """Generates the reply to a request, token by token."""

    def __init__(
        self,
        model: LlamaModel,
        request: Request,
        on_text: Callable[[str], None] | None = None,
    ) -> None:
        """Set up; `close` when done.

        Raises:
            ModelError: if the grammar of the request can't be used.
        """
        self._model = model
        self._limit = request.max_tokens
        self._reply = ReplyText(request.stop, on_text)
        self._sampler = Sampler(model, request.grammar, request.temperature, request.seed)
        self.generated = 0
        self.finish: Literal["stop", "length"] = "length"

    @property
    def room(self) -> int:
        """The most tokens it may yet feed back."""
        return self._limit - self.generated

    @property
    def text(self) -> str:
        """The whole reply, once it is over."""
        return self._reply.finish()

    def take(self, logits: Logits) -> int | None:
        """Choose the next token; None where the reply ends with it."""
        token = self._sampler.choose(logits)
        self.generated += 1
        if self._model.ends(token):
            self.finish = "stop"
            return None
        self._sampler.accept(token)
        self._reply.add(self._model.piece(token))
        if self._reply.stopped:
            self.finish = "stop"
            return None
        return token if self.room > 0 else None

    def close(self) -> None:
        """Free the sampler."""
        self._sampler.close()


class Judging:
    """Reads the probability of Yes against No off the logits after a prompt."""

    room = 0

    def __init__(self, model: LlamaModel) -> None:
        """Look up the tokens that begin either answer."""
        self._yes = _first_tokens(model, _YES)
        self._no = _first_tokens(model, _NO)

    def weigh(self, logits: Logits) -> float:
        """P(Yes) / (P(Yes) + P(No)), each summed over the ways of writing it."""
        top = max(float(logits[self._yes].max()), float(logits[self._no].max()))
        yes = float(np.exp(logits[self._yes].astype(np.float64) - top).sum())
        no = float(np.exp(logits[self._no].astype(np.float64) - top).sum())
        return yes / (yes + no)


class Judgment:
    """One conversation to be judged."""

    room = 0

    def __init__(self, judging: Judging) -> None:
        self._judging = judging
        self.probability = 0.0

    def take(self, logits: Logits) -> None:
        """Weigh the answers; nothing is generated."""
        self.probability = self._judging.weigh(logits)


def _first_tokens(model: LlamaModel, words: tuple[str, ...]) -> list[int]:
    """The first tokens of words; a variant of more than one token would stand for other words."""
    singles = (model.tokenize(word) for word in words)
    return sorted({tokens[0] for tokens in singles if len(tokens) == 1})
