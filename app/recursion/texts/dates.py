"""Dates as exactly as a text gives them: a day, or only a month or a year.

"March 2023" is that month and no day of it: nothing here makes it the first of March.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Literal

from app.recursion.texts import days

Unit = Literal["year", "month", "day"]
_WIDEST_FIRST: tuple[Unit, ...] = ("year", "month", "day")


@total_ordering
@dataclass(frozen=True, slots=True)
class When:
    """A day, a month or a year. Of those that begin together the longest comes first.

    Attributes:
        first: the day, or the first one of the month or year: for order only, not to be shown.
        unit: how exact it is.
    """

    first: date
    unit: Unit = "day"

    @property
    def last(self) -> date:
        """The last day that can be meant."""
        match self.unit:
            case "year":
                return self.first.replace(month=12, day=31)
            case "month":
                return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])
            case _:
                return self.first

    def covers(self, other: When) -> bool:
        """Whether another lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def said(self, months: Sequence[str]) -> str:
        """In words, with these names of months: "2023-03-04", "March 2023", "2023"."""
        match self.unit:
            case "year":
                return f"{self.first.year}"
            case "month":
                return f"{months[self.first.month - 1]} {self.first.year}"
            case _:
                return self.first.isoformat()

    def __lt__(self, other: When) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[date, int]:
        return self.first, _WIDEST_FIRST.index(self.unit)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text.

    Attributes:
        start, end: of its words.
        meant: what it can mean, the earliest first: two where day and month can't be told apart.
    """

    start: int
    end: int
    meant: tuple[When, ...]

    @property
    def other(self) -> When | None:
        """What it can mean as well."""
        return self.meant[1] if len(self.meant) > 1 else None


def dates_in(text: str) -> list[Dated]:
    """The days, months and years that a text gives, in its order."""
    found: list[Dated] = []

    def take(match: re.Match[str]) -> str:
        if read := sorted(days.readings(match[0])):
            meant = tuple(When(date.fromisoformat(day)) for day in read)
            found.append(Dated(match.start(), match.end(), meant))
        return _TAKEN * len(match[0])

    rest = days.DATE.sub(take, text)
    for wide in (*_named_months(rest), *_months_in_figures(rest), *_years(rest)):
        if not any(wide.start < one.end and one.start < wide.end for one in found):
            found.append(wide)
    return sorted(found, key=lambda one: one.start)


_TAKEN = "\x00"
"""In the place of each character of a date: no part of it is a month or a year by itself."""

_YEAR = r"(?:1[6-9]|20)\d{2}"
_ENDS = r"(?!\w)(?!\s?[.,/:]\d)(?!\s?-\d(?!\d?/(?:19|20)))"
_UNITS = r"(?!\s?[%€$£°])(?!\s+(?:mm?|[ck]m|m?[lg]|kg|EUR|USD|CHF|Euro|Stück|percent|people)\b)"
_PLURAL = re.compile(
    r"\s+(?:(?!(?:was|is|has|as|its|this|his|does|thus|always|perhaps|besides)\b)[a-z]+s"
    r"|(?:Fälle|Exemplare|Seite|Kopie|Einheit|Patient|Person|Stunde)\w{0,6})\b"
)
"""After a number, what is counted: "in 2000 copies"."""

_NAMED = re.compile(
    rf"(?<![\w/])({days.MONTH}|{days.GERMAN_MONTH})(?:,|\sof|\sdes\sJahres)?"
    rf"[\s-]({_YEAR}){_ENDS}{_UNITS}",
    re.IGNORECASE,
)
_SHARED = re.compile(
    rf"(?<![\w/])(?<!\d[- ])(?<!\d\.[ ])({days.MONTH}|{days.GERMAN_MONTH})"
    rf"(?=\s?(?:-|–|\bto\b|\band\b|\bthrough\b|\bund\b|\bbis\b)\s?"
    rf"(?:{days.MONTH}|{days.GERMAN_MONTH}),?\s({_YEAR}){_ENDS}{_UNITS})",
    re.IGNORECASE,
)
"""The first of two months of one year: "March to May 2023"."""

_VERBS = frozenset({"may", "mar", "march"})
"""Months that are other words as well, which have no capital; what is counted may follow those."""

_IN_FIGURES = re.compile(
    rf"(?<![\w/.,:])(?<!(?<!\d{{4}})-)(0?[1-9]|1[0-2])([/.])({_YEAR}){_ENDS}{_UNITS}"
)
_LEADS = re.compile(
    r"\b(?:in|since|from|until|till|by|during|as\s+of|im|seit|ab|bis|vom|von|zum|dated|ca\.?)\s+$",
    re.IGNORECASE,
)
"""Before a month in figures that could be something else: "3/2023", "03.2023"."""

_NUMBERS = re.compile(
    r"(?:[§#]|\b(?:n[or]s?|nummern?|numbers?|num|az|aktenzeichen|gz|akten?|cases?|files?|refs?"
    r"|references?|docket|claims?|art|articles?|artikel|sec|sections?|cl|clauses?|abs|ziff(?:er)?"
    r"|para(?:graph)?s?|directives?|regulations?|richtlinie|verordnung|vo|law|act|gesetz|decisions?"
    r"|beschluss|urteil|orders?|invoices?|rechnung|rg|bill|ticket|policy|contract|vertrag|lot|batch"
    r"|charge|id|pages?|pp?|seiten?|bl|blatt|tel|telephone|telefon|phone|fax|mobile|mobil|handy"
    r"|scale|map|ratio|(?-i:(?:\d+|[IVX]+)\s+[A-Z][A-Za-z]{0,3})|EU|EG|EC))"
    r"(?:[\s.:/()-]|no\b|nr\b|number\b|nummer\b)*$",
    re.IGNORECASE,
)
"""What makes a number of what follows, and no month: "No. 12/2023", "Az. 4 O 12/2023"."""

_YEARS = re.compile(
    rf"\b(?:(?:in|during|since|im\s+jahre?|seit|(?:in\s+)?the\s+year|anfang|mitte|ende|early|late|mid"
    rf"|(?:spring|summer|autumn|fall|winter)(?:\s+of)?|frühjahr|frühling|sommer|herbst|winter)"
    rf"[\s-])({_YEAR}){_ENDS}{_UNITS}",
    re.IGNORECASE,
)
_ENTRY = re.compile(rf"^[ \t]*(?:[•*-][ \t]*)?({_YEAR})(?=:\s|\s[–—-]\s(?!{_YEAR}))", re.MULTILINE)
"""A line that is an entry under a year: "2019: appendectomy"."""


def _named_months(text: str) -> Iterator[Dated]:
    for pattern in (_NAMED, _SHARED):
        for match in pattern.finditer(text):
            name = match[1].rstrip(".")
            verb = name.lower() in _VERBS
            if verb and (name.islower() or _is_counted(text, match)):
                continue
            end = match.end(1) if pattern is _SHARED else match.end()
            month = days.number_of(name)
            yield Dated(match.start(), end, (_month(int(match[2]), month),))


def _months_in_figures(text: str) -> Iterator[Dated]:
    for match in _IN_FIGURES.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        led = _LEADS.search(before) is not None
        sure = match[2] == "/" and len(match[1]) == 2 and not _NUMBERS.search(before)
        if led or sure:
            yield Dated(match.start(), match.end(), (_month(int(match[3]), int(match[1])),))


def _years(text: str) -> Iterator[Dated]:
    for pattern in (_YEARS, _ENTRY):
        for match in pattern.finditer(text):
            if not _PLURAL.match(text, match.end(1)):
                when = When(date(int(match[1]), 1, 1), "year")
                yield Dated(match.start(1), match.end(1), (when,))


def _is_counted(text: str, month: re.Match[str]) -> bool:
    """Whether "May 2023 copies" is a verb and a number: what is counted follows, no "the" leads."""
    if not _PLURAL.match(text, month.end()):
        return False
    return re.search(r"[a-z]\s+$", text[: month.start()]) is None


def _month(year: int, month: int) -> When:
    return When(date(year, month, 1), "month")
