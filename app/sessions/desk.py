"""What the reviewer says: verdicts on citations, and marks on spans of documents."""

from __future__ import annotations

import json
from collections.abc import Sequence

from app.documents.document import Span
from app.errors import MatterError
from app.sessions.documents import now, when
from app.sessions.matter_file import MatterFile, Row
from app.sessions.rows import Mark, Verdict, VerdictKind


class DeskTables:
    """Verdicts and marks. May be used from any thread."""

    def __init__(self, file: MatterFile) -> None:
        self._file = file

    def give_verdict(self, run: str, citation: int, verdict: VerdictKind, initials: str) -> None:
        """Accept, reject or flag a citation of a run, or with "none" take that back.

        Earlier verdicts are kept; the last one counts.

        Raises:
            MatterError: if the run's answer has no such citation.
        """
        cited = "SELECT 1 FROM citations WHERE run = ? AND n = ?"
        if not self._file.query(cited, run, citation):
            raise MatterError(f"The answer of run {run} has no citation {citation}.")
        with self._file.writing() as db:
            db.table("verdicts").insert(
                {
                    "run": run,
                    "citation": citation,
                    "verdict": verdict,
                    "initials": initials.strip(),
                    "note": "",  # Nobody is asked for one yet; the file has room for it.
                    "time": now(),
                }
            )

    def verdicts(self, run: str) -> tuple[Verdict, ...]:
        """The last verdict on each citation of a run that has one, by number."""
        history = {verdict.citation: verdict for verdict in self.verdict_history(run)}
        last = sorted(history.values(), key=lambda verdict: verdict.citation)
        return tuple(verdict for verdict in last if verdict.verdict != "none")

    def verdict_history(self, run: str) -> tuple[Verdict, ...]:
        """Every verdict ever given on citations of a run, those taken back too, oldest first."""
        rows = self._file.query("SELECT * FROM verdicts WHERE run = ? ORDER BY id", run)
        return tuple(
            Verdict(
                row["run"],
                row["citation"],
                row["verdict"],
                row["initials"],
                when(row["time"]),
            )
            for row in rows
        )

    def add_mark(
        self,
        span: Span,
        *,
        colour: str = "yellow",
        note: str = "",
        tags: Sequence[str] = (),
        initials: str = "",
    ) -> Mark:
        """Mark a span of a document; the mark with its number."""
        time = now()
        with self._file.writing() as db:
            added = db.execute(
                """
                INSERT INTO marks
                    (document, start, "end", colour, note, tags, initials, created, changed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                (
                    span.document,
                    span.start,
                    span.end,
                    colour,
                    note,
                    json.dumps(list(tags)),
                    initials,
                    time,
                    time,
                ),
            )
        return self.mark(int(added.lastrowid or 0))

    def change_mark(self, mark: Mark) -> Mark:
        """Keep a mark's colour, note, tags and initials as they are in `mark`."""
        change = {
            "colour": mark.colour,
            "note": mark.note,
            "tags": json.dumps(list(mark.tags)),
            "initials": mark.initials,
        }
        self._change(mark.id, change)
        return self.mark(mark.id)

    def remove_mark(self, id: int) -> None:
        """Take a mark away; `restore_mark` brings it back."""
        self._change(id, {"removed": now()})

    def restore_mark(self, id: int) -> None:
        """Undo `remove_mark`."""
        self._change(id, {"removed": None})

    def mark(self, id: int) -> Mark:
        """A mark by its number, removed or not.

        Raises:
            MatterError: if there is none.
        """
        rows = self._file.query("SELECT * FROM marks WHERE id = ?", id)
        if not rows:
            raise MatterError(f"There is no mark {id} in {self._file.path.name}.")
        return _mark(rows[0])

    def marks(self) -> list[Mark]:
        """The marks, in the order of the documents and their text."""
        rows = self._file.query(
            """
            SELECT marks.* FROM marks JOIN documents ON documents.id = marks.document
            WHERE marks.removed IS NULL
            ORDER BY position, document, start, marks.id
            """
        )
        return [_mark(row) for row in rows]

    def _change(self, id: int, change: Row) -> None:
        self.mark(id)
        with self._file.writing() as db:
            db.table("marks").update(id, change | {"changed": now()})


def _mark(row: Row) -> Mark:
    return Mark(
        row["id"],
        Span(row["document"], row["start"], row["end"]),
        row["colour"],
        row["note"],
        tuple(json.loads(row["tags"])),
        row["initials"],
        when(row["created"]),
        when(row["changed"]),
    )
