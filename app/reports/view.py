"""A run as a report shows it: plain data, all words chosen, nothing escaped yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.recursion.results import Citation, Claim
from app.reports import wording
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
    """What a run read of one document; page numbers count from 1."""

    document: str
    pages: int
    read: str
    unread: str
    without_text: str


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A reviewer's mark: where it is, the words it is on, and what was said about them."""

    document: str
    place: str
    quote: str
    tags: str
    note: str
    initials: str


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
    checks_mean: str = wording.WHAT_CHECKS_MEAN
    read_means: str = wording.WHAT_READ_MEANS

    @property
    def has_answer(self) -> bool:
        """Whether there is anything that the checks are about."""
        return any(run.statements for run in self.runs)


def view_of(records: Sequence[RunRecord], title: str, made: str, program: str) -> ReportView:
    """The report over these runs; `title` may be empty."""
    if not title:
        title = records[0].question if len(records) == 1 else _title(records)
    documents = {row.id: row for record in records for row in record.documents}
    return ReportView(
        title=title,
        matter=records[0].matter if records else "",
        made=made,
        program=program,
        runs=tuple(_run(record) for record in records),
        documents=tuple(documents.values()),
        marks=_marks(records, documents),
    )


def _marks(
    records: Sequence[RunRecord], documents: Mapping[str, DocumentRow]
) -> tuple[MarkLine, ...]:
    """The marks on all documents of the report, each once."""
    marks = {quoted.mark.id: quoted for record in records for quoted in record.marks}
    return tuple(
        MarkLine(
            document=documents[quoted.mark.span.document].name,
            place=wording.page(quoted.page, quoted.label),
            quote=quoted.quote,
            tags=" ".join(f"#{tag}" for tag in quoted.mark.tags),
            note=quoted.mark.note,
            initials=quoted.mark.initials,
        )
        for quoted in marks.values()
    )


def _title(records: Sequence[RunRecord]) -> str:
    return wording.count(len(records), "question")


def _run(record: RunRecord) -> RunView:
    answer = record.answer
    return RunView(
        key=record.id,
        question=record.question,
        status=wording.STATUS[record.head.status],
        status_kind=record.head.status,
        lead=wording.lead(record),
        note=answer.note if answer else "",
        contradictory=bool(answer and answer.contradictory),
        summary=_statements(answer.summary) if answer else (),
        statements=_statements(answer.claims) if answer else (),
        passages=tuple(_passage(c, record) for c in answer.citations) if answer else (),
        readings=tuple(_reading(record, document) for document in record.documents),
        share_read=_share(record),
        not_verified=tuple(wording.not_verified(record)),
        facts=tuple((name, value) for name, value in _facts(record) if value),
    )


def _statements(claims: Sequence[Claim]) -> tuple[Statement, ...]:
    return tuple(Statement(claim.text, claim.citations) for claim in claims)


def _passage(citation: Citation, record: RunRecord) -> Passage:
    document = record.document(citation.span.document)
    matching = citation.n in record.matching
    check, verdict = citation.check, record.verdict(citation.n)
    return Passage(
        n=citation.n,
        document=document.name if document else citation.document_name,
        place=wording.place(citation, document),
        quote=citation.quote,
        checks=(
            Line(wording.quote_check(citation, matching), matching),
            Line(wording.judgement(check), check.passed),
            Line(wording.figures(check), not check.missing),
            *([Line(wording.FROM_EARLIER)] if citation.origin else []),
        ),
        verdict=wording.verdict(verdict) if verdict else "",
        verdict_kind=verdict.verdict if verdict else "",
    )


def _reading(record: RunRecord, document: DocumentRow) -> Reading:
    read = wording.read_pages(record, document)
    blank = set(document.without_text)
    return Reading(
        document=document.name,
        pages=document.pages,
        read=wording.ranges(read),
        unread=wording.ranges(set(range(document.pages)) - read - blank),
        without_text=wording.ranges(blank),
    )


def _share(record: RunRecord) -> str:
    coverage = record.coverage
    if not coverage.characters:
        return ""
    share = coverage.characters_read / coverage.characters
    percent = "less than 1 %" if 0 < share < 0.01 else f"{share * 100:.0f} %"
    return f"The model was shown {percent} of the text."


def _sub_model(settings: dict[str, str]) -> list[tuple[str, str]]:
    """The model that answered the sub-calls, where it was another than the root's."""
    if "sub_model_id" not in settings:
        return []
    name, id, sha256, hardware = (
        settings[f"sub_model_{part}"] for part in ("name", "id", "sha256", "hardware")
    )
    return [
        ("Model of sub-calls", f"{name} ({id})"),
        ("Its SHA-256", sha256),
        ("It ran on", hardware),
    ]


def _facts(record: RunRecord) -> list[tuple[str, str]]:
    """How the run was made, so that it can be made again."""
    head, usage = record.head, record.head.usage
    cached = sum(call.cached for call in record.subcalls)
    limits = ", ".join(f"{name} {value:,.0f}" for name, value in head.limits.items())
    shown = {"depth", "protocol", "seed", "hardware"}  # in lines of their own
    settings = ", ".join(
        f"{name.replace('_', ' ')} {value}"
        for name, value in head.settings.items()
        if name not in shown and not name.startswith("sub_model_")
    )
    calls = wording.count(head.subcalls, "sub-call") + (f" ({cached} cached)" if cached else "")
    return [
        ("Model", f"{head.model_name} ({head.model_id})" if head.model_id else head.model_name),
        ("Model SHA-256", head.model_sha256),
        *_sub_model(head.settings),
        ("Depth", head.depth),
        ("Protocol", head.protocol),
        ("Seed", f"{head.seed}"),
        ("Limits", limits),
        ("Settings", settings),
        ("Ran on", head.settings.get("hardware", "")),
        ("Work", f"{wording.count(head.turns, 'turn')}, {calls}, {head.seconds:,.1f} s"),
        ("Tokens", wording.tokens(usage)),
        ("Time of the model", wording.model_time(usage)),
        ("Follows the run", record.follows),
        ("Started", wording.time(head.started)),
        ("Ended", wording.time(head.ended)),
        ("Pincite", head.program_version),
        ("Prompts SHA-256", head.prompts_sha256),
        ("Run", head.id),
    ]
