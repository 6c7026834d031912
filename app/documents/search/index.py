"""Ranked search over passages, and pattern search over whole texts."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex
import sqlite_utils

from app.documents.document import Document, Span
from app.documents.search.meaning import Meaning
from app.documents.search.passages import Passage, passages_of
from app.errors import UserError

_K = 20  # reciprocal rank fusion: how little the very first ranks count above the next
_FURTHER = 0.3  # what a ranking by a further phrasing weighs, against 1 of the first
_DEPTH = 60  # hits taken from each ranking
_HEADING_WEIGHT = 1.5  # of a word in the heading, against 1 in the text
_TERM = regex.compile(r"[\p{L}\p{N}]+")
_STOP = frozenset(
    """
    a about all an and any are as at be been being between both but by can could did do does doing
    for from had has have having he her here hers him his how i if in into is it its itself me my no
    nor not of off on or our out over own shall she should so some such than that the their them
    then there these they this those through to too under until up upon very was we were what when
    where which while who whom why will with would you your
    """.split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that search found. Scores compare within one search only; higher is better.

    Attributes:
        heading: and columns, as the passage has them.
    """

    span: Span
    score: float
    heading: str
    columns: str = ""


class PassageIndex:
    """Passages of many documents, searchable. Safe to use from several threads.

    Kept in the tables `passages` and `passages_fts` of an SQLite file, or in memory.

    Attributes:
        meaning: ranks by meaning beside the words; None, or without a document's vectors, the
            words alone serve.
    """

    def __init__(self, path: Path | None, meaning: Meaning | None = None) -> None:
        """Open the index in the file `path`, making its tables where they are missing."""
        self.meaning = meaning
        self._lock = threading.RLock()
        connection = sqlite3.connect(
            str(path) if path is not None else ":memory:", check_same_thread=False, timeout=30
        )
        self._db = sqlite_utils.Database(connection)
        self._prepare()

    def add(self, document: Document) -> None:
        """Index a document; one that is indexed already is indexed anew."""
        rows = [
            {
                "document": document.id,
                "start": passage.span.start,
                "end": passage.span.end,
                "heading": passage.heading,
                "columns": passage.columns,
                "text": document.quote(passage.span),
            }
            for passage in passages_of(document)
        ]
        if self.meaning is not None:
            self.meaning.drop(document.id)
        with self._lock, self._db.conn:
            self._delete(document.id)
            self._db.conn.executemany(
                "insert into passages (document, start, end, heading, columns, text)"
                " values (:document, :start, :end, :heading, :columns, :text)",
                rows,
            )

    def remove(self, document_id: str) -> None:
        """Take a document out of the index; one that is not in it is no error."""
        if self.meaning is not None:
            self.meaning.drop(document_id)
        with self._lock, self._db.conn:
            self._delete(document_id)

    def passages(self, document_id: str) -> list[Passage]:
        """The passages of a document in order; none if it is not indexed."""
        with self._lock:
            rows = self._db.conn.execute(
                "select start, end, heading, columns from passages"
                " where document = ? order by start",
                (document_id,),
            ).fetchall()
        return [
            Passage(Span(document_id, start, end), heading, columns)
            for start, end, heading, columns in rows
        ]

    def search(
        self,
        phrases: Sequence[str],
        limit: int = 10,
        documents: Collection[str] | None = None,
    ) -> list[Hit]:
        """The passages that match best, over several phrasings of what is sought.

        Each phrasing is ranked by BM25 and, where vectors are there, by meaning; the rankings are
        fused by reciprocal rank. A phrasing is free text: nothing in it can be an error.

        Args:
            phrases: what to look for, in different words; the first counts most, since it is the
                question itself as a rule and the others are guesses.
            limit: how many passages at most.
            documents: ids of the documents to search, or None for all.
        """
        scores: dict[int, float] = defaultdict(float)
        near = self.meaning.rankings(phrases, documents, _DEPTH) if self.meaning is not None else []
        with self._lock:
            for i, phrase in enumerate(phrases):
                weight = 1.0 if i == 0 else _FURTHER
                for ranking in self._rankings(phrase, documents, near[i] if near else ()):
                    for rank, passage in enumerate(ranking):
                        scores[passage] += weight / (_K + rank + 1)
            best = sorted(scores, key=lambda key: (-scores[key], key))[: max(0, limit)]
            return [self._hit(key, scores[key]) for key in best]

    def nearness(self, asked: str, texts: Sequence[str]) -> list[float] | None:
        """How near in meaning each text is to what is asked, as cosines; None without vectors."""
        return None if self.meaning is None else self.meaning.nearness(asked, texts)

    def rest(self) -> None:
        """Free what only searching takes, until the next search."""
        if self.meaning is not None:
            self.meaning.rest()

    def close(self) -> None:
        """Close the connection, and free what only searching takes."""
        self.rest()
        with self._lock:
            self._db.conn.close()

    def _rankings(
        self, phrase: str, documents: Collection[str] | None, near: Iterable[list[Span]]
    ) -> Iterable[list[int]]:
        query = _fts_query(phrase)
        if query:
            yield self._ranked(query, documents)
        for ranking in near:
            yield [n for span in ranking if (n := self._number(span)) is not None]

    def _number(self, span: Span) -> int | None:
        """The number of the passage that begins where a span does."""
        row = self._db.conn.execute(
            "select id from passages where document = ? and start = ?", (span.document, span.start)
        ).fetchone()
        return None if row is None else int(row[0])

    def _ranked(self, query: str, documents: Collection[str] | None) -> list[int]:
        """Passage numbers by BM25, best first."""
        chosen = "" if documents is None else f"and document in ({_marks(documents)})"
        rows = self._db.conn.execute(
            "select passages.id from passages_fts"
            " join passages on passages.id = passages_fts.rowid"
            f" where passages_fts match ? {chosen}"
            f" order by bm25(passages_fts, {_HEADING_WEIGHT}, 1.0, 1.0) limit {_DEPTH}",
            (query, *(documents or ())),
        )
        return [number for (number,) in rows]

    def _hit(self, number: int, score: float) -> Hit:
        document, start, end, heading, columns = self._db.conn.execute(
            "select document, start, end, heading, columns from passages where id = ?", (number,)
        ).fetchone()
        return Hit(Span(document, start, end), score, heading, columns)

    def _delete(self, document_id: str) -> None:
        self._db.conn.execute("delete from passages where document = ?", (document_id,))

    def _prepare(self) -> None:
        with self._lock, self._db.conn:
            passages = self._db["passages"]
            if passages.exists() and "columns" in passages.columns_dict:
                return
            passages.drop(ignore=True)
            self._db["passages_fts"].drop(ignore=True)
            passages.create(  # type: ignore[union-attr]
                {
                    "id": int,
                    "document": str,
                    "start": int,
                    "end": int,
                    "heading": str,
                    "columns": str,
                    "text": str,
                },
                pk="id",
                not_null={"document", "start", "end", "heading", "columns", "text"},
            )
            passages.create_index(["document", "start"])  # type: ignore[union-attr]
            passages.enable_fts(  # type: ignore[union-attr]
                ["heading", "columns", "text"], tokenize="porter", create_triggers=True
            )


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))


