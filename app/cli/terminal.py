"""What commands share: work in a thread, a live line on stderr, Ctrl+C, and safe printing."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import unicodedata
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import TypeVar

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from app.cancel import CancelToken

_T = TypeVar("_T")
_TICK = 0.1
_LINE_EVERY = 5.0
_SAME_EVERY = 30.0
_KEPT = frozenset("\n\t")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Text that came from a document or a model, made harmless for a terminal.

    Escape sequences and direction overrides in a document could otherwise colour, move or hide
    what is on the screen.
    """
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if _harmful(character) else character
        for character in text.replace("\xad", "").replace("\r\n", "\n")
    )


def _harmful(character: str) -> bool:
    if character in _KEPT:
        return False
    return character in _DIRECTION or unicodedata.category(character) in ("Cc", "Cs")


def duration(seconds: float) -> str:
    """Minutes and seconds: "0:07", "12:30"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


@dataclass(frozen=True, slots=True)
class Doing:
    """What is going on, in words, and how far it is, in figures that change all the time."""

    what: str = ""
    figures: str = ""

    def __str__(self) -> str:
        return " · ".join(part for part in (self.what, self.figures) if part)


class Terminal:
    """Runs work in one thread and tells on stderr what is going on. A context manager.

    The work thread owns the engine; this one draws and takes Ctrl+C: the first asks the work to
    stop, the second ends the program at once.

    Attributes:
        cancel: raised by the first Ctrl+C.
        output: where results go.
    """

    def __init__(self) -> None:
        self.cancel = CancelToken()
        self.output = Console(highlight=False, markup=False, emoji=False)
        self._errors = Console(stderr=True, highlight=False, markup=False, emoji=False)
        self._told = Doing()
        self._describe: Callable[[], Doing] | None = None
        self._said = ""
        self._said_at = float("-inf")
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pincite-runner")
        self._handler: signal.Handlers | Callable[[int, FrameType | None], object] | int | None

    def __enter__(self) -> Terminal:
        self._handler = signal.SIG_DFL
        if threading.current_thread() is threading.main_thread():
            self._handler = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self._handler)

    @property
    def interactive(self) -> bool:
        """Whether there is someone who can be asked."""
        return sys.stdin.isatty() and self._errors.is_terminal

    def tell(self, what: str, figures: str = "") -> None:
        """Say what is going on now, and how far it is. May be called from any thread."""
        self._told = Doing(what, figures)

    def note(self, text: str) -> None:
        """Say something that stays on the screen, on stderr."""
        self._errors.print(Text(plain(text)), soft_wrap=True)

    def run(self, work: Callable[[], _T], describe: Callable[[], Doing] | None = None) -> _T:
        """Do `work` in the work thread and show the live line meanwhile.

        Args:
            work: what to do; what it raises is raised here.
            describe: asked for the live line again and again, in place of what was told.
        """
        self._describe = describe
        future = self._pool.submit(work)
        if self._errors.is_terminal:
            return self._wait_live(future)
        return self._wait_lines(future)

    def _wait_live(self, future: Future[_T]) -> _T:
        spinner = Spinner("dots", self._text())
        with Live(spinner, console=self._errors, transient=True, refresh_per_second=10):
            while True:
                try:
                    return future.result(_TICK)
                except StillRunning:
                    if future.done():
                        raise
                    spinner.update(text=self._text())

    def _wait_lines(self, future: Future[_T]) -> _T:
        """Without a screen to draw on: a line when there is news, else a sign of life."""
        while True:
            self._say_line()
            try:
                return future.result(_TICK)
            except StillRunning:
                if future.done():
                    raise

    def _say_line(self) -> None:
        doing = self._doing()
        silent = time.monotonic() - self._said_at
        news = doing.what != self._said
        if doing.what and silent >= (_LINE_EVERY if news else _SAME_EVERY):
            self._said, self._said_at = doing.what, time.monotonic()
            self._errors.print(Text(plain(str(doing))), soft_wrap=True)

    def _doing(self) -> Doing:
        return self._describe() if self._describe is not None else self._told

    def _text(self) -> Text:
        line = plain(str(self._doing()))
        if self.cancel.cancelled:
            line = f"Stopping (Ctrl+C again ends at once) · {line}"
        return Text(line, overflow="ellipsis", no_wrap=True)

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        if self.cancel.cancelled:
            # The work thread may be deep inside the model, so there is no orderly way out. What
            # was done so far is in the matter.
            self._errors.show_cursor(True)
            os._exit(130)
        self.cancel.cancel()
