"""What the rooms below the window say, in the reviewer's language: those speak English alone.

Errors, notes of a run and progress come as English sentences, some of them out of a matter that was
kept years ago. Each was made from a template; `messages.json` lists these, as they were read out of
the sources by `packaging/messages.py`. A sentence is taken apart by its template, and put together
again by the template's translation.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from app.config import RESOURCES
from app.errors import UserError

MESSAGES = RESOURCES / "translations" / "messages.json"

TEXT, PHRASE = "said", "phrase"
"""The contexts of the translations: whole sentences, and what stands in a place of one."""

_ENDS = (re.compile(r"[:;] (?=\S)"), re.compile(r"(?<=[.:”]) (?=\S)"))
"""Where a text may be taken apart: before what joins it to the next, or after its own end."""

Template = tuple[str, re.Pattern[str]]


def said(words: str) -> str:
    """A text of a lower room's in the reviewer's language; as it is where it is not known."""
    sample = _templates(TEXT)[0][0]
    translated = QCoreApplication.translate(TEXT, sample)
    return words if translated == sample else _best(words, translated)[1]


def explained(error: UserError) -> str:
    """What went wrong and what to do about it, in the reviewer's language."""
    return f"{said(error.message)} {said(error.hint)}".strip()


def explained_with_place(error: UserError) -> str:
    """The same, with where in the window that is done for which a terminal has a command."""
    place = ""
    if error.command.startswith("pincite model"):
        place = QCoreApplication.translate("place", "The models are in the Help menu.")
    elif error.command.startswith("pincite server"):
        place = QCoreApplication.translate("place", "The server is in the Help menu, under Models.")
    return f"{explained(error)} {place}".strip()


@lru_cache(maxsize=1_024)
def _best(words: str, language: str) -> tuple[int, str]:
    """A text put into a language, and how many of its characters templates account for.

    It may be several sentences in a row, some of them a model's own, or pieces with colons and
    semicolons between them. Of all ways to take it apart the one counts that leaves least to the
    places of templates.
    """
    options = [(0, words), _one(words, TEXT)]
    for match in (m for end in _ENDS for m in end.finditer(words)):
        known, first = _one(words[: match.start()], TEXT)
        if known:
            rest, other = _best(words[match.end() :], language)
            options.append((known + rest, f"{first}{match.group()}{other}"))
    return max(options, key=lambda option: option[0])


def _one(words: str, context: str) -> tuple[int, str]:
    """One text by the template that it was made from, and the characters of that; (0, "")."""
    for template, pattern in _templates(context):
        match = pattern.fullmatch(words)
        if match is not None:
            places = [_one(place, PHRASE)[1] or place for place in match.groups()]
            translated = QCoreApplication.translate(context, template)
            return len(_plain(template)), translated.format(*places)
    return 0, ""


@cache
def _templates(context: str) -> list[Template]:
    """The templates of a context, those with the most words of their own first."""
    known: dict[str, list[str]] = json.loads(MESSAGES.read_text(encoding="utf-8"))
    ordered = sorted(known[context], key=lambda text: (-len(_plain(text)), text))
    return [(text, _pattern(text)) for text in ordered]


def _plain(template: str) -> str:
    return re.sub(r"\{\d+\}", "", template)


def _pattern(template: str) -> re.Pattern[str]:
    """What matches a text made from a template; a group for each place."""
    parts = re.split(r"\{\d+\}", template)
    literal = [re.escape(part.replace("{{", "{").replace("}}", "}")) for part in parts]
    return re.compile("(.+?)".join(literal), re.DOTALL)
