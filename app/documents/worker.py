"""The child's side of the parser process: reads requests, answers them, one after the other.

Nothing else imports this module: it changes the process it runs in.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.documents import wire
from app.errors import DocumentError, PasswordNeeded


def main(memory: int) -> None:
    """Serve requests from standard input until it ends.

    Args:
        memory: bytes of data this process may hold.
    """
    requests, answers = _pipes()
    _limit(memory)
    with _dies_with_parent(requests):
        from app.documents.parser import Parser  # now that it may print what it likes

        parser = Parser()
    wire.send(answers, b"ready")
    while (data := wire.receive(requests)) is not None:
        with _dies_with_parent(requests):
            reply = _reply(parser.serve, wire.decode_request(data))
        wire.send(answers, reply)


def _reply(serve: Callable[[wire.Request], object], request: wire.Request) -> bytes:
    """Answer one request; whatever goes wrong becomes a `Failed`."""
    name = Path(getattr(request, "path", "") or getattr(request, "to", "") or "document").name
    try:
        result = serve(request)
        return wire.encode(wire.Done(msgspec.Raw(wire.encode(result))))
    except Exception as error:
        return wire.encode(_failure(error, name))


def _failure(error: Exception, name: str) -> wire.Failed:
    """What is said about an error. A hostile file can make the library raise anything."""
    if _lacks_memory(error):
        return wire.Failed(
            f"{name}: reading it needs more memory than one document may take.",
            "Split it into smaller files.",
            spent=True,
        )
    if isinstance(error, DocumentError):
        return wire.Failed(error.message, error.hint, isinstance(error, PasswordNeeded))
    return wire.Failed(
        f"{name}: it could not be read ({_first_line(error)}).",
        "The file may be damaged; open it in another program and save a fresh copy.",
        trace="".join(traceback.format_exception(error)),
    )


def _lacks_memory(error: BaseException | None) -> bool:
    """Whether an error, or one that led to it, is that no memory was left."""
    while error is not None:
        if isinstance(error, MemoryError) or "alloc (" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for messages alone; what libraries print goes to standard error."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, answers


def _limit(memory: int) -> None:
    """Bound memory and leave no core file with document text, where the platform can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


@contextlib.contextmanager
def _dies_with_parent(requests: BinaryIO) -> Iterator[None]:
    """End this process at once if the parent dies while a request is being served.

    The library holds the interpreter lock while it works, so no thread of ours could notice. The
    parent sends nothing until it is told "ready", or has its answer: the only event the pipe can
    bring meanwhile is its closing, and the kernel turns that into SIGIO, which ends the process.
    """
    if not hasattr(signal, "SIGIO"):
        yield
        return
    import fcntl
    import select

    fd = requests.fileno()
    flags = fcntl.fcntl(fd, fcntl.F_GETFL)
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(fd, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(fd, fcntl.F_SETFL, flags | os.O_ASYNC)
    poll = select.poll()
    poll.register(fd, select.POLLHUP)
    if any(event & select.POLLHUP for _, event in poll.poll(0)):
        os._exit(0)  # it died before the kernel was asked to tell
    try:
        yield
    finally:
        signal.signal(signal.SIGIO, signal.SIG_IGN)
        fcntl.fcntl(fd, fcntl.F_SETFL, flags)
