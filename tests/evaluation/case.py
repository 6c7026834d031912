"""Questions with keys, and the places in the documents that hold the evidence."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.documents.document import Document, Span
from tests.evaluation.normal import find_phrase

KINDS = frozenset(
    (
        "find",
        "list",
        "count",
        "yes_no",
        "amended",
        "two_hop",
        "contradiction",
        "most",
        "least",
        "pairs",
        "tracking",
        "absent",
        "unread",
    )
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that holds evidence: a phrase that stands on a page, word for word.

    Attributes:
        document: the file's name.
        page: index from 0 of the page on which the phrase begins, or None where only the opened
            file tells; the phrase then stands once in the whole document.
        phrase: a part of one sentence or table row, long enough to be the only one on its page.
        group: of several passages that say the same, one is enough; of each group, one is needed.
    """

    document: str
    page: int | None
    phrase: str
    group: str = "main"


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its key.

    Attributes:
        id: unique within its suite.
        kind: one of `KINDS`. "absent": the documents hold no evidence. "unread": the evidence is in
            pages without text, and the system is to say that it could not read them.
        question: as a reviewer would ask it.
        documents: names of the files it is asked about.
        parts: all parts the answer must have, each with the forms in which it is accepted.
        reject: forms that make an answer wrong.
        passages: where the evidence stands.
        tokens: size of the documents, in tokens, where a suite is made in sizes; else 0.
        number: the count that is the answer, where the answer is one.
    """

    id: str
    kind: str
    question: str
    documents: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...] = ()
    reject: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    tokens: int = 0
    number: int | None = None

    @property
    def absent(self) -> bool:
        """Whether the right answer is that nothing was found."""
        return self.kind in ("absent", "unread")


class CaseError(Exception):
    """A case is wrong in itself. The message says which and why."""


def load_cases(path: Path) -> list[Case]:
    """The cases of a TOML file: `document = "…"` and a `[[case]]` for each.

    Raises:
        CaseError: if a case lacks what its kind needs.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    cases = [_case(entry, data["document"]) for entry in data["case"]]
    ids = [case.id for case in cases]
    if len(set(ids)) != len(ids):
        raise CaseError(f"{path.name}: an id is used twice")
    for case in cases:
        check(case)
    return cases


def _case(entry: Mapping[str, Any], document: str) -> Case:
    unknown = set(entry) - {"id", "kind", "question", "answer", "reject", "passage"}
    if unknown:
        raise CaseError(f"{entry.get('id')}: unknown {', '.join(sorted(unknown))}")
    passages = (
        Passage(document, p["page"], p["phrase"], p.get("group", "main"))
        for p in entry.get("passage", ())
    )
    return Case(
        id=entry["id"],
        kind=entry["kind"],
        question=entry["question"],
        documents=(document,),
        parts=tuple(tuple(forms) for forms in entry.get("answer", ())),
        reject=tuple(entry.get("reject", ())),
        passages=tuple(passages),
    )


def check(case: Case) -> None:
    """Whether a case has what its kind needs.

    Raises:
        CaseError: if it has not.
    """
    if case.kind not in KINDS:
        raise CaseError(f"{case.id}: unknown kind {case.kind}")
    if case.absent and (case.parts or case.passages):
        raise CaseError(f"{case.id}: nothing is there to be found, and yet it has a key")
    if not case.absent and not (case.parts and case.passages):
        raise CaseError(f"{case.id}: a key needs an answer and a passage")
    if any(not forms for forms in case.parts):
        raise CaseError(f"{case.id}: a part without a form")


def locate(case: Case, documents: Sequence[Document]) -> dict[str, list[Span]]:
    """The spans of a case's passages by group, found in the text as it was read from the files.

    Raises:
        CaseError: if a phrase does not stand on its page, or stands there twice.
    """
    by_name = {document.name: document for document in documents}
    groups: dict[str, list[Span]] = {}
    for passage in case.passages:
        document = by_name.get(passage.document)
        if document is None:
            raise CaseError(f"{case.id}: {passage.document} is not open")
        groups.setdefault(passage.group, []).append(_span(case, passage, document))
    return groups


def _span(case: Case, passage: Passage, document: Document) -> Span:
    first, last, place = _range(passage, document)
    # A phrase may run over onto the page after the range.
    after = next((page.end for page in document.pages if page.start >= last), last)
    text = document.text[first : max(last, after)]
    found = find_phrase(text, passage.phrase)
    where = f"{case.id}: {passage.phrase!r}"
    if found is None or found[0] >= last - first:
        raise CaseError(f"{where} is not {place} of {document.name}")
    start, end = found
    again = find_phrase(text, passage.phrase, end)
    if again is not None and again[1] <= last - first:
        raise CaseError(f"{where} stands twice {place} of {document.name}")
    return Span(document.id, first + start, first + end)


def _range(passage: Passage, document: Document) -> tuple[int, int, str]:
    """Where to look for a phrase: offsets, and the place in words."""
    if passage.page is None:
        return 0, len(document.text), "in the text"
    page = document.pages[passage.page]
    return page.start, page.end, f"on page {passage.page}"
