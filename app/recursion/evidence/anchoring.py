"""Whether evidence speaks of the one that a question names.

What is said of one patient, company or locker reads just like what is said of another, and a small
judge takes it for the answer. Names and codes that are rare in the documents tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.document import Span
from app.recursion.context import Context
from app.recursion.evidence.naming import (
    full_names,
    has_date_or_title,
    has_word,
    names_in,
    rare_names,
)
from app.recursion.subcalls import showing

ANOTHER = 2.5
"""The log-odds that evidence loses that holds another name than a rare one of the question, ..."""

UNKNOWN = 1.0
"""... and where a name of the question stands nowhere in the documents: it may be written in
another way."""

SEVERAL = 2
"""So many items that give a name make it one of the things that each item says."""


def lost(ctx: Context, question: str, spans: Sequence[Span], answer: str = "") -> float:
    """The log-odds that evidence loses for names of a question that it doesn't hold.

    A name is held by the spans or by the headings above them. Spans that name nobody at all may be
    about anyone: "She takes it daily." Names that an answer gives are not somebody else's.
    """
    names = names_in(ctx, question)
    if not names:
        return 0.0
    near = "\n".join(f"{showing.heading(ctx, s)}\n{showing.shown(ctx, s)}" for s in spans)
    others = any(_names_another(ctx, f"{question} {answer}", span) for span in spans)
    return max(_loss(near, others, telling) for telling in names.values())


def _loss(near: str, others: bool, telling: Sequence[str]) -> float:
    """What is lost for a name, told by these words, near evidence that may name `others`."""
    if not telling:
        return UNKNOWN
    return ANOTHER if others and _lacks(near, telling) else 0.0


def holds(ctx: Context, question: str, spans: Sequence[Span]) -> bool:
    """Whether a question gives rare names, whoever bears them, and spans hold each of them."""
    text = "\n".join(ctx.text(span) for span in spans)
    names = rare_names(ctx, question)
    return bool(names) and all(has_word(text, name) for name in names)


def one_of_many(ctx: Context, question: str, spans: Sequence[Span]) -> list[Span]:
    """Those of the sentences that may be items which name others than the question does.

    Where several give a person's name that the question gives, each item says whose it is, and one
    that gives another name is another's; also where that person is named as a document begins.
    """
    texts = {span: " ".join(ctx.text(span).split()) for span in spans}
    asked = [name for name in full_names(question) if not has_date_or_title(name)]
    for name in asked:
        own = [span for span, text in texts.items() if has_word(text, name)]
        if len(own) >= SEVERAL:
            others = [span for span in spans if span not in own]
            return [span for span in others if set(full_names(texts[span])) - set(asked)]
    return []


def away(ctx: Context, question: str, span: Span) -> bool:
    """Whether a slice names somebody else and holds none of a rare name that a question gives."""
    text = f"{showing.heading(ctx, span)}\n{ctx.text(span)}"
    tellings = [telling for telling in names_in(ctx, question).values() if telling]
    lacking = any(_lacks(text, telling) for telling in tellings)
    return lacking and _names_another(ctx, question, span)


def _names_another(ctx: Context, known: str, span: Span) -> bool:
    """Whether a span gives a rare name that some text does not."""
    text = " ".join(ctx.text(span).split())
    return any(
        telling and not all(has_word(known, word) for word in name.split())
        for name, telling in names_in(ctx, text, of_things=False).items()
    )


def _lacks(text: str, telling: Sequence[str]) -> bool:
    """Whether a text holds none of the words that tell a name from others."""
    return not any(has_word(text, word) for word in telling)
