"""A run, or the dates of a matter, written as a file that someone else can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cancel import CancelToken
from app.documents.process import ParserProcess
from app.errors import UsageError
from app.reports.wording import Voice
from app.sessions.rows import RunRecord, asked

if TYPE_CHECKING:
    from app.sessions.store import Store
    from app.tables.chronology import Entry


def write_report(
    records: Sequence[RunRecord],
    to: Path,
    parser: ParserProcess,
    voice: Voice,
    matter: str = "",
    cancel: CancelToken | None = None,
) -> Path:
    """Write the report of a run, or of several; see `Workbench.report`.

    Raises:
        Cancelled: if `cancel` was raised meanwhile; what was there before stays then.
    """
    from app.reports import report
    from app.reports.writing import put

    if matter:
        records = [replace(record, matter=matter) for record in records]
    match to.suffix.lower():
        case ".pdf":
            title = records[0].question if len(records) == 1 else records[0].matter
            page = report.print_html(records, voice=voice)
            parser.write_pdf(page, to, title, cancel)
        case ".html" | ".htm":
            put(to, report.html(records, voice=voice).encode("utf-8", "replace"))
        case ".md" | ".markdown":
            put(to, report.markdown(records, voice=voice).encode("utf-8", "replace"))
        case other:
            raise UsageError(
                f"A report can't be written as {other or 'a file without an ending'}.",
                "End the file's name in .pdf, .html or .md.",
            )
    return to


def all_asked(store: Store) -> list[RunRecord]:
    """Every question of a matter that was worked through, the oldest first.

    Those that a table asked are left out: it is written on its own.

    Raises:
        UsageError: if there is none.
    """
    runs = asked(store.sessions())
    if not runs:
        raise UsageError("No question of this matter was worked through yet.", "Ask one first.")
    return [store.run(run.id) for run in runs]


DATES_ENDINGS = (".pdf", ".xlsx", ".csv", ".html")


def write_dates(
    entries: Sequence[Entry],
    matter: str,
    to: Path,
    parser: ParserProcess,
    voice: Voice,
    cancel: CancelToken | None = None,
) -> Path:
    """Write a chronology; the file's ending says as what.

    Raises:
        UsageError: if the ending is another one, or there is no date.
        DocumentError: if the file can't be written.
        Cancelled: if `cancel` was raised meanwhile; what was there before stays then.
    """
    if not entries:
        raise UsageError(
            "No passage that an answer cites has a date.",
            "Ask for dates, or fill a table with the recipe for a chronology.",
        )
    from app.reports import dates
    from app.reports.writing import put

    match to.suffix.lower():
        case ".pdf":
            page = dates.html(entries, matter, voice=voice, paper=True)
            parser.write_pdf(page, to, f"{voice.say('Chronology')}: {matter}", cancel)
        case ".xlsx":
            put(to, dates.xlsx(entries, matter, voice=voice))
        case ".csv":
            # With a mark at the beginning, without which Excel takes it for another encoding.
            put(to, dates.as_csv(entries, voice).encode("utf-8-sig"))
        case ".html":
            page = dates.html(entries, matter, voice=voice)
            put(to, page.encode("utf-8", "replace"))
        case other:
            raise UsageError(
                f"A chronology can't be written as {other or 'a file without an ending'}.",
                f"End the file's name in {', '.join(DATES_ENDINGS[:-1])} or {DATES_ENDINGS[-1]}.",
            )
    return to
