"""Whether sentences answer a question of yes or no by yes or by no.

A small model that writes its answer turns it round now and then: "Joint not involved" becomes
"Yes". Asked for nothing but Yes or No, after examples of both, it is sometimes sure of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.document import Span
from app.recursion.context import Context
from app.recursion.prompts import judge_prompts
from app.recursion.results import Finding
from app.recursion.subcalls import judging, showing
from app.recursion.subcalls.citing import is_yes_or_no

SURE_NO = 0.3
SURE_YES = 0.8
"""The judge's probability of Yes, below or above which it outweighs what the model wrote.

Of 32 questions of our own with a 1.5B model, 28 were answered right; these turn one of the other
four, and none of the 28. Turned at 0.5 as many became wrong as right.
"""

LONGEST = 400
"""Characters of cited sentences that may take the place of what the model wrote."""


def settled(ctx: Context, question: str, findings: Sequence[Finding]) -> list[Finding]:
    """Findings whose yes or no is not the opposite of what their sentences surely give.

    Where it was, the sentences follow in place of what the model wrote after it.
    """
    if not findings or not is_yes_or_no(question):
        return list(findings)
    texts = [_cited(ctx, finding.spans) for finding in findings]
    asked = [judge_prompts.yes_or_no(question, text) for text in texts]
    hulls = [Span(f.spans[0].document, f.spans[0].start, f.spans[-1].end) for f in findings]
    chances = judging.judge_each(ctx, "verify", question, hulls, asked)
    return [_turned(ctx, *each) for each in zip(findings, texts, chances, strict=True)]


def _turned(ctx: Context, finding: Finding, text: str, chance: float) -> Finding:
    yes, no = f"{ctx.phrases.yes}:", f"{ctx.phrases.no}:"
    if len(text) > LONGEST:
        return finding
    if chance < SURE_NO and finding.answer.startswith(yes):
        return replace(finding, answer=f"{no} {text}")
    if chance > SURE_YES and finding.answer.startswith(no):
        return replace(finding, answer=f"{yes} {text}")
    return finding


def _cited(ctx: Context, spans: Sequence[Span]) -> str:
    return " ".join(" ".join(showing.shown(ctx, span).split()) for span in spans)
