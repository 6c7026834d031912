"""Between the table on show and what fills it: the recipes, the matter and the runner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.recipes.recipe import Question
from app.recipes.shelf import RecipeShelf
from app.recursion.budget import Depth
from app.sessions.rows import SessionRow
from app.tables.table import Cell, Row, Table, questions_of
from app.ui.background.jobs import Jobs
from app.ui.documents.item import DocumentItem
from app.ui.language.recipe_words import spoken
from app.ui.matter.desk import Desk
from app.ui.matter.exports import Exports
from app.ui.recipes.dialog import RecipeDialog
from app.ui.tables.table_pace import Pace, usual_seconds
from app.ui.tables.table_panel import TablePanel

if TYPE_CHECKING:  # At run time these come when the first matter does: the window is up sooner.
    from app.sessions.store import Store
    from app.tables.filling import Accept


class TableDesk(QObject):
    """Makes the table from documents and questions, has it filled, and has it written.

    Attributes:
        ready: asked before filling; False keeps it from starting (there is no model).
        depth: how thoroughly to look.
        accept: which earlier runs may stand in a cell; None for none.

    Signals:
        cell_opened: a `Cell` whose run is to be shown.
        changed: what can be done with the table may have changed.
    """

    cell_opened = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, panel: TablePanel, exports: Exports, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._panel = panel
        self._window = window
        self._shelf = RecipeShelf(desk.paths)
        self._jobs = Jobs("table", self)
        self._filling = False
        self._wanted = 0
        self._sessions: Sequence[SessionRow] = ()
        self._pace: Pace | None = None
        self.ready: Callable[[], bool] = lambda: True
        self.depth: Callable[[], Depth] = lambda: Depth.STANDARD
        self.accept: Callable[[], Accept | None] = lambda: None
        desk.opened.connect(self._matter_opened)
        desk.documents_changed.connect(self._documents_changed)
        desk.runs_changed.connect(self._runs_changed)
        runner = desk.runner
        runner.cell_changed.connect(self._cell_changed)
        runner.ended.connect(self._ended)
        runner.began.connect(self._began)
        panel.columns_changed.connect(self._make)
        panel.recipes_asked.connect(self.edit_recipes)
        panel.fill_asked.connect(self.fill)
        panel.stop_asked.connect(runner.stop)
        panel.export_asked.connect(exports.ask_table)
        exports.table_on_show = self._on_show
        panel.cell_opened.connect(self.cell_opened)

    @property
    def table(self) -> Table:
        """The table on show."""
        return self._panel.model.table

    @property
    def begun(self) -> bool:
        """Whether any cell of the table has come to an end."""
        table = self.table
        return table.count("waiting", "running", "no_text") < len(table.all_cells)

    def _on_show(self) -> Table:
        return self.table

    def fill(self) -> None:
        """Fill the cells that are open."""
        if self._desk.runner.busy or not self.table.all_cells or not self.ready():
            return
        from app.workbench import Effort

        self._filling = True
        self._pace = Pace()
        self._desk.fill(self.table, Effort(depth=self.depth()))
        self._panel.set_filling(True, False)

    def edit_recipes(self) -> None:
        """Show the recipes, the chosen one first, to be read and edited."""
        panel = self._panel
        dialog = RecipeDialog(self._shelf, panel.icons, panel.recipe_id, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._recipes_changed)
        dialog.open()

    def close(self) -> None:
        """Wait for what is under way."""
        self._jobs.close()

    def _matter_opened(self, _path: Path, _title: str) -> None:
        self._panel.set_recipes(self._shelf.entries()[0])
        self._panel.questions.clear()
        self._panel.show_table(Table("", (), ()))

    def _recipes_changed(self) -> None:
        self._panel.set_recipes(self._shelf.entries()[0])
        if not self._filling:
            self._make()

    def _documents_changed(self, items: list[DocumentItem]) -> None:
        """Documents came or went: rows come and go with them, cells that are there stay."""
        ids = [item.key for item in items if item.in_matter]
        if ids != [row.id for row in self.table.rows] and not self._filling:
            self._make()

    def _columns(self) -> tuple[str, tuple[Question, ...]]:
        """The table's title and questions."""
        own = self._panel.questions
        if not self._panel.recipe_id:
            title = own[0] if len(own) == 1 else self.tr("Questions")
            return title, questions_of(own)
        recipe = spoken(self._shelf.get(self._panel.recipe_id))
        return recipe.title, (*recipe.in_columns, *questions_of(own, beside=recipe.questions))

    def _make(self) -> None:
        """Make the table anew; what the matter knows of it follows."""
        rows = tuple(Row.kept(item.row) for item in self._desk.items if item.row is not None)
        title, columns = self._columns()
        self._panel.show_table(Table(title, rows, columns))
        self._panel.set_filling(self._filling, self._possible)
        self.tell_time()
        self._wanted += 1
        accept = self.accept()
        if accept is not None and rows and columns:
            work = partial(_known, self.table, accept)
            self._desk.keep(work, partial(self._show_known, self._wanted), self._jobs)

    @property
    def _possible(self) -> bool:
        return not self._desk.runner.busy and bool(self.table.all_cells)

    def _show_known(self, asked: int, cells: list[Cell]) -> None:
        if asked == self._wanted:
            for cell in cells:
                self._panel.set_cell(cell)
            self._panel.set_filling(self._filling, self._possible)

    def _cell_changed(self, cell: Cell) -> None:
        worked_on = self.table.cell(cell.row, cell.column).state == "running"
        self._panel.set_cell(cell)
        if self._pace is not None and worked_on and cell.state != "running":
            self._pace.cell_done()
        self.tell_time()

    def _runs_changed(self, sessions: list[SessionRow]) -> None:
        self._sessions = sessions
        self.tell_time()

    def tell_time(self) -> None:
        """Say how long the open cells will take, as soon as there is something to go by."""
        cells = sum(not c.done for c in self.table.all_cells)
        left = self._pace.left(cells) if self._pace is not None else None
        if left is None:
            usual = usual_seconds(self._sessions, self.depth())
            left = cells * usual if usual is not None and cells else None
        self._panel.show_time(left)
        self.changed.emit()

    def _began(self, _run: str) -> None:
        self._panel.set_filling(self._filling, False)

    def _ended(self, _run: str) -> None:
        self._filling = False
        self._pace = None
        self._panel.set_filling(False, self._possible)
        self.tell_time()


def _known(table: Table, accept: Accept, store: Store) -> list[Cell]:
    """In the worker: the cells that were answered in the matter before."""
    from app.tables.filling import known

    return [cell for cell in known(table, store, accept).all_cells if cell.done]
