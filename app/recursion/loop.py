"""Frames at work, the root's and those of children, until each has come to an end."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from app.documents.document import Span
from app.errors import PromptTooLong
from app.recursion.budget import BudgetSpent, Limits
from app.recursion.events import ChildFinished, ChildStarted
from app.recursion.evidence.comparing import merge
from app.recursion.frame import Conclusion, Frame
from app.recursion.functions import asking, concluding, recalling
from app.recursion.functions.table import Table
from app.recursion.functions.values import given
from app.recursion.plans import cell_lines
from app.recursion.plans.plan import wanted
from app.recursion.roots import CodeRoot, PlanRoot, Root, Written
from app.recursion.sandbox.repl import Repl, Sandbox
from app.recursion.settings import Protocol
from app.recursion.state import State
from app.recursion.subcalls import subcall
from app.recursion.turns import Turns

PLANS_ONLY = ("verify", "recall", "unread", "timeline", "condense", "read_on", "named", "several")
"""Functions that a root which writes code is not told of: it does without, and reads less."""

_PUT_TOGETHER = ("each", "timeline", "tally", "shared", "agree", "count")
"""Kinds of plans whose answer no passage states, however short the documents are."""


@dataclass
class Loop:
    """Runs frames: the root's and, from within its cells, children's.

    Attributes:
        sandbox: where their REPLs run.
        table: the functions their code can call.
        protocol: how the root model works.
        save: is handed the root's state before the first turn and after every one.
        given: replies and cells that the root begins with, in place of writing its own.
        plans: first plans of children, by their question.
    """

    sandbox: Sandbox
    table: Table
    protocol: Protocol
    save: Callable[[int, State], None]
    given: Sequence[Written] = ()
    plans: dict[str, str] = field(default_factory=dict)

    def run(self, frame: Frame, state: State | None = None) -> Conclusion:
        """Work on a frame's question until it is answered, given up or out of budget."""
        try:
            return self._work(frame, state)
        except BudgetSpent as spent:
            return concluding.stopped(frame, f"Stopped: {spent.reason}.")

    def _work(self, frame: Frame, state: State | None) -> Conclusion:
        """Turn after turn, until the frame has a conclusion."""
        # A run that was stopped in its first turn begins with what is given again.
        begins = [] if frame.depth or (state and state.cells) else list(self.given)
        if state is None and not begins and (answer := self._directly(frame)):
            return answer
        with self._repl(frame, state) as repl:
            turns = Turns(frame, repl, self._root(state), deque(begins))
            turns.restore(state)
            if state is None:
                # A run that is stopped in its first turn can be gone on with as well.
                self._save(turns)
            while frame.conclusion is None:
                turns.turn()
                if frame.conclusion is None:
                    self._save(turns)
            return frame.conclusion

    def _repl(self, frame: Frame, state: State | None) -> AbstractContextManager[Repl]:
        """A REPL for a frame, as it was saved or with what earlier runs handed on."""
        ctx = frame.ctx
        return self.sandbox.open(
            lambda name, args, kwargs: self.table.call(frame, name, args, kwargs),
            self.table.signatures,
            [given(ctx.document(span), span) for span in ctx.scope],
            ctx.cancel,
            state=state.repl if state else None,
            seed=ctx.settings.seed,
            variables={} if state else recalling.variables(frame),
        )

    def _save(self, turns: Turns) -> None:
        """Hand on what the run can be resumed from: the root's state, not a child's."""
        if not turns.frame.depth:
            self.save(turns.frame.ctx.turn, turns.state(self.protocol))

    def child(
        self, parent: Frame, question: str, spans: Sequence[Span], part: float = 0.5
    ) -> Conclusion:
        """Work on a question of a frame's code over some spans, in a frame of its own.

        It may spend `part` of what is left.
        """
        parent.children += 1
        path = f"{parent.ctx.frame}.{parent.children}".lstrip(".")
        ctx = parent.ctx.child(question, spans, path)
        ctx.emit(ChildStarted(path, parent.ctx.turn, question, tuple(spans)))
        turns = max(2, Limits.of(ctx.settings.depth).turns // 2)
        with ctx.budget.share(turns, part):
            conclusion = self.run(Frame(ctx, self.child))
        said = "; ".join(text for text, _ in conclusion.claims) or conclusion.note
        ctx.emit(ChildFinished(path, f"{conclusion.status}: {said}"))
        return conclusion

    def _root(self, state: State | None) -> Root:
        messages = list(state.messages) if state else []
        if self.protocol == "plan":
            cells = state.cells if state else ()
            tried = len(cells) + (state.stuck if state else 0)
            return PlanRoot(messages, tried, self.plans, any(map(cell_lines.keeps, cells)))
        return CodeRoot(self.table.help(leave_out=PLANS_ONLY), messages)

    def _directly(self, frame: Frame) -> Conclusion | None:
        """The answer of one look at the whole scope, where it is short and there is one.

        Not where the answer is to be put together: document by document, in order of time, counted.
        """
        if not _is_short(frame) or (self.protocol == "plan" and wanted(frame.ctx) in _PUT_TOGETHER):
            return None
        ctx = frame.ctx
        ctx.tell("Reading the whole text at once")
        try:
            found = subcall.direct(ctx)
        except PromptTooLong:  # With its instructions the text does not fit after all.
            return None
        numbers = [frame.note(f, "ask", ctx.question) for f in found]
        asking.check(frame, numbers)
        passed = frame.passed()
        if not passed:
            return None
        return Conclusion("answered", tuple((text, tuple(items)) for text, items in merge(passed)))


def _is_short(frame: Frame) -> bool:
    """Whether the whole scope can be shown in one prompt, and the settings allow it."""
    ctx = frame.ctx
    most = min(ctx.settings.direct_tokens, ctx.engine.model.window - subcall.LIST_TOKENS - 600)
    texts = [ctx.text(span) for span in ctx.scope]
    # No language has more than eight characters a token: long texts need no counting.
    if most <= 0 or sum(map(len, texts)) > 8 * most:
        return False
    return sum(ctx.engine.tokens(text) for text in texts) <= most
