"""Variables of a REPL as plain data: told after each turn, and given to a run that follows.

Kept are text, numbers, slices, findings, and lists, sets and dicts of them: what says the same on
another day. They are in the form in which values cross between a cell and its functions, save that
a finding is what it says and where, since its number means nothing in another run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from app.documents.document import Span
from app.recursion.frame import Frame
from app.recursion.functions.values import Found, encode

KEPT = "kept"
"""The variable that holds them in the REPL of a run that follows, as a dict."""

TOGETHER = 65_536
"""Bytes that all of them take at most; the latest assigned go first."""

_FINDINGS = "earlier"
"""What earlier runs found is handed on as such."""


def stored(frame: Frame, values: Mapping[str, Any]) -> dict[str, Any]:
    """A REPL's variables, the latest assigned last, in a form that can be kept.

    Those that it was itself given are handed on, under names that it did not assign anew.
    """
    given = values.get(KEPT)
    pairs = given.get("dict", []) if isinstance(given, dict) else []
    before = {name: value for name, value in pairs if isinstance(name, str)}
    own = {name: v for name, v in values.items() if name not in (KEPT, _FINDINGS)}
    found: dict[str, Any] = {}
    left = TOGETHER
    for name, value in (*reversed(own.items()), *before.items()):
        told = _outwards(frame, value)
        size = len(json.dumps([name, told]))
        if name not in found and size <= left:
            found[name] = told
            left -= size
    return found


def given(frame: Frame, variables: Mapping[str, Any]) -> dict[str, Any]:
    """Kept variables in the form in which the sandbox takes them.

    Slices in documents that are not at hand are left out. A finding is one of those that the frame
    knows from earlier runs, or else the words of its answer.
    """
    numbers = {(n.finding.answer, n.finding.spans): i for i, n in enumerate(frame.notes)}
    found = {name: _inwards(frame, value, numbers) for name, value in variables.items()}
    return {"dict": [[name, value] for name, value in found.items() if value is not _GONE]}


def described(variables: Mapping[str, Any]) -> dict[str, str]:
    """What each variable is and how much, and never what it holds: "list of 12 slices"."""
    return {name: _described(value) for name, value in variables.items()}


_GONE = object()


def _outwards(frame: Frame, value: object) -> Any:  # noqa: ANN401 - any plain data
    if isinstance(value, list):
        return [_outwards(frame, item) for item in value]
    if isinstance(value, dict) and "finding" in value:
        note = frame.notes[value["finding"]]
        finding = note.current
        spans = [[span.document, span.start, span.end] for span in finding.spans]
        return {"finding": {"answer": finding.answer, "spans": spans}}
    if isinstance(value, dict):
        return {kind: _outwards(frame, inner) for kind, inner in value.items()}
    return value


def _inwards(frame: Frame, value: object, numbers: Mapping[Any, int]) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return _present(_inwards(frame, item, numbers) for item in value)
    if not isinstance(value, dict):
        return value
    if "slice" in value:
        span = Span(*value["slice"])
        there = any(scope.contains(span) for scope in frame.ctx.scope)
        return encode(frame, span) if there else _GONE
    if "finding" in value:
        answer, spans = value["finding"]["answer"], value["finding"]["spans"]
        n = numbers.get((answer, tuple(Span(*span) for span in spans)))
        return answer if n is None else encode(frame, Found(n))
    if "set" in value:
        return {"set": _inwards(frame, value["set"], numbers)}
    pairs = ([_inwards(frame, part, numbers) for part in pair] for pair in value["dict"])
    return {"dict": [pair for pair in pairs if _GONE not in pair]}


def _present(values: Iterable[object]) -> list[object]:
    return [value for value in values if value is not _GONE]


def _described(value: object) -> str:
    if isinstance(value, str):
        return f"text of {len(value):,} characters"
    if not isinstance(value, list | dict):
        return "nothing" if value is None else "yes or no" if isinstance(value, bool) else "number"
    if isinstance(value, dict):
        kind, inner = next(iter(value.items()))
        return kind if kind in ("slice", "finding") else f"{kind} of {len(inner):,}"
    kinds = {_described(item).partition(" of ")[0] for item in value}
    what = f", each a {kinds.pop()}" if len(kinds) == 1 else ""
    return f"list of {len(value):,}{what}"
