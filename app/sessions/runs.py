"""Sessions and runs: events recorded as they come, and read back as run records."""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlite_utils import Database

from app import __version__
from app.documents.document import Span
from app.engine.engine import Usage
from app.errors import MatterError
from app.recursion.events import (
    AnswerReady,
    Event,
    RootToken,
    RunFailed,
    RunStarted,
    Spent,
    StateSaved,
)
from app.sessions import codec
from app.sessions.codec import StoredEvent
from app.sessions.documents import now, when
from app.sessions.matter_file import MatterFile, Row
from app.sessions.rows import RunRow, SessionRow

_HEADS = """
    SELECT runs.*, EXISTS (SELECT 1 FROM states WHERE run = runs.id) AS resumable FROM runs
"""


class RunTables:
    """Sessions, runs and their events. May be used from any thread."""

    def __init__(self, file: MatterFile) -> None:
        self._file = file
        self._session: int | None = None

    def start_session(self, title: str = "") -> int:
        """Begin a new session, to which the runs from now on belong; its number."""
        with self._file.writing() as db:
            added = db.execute(
                "INSERT INTO sessions (title, created) VALUES (?, ?)", (title, now())
            )
        self._session = int(added.lastrowid or 0)
        return self._session

    @contextlib.contextmanager
    def aside(self, title: str) -> Iterator[int]:
        """A session of its own for the runs begun within; then the one under way goes on."""
        before = self._session
        try:
            yield self.start_session(title)
        finally:
            self._session = before

    def start_run(self, question: str = "", *, prompts_sha256: str = "") -> str:
        """Make room for a run; its id, under which its events are recorded.

        It belongs to the session under way, or to a new one.

        Args:
            question: what is asked; `RunStarted` brings it too.
            prompts_sha256: of all words said to the model.
        """
        run = secrets.token_hex(6)
        with self._file.writing() as db:
            session = self._session or self.start_session()
            db.table("runs").insert(
                {
                    "id": run,
                    "session": session,
                    "question": question,
                    "status": "running",
                    "prompts_sha256": prompts_sha256,
                    "program_version": __version__,
                    "started": now(),
                    "ended": None,
                    "usage": _json(Usage()),
                    "limits": "{}",
                    "settings": "{}",
                }
                | dict.fromkeys(("depth", "protocol", "model_id", "model_name"), "")
                | {"model_sha256": "", "seed": 0, "turns": 0, "subcalls": 0, "seconds": 0.0}
            )
        return run

    def record(self, run: str, event: Event) -> None:
        """Write an event of a run; it is in the file when this returns.

        Tokens as they are written (`RootToken`) are not kept. What a run can be resumed from, and
        its end, also wait until the disk holds them.

        Raises:
            MatterError: if the matter can't be written.
        """
        if isinstance(event, RootToken):
            return
        name, payload = codec.encode(event)
        time = now()
        durable = isinstance(event, RunStarted | StateSaved | AnswerReady | RunFailed)
        with self._file.writing(durable) as db:
            db.execute(
                """
                INSERT INTO events (run, seq, time, type, payload) VALUES
                (:run, (SELECT coalesce(max(seq), 0) + 1 FROM events WHERE run = :run),
                 :time, :type, :payload)
                """,
                {"run": run, "time": time, "type": name, "payload": payload},
            )
            _follow(db, run, event, time)

    def events(self, run: str) -> Iterator[StoredEvent]:
        """The events of a run in order, as far as they are there now. For folding and replay."""
        rows = self._file.query("SELECT * FROM events WHERE run = ? ORDER BY seq", run)
        for row in rows:
            event = codec.decode(row["type"], row["payload"])
            yield StoredEvent(row["seq"], when(row["time"]), event)

    def runs(self) -> list[RunRow]:
        """Every run, the newest first."""
        return [_head(row) for row in self._file.query(_HEADS + "ORDER BY started DESC, id")]

    def runs_over(self, document: str) -> list[RunRow]:
        """The runs that were asked over this document alone and the whole of it, newest first.

        A branch is left out: its cells are the reviewer's, not the model's alone.
        """
        rows = self._file.query(
            _HEADS
            + """
            WHERE id IN (
                SELECT run FROM events WHERE type = 'RunStarted'
                AND payload ->> '$.documents[0]' = ?
                AND json_array_length(payload, '$.documents') = 1
                AND payload ->> '$.settings.scope' IS NULL
                AND payload ->> '$.settings.branch' IS NULL
            )
            ORDER BY started DESC, id
            """,
            document,
        )
        return [_head(row) for row in rows]

    def run_row(self, run: str) -> RunRow:
        """The head of a run, by its id or by an unambiguous beginning of it.

        Raises:
            MatterError: if there is no such run, or more than one.
        """
        rows = self._file.query(_HEADS + "WHERE substr(id, 1, length(?1)) = ?1", run)
        exact = [row for row in rows if row["id"] == run] or rows
        if not run or len(exact) != 1:
            what = "more than one run" if run and rows else "no run"
            raise MatterError(
                f"There is {what} {run} in {self._file.path.name}.",
                "Name one of its runs.",
                "pincite matter show",
            )
        return _head(exact[0])

    def sessions(self) -> list[SessionRow]:
        """The sessions that have runs, the newest first, each with its runs, oldest first."""
        runs: dict[int, list[RunRow]] = {}
        for run in reversed(self.runs()):
            runs.setdefault(run.session, []).append(run)
        rows = self._file.query("SELECT * FROM sessions ORDER BY created DESC, id DESC")
        return [
            SessionRow(row["id"], row["title"], when(row["created"]), tuple(runs[row["id"]]))
            for row in rows
            if row["id"] in runs
        ]

    def saved_state(self, run: str) -> bytes | None:
        """The bytes of the last `StateSaved` of a run, to resume it from; None if there is none."""
        rows = self._file.query("SELECT state FROM states WHERE run = ?", run)
        return bytes(rows[0]["state"]) if rows else None

    def forget_states(self) -> int:
        """Forget the saved states of runs that came to their end; how many there were."""
        with self._file.writing() as db:
            return db.execute(
                """
                DELETE FROM states WHERE run IN
                (SELECT id FROM runs WHERE status IN ('answered', 'not_found'))
                """
            ).rowcount

    def slices(self, session: int | None = None) -> list[Span]:
        """Every span that the model was shown, in one session or in all, in order of time."""
        rows = self._file.query(
            """
            SELECT document, start, "end" FROM slices JOIN runs ON runs.id = slices.run
            WHERE ?1 IS NULL OR session = ?1 ORDER BY time, seq
            """,
            session,
        )
        return [Span(row["document"], row["start"], row["end"]) for row in rows]

    def _mark_interrupted(self) -> None:
        """Mark the runs that were going on when the program ended: nobody works on them now."""
        rows = self._file.query("SELECT id, started FROM runs WHERE status = 'running'")
        if not rows:
            return
        with self._file.writing() as db:
            for row in rows:
                last = self._file.query(
                    "SELECT max(time) AS time FROM events WHERE run = ?", row["id"]
                )
                ended = last[0]["time"] or row["started"]
                db.table("runs").update(row["id"], {"status": "interrupted", "ended": ended})