def _fts_query(phrase: str) -> str:
    """Free text as an FTS5 query: each word quoted, any of them may match."""
    terms = list(dict.fromkeys(term.lower() for term in _TERM.findall(phrase)))
    kept = [term for term in terms if term not in _STOP] or terms
    return " OR ".join(f'"{term}"' for term in kept[:64])


def grep(
    documents: Iterable[Document],
    pattern: str,
    limit: int = 50,
    timeout: float = 2.0,
) -> list[Span]:
    """Where a regular expression matches, over the texts of documents, in order.

    White space in the pattern matches any run of white space, since a line may end there; case does
    not matter. A match of nothing is left out.

    Args:
        documents: whose texts are searched.
        pattern: in the syntax of the `regex` package; it may come from a model.
        limit: how many matches at most.
        timeout: seconds for all documents together.

    Raises:
        UserError: if the pattern is no regular expression, or takes too long.
    """
    compiled = _compiled(pattern)
    deadline = time.monotonic() + timeout
    found: list[Span] = []
    for document in documents:
        left = deadline - time.monotonic()
        try:
            for match in compiled.finditer(document.text, timeout=max(left, 0.001)):
                if match.end() > match.start():
                    found.append(Span(document.id, match.start(), match.end()))
                if len(found) >= limit:
                    return found
        except TimeoutError:
            raise UserError(
                f"The pattern {pattern[:80]!r} takes too long to search for.",
                "Use plain words, or a pattern without nested repetition.",
            ) from None
    return found


def _compiled(pattern: str) -> regex.Pattern[str]:
    if not pattern.strip():
        raise UserError("The pattern is empty.", "Give words or a pattern to search for.")
    try:
        return regex.compile(_loose_spaces(pattern), regex.IGNORECASE | regex.MULTILINE)
    except regex.error as error:
        try:
            # A model often means its words as they are: "$5,000 (five thousand".
            as_it_is = _loose_spaces(regex.escape(pattern, literal_spaces=True))
            return regex.compile(as_it_is, regex.IGNORECASE)
        except regex.error:
            raise UserError(
                f"The pattern {pattern[:80]!r} can't be read: {error}.",
                "Use plain words, or escape special characters with a backslash.",
            ) from error


def _loose_spaces(pattern: str) -> str:
    """The pattern with each run of spaces outside of brackets matching any white space."""
    result: list[str] = []
    escaped = in_class = False
    for character in pattern:
        if character in " \t\n" and not escaped and not in_class:
            if not (result and result[-1] == r"\s+"):
                result.append(r"\s+")
            continue
        if not escaped:
            in_class = character == "[" or (in_class and character != "]")
        escaped = character == "\\" and not escaped
        result.append(character)
    return "".join(result)
