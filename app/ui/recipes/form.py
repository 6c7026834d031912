"""The form in which a recipe is read and edited."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.recipes.recipe import Field, Recipe
from app.ui.appearance.icons import Icons
from app.ui.recipes.question_model import TEXT, TITLE, VALUE, QuestionModel
from app.ui.widgets.basic import name
from app.ui.widgets.buttons import drop_down, push_button
from app.ui.widgets.layouts import column, form_row, row

Index = QModelIndex | QPersistentModelIndex


class ValueDelegate(QStyledItemDelegate):
    """Lets one of the kinds of value be chosen."""

    def __init__(self, model: QuestionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The kinds, to choose from; a choice is taken at once."""
        box = drop_down(self._model.values())
        box.setParent(parent)
        name(box, str(self._model.headerData(VALUE, Qt.Orientation.Horizontal)))
        box.activated.connect(lambda _: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the kind that it is."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the kind that was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class RecipeForm(QWidget):
    """Title, field, description and questions of a recipe.

    Attributes:
        title, about, field: of the recipe.
        questions, grid: its questions, and where they are edited.
        add, take_out, up, down: the buttons below them.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._base = Recipe(title="", questions=())
        self.title, self.about = QLineEdit(), QLineEdit()
        fields: dict[Field, str] = {
            "law": self.tr("Law"),
            "medicine": self.tr("Medicine"),
            "general": self.tr("General"),
        }
        self.field = drop_down(fields)
        self.questions = QuestionModel(self)
        self.grid = self._make_grid()
        self.add = push_button(self.tr("Add a question"), "", icons, "plus")
        self.take_out = push_button(self.tr("Take it out"), "", icons, "trash")
        self.up = push_button(self.tr("Up"), "", icons, "chevron-up")
        self.down = push_button(self.tr("Down"), "", icons, "chevron-down")
        form = QFormLayout()
        form_row(form, self.tr("&Title"), self.title)
        form_row(form, self.tr("&What it finds out"), self.about)
        form_row(form, self.tr("&Field"), self.field)
        buttons = row(self.add, self.take_out, self.up, self.down, 0)
        layout = column(form, 10, self.grid, 8, buttons)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._connect()

    def _make_grid(self) -> QTableView:
        grid = QTableView()
        name(grid, self.tr("Questions"))
        grid.setModel(self.questions)
        grid.setItemDelegateForColumn(VALUE, ValueDelegate(self.questions, grid))
        grid.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        grid.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        grid.setTabKeyNavigation(False)
        grid.setWordWrap(True)
        grid.setCornerButtonEnabled(False)
        triggers = QAbstractItemView.EditTrigger
        grid.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        across, down = grid.horizontalHeader(), grid.verticalHeader()
        across.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        down.setHighlightSections(False)
        grid.setColumnWidth(TITLE, 160)
        grid.setColumnWidth(VALUE, 96)
        return grid

    def _connect(self) -> None:
        for line in (self.title, self.about):
            line.textEdited.connect(self.changed)
        self.field.activated.connect(self.changed)
        model = self.questions
        for happened in (
            model.dataChanged, model.rowsInserted, model.rowsRemoved, model.rowsMoved,
        ):  # fmt: skip
            happened.connect(self._changed)
        self.grid.selectionModel().currentRowChanged.connect(self._show_possible)
        self.add.clicked.connect(self._add)
        self.take_out.clicked.connect(self._take_out)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))

    @property
    def recipe(self) -> Recipe:
        """What stands in the form."""
        questions = self.questions.questions
        columns: tuple[str, ...] = ()
        if self._base.columns:
            ids = [question.id for question in questions]
            kept = [id for id in self._base.columns if id in ids]
            before = {question.id for question in self._base.questions}
            columns = (*kept, *(id for id in ids if id not in before))
        return replace(
            self._base,
            title=" ".join(self.title.text().split()),
            description=" ".join(self.about.text().split()),
            field=self.field.currentData(),
            questions=questions,
            columns=columns,
        )

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe."""
        self._base = recipe
        self.title.setText(recipe.title)
        self.about.setText(recipe.description)
        for line in (self.title, self.about):
            line.setCursorPosition(0)
        self.field.setCurrentIndex(self.field.findData(recipe.field))
        self.questions.show(recipe.questions)
        self._show_possible()

    def _changed(self) -> None:
        self._show_possible()
        self.changed.emit()

    def _show_possible(self) -> None:
        at, last = self.grid.currentIndex().row(), self.questions.rowCount() - 1
        self.take_out.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < last)

    def _add(self) -> None:
        """Add a question, and have its text typed."""
        index = self.questions.add()
        self.grid.setCurrentIndex(index)
        self.grid.edit(index)

    def _take_out(self) -> None:
        if self.grid.currentIndex().isValid():
            self.questions.take_out(self.grid.currentIndex().row())

    def _move(self, by: int) -> None:
        at = self.grid.currentIndex()
        if at.isValid():
            row = self.questions.move(at.row(), by)
            self.grid.setCurrentIndex(self.questions.index(row, at.column()))
