"""What the runs of a matter found and read, put together for a run that follows one of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from app.documents.document import Span
from app.recursion.events import FindingChecked, VariablesKept
from app.recursion.memory import Known, Memory, plain
from app.recursion.results import Evidence
from app.sessions import codec
from app.sessions.matter_file import MatterFile, Row

MOST = 200
"""So many findings are handed on."""

_READING = ("ask", "direct", "extract", "summarize")


class RunMemory:
    """Reads it out of the events of runs. May be used from any thread."""

    def __init__(self, file: MatterFile) -> None:
        self._file = file

    def of(
        self, follows: str, question: str, documents: Collection[str], model_sha256: str = ""
    ) -> Memory:
        """What is known to a run with this question that follows another.

        Findings that stood come from all runs of the matter: those of the run that is followed
        first, then those of its session, then the latest. What a reviewer rejected is left out.
        Slices count as read where this model was asked the very same question about them.

        Args:
            follows: the id of the run that is followed.
            question: of the new run.
            documents: ids of those it reads.
            model_sha256: of its model; "" for one on a server.

        Raises:
            MatterError: if the matter can't be read.
        """
        runs = self._runs(follows)
        return Memory(
            follows,
            tuple(self._known(runs, documents))[:MOST],
            tuple(dict.fromkeys(self._read(question, documents, model_sha256))),
            self._variables(follows),
        )

    def followed(self, run: str) -> str:
        """The id of the run that a run was begun to follow, or ""."""
        rows = self._file.query(
            """
            SELECT payload ->> '$.follows' AS follows FROM events
            WHERE run = ? AND type = 'RunStarted' ORDER BY seq LIMIT 1
            """,
            run,
        )
        return str(rows[0]["follows"] or "") if rows else ""

    def _variables(self, run: str) -> dict[str, Any]:
        """What the variables of a run held at its end.

        One that was answered without a REPL hands on what the run it followed had.
        """
        seen: set[str] = set()
        while run and run not in seen:
            seen.add(run)
            rows = self._file.query(
                """
                SELECT payload FROM events WHERE type = 'VariablesKept' AND run = ?
                ORDER BY seq DESC LIMIT 1
                """,
                run,
            )
            event = codec.decode("VariablesKept", rows[0]["payload"]) if rows else None
            if isinstance(event, VariablesKept):
                return event.variables
            run = self.followed(run)
        return {}

    def _runs(self, follows: str) -> list[Row]:
        """The runs in the order in which what they found is handed on."""
        return self._file.query(
            """
            SELECT id, question FROM runs WHERE status <> 'running'
            ORDER BY id = ?1 DESC, session = (SELECT session FROM runs WHERE id = ?1) DESC,
            started DESC
            """,
            follows,
        )

    def _known(self, runs: Iterable[Row], documents: Collection[str]) -> Iterable[Known]:
        """The findings that stood, each passage and answer once."""
        seen = set()
        for run in runs:
            rejected = self._rejected(run["id"])
            rows = self._file.query(
                """
                SELECT payload FROM events WHERE type = 'FindingChecked' AND run = ?
                AND payload ->> '$.check.passed' = 1 ORDER BY seq DESC
                """,
                run["id"],
            )
            for row in rows:
                event = codec.decode("FindingChecked", row["payload"])
                if not isinstance(event, FindingChecked):  # Damaged, or of another version.
                    continue
                finding = event.finding
                key = finding.answer, finding.spans
                there = all(span.document in documents for span in finding.spans)
                if key in seen or not there or rejected & set(finding.spans):
                    continue
                seen.add(key)
                evidence = Evidence(finding, event.check)
                yield Known(run["id"], plain(run["question"]), evidence)

    def _rejected(self, run: str) -> set[Span]:
        """The spans of citations that a reviewer rejected last."""
        rows = self._file.query(
            """
            SELECT document, start, "end" FROM citations WHERE run = ?1 AND n IN (
                SELECT citation FROM verdicts AS v WHERE run = ?1 AND verdict = 'rejected'
                AND id = (SELECT max(id) FROM verdicts WHERE run = ?1 AND citation = v.citation)
            )
            """,
            run,
        )
        return {Span(row["document"], row["start"], row["end"]) for row in rows}

    def _read(self, question: str, documents: Collection[str], model_sha256: str) -> Iterable[Span]:
        """The slices that this model was asked this question about, with a reply."""
        rows = self._file.query(
            """
            SELECT run, payload FROM events WHERE type = 'SubcallStarted'
            AND instr(payload ->> '$.question', ?1) = 1
            AND run IN (SELECT id FROM runs WHERE model_sha256 = ?2)
            ORDER BY run, seq
            """,
            plain(question),
            model_sha256,
        )
        replied: dict[str, set[int]] = {}
        for row in rows:
            call = json.loads(row["payload"])
            if call["kind"] not in _READING or plain(call["question"]) != plain(question):
                continue
            if row["run"] not in replied:
                replied[row["run"]] = self._replied(row["run"])
            if call["subcall"] in replied[row["run"]]:
                for span in call["spans"]:
                    if span["document"] in documents:
                        yield Span(span["document"], span["start"], span["end"])

    def _replied(self, run: str) -> set[int]:
        """The numbers of a run's sub-calls that ended."""
        rows = self._file.query(
            """
            SELECT payload ->> '$.subcall' AS number FROM events
            WHERE run = ? AND type = 'SubcallFinished'
            """,
            run,
        )
        return {row["number"] for row in rows}
