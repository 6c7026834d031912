"""What goes over the pipe between the program and its parser process, or its embedding process.

Messages are MessagePack with fixed types. A pickle would let a document that takes over the parser
process run code in the program as well; these can only be decoded into the data they claim to be.
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Literal, TypeVar, cast

import msgspec

from app.documents.document import Document

Work = Literal["parser", "embedding"]
"""What a child process does."""

_T = TypeVar("_T")
_HEADER = struct.Struct(">Q")


class OpenFile(msgspec.Struct, frozen=True, tag=True):
    """Open a file and extract it whole. Answered with a `Document`."""

    path: str
    password: str | None = None


class Classify(msgspec.Struct, frozen=True, tag=True):
    """Run the layout model over one page. Answered with a list of `Region`."""

    path: str
    page: int
    password: str | None = None
    sha256: str | None = None


class Region(msgspec.Struct, frozen=True, array_like=True):
    """A part of a page as the layout model sees it, in points of the page as displayed."""

    x0: float
    y0: float
    x1: float
    y1: float
    kind: str


class Rework(msgspec.Struct, frozen=True, tag=True):
    """Make a document's units anew from the regions of its pages. Answered with a `Document`."""

    document: Document
    regions: list[list[Region]]
    password: str | None = None


class Draw(msgspec.Struct, frozen=True, tag=True):
    """Draw one page at `scale` * 72 dpi. Answered with a `Drawing`."""

    path: str
    page: int
    scale: float
    password: str | None = None
    sha256: str | None = None


class Drawing(msgspec.Struct, frozen=True):
    """A drawn page: rows of `stride` bytes, four a pixel: blue, green, red and one that is unused.

    `data` is empty where the pixels lie on the canvas that both processes share.
    """

    width: int
    height: int
    stride: int
    data: bytes = b""


class FindLinks(msgspec.Struct, frozen=True, tag=True):
    """List the links of one page. Answered with a list of `Link`."""

    path: str
    page: int
    password: str | None = None
    sha256: str | None = None


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


class WritePdf(msgspec.Struct, frozen=True, tag=True):
    """Lay HTML out on A4 pages and write them to a PDF file. Answered with the number of pages."""

    html: str
    to: str
    title: str = ""


class Annotation(msgspec.Struct, frozen=True, array_like=True):
    """A mark: rectangles (page, x0, y0, x1, y1) of pages as displayed, colour as #rrggbb, words.

    `author` and the times are those of the mark, not of the copy; times know their zone.
    """

    rects: list[tuple[int, float, float, float, float]]
    colour: str
    text: str = ""
    author: str = ""
    created: datetime | None = None
    changed: datetime | None = None


class Annotate(msgspec.Struct, frozen=True, tag=True):
    """Write a copy of a PDF with marks. Answered with the number of marks written."""

    path: str
    to: str
    sha256: str
    annotations: list[Annotation]
    password: str | None = None


Request = OpenFile | Classify | Rework | Draw | FindLinks | WritePdf | Annotate


class Embed(msgspec.Struct, frozen=True):
    """Make vectors of texts, with a model and its tokenizer. Answered with `Vectors`."""

    model: str
    tokenizer: str
    texts: list[str]


class Vectors(msgspec.Struct, frozen=True):
    """One vector for each text: rows of `dimensions` floats of 32 bits, one after the other."""

    dimensions: int
    data: bytes


class Done(msgspec.Struct, frozen=True, tag=True):
    """The request succeeded; `result` is still encoded."""

    result: msgspec.Raw


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The request failed.

    Attributes:
        password: whether a password is missing or wrong.
        spent: whether the process has no memory left and should be replaced.
        trace: the traceback where the failure was not foreseen.
    """

    message: str
    hint: str = ""
    password: bool = False
    spent: bool = False
    trace: str = ""


Reply = Done | Failed


def encode(value: object) -> bytes:
    """Encode a message or a result."""
    return msgspec.msgpack.encode(value, enc_hook=_plain)


def decode(data: bytes | msgspec.Raw, kind: type[_T]) -> _T:
    """Decode bytes into a value of type `kind`.

    Raises:
        msgspec.DecodeError: if they hold anything else.
    """
    return msgspec.msgpack.decode(data, type=kind, dec_hook=_rebuilt)


def decode_request(data: bytes) -> Request:
    """Decode a request; raises as `decode`."""
    return cast("Request", decode(data, cast("type[object]", Request)))


def decode_reply(data: bytes) -> Reply:
    """Decode a reply, its result left encoded; raises as `decode`."""
    return cast("Reply", decode(data, cast("type[object]", Reply)))


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one message, preceded by its length."""
    stream.write(_HEADER.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one message, or None at the end of the stream, also where that comes half-way."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    (length,) = _HEADER.unpack(header)
    data = stream.read(length)
    return data if len(data) == length else None


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, array):
        return (value.typecode, value.tobytes())
    raise NotImplementedError(f"{type(value)} does not travel")


def _rebuilt(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value))
    if kind is array:
        typecode, data = cast("tuple[str, bytes]", value)
        if typecode not in ("I", "f"):
            raise ValueError(f"unexpected array of {typecode!r}")
        result: array[Any] = array(typecode)
        result.frombytes(data)
        return result
    raise NotImplementedError(f"{kind} does not travel")
