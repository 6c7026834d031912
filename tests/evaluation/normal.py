"""Words, figures and dates in one form, so that an answer can be compared with a key."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        "january february march april may june july august september october november"
        " december".split(),
        1,
    )
}
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    (re.compile(rf"\b{_DAY}(?:\s+day)?(?:\s+of)?\s+{_MONTH},?\s+(\d{{4}})\b"), "dmy"),
    (re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+(\d{{4}})\b"), "mdy"),
    (re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b"), "iso"),
    (re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b"), "either"),
)

_ARTICLES = frozenset(("a", "an", "the"))
_TOKEN = re.compile(r"\d{4}_\d\d_\d\d|\d+(?:\.\d+)?|%|[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def normal(text: str) -> str:
    """Text as single-spaced tokens: figures in digits, dates as 2023_11_01, plurals without s."""
    text = text.lower().replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-")
    for pattern, order in _DATES:
        text = pattern.sub(partial(_iso, order), text)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(r"\bper\s?cent(?:age)?\b|\bpercent\b", " % ", text)
    text = text.replace("'s ", " ").replace("'", "")
    text = re.sub(r"(?<=\d)(k|m|mn|bn)\b", r" \1", text)
    tokens = _figures([token for token in _TOKEN.findall(text) if token not in _ARTICLES])
    return " ".join(_singular(token) for token in tokens)


def holds(text: str, form: str) -> bool:
    """Whether an answer holds an accepted form, word by word.

    Args:
        text: the answer, as it is.
        form: words and figures, or, after `re:`, a regular expression over the lower-case answer.
    """
    if form.startswith("re:"):
        return re.search(form[3:], text.lower().replace("’", "'"), re.DOTALL) is not None
    return f" {normal(form)} " in f" {normal(text)} "


def flat(text: str) -> str:
    """Text for finding a phrase in: lower case, one space, straight quotes, no column marks."""
    return re.sub(r"[\s|]+", " ", text.translate(_STRAIGHT).lower()).strip()


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xad": ""})


def find_phrase(text: str, phrase: str, start: int = 0) -> tuple[int, int] | None:
    """Where a phrase stands in a text, whatever its spaces, quotes, column marks and case.

    Args:
        text: to be looked through.
        phrase: a part of it, that may begin and end within words.
        start: offset of the first word that may hold its beginning.

    Returns:
        Offsets into `text`, or None.
    """
    wanted = _flattened(phrase).text
    where = _flattened_once(text)
    first = bisect_left(where.starts, start)
    if not wanted or first == len(where.starts):
        return None
    found = where.text.find(wanted, where.places[first])
    if found < 0:
        return None
    return where.offset(found), where.offset(found + len(wanted) - 1) + 1


@dataclass(frozen=True, slots=True)
class _Flattened:
    """A text whose words are one space apart, in lower case and with straight quotes.

    Attributes:
        text: the words; one that ends in a slash is joined to the next, as a line may break there.
        places: where each word begins in it.
        starts: where each word began before.
    """

    text: str
    places: list[int]
    starts: list[int]

    def offset(self, place: int) -> int:
        """Where a character that is not a space stood before."""
        word = bisect_right(self.places, place) - 1
        return self.starts[word] + place - self.places[word]


def _flattened(text: str) -> _Flattened:
    parts: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    length = 0
    plain = text.translate(_SAME_LENGTH)
    for match in re.finditer(r"[^\s|]+", plain):
        if parts and not parts[-1].endswith("/"):
            parts.append(" ")
            length += 1
        places.append(length)
        starts.append(match.start())
        parts.append(_lower(match[0]))
        length += len(match[0])
    return _Flattened("".join(parts), places, starts)


_flattened_once = lru_cache(maxsize=8)(_flattened)


def _lower(word: str) -> str:
    """A word in lower case, as long as it was."""
    lower = word.lower()
    return lower if len(lower) == len(word) else word


# Offsets must hold, so nothing may be dropped here.
_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def _iso(order: str, match: re.Match[str]) -> str:
    """A date as 2023_11_01; where day and month can't be told apart, both readings."""
    one, two, three = match.groups()
    try:
        if order == "dmy":
            return _stamp(int(three), _MONTHS[two[:3]], int(one))
        if order == "mdy":
            return _stamp(int(three), _MONTHS[one[:3]], int(two))
        if order == "iso":
            return _stamp(int(one), int(two), int(three))
    except ValueError:
        return match.group()
    readings = []
    for month, day in ((two, one), (one, two)):
        try:
            readings.append(_stamp(int(three), int(month), int(day)))
        except ValueError:
            continue
    return " ".join(dict.fromkeys(readings)) or match.group()


def _stamp(year: int, month: int, day: int) -> str:
    return date(year, month, day).strftime("%Y_%m_%d")


def _singular(token: str) -> str:
    return token[:-1] if len(token) > 3 and token.endswith("s") and token[-2] != "s" else token


def _figures(tokens: list[str]) -> list[str]:
    """Numbers in words become digits; "twenty-four (24)" becomes one number."""
    out: list[str] = []
    i = 0
    while i < len(tokens):
        value, used = _number(tokens, i)
        if used:
            figure = f"{value:g}" if value != int(value) else str(int(value))
            if not (out and out[-1] == figure and _was_spelled(tokens, i)):
                out.append(figure)
            i += used
        else:
            out.append(tokens[i])
            i += 1
    return out


def _was_spelled(tokens: list[str], i: int) -> bool:
    """Whether the number that ends before token `i` was written in words."""
    return i > 0 and not _NUMBER.fullmatch(tokens[i - 1])


def _number(tokens: list[str], start: int) -> tuple[float, int]:
    """The number that begins at a token, and how many tokens it takes; 0 if none does."""
    first = tokens[start]
    if _NUMBER.fullmatch(first):
        value = float(first)
        after = tokens[start + 1] if start + 1 < len(tokens) else ""
        scale = _SCALES.get(after) or _SHORT_SCALES.get(after)
        return (value * scale, 2) if scale else (value, 1)
    total = current = 0.0
    i = start
    while i < len(tokens):
        word = tokens[i]
        if word in _UNITS and not (current % 100 and current % 100 < 20):
            current += _UNITS[word]
        elif word in _TENS and not current % 100:
            current += _TENS[word]
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in _SCALES and word != "hundred" and current:
            total, current = total + current * _SCALES[word], 0.0
        elif not (word == "and" and _goes_on(tokens, i, current + total)):
            break
        i += 1
    return total + current, i - start


def _goes_on(tokens: list[str], i: int, so_far: float) -> bool:
    """Whether an "and" inside a number in words belongs to it: "one hundred and eighty"."""
    after = tokens[i + 1] if i + 1 < len(tokens) else ""
    return so_far >= 100 and so_far % 100 == 0 and (after in _UNITS or after in _TENS)
