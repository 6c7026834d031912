"""A run as bytes, taken after every turn: enough to go on from there on another day."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import msgspec

from app.documents.document import Span
from app.engine.engine import Message, Usage
from app.errors import MatterError
from app.recursion.budget import Limits
from app.recursion.frame import Note, Part
from app.recursion.results import Evidence

_MAGIC = b"pincite-run-1\n"
"""The form of the bytes; a change of `State` gets a new number."""


@dataclass(frozen=True, slots=True)
class State:
    """What a run goes on from.

    Attributes:
        repl: the REPL's state, as `Repl.save` gives it.
        messages: the root's conversation; feedback: what it is told next.
        slices, evidence: the ledger.
        notes, refusals, children: of the root's frame.
        cells: those that were run, in normal form; stuck: replies since that brought no new one.
        limits, turns, subcalls, usage, seconds: the account.
        scope: what may be read, where that is less than all documents.
        parts: of an answer that is put together part by part.
    """

    question: str
    documents: tuple[str, ...]
    protocol: str
    repl: bytes
    messages: tuple[Message, ...]
    feedback: str
    slices: tuple[Span, ...]
    evidence: tuple[Evidence, ...]
    notes: tuple[Note, ...]
    handed: tuple[Span, ...]
    refusals: int
    children: int
    cells: tuple[str, ...]
    stuck: int
    limits: Limits
    turns: int
    subcalls: int
    usage: Usage
    seconds: float
    scope: tuple[Span, ...] = ()
    parts: tuple[Part, ...] = ()

    def pack(self) -> bytes:
        """The state as bytes."""
        return _MAGIC + zlib.compress(msgspec.msgpack.encode(self), 1)

    @staticmethod
    def unpack(data: bytes) -> State:
        """The state in bytes that `pack` made.

        Raises:
            MatterError: if they are damaged, or from another version of Pincite.
        """
        if not data.startswith(_MAGIC):
            raise MatterError(
                "This run was saved by another version of Pincite and can't be resumed.",
                "Ask the question again.",
            )
        try:
            raw = zlib.decompress(data[len(_MAGIC) :])
            return msgspec.msgpack.decode(raw, type=State)
        except (zlib.error, msgspec.DecodeError) as error:
            raise MatterError(
                "The saved state of this run is damaged.", "Ask the question again."
            ) from error
