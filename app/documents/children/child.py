"""One running child process, and the threads that carry its messages."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from app.cancel import Cancelled, CancelToken
from app.documents.children.last_words import Tail, status_in_words
from app.documents.exchange import wire
from app.documents.exchange.canvas import Canvas

TICK = 0.05  # seconds between looks at the cancel token
_ROOT = Path(__file__).resolve().parents[3]
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); from app.documents.worker.main import main;"
    " main(sys.argv[2], *map(int, sys.argv[3:]))"
)
_START_LIMIT = 180.0  # seconds until a new child must be ready; a busy machine is slow to start it
_IDLE = 0.02  # the least share of a processor that a child at work gets on a busy machine
_PATIENCE = 10  # times the limit by the clock, and no more, however busy the machine is
_END_LIMIT = 5.0  # seconds until a child whose pipe has ended must be gone


class Crashed(Exception):
    """The child ended before it answered.

    Attributes:
        status: how it ended, in words.
        starting: whether it ended before it was ready for any request.
        trace: what it wrote while it died, a line each; no document's words are among them.
    """

    def __init__(self, status: str, starting: bool, trace: tuple[str, ...]) -> None:
        super().__init__(status)
        self.status = status
        self.starting = starting
        self.trace = trace


class Child:
    """One running child process, with threads that write to it and read from it.

    The threads make waiting the same on every platform: pipes can't be polled on Windows.
    """

    def __init__(self, work: wire.Work, memory: int) -> None:
        """Start it; `work` is what it does, `memory` how many bytes it may hold."""
        self._canvas = Canvas.make() if work == "parser" else None
        with _lifeline() as (theirs, ours):
            shared = (theirs, self._canvas.fd if self._canvas is not None else -1)
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _BOOT, str(_ROOT), work, *map(str, (memory, *shared))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,  # so that Ctrl+C in a terminal reaches the program only
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                pass_fds=tuple(fd for fd in shared if fd >= 0),
            )
        if self._canvas is not None:
            self._canvas.hand_over()
        self._lifeline = ours
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._inbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._tail = Tail()
        self._ready = False
        self._ending = threading.Lock()
        assert self._process.stderr is not None
        self._listener = self._thread(self._tail.read, self._process.stderr)
        self._thread(self._write)
        self._thread(self._read)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def ask(self, data: bytes, limit: float, cancel: CancelToken | None) -> bytes:
        """Send a request and wait for the answer.

        Raises:
            TimeoutError: after `limit` seconds; on a busy machine those of the child's own work
                count, as long as it gets on with it.
            Crashed: if the child ended.
            Cancelled: if `cancel` was raised.
        """
        if not self._ready:
            self._await(_START_LIMIT, cancel)
            self._ready = True
        self._outbox.put(data)
        return self._await(limit, cancel)

    def picture(self, size: int) -> bytes:
        """What the child has drawn on the canvas; before the next request only.

        Raises:
            ValueError: if there is no canvas, or none so large.
        """
        if self._canvas is None:
            raise ValueError("there is no canvas")
        return self._canvas.take(size)

    def kill(self) -> None:
        """End the process and wait until it is gone."""
        self._process.kill()
        self._outbox.put(None)
        self._process.wait()
        with self._ending:
            lifeline, self._lifeline = self._lifeline, None
        if lifeline is not None:
            os.close(lifeline)

    def _await(self, limit: float, cancel: CancelToken | None) -> bytes:
        """The next message from the child; raises as `ask`."""
        begun = now = time.monotonic()
        worked = seen = self._worked()
        deadline = begun + limit
        while True:
            if cancel is not None and cancel.cancelled:
                raise Cancelled
            left = deadline - time.monotonic()
            if left <= 0:
                # Other programs may have had the processor: a large document is not at fault.
                before, now, seen_before, seen = now, time.monotonic(), seen, self._worked()
                left = limit - (seen - worked)
                idle = seen - seen_before < _IDLE * (now - before)
                if left <= 0 or idle or now - begun > _PATIENCE * limit:
                    raise TimeoutError
                deadline = now + left
            with contextlib.suppress(queue.Empty):
                answer = self._inbox.get(timeout=min(left, TICK) if cancel else left)
                if answer is None:
                    raise self._crashed()
                return answer

    def _worked(self) -> float:
        """Seconds of processor time that the child has used; 0 where it is gone."""
        try:
            times = psutil.Process(self.pid).cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system)

    def _crashed(self) -> Crashed:
        """What is known of how the child ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_LIMIT)
        self._listener.join(_END_LIMIT)
        status = status_in_words(self._process.poll())
        return Crashed(status, not self._ready, self._tail.lines())

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
                del data  # or it would be held until the next: a document has megabytes
        self._inbox.put(None)

    @staticmethod
    def _thread(target: Callable[..., None], *arguments: object) -> threading.Thread:
        thread = threading.Thread(target=target, args=arguments, name="child-pipe", daemon=True)
        thread.start()
        return thread


@contextlib.contextmanager
def _lifeline() -> Iterator[tuple[int, int | None]]:
    """A pipe on which nothing is ever written: when this process ends, however, it closes.

    Yields the child's end, or -1 where a child can't be given one, and ours. The child's end is
    closed here once the child has it; ours too, if the child could not be started.
    """
    if os.name != "posix":
        yield -1, None
        return
    theirs, ours = os.pipe()
    try:
        yield theirs, ours
    except BaseException:
        os.close(ours)
        raise
    finally:
        os.close(theirs)
