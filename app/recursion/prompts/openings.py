"""What the prompts of every review begin with: an engine may read it before there is a question."""

from __future__ import annotations

from app.engine.engine import Message
from app.recursion.prompts import judge_prompts, plan_prompts, subcall_prompts

Opening = tuple[Message, ...]


def of_plans() -> tuple[Opening, ...]:
    """Of the root model under the plan protocol."""
    return (plan_prompts.plan("", "", "")[:1],)


def of_subcalls() -> tuple[Opening, ...]:
    """Of the model that reads slices and judges what was found."""
    return judge_prompts.verify("", "", "")[:-1], subcall_prompts.ask("", "", ())[:1]
