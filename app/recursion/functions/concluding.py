"""FINAL and NOT_FOUND: how code ends its frame, and when it is not let go yet.

An answer rests on findings that passed verification. One that does not is sent back with a hint, at
most twice; then the frame ends as what it is, not found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NoReturn

from app.recursion.events import PartReady
from app.recursion.evidence import comparing, verifying
from app.recursion.frame import MAX_REFUSALS, Conclusion, Frame, Part, Said
from app.recursion.functions import asking, parts, proposing
from app.recursion.functions.proposing import Proposal
from app.recursion.results import Check, Evidence
from app.recursion.sandbox.host_calls import CellFinished, HostError
from app.recursion.subcalls import showing
from app.recursion.texts import figures

_ITEMS = {"pick", "extract", "sift"}
"""Functions whose findings are items of a list."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What came of weighing a proposal.

    Attributes:
        claims: that it makes, each with the findings that passed; there may be none.
        why: nothing stands behind it; "" where something does, or nothing was given.
        lost: figures, dates and names of its words that the cited sentences do not hold.
    """

    claims: tuple[Said, ...]
    why: str
    lost: tuple[str, ...] = ()


def FINAL(frame: Frame, *answer: object, evidence: object = None, text: object = "") -> None:
    """End with the answer: a finding, a list of findings, or your words and evidence=findings."""
    proposals = proposing.proposed(frame, list(answer), evidence, str(text or ""))
    in_parts = any(part.claims for part in frame.parts)
    if not proposals and not in_parts:
        _refuse(
            frame,
            "FINAL was given nothing. Pass findings, or call NOT_FOUND(reason).",
            "The model ended without an answer.",
        )
    asking.check(frame, [n for proposal in proposals for n in proposal.notes])
    conclusion, unsupported = _weigh(frame, proposals)
    if in_parts:
        short = conclusion or Conclusion("not_found")
        frame.conclusion = _in_parts(frame, short.claims, short.note)
    elif conclusion is not None:
        frame.conclusion = conclusion
    else:
        said = "; ".join(p.text or proposing.answers(frame, p.notes) for p in proposals)[:300]
        _refuse(
            frame,
            f"refused: {unsupported} Ask about other slices, then pass the findings themselves: "
            "FINAL(findings).",
            f"The model proposed “{said}”, but no passage that was read supports it.",
        )
    raise CellFinished


def PART(frame: Frame, title: object = "", findings: object = None) -> None:
    """Add a part to a long answer; FINAL() ends with all parts, FINAL(x) with x on top."""
    if findings is None and not isinstance(title, str):
        title, findings = "", title
    numbers = proposing.found_in(frame, findings)
    asking.check(frame, numbers)
    passed = [e for n in numbers if (e := frame.notes[n].evidence) is not None and e.check.passed]
    name = " ".join(str(title or "").split())[:200]
    claims = tuple(
        (f"{name}: {text}" if name else text, items)
        for text, items in _merged(passed, listed=_is_list(frame, numbers))
    )
    frame.parts.append(Part(name, claims, _contradictory(frame, passed)))
    shown = tuple(
        (text, tuple(span for item in items for span in item.finding.spans))
        for text, items in claims
    )
    ctx = frame.ctx
    ctx.emit(PartReady(len(frame.parts), name, shown, ctx.turn, ctx.frame))


def NOT_FOUND(frame: Frame, reason: object = "") -> None:
    """End without an answer, because the documents that were searched do not state it."""
    said = " ".join(str(reason or "").split())[:300]
    if passed := frame.passed():
        _refuse(
            frame,
            f"but a finding was verified: {passed[0].finding.answer!r}. If it answers the "
            "question, pass it: FINAL(findings).",
            said,
        )
    if not frame.ctx.ledger.slices and not frame.ctx.memory.read:
        _refuse(frame, "nothing was read yet. Search with several phrasings first, then ask.", said)
    frame.conclusion = Conclusion("not_found", note=said)
    raise CellFinished


def stopped(frame: Frame, note: str) -> Conclusion:
    """What a frame has when it is stopped: what was verified first, then what was not."""
    if any(part.claims for part in frame.parts):
        done = _in_parts(frame, note=note)
        return replace(done, status="stopped", note=f"{done.note} {_unread(frame)}".strip())
    passed = frame.passed()
    if not frame.depth:
        # What a child verified before it was stopped itself is in the run's record only.
        known = {e.finding for e in passed}
        passed += [
            e for e in frame.ctx.ledger.evidence if e.check.passed and e.finding not in known
        ]
    if passed:
        return Conclusion("stopped", _merged(passed), note, _contradictory(frame, passed))
    unchecked = [
        Evidence(n.finding, Check(0.0))
        for n in frame.notes
        if n.evidence is None and not n.origin  # What earlier runs found was not found by this one.
    ]
    return Conclusion("stopped", _merged(unchecked), note)


def _unread(frame: Frame) -> str:
    """Which documents nothing was read of yet, in words."""
    ctx = frame.ctx
    read = {span.document for span in ctx.ledger.slices}
    left = [ctx.document(span).name for span in ctx.scope if span.document not in read]
    return f"Not read yet: {parts.named(list(dict.fromkeys(left)))}." if left else ""


def _in_parts(frame: Frame, short: tuple[Said, ...] = (), note: str = "") -> Conclusion:
    """The parts of a long answer together, what they say in short on top."""
    return parts.whole(frame.parts, short, note, frame.unfinished, frame.ctx.phrases)


def _weigh(frame: Frame, proposals: list[Proposal]) -> tuple[Conclusion | None, str]:
    """The conclusion that proposals make; None, and why, if no claim has evidence that stands."""
    weighed = [_weighed(frame, proposal) for proposal in proposals]
    claims = tuple(claim for one in weighed for claim in one.claims)
    evidence = [e for _, items in claims for e in items]
    if not evidence:
        reasons = [one.why for one in weighed if one.why]
        return None, reasons[-1] if reasons else "no finding stands behind it."
    note = _beside(frame, proposals, weighed)
    return Conclusion("answered", claims, note, _contradictory(frame, evidence)), ""


def _weighed(frame: Frame, proposal: Proposal) -> _Weighed:
    """What of one proposal stands on findings that passed."""
    behind = [e for n in proposal.notes if (e := frame.notes[n].evidence) is not None]
    passed = [e for e in behind if e.check.passed]
    why = _failed(behind[0]) if behind and not passed else ""
    if not proposal.text:
        return _Weighed(_merged(passed, listed=_is_list(frame, proposal.notes)), why)
    lost = _lost(frame, proposal, passed) if passed else ()
    if lost and proposal.traced:
        passed, why = [], f"no cited sentence holds {', '.join(lost)}."
    return _Weighed(((proposal.text, tuple(passed)),), why, lost)


def _beside(frame: Frame, proposals: list[Proposal], weighed: list[_Weighed]) -> str:
    """What is to be said beside an answer: what no passage holds, and what was not looked at."""
    notes: list[str] = []
    if lost := dict.fromkeys(what for one in weighed for what in one.lost):
        notes.append(f"In the answer's words but not in the cited sentences: {', '.join(lost)}.")
    unchecked = {n for p in proposals for n in p.notes if frame.notes[n].evidence is None}
    if unchecked:
        notes.append(f"Left out, because the sub-calls ran out: {len(unchecked)} more findings.")
    return " ".join(notes)


def _lost(frame: Frame, proposal: Proposal, passed: list[Evidence]) -> tuple[str, ...]:
    """Figures, dates and names of a claim in words that the sentences it cites do not hold."""
    quotes = " ".join(verifying.quote_of(frame.ctx, e.finding) for e in passed)
    heads = " ".join(showing.heading(frame.ctx, e.finding.spans[0]) for e in passed)
    lost = figures.missing(proposal.text, quotes, frame.ctx.question, heads)
    return tuple(what for what in lost if what != f"{len(passed)}")  # How many there are.


def _failed(evidence: Evidence) -> str:
    """Why a finding did not pass, in words."""
    check = evidence.check
    if check.missing:
        return f"its sentences do not hold {', '.join(check.missing)}."
    return (
        f"the sentences cited for {evidence.finding.answer[:120]!r} do not clearly state it "
        f"(judged {check.probability:.0%})."
    )


def _merged(evidence: Iterable[Evidence], listed: bool = False) -> tuple[Said, ...]:
    """Claims, the likeliest first; items of a list each for itself, in the order of the text."""
    items = list(evidence)
    if listed:
        items.sort(key=lambda e: e.finding.spans[0])
        return tuple((item.finding.answer, (item,)) for item in items)
    return tuple((text, tuple(members)) for text, members in comparing.merge(items))


def _is_list(frame: Frame, numbers: Iterable[int]) -> bool:
    made = {frame.notes[n].by for n in numbers}
    return bool(made & _ITEMS) and made <= {*_ITEMS, "best", "earlier"}


def _contradictory(frame: Frame, evidence: Iterable[Evidence]) -> bool:
    """Whether answers to one and the same question give different figures, or entries oppose."""
    shown = {e.finding for e in evidence}
    checked = {
        number: note
        for number, note in enumerate(frame.notes)
        if note.evidence is not None and note.current in shown
    }
    if any(checked.keys() >= set(pair) for pair in frame.opposed):
        return True
    latest = {note.current: note for note in checked.values()}
    asked = [note for note in latest.values() if note.by in ("ask", "rlm")]
    return any(
        one.question == other.question
        and comparing.contradicts(one.finding.answer, other.finding.answer)
        for one, other in combinations(asked, 2)
    )


def _refuse(frame: Frame, why: str, ending: str) -> NoReturn:
    """Send FINAL or NOT_FOUND back; when that has been done often enough, end the frame."""
    frame.refusals += 1
    if frame.refusals > MAX_REFUSALS:
        frame.conclusion = Conclusion("not_found", note=ending)
        raise CellFinished
    raise HostError(why)
