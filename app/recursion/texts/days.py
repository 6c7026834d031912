"""Days as texts write them, in English and German, read as ISO dates."""

from __future__ import annotations

import re
from datetime import date, datetime

from dateutil import parser

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_GERMAN_MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember"
).split()
GERMAN_MONTH = "|".join([*_GERMAN_MONTHS, "jänner", *(rf"{m[:3]}\b\.?" for m in _GERMAN_MONTHS)])
GERMAN_MONTH = rf"(?:{GERMAN_MONTH}|mrz\.?|sept\.?)"
_BEGINNINGS = {m[:3]: n for n, m in enumerate(_GERMAN_MONTHS, 1)}
_ALSO = {"jän": "jan", "mrz": "mär", "mar": "mär", "may": "mai", "oct": "okt", "dec": "dez"}
_GERMAN_DATE = re.compile(
    rf"(\d{{1,2}})\.\s?(?:({GERMAN_MONTH})\s|(\d{{1,2}})\.\s?)((?:19|20)\d{{2}})", re.IGNORECASE
)
DATE = re.compile(
    rf"\b(?:\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:(?: day)? of)? {MONTH},? \d{{4}}"
    rf"|\d{{1,2}}-{MONTH}-\d{{4}}"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}\.\s?{GERMAN_MONTH}\s\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d{{2}}"
    rf"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})\b",
    re.IGNORECASE,
)


def number_of(month: str) -> int:
    """The number of a month from its name, in full or short: 3 for "Mar.", "März", "Mrz"."""
    begin = month[:3].lower()
    return _BEGINNINGS[_ALSO.get(begin, begin)]


def readings(text: str) -> set[str]:
    """A date in ISO form; both readings where day and month can't be told apart."""
    if german := _GERMAN_DATE.fullmatch(text):
        return _german(german)
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b|\b(?:day )?of\b", "", text, flags=re.IGNORECASE)
    found: set[str] = set()
    # "2024-03-01" has one reading only; dateutil would turn it round where told "day first".
    orders = (False,) if re.match(r"\s*\d{4}-", text) else (False, True)
    for dayfirst in orders:
        try:
            value: datetime = parser.parse(text, dayfirst=dayfirst)
        except (ValueError, OverflowError):
            continue
        found.add(value.date().isoformat())
    return found


def _german(match: re.Match[str]) -> set[str]:
    """A date as "3. März 2021" or "03.03.2021": the day stands first."""
    day, named, month, year = match.groups()
    try:
        found = date(int(year), number_of(named) if named else int(month), int(day))
    except ValueError:
        return set()
    return {found.isoformat()}
