"""The two ways in which a root model works: it fills in plans, or it writes code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.engine.engine import Message, Request, Usage
from app.recursion.context import Context
from app.recursion.events import RootToken
from app.recursion.functions import keeping
from app.recursion.plans import cell_lines, plan
from app.recursion.prompts import code_prompts
from app.recursion.sandbox import cells

REPLY_TOKENS = 700
"""The longest reply of a root that writes code."""

VARIED = 0.7
"""The temperature after a root repeated itself."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a root wrote: its reply, the cell in it, and why there is none where there is none."""

    reply: str
    code: str
    problem: str
    usage: Usage


class Root(Protocol):
    """Writes one cell after another.

    Attributes:
        messages: the conversation so far, to be saved with the run; empty where there is none.
    """

    messages: list[Message]

    def write(self, ctx: Context, feedback: str, vary: bool = False) -> Written:
        """The next cell; `feedback` is what came of the last one, "" at the start."""
        ...

    def follow(self, ctx: Context, feedback: str, given: Written) -> None:
        """Take a reply that was given as if it had been written."""
        ...

    def told(
        self, shown: str, problems: Sequence[str], variables: dict[str, str], turns_left: int
    ) -> str:
        """The feedback on a cell: what it printed, fenced, what went wrong, what there is now."""
        ...


@dataclass
class PlanRoot:
    """Fills in a typed plan, from which the program writes the cell.

    Attributes:
        tried: how many cells ran before.
        written: first plans of children by their question, shared by all roots of a run.
        keeps: whether one of those cells kept what it read in a variable, for the next to leave it
            out: not all kinds of plans do, nor a cell that was given.
    """

    messages: list[Message] = field(default_factory=list)
    tried: int = 0
    written: dict[str, str] = field(default_factory=dict)
    keeps: bool = False

    def write(self, ctx: Context, feedback: str, vary: bool = False) -> Written:
        """A plan and its cell; plans are made anew each turn, so nothing is kept."""
        reply, code, usage = plan.write_plan(ctx, feedback, self.tried, self.written, self.keeps)
        made = Written(reply, code, "" if code.strip() else cells.NO_CODE, usage)
        self._count(made)
        return made

    def follow(self, ctx: Context, feedback: str, given: Written) -> None:
        """Count it: plans are made anew each turn."""
        self._count(given)

    def _count(self, made: Written) -> None:
        self.tried += 1
        self.keeps = self.keeps or cell_lines.keeps(made.code)

    def told(
        self, shown: str, problems: Sequence[str], variables: dict[str, str], turns_left: int
    ) -> str:
        """What was printed and what went wrong; a plan has no use for the rest."""
        return "\n".join(filter(None, (shown, *problems)))


@dataclass
class CodeRoot:
    """Writes Python in a conversation that grows by a reply and a result each turn."""

    help: str
    messages: list[Message] = field(default_factory=list)

    def write(self, ctx: Context, feedback: str, vary: bool = False) -> Written:
        """The cell in the model's next reply."""
        self._ask(ctx, feedback)
        request = Request(
            tuple(self._fitted(ctx)),
            REPLY_TOKENS,
            temperature=VARIED if vary else 0.0,
            seed=ctx.settings.seed + ctx.turn,
        )
        done = ctx.engine.complete(
            request, ctx.cancel, lambda text: ctx.emit(RootToken(ctx.turn, text))
        )
        self.messages.append(Message("assistant", done.text))
        cell = cells.parse(done.text)
        return Written(done.text, cell.code, cell.problem, done.usage)

    def follow(self, ctx: Context, feedback: str, given: Written) -> None:
        """Let the conversation hold the reply."""
        self._ask(ctx, feedback)
        self.messages.append(Message("assistant", given.reply))

    def told(
        self, shown: str, problems: Sequence[str], variables: dict[str, str], turns_left: int
    ) -> str:
        """Everything, and how many turns are left."""
        return code_prompts.result(shown, problems, variables, turns_left)

    def _ask(self, ctx: Context, feedback: str) -> None:
        """Begin the conversation with the task, or tell what came of the last cell."""
        if not self.messages:
            parts = [(ctx.document(span), span) for span in ctx.scope]
            turns = ctx.budget.limits.turns - ctx.budget.turns + 1
            begin = code_prompts.begin(
                turns, len(ctx.memory.known), keeping.described(ctx.memory.variables)
            )
            first = f"{code_prompts.task(ctx.question, parts, ctx.phrases)}\n\n{begin}"
            self.messages = [code_prompts.system(self.help), Message("user", first)]
        else:
            self.messages.append(Message("user", feedback))

    def _fitted(self, ctx: Context) -> list[Message]:
        """The conversation as far as the window holds it: system, task, and the latest turns."""
        window = ctx.engine.model.window - REPLY_TOKENS
        start, turns = self.messages[:2], self.messages[2:]
        while len(turns) > 1 and ctx.engine.count([*start, *turns]) > window:
            turns = turns[2:] if len(turns) > 2 else turns[1:]
            start[1] = Message("user", f"{self.messages[1].content}\n{code_prompts.FORGOTTEN}")
        # The task comes from the user, and so does a result: one message, where no reply is left.
        if turns and turns[0].role == "user":
            joined = f"{start[1].content}\n\n{turns[0].content}"
            return [start[0], Message("user", joined), *turns[1:]]
        return [*start, *turns]
