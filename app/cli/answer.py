"""An answer, as the terminal shows it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from app.cli.terminal import plain
from app.recursion.results import Answer, Citation, Claim
from app.reports.wording import Wording, read_pages
from app.sessions.rows import RunRecord

_INDENT = 4
_WORDS = Wording()


def show(console: Console, record: RunRecord) -> None:
    """Print a finished run: its claims, the numbered quotes, and what was read."""
    answer = record.answer
    if answer is None:
        return
    _print(console, Text(_headline(answer), style="bold"))
    if answer.summary:
        _print(console, Text("In short:"))
        _show_claims(console, answer.summary)
        _print(console, Text("In full:"))
    _show_claims(console, answer.claims)
    for citation in answer.citations:
        _show_citation(console, record, citation)
    console.print()
    for line in closing(record, answer):
        _print(console, Text(plain(line), style="dim"))
    _print(console, Text(f"Run {record.id}", style="dim"))


def closing(record: RunRecord, answer: Answer) -> list[str]:
    """Why the run ended, and what was read and what was not, in words that claim no more."""
    lines = [answer.note] if answer.note else []
    coverage = record.coverage
    read = len(coverage.pages_read)
    lines.append(f"The model was shown text from {read:,} of {_pages(coverage.pages)}.")
    for document in record.documents:
        pages = read_pages(record, document)
        if 0 < len(pages) < document.pages:
            lines.append(
                f"  {document.name}: {_WORDS.pages(pages, record.labels.get(document.id, ()))}"
            )
    blank = len(coverage.pages_without_text)
    if blank:
        lines.append(f"{_pages(blank)} without text could not be read.")
    return lines


def _show_claims(console: Console, claims: Iterable[Claim]) -> None:
    for claim in claims:
        marks = "".join(f" [{n}]" for n in claim.citations) or " (without a passage to rest on)"
        _print(console, Text(plain(claim.text) + marks))


def _headline(answer: Answer) -> str:
    match answer.status:
        case "answered":
            return "Answer" + (", with sources that disagree" if answer.contradictory else "")
        case "not_found":
            return "Not found in what was read"
        case "stopped":
            return "Stopped before it was done" + (", with this so far" if answer.claims else "")
        case "failed":
            return "No answer"


def _show_citation(console: Console, record: RunRecord, citation: Citation) -> None:
    matches = citation.n in record.matching
    checks = "quote matches the source" if matches else "quote does not match the source"
    if not citation.check.passed:
        checks += ", passage did not pass verification"
    if citation.origin:
        checks += ", found by an earlier run"
    place = _WORDS.place(citation, record.document(citation.span.document))
    head = Text(plain(f"[{citation.n}] {citation.document_name}, {place}"), style="bold")
    console.print()
    _print(console, head.append(f" · {checks}", style="not bold dim"))
    quote = Text(f"“{plain(citation.quote)}”")
    if console.is_terminal:
        console.print(Padding(quote, (0, 0, 0, _INDENT)))
    else:
        _print(console, Text(" " * _INDENT) + quote)


def _print(console: Console, text: Text) -> None:
    """Print text, wrapped at words on a screen, and on one line for other programs."""
    console.print(text, soft_wrap=not console.is_terminal)


def _pages(count: int) -> str:
    return _WORDS.number(count, "1 page", "{n} pages")
