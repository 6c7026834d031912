"""The words of a report, in its language. They claim what was checked, and no more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.engine.engine import Usage
from app.recursion.results import Check, Citation
from app.sessions.rows import DocumentRow, Mark, RunRecord, Verdict

STATUS = {
    "answered": "Answered",
    "not_found": "Not found in what was read",
    "stopped": "Stopped before it was done",
    "failed": "Failed",
    "interrupted": "Interrupted",
    "running": "Still running",
}

DEPTHS = {"quick": "quick", "standard": "standard", "exhaustive": "exhaustive"}

LIMITS = {
    "turns": "{n} turns",
    "subcalls": "{n} sub-calls",
    "tokens": "{n} tokens",
    "seconds": "{n} seconds",
}

VERDICTS = {"accepted": "Accepted", "rejected": "Rejected", "flagged": "Flagged"}

WHAT_CHECKS_MEAN = (
    "The answer was written by a language model. A program compared each quote with the source, "
    "and the same model judged whether the passage states what is claimed. Neither says that the "
    "answer is right or complete: read the passages."
)

WHAT_READ_MEANS = "A page counts as read when some of its text was shown to the model."

FROM_EARLIER = "Found by an earlier run, and judged against this question."

NO_PASSAGE = "no passage"


def _number(value: float, digits: int) -> str:
    """A number as English writes it: "1,234.5"."""
    return f"{value:,.{digits}f}"


def _percent(share: float) -> str:
    """A share of 1 as English writes it: "93%"."""
    return f"{share:.0%}"


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of a report.

    Attributes:
        say: gives a text of the report's, with its places still open.
        said: gives a sentence that another room has made: a note, an error.
        language: its code.
        number: writes a number with so many digits after the point.
        percent: writes a share of 1 in percent.
    """

    say: Callable[[str], str] = str
    said: Callable[[str], str] = str
    language: str = "en"
    number: Callable[[float, int], str] = _number
    percent: Callable[[float], str] = _percent


ENGLISH = Voice()


