"""Varied, plausible text to hide evidence in, grown from a grammar of clauses or of notes.

A grammar is a text file: a symbol with a colon, then its expansions, one a line; `{symbol}` inside
an expansion grows further.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

Domain = Literal["agreement", "notes"]
DOMAINS: tuple[Domain, ...] = ("agreement", "notes")

_DATA = Path(__file__).parent / "data"
_SYMBOL = re.compile(r"\{(\w+)\}")
_TRIES = 200


@cache
def grammar(domain: Domain) -> dict[str, list[str]]:
    """The expansions of every symbol.

    Raises:
        ValueError: if an expansion names a symbol that has none.
    """
    symbols: dict[str, list[str]] = {}
    for line in (_DATA / f"{domain}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            symbols[next(reversed(symbols))].append(line.strip())
        elif line.strip():
            symbols[line.rstrip(":").strip()] = []
    for expansions in symbols.values():
        for name in _SYMBOL.findall(" ".join(expansions)):
            if not symbols.get(name):
                raise ValueError(f"{domain}: {name} has no expansion")
    return symbols


class Filler:
    """A stream of sentences and headings of one domain; no sentence comes twice."""

    def __init__(self, domain: Domain, rng: random.Random) -> None:
        self._grammar = grammar(domain)
        self._rng = rng
        self._said: set[str] = set()

    def sentence(self) -> str:
        """One sentence that was not said before."""
        for _ in range(_TRIES):
            text = self._grow("sentence")
            text = text[0].upper() + text[1:]
            if text not in self._said:
                self._said.add(text)
                return text
        raise RuntimeError("the grammar has run out of sentences")

    def heading(self) -> str:
        """A heading."""
        return self._grow("heading")

    def paragraphs(self) -> Iterator[list[str]]:
        """Paragraphs of two to five sentences, without end."""
        while True:
            yield [self.sentence() for _ in range(self._rng.randint(2, 5))]

    def _grow(self, symbol: str) -> str:
        literals = _SYMBOL.split(self._rng.choice(self._grammar[symbol]))
        # Every second part is the name of a symbol.
        return "".join(self._grow(part) if i % 2 else part for i, part in enumerate(literals))
