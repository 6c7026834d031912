"""HTML laid out on A4 pages and written as PDF. Runs in the parser process only."""

from __future__ import annotations

from pathlib import Path

from app.documents.files import part_of
from app.documents.formats import convert, paging
from app.documents.formats.library import pymupdf
from app.errors import DocumentError

_A4 = pymupdf.paper_rect("a4")
_MARGINS = (56, 56, -56, -64)
_BOX = _A4 + _MARGINS
_MAX_PAGES = 5000
_CSS = "body { font-family: sans-serif; font-size: 10pt; line-height: 1.35; }"


def write_pdf(html: str, to: Path, title: str) -> int:
    """Write HTML to a PDF file, with page numbers; an existing file is replaced at the end.

    An element with the id "closing" is never alone on a page: the one with "before-closing" goes
    with it.

    Returns:
        The number of pages.

    Raises:
        DocumentError: if it can't be laid out or written.
    """
    part = part_of(to)
    try:
        _lay_out(convert.clean_html(html), part)
        with pymupdf.open(part, filetype="pdf") as pdf:
            pages = int(pdf.page_count)
            _number(pdf)
            pdf.set_metadata({"title": title, "producer": "Pincite"})
            pdf.subset_fonts()
            data = pdf.tobytes(garbage=3, deflate=True)
        part.write_bytes(data)
        part.replace(to)
    except OSError as error:
        raise DocumentError(
            f"{to.name} can't be written: {error.strerror or error}.", "Choose another folder."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return pages


def _lay_out(html: str, to: Path) -> None:
    to.touch()
    early, end = paging.end_of_page(html, _CSS, _BOX, _MAX_PAGES)
    story = paging.story_of(html, _CSS)
    writer = pymupdf.DocumentWriter(str(to))
    more, page = True, 0
    while more:
        page += 1
        if page > _MAX_PAGES:
            raise DocumentError(
                f"{to.name} would have more than {_MAX_PAGES:,} pages.", "Export less at a time."
            )
        box = pymupdf.Rect(_BOX.x0, _BOX.y0, _BOX.x1, end if page == early else _BOX.y1)
        device = writer.begin_page(_A4)
        more = paging.place(story, box)
        story.draw(device)
        writer.end_page()
    writer.close()


def _number(pdf: pymupdf.Document) -> None:
    for page in pdf:
        text = f"{page.number + 1} / {pdf.page_count}"
        width = pymupdf.get_text_length(text, fontsize=8)
        point = ((_A4.width - width) / 2, _A4.height - 32)
        page.insert_text(point, text, fontsize=8, color=(0.4, 0.4, 0.4))
