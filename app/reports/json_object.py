"""A run as one JSON object, for other programs."""

from __future__ import annotations

from typing import Any

from app.engine.engine import Usage
from app.recursion.results import Citation
from app.sessions.rows import DocumentRow, QuotedMark, RunRecord


def json_object(record: RunRecord) -> dict[str, Any]:
    """A run as `ask --json` prints it.

    Offsets are code points into the document's text; `page` is the page's index from 0, `label`
    what is printed on it. `verified` says that the quote is the stored text of its span and that
    the passage passed verification. Under `coverage` are numbers of pages; `documents` tells which.
    `summary` is a long answer in short, "" where the answer is short itself. `from_run` is the
    earlier run that found a passage, `follows` the one whose question this one's follows.
    A run that was interrupted, or is still going on, counts as stopped. `calls` accounts for every
    call of the model; `seconds` is the time of the whole run, `model_seconds` the model's part.
    """
    head, answer, coverage = record.head, record.answer, record.coverage
    ended = head.status in ("answered", "not_found", "failed")
    return {
        "question": record.question,
        "status": head.status if ended else "stopped",
        "answer": answer.text if answer else "",
        "summary": answer.short if answer else "",
        "note": _note(record),
        "contradictory": bool(answer and answer.contradictory),
        "citations": [_citation(c, record) for c in answer.citations] if answer else [],
        "coverage": {
            "pages": coverage.pages,
            "pages_read": len(coverage.pages_read),
            "pages_without_text": len(coverage.pages_without_text),
        },
        "documents": [_document(row, record) for row in record.documents],
        "marks": [_mark(quoted) for quoted in record.marks],
        "turns": head.turns,
        "subcalls": head.subcalls,
        "tokens": _tokens(head.usage),
        "model_seconds": _model_seconds(head.usage),
        "seconds": round(head.seconds, 3),
        "calls": [*_turns(record), *_subcalls(record)],
        "model": {"id": head.model_id, "name": head.model_name, "sha256": head.model_sha256},
        "sub_model": _sub_model(head.settings),
        "follows": record.follows or None,
        "run": record.id,
    }


def _sub_model(settings: dict[str, str]) -> dict[str, str] | None:
    """The model that answered the sub-calls, where it was another than the root's."""
    if "sub_model_id" not in settings:
        return None
    return {name: settings[f"sub_model_{name}"] for name in ("id", "name", "sha256")}


def _tokens(usage: Usage) -> dict[str, int]:
    """Tokens of prompts, those of them not read again, of replies, and of calls never made."""
    return {
        "prompt": usage.prompt,
        "reused": usage.reused,
        "generated": usage.generated,
        "cached": usage.cached,
    }


def _model_seconds(usage: Usage) -> dict[str, float]:
    """How long the model read and wrote."""
    return {"read": round(usage.read_seconds, 3), "write": round(usage.generate_seconds, 3)}


def _turns(record: RunRecord) -> list[dict[str, Any]]:
    """What each turn's own call of the model cost."""
    return [
        {
            "kind": "turn",
            "n": turn.number,
            "frame": turn.frame,
            "cached": turn.usage.cached_calls > 0,
            "tokens": _tokens(turn.usage),
            "model_seconds": _model_seconds(turn.usage),
        }
        for turn in record.turns
    ]


def _subcalls(record: RunRecord) -> list[dict[str, Any]]:
    """What each sub-call cost."""
    return [
        {
            "kind": call.kind,
            "n": call.number,
            "frame": call.frame,
            "cached": call.cached,
            "tokens": _tokens(call.usage),
            "model_seconds": _model_seconds(call.usage),
        }
        for call in record.subcalls
    ]


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
        "from_run": citation.origin or None,
    }


def _mark(quoted: QuotedMark) -> dict[str, Any]:
    mark = quoted.mark
    return {
        "document_id": mark.span.document,
        "page": quoted.page,
        "label": quoted.label,
        "start": mark.span.start,
        "end": mark.span.end,
        "quote": quoted.quote,
        "colour": mark.colour,
        "note": mark.note,
        "tags": list(mark.tags),
        "initials": mark.initials,
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
