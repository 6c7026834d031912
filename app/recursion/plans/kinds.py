"""What kind of question it is: as the model took it, and as it is put.

A small model tells a question for one fact from one for a list often enough, not always. Where the
words of a question leave no doubt, in English or German, they decide.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from app.recursion.subcalls.citing import is_yes_or_no
from app.recursion.texts import agreeing, nested

KINDS = (
    "find",
    "list",
    "count",
    "compare",
    "two_step",
    "summarize",
    "timeline",
    "tally",
    "shared",
    "agree",
    "each",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to answer a question.

    Attributes:
        kind: one of `KINDS`.
        phrases: search phrases in the documents' likely words.
        item: what one item is, for lists, counts and timelines.
        sides: the two questions of a comparison.
        first, then: the two questions of a two-step plan; `then` holds "{answer}".
        question: what each document is asked on its own.
    """

    kind: str
    phrases: tuple[str, ...]
    item: str = ""
    sides: tuple[str, ...] = ()
    first: str = ""
    then: str = ""
    question: str = ""


_SEVERAL = re.compile(
    r"^(?:(?:of|on|in|at|for|from|to|with|by|under|during|between)\s+)?"
    r"(?:which|what)\s+(?:of\s+)?(?:[\w’'-]+\s+){0,3}"
    r"(?!(?:series|species|lens|gas|bias|means|diabetes|measles)\b)"
    r"[\w-]*[a-hj-rtv-z]s(?:\s+of\s+[\w-]+)?\s+"
    r"(?:are|is|were|was|have|has|had|did|do|does|must|may|might|can|could|should|shall|will|would)\b",
    re.IGNORECASE,
)
_SEVERAL_IN_GERMAN = re.compile(
    r"^welche[rn]?\s+(?:\S+\s+){1,6}?(?:sind|waren|haben|hatten|wurden|werden|müssen|dürfen|können"
    r"|konnten|sollen|sollten|gelten|bestehen)\b",
    re.IGNORECASE,
)
_HOW_MANY_IN_GERMAN = re.compile(
    r"^wie\s*viele\s+(?P<item>.+?)\s+(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?"
    r"|gibt|gab|nennt|enthält|stehen|muss|müssen|darf|dürfen|kann|können|soll|sollen)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"^how\s+many\s+(?P<item>.+?)\s+"
    r"(?:is|are|was|were|has|have|had|does|do|did|must|may|can|could|should|shall|will|would)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:(?:milli|micro|centi|kilo)?(?:seconds?|grams?|met(?:er|re)s?|lit(?:er|re)s?)|minutes?"
    r"|hours?|days?|weeks?|months?|quarters?|years?|per\s?cent|percent|points?|units?|mg|mcg|kg|ml"
    r"|dollars?|pounds?|euros?|characters?|words?|times|miles?|pack-years?|people|staff"
    r"|sekunden?|minuten?|stunden?|(?:\w+)?tagen?|wochen?|monaten?|quartalen?|jahren?|prozent"
    r"|prozentpunkten?|gramm|meter|liter|punkten?|einheiten|zeichen|wörter|seiten|personen|mal)\b",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"(?<!what )(?<!which )\btime\s?lines?\b(?!\s+(?:for|to|within)\b)|\bchronolog\w+"
    r"|\bin\s+(?:the\s+)?(?:order|sequence)\s+of\s+(?:time|dates?)\b|\bin\s+(?:date|time)\s+order\b|\bby\s+date\b"
    r"|\b(?:sequence|course)\s+of\s+events\b|\bover\s+(?:the\s+course\s+of\s+)?time\b"
    r"|^what\s+(?:has\s+)?happened\s+(?:between|during|since|from|in\s+(?:\w+\s+)?(?:19|20)\d\d)\b"
    r"|\bzeitleisten?\b|\bzeitliche[nrms]?\s+(?:ablauf|reihenfolge|verlauf)\b|\bchronologisch\w*",
    re.IGNORECASE,
)
_OFTENEST = re.compile(
    r"\b(?:most|least)\s+(?:often|frequent(?:ly)?|common(?:ly)?|numerous)\b"
    r"|\b(?:commonest|rarest|fewest)\b"
    r"|^(?:who|which\s+\w+|what\s+\w+)\s+(?:\w+\s+){1,2}the\s+most\s+(?:[\w-]+\s+)?[\w-]+s\b"
    r"|\b(?:am\s+(?:meisten|wenigsten)|häufigste[nrs]?|seltenste[nrs]?)\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:least|rarest|fewest|seltenst\w*|wenigsten)\b", re.IGNORECASE)
