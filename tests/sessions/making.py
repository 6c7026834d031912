"""Documents and runs to keep, small and whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

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
    WordColumns,
    WordTable,
)
from app.engine.engine import Usage
from app.recursion.events import (
    AnswerReady,
    CellRan,
    Event,
    FindingChecked,
    RunStarted,
    SliceRead,
    Spent,
    StateSaved,
    SubcallFinished,
    SubcallStarted,
    TurnStarted,
)
from app.recursion.results import Answer, Check, Citation, Claim, Coverage, Finding
from app.sessions.store import Store

AGREEMENT = (
    "Either party may end this agreement with ninety days' notice.",
    "The fee is 1,200 euros a month.",
    "Liability is capped at the fees of twelve months.",
)


def make_document(
    *sentences: str, name: str = "agreement.pdf", empty_pages: int = 0, labels: str = "ivx"
) -> Document:
    """A document with one sentence a page, and after them pages without text."""
    sentences = sentences or AGREEMENT
    text = "\n\n".join(sentences)
    sha256 = hashlib.sha256((name + text).encode("utf-8", "surrogatepass")).hexdigest()
    pages, units, words = [], [], WordColumns()
    start = 0
    for index, sentence in enumerate(sentences):
        end = start + len(sentence)
        label = labels[index] if index < len(labels) else str(index + 1)
        pages.append(Page(index, label, 595.0, 842.0, start, end, bool(sentence)))
        units.append((start, end))
        _lay(words, sentence, start, index)
        start = end + 2
    for index in range(len(sentences), len(sentences) + empty_pages):
        pages.append(Page(index, str(index + 1), 595.0, 842.0, len(text), len(text), False))
    return Document(
        id=sha256[:16],
        name=name,
        path=Path("files") / name,
        sha256=sha256,
        kind="pdf",
        text=text,
        pages=tuple(pages),
        blocks=Blocks.of(Block(a, b, BlockKind.PARAGRAPH) for a, b in units),
        sentences=Sentences.of(Sentence(a, b) for a, b in units),
        sections=(Section("Terms", 1, 0, len(text)),),
        words=WordTable.of(words),
        notes=("2 pages have no text",) if empty_pages else (),
    )


def _lay(words: WordColumns, sentence: str, start: int, page: int) -> None:
    offset, x = start, 72.0
    for word in sentence.split(" "):
        if word:
            words.starts.append(offset)
            words.ends.append(offset + len(word))
            words.pages.append(page)
            words.boxes.extend((x, 72.0, x + 5.5 * len(word), 84.0))
        x += 5.5 * len(word) + 3.1
        offset += len(word) + 1


def citation(document: Document, n: int, page: int, check: Check | None = None) -> Citation:
    """A citation of the whole text of a page."""
    at = document.pages[page]
    span = Span(document.id, at.start, at.end)
    check = check or Check(0.93, (), True)
    return Citation(n, span, document.name, page, at.label, document.quote(span), check)


def started(*documents: Document, question: str = "How can it be ended?") -> RunStarted:
    """The first event of a run over these documents."""
    return RunStarted(
        question=question,
        depth="standard",
        protocol="plan",
        documents=tuple(d.id for d in documents),
        model_id="small",
        model_name="Small 1.5B",
        model_sha256="ab" * 32,
        seed=7,
        limits={"turns": 8, "subcalls": 200, "tokens": 60000, "seconds": 300},
        settings={"seed": "7", "threshold": "0.5", "max_depth": "1", "hardware": "CPU, 2 threads"},
    )


def events_of_a_run(document: Document, page: int = 0) -> list[Event]:
    """What happens in a run that cites one page of a document."""
    cited = citation(document, 1, page)
    finding = Finding(cited.quote, (cited.span,), cited.span, 2)
    usage = Usage(900, 300, 40, 2.5, 1.0)
    coverage = Coverage(
        len(document.pages),
        ((document.id, page),),
        tuple((document.id, p.index) for p in document.pages if not p.has_text),
        len(document.text),
        cited.span.end - cited.span.start,
    )
    answer = Answer("answered", (Claim(cited.quote, (1,)),), (cited,), coverage)
    return [
        started(document),
        TurnStarted(1),
        SubcallStarted(1, 1, "judge", "Does it say?", (cited.span,)),
        SliceRead(cited.span, 1, 1),
        SubcallFinished(1, "0.93", (), 0.93, usage, "Does this passage ..."),
        SubcallStarted(2, 1, "ask", "How?", (cited.span,)),
        SliceRead(cited.span, 1, 2),
        SubcallFinished(2, cited.quote, (finding,), None, usage, "1. Either ...", cached=True),
        CellRan(1, "", "{}", "FINAL(ask(...))", "done", "", {"x": "a string"}, usage, 0.2),
        FindingChecked(finding, Check(0.93, (), True)),
        Spent(1, 2, usage + usage, 4.0, "verifying"),
        StateSaved(1, b"the state after turn 1"),
        AnswerReady(answer, usage + usage, 1, 2, 4.5),
    ]


def record_run(store: Store, document: Document, page: int = 0) -> str:
    """A finished run in a store; its id."""
    run = store.start_run("How can it be ended?")
    for event in events_of_a_run(document, page):
        store.record(run, event)
    return run
