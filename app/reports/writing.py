"""Putting files where the reader wants them, and texts where no program takes them for formulas."""

from __future__ import annotations

import re
from pathlib import Path

from app.errors import DocumentError
from app.reports.escaping import visible

_FORMULA = re.compile(r"^[\s\ufeff]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*")


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula; a plain number stays one."""
    text = visible(text)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def put(to: Path, data: bytes) -> None:
    """Write a file beside its place, and move it there.

    Raises:
        DocumentError: if it can't be written.
    """
    beside = to.with_name(f".{to.name}.new")
    try:
        beside.write_bytes(data)
        beside.replace(to)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise DocumentError(
            f"{to} cannot be written: {error.strerror or error}.",
            "Close it where it is open, or choose another place.",
        ) from error
