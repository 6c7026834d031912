"""A run as a report shows it: plain data, all words chosen, nothing escaped yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.recursion.results import Citation, Claim
from app.reports import wording
from app.reports.unverified import not_verified
from app.reports.wording import Wording
from app.sessions.rows import DocumentRow, RunRecord


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and whether it is good news."""

    text: str
    good: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A citation: its number, where it stands, the quote, and what was checked about it."""

    n: int
    document: str
    place: str
    quote: str
    checks: tuple[Line, ...]
    verdict: str = ""
    verdict_kind: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of the answer and the numbers of its passages."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run read of one document; its pages in words."""

    document: str
    pages: int
    read: str
    unread: str
    without_text: str


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A reviewer's mark: where it is, the words it is on, and what was said about them.

    `made` says by whom and when.
    """

    document: str
    place: str
    quote: str
    tags: str
    note: str
    made: str


@dataclass(frozen=True, slots=True)
class RunView:
    """One run. `key` sets its anchors apart from those of the others in the same report."""

    key: str
    question: str
    status: str
    status_kind: str
    lead: str
    note: str
    contradictory: bool
    summary: tuple[Statement, ...]
    statements: tuple[Statement, ...]
    passages: tuple[Passage, ...]
    readings: tuple[Reading, ...]
    share_read: str
    counted: str
    not_verified: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report over one run or several."""

    title: str
    matter: str
    made: str
    program: str
    runs: tuple[RunView, ...]
    documents: tuple[DocumentRow, ...]
    marks: tuple[MarkLine, ...] = ()

    @property
    def has_answer(self) -> bool:
        """Whether there is anything that the checks are about."""
        return any(run.statements for run in self.runs)


def view_of(records: Sequence[RunRecord], made: str, program: str, words: Wording) -> ReportView:
    """The report over these runs, called by their question, or their number."""
    title = (
        records[0].question
        if len(records) == 1
        else words.number(len(records), "1 question", "{n} questions")
    )
    documents = {row.id: row for record in records for row in record.documents}
    return ReportView(
        title=title,
        matter=records[0].matter if records else "",
        made=made,
        program=program,
        runs=tuple(_Run(record, words).view() for record in records),
        documents=tuple(documents.values()),
        marks=_marks(records, documents, words),
    )


def _marks(
    records: Sequence[RunRecord], documents: Mapping[str, DocumentRow], words: Wording
) -> tuple[MarkLine, ...]:
    """The marks on all documents of the report, each once."""
    marks = {quoted.mark.id: quoted for record in records for quoted in record.marks}
    return tuple(
        MarkLine(
            document=documents[quoted.mark.span.document].name,
            place=words.page(quoted.page, quoted.label),
            quote=quoted.quote,
            tags=" ".join(f"#{tag}" for tag in quoted.mark.tags),
            note=quoted.mark.note,
            made=words.made(quoted.mark),
        )
        for quoted in marks.values()
    )


