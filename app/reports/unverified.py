"""What nobody checked in a run, or what did not pass: for the reader of a report to weigh."""

from __future__ import annotations

from app.reports.wording import Wording, read_pages
from app.sessions.rows import RunRecord


def not_verified(record: RunRecord, words: Wording) -> list[str]:
    """Sentences on what was not verified in a run; none where all was."""
    return [
        *_claims(record, words),
        *_citations(record, words),
        *_findings(record, words),
        *_pages(record, words),
    ]


def _claims(record: RunRecord, words: Wording) -> list[str]:
    claims = record.answer.claims if record.answer else ()
    said = words.say("Without a passage to rest on: “{text}”")
    return [said.format(text=claim.text) for claim in claims if not claim.citations]


def _citations(record: RunRecord, words: Wording) -> list[str]:
    citations = record.answer.citations if record.answer else ()
    unmatched = [f"{c.n}" for c in citations if c.n not in record.matching]
    failed = [f"{c.n}" for c in citations if not c.check.passed]
    lines = []
    if unmatched:
        said = words.say("Quotes that could not be matched with the source: {numbers}.")
        lines.append(said.format(numbers=", ".join(unmatched)))
    if failed:
        said = words.say("Passages that did not pass verification: {numbers}.")
        lines.append(said.format(numbers=", ".join(failed)))
    return lines


def _findings(record: RunRecord, words: Wording) -> list[str]:
    failed = sum(not evidence.check.passed for evidence in record.evidence)
    lines = []
    if failed:
        lines.append(
            words.number(
                failed,
                "1 finding of the model did not pass verification and counted as no evidence.",
                "{n} findings of the model did not pass verification and counted as no evidence.",
            )
        )
    if record.unknown:
        lines.append(
            words.number(
                record.unknown,
                "1 step of this run could not be read by this version of Pincite.",
                "{n} steps of this run could not be read by this version of Pincite.",
            )
        )
    return lines


def _pages(record: RunRecord, words: Wording) -> list[str]:
    lines = []
    for document in record.documents:
        blank = set(document.without_text)
        left = set(range(document.pages)) - read_pages(record, document) - blank
        if left:
            pages = words.pages_of(left, document, record)
            lines.append(words.say("Not read: {pages}.").format(pages=pages))
        if blank:
            pages = words.pages_of(blank, document, record)
            lines.append(words.say("Without text, so not read: {pages}.").format(pages=pages))
    return lines
