"""`pincite table`: documents by questions, written as a spreadsheet or a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from app.cancel import CancelToken
from app.cli.ask import INTERRUPTED, Order, named, with_documents
from app.cli.options import How, asking
from app.cli.progress import RunProgress
from app.cli.terminal import Doing, Terminal
from app.config import Paths
from app.documents.document import Document
from app.errors import DocumentError, ModelError
from app.recipes.recipe import Question
from app.recipes.shelf import RecipeShelf
from app.recursion.events import Event, RunStarted
from app.reports.table_view import outcomes
from app.reports.tables import check_ending, write
from app.reports.wording import Wording
from app.tables.table import Cell, Table, questions_of
from app.workbench import Workbench
from app.workbench.filling import fill_table


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--recipe", metavar="ID", help="A recipe of `pincite recipe list`, or its file.")
@click.option(
    "--question",
    "questions",
    multiple=True,
    metavar="Q",
    help="A question, in place of a recipe or after its own; may be given again.",
)
@click.option(
    "--to",
    "targets",
    type=click.Path(dir_okay=False, path_type=Path),
    multiple=True,
    required=True,
    metavar="FILE",
    help="The table; its ending says as what: .xlsx, .csv, .html or .json. May be given again.",
)
@asking
def table(
    files: tuple[str, ...],
    recipe: str | None,
    questions: tuple[str, ...],
    targets: tuple[Path, ...],
    how: How,
) -> int:
    """Ask each question of each of FILEs, or of the documents of a matter, and write a table.

    Every cell is a run of its own over one document, with its citations. With --matter, cells that
    were answered before are not asked again, so a table that was broken off goes on where it was.
    The table is written each time a document is done. A cell that fails says why, and holds up no
    other.
    """
    for target in targets:
        check_ending(target)
        if not target.absolute().parent.is_dir():
            raise DocumentError(f"There is no folder {target.parent}.", "Choose another place.")
    title, columns = _columns(recipe, questions)
    order = Order.of(how, (), named(files, how.matter), as_json=False)

    def work(bench: Workbench, documents: list[Document]) -> int:
        empty = Table.over(title, columns, documents)
        return fill_and_write(empty, bench, order, documents, terminal, targets)

    with Terminal() as terminal:
        return with_documents(order, terminal, how.matter, work)


def _columns(recipe: str | None, texts: tuple[str, ...]) -> tuple[str, tuple[Question, ...]]:
    """The table's title and its questions."""
    texts = tuple(text for text in texts if text.strip())
    if recipe is None:
        if not texts:
            raise click.UsageError("Missing option '--recipe' or '--question'.")
        return "Questions" if len(texts) > 1 else texts[0], questions_of(texts)
    chosen = RecipeShelf(Paths.default()).find(recipe).recipe
    return chosen.title, (*chosen.in_columns, *questions_of(texts, beside=chosen.questions))


class _Progress:
    """Where the filling is: which cell of how many, and what its run does.

    Attributes:
        table: as far as it was filled.
        known: how many cells were answered in the matter before.
    """

    def __init__(
        self,
        table: Table,
        documents: list[Document],
        terminal: Terminal,
        on_row: Callable[[Table], object],
    ) -> None:
        self.table = table
        self._on_row = on_row
        self._documents = documents
        self._terminal = terminal
        self._columns = {column.id: column.column for column in table.columns}
        self._rows = {row.id: row.name for row in table.rows}
        self._total = len(table.rows) * len(table.columns)
        self._done = 0
        self._asking = False
        self._run: RunProgress | None = None
        self.known = 0

    def cell(self, cell: Cell) -> None:
        """Take note of a cell. Called in the work thread."""
        self.table = self.table.with_cell(cell)
        if cell.state in ("running", "waiting"):
            self._asking, self._run = cell.state == "running", None
            return
        self._done += 1
        if not self._asking:
            self.known += 1
            return
        self._asking, self._run = False, None
        where = f"{self._rows[cell.row]}, {self._columns[cell.column]}"
        said = cell.text or cell.note or cell.state.replace("_", " ")
        self._terminal.note(f"{self._done} of {self._total} · {where}: {' '.join(said.split())}")
        if cell.column == self.table.columns[-1].id:
            self._on_row(self.table)

    def event(self, event: Event) -> None:
        """Take note of what a run does. Called in the work thread."""
        if isinstance(event, RunStarted):
            ahead = f"{self._done + 1} of {self._total}"
            self._run = RunProgress(self._documents, ahead, self._terminal.note)
        if self._run is not None:
            self._run(event)

    def doing(self) -> Doing:
        """What is going on, for the live line."""
        run = self._run
        return run.doing() if run is not None else Doing("Filling the table")


def fill_and_write(
    empty: Table,
    bench: Workbench,
    order: Order,
    documents: list[Document],
    terminal: Terminal,
    targets: tuple[Path, ...],
) -> int:
    """Fill the table and write it, as far as it came; the exit status."""
    progress = _Progress(empty, documents, terminal, lambda table: _write(table, targets))
    cancel: CancelToken = terminal.cancel
    try:
        terminal.run(
            lambda: fill_table(
                empty, bench, progress.cell, cancel, order.effort, progress.event, fresh=order.fresh
            ),
            progress.doing,
        )
    finally:
        errors = _write(progress.table, targets)
    for target in targets:
        if target not in errors:
            terminal.output.print(str(target), soft_wrap=True)
    before = f", {progress.known} of them before" if progress.known else ""
    terminal.note(f"{empty.title}: {outcomes(progress.table, Wording())}{before}.")
    for error in errors.values():
        raise error
    if cancel.cancelled:
        return INTERRUPTED
    return ModelError.exit_code if progress.table.count("failed") else 0


def _write(table: Table, targets: tuple[Path, ...]) -> dict[Path, DocumentError]:
    """Write a table to all files that can be written; an error for each of the others.

    A file may be open elsewhere, which must not cost the answers that are still to come.
    """
    errors = {}
    for target in targets:
        try:
            write(table, target)
        except DocumentError as error:
            errors[target] = error
    return errors
