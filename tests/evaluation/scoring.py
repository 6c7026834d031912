"""How right a reply is, against its key and against the documents themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.documents.document import Document, Span
from tests.evaluation.case import Case, locate
from tests.evaluation.normal import find_phrase, holds, normal
from tests.evaluation.systems.base import Cited, Reply

_SOURCE = (
    r"(?:the |this |these )?(?:document|text|passage|excerpt|agreement|contract|record|context)s?"
)
_STATES = r"(?:state|say|mention|contain|specify|provide|give|include|indicate|name)"
_STATED = r"(?:stated|mentioned|specified|given|found|known|provided)"
_ABSTAINS = re.compile(
    r"\W*(?:not found\b|unknown\b|no (?:answer|information|evidence|mention)\b"
    r"|(?:i |we )?(?:could|can|did|do) ?(?:not|n't) (?:find|determine|know|say)"
    rf"|{_SOURCE} (?:do|does|did) ?(?:not|n't) {_STATES}"
    rf"|(?:it|this|that) is not {_STATED}"
    rf"|[^.,;:]{{0,80}}\bis not {_STATED} in the\b)"
)
"""How a system that has no status of its own says that it found nothing, at the beginning."""


@dataclass(frozen=True, slots=True)
class Score:
    """What scoring found.

    Attributes:
        right: the answer matches the key; where nothing is to be found, it says so.
        cited: of every group of key passages one is cited. True where nothing is to be found.
        abstained: no answer was given.
        recall: the share of the key's parts that the answer has; None where there are none.
        citations: how many there are.
        bad_quotes: citations whose quote is not `text[start:end]`, or not on the page they name.
        cited_characters: of all quotes together.
        close: whether a count is within a tenth of the key; None where the key is no count.
    """

    right: bool
    cited: bool
    abstained: bool
    recall: float | None
    citations: int
    bad_quotes: int
    cited_characters: int
    close: bool | None = None

    @property
    def right_and_cited(self) -> bool:
        """Right, with a right citation where there is something to cite."""
        return self.right and self.cited


def score(case: Case, reply: Reply, documents: Sequence[Document]) -> Score:
    """Judge one reply.

    Raises:
        CaseError: if the case's passages are not in the documents.
    """
    by_id = {document.id: document for document in documents}
    quiet = abstained(reply)
    recall = None
    if case.absent:
        right = quiet and (case.kind != "unread" or _admits_unread(reply, documents))
        cited = True
    else:
        found = [any(holds(reply.answer, form) for form in forms) for forms in case.parts]
        recall = 0.0 if quiet else sum(found) / len(found)
        rejected = any(holds(reply.answer, form) for form in case.reject)
        right = recall == 1.0 and not rejected
        groups = locate(case, documents)
        cited = all(
            any(_cites(citation, span, by_id) for citation in reply.citations for span in spans)
            for spans in groups.values()
        )
    return Score(
        right=right,
        cited=cited,
        abstained=quiet,
        recall=recall,
        citations=len(reply.citations),
        bad_quotes=sum(not quote_holds(citation, by_id) for citation in reply.citations),
        cited_characters=sum(len(citation.quote) for citation in reply.citations),
        close=None if case.number is None else not quiet and _close(case.number, reply.answer),
    )


def abstained(reply: Reply) -> bool:
    """Whether the reply gives no answer: it says so, it is empty, or the run failed."""
    if reply.status in ("not_found", "failed") or not reply.answer.strip():
        return True
    return _ABSTAINS.match(reply.answer.strip().lower().replace("’", "'")) is not None


def quote_holds(citation: Cited, documents: Mapping[str, Document]) -> bool:
    """Whether a citation's quote is exactly what stands at its span, on the page it names."""
    document = documents.get(citation.span.document)
    if document is None or not 0 <= citation.page < len(document.pages):
        return False
    if not citation.quote or document.quote(citation.span) != citation.quote:
        return False
    page = document.pages[citation.page]
    return page in document.pages_of(citation.span)


def _close(number: int, answer: str) -> bool:
    """Whether a figure of the answer is within a tenth of a number."""
    figures = re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])", normal(answer))
    return any(abs(float(figure) - number) <= number / 10 for figure in figures)


def _cites(citation: Cited, span: Span, documents: Mapping[str, Document]) -> bool:
    """Whether a citation reaches a key passage: its span overlaps, or its quote holds the words."""
    if citation.span.overlaps(span):
        return True
    document = documents[span.document]
    same_document = citation.span.document == span.document
    pages = {page.index for page in document.pages_of(span)}
    if not same_document or citation.page not in pages:
        return False
    return find_phrase(citation.quote, document.quote(span)) is not None


def _admits_unread(reply: Reply, documents: Sequence[Document]) -> bool:
    """Whether the reply names all pages without text as unread."""
    blank = {
        (document.id, page.index)
        for document in documents
        for page in document.pages
        if not page.has_text
    }
    return bool(blank) and blank <= set(reply.unread)
