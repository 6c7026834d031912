"""The words in which an answer, its citations and its coverage are put to the reviewer.

They claim what was checked and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import PurePath
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.documents.document import Span
from app.recursion.events import AnswerReady, RunStarted
from app.recursion.results import Answer, Check, Citation, Coverage
from app.sessions.rows import Verdict
from app.ui.language import numerals
from app.ui.language.numerals import plural
from app.ui.language.said import said


class Names(Protocol):
    """Knows what documents and pages are called."""

    def name_of(self, document_id: str) -> str:
        """A document's name, from its id."""

    def label_of(self, document_id: str, page: int) -> str:
        """What is printed on a page, from its index."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("answer", text)


def place(citation: Citation) -> str:
    """Document and page of a citation: the printed page, and the one in the file if it differs."""
    return f"{citation.document_name} · {page(citation)}"


def page(citation: Citation) -> str:
    """The page of a citation."""
    number = str(citation.page + 1)
    if citation.label and citation.label != number:
        return _tr("p. {label} ({n} in the file)").format(label=citation.label, n=number)
    return _tr("p. {n}").format(n=number)


def quote_check(matches: bool) -> str:
    """What the comparison of the quote with the document's text gave."""
    if matches:
        return _tr("Quote matches the source")
    return _tr("The quote could not be matched with the source")


def judged(check: Check) -> str:
    """What verification found."""
    percent = numerals.percent(check.probability)
    if check.missing:
        return _tr("not in the passage: {what} · model's probability {percent}").format(
            what=", ".join(check.missing), percent=percent
        )
    if check.passed:
        return _tr("model's probability that it states this {percent}").format(percent=percent)
    return _tr("did not pass verification · model's probability {percent}").format(percent=percent)


def statements(count: int) -> str:
    """So many statements, in words."""
    return plural(count, _tr("1 statement"), _tr("{n} statements"))


def status(answer: Answer) -> tuple[str, str]:
    """The word and the tone of a badge for an answer."""
    match answer.status:
        case "answered":
            if answer.contradictory:
                return _tr("Sources disagree"), "warning"
            return _tr("Answered"), "success"
        case "not_found":
            return _tr("Not found"), "accent"
        case "stopped":
            return _tr("Stopped early"), "warning"
        case _:
            return _tr("Failed"), "danger"


def verdict(given: Verdict) -> str:
    """What a reviewer said of a citation: "Accepted by KV, 22 Nov 2026, 20:15"."""
    kind = {
        "accepted": _tr("Accepted"),
        "rejected": _tr("Rejected"),
        "flagged": _tr("Flagged"),
    }.get(given.verdict, "")
    time = numerals.moment(given.time)
    if not given.initials:
        return _tr("{verdict}, {time}").format(verdict=kind, time=time)
    return _tr("{verdict} by {initials}, {time}").format(
        verdict=kind, initials=given.initials, time=time
    )


def coverage(covered: Coverage, names: Names) -> str:
    """Which pages were read: "Read 14 of 48 pages: Agreement p. 1–9, 12"."""
    parts = _places(covered.pages_read, names)
    every = plural(covered.pages, _tr("1 page"), _tr("{n} pages"))
    words = _tr("Read {n} of {pages}").format(n=len(covered.pages_read), pages=every)
    if parts:
        words += ": " + parts
    return words + "."


def without_text(covered: Coverage, names: Names) -> str:
    """Pages that hold no text to read, or ""."""
    blank = _places(covered.pages_without_text, names)
    return _tr("No text to read on: {pages}.").format(pages=blank) if blank else ""


def not_found(covered: Coverage) -> str:
    """What a "not found" claims."""
    if covered.characters and covered.characters_read >= covered.characters:
        return _tr("Nothing that answers the question was found in any page.")
    read = len(covered.pages_read)
    return plural(
        read,
        _tr("Nothing that answers the question was found in the one page that was read."),
        _tr("Nothing that answers the question was found in the {n} pages that were read."),
    )


def pages_by_document(pages: Collection[tuple[str, int]]) -> Mapping[str, list[int]]:
    """Page indexes, grouped by document id, in order."""
    grouped: dict[str, list[int]] = {}
    for document, index in pages:
        grouped.setdefault(document, []).append(index)
    return grouped


def earlier(question: str) -> str:
    """That an earlier run found something, and what that was asked, where it is known."""
    if not question:
        return _tr("From an earlier run")
    return _tr("From an earlier run: “{question}”").format(question=question)


def recalled(answer: Answer) -> str:
    """How many citations earlier runs of the matter found, or ""."""
    count = sum(bool(citation.origin) for citation in answer.citations)
    if not count:
        return ""
    if count == len(answer.citations):
        return _tr("Found by earlier runs of this matter, and judged anew for this question.")
    return _tr(
        "{n} of {all} found by earlier runs of this matter, and judged anew for this question."
    ).format(n=count, all=len(answer.citations))


def how_made(
    begun: RunStarted | None, done: AnswerReady | None, place_of: Callable[[Span], str]
) -> str:
    """What a run was asked about, how long it took, what it called and with which model."""
    parts = []
    if begun is not None and begun.scope:
        places = "; ".join(place_of(span) for span in begun.scope)
        place = places.replace(" · ", ", ")  # What stands beside it is parted by dots.
        parts.append(_tr("asked about {place}").format(place=place))
    if begun is not None and "branch" in begun.settings:
        parts.append(_tr("with a cell changed by the reviewer"))
    if done is not None:
        parts.append(numerals.clock(done.seconds))
        parts.append(plural(done.subcalls, _tr("1 sub-call"), _tr("{n} sub-calls")))
    if begun is not None:
        parts.append(begun.model_name.partition(" (")[0])
    return " · ".join(parts)


def with_sources(question: str, answer: Answer) -> str:
    """An answer as plain text with its numbered quotes, for the clipboard."""
    lines = [question, ""]
    if answer.summary:
        lines += [_tr("In short:"), answer.short, "", _tr("In full:")]
    lines.append(answer.text or status(answer)[0])
    if answer.status == "not_found":
        lines.append(not_found(answer.coverage))
    if answer.note:
        lines += ["", said(answer.note)]
    if answer.citations:
        lines.append("")
    for citation in answer.citations:
        quote = " ".join(citation.quote.split())
        earlier = _tr(" (from an earlier run)") if citation.origin else ""
        where = f"{citation.document_name}, {page(citation)}{earlier}"
        lines.append(f"[{citation.n}] {numerals.quoted(quote)} — {where}")
    return "\n".join(lines)


def labels(pages: Sequence[int], document_id: str, names: Names) -> str:
    """Indexes of pages, in order, as they are printed: "iv, 7–9"; runs are drawn together."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    ends = ([names.label_of(document_id, p) for p in dict.fromkeys((r[0], r[-1]))] for r in runs)
    return ", ".join("–".join(end) for end in ends)


def _places(pages: Collection[tuple[str, int]], names: Names) -> str:
    """Pages of several documents, by their printed numbers."""
    parts = (
        _tr("{document} p. {pages}").format(
            document=PurePath(names.name_of(id)).stem, pages=labels(sorted(found), id, names)
        )
        for id, found in pages_by_document(pages).items()
    )
    return "; ".join(parts)
