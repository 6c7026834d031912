"""The calls that a cell makes to its host: served, counted, and how one ends the cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pydantic_monty as monty

from app.recursion.budget import BudgetSpent
from app.recursion.sandbox import prelude

Call = Callable[[str, list[Any], dict[str, Any]], Any]
"""How a cell reaches its host: the function's name, its arguments; the result is sent back."""


class HostError(Exception):
    """A call that a cell made was refused; the cell sees it as an error with this text."""


class CellFinished(Exception):
    """A call that a cell made ended the frame; nothing after it runs."""


class Calls:
    """Serves the calls of one cell.

    Attributes:
        ended: the call that ended the cell, once one has; no call is served after it.
    """

    def __init__(self, call: Call, most: int) -> None:
        self._call = call
        self._left = most
        self.ended: CellFinished | BudgetSpent | None = None

    def serve(self, step: monty.FunctionSnapshot) -> monty.ExternalResult:
        """What a call gets as its answer."""
        stop = _raised("SystemExit", "the cell has ended")
        if self.ended is not None:
            return stop
        if step.function_name != prelude.HOST:
            return _raised("NameError", f"name '{step.function_name}' is not defined")
        if self._left <= 0:
            return _raised("ValueError", "one cell can't make so many calls")
        self._left -= 1
        name, args, kwargs = step.args
        try:
            return {"return_value": self._call(name, args, kwargs)}
        except HostError as error:
            return _raised("ValueError", f"{name}: {error}")
        except (CellFinished, BudgetSpent) as end:
            self.ended = end
            return stop


def _raised(kind: monty.ExcType, message: str) -> monty.ExternalExceptionData:
    return {"exc_type": kind, "message": message}
