"""A grid of documents by questions that fills as its cells are answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QWidget,
)

from app.recipes.shelf import Shelved
from app.tables.table import Cell, Table
from app.ui.appearance.icons import Icons
from app.ui.language.recipe_words import spoken
from app.ui.tables.grid import Grid
from app.ui.tables.table_delegate import CellDelegate
from app.ui.tables.table_model import TableModel
from app.ui.widgets.basic import ElidedLabel, name, nothing, rule
from app.ui.widgets.buttons import ElidedBox, icon_button, push_button
from app.ui.widgets.layouts import column, row

_COLUMN = 230
_ROOMY = 600
"""From this many pixels on, at the usual text size, all that is above the grid fits in a row."""


class TablePanel(QWidget):
    """Chooses questions, shows the grid.

    Attributes:
        recipe, question: where questions come from; `edit` leads to the recipes.
        grid: the cells.
        fill, stop, export: the buttons.

    Signals:
        columns_changed: other questions were chosen; `recipe_id` and `questions` say which.
        recipes_asked, fill_asked, stop_asked, export_asked: a button was pressed.
        cell_opened: a `Cell` whose run is to be shown.
    """

    columns_changed = Signal()
    recipes_asked = Signal()
    fill_asked = Signal()
    stop_asked = Signal()
    export_asked = Signal()
    cell_opened = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.questions: list[str] = []
        self._time: float | None = None
        self.model = TableModel(self)
        self.grid = self._make_grid(icons)
        self.empty = nothing()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.grid)
        self._bar = self._make_bar(icons)
        layout = column(self._bar, rule(), self._pages)
        layout.setSpacing(0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.set_filling(False, True)
        self.show_table(self.model.table)
        icons.appearance.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is above the grid into two rows where one is too short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self.icons.appearance.px
        self.recipe.setMinimumWidth(px(110))
        self.recipe.setMaximumWidth(px(190))
        self.question.setMinimumWidth(px(110))
        narrow = self.width() < px(_ROOMY)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._bar.setDirection(below if narrow else beside)

    def _make_bar(self, icons: Icons) -> QBoxLayout:
        """Where questions come from, how far the table is, and what can be done with it."""
        self.recipe = self._make_recipe()
        self.edit = icon_button(icons, "note", self.tr("Recipes: read, edit, make your own"), 15)
        self.edit.clicked.connect(self.recipes_asked)
        self.question = QLineEdit()
        self.question.setPlaceholderText(self.tr("Add a question, then press Return"))
        self.question.setClearButtonEnabled(True)
        name(self.question, self.tr("Add a question"))
        self.question.returnPressed.connect(self._add)
        self.clear = icon_button(icons, "trash", self.tr("Take my own questions out"), 15)
        self.clear.clicked.connect(self._clear)
        self.progress = ElidedLabel("", "small")
        self.progress.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.fill = push_button(self.tr("Fill"), "primary", icons, "play")
        self.fill.setToolTip(self.tr("Ask every question of every document"))
        self.fill.clicked.connect(self.fill_asked)
        self.stop = push_button(self.tr("Stop"), "danger")
        icons.bind(self.stop, "stop", "danger")
        self.stop.clicked.connect(self.stop_asked)
        self.export = icon_button(icons, "export", self.tr("Export the table"), 16)
        self.export.clicked.connect(self.export_asked)
        asks = row(self.recipe, self.edit, self.question, self.clear)
        asks.setStretch(0, 3)
        asks.setStretch(2, 4)
        does = row(self.progress, self.fill, self.stop, self.export)
        does.setStretch(0, 1)
        bar = row(asks, does, margins=(12, 6, 8, 6))
        bar.setStretch(0, 7)
        bar.setStretch(1, 5)
        return bar

    def _make_recipe(self) -> ElidedBox:
        recipe = ElidedBox()
        recipe.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        recipe.view().setMinimumWidth(260)
        name(recipe, self.tr("Questions of a recipe"))
        recipe.addItem(self.tr("Questions of my own"), "")
        recipe.currentIndexChanged.connect(self._changed)
        return recipe

    @property
    def recipe_id(self) -> str:
        """The recipe that is chosen, or ""."""
        return str(self.recipe.currentData() or "")

    def set_recipes(self, recipes: Sequence[Shelved]) -> None:
        """Offer these recipes."""
        self.recipe.blockSignals(True)
        chosen = self.recipe_id
        while self.recipe.count() > 1:
            self.recipe.removeItem(1)
        for shelved in recipes:
            recipe = spoken(shelved)
            self.recipe.addItem(recipe.title, shelved.id)
            at = self.recipe.count() - 1
            self.recipe.setItemData(at, recipe.description, Qt.ItemDataRole.ToolTipRole)
        self.recipe.setCurrentIndex(max(0, self.recipe.findData(chosen)))
        self.recipe.blockSignals(False)

    def choose_recipe(self, recipe_id: str) -> None:
        """Take the questions of a recipe."""
        self.recipe.setCurrentIndex(max(0, self.recipe.findData(recipe_id)))

    def show_table(self, table: Table) -> None:
        """Show a table from its beginning."""
        self.model.show(table)
        for at in range(len(table.columns)):
            if self.grid.columnWidth(at) < _COLUMN:
                self.grid.setColumnWidth(at, _COLUMN)
        if not table.rows:
            self.empty.setText(
                self.tr("A table asks each question of each document. Add documents first.")
            )
        else:
            self.empty.setText(
                self.tr(
                    "Choose a recipe or type questions: each becomes a column, each document a "
                    "row. Every cell is a run of its own, with its citations."
                )
            )
        self._pages.setCurrentIndex(1 if table.rows and table.columns else 0)
        self.refresh()

    def set_cell(self, cell: Cell) -> None:
        """Show what became of a cell."""
        self.model.set_cell(cell)
        self.refresh()

    def show_time(self, seconds: float | None) -> None:
        """Say how long what is open will take; None where that is not known."""
        self._time = seconds
        self.refresh()

    def refresh(self) -> None:
        """Say how far the table is, and how long the rest will take."""
        table = self.model.table
        total = len(table.all_cells) - table.count("no_text")
        done = total - table.count("waiting", "running")
        words = self.tr("{done} of {total} cells").format(done=done, total=total)
        if self._time is not None and done < total:
            words += " · " + self.tr("about {time}").format(time=self._spoken(self._time))
        self.progress.setText(words if total else "")
        self.clear.setVisible(bool(self.questions))
        self.export.setEnabled(done > 0)

    def _spoken(self, seconds: float) -> str:
        """Seconds in minutes and hours: nobody can tell it more exactly."""
        minutes = max(1, round(seconds / 60))
        if minutes < 90:
            return self.tr("{n} min").format(n=minutes)
        return self.tr("{h} h {m} min").format(h=minutes // 60, m=minutes % 60)

    def set_filling(self, filling: bool, possible: bool) -> None:
        """Show whether the table is being filled, and whether it could be."""
        self.stop.setVisible(filling)
        self.fill.setVisible(not filling)
        todo = any(not c.done for c in self.model.table.all_cells)
        self.fill.setEnabled(possible and todo)
        for widget in (self.recipe, self.question, self.clear):
            widget.setEnabled(not filling)

    def _make_grid(self, icons: Icons) -> Grid:
        grid = Grid(self.model, self.tr("Documents by questions"))
        grid.setItemDelegate(CellDelegate(icons, grid))
        grid.setMouseTracking(True)
        grid.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        grid.setCornerButtonEnabled(False)
        across, down = grid.horizontalHeader(), grid.verticalHeader()
        across.setDefaultSectionSize(_COLUMN)
        across.setMinimumSectionSize(90)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        down.setMaximumWidth(190)
        down.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        down.setHighlightSections(False)
        grid.opened.connect(self._opened)
        return grid

    def _opened(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        if cell is not None and cell.run:
            self.cell_opened.emit(cell)

    def _add(self) -> None:
        text = " ".join(self.question.text().split())
        self.question.clear()
        if text and text not in self.questions:
            self.questions.append(text)
            self._changed()

    def _clear(self) -> None:
        self.questions.clear()
        self._changed()

    def _changed(self) -> None:
        self.recipe.setToolTip(self.recipe.currentText())
        self.columns_changed.emit()
