"""The parser process: the only place where untrusted files are parsed and drawn.

PyMuPDF is not thread-safe, holds the interpreter lock, and reads files that anyone may have made.
So it runs in a Python process of its own. A crash, a hang or a runaway there costs one request a
`DocumentError`; the next request finds a new process.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from app.cancel import Cancelled, CancelToken
from app.documents import wire
from app.documents.document import Document
from app.errors import DocumentError, PasswordNeeded

_T = TypeVar("_T")
_ROOT = Path(__file__).resolve().parent.parent.parent
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); from app.documents.worker import main;"
    " main(int(sys.argv[2]))"
)
_TICK = 0.05  # seconds between looks at the cancel token
_START_LIMIT = 180.0  # seconds until a new child must be ready; a busy machine is slow to start it


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: 8-bit RGB rows of `stride` bytes, top first."""

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

    def __init__(self, timeout: float = 120, memory: int = 4 << 30) -> None:
        """Start the process.

        Args:
            timeout: seconds that one request may take.
            memory: bytes that the process may hold, where the operating system can enforce it.
        """
        self._timeout = timeout
        self._memory = memory
        self._turn = threading.Lock()
        self._closed = False
        self._child: _Child | None = _Child(memory)

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
        return self._call(request, Document, path, cancel)

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
                regions.append(self._call(request, list[wire.Region], document.path, None))
            else:
                regions.append([])
            if on_page is not None:
                on_page(page.index + 1, len(document.pages))
        return self._call(wire.Rework(document, regions, password), Document, document.path, cancel)

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
        return self._call(request, PageImage, path, cancel)

    def links(self, path: Path, page: int, password: str | None = None) -> list[Link]:
        """The links of a page. Raises as `open`."""
        request = wire.FindLinks(str(_absolute(path)), page, password)
        return self._call(request, list[Link], path, None)

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
        return self._call(wire.WritePdf(html, str(_absolute(to)), title), int, to, cancel)

    def close(self) -> None:
        """End the process. May be called more than once; a request under way fails."""
        self._closed = True
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def _call(
        self, request: wire.Request, kind: type[_T], path: Path, cancel: CancelToken | None
    ) -> _T:
        data = wire.encode(request)
        with self._my_turn(cancel):
            child = self._running()
            try:
                answer = child.ask(data, self._timeout, cancel)
                reply = wire.decode_reply(answer)
                if isinstance(reply, wire.Done):
                    return wire.decode(reply.result, kind)
                if reply.spent:
                    child.kill()
            except (TimeoutError, _Crashed, msgspec.DecodeError) as error:
                child.kill()
                raise self._explained(error, path) from error
            except BaseException:  # cancelled, or the program is ending
                child.kill()
                raise
        raise _failure(reply)

    def _explained(self, error: Exception, path: Path) -> DocumentError:
        """What a caller is told when the process did not answer."""
        hint = "Open the file in another program and save a fresh copy, or split it."
        if isinstance(error, TimeoutError):
            what = f"reading it took longer than {self._timeout:g} seconds"
        elif isinstance(error, _Crashed):
            limit = f"{self._memory / (1 << 30):.2g} GB"
            what = f"the parser process ended: it is damaged, or needs more than {limit} of memory"
        else:
            what = "the parser process gave no sensible answer"
        return DocumentError(f"{path.name}: {what}.", hint)

    @contextlib.contextmanager
    def _my_turn(self, cancel: CancelToken | None) -> Iterator[None]:
        while not self._turn.acquire(timeout=_TICK):
            _check(cancel)
        try:
            _check(cancel)
            yield
        finally:
            self._turn.release()

    def _running(self) -> _Child:
        if self._closed:
            raise RuntimeError("this ParserProcess is closed")
        if self._child is None or not self._child.alive:
            self._child = _Child(self._memory)
        return self._child


class _Crashed(Exception):
    """The child ended before it answered."""


class _Child:
    """One running child process, with a thread that writes to it and one that reads from it.

    The threads make waiting the same on every platform: pipes can't be polled on Windows.
    """

    def __init__(self, memory: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _BOOT, str(_ROOT), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that Ctrl+C in a terminal reaches the program only
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._inbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._ready = False
        for target in (self._write, self._read):
            threading.Thread(target=target, name="parser-pipe", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, data: bytes, limit: float, cancel: CancelToken | None) -> bytes:
        """Send a request and wait for the answer.

        Raises:
            TimeoutError: after `limit` seconds.
            _Crashed: if the child ended.
            Cancelled: if `cancel` was raised.
        """
        if not self._ready:
            self._await(_START_LIMIT, cancel)
            self._ready = True
        self._outbox.put(data)
        return self._await(limit, cancel)

    def _await(self, limit: float, cancel: CancelToken | None) -> bytes:
        """The next message from the child; raises as `ask`."""
        deadline = time.monotonic() + limit
        while True:
            _check(cancel)
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            with contextlib.suppress(queue.Empty):
                answer = self._inbox.get(timeout=min(left, _TICK) if cancel else left)
                if answer is None:
                    raise _Crashed
                return answer

    def kill(self) -> None:
        """End the process and wait until it is gone."""
        self._process.kill()
        self._outbox.put(None)
        self._process.wait()

    def _write(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError), self._process.stdin as pipe:
            while (data := self._outbox.get()) is not None:
                wire.send(pipe, data)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, ValueError, MemoryError), self._process.stdout as pipe:
            while (data := wire.receive(pipe)) is not None:
                self._inbox.put(data)
        self._inbox.put(None)


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
