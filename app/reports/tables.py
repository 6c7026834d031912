"""A table written as a file: XLSX, CSV, HTML or JSON."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

from markupsafe import Markup

from app import __version__
from app.errors import UsageError
from app.reports import report, wording
from app.reports.table_view import CellView, outcomes, views
from app.reports.wording import ENGLISH, Voice, Wording
from app.reports.writing import inert, put
from app.tables.table import Cell, Table

ENDINGS = (".xlsx", ".csv", ".html", ".json")


def check_ending(to: Path) -> None:
    """Raise `UsageError` if no table can be written to a file of this name."""
    if to.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"A table can't be written as {to.suffix or 'a file without an ending'}.",
            f"End the file's name in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.",
        )


def write(table: Table, to: Path, made: datetime | None = None, voice: Voice = ENGLISH) -> Path:
    """Write a table; the file's ending says as what. A file that is there is replaced whole.

    Args:
        table: filled as far as it may be.
        to: the file.
        made: the date it bears; None for now.
        voice: the language that it is written in; JSON is for programs and always English.

    Raises:
        UsageError: if the ending is another one.
        DocumentError: if the file can't be written.
    """
    check_ending(to)
    date = wording.time(made or datetime.now(UTC))
    words = Wording(voice)
    match to.suffix.lower():
        case ".xlsx":
            # Here and not at the top: most reports are no spreadsheets.
            from app.reports.table_xlsx import xlsx

            data = xlsx(table, date, words)
        case ".csv":
            # With a mark at the beginning, without which Excel takes the text for another encoding.
            data = as_csv(table, words).encode("utf-8-sig")
        case ".json":
            text = json.dumps(as_json(table), ensure_ascii=False, indent=1) + "\n"
            data = text.encode("utf-8", "replace")
        case _:
            data = as_html(table, date, words).encode("utf-8", "replace")
    put(to, data)
    return to


def as_csv(table: Table, words: Wording) -> str:
    """A line for each document; beside each question's answers a column with their sources.

    A text that a spreadsheet would read as a formula gets an apostrophe in front.
    """
    out = StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    beside = words.say("{column}: sources")
    titles = [t for c in table.columns for t in (c.column, beside.format(column=c.column))]
    lines.writerow([inert(title) for title in (words.say("Document"), *titles)])
    for row, cells in views(table, words):
        fields = [row.name]
        for cell in cells:
            fields += [_plain(cell), _sources(cell)]
        lines.writerow([inert(field) for field in fields])
    return out.getvalue()


def as_json(table: Table) -> dict[str, Any]:
    """The table for other programs. `page` counts from 0; `label` is what is printed there."""
    return {
        "title": table.title,
        "pincite": __version__,
        "columns": [
            {"id": c.id, "title": c.column, "question": c.text, "value": c.value}
            for c in table.columns
        ],
        "rows": [
            {
                "document": row.name,
                "document_id": row.id,
                "sha256": row.sha256,
                "pages": row.pages,
                "cells": {c.id: _json_cell(table.cell(row.id, c.id)) for c in table.columns},
            }
            for row in table.rows
        ],
    }


def as_html(table: Table, made: str, words: Wording) -> str:
    """The table as one HTML page that needs nothing else; each citation leads to its quote."""
    environment = report.environment("table.html.j2")
    return environment.get_template("table.html.j2").render(
        table=table,
        rows=list(views(table, words)),
        outcomes=outcomes(table, words),
        models=", ".join(dict.fromkeys(c.model for c in table.all_cells if c.model)),
        made=made,
        program=__version__,
        checks_mean=words.say(wording.WHAT_CHECKS_MEAN),
        say=words.say,
        language=words.voice.language,
        style=Markup((report.TEMPLATES / "table.css").read_text("utf-8")),
    )


def _json_cell(cell: Cell) -> dict[str, Any]:
    return {
        "state": cell.state,
        "answer": cell.text,
        "statements": [{"text": c.text, "citations": list(c.citations)} for c in cell.claims],
        "contradictory": cell.contradictory,
        "note": cell.note,
        "citations": [
            {
                "n": c.n,
                "page": c.page,
                "label": c.label,
                "start": c.span.start,
                "end": c.span.end,
                "quote": c.quote,
                "verified": c.n in cell.matching and c.check.passed,
            }
            for c in cell.citations
        ],
        "pages_read": list(cell.pages_read),
        "run": cell.run,
        "seconds": round(cell.seconds, 3),
    }


def _plain(cell: CellView) -> str:
    """A cell's value as text: dates in ISO form, numbers without more digits than they need."""
    if isinstance(cell.value, float):
        return f"{cell.value:.12g}"
    return str(cell.value)


def _sources(cell: CellView) -> str:
    said = [
        f"[{s.n}] {s.place}: “{' '.join(s.quote.split())}” ({s.check})" for s in cell.sources if s.n
    ]
    return "\n".join(dict.fromkeys([*([cell.note] if cell.note else []), *said]))
