"""The words of a report. They claim what was checked, and no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

from app.engine.engine import Usage
from app.recursion.results import Check, Citation
from app.sessions.rows import DocumentRow, RunRecord, Verdict

STATUS = {
    "answered": "Answered",
    "not_found": "Not found in what was read",
    "stopped": "Stopped before it was done",
    "failed": "Failed",
    "interrupted": "Interrupted",
    "running": "Still running",
}

WHAT_CHECKS_MEAN = (
    "The answer was written by a language model. A program compared each quote with the source, "
    "and the same model judged whether the passage states what is claimed. Neither says that the "
    "answer is right or complete: read the passages."
)

WHAT_READ_MEANS = "A page counts as read when some of its text was shown to the model."

_VERDICTS = {"accepted": "Accepted", "rejected": "Rejected", "flagged": "Flagged"}


def time(at: datetime | None) -> str:
    """A point in time, to the minute: 2026-11-22 20:15 UTC."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else ""


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 page", "2,000 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ranges(indexes: Iterable[int]) -> str:
    """Page indexes from 0 as page numbers from 1, runs of them joined: "1–4, 7"."""
    parts: list[list[int]] = []
    for index in sorted(set(indexes)):
        if parts and index == parts[-1][1] + 1:
            parts[-1][1] = index
        else:
            parts.append([index, index])
    return ", ".join(f"{a + 1}" if a == b else f"{a + 1}–{b + 1}" for a, b in parts)


def pages(indexes: Collection[int]) -> str:
    """Page indexes from 0 in words: "page 7", "pages 1–4, 7", "no page"."""
    found = set(indexes)
    if not found:
        return "no page"
    return f"page{'' if len(found) == 1 else 's'} {ranges(found)}"


def place(citation: Citation, document: DocumentRow | None) -> str:
    """Where a citation stands: the printed page, and the page in the file where that differs."""
    return place_in(citation, document.pages if document else None)


def place_in(citation: Citation, pages: int | None) -> str:
    """The same, in a document of so many pages."""
    return page(citation.page, citation.label, pages)


def page(index: int, label: str, pages: int | None = None) -> str:
    """A page by its index from 0 and what is printed on it, in a document of so many."""
    of = f" of {pages}" if pages is not None else ""
    number = index + 1
    if label and label != str(number):
        return f"page {label} as printed, page {number}{of} in the file"
    return f"page {number}{of}"


def quote_check(citation: Citation, matching: bool) -> str:
    """What the comparison of a quote with its source gave."""
    if not matching:
        return "The quote could not be matched with the source."
    span = citation.span
    return f"The quote matches the source, characters {span.start:,} to {span.end:,} of its text."


FROM_EARLIER = "Found by an earlier run, and judged against this question."


def judgement(check: Check) -> str:
    """What the judge said about a passage."""
    return f"The model's probability that the passage states this: {check.probability:.0%}."


def figures(check: Check) -> str:
    """Whether the passage holds what the finding names."""
    if check.missing:
        return f"Stated in the finding and not found in the passage: {', '.join(check.missing)}."
    return "No figure, date or name of the finding is missing from the passage."


def verdict(given: Verdict) -> str:
    """A reviewer's verdict: "Accepted by AB on 2026-11-22 20:15 UTC: see 4.2"."""
    by = f" by {given.initials}" if given.initials else ""
    note = f": {given.note}" if given.note else ""
    return f"{_VERDICTS.get(given.verdict, given.verdict)}{by} on {time(given.time)}{note}"


def tokens(usage: Usage) -> str:
    """What the calls of a run came to: "9,000 read, 2,000 of them reused, 400 written"."""
    said = f"{usage.prompt:,} read, {usage.reused:,} of them reused, {usage.generated:,} written"
    if usage.cached_calls:
        calls = count(usage.cached_calls, "call")
        said += f"; {usage.cached:,} more of {calls} that had been made before"
    return said


def model_time(usage: Usage) -> str:
    """How long the model read and wrote; "" where that is not known."""
    if not (usage.read_seconds or usage.generate_seconds):
        return ""
    return f"{usage.read_seconds:,.1f} s reading, {usage.generate_seconds:,.1f} s writing"


def lead(record: RunRecord) -> str:
    """What a run's outcome comes down to, in a sentence or two; may be empty."""
    match record.head.status:
        case "answered":
            return ""
        case "not_found":
            return f"Nothing that answers the question was found in {_read(record)}."
        case "stopped":
            return f"By then the model had been shown {_read(record)}."
        case "failed":
            failure = record.failure
            return f"{failure.message} {failure.hint}".strip() if failure else ""
        case "interrupted":
            return f"The program ended during this run, after it had read {_read(record)}."
        case "running":
            return "The run was still going on when this was written."


def _read(record: RunRecord) -> str:
    """The pages that were read, document by document."""
    parts = []
    for document in record.documents:
        read = read_pages(record, document)
        if read:
            parts.append(f"{pages(read)} of {document.name}")
    return joined(parts) if parts else "no page"


def joined(parts: Sequence[str]) -> str:
    """Parts as a list in a sentence: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def read_pages(record: RunRecord, document: DocumentRow) -> set[int]:
    """Indexes of the pages of a document of which the run showed some text to the model."""
    return {index for id, index in record.coverage.pages_read if id == document.id}


def not_verified(record: RunRecord) -> list[str]:
    """What nobody checked, or what did not pass: sentences for the reader to weigh."""
    return [*_claims(record), *_citations(record), *_findings(record), *_pages(record)]


def _claims(record: RunRecord) -> list[str]:
    claims = record.answer.claims if record.answer else ()
    bare = [claim.text for claim in claims if not claim.citations]
    return [f"Without a passage to rest on: “{text}”" for text in bare]


def _citations(record: RunRecord) -> list[str]:
    citations = record.answer.citations if record.answer else ()
    unmatched = [f"{c.n}" for c in citations if c.n not in record.matching]
    failed = [f"{c.n}" for c in citations if not c.check.passed]
    said = []
    if unmatched:
        said.append(f"Quotes that could not be matched with the source: {', '.join(unmatched)}.")
    if failed:
        said.append(f"Passages that did not pass verification: {', '.join(failed)}.")
    return said


def _findings(record: RunRecord) -> list[str]:
    failed = sum(not evidence.check.passed for evidence in record.evidence)
    said = []
    if failed:
        what = count(failed, "finding")
        said.append(f"{what} of the model did not pass verification and counted as no evidence.")
    if record.unknown:
        what = count(record.unknown, "step")
        said.append(f"{what} of this run could not be read by this version of Pincite.")
    return said


def _pages(record: RunRecord) -> list[str]:
    said = []
    for document in record.documents:
        every = set(range(document.pages))
        blank = set(document.without_text)
        left = every - read_pages(record, document) - blank
        if left:
            said.append(f"Not read: {pages(left)} of {document.name}.")
        if blank:
            said.append(f"Without text, so not read: {pages(blank)} of {document.name}.")
    return said
