"""A run as one JSON object, for other programs."""

from __future__ import annotations

from typing import Any

from app.recursion.results import Citation
from app.sessions.rows import DocumentRow, RunRecord


def json_object(record: RunRecord) -> dict[str, Any]:
    """A run as `ask --json` prints it.

    Offsets are code points into the document's text; `page` is the page's index from 0, `label`
    what is printed on it. `verified` says that the quote is the stored text of its span and that
    the passage passed verification. Under `coverage` are numbers of pages; `documents` tells which.
    A run that was interrupted, or is still going on, counts as stopped.
    """
    head, answer, coverage = record.head, record.answer, record.coverage
    ended = head.status in ("answered", "not_found", "failed")
    return {
        "question": record.question,
        "status": head.status if ended else "stopped",
        "answer": answer.text if answer else "",
        "note": _note(record),
        "contradictory": bool(answer and answer.contradictory),
        "citations": [_citation(c, record) for c in answer.citations] if answer else [],
        "coverage": {
            "pages": coverage.pages,
            "pages_read": len(coverage.pages_read),
            "pages_without_text": len(coverage.pages_without_text),
        },
        "documents": [_document(row, record) for row in record.documents],
        "turns": head.turns,
        "subcalls": head.subcalls,
        "tokens": {
            "prompt": head.usage.prompt,
            "reused": head.usage.reused,
            "generated": head.usage.generated,
        },
        "seconds": round(head.seconds, 3),
        "model": {"id": head.model_id, "name": head.model_name, "sha256": head.model_sha256},
        "run": record.id,
    }


def _note(record: RunRecord) -> str:
    if record.failure:
        return f"{record.failure.message} {record.failure.hint}".strip()
    return record.answer.note if record.answer else ""


def _citation(citation: Citation, record: RunRecord) -> dict[str, Any]:
    verdict = record.verdict(citation.n)
    return {
        "n": citation.n,
        "document": citation.document_name,
        "document_id": citation.span.document,
        "page": citation.page,
        "label": citation.label,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": citation.quote,
        "verified": citation.n in record.matching and citation.check.passed,
        "verdict": verdict.verdict if verdict else None,
    }


def _document(row: DocumentRow, record: RunRecord) -> dict[str, Any]:
    """One document of a run; its pages by index from 0."""
    return {
        "id": row.id,
        "name": row.name,
        "sha256": row.sha256,
        "pages": row.pages,
        "read": [index for id, index in record.coverage.pages_read if id == row.id],
        "without_text": list(row.without_text),
    }
