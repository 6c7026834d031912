"""One matter's SQLite file: opening it safely, reading it from any thread, writing it from any.

Threads: every thread that reads has a connection of its own, so that a long read in the window
never waits for the runner, nor the runner for it (SQLite's write-ahead log). Writing goes through
one lock within the program; a lock file beside the matter keeps a second Pincite from writing it.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from weakref import WeakSet

from filelock import FileLock, Timeout
from sqlite_utils import Database

from app.errors import MatterError
from app.sessions.migrations import migrations

APPLICATION_ID = 0x50494E43
"""Marks a SQLite file as a matter: "PINC"."""

BUSY_SECONDS = 10.0
"""How long to wait for another program that reads or copies the file."""

Row = dict[str, Any]


class MatterFile:
    """The connections to one matter file.

    Attributes:
        path: of the file.
        read_only: whether nothing may be written.
    """

    def __init__(self, path: Path, read_only: bool, lock: FileLock | None) -> None:
        self.path = path
        self.read_only = read_only
        self._lock = lock
        self._writing = threading.RLock()
        self._local = threading.local()
        self._connections: WeakSet[_Connection] = WeakSet()
        self._closed = False

    @classmethod
    def open(cls, path: Path, read_only: bool = False) -> MatterFile:
        """Open a matter, make it if it isn't there, and bring an older one up to date.

        Args:
            path: of the file; its folder must exist.
            read_only: to look into a matter that another program has open, or that can't be
                written. Nothing is made, locked or brought up to date.

        Raises:
            MatterError: if the file is not a matter, is newer, is in use or can't be written.
        """
        path = path.resolve()  # so that a link to a matter is locked as the matter
        _check_place(path, read_only)
        lock = None if read_only else _take(path)
        file = cls(path, read_only, lock)
        try:
            with file.explained():
                file._prepare()
        except BaseException:
            file.close()
            raise
        return file

    def query(self, sql: str, *params: object) -> list[Row]:
        """The rows of a SELECT, as dictionaries."""
        with self.explained():
            cursor = self._database().execute(sql, params)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    @contextmanager
    def writing(self, durable: bool = True) -> Iterator[Database]:
        """A transaction: all of it is kept, or none. May be nested.

        Args:
            durable: wait until the disk holds it. Without, it survives the end of this program at
                any moment, and of the machine as of the last durable transaction.

        Raises:
            MatterError: if the file can't be written.
        """
        if self.read_only:
            raise MatterError(
                f"{self.path.name} was opened for reading only.", "Open it again for writing."
            )
        with self._writing, self.explained():
            db = self._database()
            if db.conn.in_transaction:
                with db.atomic():
                    yield db
                return
            db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.commit()
            except BaseException:
                db.rollback()
                raise

    def vacuum(self) -> int:
        """Give back the space of what was deleted, leaving no trace of it; the bytes freed."""
        before = self.size()
        with self._writing, self.explained():
            self._database().vacuum()
            self._checkpoint()
        return before - self.size()

    def size(self) -> int:
        """Bytes on disk, the write-ahead log included."""
        parts = (self.path, self.path.with_name(self.path.name + "-wal"))
        return sum(part.stat().st_size for part in parts if part.exists())

    def close(self) -> None:
        """Close every thread's connection and let go of the lock. May be called twice."""
        with self._writing:
            self._closed = True
            if not self.read_only and self._connections:
                with suppress(sqlite3.Error):
                    self._checkpoint()
            for connection in list(self._connections):
                connection.close()
            if self._lock is not None and self._lock.is_locked:
                # Before the release: afterwards the file may already be another program's.
                with suppress(OSError):
                    Path(self._lock.lock_file).unlink()
                self._lock.release()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turn what SQLite says into what a person can act upon."""
        try:
            yield
        except sqlite3.Error as error:
            raise _explain(self.path, error) from error

    def _database(self) -> Database:
        """This thread's connection."""
        if self._closed:
            raise MatterError(f"{self.path.name} was closed.", "Open it again.")
        connection: _Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = _Connection(self.path, self.read_only)
            self._local.connection = connection
            self._connections.add(connection)
        return connection.db

    def _prepare(self) -> None:
        """Refuse what is no matter or a newer one; make what is new; update what is older."""
        db = self._database()
        marked = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if not marked and db.table_names():
            raise MatterError(
                f"{self.path.name} is a database of another program, not a matter.",
                "Choose a .pincite file, or another name for a new one.",
            )
        if not marked and self.read_only:
            raise _not_a_matter(self.path)
        _refuse_newer(self.path, db)
        if self.read_only:
            if migrations.pending(db):
                raise MatterError(
                    f"{self.path.name} was written by an older Pincite.",
                    "Open it once for writing to bring it up to date.",
                )
            return
        db.enable_wal()
        with self._writing:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrations.apply(db)

    def _checkpoint(self) -> None:
        self._database_or_any().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _database_or_any(self) -> Database:
        """This thread's connection, or, while closing, any."""
        connection: _Connection | None = getattr(self._local, "connection", None)
        return (connection or next(iter(self._connections))).db


