"""A run written as a file that someone else can read."""

from __future__ import annotations

from pathlib import Path

from app.documents.process import ParserProcess
from app.errors import DocumentError, UsageError
from app.reports.wording import Voice
from app.sessions.rows import RunRecord


def write_report(record: RunRecord, to: Path, parser: ParserProcess, voice: Voice) -> Path:
    """Write the report of a run; see `Workbench.report`."""
    from app.reports import report

    match to.suffix.lower():
        case ".pdf":
            parser.write_pdf(report.print_html(record, voice=voice), to, title=record.question)
        case ".html" | ".htm":
            _write(to, report.html(record, voice=voice))
        case ".md" | ".markdown":
            _write(to, report.markdown(record, voice=voice))
        case other:
            raise UsageError(
                f"A report can't be written as {other or 'a file without an ending'}.",
                "End the file's name in .pdf, .html or .md.",
            )
    return to


def _write(to: Path, text: str) -> None:
    try:
        to.write_text(text, "utf-8")
    except OSError as error:
        raise DocumentError(
            f"{to} cannot be written: {error.strerror or error}.", "Choose another place."
        ) from error
