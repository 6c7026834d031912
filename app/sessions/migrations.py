"""The tables of a matter file, as named steps. Each is recorded in the transaction that makes it.

A step that has been released is never changed: a later one alters what it made. A file that records
a step not known here was written by a newer Pincite.

What is kept, and why each thing is kept once:

- `events` is the truth about a run, appended to and never rewritten. Turns, sub-calls, slices,
  findings and citations are read out of it (`record.py`); the views `slices` and `citations` do so
  for questions that go over many runs.
- `runs` repeats the head of a run (question, status, model, times) so that the history is listed
  without reading events. It is written in the transaction of the event that it repeats.
- `states` holds only the last state of a run: it is large, and only the last can be resumed.
- `texts` is apart from `documents` so that listing documents reads no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

if TYPE_CHECKING:
    from sqlite_utils.db import Database

migrations = Migrations("pincite")


@migrations()
def m001_matter(db: Database) -> None:
    """The matter itself: one row."""
    db.execute(
        """
        CREATE TABLE matter (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            name TEXT NOT NULL,
            created TEXT NOT NULL,
            program_version TEXT NOT NULL
        ) STRICT
        """
    )


@migrations()
def m002_documents(db: Database) -> None:
    """Documents, and apart from them their texts with pages, units and word boxes."""
    db.execute(
        """
        CREATE TABLE documents (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            kind TEXT NOT NULL,
            position INTEGER NOT NULL,
            pages INTEGER NOT NULL,
            characters INTEGER NOT NULL,
            without_text TEXT NOT NULL,
            notes TEXT NOT NULL,
            refined INTEGER NOT NULL,
            added TEXT NOT NULL,
            removed TEXT
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE texts (
            document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            format INTEGER NOT NULL,
            text BLOB NOT NULL,
            structure BLOB NOT NULL,
            words BLOB NOT NULL
        ) STRICT
        """
    )


@migrations()
def m003_runs(db: Database) -> None:
    """Sessions, runs, their events, and the state that a run can be resumed from."""
    db.execute(
        """
        CREATE TABLE sessions (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            created TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE runs (
            id TEXT PRIMARY KEY,
            session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            question TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN
                ('running', 'answered', 'not_found', 'stopped', 'failed', 'interrupted')),
            depth TEXT NOT NULL,
            protocol TEXT NOT NULL,
            model_id TEXT NOT NULL,
            model_name TEXT NOT NULL,
            model_sha256 TEXT NOT NULL,
            seed INTEGER NOT NULL,
            limits TEXT NOT NULL,
            settings TEXT NOT NULL,
            prompts_sha256 TEXT NOT NULL,
            program_version TEXT NOT NULL,
            started TEXT NOT NULL,
            ended TEXT,
            turns INTEGER NOT NULL,
            subcalls INTEGER NOT NULL,
            seconds REAL NOT NULL,
            usage TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX runs_by_session ON runs (session, started)")
    db.execute(
        """
        CREATE TABLE events (
            run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL,
            time TEXT NOT NULL,
            type TEXT NOT NULL,
            payload TEXT NOT NULL,
            PRIMARY KEY (run, seq)
        ) STRICT
        """
    )
    db.execute("CREATE INDEX events_by_type ON events (type, run)")
    db.execute(
        """
        CREATE TABLE states (
            run TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
            turn INTEGER NOT NULL,
            state BLOB NOT NULL,
            saved TEXT NOT NULL
        ) STRICT
        """
    )


@migrations()
def m004_views(db: Database) -> None:
    """Slices and citations of all runs, read out of their events."""
    db.execute(
        """
        CREATE VIEW slices AS
        SELECT run, seq, time,
            payload ->> '$.span.document' AS document,
            payload ->> '$.span.start' AS start,
            payload ->> '$.span.end' AS "end",
            payload ->> '$.turn' AS turn,
            payload ->> '$.subcall' AS subcall
        FROM events WHERE type = 'SliceRead'
        """
    )
    db.execute(
        """
        CREATE VIEW citations AS
        SELECT run,
            cited.value ->> '$.n' AS n,
            cited.value ->> '$.span.document' AS document,
            cited.value ->> '$.span.start' AS start,
            cited.value ->> '$.span.end' AS "end",
            cited.value ->> '$.page' AS page,
            cited.value ->> '$.label' AS label,
            cited.value ->> '$.quote' AS quote,
            cited.value ->> '$.check.passed' AS passed
        FROM events, json_each(events.payload, '$.answer.citations') AS cited
        WHERE events.type = 'AnswerReady'
        """
    )


@migrations()
def m005_verdicts_and_marks(db: Database) -> None:
    """What the reviewer says: verdicts on citations, and marks on spans."""
    db.execute(
        """
        CREATE TABLE verdicts (
            id INTEGER PRIMARY KEY,
            run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            citation INTEGER NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'flagged', 'none')),
            initials TEXT NOT NULL,
            note TEXT NOT NULL,
            time TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX verdicts_by_citation ON verdicts (run, citation)")
    db.execute(
        """
        CREATE TABLE marks (
            id INTEGER PRIMARY KEY,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            colour TEXT NOT NULL,
            note TEXT NOT NULL,
            tags TEXT NOT NULL,
            initials TEXT NOT NULL,
            created TEXT NOT NULL,
            changed TEXT NOT NULL,
            removed TEXT
        ) STRICT
        """
    )
    db.execute("CREATE INDEX marks_by_document ON marks (document, start)")


@migrations()
def m006_calls(db: Database) -> None:
    """Replies of the model, by a hash of everything that they depend on."""
    db.execute(
        """
        CREATE TABLE calls (
            key TEXT PRIMARY KEY,
            model_sha256 TEXT NOT NULL,
            reply BLOB NOT NULL,
            created TEXT NOT NULL
        ) STRICT
        """
    )


@migrations()
def m007_vectors(db: Database) -> None:
    """What passages mean, as vectors of an embedding model: made again where it is missing."""
    db.execute(
        """
        CREATE TABLE vectors (
            document TEXT NOT NULL,
            model_sha256 TEXT NOT NULL,
            packed BLOB NOT NULL,
            PRIMARY KEY (document, model_sha256)
        ) STRICT
        """
    )


@migrations()
def m008_vectors_in_parts(db: Database) -> None:
    """Vectors in parts of 512, to be read part by part; they go with their document."""
    db.execute(
        """
        CREATE TABLE vector_heads (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            model_sha256 TEXT NOT NULL,
            head BLOB NOT NULL,
            PRIMARY KEY (document, model_sha256)
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE vector_parts (
            document TEXT NOT NULL,
            model_sha256 TEXT NOT NULL,
            part INTEGER NOT NULL,
            vectors BLOB NOT NULL,
            PRIMARY KEY (document, model_sha256, part),
            FOREIGN KEY (document, model_sha256) REFERENCES vector_heads ON DELETE CASCADE
        ) STRICT
        """
    )
    for (rowid,) in db.execute("SELECT rowid FROM vectors").fetchall():
        _split(db, rowid)
    db.execute("DROP TABLE vectors")


def _split(db: Database, rowid: int) -> None:
    """Put one document's vectors, which were one packed file, into parts.

    Damaged ones, and those of a document that is gone, are left out.
    """
    import io
    import zipfile
    import zlib

    import numpy as np

    document, model, packed = db.execute(
        "SELECT document, model_sha256, packed FROM vectors WHERE rowid = ?", (rowid,)
    ).fetchone()
    try:
        with np.load(io.BytesIO(packed), allow_pickle=False) as data:
            starts, owners = data["starts"], data["owners"]
            vectors = data["vectors"].astype("<f2", copy=False)
    except (ValueError, OSError, EOFError, KeyError, zipfile.BadZipFile, zlib.error):
        return
    head = io.BytesIO()
    np.savez_compressed(head, starts=starts, owners=owners, texts=np.zeros(0, np.uint8))
    made = db.execute(
        "INSERT INTO vector_heads SELECT id, ?, ? FROM documents WHERE id = ?",
        (model, head.getvalue(), document),
    )
    for part in range(-(-len(vectors) // 512) if made.rowcount else 0):
        rows = vectors[512 * part : 512 * (part + 1)].tobytes()
        db.execute("INSERT INTO vector_parts VALUES (?, ?, ?, ?)", (document, model, part, rows))


@migrations()
def m009_units_in_columns(db: Database) -> None:
    """Documents are kept in columns, with words packed by the page.

    What is there can still be read and is left as it is; but a Pincite from before this step can't
    read documents that are added now, and calls the matter newer instead of damaged.
    """
