"""The coverage of a matter as Qt's list model: a row for each document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.coverage.map import CoverageMap, PageReading
from app.ui.language.numerals import number, plural

Index = QModelIndex | QPersistentModelIndex

SHARES = int(Qt.ItemDataRole.UserRole) + 1
"""Role: what stands below a document's name."""

PARTED = " · "
"""Between its parts."""


class CoverageModel(QAbstractListModel):
    """Shows how much of each document was read.

    Attributes:
        map: what was read; tell the model with `refresh` when it has changed.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.map = CoverageMap()
        self._documents: list[tuple[str, str]] = []

    def set_documents(self, documents: Sequence[tuple[str, str]]) -> None:
        """Show these documents, each by its id and name."""
        if list(documents) != self._documents:
            self.beginResetModel()
            self._documents = list(documents)
            self.endResetModel()

    def refresh(self) -> None:
        """The map has changed."""
        if self._documents:
            self.dataChanged.emit(self.index(0), self.index(len(self._documents) - 1))

    def document(self, index: Index) -> str:
        """The id of the document in a row; "" where there is none."""
        row = index.row()
        return self._documents[row][0] if 0 <= row < len(self._documents) else ""

    def row_of(self, document: str) -> int:
        """The row of a document; -1 where it is not there."""
        return next((n for n, (id, _) in enumerate(self._documents) if id == document), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many documents there are."""
        return 0 if parent.isValid() else len(self._documents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A document's name, and how many of its pages were read."""
        if not 0 <= index.row() < len(self._documents):
            return None
        document, name = self._documents[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == SHARES:
            return self._shares(document)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}: {self._shares(document)}"
        return None

    def say(self, document: str, index: int) -> str:
        """A page and how it stands, in words."""
        page = self.map.pages(document)[index]
        number = str(index + 1)
        if page.label and page.label != number:
            where = self.tr("p. {label} ({n} in the file)").format(label=page.label, n=number)
        else:
            where = self.tr("p. {n}").format(n=number)
        how = {
            PageReading.NOW: self.tr("read in this run"),
            PageReading.PART: self.tr("partly read in this run"),
            PageReading.OTHER: self.tr("read in another run"),
            PageReading.NEVER: self.tr("never read"),
            PageReading.NO_TEXT: self.tr("no text"),
        }[self.map.reading(document, index)]
        cited = self.tr(", cited") if index in self.map.cited(document) else ""
        return f"{where}: {how}{cited}"

    def summary(self) -> str:
        """How much of the whole matter was read, in words."""
        total = self.map.total()
        if not total.pages:
            return ""
        return self.tr("{now} of {pages} in this run").format(
            now=number(total.now),
            pages=plural(total.pages, self.tr("1 page"), self.tr("{n} pages")),
        )

    def _shares(self, document: str) -> str:
        shares = self.map.shares(document)
        if not shares.pages:
            return ""
        parts = [
            self.tr("{now} of {pages} in this run").format(
                now=number(shares.now), pages=number(shares.pages)
            )
        ]
        if shares.other:
            parts.append(self.tr("{n} in others").format(n=number(shares.other)))
        if shares.never:
            parts.append(self.tr("{n} never").format(n=number(shares.never)))
        if shares.no_text:
            parts.append(self.tr("{n} without text").format(n=number(shares.no_text)))
        return PARTED.join(parts)
