"""Replies of the model, kept so that the same call need not be made twice."""

from __future__ import annotations

from app.sessions.documents import now
from app.sessions.matter_file import MatterFile


class CallCache:
    """Replies by a key that must cover all they depend on: model, prompt, grammar and sampling.

    May be used from any thread. What is here can be made again, so it is not waited for.
    """

    def __init__(self, file: MatterFile) -> None:
        self._file = file

    def get(self, key: str) -> bytes | None:
        """The reply kept under a key, or None."""
        rows = self._file.query("SELECT reply FROM calls WHERE key = ?", key)
        return bytes(rows[0]["reply"]) if rows else None

    def put(self, key: str, reply: bytes, model_sha256: str) -> None:
        """Keep a reply; one that is there under the same key gives way."""
        row = {"key": key, "model_sha256": model_sha256, "reply": reply, "created": now()}
        with self._file.writing(durable=False) as db:
            db.table("calls").insert(row, pk="key", replace=True)

    def clear(self) -> int:
        """Forget all replies; how many there were."""
        with self._file.writing() as db:
            return db.execute("DELETE FROM calls").rowcount

    def wipe(self) -> tuple[int, int]:
        """Forget all replies and leave no trace of them; how many there were, and bytes freed."""
        count = self.clear()
        return count, self._file.vacuum()

    def __len__(self) -> int:
        return int(self._file.query("SELECT count(*) AS n FROM calls")[0]["n"])
