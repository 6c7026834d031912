"""The two plain ways to use a model: one prompt with what fits, or with what search found.

Both show numbered passages and ask for their numbers, so that a quote need not be retyped.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from app.cancel import CancelToken
from app.documents.document import Document, Span
from app.documents.search.index import PassageIndex
from app.engine.engine import Completion, Engine, Message, Request
from app.errors import UserError
from tests.evaluation.systems.base import Cited, Cost, Reply

_SYSTEM = (
    "You answer a reviewer's question from numbered passages of documents. Answer in one or two "
    "short sentences, with figures, dates and names exactly as the passages have them. After the "
    "answer give the numbers of the passages that state it in square brackets, like [3]. If the "
    "passages do not state the answer, reply only: Not found."
)
_REPLY_TOKENS = 200
_MARK = re.compile(r"\[(\d+(?:\s*,\s*\d+)*)\]")


class Chooser(Protocol):
    """Decides which passages are shown, best or first ones first."""

    def __call__(self, documents: Sequence[Document], question: str) -> Iterable[Span]:
        """The passages to show, in order of preference."""
        ...


class PromptedSystem:
    """Answers with one prompt.

    Attributes:
        name: what tables call it.
        model: the id of its model.
    """

    def __init__(self, name: str, engine: Engine, choose: Chooser, most_tokens: int) -> None:
        """Set up.

        Args:
            name: what tables call it.
            engine: the model; the caller closes it.
            choose: which passages are shown.
            most_tokens: of a prompt; the window limits it further.
        """
        self.name = name
        self.model = engine.model.id
        self._engine = engine
        self._choose = choose
        self._most = min(most_tokens, engine.model.window - _REPLY_TOKENS - 8)

    def ask(
        self, documents: Sequence[Document], question: str, say: Callable[[str], None]
    ) -> Reply:
        """One prompt, one reply."""
        began = time.monotonic()
        by_id = {document.id: document for document in documents}
        spans = self._fitting(self._choose(documents, question), question, by_id)
        if not spans:
            return Reply("not_found", "", cost=Cost(seconds=time.monotonic() - began))
        say(f"reading {len(spans)} passages")
        messages = _messages(question, [by_id[s.document].quote(s) for s in spans])
        try:
            request = Request(messages, max_tokens=_REPLY_TOKENS)
            completion = self._engine.complete(request, CancelToken())
        except UserError as error:
            cost = Cost(seconds=time.monotonic() - began)
            return Reply("failed", "", cost=cost, error=str(error))
        return _reply(completion, spans, by_id, time.monotonic() - began)

    def close(self) -> None:
        """Nothing: the engine belongs to the caller."""

    def _fitting(
        self, spans: Iterable[Span], question: str, documents: dict[str, Document]
    ) -> list[Span]:
        """As many passages as fit, in the order in which they stand."""
        room = self._most - self._engine.count(_messages(question, []))
        kept: list[Span] = []
        for span in spans:
            # The number, its brackets and the line ends around it are six tokens at the most.
            cost = self._engine.tokens(documents[span.document].quote(span)) + 6
            if cost > room:
                break
            room -= cost
            kept.append(span)
        order = {id: place for place, id in enumerate(documents)}
        return sorted(kept, key=lambda span: (order[span.document], span.start))


def direct(engine: Engine) -> PromptedSystem:
    """As much of the documents as fits the window, from the beginning."""
    return PromptedSystem("direct", engine, _from_the_beginning, engine.model.window)


def retrieval(engine: Engine, index: PassageIndex, most_tokens: int = 2_500) -> PromptedSystem:
    """The best passages by the same search that Pincite uses, in one prompt."""

    def choose(documents: Sequence[Document], question: str) -> Iterable[Span]:
        ids = [document.id for document in documents]
        return (hit.span for hit in index.search([question], limit=40, documents=ids))

    return PromptedSystem("retrieval", engine, choose, most_tokens)


def _from_the_beginning(documents: Sequence[Document], question: str) -> Iterable[Span]:
    return (
        Span(document.id, block.start, block.end)
        for document in documents
        for block in document.blocks
    )


def _messages(question: str, texts: Sequence[str]) -> tuple[Message, ...]:
    shown = "\n".join(f"[{n}] {' '.join(text.split())}" for n, text in enumerate(texts, 1))
    return (
        Message("system", _SYSTEM),
        Message("user", f"{shown}\n\nQuestion: {question}"),
    )


def _reply(
    completion: Completion, spans: Sequence[Span], documents: dict[str, Document], seconds: float
) -> Reply:
    text = completion.text.strip()
    numbers = [int(n) for mark in _MARK.findall(text) for n in mark.split(",")]
    chosen = [spans[n - 1] for n in dict.fromkeys(numbers) if 0 < n <= len(spans)]
    answer = _MARK.sub("", text).strip()
    missing = re.match(r"\W*not found\b", answer.lower()) is not None
    usage = completion.usage
    return Reply(
        status="not_found" if missing else "answered",
        answer="" if missing else answer,
        citations=() if missing else tuple(_cited(span, documents) for span in chosen),
        cost=Cost(usage.prompt - usage.reused, usage.generated, 1, seconds),
    )


def _cited(span: Span, documents: dict[str, Document]) -> Cited:
    document = documents[span.document]
    return Cited(span, document.quote(span), document.page_at(span.start).index)
