"""A function of the REPL that starts a child: a model with a REPL of its own over some slices."""

from __future__ import annotations

from dataclasses import replace

from app.recursion.budget import LEAST
from app.recursion.frame import Frame
from app.recursion.functions import asking
from app.recursion.functions.values import Found
from app.recursion.results import Finding
from app.recursion.sandbox.host_calls import HostError


def rlm(frame: Frame, question: object, slices: object, share: object = 0.5) -> list[Found]:
    """Let a model with a REPL of its own work on a question over slices; its findings.

    It may spend `share` of what is left.
    """
    words, spans = asking.asked(frame, question, slices)
    if frame.depth >= frame.ctx.settings.max_depth:
        raise HostError("rlm can't be nested deeper: use search and ask_each here.")
    frame.ctx.budget.check_for(LEAST)
    part = share if isinstance(share, int | float) and 0 < share <= 1 else 0.5
    conclusion = frame.start_child(frame, words, spans, part)
    if not conclusion.claims:
        frame.remarks.append(f"rlm: {conclusion.status}. {conclusion.note}".strip())
        if conclusion.status == "stopped":
            frame.unfinished.update(frame.ctx.document(span).name for span in spans)
    found: list[Found] = []
    for text, items in conclusion.claims:
        for item in items:
            finding = item.finding
            if len(items) == 1:
                finding = Finding(text, finding.spans, finding.source, finding.subcall)
            noted = asking.kept(frame, finding, "rlm", words)
            frame.settle(noted.n, replace(item, finding=finding))
            found.append(noted)
    return list(dict.fromkeys(found))
