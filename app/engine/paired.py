"""Two engines as one: a larger model leads, a smaller one reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.cancel import CancelToken
from app.engine.engine import Completion, Engine, Judgement, Message, ModelInfo, Request


class PairedEngine:
    """Sends conversations to one engine and sub-calls to another. Implements `Engine`.

    A conversation asks for one reply at a time (`complete`); sub-calls and judgements come in
    numbers (`complete_each`, `judge_each`). Owned by one thread, as both engines are.

    Attributes:
        root: answers conversations.
        sub: answers sub-calls and judges.
    """

    def __init__(self, root: Engine, sub: Engine) -> None:
        """Put two engines together; `close` frees both."""
        self.root = root
        self.sub = sub

    @property
    def model(self) -> ModelInfo:
        """The root's model, with the other as its `sub`; the window is what both can take."""
        root, sub = self.root.model, self.sub.model
        return replace(
            root,
            window=min(root.window, sub.window),
            server=root.server or sub.server,
            sub=sub,
        )

    def count(self, messages: Sequence[Message]) -> int:
        """Tokens of a conversation under the root's chat template."""
        return self.root.count(messages)

    def tokens(self, text: str) -> int:
        """Tokens of a piece of text, for whichever model takes more of them."""
        return max(self.root.tokens(text), self.sub.tokens(text))

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        """One reply of the root; see `Engine.complete`."""
        return self.root.complete(request, cancel, on_token)

    def complete_each(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_done: Callable[[int, Completion], None] | None = None,
    ) -> list[Completion]:
        """Many replies of the other; see `Engine.complete_each`."""
        return self.sub.complete_each(requests, cancel, on_done)

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        """Judgements of the other; see `Engine.judge_each`."""
        return self.sub.judge_each(conversations, cancel)

    def close(self) -> None:
        """Free both."""
        self.sub.close()
        self.root.close()
