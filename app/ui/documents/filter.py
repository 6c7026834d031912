"""Which documents of a matter the list shows, and in which order."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QObject

from app.ui.documents.item import DocumentItem
from app.ui.documents.model import DocumentModel
from app.ui.widgets.word_filter import Index, WordFilter

_DIGITS = re.compile(r"(\d+)")


class DocumentOrder(StrEnum):
    """What the list is sorted by."""

    ADDED = "added"
    NAME = "name"
    LONGEST = "longest"
    PROBLEMS = "problems"


class DocumentFilter(WordFilter):
    """Documents whose names hold every word typed, sorted as chosen."""

    def __init__(self, source: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(source, parent)
        self._order = DocumentOrder.ADDED
        self._source = source
        self.sort(0)

    def set_order(self, order: DocumentOrder) -> None:
        """Sort by something else."""
        self._order = order
        self.invalidate()

    def words_of(self, source_row: int) -> str:
        """The name of a document."""
        item = self._source.item(self._source.index(source_row))
        return item.name if item is not None else ""

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Whether one document stands before another; where nothing else tells, by when added."""
        left, right = self._source.item(source_left), self._source.item(source_right)
        if left is None or right is None:
            return source_left.row() < source_right.row()
        keys = self._key(left), self._key(right)
        return (keys[0], source_left.row()) < (keys[1], source_right.row())

    def _key(self, item: DocumentItem) -> tuple[object, ...]:
        match self._order:
            case DocumentOrder.NAME:
                return _as_read(item.name)
            case DocumentOrder.LONGEST:
                return (-item.row.pages if item.row is not None else 0,)
            case DocumentOrder.PROBLEMS:
                return (_soundness(item),)
            case _:
                return ()


def _as_read(name: str) -> tuple[object, ...]:
    """A name as a person sorts it: "Exhibit 2" before "Exhibit 10"."""
    parts = _DIGITS.split(name.casefold())
    # Words and numbers take turns, so that like is compared with like.
    return tuple(int(part) if n % 2 else part for n, part in enumerate(parts))


def _soundness(item: DocumentItem) -> int:
    """How little is wrong with a document: unread, locked, without text here and there, sound."""
    if item.state == "error":
        return 0
    if item.state == "locked":
        return 1
    return 2 if item.row is not None and item.row.without_text else 3
