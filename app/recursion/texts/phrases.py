"""The program's own words within an answer, and what a model is told of the language to use.

An answer is in the language of its question, whatever that of the documents and of the window. What
is said beside it (notes, progress, errors) is English here, and translated where it is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "de"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language.

    Attributes:
        name: of the language, in English.
        answer, plan: what is added to a task, so that a model keeps to the language; a plan is told
            that of the documents as well, `{documents}`, since it searches them.
        yes, no: how an answer to a question of yes or no begins.
        changed, before: the titles of what a clause says now, and of what it said.
        partly: before what was found where the rest of the answer was not.
        counted: after the number of items of a list.
        apart: before items none of which has in common with another what was asked for.
        about: what one entry about a `{topic}` is.
        agree: before entries of which none was found to contradict another.
        agree_first: the same where `{rest}` others were not looked at.
        undated: before an entry without a date; other: between the two dates one can have.
        gap: between two dates, `{start}` and `{end}`.
        more: after the first few of many, `{n}` more.
        months: their names, January first.
    """

    name: str = "English"
    answer: str = ""
    plan: str = ""
    yes: str = "Yes"
    no: str = "No"
    changed: str = "As changed"
    before: str = "Before the change"
    partly: str = "Only the first step was found"
    counted: str = "found in the passages that were read."
    apart: str = "None of these share it"
    about: str = "an entry about {topic}"
    agree: str = "None of these was found to contradict another."
    agree_first: str = (
        "None of the first of these was found to contradict another; "
        "{rest} more were not held against them."
    )
    undated: str = "No date"
    other: str = "or"
    gap: str = "Nothing between {start} and {end}."
    more: str = "and {n} more"
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip


ENGLISH = Phrases()
GERMAN = Phrases(
    name="German",
    answer="Answer in German.",
    plan="Write questions and items in German, as the question is, and phrases in {documents}, as "
    "the documents are.",
    yes="Ja",
    no="Nein",
    changed="Nach der Änderung",
    before="Vor der Änderung",
    partly="Nur der erste Schritt wurde gefunden",
    counted="in den gelesenen Passagen gefunden.",
    apart="Nichts davon haben sie gemeinsam",
    about="eine Angabe {topic}",
    agree="Dass sich davon zwei widersprächen, wurde nicht gefunden.",
    agree_first="Dass sich von den ersten davon zwei widersprächen, wurde nicht gefunden; "
    "{rest} weitere wurden nicht mit ihnen verglichen.",
    undated="Ohne Datum",
    other="oder",
    gap="Nichts zwischen {start} und {end}.",
    more="und {n} weitere",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
)

_GERMAN = frozenset(
    """
    aber alle allen aller als am an auch auf aus bei beim bis damit dass dem den der des die dies
    diese diesem diesen dieser dieses durch ein eine einem einen einer eines er es für gegen gibt
    haben hat hatte hatten ihr ihre im in ist jede jedem jeden jeder jedes kann kein keine keinen
    können man mehr mit muss müssen nach nicht noch nur oder ohne sein sich sie sind soll sollen
    über um und unter vom von vor wann war waren warum was welche welchem welchen welcher welches
    wem wen wenn wer werden wie wieviel wird wo wurde wurden zu zum zur zwischen
    """.split()
)
_ENGLISH = frozenset(
    """
    a all an and any are at be been but by can could did do does each every for from had has have
    her his how if in is it its may must no not of on or our shall should than that the their there
    they this to under was we were what when where which who whom whose why will with would you your
    """.split()
)


def of(language: str | None) -> Phrases:
    """The words of a language."""
    return GERMAN if language == "de" else ENGLISH


def language(text: str) -> Language:
    """The language of a text: German where its common words or letters prevail, else English."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    german = sum(word in _GERMAN for word in words) + len(re.findall(r"[äöüß]", text.lower()))
    return "de" if german > sum(word in _ENGLISH for word in words) else "en"
