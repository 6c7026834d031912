"""The questions of a recipe as a table to edit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.recipes.recipe import Question

Index = QModelIndex | QPersistentModelIndex

TEXT, TITLE, VALUE = range(3)
_FIELDS = ("text", "column", "value")


class QuestionModel(QAbstractTableModel):
    """A row for each question: what is asked, the title of its column, what that holds.

    What a question has beside that (its plan or cell) stays with it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions: list[Question] = []

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, each with the title of a column; rows that ask nothing are left out."""
        asked = [question for question in self._questions if question.text]
        return tuple(replace(one, column=one.column or one.text[:80].strip()) for one in asked)

    def show(self, questions: Sequence[Question]) -> None:
        """Show other questions."""
        self.beginResetModel()
        self._questions = list(questions)
        self.endResetModel()

    def add(self) -> QModelIndex:
        """Add an empty question to the end; where its text stands."""
        at, ids = len(self._questions), {question.id for question in self._questions}
        new = next(id for n in count(at + 1) if (id := f"q{n}") not in ids)
        self.beginInsertRows(QModelIndex(), at, at)
        self._questions.append(Question(id=new, text="", column=""))
        self.endInsertRows()
        return self.index(at, TEXT)

    def take_out(self, row: int) -> None:
        """Take a question out."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._questions[row]
        self.endRemoveRows()

    def move(self, row: int, by: int) -> int:
        """Move a question one row up (-1) or down (1), as far as it goes; where it stands now."""
        to = row + by
        if not 0 <= to < len(self._questions):
            return row
        nowhere = QModelIndex()
        self.beginMoveRows(nowhere, row, row, nowhere, to + 1 if by > 0 else to)
        self._questions.insert(to, self._questions.pop(row))
        self.endMoveRows()
        return to

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each question."""
        return 0 if parent.isValid() else len(self._questions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Text, title, what the column holds."""
        return 0 if parent.isValid() else len(_FIELDS)

    def headerData(
        self, at: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns, and the numbers of the questions."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if way == Qt.Orientation.Vertical:
            return at + 1
        return (self.tr("Question"), self.tr("Title in a table"), self.tr("Holds"))[at]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All can be edited."""
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsEditable if index.isValid() else known

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        if not index.isValid():
            return None
        value = getattr(self._questions[index.row()], _FIELDS[index.column()])
        if role == Qt.ItemDataRole.EditRole:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.values()[value] if index.column() == VALUE else value
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed or chosen; runs of blanks become one."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        typed = " ".join(str(value).split())
        question = self._questions[index.row()]
        field = _FIELDS[index.column()]
        if getattr(question, field) != typed:
            self._questions[index.row()] = replace(question, **{field: typed})
            self.dataChanged.emit(index, index)
        return True

    def values(self) -> dict[str, str]:
        """What a column can hold, in words."""
        return {"text": self.tr("Text"), "date": self.tr("A date"), "number": self.tr("A number")}
