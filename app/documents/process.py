"""The parser process: the only place where untrusted files are parsed and drawn.

PyMuPDF is not thread-safe, holds the interpreter lock, and reads files that anyone may have made.
So it runs in a Python process of its own. A crash, a hang or a runaway there costs one request a
`DocumentError`; the next request finds a new process.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from app.cancel import Cancelled, CancelToken
from app.documents.children.child import Child
from app.documents.children.parser_errors import ParserErrors
from app.documents.children.service import ChildService
from app.documents.document import Document
from app.documents.exchange import wire
from app.documents.exchange.wire import Link
from app.documents.files import part_of

__all__ = ["Link", "PageImage", "ParserProcess"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: rows of `stride` bytes, top first; four bytes a pixel.

    They are blue, green, red and one that is unused, which is what screens are made of: pixels in
    another order would have to be turned round one by one.
    """

    width: int
    height: int
    stride: int
    data: bytes


class ParserProcess:
    """Opens, refines and draws documents in a process of its own.

    May be called from several threads; requests are served one after the other. The child ends
    when this object is closed, when the program ends, and when the program is killed.
    """

    def __init__(self, timeout: float = 120, memory: int = 4 << 30, *, start: bool = True) -> None:
        """Start the process.

        Args:
            timeout: seconds that one request may take.
            memory: bytes that the process may hold, where the operating system can enforce it.
            start: at once; else with the first request.
        """
        self._service = ChildService(
            lambda: Child("parser", memory), ParserErrors(timeout, memory), timeout, now=start
        )

    def __enter__(self) -> ParserProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process id of the running child, or None where there is none."""
        child = self._service.child
        return child.pid if child is not None and child.alive else None

    def open(
        self, path: Path, password: str | None = None, cancel: CancelToken | None = None
    ) -> Document:
        """Open a file and extract its text, blocks, sentences, sections and word boxes.

        Raises:
            PasswordNeeded: if it is encrypted and `password` is missing or wrong.
            DocumentError: if it can't be opened; the message says what is wrong with which file.
            Cancelled: if `cancel` was raised meanwhile.
        """
        request = wire.OpenFile(str(_absolute(path)), password)
        return self._service.call(request, _as(Document), path.name, cancel)

    def refine(
        self,
        document: Document,
        password: str | None = None,
        cancel: CancelToken | None = None,
        on_page: Callable[[int, int], None] | None = None,
    ) -> Document:
        """The same document with the layout model's blocks, sentences and sections.

        The text and all its offsets stay as they are. Pages are sent one at a time, so that other
        requests get their turn in between. `on_page(done, total)` is called after each.

        Raises: as `open`.
        """
        path = str(_absolute(document.path))
        regions: list[list[wire.Region]] = []
        for page in document.pages:
            if cancel is not None and cancel.cancelled:
                raise Cancelled
            if page.has_text:
                request = wire.Classify(path, page.index, password, document.sha256)
                regions.append(
                    self._service.call(request, _as(list[wire.Region]), document.path.name, None)
                )
            else:
                regions.append([])
            if on_page is not None:
                on_page(page.index + 1, len(document.pages))
        return self._service.call(
            wire.Rework(document, regions, password), _as(Document), document.path.name, cancel
        )

    def render(
        self,
        path: Path,
        page: int,
        scale: float,
        password: str | None = None,
        cancel: CancelToken | None = None,
        sha256: str | None = None,
    ) -> PageImage:
        """Draw a page at `scale` * 72 dpi, turned as it is displayed.

        Args:
            path: the file.
            page: index from 0.
            scale: pixels for each point.
            password: for an encrypted file.
            cancel: ends the request early.
            sha256: if given, a file that has another one is refused: its pages would not be the
                ones that the stored word boxes belong to.

        Raises: as `open`.
        """
        request = wire.Draw(str(_absolute(path)), page, scale, password, sha256)
        return self._service.call(request, _picture, path.name, cancel)

    def links(
        self, path: Path, page: int, password: str | None = None, sha256: str | None = None
    ) -> list[Link]:
        """The links of a page; arguments and errors as of `render`."""
        request = wire.FindLinks(str(_absolute(path)), page, password, sha256)
        return self._service.call(request, _as(list[Link]), path.name, None)

    def write_pdf(
        self, html: str, to: Path, title: str = "", cancel: CancelToken | None = None
    ) -> int:
        """Lay HTML out on A4 pages with page numbers and write it to `to` as PDF.

        Returns:
            The number of pages.

        Raises:
            DocumentError: if the HTML can't be laid out or the file can't be written.
            Cancelled: if `cancel` was raised meanwhile.
        """
        to = _absolute(to)
        return self._write(wire.WritePdf(html, str(to), title), to, to.name, cancel)

    def annotate(
        self,
        path: Path,
        to: Path,
        sha256: str,
        annotations: Sequence[wire.Annotation],
        password: str | None = None,
        cancel: CancelToken | None = None,
    ) -> int:
        """Write a copy of a PDF to `to` with marks as annotations; how many were written.

        Raises: as `open`; also if the file is no PDF or `to` is the file itself.
        """
        path, to = _absolute(path), _absolute(to)
        request = wire.Annotate(str(path), str(to), sha256, list(annotations), password)
        return self._write(request, to, path.name, cancel)

    def _write(self, request: wire.Request, to: Path, name: str, cancel: CancelToken | None) -> int:
        """Have a file written."""
        try:
            return self._service.call(request, _as(int), name, cancel)
        except BaseException:
            with contextlib.suppress(OSError):  # A process that was ended could not tidy up.
                part_of(to).unlink(missing_ok=True)
            raise

    def rest(self) -> None:
        """Free what the process takes, until the next request; does nothing while one is served."""
        self._service.rest()

    def close(self) -> None:
        """End the process. May be called more than once; a request under way fails."""
        self._service.close()


def _picture(result: msgspec.Raw, child: Child) -> PageImage:
    """A drawing with its pixels, wherever they lie.

    Raises:
        ValueError: if they are not what it says.
    """
    drawn = wire.decode(result, wire.Drawing)
    size = drawn.stride * drawn.height
    data = drawn.data or child.picture(size)
    if drawn.stride < 4 * drawn.width or len(data) != size:
        raise ValueError("a picture of another size than it says")
    return PageImage(drawn.width, drawn.height, drawn.stride, data)


def _as(kind: type[_T]) -> Callable[[msgspec.Raw, Child], _T]:
    """Decodes a result as a value of one type."""

    def decoded(result: msgspec.Raw, _child: Child) -> _T:
        return wire.decode(result, kind)

    return decoded


def _absolute(path: Path) -> Path:
    return Path(path).expanduser().absolute()
