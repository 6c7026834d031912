"""Whether an entry says that there is nothing of a kind, or that there is something.

"No known drug allergies" and "Allergies: penicillin" can't both be true. A small judge, asked of
such a pair, finds it no likelier to contradict than two entries that have nothing to do with each
other; the words themselves tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OF = re.compile(r"\s+(?:of|in|for|to|with|about|von|des|der|bei)\s+.*$", re.IGNORECASE)
_ENDING = re.compile(r"(?:ies|en|es|[ysen])$", re.IGNORECASE)
_KNOWN = (
    r"known|documented|recorded|reported|relevant|significant|active|current|pending|outstanding"
    r"|past|previous|prior|drug|food|medication|any|history\s+of|evidence\s+of|record\s+of|signs?\s+of"
    r"|bekannten?|dokumentierten?|relevanten?|aktuellen?|offenen?|anhängigen?"
)
_TAKEN_BACK = re.compile(
    r"\b(?:removed|withdrawn|deleted|struck|ruled\s+out|refuted|disproved|resolved|reviewed|wrong"
    r"|entfernt|gestrichen|gelöscht|ausgeschlossen|widerlegt|überprüft)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What entries are about, as patterns of their words.

    Attributes:
        denied: says that there is none of it.
        stated: says what there is of it, unless it is denied or taken back.
    """

    denied: re.Pattern[str]
    stated: re.Pattern[str]

    def denies(self, text: str) -> bool:
        """Whether an entry says that there is none: "No known drug allergies"."""
        return self.denied.search(text) is not None

    def states(self, text: str) -> bool:
        """Whether an entry says what there is: "Allergies: penicillin", "allergic to latex"."""
        told = self.stated.search(text) is not None
        return told and not self.denies(text) and _TAKEN_BACK.search(text) is None


def kind(topic: str) -> Kind | None:
    """The kind of thing that a topic names ("her drug allergies"); None where no word tells."""
    words = _OF.sub("", " ".join(topic.split())).split()
    if not words or len(_stem(words[-1])) < _LEAST:
        return None
    stem = rf"\b{re.escape(_stem(words[-1]))}\w{{0,4}}"
    own = "".join(rf"|{re.escape(word)}" for word in words[:-1])
    denied = (
        rf"\b(?:no|without|denies|denied|kein(?:e[nr]?)?|ohne)\s+"
        rf"(?:(?:{_KNOWN}{own})\s+){{0,3}}{stem}"
        rf"|{stem}[^.;:|]{{0,20}}[:|]\s*(?:none|nil|no\b|not\s+known|keine|nicht\s+bekannt|verneint)"
        rf"|{stem}\s+(?:are\s+|is\s+|werden\s+|wird\s+)?(?:denied|verneint)"
    )
    if stem.startswith(r"\ballerg"):
        denied += r"|\bNKD?A\b"
    stated = (
        rf"{stem}[^.;:|]{{0,30}}[:|]\s*\w"
        rf"|{stem}\s+(?:to|are|is|include|on|gegen|auf|ist|sind|besteht|bestehen)\b"
    )
    return Kind(re.compile(denied, re.IGNORECASE), re.compile(stated, re.IGNORECASE))


_LEAST = 4
"""Letters of a stem that tells a kind from others."""


def _stem(word: str) -> str:
    """A word without the ending of its number: "allergies" and "allergy" alike."""
    return _ENDING.sub("", word.strip(".,;:?!\"'“”").casefold())
