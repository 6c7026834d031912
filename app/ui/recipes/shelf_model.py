"""The recipes there are, as Qt's list model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.recipes.shelf import Shelved
from app.ui.language.numerals import plural
from app.ui.language.recipe_words import spoken
from app.ui.widgets.list_delegate import ICON, SUBTITLE

Index = QModelIndex | QPersistentModelIndex


class ShelfModel(QAbstractListModel):
    """One line for each recipe; the reviewer's own say so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelved: list[Shelved] = []

    def set_recipes(self, shelved: Sequence[Shelved]) -> None:
        """Show these recipes."""
        self.beginResetModel()
        self._shelved = list(shelved)
        self.endResetModel()

    def recipe(self, index: Index) -> Shelved | None:
        """The recipe at an index."""
        return self._shelved[index.row()] if index.isValid() else None

    def index_of(self, recipe_id: str) -> QModelIndex:
        """Where a recipe stands."""
        ids = [shelved.id for shelved in self._shelved]
        return self.index(ids.index(recipe_id)) if recipe_id in ids else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each recipe."""
        return 0 if parent.isValid() else len(self._shelved)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line shows."""
        shelved = self.recipe(index)
        if shelved is None:
            return None
        recipe = spoken(shelved)
        if role == Qt.ItemDataRole.DisplayRole:
            return recipe.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return recipe.description
        if role == SUBTITLE:
            return self._described(shelved)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{recipe.title}, {self._described(shelved)}"
        if role == ICON:
            return "note" if shelved.own else "table"
        return None

    def _described(self, shelved: Shelved) -> str:
        """How many questions it has, and whose it is."""
        count = len(shelved.recipe.questions)
        words = plural(count, self.tr("1 question"), self.tr("{n} questions"))
        if shelved.shadows:
            return self.tr("{questions} · your own, in place of Pincite's").format(questions=words)
        if shelved.own:
            return self.tr("{questions} · your own").format(questions=words)
        return words
