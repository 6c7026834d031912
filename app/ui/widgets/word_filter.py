"""A list of which only what holds the words typed is shown."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
)

Index = QModelIndex | QPersistentModelIndex


class WordFilter(QSortFilterProxyModel):
    """The rows of a model that hold every word typed; heirs say what a row holds."""

    def __init__(self, source: QAbstractItemModel, parent: QObject | None = None) -> None:
        """Show all rows of a model."""
        super().__init__(parent)
        self._words: list[str] = []
        self.setSourceModel(source)
        self.setDynamicSortFilter(True)

    def set_words(self, text: str) -> None:
        """Keep the rows that hold all these words, upper and lower case alike."""
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row holds all words."""
        held = self.words_of(source_row).casefold()
        return all(word in held for word in self._words)

    def words_of(self, source_row: int) -> str:
        """What a row is searched in."""
        raise NotImplementedError
