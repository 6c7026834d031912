"""The reviewer's marks as Qt's list model, and their order and filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.sessions.rows import Mark
from app.ui.widgets.list_delegate import ICON, SUBTITLE, TONE
from app.ui.widgets.word_filter import Index, WordFilter

MarkRole = int(Qt.ItemDataRole.UserRole)

COLOURS: Mapping[str, str] = {
    "yellow": "#ffe14d",
    "green": "#8bd17c",
    "blue": "#7cc0ff",
    "pink": "#ff9ecb",
}
"""The colours of marks, by the name that the matter keeps."""


class Order(Enum):
    """What marks are sorted by."""

    PLACE = "place"
    NEWEST = "newest"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A mark with what the list says of it: the words marked, and where they stand."""

    mark: Mark
    quote: str
    place: str

    @property
    def words(self) -> str:
        """All that a filter looks at."""
        tags = " ".join(f"#{tag}" for tag in self.mark.tags)
        return f"{self.quote} {self.place} {self.mark.note} {tags} {self.mark.initials}"


class MarkModel(QAbstractListModel):
    """Shows marks, in the order of the documents and their text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: list[ShownMark] = []

    def set_marks(self, marks: Sequence[ShownMark]) -> None:
        """Show these; a list of the same marks is changed in place."""
        new = list(marks)
        if [m.mark.id for m in new] == [m.mark.id for m in self._marks]:
            self._marks = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._marks = new
        self.endResetModel()

    def mark(self, index: Index) -> ShownMark | None:
        """The mark of a row."""
        row = index.row()
        return self._marks[row] if index.isValid() and row < len(self._marks) else None

    def row_of(self, id: int) -> int:
        """The row of a mark; -1 where it is not there."""
        return next((n for n, shown in enumerate(self._marks) if shown.mark.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many marks there are."""
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line shows: the words marked; below them place, tags and note."""
        shown = self.mark(index)
        if shown is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.quote
        if role == MarkRole:
            return shown
        if role == SUBTITLE:
            return self._below(shown)
        if role == ICON:
            return "note" if shown.mark.note else "highlight"
        if role == TONE:
            return "accent" if shown.mark.note or shown.mark.tags else "text_muted"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (shown.quote, self._below(shown)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown.quote}, {self._below(shown)}"
        return None

    def _below(self, shown: ShownMark) -> str:
        tags = " ".join(f"#{tag}" for tag in shown.mark.tags)
        return " · ".join(part for part in (shown.place, tags, shown.mark.note) if part)


class MarkFilter(WordFilter):
    """Marks that hold every word typed, sorted as chosen."""

    def __init__(self, source: MarkModel, parent: QObject | None = None) -> None:
        super().__init__(source, parent)
        self._order = Order.PLACE
        self._source = source
        self.sort(0)

    def set_order(self, order: Order) -> None:
        """Sort by something else."""
        self._order = order
        self.invalidate()

    def words_of(self, source_row: int) -> str:
        """What a mark is on, its note and its tags."""
        shown = self._source.mark(self._source.index(source_row))
        return shown.words if shown is not None else ""

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Whether one mark stands before another; where nothing else tells, by place."""
        left, right = self._source.mark(source_left), self._source.mark(source_right)
        if left is None or right is None or self._order is Order.PLACE:
            return source_left.row() < source_right.row()
        if self._order is Order.NEWEST:
            return (right.mark.created, source_left.row()) < (
                left.mark.created,
                source_right.row(),
            )
        # Marks without a tag come last.
        return (_tag(left), source_left.row()) < (_tag(right), source_right.row())


def _tag(shown: ShownMark) -> tuple[bool, str]:
    tag = shown.mark.tags[0] if shown.mark.tags else ""
    return not tag, tag.casefold()
