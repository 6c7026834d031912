"""Filling a table: one run after another, each cell told as it changes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

from app.cancel import Cancelled, CancelToken
from app.errors import MatterError, UserError
from app.recipes.recipe import Question
from app.recursion.settings import mark
from app.sessions.rows import RunRow
from app.sessions.store import Store
from app.tables.table import Cell, Row, Table, cell_of

log = logging.getLogger(__name__)

OnCell = Callable[[Cell], None]
Accept = Callable[[RunRow], bool]


class Ask(Protocol):
    """Works on a question about one document, as `Workbench.ask` does."""

    def __call__(
        self,
        question: Question,
        document: str,
        cancel: CancelToken,
        began: Callable[[str], None],
    ) -> str:
        """Work on it.

        Args:
            question: what is asked, and the kind of plan that fits it.
            document: id of the only document to read.
            cancel: stops the run, which then ends with what it has.
            began: handed the run's id before its first event.

        Returns:
            The id of the run, which is in the matter.
        """
        ...


def known(table: Table, store: Store, accept: Accept = lambda run: True) -> Table:
    """The table with the cells that were answered in the matter before.

    A run counts where it was over that document alone and whole, asked the question in the same
    words, began with the same cell where a recipe gives one, and came to its end; of several, the
    latest.

    Args:
        table: to fill.
        store: the matter.
        accept: whether a run may be used, for its model or depth.
    """
    for row in table.rows:
        runs: dict[tuple[str, str], RunRow] = {}
        for run in store.runs_over(row.id):
            if run.status in ("answered", "not_found") and accept(run):
                runs.setdefault((run.question, run.settings.get("cell", "")), run)
        for column in table.columns:
            run_before = runs.get((column.text, mark(column.cell)))
            if run_before is not None and not table.cell(row.id, column.id).done:
                record = store.run(run_before.id)
                table = table.with_cell(cell_of(record, row.id, column.id))
    return table


def fill(
    table: Table,
    ask: Ask,
    store: Store,
    on_cell: OnCell,
    cancel: CancelToken,
    accept: Accept = lambda run: True,
) -> Table:
    """Fill a table, document by document; what was answered before is not asked again.

    Args:
        table: to fill; cells that are done in it stay.
        ask: works on one question.
        store: the matter in which `ask` keeps its runs.
        on_cell: handed each cell as it is taken from the matter, begins and ends.
        cancel: stops before the next cell, and within one.
        accept: whether an earlier run may be used; see `known`.

    Returns:
        The table, as far as it was filled. A cell that failed says why, and holds up no other.

    Raises:
        MatterError: if the matter can't be read or written.
    """
    before, table = table, known(table, store, accept)
    for cell in table.all_cells:
        if cell.done and cell != before.cell(cell.row, cell.column):
            on_cell(cell)
    for row, column in _open(table):
        if cancel.cancelled:
            break
        cell = _asked(row, column, ask, store, on_cell, cancel)
        table = table.with_cell(cell)
        on_cell(cell)
    return table


def _open(table: Table) -> Iterable[tuple[Row, Question]]:
    """The places that are to be filled, row by row."""
    places = [(row, column) for row in table.rows for column in table.columns]
    return [(row, col) for row, col in places if not table.cell(row.id, col.id).done]


def _asked(
    row: Row, column: Question, ask: Ask, store: Store, on_cell: OnCell, cancel: CancelToken
) -> Cell:
    """What came of asking about one cell."""
    cell = Cell(row.id, column.id, "running")
    on_cell(cell)

    def began(run: str) -> None:
        nonlocal cell
        cell = replace(cell, run=run)
        on_cell(cell)

    try:
        return cell_of(store.run(ask(column, row.id, cancel, began)), row.id, column.id)
    except MatterError:
        raise
    except Cancelled:
        return Cell(row.id, column.id)
    except UserError as error:
        return replace(cell, state="failed", note=str(error))
    except Exception as error:
        # A mistake of the program's own over one document must not cost the others.
        log.exception("A cell of a table failed.")
        mistake = f"Pincite made a mistake: {type(error).__name__}."
        return replace(cell, state="failed", note=mistake)
