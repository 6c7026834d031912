"""What the passages of documents mean, as vectors: slow to make, so kept in the matter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from app.sessions.matter_file import MatterFile


class VectorShelf:
    """The vectors that one model made of the documents of a matter, part by part.

    A `documents.vectors.Shelf`. May be used from any thread.
    """

    def __init__(self, file: MatterFile, model_sha256: str) -> None:
        self._file = file
        self._model = model_sha256

    def head(self, document: str) -> bytes | None:
        """What was kept of a document by `begin`, or None."""
        rows = self._file.query(
            "SELECT head FROM vector_heads WHERE document = ? AND model_sha256 = ?",
            document,
            self._model,
        )
        return bytes(rows[0]["head"]) if rows else None

    def begin(self, document: str, head: bytes) -> None:
        """Keep this of a document, in place of all that was kept of it."""
        row = {"document": document, "model_sha256": self._model, "head": head}
        with self._file.writing(durable=False) as db:
            # Its parts go with the head.
            db.execute(
                "DELETE FROM vector_heads WHERE document = ? AND model_sha256 = ?",
                (document, self._model),
            )
            db.table("vector_heads").insert(row)

    def add(self, document: str, part: bytes) -> None:
        """Keep one more part of a document."""
        with self._file.writing(durable=False) as db:
            row = {"document": document, "model_sha256": self._model, "vectors": part}
            db.table("vector_parts").insert(row | {"part": len(self.sizes(document))})

    def sizes(self, document: str) -> list[int]:
        """The bytes of each part that is kept of a document."""
        rows = self._file.query(
            "SELECT length(vectors) AS size FROM vector_parts"
            " WHERE document = ? AND model_sha256 = ? ORDER BY part",
            document,
            self._model,
        )
        return [row["size"] for row in rows]

    def parts(self, document: str) -> Iterator[bytes]:
        """The parts of a document in order, each read when it is its turn."""
        for part in count():
            rows = self._file.query(
                "SELECT vectors FROM vector_parts"
                " WHERE document = ? AND model_sha256 = ? AND part = ?",
                document,
                self._model,
                part,
            )
            if not rows:
                return
            yield rows[0]["vectors"]
