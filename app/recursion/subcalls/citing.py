"""Which sentences an answer rests on.

A small model often gives the right answer and the wrong number beside it. What it wrote is compared
with every sentence it was shown: where another holds more of the answer than those it named, that
one is cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.recursion.texts import figures
from app.recursion.texts.phrases import Language, language

_MARGIN = 0.2
"""So much more of an answer another sentence must hold to be cited in place of the ones named."""

_YES_OR_NO: dict[Language, str] = {
    "en": r"(?:is|are|was|were|do|does|did|may|might|can|could|must|shall|should|will|would|has"
    r"|have|had)\b",
    "de": r"(?:ist|sind|war|waren|darf|dürfen|durfte|kann|können|konnte|muss|müssen|musste|soll"
    r"|sollen|sollte|wird|werden|wurden?|hat|haben|hatte|gibt\s+es|gilt|gelten|besteht|bestehen"
    r"|haftet|haften|enthält|enthalten|erlaubt|verlangt|sieht)\b",
}

_COMMON = frozenset(
    (
        "a also an and any are as at be because been but by can could did do does due each "
        "for from had has have he her here his how i if in into is it its may me might must "
        "my no not of on or our out shall she should so some still such than that the their "
        "them then there these they this those to us was we were what when where which who "
        "whom whose why will with would you your"
    ).split()
)


def tightest(answer: str, named: Sequence[int], sentences: Sequence[str]) -> list[int]:
    """The numbers, from 1, of the sentences that an answer rests on.

    Args:
        answer: what the model wrote.
        named: the numbers it gave, from 1; ones that were not shown are passed over.
        sentences: all that it was shown.
    """
    wanted = _marks(answer)
    kept = [n for n in dict.fromkeys(named) if 0 < n <= len(sentences)]
    if not wanted or not sentences:
        return kept
    held = [_share(wanted, sentence) for sentence in sentences]
    best = max(range(len(sentences)), key=lambda i: (held[i], -len(sentences[i])))
    together = _share(wanted, " ".join(sentences[n - 1] for n in kept))
    if not kept or held[best] > together + _MARGIN:
        return [best + 1]
    # A named sentence that adds nothing to the others is left out.
    for n in sorted(kept, key=lambda n: held[n - 1]):
        others = [m for m in kept if m != n]
        rest = _share(wanted, " ".join(sentences[m - 1] for m in others))
        if others and rest >= together:
            kept = others
    return sorted(kept)


_SILENT = re.compile(
    r"\b(?:excerpt|passage|text)\s+(?:does\s+not|doesn[’']t)\s+"
    r"(?:\w+\s+)?(?:provide|state|mention|contain|specify|say|include|indicate|tell)\b"
    r"|\bnot\s+(?:provided|stated|mentioned|contained|specified|given)\s+(?:in|by)\s+the\s+"
    r"(?:excerpt|passage|text)\b"
    r"|\bno\s+(?:information|mention)\b[^.]*\b(?:excerpt|passage|text)\b"
    r"|\b(?:auszug|passage|text)\s+(?:nennt|enthält|sagt|besagt|gibt|macht|erwähnt)\b[^.]*"
    r"\b(?:nichts?|kein\w*)\b",
    re.IGNORECASE,
)


def is_silence(answer: str) -> bool:
    """Whether an answer says that there is none: "The excerpt does not say"."""
    return _SILENT.search(answer) is not None


def is_yes_or_no(question: str) -> bool:
    """Whether a question, in English or German, is one to be answered by yes or no."""
    begins = _YES_OR_NO[language(question)]
    return re.match(begins, question.strip(), re.IGNORECASE) is not None


def repeats(question: str, answer: str) -> bool:
    """Whether an answer says no more than the question did: "She has a pet" to "What pet?".

    A question that is answered by yes or no may be answered in its own words.
    """
    if is_yes_or_no(question):
        return False
    return not set(_marks(answer)) - set(_marks(question))


def _marks(text: str) -> dict[str, float]:
    """What tells a text from another, with its weight: figures and dates count most."""
    found = figures.facts(text)
    marks = {f"#{n:g}": 3.0 for n in found.numbers} | {f"@{d}": 3.0 for d in found.dates}
    for word in re.findall(r"[^\W\d_]{2,}", text.lower()):
        if word not in _COMMON and word not in ("yes", "ja", "nein"):
            marks[_stem(word)] = 1.0
    return marks


def _share(wanted: dict[str, float], text: str) -> float:
    """How much of the wanted marks a text holds, 0 to 1."""
    held = _marks(text)
    return sum(w for mark, w in wanted.items() if mark in held) / sum(wanted.values())


def _stem(word: str) -> str:
    """A word without the endings that an answer changes most often."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
