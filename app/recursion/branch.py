"""A run that begins with the cells of another one, the last of them changed by the reviewer."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.engine import Usage
from app.recursion.roots import Written
from app.recursion.sandbox import cells


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a run branches off another one.

    The cells run anew, in a REPL of their own: their variables are those of the other run as long
    as the model answers alike, which it does where its calls are kept.

    Attributes:
        run: the id of the other run.
        cells: replies of its root and the code in each, the reviewer's own last.
    """

    run: str
    cells: tuple[tuple[str, str], ...]

    @property
    def turn(self) -> int:
        """The turn that was changed."""
        return len(self.cells)

    @property
    def words(self) -> str:
        """For the record of the run."""
        return f"cell {self.turn} of run {self.run[:8]}, changed"

    def given(self) -> list[Written]:
        """What the root begins with; nothing was spent on it."""
        return [
            Written(reply, code, "" if code.strip() else cells.NO_CODE, Usage())
            for reply, code in self.cells
        ]
