"""Figures, dates and names in a piece of text, in a form in which two texts can be compared.

"thirty (30) days", "30 days" and "thirty days" hold the same figure; "March 3, 2021" and
"2021-03-03" the same date; "USD 1.5 million" and "$1,500,000" the same amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.recursion.texts import days
from app.recursion.texts.phrases import language

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {w: n for n, w in enumerate(_UNITS)} | {w: 20 + 10 * n for n, w in enumerate(_TENS)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT = {"k": 1_000, "m": 1_000_000, "mm": 1_000_000, "bn": 1_000_000_000}

_NUMBER = re.compile(
    r"(?<![\w.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s*(million|billion|thousand|mm|bn|[km](?![\w/²]))\b)?",
    re.IGNORECASE,
)
_WORD = "(?:" + "|".join([*_WORDS, *_SCALES]) + ")"
_NUMBER_WORDS = re.compile(rf"\b{_WORD}(?:[\s-]+(?:and\s+)?{_WORD})*\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w'’&-]*[a-z][\w'’&-]*\b|\b[A-Z]{2,}\b")
_PLAIN = frozenset(
    (
        "the a an and or of in on at to for by with from as is are was were be been has have had "
        "it its this that these those there no not yes he she they his her their if when where "
        "which who what how each any all both either neither under upon within after before "
        "during until unless party parties agreement section schedule page january february march "
        "april may june july august september october november december patient mr mrs ms dr none "
        "only also however"
    ).split()
)


_ASKS_FOR_FIGURE = re.compile(
    r"^\W*(?:(?:by|for|to|at|in|within|after|of|until|from)\s+)?(?:"
    r"how\s+(?:many|much|long|old|far|high|low|big|large|tall|heavy)\b"
    r"|(?:what|which)\s+(?:(?:is|was)\s+(?:the|her|his|their|our)\s+)?(?:\w+\s+){0,2}"
    r"(?:date|year|month|amount|sum|price|fee|rate|percentage|per\s?cent|dose|age|number)\b)",
    re.IGNORECASE,
)
_FIGURE_IN_WORDS = re.compile(
    r"\d|\b(?:one|once|twice|half|quarter|third|dozen|none|no|nothing|never|daily|weekly|monthly"
    r"|quarterly|yearly|annual|annually|unlimited)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text states that can be compared: numbers, dates (ISO), and words of names."""

    numbers: frozenset[float]
    dates: frozenset[str]
    names: frozenset[str]


def facts(text: str) -> Facts:
    """The figures, dates and names of a text."""
    found: set[str] = set()

    def take(match: re.Match[str]) -> str:
        found.update(days.readings(match[0]))
        return " "

    rest = days.DATE.sub(take, text)
    return Facts(frozenset(_numbers(rest)), frozenset(found), frozenset(_names(rest)))


def missing(answer: str, source: str, question: str = "", heading: str = "") -> tuple[str, ...]:
    """The figures, dates and names of an answer that its source does not hold.

    A date, and the year of one, may also come from the question or the heading that the source
    stands under, a name from either; another figure must stand in the source itself or its heading.
    Names in an answer in German to an English source are not looked for: any noun is one.
    """
    said, held = facts(answer), facts(f"{source}\n{heading}")
    asked = facts(question)
    plain = f"{source} {heading} {question}".lower()
    lost: list[str] = [
        f"{n:g}" for n in sorted(said.numbers - held.numbers) if not _is_year(n, plain)
    ]
    known = held.dates | asked.dates
    for readings in _dates_of(answer):
        if not readings & known:
            lost.append(min(readings))
    if language(question) == "de" and language(source) == "en":
        return tuple(lost)
    lost += sorted(name for name in said.names if name.lower() not in plain)
    return tuple(lost)


def _is_year(number: float, text: str) -> bool:
    """Whether a number is a year that a text gives, by itself or in a date."""
    return 1900 <= number <= 2100 and re.search(rf"\b{number:g}\b", text) is not None


def asks_for_figure(question: str) -> bool:
    """Whether a question, in English, is one that a figure or a date answers: "How much ...?"."""
    return _ASKS_FOR_FIGURE.search(question) is not None


def holds_figure(text: str) -> bool:
    """Whether a text gives a figure, a date, or a word that stands for one: "none", "monthly"."""
    found = facts(text)
    return bool(found.numbers or found.dates or _FIGURE_IN_WORDS.search(text))


def _dates_of(text: str) -> list[set[str]]:
    return [readings for m in days.DATE.finditer(text) if (readings := days.readings(m[0]))]


def _numbers(text: str) -> set[float]:
    values: set[float] = set()

    def take(match: re.Match[str]) -> str:
        value = float(match[1].replace(",", ""))
        unit = (match[2] or "").lower()
        values.add(value * (_SCALES.get(unit) or _SHORT.get(unit) or 1))
        return " "

    for match in _NUMBER_WORDS.finditer(_NUMBER.sub(take, text)):
        words = re.split(r"[\s-]+", match[0].lower())
        if words != ["one"]:  # "one" is as often a pronoun as a figure.
            values.add(float(_value([w for w in words if w != "and"])))
    return values


def _value(words: list[str]) -> int:
    total, current = 0, 0
    for word in words:
        if word in _WORDS:
            current += _WORDS[word]
        elif word == "hundred":
            current = max(1, current) * 100
        else:
            total += max(1, current) * _SCALES[word]
            current = 0
    return total + current


def _names(text: str) -> set[str]:
    """Capitalised words, save common ones and the first of each sentence."""
    first = {m.start(1) for m in re.finditer(r"(?:^|[.!?:;]\s+|\n)\W*(\w)", text)}
    return {
        m[0].removesuffix("'s").removesuffix("’s")
        for m in _NAME.finditer(text)
        if m.start() not in first and m[0].lower() not in _PLAIN and m[0].lower() not in _WORDS
    }
