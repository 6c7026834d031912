"""A long answer in parts: the whole, what holds nothing, and the whole in short."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.recursion.frame import Conclusion, Part, Said
from app.recursion.results import Evidence
from app.recursion.texts import figures
from app.recursion.texts.phrases import ENGLISH, Phrases

FEW = 5
"""So many parts are read as they are; more of them are put in short where they agree."""

_NAMED = 6


def whole(
    parts: Sequence[Part],
    summary: Sequence[Said] = (),
    note: str = "",
    unfinished: Collection[str] = (),
    words: Phrases = ENGLISH,
) -> Conclusion:
    """The conclusion that parts make together.

    Args:
        parts: in the order of the answer; some of them hold something.
        summary: the same in short; made here where it is left out and parts agree.
        note: what is to be said beside it.
        unfinished: titles of parts that were not worked through.
        words: the program's own in the answer, in its language.
    """
    claims = tuple(claim for part in parts for claim in part.claims)
    silent = [part.title for part in parts if not part.claims and part.title]
    broken = [title for title in silent if title in unfinished]
    silent = [title for title in silent if title not in unfinished]
    said = [f"Nothing was found in {named(silent)}."] if silent else []
    said += [f"Not read to the end, for the limits: {named(broken)}."] if broken else []
    note = " ".join([*said, note]).strip()
    contradictory = any(part.contradictory for part in parts)
    # What is short itself needs nothing shorter on top.
    short = (tuple(summary) or overview(parts, words)) if len(claims) > FEW else ()
    return Conclusion("answered", claims, note, contradictory, short)


def overview(parts: Sequence[Part], words: Phrases = ENGLISH) -> tuple[Said, ...]:
    """Parts that give the same figures, dates or words, as one claim each, the most frequent first.

    None where parts are few, or hardly two of them agree: then nothing is shorter than the whole.
    """
    held = [part for part in parts if part.claims and part.title]
    if len(held) <= FEW:
        return ()
    groups: dict[object, list[Part]] = {}
    for part in held:
        groups.setdefault(_stated(part), []).append(part)
    if len(groups) > len(held) // 2:
        return ()
    order = sorted(groups.values(), key=len, reverse=True)
    return tuple(
        (f"{_answer(group[0])} ({_where(group, words)})", _evidence(group)) for group in order
    )


def named(titles: Sequence[str]) -> str:
    """Titles in a row, for a note: the first few, and how many more."""
    listed, more = _first(titles)
    return f"{listed} and {more} more" if more > 0 else listed


def _stated(part: Part) -> object:
    """What a part comes down to: its figures and dates, or its words where it has none."""
    text = _answer(part)
    found = figures.facts(text)
    return (found.numbers, found.dates) if found.numbers or found.dates else text.casefold()


def _answer(part: Part) -> str:
    """What a part says, without its title."""
    return "; ".join(text.removeprefix(f"{part.title}: ") for text, _ in part.claims)


def _where(group: Sequence[Part], words: Phrases) -> str:
    """The same for a claim, in the language of the answer."""
    titles = [part.title for part in group]
    listed, more = _first(titles)
    return f"{len(titles)}: {listed} {words.more.format(n=more)}" if more > 0 else listed


def _first(titles: Sequence[str]) -> tuple[str, int]:
    """The first few titles, and how many are left."""
    return ", ".join(titles[:_NAMED]), len(titles) - _NAMED


def _evidence(group: Sequence[Part]) -> tuple[Evidence, ...]:
    return tuple(item for part in group for _, items in part.claims for item in items)
