"""The paper authors' library `rlms` over the same model; needs the extra `evaluation`."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.cancel import CancelToken
from app.documents.document import Document, Span
from app.engine.engine import Engine
from app.errors import UsageError
from tests.evaluation.normal import find_phrase
from tests.evaluation.systems.base import Cited, Cost, Reply
from tests.evaluation.systems.rlms_child import MARK
from tests.evaluation.systems.serving import EngineServer

_TURNS = 12
_REPLY_TOKENS = 700
_MEMORY = 6 * 2**30
_GRACE = 3.0
"""Seconds that the library gets beyond the limit, to end by itself with what it has."""

_ROOT = Path(__file__).resolve().parents[3]
_TASK = (
    "{question}\n\nAnswer from the context in one or two short sentences, with figures, dates and "
    "names exactly as they stand there. After the answer give the sentence of the context that "
    "states it, word for word, in double quotation marks. If the context does not state it, answer "
    "only: Not found."
)
_QUOTED = re.compile(r"[\"“]([^\"“”]{12,})[\"”]")


class RlmsSystem:
    """Gives `rlms` the whole text as its context, and a process of its own for each question."""

    name = "rlms"

    def __init__(
        self,
        engine: Engine,
        seconds: float,
        turns: int = _TURNS,
        reply_tokens: int = _REPLY_TOKENS,
    ) -> None:
        """Set up.

        Args:
            engine: the model; the caller closes it.
            seconds: the most that one question may take.
            turns: the most that a root may take.
            reply_tokens: the longest reply.

        Raises:
            UsageError: if the library is not installed.
        """
        if importlib.util.find_spec("rlm") is None:
            raise UsageError(
                "The library rlms is not installed.",
                'Install it with: pip install -e ".[evaluation]"',
            )
        self.model = engine.model.id
        self._engine = engine
        self._seconds = seconds
        self._turns = turns
        self._reply_tokens = reply_tokens

    def ask(
        self, documents: Sequence[Document], question: str, say: Callable[[str], None]
    ) -> Reply:
        """One completion of the library's; it is killed when its time is up."""
        began = time.monotonic()
        cancel = CancelToken()
        with EngineServer(self._engine, cancel, self._reply_tokens) as server:
            order = {
                "address": server.address,
                "model": self.model,
                "context": _context(documents),
                "question": _TASK.format(question=question),
                "turns": self._turns,
                "seconds": self._seconds,
                "reply_tokens": self._reply_tokens,
                "memory": _MEMORY,
            }
            said = _run(order, server, began + self._seconds, cancel, say)
            usage = server.usage
            cost = Cost(
                usage.prompt - usage.reused,
                usage.generated,
                server.subcalls,
                time.monotonic() - began,
            )
        return _reply(said, documents, cost)

    def close(self) -> None:
        """Nothing: the engine belongs to the caller."""


def _context(documents: Sequence[Document]) -> str:
    """The text of the documents, each under its name."""
    if len(documents) == 1:
        return documents[0].text
    return "\n\n".join(f"=== {document.name} ===\n\n{document.text}" for document in documents)


def _run(
    order: dict[str, Any],
    server: EngineServer,
    deadline: float,
    cancel: CancelToken,
    say: Callable[[str], None],
) -> dict[str, str]:
    """Serve the library's process until it ends or its time is up; what it said."""
    with tempfile.TemporaryDirectory(prefix="rlms-") as folder:
        place = Path(folder)
        (place / "in").write_text(json.dumps(order), encoding="utf-8")
        with (place / "in").open() as given, (place / "out").open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.evaluation.systems.rlms_child"],
                stdin=given,
                stdout=out,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env=_environment(folder),
            )
            try:
                _serve(process, server, deadline, cancel, say)
            finally:
                process.kill()
                process.wait()
        return _said((place / "out").read_text(encoding="utf-8", errors="replace"))


def _serve(
    process: subprocess.Popen[bytes],
    server: EngineServer,
    deadline: float,
    cancel: CancelToken,
    say: Callable[[str], None],
) -> None:
    """Answer the process's calls; in a timer's thread, break a call off that takes too long."""
    with _Timer(deadline, cancel):
        while process.poll() is None and time.monotonic() < deadline + _GRACE:
            server.serve()
            say(f"{server.turns} turns, {server.subcalls} sub-calls")


class _Timer:
    """Raises a cancel token at a point in time, unless left before."""

    def __init__(self, deadline: float, cancel: CancelToken) -> None:
        self._timer = threading.Timer(max(0.0, deadline - time.monotonic()), cancel.cancel)
        self._timer.daemon = True

    def __enter__(self) -> _Timer:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()


def _environment(folder: str) -> dict[str, str]:
    """What the process needs and nothing else: code that a model wrote runs in it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    return {**kept, "HOME": folder, "PYTHONPATH": str(_ROOT), "OMP_NUM_THREADS": "1"}


def _said(output: str) -> dict[str, str]:
    """The result in what the process printed."""
    lines = [line for line in output.split("\n") if line.startswith(MARK)]
    if not lines:
        return {"status": "timeout", "answer": "", "error": "It did not end in time."}
    said: dict[str, str] = json.loads(lines[-1].removeprefix(MARK))
    return said


def _reply(said: dict[str, str], documents: Sequence[Document], cost: Cost) -> Reply:
    text = said["answer"].strip()
    quotes = _QUOTED.findall(text)
    answer = _QUOTED.sub("", text).strip() or text
    missing = re.match(r"\W*not found\b", text.lower()) is not None
    status = {"answered": "answered", "timeout": "stopped"}.get(said["status"], "failed")
    if missing or (not text and status == "answered"):
        status = "not_found"
    return Reply(
        status=status,
        answer="" if missing else answer,
        citations=() if missing else tuple(_cited(quote, documents) for quote in quotes),
        cost=cost,
        error=said["error"],
    )


def _cited(quote: str, documents: Sequence[Document]) -> Cited:
    """The passage with these words; where there is none, one that counts as a bad quote."""
    for document in documents:
        found = find_phrase(document.text, quote)
        if found is not None:
            span = Span(document.id, *found)
            return Cited(span, document.quote(span), document.page_at(span.start).index)
    return Cited(Span(documents[0].id, 0, 0), quote, -1)
