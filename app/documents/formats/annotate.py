"""Marks written into a copy of a PDF as annotations that other programs show."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from app.documents.exchange.wire import Annotate, Annotation
from app.documents.files import part_of
from app.documents.formats.library import pymupdf
from app.documents.formats.opening import open_file
from app.errors import DocumentError


def annotate(request: Annotate) -> int:
    """Write a copy of a PDF with highlights, each with its words in a note; how many were written.

    The file is opened anew: the one that pages are drawn from stays without them.

    Raises:
        DocumentError: if the file is no PDF, has changed, or the copy can't be written.
    """
    path, to = Path(request.path), Path(request.to)
    if to.exists() and to.samefile(path):
        raise DocumentError(f"{path.name} is the document itself.", "Choose another name.")
    opened = open_file(path, request.password)
    try:
        if opened.sha256 != request.sha256:
            raise DocumentError(
                f"{path.name} has changed since it was added.",
                "Add it again, or put the earlier file back.",
            )
        if opened.kind != "pdf":
            raise DocumentError(f"{path.name} is no PDF.", "Export a report instead.")
        written = sum(_put(opened.pdf, mark) for mark in request.annotations)
        _save(opened.pdf, to)
    finally:
        opened.pdf.close()
    return written


def _put(pdf: pymupdf.Document, mark: Annotation) -> int:
    """One mark: a highlight on each of its pages, the note on the first."""
    pages = sorted({rect[0] for rect in mark.rects if 0 <= rect[0] < pdf.page_count})
    for n, index in enumerate(pages):
        page = pdf[index]
        boxes = [pymupdf.Rect(rect[1:]) for rect in mark.rects if rect[0] == index]
        # Word boxes are those of the page as displayed; annotations are kept unturned.
        quads = [(box * page.derotation_matrix).quad for box in boxes]
        highlight = page.add_highlight_annot(quads)
        highlight.set_colors(stroke=_colour(mark.colour))
        highlight.update()
        # After the update, which would put in the time of the copy.
        highlight.set_info(
            content=mark.text if n == 0 else "",
            title=mark.author,
            creationDate=_date(mark.created),
            modDate=_date(mark.changed),
        )
    return 1 if pages else 0


def _date(time: datetime | None) -> str:
    """A time as PDF writes it, in UTC; "" where it isn't known."""
    return f"{time.astimezone(UTC):D:%Y%m%d%H%M%SZ}" if time is not None else ""


def _colour(text: str) -> tuple[float, float, float]:
    """A colour written #rrggbb as three parts from 0 to 1."""
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _save(pdf: pymupdf.Document, to: Path) -> None:
    """Write beside the place first, so that a failure leaves no half file."""
    part = part_of(to)
    try:
        pdf.save(part, encryption=pymupdf.PDF_ENCRYPT_KEEP, garbage=1, deflate=True)
        part.replace(to)
    except (OSError, RuntimeError) as error:
        part.unlink(missing_ok=True)
        raise DocumentError(f"{to} cannot be written: {error}.", "Choose another place.") from error
