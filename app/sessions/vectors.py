"""What the passages of documents mean, as vectors: slow to make, so kept in the matter."""

from __future__ import annotations

from app.sessions.matter_file import MatterFile


class VectorStore:
    """Packed vectors by document and embedding model. May be used from any thread."""

    def __init__(self, file: MatterFile) -> None:
        self._file = file

    def get(self, document: str, model_sha256: str) -> bytes | None:
        """The vectors of a document, or None."""
        rows = self._file.query(
            "SELECT packed FROM vectors WHERE document = ? AND model_sha256 = ?",
            document,
            model_sha256,
        )
        return bytes(rows[0]["packed"]) if rows else None

    def put(self, document: str, model_sha256: str, packed: bytes) -> None:
        """Keep the vectors of a document, in place of earlier ones of the same model."""
        row = {"document": document, "model_sha256": model_sha256, "packed": packed}
        with self._file.writing(durable=False) as db:
            db.table("vectors").insert(row, pk=("document", "model_sha256"), replace=True)
