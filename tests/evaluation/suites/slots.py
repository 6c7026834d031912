"""Fills the slots of fact templates: names that come once in a document, values that differ."""

from __future__ import annotations

import random
import re
import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

_NAMES = Path(__file__).parent / "data" / "names.toml"
_SLOT = re.compile(r"\{([a-z]+)(\d*)(_last)?\}")
_YEARS = {"": 2015, "2": 2018, "3": 2021, "4": 2024}

Values = dict[str, str]


@cache
def names() -> dict[str, list[str]]:
    """The lists that names are drawn from."""
    data: dict[str, list[str]] = tomllib.loads(_NAMES.read_text(encoding="utf-8"))
    return data


class Slots:
    """The names and values of one document. Save years, nothing is drawn twice."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._left = {kind: rng.sample(bank, len(bank)) for kind, bank in names().items()}
        self._drawn: set[str] = set()

    def fill(self, texts: list[str], given: Values | None = None) -> Values:
        """Values for all slots of some texts, drawn where they are not given."""
        values = dict(given or {})
        for kind, number, _ in _SLOT.findall(" ".join(texts)):
            if f"{kind}{number}" not in values:
                values[f"{kind}{number}"] = self._draw(kind, number, values)
        return values

    def _draw(self, kind: str, number: str, values: Values) -> str:
        """A value of a kind; dates and years with a higher number lie later."""
        if kind in ("person", "patient"):
            return f"{self._rng.choice(names()['first'])} {self._left['last'].pop()}"
        if kind == "firm":
            return f"{self._left['firm_head'].pop()} {self._rng.choice(names()['firm_tail'])}"
        if kind == "group":
            # The same few groups serve every patient; in one fact they differ.
            return self._rng.choice([g for g in names()["group"] if g not in values.values()])
        if kind == "year":
            return str(_YEARS[number] + self._rng.randint(0, 2))
        if kind in self._left:
            return self._left[kind].pop()
        for _ in range(1_000):
            value = self._value(kind, number)
            if value not in self._drawn:
                self._drawn.add(value)
                return value
        raise RuntimeError(f"no more values for {kind}")

    def _value(self, kind: str, number: str) -> str:
        rng = self._rng
        match kind:
            case "int":
                return str(rng.randint(101, 989))
            case "small":
                return str(rng.randint(12, 90))
            case "money":
                return f"£{rng.randint(1_001, 98_999):,}"
            case "mg":
                return f"{rng.randint(21, 499) * 2 + 1}"
            case "kg":
                return f"{rng.randint(410, 1_190) / 10:.1f}"
            case "metres":
                return f"{rng.randint(210, 890) / 100:.2f}"
            case "hour":
                return f"{rng.randint(1, 23):02}:{rng.randint(1, 59):02}"
            case "code":
                letters = "".join(rng.sample("BCDFGHJKLMNPQRSTVWXZ", 2))
                return f"{letters}-{rng.randint(1_000, 9_999)}"
            case "clause":
                letter = rng.choice("BCDFGHJKLMNPQRSTVWXZ")
                return f"{letter}{rng.randint(1, 9)}.{rng.randint(1, 9)}"
            case "date":
                day = date(_YEARS[number], 1, 1) + timedelta(days=rng.randint(0, 1_000))
                return f"{day.day} {day:%B %Y}"
            case _:
                raise ValueError(f"unknown slot {kind}")


def filled(text: str, values: Values) -> str:
    """A text with its slots filled."""

    def value(match: re.Match[str]) -> str:
        whole = values[match[1] + match[2]]
        return whole.split()[-1] if match[3] else whole

    return _SLOT.sub(value, text)
