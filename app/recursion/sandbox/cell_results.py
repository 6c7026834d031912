"""What a cell may use, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.recursion.budget import BudgetSpent
from app.recursion.sandbox.printed import Printed


@dataclass(frozen=True, slots=True)
class ReplLimits:
    """What a cell may use. `seconds` counts the sandbox's own work, not that of its functions.

    The documents' text comes on top of `memory`, in bytes; `calls` are of functions.
    """

    seconds: float = 10.0
    memory: int = 512 * 1024 * 1024
    recursion: int = 200
    calls: int = 20_000


@dataclass(frozen=True, slots=True)
class CellResult:
    """What came of a cell.

    Attributes:
        output: what it printed; very long output keeps its head and tail.
        error: what went wrong, in the cell's own terms, or "".
        hint: what to do about it, or "".
        variables: names that code assigned, with a short description of each.
        seconds: the cell took, its functions included.
        finished: whether it called FINAL or NOT_FOUND, and that was accepted.
        spent: the limit of the budget it ran into, if it did.
    """

    output: Printed
    error: str = ""
    hint: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    finished: bool = False
    spent: BudgetSpent | None = None
