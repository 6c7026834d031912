"""Questions whether what the documents say of one thing agrees, and what that thing is."""

from __future__ import annotations

import re

_SOURCES = (
    r"(?:entr(?:y|ies)|records?|notes?|documents?|statements?|passages?|accounts?|figures|lists?"
    r"|reports?|clauses?|sections?|letters?|files?|pages?|witness(?:es)?|sources?|agreements?"
    r"|contracts?|leases?|papers?|deeds?|charts?|tables?|copies|versions?)"
)
_AGREE = (
    r"(?:agree|disagree|tally|match|differ|conflict|contradict|consistent|inconsistent"
    r"|the\s+same(?:\s+thing)?|in\s+(?:agreement|conflict)|at\s+odds)"
)
_DISAGREEMENT = r"(?:contradict(?:ion|ory)\w*|inconsisten\w+|discrepanc\w+|disagreements?)"
_ABOUT = r"(?:about|on|over|of|for|regarding|concerning|as\s+to|in|between|among)"
_EACH_OTHER = re.compile(
    r"\s*\b(?:with|to|from|against)?\s*(?:one\s+another|each\s+other|themselves)\b", re.IGNORECASE
)
_ENGLISH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:do|does|are|is)\b[\w\s]*?\b{_SOURCES}\s+{_ABOUT}\s+(?P<topic>.+?)\s+(?:all\s+)?{_AGREE}$",
        rf"^(?:do|does|are|is)\b[\w\s]*?\b{_SOURCES}\b[\w\s]*?\b{_AGREE}\s+{_ABOUT}\s+(?P<topic>.+)$",
        rf"^(?:do|does|are|is|what|which|where)\b.*?\b{_DISAGREEMENT}\b(?:\s+(?:are|is)\s+there)?"
        rf"\s+{_ABOUT}\s+(?P<topic>.+)$",
        rf"^where\b.*?\b{_SOURCES}\s+(?:disagree|differ|conflict)\s+{_ABOUT}\s+(?P<topic>.+)$",
        r"^(?:is|are)\s+(?P<topic>.+?)\s+(?:\w+ed|given|shown)\s+consistently$",
    )
)
_SAID = r"(?:angaben|einträge|aussagen|stellen|dokumente|unterlagen|berichte|verträge)"
_GERMAN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^stimmen\s+(?:alle\s+)?(?:die\s+)?{_SAID}\s+(?P<topic>(?:zu|zur|zum|über)\s+.+?)\s+überein$",
        rf"^widersprechen\s+(?:sich\s+)?(?:die\s+)?{_SAID}\s+(?P<topic>(?:zu|zur|zum|über)\s+.+?)"
        r"(?:\s+(?:sich|einander))?$",
        r"^(?:gibt\s+es|welche)\b.*?\b(?:widersprüche|unstimmigkeiten|abweichungen)\b(?:\s+gibt\s+es)?"
        r"\s+(?P<topic>(?:zu|zur|zum|bei|beim|über|hinsichtlich)\s+.+)$",
    )
)
_ALL = re.compile(rf"(?:(?:the|these|all|its|their|her|his|both|two)\s+)*{_SOURCES}", re.IGNORECASE)


def topic(question: str) -> str:
    """What entries are to agree about, of a question that asks whether they do; else "".

    Of "Do the entries about her allergies agree with one another?" that is "her allergies". In
    German it keeps its preposition: "zur Kündigungsfrist".
    """
    asked = " ".join(question.split()).rstrip(" ?.!")
    german = re.sub(r"\s+(?:miteinander|untereinander)\b", "", asked)
    plain = _EACH_OTHER.sub("", asked)
    for pattern, text in [*((p, plain) for p in _ENGLISH), *((p, german) for p in _GERMAN)]:
        found = pattern.match(text)
        if found and not _ALL.fullmatch(found["topic"]):
            return found["topic"].strip()
    return ""
