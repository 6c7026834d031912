"""Small documents and runs over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from app.cancel import CancelToken
from app.documents.document import (
    Block,
    BlockKind,
    Blocks,
    Document,
    Page,
    Section,
    Sentence,
    Sentences,
    Span,
    WordTable,
)
from app.documents.search.index import PassageIndex
from app.recursion.branch import Branch
from app.recursion.budget import Budget, Limits
from app.recursion.events import CellRan, Event
from app.recursion.memory import Memory
from app.recursion.results import Answer
from app.recursion.review import review
from app.recursion.settings import Settings
from tests.recursion.scripted import ScriptedEngine

E = TypeVar("E")


def document(*pages: str, name: str = "lease.pdf") -> Document:
    """A document of pages; paragraphs are lines, rows have " | ", headings "# "."""
    text, made, blocks, sentences, headings = "", [], [], [], []
    for index, page in enumerate(pages):
        start = len(text)
        for line in page.strip().splitlines():
            title = line.startswith("# ")
            line = line.removeprefix("# ").strip()
            at = len(text)
            kind = BlockKind.TABLE_ROW if " | " in line else BlockKind.PARAGRAPH
            kind = BlockKind.HEADING if title else kind
            blocks.append(Block(at, at + len(line), kind, int(title)))
            if title:
                headings.append((line, at))
            for match in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", line):
                sentences.append(Sentence(at + match.start(), at + match.end()))
            text += line + "\n"
        made.append(Page(index, str(index + 1), 595, 842, start, len(text), len(text) > start))
    ends = [*(at for _, at in headings[1:]), len(text)]
    return Document(
        id=sha256(text.encode()).hexdigest()[:16],
        name=name,
        path=Path(name),
        sha256=sha256(text.encode()).hexdigest(),
        kind="pdf",
        text=text,
        pages=tuple(made),
        blocks=Blocks.of(blocks),
        sentences=Sentences.of(sentences),
        sections=tuple(
            Section(t, 1, at, end) for (t, at), end in zip(headings, ends, strict=False)
        ),
        words=WordTable(),
    )


LEASE = document(
    "# 1 Term\nThis lease begins on 1 March 2021. It runs for five years.",
    "# 2 Notice\nThe tenant must give notice of ninety days before leaving. Notice is in writing.",
    "# 3 Rent\nThe rent is 2,400 dollars a month. It is due on the first day of each month.\n"
    "The deposit is 4,800 dollars.",
)


@dataclass
class Reviewed:
    """A finished run: its answer and everything it told."""

    answer: Answer
    events: list[Event] = field(default_factory=list)

    @property
    def cells(self) -> list[CellRan]:
        """The cells of the run, its children's included."""
        return self.all(CellRan)

    def all(self, kind: type[E]) -> list[E]:
        """The events of one kind."""
        return [e for e in self.events if isinstance(e, kind)]


LARGE = Limits(turns=8, subcalls=200, tokens=1_000_000, seconds=300)


def ask(
    engine: ScriptedEngine,
    question: str = "How long is the notice period?",
    documents: Sequence[Document] = (LEASE,),
    settings: Settings | None = None,
    cancel: CancelToken | None = None,
    limits: Limits = LARGE,
    resume: bytes | None = None,
    on_event: object = None,
    scope: Sequence[Span] = (),
    branch: Branch | None = None,
    memory: Memory | None = None,
) -> Reviewed:
    """Run a review with a scripted model, under the code protocol unless told otherwise."""
    index = PassageIndex(None)
    for d in documents:
        index.add(d)
    events: list[Event] = []

    def emit(event: Event) -> None:
        events.append(event)
        if callable(on_event):
            on_event(event)

    answer = review(
        question,
        documents,
        index=index,
        engine=engine,
        settings=settings or Settings(protocol="code", direct_tokens=0),
        emit=emit,
        cancel=cancel or CancelToken(),
        budget=Budget(limits),
        resume=resume,
        scope=scope,
        branch=branch,
        memory=memory,
    )
    index.close()
    return Reviewed(answer, events)


def cell(code: str) -> str:
    """A reply that is one cell."""
    return f"```repl\n{code}\n```"
