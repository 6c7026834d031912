"""Tables filled by a workbench."""

from __future__ import annotations

from collections.abc import Callable

from app.cancel import CancelToken
from app.engine.engine import ModelInfo
from app.errors import ModelError
from app.recipes.recipe import Question
from app.recursion.budget import Depth
from app.recursion.events import Emit, Event
from app.sessions.rows import RunRow
from app.tables.filling import Accept, OnCell, fill
from app.tables.table import Table
from app.workbench.asking import Effort
from app.workbench.bench import Workbench

_DEPTHS = [depth.value for depth in Depth]


def _unheard(event: Event) -> None:
    """Listen to nothing."""


def fill_table(
    table: Table,
    bench: Workbench,
    on_cell: OnCell,
    cancel: CancelToken,
    effort: Effort | None = None,
    emit: Emit = _unheard,
    fresh: bool = False,
) -> Table:
    """Fill a table over open documents with the model that is loaded; see `tables.filling.fill`.

    Call it from the thread that owns the engine. What this model answered before in this matter, at
    the same depth or a greater one, is not asked again.

    Args:
        table: to fill; its rows must be open in the workbench.
        bench: that works on the questions.
        on_cell: handed each cell as it changes.
        cancel: stops before the next cell, and within one.
        effort: how thoroughly to look.
        emit: handed the events of each run.
        fresh: to ask everything anew.

    Raises:
        ModelError: if no model is loaded.
        MatterError: if the matter can't be read or written.
    """
    if bench.model is None:
        raise ModelError("No model is loaded.", "Choose one.")
    how = effort or Effort()

    def ask(
        question: Question, document: str, cancel: CancelToken, began: Callable[[str], None]
    ) -> str:
        only = [each for each in bench.documents if each.id == document]
        asked = bench.ask(
            question.text, how.on(question), emit, cancel, documents=only, began=began, fresh=fresh
        )
        return asked.run

    accept = _never if fresh else accepts(bench.model, how.depth)
    return fill(table, ask, bench.store, on_cell, cancel, accept)


def accepts(model: ModelInfo, depth: Depth) -> Accept:
    """Whether a run was made by this model and looked at least as thoroughly."""
    enough = _DEPTHS[_DEPTHS.index(depth.value) :]
    sub = (model.sub.id, model.sub.sha256) if model.sub else ("", "")

    def made_so(run: RunRow) -> bool:
        # A model on a server has no hash that is known here, only its name.
        by = (run.model_id, run.model_sha256)
        beside = tuple(run.settings.get(f"sub_model_{name}", "") for name in ("id", "sha256"))
        return by == (model.id, model.sha256) and beside == sub and run.depth in enough

    return made_so


def _never(run: RunRow) -> bool:
    return False
