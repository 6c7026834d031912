"""The Engine protocol: text in, text out, on this machine.

An engine is owned by one thread. It applies the model's chat template, keeps what it has already
read of earlier prompts wherever a new one starts the same way, and can be stopped at any moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from app.cancel import CancelToken


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the model.

    Attributes:
        messages: the conversation; the model's chat template is applied to it.
        max_tokens: the longest reply, in tokens.
        grammar: GBNF that the reply must follow, or None.
        temperature: 0 takes the likeliest token always.
        seed: for temperatures above 0.
        stop: strings that end the reply; they are not part of it.
        prefill: text that the reply is made to begin with; it is not part of the returned text.
    """

    messages: tuple[Message, ...]
    max_tokens: int = 512
    grammar: str | None = None
    temperature: float = 0.0
    seed: int = 0
    stop: tuple[str, ...] = ()
    prefill: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a call, or many, cost.

    Attributes:
        prompt: tokens of the prompt.
        reused: those of them that the model had read before, and did not read again.
        generated: tokens of the reply.
        read_seconds: spent reading the rest of the prompt.
        generate_seconds: spent writing the reply.
        cached: tokens, of prompts and replies, of calls that were answered from the cache of calls;
            they cost nothing and are in none of the others.
        cached_calls: how many calls were.
    """

    prompt: int = 0
    reused: int = 0
    generated: int = 0
    read_seconds: float = 0.0
    generate_seconds: float = 0.0
    cached: int = 0
    cached_calls: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.prompt + other.prompt,
            self.reused + other.reused,
            self.generated + other.generated,
            self.read_seconds + other.read_seconds,
            self.generate_seconds + other.generate_seconds,
            self.cached + other.cached,
            self.cached_calls + other.cached_calls,
        )


@dataclass(frozen=True, slots=True)
class Completion:
    """A reply. `finish` says why it ended: by itself or a stop string, or at `max_tokens`."""

    text: str
    finish: Literal["stop", "length"]
    usage: Usage


@dataclass(frozen=True, slots=True)
class Judgement:
    """The probability that a model answers Yes rather than No, read off one token."""

    probability: float
    usage: Usage


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """The model an engine runs.

    Attributes:
        id: its id in the catalogue, or the file's stem.
        name: as shown to a person.
        sha256: of the file; "" for a server, which does not say.
        parameters: number of weights.
        window: tokens of context in use.
        hardware: where it runs and why, in words ("CPU, 2 threads: this build has no GPU support").
        server: the host that text is sent to; "" where the model runs in this program.
        sub: the model that answers sub-calls and judges, where it is another one.
    """

    id: str
    name: str
    sha256: str
    parameters: int
    window: int
    hardware: str
    server: str = ""
    sub: ModelInfo | None = None


class Engine(Protocol):
    """What the recursion needs of a model. Implementations need not be thread-safe."""

    @property
    def model(self) -> ModelInfo:
        """The model that answers."""
        ...

    def count(self, messages: Sequence[Message]) -> int:
        """Tokens of a conversation under the model's chat template, exactly."""
        ...

    def tokens(self, text: str) -> int:
        """Tokens of a piece of plain text, exactly."""
        ...

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        """One reply; `on_token` is handed each piece of its text as it comes.

        Raises:
            PromptTooLong: before anything is sent, if prompt and reply don't fit the window.
            ModelError: if the request can't be served (a grammar that does not parse, ...).
            Cancelled: within 300 ms of a cancel, also while the prompt is being read.
        """
        ...

    def complete_each(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_done: Callable[[int, Completion], None] | None = None,
    ) -> list[Completion]:
        """Many replies, in the order of the requests; the same as one at a time, but shared work.

        `on_done(i, completion)` is called as each finishes, in any order. Raises as `complete`.
        """
        ...

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        """For each conversation, the probability of Yes against No as the first word of the reply.

        Raises as `complete`.
        """
        ...

    def close(self) -> None:
        """Free the model. The engine can't be used afterwards."""
        ...
