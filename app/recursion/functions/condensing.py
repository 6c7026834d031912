"""A function of the REPL that puts many findings in short: the summary over a long answer.

The findings of one document are shown to the model as numbered points, some at a time; it writes
what they come to, and names the points. A statement rests on the sentences of its points and is
checked against these: figures by rule, the rest by the judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from app.documents.document import Span
from app.engine.engine import Completion, Request
from app.errors import PromptTooLong
from app.recursion.events import SubcallFinished, SubcallStarted
from app.recursion.evidence import verifying
from app.recursion.frame import Frame
from app.recursion.functions import asking
from app.recursion.functions.values import Found, notes_of
from app.recursion.prompts import grammars, judge_prompts, subcall_prompts
from app.recursion.results import Finding
from app.recursion.subcalls import judging, subcall
from app.recursion.texts import figures

GROUP = 12
"""So many points are put in short together."""

_SPANS = 4
"""A statement cites so many passages at most."""

_ROUNDS = 3


def condense(frame: Frame, instruction: object, findings: object, most: object = 8) -> list[Found]:
    """Put many findings in short: a few that rest on their sentences."""
    words = str(instruction or frame.ctx.question).strip()
    numbers = [n for n in notes_of(frame, findings) if frame.notes[n].passed]
    wanted = most if isinstance(most, int) and most > 0 else 8
    for _ in range(_ROUNDS):
        if len(numbers) <= wanted:
            break
        shorter = [n for group in _groups(frame, numbers) for n in _in_short(frame, words, group)]
        if not shorter or len(shorter) >= len(numbers):
            break
        numbers = shorter
    return [Found(n) for n in numbers[:wanted]]


def _groups(frame: Frame, numbers: Sequence[int]) -> Iterator[list[int]]:
    """Findings of one document, in its order, some at a time."""
    order = sorted(numbers, key=lambda n: _spans(frame, n)[0])
    for _, same in groupby(order, key=lambda n: _spans(frame, n)[0].document):
        members = list(same)
        yield from (members[i : i + GROUP] for i in range(0, len(members), GROUP))


def _in_short(frame: Frame, instruction: str, numbers: list[int]) -> list[int]:
    """What some findings of one document come to; a single one stands as it is."""
    ctx = frame.ctx
    if len(numbers) == 1:
        return numbers
    points = [frame.notes[n].current.answer for n in numbers]
    place = ctx.document(_spans(frame, numbers[0])[0]).name
    messages = subcall_prompts.summarize(instruction, place, points, ctx.phrases)
    grammar = grammars.summarize(len(points))
    number = ctx.budget.take_subcalls(1)
    spans = tuple(span for n in numbers for span in _spans(frame, n)[:1])
    ctx.emit(SubcallStarted(number, ctx.turn, "condense", instruction, spans, ctx.frame))
    try:
        done = ctx.engine.complete(Request(messages, subcall.LIST_TOKENS, grammar), ctx.cancel)
    except PromptTooLong:
        return numbers
    ctx.budget.add(done.usage)
    found = list(_statements(frame, done, numbers, number))
    ctx.emit(_finished(number, done, found))
    ctx.tell(f"{len(numbers)} findings put in short")
    return _checked(frame, instruction, found)


def _statements(
    frame: Frame, done: Completion, numbers: Sequence[int], number: int
) -> Iterable[Finding]:
    """The statements in a reply, each with the sentences of the points that it names."""
    for named, text in grammars.parse_items(done.text):
        behind = [numbers[i - 1] for i in named if 0 < i <= len(numbers)]
        spans = sorted({span for n in behind for span in _spans(frame, n)})[:_SPANS]
        if spans:
            yield Finding(text, tuple(spans), frame.notes[behind[0]].current.source, number)


def _checked(frame: Frame, instruction: str, found: Sequence[Finding]) -> list[int]:
    """The statements that their sentences bear out, among the frame's notes."""
    ctx = frame.ctx
    quotes = [verifying.quote_of(ctx, finding) for finding in found]
    held = [
        (finding, quote)
        for finding, quote in zip(found, quotes, strict=True)
        if not figures.missing(finding.answer, quote, instruction)
    ]
    if not held:
        return []
    asked = [
        judge_prompts.verify_statement(instruction, finding.answer, quote)
        for finding, quote in held
    ]
    places = [finding.spans[0] for finding, _ in held]
    chances = judging.judge_each(ctx, "verify", instruction, places, asked)
    kept = []
    for (finding, _), chance in zip(held, chances, strict=True):
        if chance >= ctx.settings.threshold:
            n = asking.kept(frame, finding, "summarize", instruction).n
            frame.settle(n, verifying.settled(ctx, finding, chance))
            kept.append(n)
    return kept


def _finished(number: int, done: Completion, found: Sequence[Finding]) -> SubcallFinished:
    cached = done.usage.cached_calls > 0
    return SubcallFinished(number, done.text, tuple(found), None, done.usage, cached=cached)


def _spans(frame: Frame, n: int) -> tuple[Span, ...]:
    finding = frame.notes[n].current
    return finding.spans or (finding.source,)
