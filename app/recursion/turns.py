"""The turns of one frame: the root writes a cell, the cell runs, what it printed goes back."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from app.documents.document import Span
from app.recursion.budget import LEAST, BudgetSpent
from app.recursion.events import (
    CellRan,
    TurnStarted,
    VariablesKept,
)
from app.recursion.frame import Frame
from app.recursion.functions import concluding, keeping
from app.recursion.prompts import code_prompts
from app.recursion.roots import PlanRoot, Root, Written
from app.recursion.sandbox import cells
from app.recursion.sandbox.cell_results import CellResult
from app.recursion.sandbox.printed import Printed, fenced, spans_in
from app.recursion.sandbox.repl import Repl
from app.recursion.settings import Protocol
from app.recursion.state import State

MAX_STUCK = 3
"""So many replies in a row that bring no new cell end a frame."""

_SOURCES = 200
"""So many of the latest slices are tried first, to tell where printed text stands."""


@dataclass
class Turns:
    """A frame with its REPL and its root, turn by turn.

    Attributes:
        given: what the root is to begin with.
        feedback: what the root is told next.
        seen: cells that were run, in normal form.
        stuck: replies in a row that brought no new cell.
        warned: whether the root was told that no sub-calls are left.
        kept: what its variables held when that was told last.
    """

    frame: Frame
    repl: Repl
    root: Root
    given: deque[Written] = field(default_factory=deque)
    feedback: str = ""
    seen: list[str] = field(default_factory=list)
    stuck: int = 0
    warned: bool = False
    kept: dict[str, Any] = field(default_factory=dict)

    def turn(self) -> None:
        """One turn: act, run, append. Its variables are kept, also where it spends the budget."""
        try:
            self._act()
        except BudgetSpent:
            self._keep()
            raise
        self._keep()

    def _act(self) -> None:
        ctx = self.frame.ctx
        ctx.budget.take_turn()
        ctx.turn = ctx.budget.turns
        ctx.emit(TurnStarted(ctx.turn, ctx.frame))
        ctx.tell(f"Turn {ctx.turn}: the model writes the next step")
        written = self._written()
        ctx.budget.add(written.usage)
        ctx.tell(f"Turn {ctx.turn}: running the cell")
        key = cells.normal(written.code)
        again = key in self.seen
        if again or not written.code:
            self._idle(written, code_prompts.REPEATED if again else written.problem)
            return
        self.stuck = 0
        refusals = self.frame.refusals
        result = self.repl.run(written.code)
        if self.frame.refusals == refusals or not cells.only_ends(written.code):
            # An ending that was refused may come again: refusals are counted and come to an end.
            self.seen.append(key)
        self._ran(written, result)

    def _keep(self) -> None:
        """Tell what the root's variables hold now, where that has changed."""
        held = None if self.frame.depth else self.repl.plain()
        kept = self.kept if held is None else keeping.stored(self.frame, held)
        if kept != self.kept:
            self.kept = kept
            self.frame.ctx.emit(VariablesKept(kept))

    def _written(self) -> Written:
        """The next reply that was given; after the last of them the root writes."""
        ctx = self.frame.ctx
        if not self.given:
            return self.root.write(ctx, self.feedback, vary=self.stuck > 0)
        written = self.given.popleft()
        self.root.follow(ctx, self.feedback, written)
        return written

    def _idle(self, written: Written, problem: str) -> None:
        """A reply without a new cell: say so, and end when it goes on like that."""
        self._tell(written, CellResult(Printed(), error=problem))
        self.stuck += 1
        if self.stuck >= MAX_STUCK:
            note = "Stopped: the model repeated itself and brought nothing new."
            self.frame.conclusion = concluding.stopped(self.frame, note)

    def _ran(self, written: Written, result: CellResult) -> None:
        """What comes of a cell that ran."""
        self._tell(written, result)
        if self.frame.conclusion is not None:
            return
        if isinstance(self.root, PlanRoot) and result.error and self.frame.parts:
            # Another plan would begin from the start; what stands is kept.
            self.frame.conclusion = concluding.stopped(self.frame, self._broken(result))
            return
        if result.spent is None:
            return
        if self.warned or isinstance(self.root, PlanRoot):
            raise result.spent
        self.warned = True

    def _broken(self, result: CellResult) -> str:
        """Why a cell that puts an answer together broke off, in words."""
        budget = self.frame.ctx.budget
        if result.spent is not None:
            return f"Stopped: {result.spent.reason}."
        if budget.limits.subcalls - budget.subcalls < LEAST.subcalls:
            return f"Stopped: the limit of {budget.limits.subcalls} sub-calls was reached."
        return "Stopped: a step failed; the trace says which."

    def _tell(self, written: Written, result: CellResult) -> None:
        """Tell the listeners what came of a cell and, if it goes on, prepare what the root sees."""
        frame, ctx = self.frame, self.frame.ctx
        error = " ".join(filter(None, (result.error, result.hint)))
        ctx.emit(
            CellRan(
                ctx.turn,
                ctx.frame,
                written.reply,
                written.code,
                str(result.output),
                error,
                result.variables,
                written.usage,
                result.seconds,
            )
        )
        remarks, frame.remarks = frame.remarks, []
        if frame.conclusion is not None:
            return
        # What an error quotes is data as well: both go between the same fences.
        shown = "\n".join(filter(None, (str(result.output).rstrip(), result.error)))
        ctx.show(spans_in([*result.output.parts, result.error], self._sources()))
        left = ctx.budget.limits.turns - ctx.budget.turns
        self.feedback = self.root.told(
            fenced(shown) if shown else "",
            [*dict.fromkeys(remarks), result.hint],
            result.variables,
            left,
        )

    def _sources(self) -> list[tuple[Span, str]]:
        """Where printed text can come from: the latest slices, then everything in scope."""
        ctx = self.frame.ctx
        latest = list(reversed(self.frame.handed))[:_SOURCES]
        return [(span, ctx.text(span)) for span in (*latest, *ctx.scope)]

    def restore(self, state: State | None) -> None:
        """Go on from a saved state."""
        if state is not None:
            self.feedback, self.seen, self.stuck = state.feedback, list(state.cells), state.stuck

    def state(self, protocol: Protocol) -> State:
        """The run as it stands after a turn."""
        frame, ctx = self.frame, self.frame.ctx
        budget = ctx.budget
        return State(
            question=ctx.question,
            documents=tuple(ctx.documents),
            protocol=protocol,
            repl=self.repl.save(),
            messages=tuple(self.root.messages),
            feedback=self.feedback,
            slices=tuple(ctx.ledger.slices),
            evidence=tuple(ctx.ledger.evidence),
            notes=tuple(frame.notes),
            handed=tuple(frame.handed),
            refusals=frame.refusals,
            children=frame.children,
            cells=tuple(self.seen),
            stuck=self.stuck,
            limits=budget.limits,
            turns=budget.turns,
            subcalls=budget.subcalls,
            usage=budget.usage,
            seconds=budget.seconds,
            scope=ctx.scope,
            parts=tuple(frame.parts),
        )
