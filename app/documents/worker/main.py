"""The child's side of a child process: reads requests, answers them, one after the other.

Nothing else imports this module: it changes the process it runs in.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.documents.exchange import wire
from app.documents.exchange.canvas import Canvas
from app.errors import DocumentError, PasswordNeeded, UserError


def main(work: wire.Work, memory: int, lifeline: int, canvas: int) -> None:
    """Serve requests from standard input until it ends.

    Args:
        work: what kind of requests.
        memory: bytes of data this process may hold.
        lifeline: the reading end of a pipe that closes when the parent dies, or -1.
        canvas: the descriptor of the memory that pictures are laid into, or -1.
    """
    faulthandler.enable()
    requests, answers = _pipes()
    _limit(memory)
    if lifeline >= 0:
        _die_with_parent(lifeline)
    serve = _parser(canvas) if work == "parser" else _embedding()
    wire.send(answers, b"ready")
    while (data := wire.receive(requests)) is not None:
        wire.send(answers, serve(data))


def _parser(canvas: int) -> Callable[[bytes], bytes]:
    """Answers requests about documents."""
    from app.documents.worker.parser import Parser  # now that it may print what it likes

    parser = Parser(Canvas(canvas) if canvas >= 0 else None)

    def serve(data: bytes) -> bytes:
        request = wire.decode_request(data)
        path = getattr(request, "path", "") or getattr(request, "to", "") or "document"
        writes = isinstance(request, wire.WritePdf | wire.Annotate)
        return _reply(partial(parser.serve, request), Path(path).name, writes)

    return serve


def _embedding() -> Callable[[bytes], bytes]:
    """Answers requests for vectors."""
    from app.documents.worker.embedding_model import vectors

    def serve(data: bytes) -> bytes:
        request = wire.decode(data, wire.Embed)
        return _reply(partial(vectors, request), Path(request.model).name)

    return serve


def _reply(work: Callable[[], object], name: str, writes: bool = False) -> bytes:
    """What comes of work on a file; whatever goes wrong becomes a `Failed`."""
    try:
        result = work()
        return wire.encode(wire.Done(msgspec.Raw(wire.encode(result))))
    except Exception as error:
        return wire.encode(_failure(error, name, writes))


def _failure(error: Exception, name: str, writes: bool) -> wire.Failed:
    """What is said about an error. A hostile file can make the library raise anything.

    The library's own words are for the trace: they tell a reader nothing.
    """
    if _lacks_memory(error):
        said: UserError = DocumentError(
            f"{name}: reading it needs more memory than one document may take.",
            "Split it into smaller files.",
        )
        return wire.Failed(said.message, said.hint, spent=True)
    if isinstance(error, UserError):
        return wire.Failed(error.message, error.hint, isinstance(error, PasswordNeeded))
    said = _unforeseen(name, writes)
    return wire.Failed(said.message, said.hint, trace="".join(traceback.format_exception(error)))


def _unforeseen(name: str, writes: bool) -> DocumentError:
    if writes:
        return DocumentError(
            f"{name} could not be written: the library that makes PDF files gave up.",
            "Try it again; for a report, HTML does without that library.",
        )
    return DocumentError(
        f"{name} can't be read: it is damaged, or not made as its kind of file should be.",
        "Open it in another program and save a fresh copy, or save it as PDF.",
    )


def _lacks_memory(error: BaseException | None) -> bool:
    """Whether an error, or one that led to it, is that no memory was left."""
    while error is not None:
        if isinstance(error, MemoryError) or "alloc (" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for messages alone; what libraries print goes nowhere.

    Standard error stays what the parent reads when this process has died.
    """
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return requests, answers


def _limit(memory: int) -> None:
    """Bound memory and leave no core file with document text, where the platform can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _die_with_parent(lifeline: int) -> None:
    """End this process at once when the parent dies, also in the middle of a request.

    The library holds the interpreter lock while it works, so no thread of ours could notice.
    Nothing is ever written to the lifeline: the only event it can bring is its closing, and the
    kernel turns that into SIGIO, which ends the process. (The pipe of requests would not do: the
    kernel may signal a request to a reader that has it already.)
    """
    if not hasattr(signal, "SIGIO"):
        return
    import fcntl
    import select

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    poll = select.poll()
    poll.register(lifeline, select.POLLHUP)
    if any(event & select.POLLHUP for _, event in poll.poll(0)):
        os._exit(0)  # it died before the kernel was asked to tell
