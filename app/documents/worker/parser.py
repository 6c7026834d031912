"""Answers requests inside the parser process, and keeps recently used documents open."""

from __future__ import annotations

import math
from collections import OrderedDict
from pathlib import Path

from app.documents.exchange import wire
from app.documents.exchange.canvas import Canvas
from app.documents.exchange.wire import Link
from app.documents.formats.annotate import annotate
from app.documents.formats.library import pymupdf
from app.documents.formats.opening import Opened, open_file, stamp_of
from app.documents.formats.pdf import write_pdf
from app.documents.pages import layout, refinement
from app.errors import DocumentError

mupdf = pymupdf.mupdf

_KEPT = 6  # open documents
_MAX_PIXELS = 60_000_000


class Parser:
    """Serves requests, one at a time."""

    def __init__(self, canvas: Canvas | None = None) -> None:
        """Begin with nothing open; pictures are laid on the canvas, if there is one."""
        self._canvas = canvas
        self._open: OrderedDict[tuple[str, str | None], Opened] = OrderedDict()

    def serve(self, request: wire.Request) -> object:
        """The result of a request.

        Raises:
            DocumentError: if the document can't be opened, read, drawn or written.
        """
        match request:
            case wire.OpenFile(path, password):
                return layout.build(self._opened(path, password))
            case wire.Classify(path, page, password, sha256):
                return refinement.classify(self._page(path, page, password, sha256))
            case wire.Rework(document, regions, password):
                opened = self._opened(str(document.path), password, document.sha256)
                return refinement.rework(document, regions, layout.outline(opened.pdf))
            case wire.Draw(path, page, scale, password, sha256):
                image = _draw(self._page(path, page, password, sha256), scale, Path(path).name)
                return self._laid_down(image)
            case wire.FindLinks(path, page, password, sha256):
                return _links(self._page(path, page, password, sha256))
            case wire.WritePdf(html, to, title):
                return write_pdf(html, Path(to), title)
            case wire.Annotate():
                return annotate(request)

    def _laid_down(self, image: pymupdf.Pixmap) -> wire.Drawing:
        """A picture, on the canvas if it fits there."""
        there = self._canvas is not None and self._canvas.put(image.samples_mv)
        data = b"" if there else bytes(image.samples_mv)
        return wire.Drawing(image.width, image.height, image.stride, data)

    def _opened(self, path: str, password: str | None, sha256: str | None = None) -> Opened:
        """The open document, opened anew where the file has changed since."""
        key = (path, password)
        opened = self._open.get(key)
        if opened is not None and opened.stamp != stamp_of(Path(path)):
            self._open.pop(key).pdf.close()
            opened = None
        if opened is None:
            opened = self._open[key] = open_file(Path(path), password)
            while len(self._open) > _KEPT:
                self._open.popitem(last=False)[1].pdf.close()
        self._open.move_to_end(key)
        if sha256 is not None and opened.sha256 != sha256:
            raise DocumentError(
                f"{opened.path.name} has changed since it was added.",
                "Add it again, or put the earlier file back.",
            )
        return opened

    def _page(self, path: str, page: int, password: str | None, sha256: str | None) -> pymupdf.Page:
        opened = self._opened(path, password, sha256)
        if not 0 <= page < opened.pdf.page_count:
            raise DocumentError(
                f"{opened.path.name} has no page {page + 1}; it has {opened.pdf.page_count}."
            )
        return opened.pdf[page]


def _draw(page: pymupdf.Page, scale: float, name: str) -> pymupdf.Pixmap:
    """A page in the layout of pixels that a window paints fastest: blue, green, red, unused."""
    pixels = page.rect.width * page.rect.height * scale * scale
    if not 0 < pixels <= _MAX_PIXELS:
        raise DocumentError(
            f"{name}: page {page.number + 1} can't be drawn at {scale:g} times its size.",
            "Choose a smaller zoom.",
        )
    drawn = page.get_displaylist()
    matrix = pymupdf.Matrix(scale, scale)
    bounds = (drawn.rect * matrix).round()
    colours = mupdf.FzColorspace(mupdf.FzColorspace.Fixed_BGR)
    image = mupdf.fz_new_pixmap_with_bbox(
        colours, pymupdf.JM_irect_from_py(bounds), mupdf.FzSeparations(), 1
    )
    mupdf.fz_clear_pixmap_with_value(image, 0xFF)
    device = mupdf.fz_new_draw_device(mupdf.FzMatrix(*matrix), image)
    everything = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
    mupdf.fz_run_display_list(drawn.this, device, mupdf.FzMatrix(), everything, mupdf.FzCookie())
    mupdf.fz_close_device(device)
    return pymupdf.Pixmap("raw", image)


def _links(page: pymupdf.Page) -> list[Link]:
    """The links of a page that lead somewhere, named destinations resolved."""
    found = []
    link = page.first_link
    while link is not None:
        box = link.rect
        if link.is_external:
            found.append(Link(box.x0, box.y0, box.x1, box.y1, uri=link.uri))
        else:
            target, x, y = page.parent.resolve_link(link.uri)
            if target >= 0:
                # A destination that says no more than the page has NaN for its point.
                point = (0.0 if math.isnan(x) else x, 0.0 if math.isnan(y) else y)
                found.append(Link(box.x0, box.y0, box.x1, box.y1, target, *point))
        link = link.next
    return found