class _Connection:
    """One thread's connection. It closes when the thread ends, or when the file is closed."""

    def __init__(self, path: Path, read_only: bool) -> None:
        connection = sqlite3.connect(
            _address(path, read_only), uri=True, timeout=BUSY_SECONDS, check_same_thread=False
        )
        self.db = Database(connection, execute_plugins=False)
        self.db.execute("PRAGMA foreign_keys = ON")
        if read_only:
            self.db.execute("PRAGMA query_only = ON")

    def close(self) -> None:
        self.db.close()

    def __del__(self) -> None:
        if hasattr(self, "db"):
            self.db.close()


def _address(path: Path, read_only: bool) -> str:
    """The URI under which SQLite opens the file."""
    uri = path.as_uri()
    if not read_only:
        return uri + "?mode=rwc"
    log = path.with_name(path.name + "-wal")
    if not log.exists() and not _writable(path.parent):
        # WORKAROUND: SQLite makes two files beside a write-ahead logged one even to read it, and
        # fails where it can't. Without a log the file is whole and can be read as it is.
        return uri + "?mode=ro&immutable=1"
    return uri + "?mode=ro"


def _check_place(path: Path, read_only: bool) -> None:
    """Refuse a path that can't hold a matter, before SQLite says it less well."""
    if path.is_dir():
        raise MatterError(f"{path} is a folder, not a matter.", "Choose a .pincite file.")
    if not path.exists():
        if read_only:
            raise MatterError(f"There is no matter at {path}.", "Check the name and the folder.")
        if not path.parent.is_dir():
            raise MatterError(f"There is no folder {path.parent}.", "Make it, or choose another.")
        if not _writable(path.parent):
            raise MatterError(
                f"No file can be made in {path.parent}.", "Choose a folder you may write to."
            )
    elif not read_only and not (_writable(path) and _writable(path.parent)):
        raise _read_only(path)


def _writable(path: Path) -> bool:
    """Whether this user may write to a file or folder."""
    return os.access(path, os.W_OK)


def _take(path: Path) -> FileLock:
    """The lock that one program at a time holds on a matter."""
    lock = FileLock(path.with_name(f".{path.name}.lock"), thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise MatterError(
            f"{path.name} is open in another Pincite.", "Close it there, then try again."
        ) from error
    except OSError as error:
        raise MatterError(
            f"{path.name} can't be locked: {error.strerror or error}.",
            "Copy it to a folder on this machine.",
        ) from error
    return lock


def _refuse_newer(path: Path, db: Database) -> None:
    applied = {step.name for step in migrations.applied(db)}
    known = {step.name for step in migrations.pending(Database(memory=True))}
    if applied - known:
        rows: Sequence[Any] = []
        with suppress(sqlite3.Error):
            rows = db.execute("SELECT program_version FROM matter").fetchall()
        version = f" ({rows[0][0]})" if rows else ""
        raise MatterError(
            f"{path.name} was written by a newer Pincite{version}.",
            "Update Pincite to open it; nothing in the file was changed.",
        )


def _read_only(path: Path) -> MatterError:
    return MatterError(
        f"{path.name} is read-only, so no work on it could be kept.",
        "Copy it to a folder you may write to and open the copy.",
    )


def _not_a_matter(path: Path) -> MatterError:
    return MatterError(f"{path.name} is not a matter.", "Choose a .pincite file.")


def _explain(path: Path, error: sqlite3.Error) -> MatterError:
    """The SQLite error `error` about the file at `path`, for a person."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_NOTADB"):
        return _not_a_matter(path)
    if name.startswith("SQLITE_READONLY"):
        return _read_only(path)
    if name.startswith("SQLITE_CORRUPT"):
        return MatterError(f"{path.name} is damaged.", "Open a backup copy of it.")
    if name.startswith("SQLITE_FULL"):
        return MatterError(
            f"The disk is full, so {path.name} could not be written.",
            "Free some space; what was kept before is still there.",
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return MatterError(
            f"{path.name} is in use by another program.", "Close that program, then try again."
        )
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return MatterError(
            f"{path.name} can't be read or written: {error}.",
            "Check that the disk or share it lies on is still there.",
        )
    raise error