_SHARED = re.compile(
    r"^(?:(?:on|in|at|for|from|to|with|by|of)\s+)?(?:which|what|who)\b.*?(?:"
    r"\bthe\s+(?:very\s+)?same\s+(?P<same>(?!(?:time|way|manner|terms|extent|effect)\b)[\w-]+)"
    r"|\b(?:an?\s+)?identical\s+(?P<identical>[\w-]+)"
    r"|\bshare\s+(?:an?|the|one|their)\s+(?P<share>[\w-]+)"
    r"|\bha(?:ve|d)\s+(?:an?|the|one|their)\s+(?P<common>[\w-]+)\s+in\s+common\b)"
    r"|^(?:(?:an|in|bei|für|von|zu)\s+)?welche[nmr]?\b.*?\b(?:(?:die|der|das|den|dem)selben?"
    r"|(?:die|der|das|den|dem)\s+gleichen?)\s+(?P<gleich>(?!Zeit\b)[\w-]+)",
    re.IGNORECASE,
)
_REQUEST = re.compile(r"\W*(?:can|could|will|would)\s+you\b", re.IGNORECASE)
_DOCUMENT = (
    r"(?:documents?|agreements?|contracts?|leases?|files?|reports?|letters?|records?|polic(?:y|ies)"
    r"|deeds?|papers?|pdfs?)(?!\s+(?:years?|months?|quarters?|periods?|terms?|prices?|sums?"
    r"|part(?:y|ies)|numbers?|values?|dates?)\b)\b"
)
_PAPER = (
    r"(?:\w*dokument(?:en?|s|es)?|\w*vertr(?:ag(?:s|es)?|ägen?)|\w*vereinbarung(?:en)?"
    r"|(?:patienten|gerichts)?akten?|\w*bericht(?:en?|s|es)?)\b"
)
_ONE_BY_ONE = re.compile(
    rf"\b(?:each|every)\s+(?:one\s+)?(?:of\s+(?:the|these|those)\s+)?(?:\w+\s+)?{_DOCUMENT}"
    rf"|\b(?:in|for|under|from|of|across)\s+all\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|\d+\s+)?{_DOCUMENT}"
    rf"|^which\s+of\s+(?:the|these|those)\s+(?:\w+\s+)?{_DOCUMENT}"
    r"|\b(?:document\s+by\s+document|(?:per|by)\s+document|one\s+by\s+one)\b"
    rf"|\b(?:je|pro)\s+{_PAPER}|\bjede[mnrs]?\s+(?:einzelnen?\s+|dieser\s+|der\s+)?{_PAPER}"
    rf"|\b(?:in|für|aus|bei|von)\s+allen?\s+(?:\w+\s+)?{_PAPER}"
    rf"|^welche[rs]?\s+(?:der|dieser|von\s+den)\s+(?:\w+\s+)?{_PAPER}",
    re.IGNORECASE,
)


def asked_for(question: str, documents: int) -> str:
    """The kind of plan that a question asks for in so many words, "" where it does not.

    Args:
        question: as the reviewer put it.
        documents: how many there are; one alone is not worked on one by one.
    """
    if documents > 1 and _ONE_BY_ONE.search(question):
        return "each"
    if agreeing.topic(question):
        return "agree"
    told = is_yes_or_no(question) and not _REQUEST.match(question)
    if told:
        return ""
    if shares(question):
        return "shared"
    if _OFTENEST.search(question):
        return "tally"
    return "timeline" if _IN_TIME.search(question) else ""


def asks_for_least(question: str) -> bool:
    """Whether a question, in English or German, is for what occurs least often."""
    return _LEAST.search(question) is not None


def shares(question: str) -> str:
    """What things have in common that a question, in English or German, is for; "" if nothing.

    Of "Which two invoices bear the same number?" that is "number".
    """
    found = _SHARED.search(question.strip())
    return next(filter(None, found.groups()), "") if found else ""


def parse(reply: str) -> Plan:
    """A plan as the model wrote it; one cut off at its token limit becomes a plain search."""
    try:
        value: dict[str, Any] = json.loads(reply)
    except ValueError:
        return Plan("find", ())
    return Plan(
        kind=str(value.get("kind", "find")),
        phrases=tuple(dict.fromkeys(str(p) for p in value.get("phrases", ()))),
        item=str(value.get("item", "")),
        sides=tuple(str(s) for s in value.get("sides", ())),
        first=str(value.get("first", "")),
        then=str(value.get("then", "")),
        question=str(value.get("question", "")),
    )


def corrected(plan: Plan, question: str) -> Plan:
    """A plan that fits how a question is put, where the model took it for another.

    "Which vaccines were given?" is taken for a question for one fact, and "How many days?", which
    one passage states, for one to count.
    """
    asked = question.strip()
    german = _HOW_MANY_IN_GERMAN.match(asked)
    several = _HOW_MANY.match(asked) or german
    counted = several is not None and not _MEASURED.search(several["item"])
    if plan.kind == "find" and several is not None and counted:
        one = "eines der" if german else "one of the"
        return replace(plan, kind="count", item=f"{one} {several['item']}")
    if plan.kind == "count" and several is not None and not counted:
        return replace(plan, kind="find")
    steps = nested.parted(asked)
    if plan.kind in ("find", "two_step") and steps is not None:
        return replace(plan, kind="two_step", first=steps[0], then=steps[1])
    listed = _SEVERAL.match(asked) or _SEVERAL_IN_GERMAN.match(asked)
    if plan.kind == "find" and listed:
        return replace(plan, kind="list", item=asked)
    return plan