def time(at: datetime | None) -> str:
    """A point in time, to the minute: 2026-11-22 20:15 UTC."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else ""


def ranges(indexes: Iterable[int], labels: Sequence[str] = ()) -> str:
    """Pages by what is printed on them, runs of them joined: "ii–iv, 1". None: by number from 1.

    Args:
        indexes: of the pages, from 0.
        labels: what is printed on every page of the document.
    """
    parts: list[list[int]] = []
    for index in sorted(set(indexes)):
        if parts and index == parts[-1][1] + 1:
            parts[-1][1] = index
        else:
            parts.append([index, index])
    return ", ".join("–".join(_label(i, labels) for i in dict.fromkeys(part)) for part in parts)


def _label(index: int, labels: Sequence[str]) -> str:
    return (labels[index] if index < len(labels) else "") or f"{index + 1}"


def read_pages(record: RunRecord, document: DocumentRow) -> set[int]:
    """Indexes of the pages of a document of which the run showed some text to the model."""
    return {index for id, index in record.coverage.pages_read if id == document.id}


class Wording:
    """Puts things into words."""

    def __init__(self, voice: Voice = ENGLISH) -> None:
        self.voice = voice
        self.say = voice.say

    def figure(self, value: float, digits: int = 0) -> str:
        """A number by itself: "2,000", "1.5"."""
        return self.voice.number(value, digits)

    def number(self, count: int, one: str, many: str) -> str:
        """A number with its noun: "1 page", "2,000 pages"; `many` has a place for it."""
        return self.say(one if count == 1 else many).format(n=self.figure(count))

    def listed(self, indexes: Iterable[int], labels: Sequence[str] = ()) -> str:
        """Pages as printed, and as counted in the file where that differs; "" for none."""
        found = list(indexes)
        printed, counted = ranges(found, labels), ranges(found)
        if printed == counted:
            return counted
        return self.say("{printed} ({counted} in the file)").format(
            printed=printed, counted=counted
        )

    def pages(self, indexes: Collection[int], labels: Sequence[str] = ()) -> str:
        """Page indexes from 0 in words: "page 7", "pages 1–4, 7", "no page"."""
        found = set(indexes)
        if not found:
            return self.say("no page")
        words = self.say("page {pages}") if len(found) == 1 else self.say("pages {pages}")
        return words.format(pages=self.listed(found, labels))

    def place(self, citation: Citation, document: DocumentRow | None) -> str:
        """Where a citation stands: the printed page, and the one in the file where that differs."""
        return self.page(citation.page, citation.label, document.pages if document else None)

    def page(self, index: int, label: str, pages: int | None = None) -> str:
        """A page by its index from 0 and what is printed on it, in a document of so many."""
        number = f"{index + 1}"
        if pages is not None:
            number = self.say("{n} of {pages}").format(n=number, pages=pages)
        if label and label != f"{index + 1}":
            return self.say("page {label} as printed, page {n} in the file").format(
                label=label, n=number
            )
        return self.say("page {pages}").format(pages=number)

    def quote_check(self, citation: Citation, matching: bool) -> str:
        """What the comparison of a quote with its source gave."""
        if not matching:
            return self.say("The quote could not be matched with the source.")
        span = citation.span
        return self.say(
            "The quote matches the source, characters {start} to {end} of its text."
        ).format(start=self.figure(span.start), end=self.figure(span.end))

    def judgement(self, check: Check) -> str:
        """What the judge said about a passage."""
        return self.say("The model's probability that the passage states this: {percent}.").format(
            percent=self.voice.percent(check.probability)
        )

    def figures(self, check: Check) -> str:
        """Whether the passage holds what the finding names."""
        if check.missing:
            return self.say("Stated in the finding and not found in the passage: {what}.").format(
                what=", ".join(check.missing)
            )
        return self.say("No figure, date or name of the finding is missing from the passage.")

    def verdict(self, given: Verdict) -> str:
        """A reviewer's verdict: "Accepted by AB on 2026-11-22 20:15 UTC"."""
        kind = self.say(VERDICTS.get(given.verdict, given.verdict))
        words = (
            self.say("{verdict} by {initials} on {time}")
            if given.initials
            else self.say("{verdict} on {time}")
        )
        return words.format(verdict=kind, initials=given.initials, time=time(given.time))

    def limit(self, name: str, value: float) -> str:
        """What a run may spend of something: "60,000 tokens"."""
        if name not in LIMITS:
            return f"{name} {self.figure(value)}"
        return self.say(LIMITS[name]).format(n=self.figure(value))

    def made(self, mark: Mark) -> str:
        """By whom a mark was made, and when: "KV, 2026-11-22 20:15 UTC"."""
        return ", ".join(part for part in (mark.initials, time(mark.created)) if part)

    def tokens(self, usage: Usage) -> str:
        """What the calls of a run came to: "9,000 read, 2,000 of them reused, 400 written"."""
        said = self.say("{read} read, {reused} of them reused, {written} written").format(
            read=self.figure(usage.prompt),
            reused=self.figure(usage.reused),
            written=self.figure(usage.generated),
        )
        if usage.cached_calls:
            calls = self.number(usage.cached_calls, "1 call", "{n} calls")
            said += self.say("; {tokens} more of {calls} that had been made before").format(
                tokens=self.figure(usage.cached), calls=calls
            )
        return said

    def model_time(self, usage: Usage) -> str:
        """How long the model read and wrote; "" where that is not known."""
        if not (usage.read_seconds or usage.generate_seconds):
            return ""
        return self.say("{read} s reading, {write} s writing").format(
            read=self.figure(usage.read_seconds, 1), write=self.figure(usage.generate_seconds, 1)
        )

    def lead(self, record: RunRecord) -> str:
        """What a run's outcome comes down to, in a sentence or two; may be empty."""
        match record.head.status:
            case "answered":
                return ""
            case "not_found":
                words = self.say("Nothing that answers the question was found in {pages}.")
            case "stopped":
                words = self.say("By then the model had been shown {pages}.")
            case "failed":
                failure = record.failure
                return self.failure(failure.message, failure.hint) if failure else ""
            case "interrupted":
                words = self.say("The program ended during this run, after it had read {pages}.")
            case "running":
                return self.say("The run was still going on when this was written.")
        return words.format(pages=self._read(record))

    def failure(self, message: str, hint: str) -> str:
        """Why a run failed, and what to do about it."""
        return f"{self.voice.said(message)} {self.voice.said(hint)}".strip()

    def share(self, record: RunRecord) -> str:
        """How much of the text the model was shown, or ""."""
        coverage = record.coverage
        if not coverage.characters:
            return ""
        share = coverage.characters_read / coverage.characters
        percent = self.voice.percent
        if 0 < share < 0.01:
            words = self.say("The model was shown less than {percent} of the text.")
            return words.format(percent=percent(0.01))
        return self.say("The model was shown {percent} of the text.").format(percent=percent(share))

    def _read(self, record: RunRecord) -> str:
        """The pages that were read, document by document."""
        parts = []
        for document in record.documents:
            read = read_pages(record, document)
            if read:
                parts.append(self.pages_of(read, document, record))
        return self.joined(parts) if parts else self.say("no page")

    def pages_of(self, pages: Collection[int], document: DocumentRow, record: RunRecord) -> str:
        """Pages of a document in words: "pages 1–4 of lease.pdf"."""
        return self.say("{pages} of {document}").format(
            pages=self.pages(pages, record.labels.get(document.id, ())), document=document.name
        )

    def joined(self, parts: Sequence[str]) -> str:
        """Parts as a list in a sentence: "a", "a and b", "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("{parts} and {last}").format(parts=", ".join(parts[:-1]), last=parts[-1])
