"""A slice and a question become findings: the calls of the model on text of the documents.

Each slice is shown as numbered sentences, and the model answers under a grammar with the numbers of
those that state the answer. Calls on many slices go to the engine together, which reads what they
share once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from app.documents.document import Span
from app.engine.engine import Completion, Message, Request
from app.recursion.budget import BudgetSpent
from app.recursion.context import Context
from app.recursion.events import SubcallFinished, SubcallStarted
from app.recursion.prompts import grammars, subcall_prompts
from app.recursion.results import Finding
from app.recursion.subcalls import defining
from app.recursion.subcalls.citing import is_silence, is_yes_or_no, repeats, tightest
from app.recursion.subcalls.showing import heading, sentence_spans, shown

ANSWER_TOKENS = 160
LIST_TOKENS = 400
LABEL_TOKENS = 16

LONGEST_QUOTE = 400
"""Characters of cited sentences that may stand for an answer."""

MAX_SENTENCES = 60
"""More numbered sentences than this in one slice, and a small model loses count of them."""

TOGETHER = 32
"""So many calls go to the engine at once; what is left to spend is looked at between."""

Kind = Literal["ask", "judge", "summarize", "extract", "verify", "direct"]


def ask_each(ctx: Context, question: str, spans: Sequence[Span]) -> list[Finding | None]:
    """One question about each slice; None where a slice does not state the answer."""
    found = _asked(ctx, "ask", question, spans)
    return [findings[0] if findings else None for findings in found]


def direct(ctx: Context) -> list[Finding]:
    """The question asked about everything in scope, as much of it at a time as one call holds."""
    found = _asked(ctx, "direct", ctx.question, ctx.scope)
    return [finding for findings in found for finding in findings]


def extract_each(ctx: Context, item: str, spans: Sequence[Span]) -> list[list[Finding]]:
    """Every item of a kind that each slice states, one finding each.

    Slices that the judge found likely to answer the question hold some.
    """
    asked = ctx.question if item != ctx.question else ""
    prompt = partial(subcall_prompts.extract, question=asked, words=ctx.phrases)
    likely = [
        any((ctx.ledger.chance(q, s) or 0) >= 0.5 for q in (ctx.question, item)) for s in spans
    ]
    found: dict[Span, list[Finding]] = {}
    for some in (True, False):
        these = [s for s, holds in zip(spans, likely, strict=True) if holds is some]
        grammar = partial(grammars.extract, some=some)
        way = _Way("extract", item, prompt, grammar, LIST_TOKENS, _items(ctx))
        each = _call(ctx, way, these)
        found.update(zip(these, each, strict=True))
    return [found[span] for span in spans]


def label_each(ctx: Context, question: str, spans: Sequence[Span]) -> list[str]:
    """For what each slice counts, in its own words; "" where the model gave others."""

    def read(reply: str, sentences: list[Span], source: Span, number: int) -> list[Finding]:
        said = " ".join(reply.split()).strip(" .,:;")
        held = " ".join(" ".join(shown(ctx, s) for s in sentences).split()).casefold()
        return [Finding(said, tuple(sentences), source, number)] if said.casefold() in held else []

    way = _Way(
        "extract", question, subcall_prompts.label, lambda _: grammars.LABEL, LABEL_TOKENS, read
    )
    labels = _call(ctx, way, spans)
    return [found[0].answer if found else "" for found in labels]


def summarize(ctx: Context, instruction: str, spans: Sequence[Span]) -> list[Finding]:
    """What slices say, a few statements each with the sentences it rests on."""
    prompt = partial(subcall_prompts.summarize, words=ctx.phrases)
    way = _Way("summarize", instruction, prompt, grammars.summarize, LIST_TOKENS, _items(ctx))
    found = _call(ctx, way, spans)
    return [finding for findings in found for finding in findings]


def _asked(ctx: Context, kind: Kind, question: str, spans: Sequence[Span]) -> list[list[Finding]]:
    """What a question about each slice brings, in the form that fits the question."""
    yes_or_no = is_yes_or_no(question)
    words = ctx.phrases
    prompt = partial(
        subcall_prompts.ask_yes_or_no if yes_or_no else subcall_prompts.ask, words=words
    )
    grammar = partial(grammars.ask, begins=(words.yes, words.no) if yes_or_no else ())
    parse = _answer(ctx, question)
    explain = partial(defining.definitions, ctx, question)
    way = _Way(kind, question, prompt, grammar, ANSWER_TOKENS, parse, explain)
    return _call(ctx, way, spans)


Parse = Callable[[str, list[Span], Span, int], list[Finding]]


@dataclass(frozen=True, slots=True)
class _Way:
    """How slices are asked about.

    Attributes:
        kind: of the calls; `question` is what they ask.
        prompt, grammar: made for each piece of a slice.
        max_tokens: the longest reply.
        parse: reads a reply.
        explain: gives the definitions to show with a piece: their numbers follow its own.
    """

    kind: Kind
    question: str
    prompt: Callable[..., tuple[Message, ...]]
    grammar: Callable[[int], str]
    max_tokens: int
    parse: Parse
    explain: Callable[[Span], Sequence[Span]] = lambda source: ()


def _call(ctx: Context, way: _Way, spans: Sequence[Span]) -> list[list[Finding]]:
    """The findings of each slice; a slice too long for one call is shown in several.

    Where a limit is reached on the way, the slices that are left have none.
    """
    pieces = [(i, piece) for i, span in enumerate(spans) for piece in _pieces(ctx, span)]
    by_span: list[list[Finding]] = [[] for _ in spans]
    for at in range(0, len(pieces), TOGETHER):
        now = pieces[at : at + TOGETHER]
        try:
            first = ctx.budget.take_subcalls(len(now))
        except BudgetSpent:
            if not at:
                raise
            break
        last = first + len(pieces) - at - 1
        found = _together(ctx, way, [piece for _, piece in now], first, last)
        for (i, _), findings in zip(now, found, strict=True):
            by_span[i].extend(findings)
    return by_span


def _together(
    ctx: Context, way: _Way, pieces: Sequence[list[Span]], first: int, last: int
) -> list[list[Finding]]:
    """The findings of some pieces, asked about at once; calls `first` to, in the end, `last`."""
    requests: list[Request] = []
    defined: list[Sequence[Span]] = []
    for n, piece in enumerate(pieces):
        source = _hull(piece)
        defined.append(way.explain(source))
        texts = [[shown(ctx, s) for s in part] for part in (piece, defined[n]) if part]
        messages = way.prompt(way.question, heading(ctx, source), *texts)
        grammar = way.grammar(len(piece) + len(defined[n]))
        requests.append(Request(messages, way.max_tokens, grammar))
        start(ctx, first + n, way.kind, way.question, source, defined[n])
    found: list[list[Finding]] = [[] for _ in pieces]

    def done(n: int, completion: Completion) -> None:
        piece = pieces[n]
        found[n] = way.parse(completion.text, [*piece, *defined[n]], _hull(piece), first + n)
        ctx.budget.add(completion.usage)
        ctx.emit(
            SubcallFinished(
                first + n,
                completion.text,
                tuple(found[n]),
                None,
                completion.usage,
                transcript(requests[n].messages),
                cached=completion.usage.cached_calls > 0,
            )
        )
        ctx.tell(f"Sub-call {first + n} of {last} answered")

    ctx.engine.complete_each(requests, ctx.cancel, done)
    return found


def _answer(ctx: Context, question: str) -> Parse:
    def read(reply: str, sentences: list[Span], source: Span, number: int) -> list[Finding]:
        cited, answer = grammars.parse_ask(reply)
        if not cited or not answer or is_silence(answer):
            return []
        if repeats(question, answer):
            # "It was not done" to "Why was it not done?": what it rests on may tell.
            answer = " ".join(" ".join(shown(ctx, s).split()) for s in _named(cited, sentences))
            if len(answer) > LONGEST_QUOTE or repeats(question, answer):
                return []
        # A definition is shown to be understood: it is cited where it was named, and never instead.
        texts = [
            shown(ctx, s) if n in cited or source.contains(s) else ""
            for n, s in enumerate(sentences, 1)
        ]
        cited = tightest(answer, cited, texts)
        return [Finding(answer, _join(ctx, cited, sentences), source, number)]

    return read


def _named(cited: Iterable[int], sentences: Sequence[Span]) -> list[Span]:
    return [sentences[n - 1] for n in sorted(set(cited)) if 0 < n <= len(sentences)]


def _items(ctx: Context) -> Parse:
    def read(reply: str, sentences: list[Span], source: Span, number: int) -> list[Finding]:
        texts = [shown(ctx, s) for s in sentences]
        return [
            Finding(text, _join(ctx, tightest(text, cited, texts), sentences), source, number)
            for cited, text in grammars.parse_items(reply)
            if any(0 < n <= len(sentences) for n in cited)
        ]

    return read


def _pieces(ctx: Context, span: Span) -> list[list[Span]]:
    """A slice's sentences, in as many runs as its length asks for."""
    sentences = sentence_spans(ctx, span)
    most = max(1, (ctx.engine.model.window - LIST_TOKENS) * 2)
    pieces: list[list[Span]] = [[]]
    length = 0
    for sentence in sentences:
        size = sentence.end - sentence.start
        if pieces[-1] and (len(pieces[-1]) >= MAX_SENTENCES or length + size > most):
            pieces.append([])
            length = 0
        pieces[-1].append(sentence)
        length += size
    return [p for p in pieces if p]


def _join(ctx: Context, cited: Iterable[int], sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The cited sentences as spans; neighbours become one."""
    spans: list[Span] = []
    for span in _named(cited, sentences):
        if spans and _next_to(ctx, spans[-1], span):
            spans[-1] = Span(span.document, spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)


def _next_to(ctx: Context, one: Span, other: Span) -> bool:
    """Whether nothing stands between the end of one span and the start of the other."""
    between = ctx.document(one).text[one.end : other.start]
    return one.document == other.document and one.end <= other.start and not between.strip()


def _hull(sentences: Sequence[Span]) -> Span:
    return Span(sentences[0].document, sentences[0].start, sentences[-1].end)


def start(
    ctx: Context,
    number: int,
    kind: Kind,
    question: str,
    span: Span,
    defined: Sequence[Span] = (),
) -> None:
    """Tell the listeners that a call begins, and of what it shows."""
    ctx.emit(SubcallStarted(number, ctx.turn, kind, question, (span,), ctx.frame))
    ctx.show([span, *defined], number)


def transcript(messages: Sequence[Message]) -> str:
    """A conversation as the trace shows it."""
    return "\n\n".join(f"{m.role}:\n{m.content}" for m in messages)
