"""Finished runs as records, as the store reads them back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.documents.document import Document
from app.engine.engine import Usage
from app.recursion.events import AnswerReady, Event, FindingChecked
from app.recursion.results import Answer, Check, Citation, Claim, Coverage, Finding
from app.sessions.rows import RunRecord
from app.sessions.store import Store
from tests.sessions.making import citation, make_document, started


def cited_answer(
    document: Document, claims: tuple[Claim, ...], cited: tuple[Citation, ...], **more: object
) -> Answer:
    """An answer with these claims; the cited pages count as read."""
    coverage = Coverage(
        len(document.pages),
        tuple((document.id, c.page) for c in cited),
        tuple((document.id, p.index) for p in document.pages if not p.has_text),
        len(document.text),
        sum(c.span.end - c.span.start for c in cited),
    )
    return Answer(
        **{"status": "answered", "coverage": coverage, **more}, claims=claims, citations=cited
    )


def record_of(
    folder: Path, document: Document, *events: Event, question: str = "How can it be ended?"
) -> RunRecord:
    """The record of a run over a document in which these events happened."""
    with Store.open(folder / "Smith v. Jones.pincite") as store:
        store.add_document(document)
        run = store.start_run()
        store.record(run, started(document, question=question))
        for event in events:
            store.record(run, event)
        return store.run(run)


def simple_record(folder: Path) -> RunRecord:
    """A run with one good passage, one that failed, and a claim without any."""
    document = make_document(empty_pages=2)
    good = citation(document, 1, 0)
    weak = citation(document, 2, 1, Check(0.41, ("1,300",), False))
    claims = (
        Claim("It ends on ninety days' notice.", (1,)),
        Claim("The fee is 1,300 euros.", (2,)),
        Claim("Nothing else is owed."),
    )
    answer = cited_answer(document, claims, (good, weak))
    failed = FindingChecked(Finding("1,300", (weak.span,), weak.span, 1), weak.check)
    done = AnswerReady(answer, Usage(9000, 3000, 400, 5.0, 2.0), 2, 12, 31.5)
    return record_of(folder, document, failed, done)


def hostile_record(folder: Path, *sentences: str, name: str = "x.pdf") -> RunRecord:
    """A run in which everything that comes from a document or a model is one of `sentences`."""
    document = make_document(*sentences, name=name)
    cited = tuple(citation(document, n + 1, n) for n in range(len(sentences)))
    claims = tuple(Claim(sentence, (n + 1,)) for n, sentence in enumerate(sentences))
    answer = cited_answer(document, (*claims, Claim(sentences[0])), cited, note=sentences[0])
    return record_of(
        folder, document, AnswerReady(answer, Usage(), 1, 1, 1.0), question=sentences[0]
    )


def retold(record: RunRecord, text: str) -> RunRecord:
    """The same run, with `text` for all that comes from a reviewer, a document or a model."""
    answer = record.answer
    assert answer is not None
    retold = replace(
        answer,
        claims=tuple(replace(claim, text=text) for claim in answer.claims),
        citations=tuple(
            replace(c, quote=text, label=text, check=replace(c.check, missing=(text,)))
            for c in answer.citations
        ),
        note=text,
    )
    documents = tuple(replace(d, name=text, path=Path("x.pdf")) for d in record.documents)
    head = replace(record.head, question=text, model_name=text)
    return replace(record, head=head, matter=text, documents=documents, answer=retold)


def long_record(folder: Path) -> RunRecord:
    """A run with an answer in short and in full, of which an earlier run found one passage."""
    document = make_document(empty_pages=2)
    first, second = citation(document, 1, 0), replace(citation(document, 2, 1), origin="run1")
    claims = (Claim("It ends on notice.", (1,)), Claim("There is a fee.", (2,)))
    short = (Claim("It can be ended.", (1, 2)),)
    answer = cited_answer(document, claims, (first, second), summary=short)
    return record_of(folder, document, AnswerReady(answer, Usage(), 1, 1, 1.0))