class _Run:
    """Makes the view of one run."""

    def __init__(self, record: RunRecord, words: Wording) -> None:
        self._record = record
        self._words = words

    def view(self) -> RunView:
        """The run in words."""
        record, words = self._record, self._words
        answer, say = record.answer, words.say
        return RunView(
            key=record.id,
            question=record.question,
            status=say(wording.STATUS[record.head.status]),
            status_kind=record.head.status,
            lead=words.lead(record),
            note=words.voice.said(answer.note) if answer else "",
            contradictory=bool(answer and answer.contradictory),
            summary=_statements(answer.summary) if answer else (),
            statements=_statements(answer.claims) if answer else (),
            passages=tuple(map(self._passage, answer.citations)) if answer else (),
            readings=tuple(map(self._reading, record.documents)),
            share_read=words.share(record),
            counted=say("Pages as printed, in brackets as counted in the file.")
            if any(record.labels.values())
            else say("Pages are counted from 1 in the file."),
            not_verified=tuple(not_verified(record, words)),
            facts=tuple((name, value) for name, value in self._facts() if value),
        )

    def _passage(self, citation: Citation) -> Passage:
        record, words = self._record, self._words
        document = record.document(citation.span.document)
        matching = citation.n in record.matching
        check, verdict = citation.check, record.verdict(citation.n)
        return Passage(
            n=citation.n,
            document=document.name if document else citation.document_name,
            place=words.place(citation, document),
            quote=citation.quote,
            checks=(
                Line(words.quote_check(citation, matching), matching),
                Line(words.judgement(check), check.passed),
                Line(words.figures(check), not check.missing),
                *([Line(words.say(wording.FROM_EARLIER))] if citation.origin else []),
            ),
            verdict=words.verdict(verdict) if verdict else "",
            verdict_kind=verdict.verdict if verdict else "",
        )

    def _reading(self, document: DocumentRow) -> Reading:
        read = wording.read_pages(self._record, document)
        blank = set(document.without_text)
        labels = self._record.labels.get(document.id, ())
        return Reading(
            document=document.name,
            pages=document.pages,
            read=self._words.listed(read, labels),
            unread=self._words.listed(set(range(document.pages)) - read - blank, labels),
            without_text=self._words.listed(blank, labels),
        )

    def _sub_model(self) -> list[tuple[str, str]]:
        """The model that answered the sub-calls, where it was another than the root's."""
        say, settings = self._words.say, self._record.head.settings
        if "sub_model_id" not in settings:
            return []
        name, id, sha256, hardware = (
            settings[f"sub_model_{part}"] for part in ("name", "id", "sha256", "hardware")
        )
        return [
            (say("Model of sub-calls"), f"{name} ({id})"),
            (say("Its SHA-256"), sha256),
            (say("It ran on"), self._words.voice.said(hardware)),
        ]

    def _facts(self) -> list[tuple[str, str]]:
        """How the run was made, so that it can be made again."""
        record, words, say = self._record, self._words, self._words.say
        head, usage = record.head, record.head.usage
        limits = ", ".join(words.limit(name, value) for name, value in head.limits.items())
        shown = {"depth", "protocol", "seed", "hardware"}  # in lines of their own
        settings = ", ".join(
            f"{name.replace('_', ' ')} {value}"
            for name, value in head.settings.items()
            if name not in shown and not name.startswith("sub_model_")
        )
        return [
            (say("Model"), f"{head.model_name} ({head.model_id})" if head.model_id
             else head.model_name),
            (say("Model SHA-256"), head.model_sha256),
            *self._sub_model(),
            (say("Depth"), say(wording.DEPTHS.get(head.depth, head.depth))),
            (say("Protocol"), head.protocol),
            (say("Seed"), f"{head.seed}"),
            (say("Limits"), limits),
            (say("Settings"), settings),
            (say("Ran on"), words.voice.said(head.settings.get("hardware", ""))),
            (say("Work"), self._work()),
            (say("Tokens"), words.tokens(usage)),
            (say("Time of the model"), words.model_time(usage)),
            (say("Follows the run"), record.follows),
            (say("Started"), wording.time(head.started)),
            (say("Ended"), wording.time(head.ended)),
            ("Pincite", head.program_version),
            (say("Prompts SHA-256"), head.prompts_sha256),
            (say("Run"), head.id),
        ]  # fmt: skip

    def _work(self) -> str:
        """Turns, sub-calls and seconds."""
        head, words = self._record.head, self._words
        calls = words.number(head.subcalls, "1 sub-call", "{n} sub-calls")
        cached = sum(call.cached for call in self._record.subcalls)
        if cached:
            calls += " " + words.say("({n} cached)").format(n=cached)
        turns = words.number(head.turns, "1 turn", "{n} turns")
        return f"{turns}, {calls}, {words.figure(head.seconds, 1)} s"


def _statements(claims: Sequence[Claim]) -> tuple[Statement, ...]:
    return tuple(Statement(claim.text, claim.citations) for claim in claims)
