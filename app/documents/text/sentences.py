"""Sentences, cut with care for the abbreviations of legal and medical text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

# sentencex knows the common abbreviations of English; these are the ones of our fields that it
# does not, or that it takes for the end of a sentence before a capital or a figure.
_ABBREVIATIONS = frozenset(
    """
    no nos art arts sec secs sect para paras cl cll ch pt pts vol ed eds rev stat ann app ex exh
    exhs sch schs reg regs rul cir supp cf viz ss id ibid op cit al et seq infra supra v vs aff
    dist ct dept div bros inc corp co ltd llc llp plc gmbh assn approx est max min temp wt ht
    resp hx dx tx rx sx fx fh pmh hpi dob mr mrs ms dr drs prof rev hon st sr jr messrs gen col
    fig figs tab ref refs pp p abs neg pos bid tid qid qd prn po im iv sc jan feb mar apr jun jul
    aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ca circa incl excl
    abschn anl bzgl bzw evtl fa frl gem ggf inkl kap lit nr nrn sog tel unterabs vgl vorst
    zb ziff zzgl
    """.split()
)
# Abbreviations that may well end a sentence: they are joined to what follows only where that
# begins in lower case or with a figure.
_MAY_END = frozenset(
    "inc corp co ltd llc llp plc gmbh al etc bid tid qid qd prn po im iv sc st sr jr "
    "jan feb mar apr jun jul aug sep sept oct nov dec id ibid abs neg pos app ct min".split()
)
_ORDINAL = re.compile(  # "am 3." goes on: "am 3. Mai", "die 1. Mahnung"
    r"(?:^|\s)(?:(?:am|ab|bis|dem|den|der|des|die|das|im|seit|vom|zum|zur|und)\s)?\d{1,2}\.$",
    re.IGNORECASE,
)
_GERMAN_MONTH = re.compile(
    r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"([^\s(\[\"“]+)\.$")
_ENUMERATOR_ONLY = re.compile(
    r"(?:\(?[A-Za-z]{1,4}[.)]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|§+|(?:No|Sec|Art)\.)"
)
_CLOSED = re.compile(r"[.!?][)\]\"”’]+\s+(?=[\"“(\[]?[A-Z])")
_ITEMS = re.compile(r"[;:,]\s+(?:(?:and|or|and/or)\s+)?(?=\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s)")
_CLAUSES = re.compile(r"[;:]\s+")
LONG = 700  # characters; a longer sentence is cut at its items or clauses


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of one block as offsets into it, without the space between them."""
    text = text.replace("\n", " ")  # a block has no paragraphs; the library would see some
    start = 0
    for end in _ends(text):
        if _goes_on(text[start:end].rstrip(), text[end:].lstrip()[:12]):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _ends(text: str) -> list[int]:
    """Where sentences may end, in order."""
    ends = {boundary["end_index"] for boundary in get_sentence_boundaries("en", text)}
    ends.update(match.end() for match in _CLOSED.finditer(text))
    ends.discard(len(text))
    return sorted(ends)


def _goes_on(sentence: str, following: str) -> bool:
    """Whether what looks like the end of a sentence is not one."""
    if not sentence or _ENUMERATOR_ONLY.fullmatch(sentence):
        return True
    if following[:1].islower():
        return True
    ordinal = _ORDINAL.search(sentence)
    if ordinal and (_GERMAN_MONTH.match(following) or len(ordinal[0].split()) > 1):
        return True
    match = _LAST_WORD.search(sentence)
    if match is None:
        return False
    word = match.group(1).lower().replace(".", "").lstrip("(")
    if len(word) == 1 and word.isalpha() and match.group(1).isupper():
        return True  # an initial: "J. Doe"
    if word not in _ABBREVIATIONS:
        return False
    return word not in _MAY_END or following[:1].isdigit()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if end - start <= LONG:
        yield start, end
        return
    cut = start
    for at in _cuts(text[start:end]):
        yield from _stripped(text, cut, start + at)
        cut = start + at
    yield from _stripped(text, cut, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _cuts(sentence: str) -> list[int]:
    """Where a very long sentence is cut: at its items, else at clauses, so that none is tiny."""
    for pattern in (_ITEMS, _CLAUSES):
        found: list[int] = []
        for match in pattern.finditer(sentence):
            last = found[-1] if found else 0
            if match.end() - last >= 60 and len(sentence) - match.end() >= 60:
                found.append(match.end())
        if found:
            return found
    return []
