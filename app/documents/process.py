"""The parser process: the only place where untrusted files are parsed and drawn.

PyMuPDF is not thread-safe, holds the interpreter lock, and reads files that anyone may have made.
So it runs in a Python process of its own. A crash, a hang or a runaway there costs one request a
`DocumentError`; the next request finds a new process.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from app.cancel import Cancelled, CancelToken
from app.documents import wire
from app.documents.child import TICK, Child, Crashed
from app.documents.document import Document
from app.errors import DocumentError, PasswordNeeded

_T = TypeVar("_T")
logger = logging.getLogger("pincite.parser")


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


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: its box in points as displayed, and where it leads.

    A link within the document has `target` (page index) and the point there; a link to elsewhere
    has `uri`, which is text to be shown and never followed by itself.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    target: int | None = None
    x: float = 0.0
    y: float = 0.0
    uri: str = ""


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
        self._timeout = timeout
        self._memory = memory
        self._turn = threading.Lock()
        self._closed = False
        self._child: Child | None = Child(memory) if start else None

    def __enter__(self) -> ParserProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process id of the running child, or None where there is none."""
        child = self._child
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
        return self._call(request, _as(Document), path, cancel)

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
            _check(cancel)
            if page.has_text:
                request = wire.Classify(path, page.index, password, document.sha256)
                regions.append(self._call(request, _as(list[wire.Region]), document.path, None))
            else:
                regions.append([])
            if on_page is not None:
                on_page(page.index + 1, len(document.pages))
        return self._call(
            wire.Rework(document, regions, password), _as(Document), document.path, cancel
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
        return self._call(request, self._picture, path, cancel)

    def links(
        self, path: Path, page: int, password: str | None = None, sha256: str | None = None
    ) -> list[Link]:
        """The links of a page; arguments and errors as of `render`."""
        request = wire.FindLinks(str(_absolute(path)), page, password, sha256)
        return self._call(request, _as(list[Link]), path, None)

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
        return self._call(wire.WritePdf(html, str(_absolute(to)), title), _as(int), to, cancel)

    def annotate(
        self,
        path: Path,
        to: Path,
        sha256: str,
        annotations: Sequence[wire.Annotation],
        password: str | None = None,
    ) -> int:
        """Write a copy of a PDF to `to` with marks as annotations; how many were written.

        Raises: as `open`; also if the file is no PDF or `to` is the file itself.
        """
        request = wire.Annotate(
            str(_absolute(path)), str(_absolute(to)), sha256, list(annotations), password
        )
        return self._call(request, _as(int), path, None)

    def rest(self) -> None:
        """Free what the process takes, until the next request; does nothing while one is served."""
        if self._turn.acquire(blocking=False):
            try:
                child = None if self._closed else self._child
                if child is not None:
                    self._child = None
                    child.kill()
            finally:
                self._turn.release()

    def close(self) -> None:
        """End the process. May be called more than once; a request under way fails."""
        self._closed = True
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def _picture(self, result: msgspec.Raw) -> PageImage:
        """A drawing with its pixels, wherever they lie.

        Raises:
            ValueError: if they are not what it says.
        """
        drawn, child = wire.decode(result, wire.Drawing), self._child
        size, data = drawn.stride * drawn.height, drawn.data
        if not data and child is not None:
            data = child.picture(size)
        if drawn.stride < 4 * drawn.width or len(data) != size:
            raise ValueError("a picture of another size than it says")
        return PageImage(drawn.width, drawn.height, drawn.stride, data)

    def _call(
        self,
        request: wire.Request,
        unpack: Callable[[msgspec.Raw], _T],
        path: Path,
        cancel: CancelToken | None,
    ) -> _T:
        """The answer to a request, unpacked before the next one is sent."""
        data = wire.encode(request)
        with self._my_turn(cancel):
            try:
                answer = self._answer(data, type(request).__name__, cancel)
                reply = wire.decode_reply(answer)
                if isinstance(reply, wire.Done):
                    return unpack(reply.result)
                if reply.spent:
                    self._end_child()
            except (TimeoutError, Crashed, msgspec.DecodeError, ValueError) as error:
                self._end_child()
                raise self._explained(error, path) from error
            except BaseException:  # cancelled, or the program is ending
                self._end_child()
                raise
        raise _failure(reply)

    def _answer(self, data: bytes, what: str, cancel: CancelToken | None) -> bytes:
        """The answer to a request, which is sent to a new process if this one crashes over it.

        A crash may have another cause than the document: one that does not repeat is no error.
        """
        try:
            return self._running().ask(data, self._timeout, cancel)
        except Crashed as error:
            _log(error, what)
            self._end_child()
            if self._closed:
                raise
        try:
            return self._running().ask(data, self._timeout, cancel)
        except Crashed as error:
            _log(error, what)
            raise

    def _end_child(self) -> None:
        child = self._child
        if child is not None:
            child.kill()

    def _explained(self, error: Exception, path: Path) -> DocumentError:
        """What a caller is told when the process did not answer."""
        hint = "Open the file in another program and save a fresh copy, or split it."
        trace: tuple[str, ...] = ()
        if isinstance(error, TimeoutError):
            what = f"reading it took longer than {self._timeout:g} seconds"
        elif isinstance(error, Crashed) and error.starting:
            what = f"the parser process does not start ({error.status})"
            hint = "Nothing is wrong with the file: install Pincite again."
            trace = error.trace
        elif isinstance(error, Crashed):
            limit = f"{self._memory / (1 << 30):.2g} GB"
            what = (
                f"the parser process ended ({error.status}):"
                f" it is damaged, or needs more than {limit} of memory"
            )
            trace = error.trace
        else:
            what = "the parser process gave no sensible answer"
        explained = DocumentError(f"{path.name}: {what}.", hint)
        if trace:
            explained.add_note("\n".join(trace))
        return explained

    @contextlib.contextmanager
    def _my_turn(self, cancel: CancelToken | None) -> Iterator[None]:
        while not self._turn.acquire(timeout=TICK):
            _check(cancel)
        try:
            _check(cancel)
            yield
        finally:
            self._turn.release()

    def _running(self) -> Child:
        if self._closed:
            raise RuntimeError("this ParserProcess is closed")
        child = self._child
        if child is None or not child.alive:
            if child is not None:
                child.kill()  # it is dead already; this ends its threads
            child = self._child = Child(self._memory)
            if self._closed:  # meanwhile, by another thread
                child.kill()
        return child


def _as(kind: type[_T]) -> Callable[[msgspec.Raw], _T]:
    """Decodes a result as a value of one type."""

    def decoded(result: msgspec.Raw) -> _T:
        return wire.decode(result, kind)

    return decoded


def _log(error: Crashed, what: str) -> None:
    """Leave a trace of a crash. Neither the document's name nor its words are in it."""
    lines = "".join(f"\n{line}" for line in error.trace)
    logger.warning("The parser process ended (%s) over %s.%s", error.status, what, lines)


def _failure(reply: wire.Reply) -> DocumentError:
    assert isinstance(reply, wire.Failed)
    error = (PasswordNeeded if reply.password else DocumentError)(reply.message, reply.hint)
    if reply.trace:
        error.add_note(reply.trace)
    return error


def _check(cancel: CancelToken | None) -> None:
    if cancel is not None and cancel.cancelled:
        raise Cancelled


def _absolute(path: Path) -> Path:
    return Path(path).expanduser().absolute()
