"""The documents of a matter: added once, never changed under a citation, removed with undo."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlite_utils import Database

from app.documents.document import Document, Page
from app.errors import MatterError
from app.sessions import packing
from app.sessions.matter_file import MatterFile, Row
from app.sessions.rows import DocumentRow


def now() -> str:
    """The time, as it is written in a matter: UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def when(text: str) -> datetime:
    """A time as it is written in a matter."""
    return datetime.fromisoformat(text)


class DocumentTables:
    """Documents and their texts. May be used from any thread."""

    def __init__(self, file: MatterFile) -> None:
        self._file = file

    def add_document(self, document: Document) -> Document:
        """Add a document, or find it again; the document as the matter has it.

        A file that the matter knows keeps its stored text, on which citations rest, even where a
        newer parser reads it otherwise: use what this returns from here on. One that was removed
        is restored.
        """
        known = self._file.query("SELECT * FROM documents WHERE id = ?", document.id)
        if not known:
            self._insert(document)
            return document
        row = _row(known[0])
        with self._file.writing() as db:
            change: dict[str, Any] = {"path": str(document.path), "removed": None}
            if row.removed is not None:
                change["position"] = self._next_position()
            db.table("documents").update(document.id, change)
        if document.refined and not row.refined and document.text == self._text(document.id):
            self.replace_structure(document)
        return self.document(document.id)

    def documents(self, removed: bool = False) -> list[DocumentRow]:
        """The documents in the reviewer's order; with `removed`, those taken out instead."""
        which = "IS NOT NULL" if removed else "IS NULL"
        rows = self._file.query(
            f"SELECT * FROM documents WHERE removed {which} ORDER BY position, added"
        )
        return [_row(row) for row in rows]

    def document(self, id: str) -> Document:
        """A document whole, as it was added; those removed can still be had.

        Raises:
            MatterError: if there is none with this id, or its text is damaged.
        """
        row = self.document_row(id)
        stored = self._file.query("SELECT * FROM texts WHERE document = ?", id)[0]
        try:
            structure = packing.unpack_structure(stored["structure"], stored["format"])
            text = packing.unpack_text(stored["text"])
            words = packing.unpack_words(stored["words"], stored["format"])
        except (zlib.error, msgspec.MsgspecError, ValueError) as error:
            raise self._damaged(row.name) from error
        return Document(
            row.id,
            row.name,
            row.path,
            row.sha256,
            row.kind,
            text,
            structure.pages,
            structure.blocks,
            structure.sentences,
            structure.sections,
            words,
            row.refined,
            row.notes,
        )

    def document_row(self, id: str) -> DocumentRow:
        """A document without its text.

        Raises:
            MatterError: if there is none with this id.
        """
        rows = self._file.query("SELECT * FROM documents WHERE id = ?", id)
        if not rows:
            raise MatterError(f"There is no document {id} in {self._file.path.name}.")
        return _row(rows[0])

    def replace_structure(self, document: Document) -> None:
        """Keep what `refine` made of a document: other units over the same text.

        Raises:
            ValueError: if the text is not the stored one; citations into it would break.
        """
        if document.text != self._text(document.id):
            raise ValueError(f"{document.name}: refining must not change the text")
        structure = packing.pack_structure(document)
        words = packing.pack_words(document.words)
        with self._file.writing() as db:
            packed = {"format": packing.FORMAT, "structure": structure, "words": words}
            db.table("texts").update(document.id, packed)
            db.table("documents").update(document.id, _measures(document))

    def remove_document(self, id: str) -> None:
        """Take a document out of the matter. Its text stays for the runs that cite it."""
        self._update(id, {"removed": now()})

    def restore_document(self, id: str) -> None:
        """Undo `remove_document`: the document stands where it stood."""
        self._update(id, {"removed": None})

    def purge_documents(self) -> int:
        """Delete the removed documents that no run was asked over, for good; how many."""
        with self._file.writing() as db:
            return db.execute(
                """
                DELETE FROM documents WHERE removed IS NOT NULL AND id NOT IN (
                    SELECT asked.value FROM events, json_each(payload, '$.documents') AS asked
                    WHERE events.type = 'RunStarted')
                """
            ).rowcount

    def pages(self, id: str) -> tuple[Page, ...]:
        """The pages of a document, read without its text."""
        stored = self._file.query("SELECT structure, format FROM texts WHERE document = ?", id)
        if not stored:
            return ()
        return packing.unpack_structure(stored[0]["structure"], stored[0]["format"]).pages

    def _text(self, id: str) -> str:
        stored = self._file.query("SELECT text FROM texts WHERE document = ?", id)
        return packing.unpack_text(stored[0]["text"]) if stored else ""

    def _insert(self, document: Document) -> None:
        """Write a document that the matter does not know. Packed before the lock is taken."""
        packed = {
            "document": document.id,
            "format": packing.FORMAT,
            "text": packing.pack_text(document.text),
            "structure": packing.pack_structure(document),
            "words": packing.pack_words(document.words),
        }
        with self._file.writing() as db:
            row = {
                "id": document.id,
                "name": document.name,
                "path": str(document.path),
                "sha256": document.sha256,
                "kind": document.kind,
                "position": self._next_position(),
                "added": now(),
                "removed": None,
            }
            _insert_or_ignore(db, "documents", row | _measures(document))
            _insert_or_ignore(db, "texts", packed)

    def _next_position(self) -> int:
        rows = self._file.query("SELECT coalesce(max(position), -1) + 1 AS n FROM documents")
        return int(rows[0]["n"])

    def _update(self, id: str, change: dict[str, Any]) -> None:
        self.document_row(id)
        with self._file.writing() as db:
            db.table("documents").update(id, change)

    def _damaged(self, name: str) -> MatterError:
        return MatterError(
            f"The text of {name} in {self._file.path.name} is damaged.",
            "Open a backup copy of the matter.",
        )


def _insert_or_ignore(db: Database, table: str, row: Row) -> None:
    # Two threads may add the same file at once; the second finds it there.
    db.table(table).insert(row, ignore=True)


def _measures(document: Document) -> Row:
    """The columns that follow from a document's units."""
    return {
        "pages": len(document.pages),
        "characters": len(document.text),
        "without_text": json.dumps([p.index for p in document.pages if not p.has_text]),
        "notes": json.dumps(list(document.notes)),
        "refined": int(document.refined),
    }


def _row(row: Row) -> DocumentRow:
    return DocumentRow(
        id=row["id"],
        name=row["name"],
        path=Path(row["path"]),
        sha256=row["sha256"],
        kind=row["kind"],
        position=row["position"],
        pages=row["pages"],
        characters=row["characters"],
        without_text=tuple(json.loads(row["without_text"])),
        notes=tuple(json.loads(row["notes"])),
        refined=bool(row["refined"]),
        added=when(row["added"]),
        removed=when(row["removed"]) if row["removed"] else None,
    )
