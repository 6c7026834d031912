"""Finds all matches of a few words in a long text, a little at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

WINDOW = 64_000
OVERLAP = 4_000
LONGEST = 1_000

# What a reviewer types is not what a typesetter set.
_ALIKE = {
    "'": "['’‘ʼ]",
    "’": "['’‘ʼ]",
    '"': '["“”„«»]',
    "“": '["“”„«»]',
    "”": '["“”„«»]',
    "-": "[-‐‑–—\u00ad]",
    "–": "[-‐‑–—]",
    "—": "[-‐‑–—]",
}


def pattern(text: str, *, case: bool = False, whole_words: bool = False) -> re.Pattern[str] | None:
    """What to look for; None where `text` is empty.

    Any white space stands for any other, and straight quotes and hyphens for the typeset ones.
    """
    parts = text[:LONGEST].split()
    if not parts:
        return None
    body = r"\s+".join("".join(_ALIKE.get(c, re.escape(c)) for c in part) for part in parts)
    if whole_words:
        # Not \b: a search for "(a)" begins and ends with what is no letter.
        body = rf"(?<!\w){body}(?!\w)"
    return re.compile(body, 0 if case else re.IGNORECASE)


def matches(text: str, wanted: re.Pattern[str]) -> Iterator[list[tuple[int, int]]]:
    """The matches of one window of the text after the other, so that others get a turn between.

    Two matches never overlap.
    """
    start = 0
    while start < len(text):
        limit = start + WINDOW
        found = []
        for match in wanted.finditer(text, start, min(len(text), limit + OVERLAP)):
            if match.start() >= limit:
                break
            found.append(match.span())
        yield found
        start = max(limit, found[-1][1] if found else 0)