def _follow(db: Database, run: str, event: Event, time: str) -> None:
    """Keep the head of a run in step with an event, within the event's transaction."""
    change: dict[str, Any] = {}
    match event:
        case RunStarted():
            change = {
                "question": event.question,
                "status": "running",
                "depth": event.depth,
                "protocol": event.protocol,
                "model_id": event.model_id,
                "model_name": event.model_name,
                "model_sha256": event.model_sha256,
                "seed": event.seed,
                "limits": _json(event.limits),
                "settings": _json(event.settings),
                "program_version": __version__,
                "ended": None,
            }
        case Spent(turns, subcalls, usage, seconds):
            change = _spent(turns, subcalls, usage, seconds)
        case StateSaved(turn, state):
            row = {"run": run, "turn": turn, "state": state, "saved": time}
            db.table("states").insert(row, pk="run", replace=True)
        case AnswerReady(answer, usage, turns, subcalls, seconds):
            change = _spent(turns, subcalls, usage, seconds)
            change |= {"status": answer.status, "ended": time}
        case RunFailed():
            change = {"status": "failed", "ended": time}
    if change:
        db.table("runs").update(run, change)


def _spent(turns: int, subcalls: int, usage: Usage, seconds: float) -> Row:
    return {"turns": turns, "subcalls": subcalls, "usage": _json(usage), "seconds": seconds}


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _head(row: Row) -> RunRow:
    return RunRow(
        id=row["id"],
        session=row["session"],
        question=row["question"],
        status=row["status"],
        depth=row["depth"],
        protocol=row["protocol"],
        model_id=row["model_id"],
        model_name=row["model_name"],
        model_sha256=row["model_sha256"],
        seed=row["seed"],
        limits=json.loads(row["limits"]),
        settings=json.loads(row["settings"]),
        prompts_sha256=row["prompts_sha256"],
        program_version=row["program_version"],
        started=when(row["started"]),
        ended=when(row["ended"]) if row["ended"] else None,
        turns=row["turns"],
        subcalls=row["subcalls"],
        seconds=row["seconds"],
        usage=msgspec.json.decode(row["usage"], type=Usage),
        resumable=bool(row["resumable"]),
    )
