"""The documents of a matter as Qt's list model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.documents.item import DocumentItem
from app.ui.language.numerals import plural
from app.ui.language.said import said
from app.ui.widgets.list_delegate import ICON, PROGRESS, SUBTITLE, TONE

ItemRole = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class DocumentModel(QAbstractListModel):
    """Shows `DocumentItem`s; changes only the lines that changed, so that nothing jumps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[DocumentItem] = []

    def set_items(self, items: Sequence[DocumentItem]) -> None:
        """Show these, in this order."""
        new = list(items)
        if len(new) == len(self._items):
            old, self._items = self._items, new
            for row, (before, after) in enumerate(zip(old, new, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(row), self.index(row))
        elif new[: len(self._items)] == self._items:
            self.beginInsertRows(QModelIndex(), len(self._items), len(new) - 1)
            self._items = new
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._items = new
            self.endResetModel()

    @property
    def items(self) -> list[DocumentItem]:
        """The items, in order."""
        return list(self._items)

    def item(self, index: Index) -> DocumentItem | None:
        """The item at an index."""
        row = index.row()
        return self._items[row] if index.isValid() and row < len(self._items) else None

    def row_of(self, key: str) -> int:
        """Where an item stands; -1 if it is not there."""
        return next((row for row, item in enumerate(self._items) if item.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many items there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line shows."""
        item = self.item(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([str(item.path), *self._notes(item)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.name}, {self._subtitle(item)}"
        if role == ItemRole:
            return item
        if role == ICON:
            return _ICONS[item.state]
        if role == SUBTITLE:
            return self._subtitle(item)
        if role == TONE:
            return _TONES[item.state]
        if role == PROGRESS:
            return item.progress or None
        return None

    def _subtitle(self, item: DocumentItem) -> str:
        if item.state == "waiting":
            return self.tr("Waiting…")
        if item.state == "reading":
            return self.tr("Reading…")
        if item.state == "locked":
            return self.tr("Needs its password")
        if item.state == "error" or item.row is None:
            return _without_name(item.message, item.name)
        pages = plural(item.row.pages, self.tr("1 page"), self.tr("{n} pages"))
        blank = len(item.row.without_text)
        if blank:
            return pages + " · " + self.tr("{n} without text").format(n=blank)
        return pages

    def _notes(self, item: DocumentItem) -> list[str]:
        notes = [said(note) for note in item.row.notes] if item.row is not None else []
        return [*notes, item.message] if item.message else notes


def _without_name(message: str, name: str) -> str:
    """A message below a name, in which the name need not come again."""
    rest = message.removeprefix(name).lstrip(" :")
    return rest[:1].upper() + rest[1:] if rest and rest != message else message


_ICONS = {
    "waiting": "clock",
    "reading": "clock",
    "ready": "file-text",
    "refining": "file-text",
    "locked": "lock",
    "error": "file-error",
}
_TONES = {
    "waiting": "text_muted",
    "reading": "accent",
    "ready": "text_muted",
    "refining": "text_muted",
    "locked": "warning",
    "error": "danger",
}
