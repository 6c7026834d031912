"""Dated findings and the gaps between them as Qt's table model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.recursion.texts.dates import When
from app.tables.chronology import Entry, Gap
from app.ui.answers import wording
from app.ui.language.numerals import plural

DAY, WORDS, PLACE = range(3)
LineRole = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class ChronologyModel(QAbstractTableModel):
    """Day, what the source says, and where it says so; a gap is a line of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Entry | Gap] = []

    def set_lines(self, lines: Sequence[Entry | Gap]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, index: Index) -> Entry | Gap | None:
        """The line at an index."""
        return self._lines[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Day, words, place."""
        return 0 if parent.isValid() else 3

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Date"), self.tr("What the source says"), self.tr("Where"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        line = self.line(index)
        if line is None:
            return None
        if role == LineRole:
            return line
        if isinstance(line, Gap):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._gap(line) if index.column() == WORDS else ""
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            match index.column():
                case 0:
                    return self._day(line)
                case 1:
                    return " ".join(line.words.split())
                case _:
                    return wording.place(line.citation)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.claim or None
        return None

    def _day(self, entry: Entry) -> str:
        if entry.other is None:
            return date_words(entry.when)
        return self.tr("{day} or {other}").format(
            day=date_words(entry.when), other=date_words(entry.other)
        )

    def _gap(self, gap: Gap) -> str:
        days = plural(gap.days, self.tr("1 day"), self.tr("{n} days"))
        return self.tr("No cited passage is dated in these {days}").format(days=days)


def date_words(when: When) -> str:
    """A date as the reviewer's language writes it, its month in letters: a day, a month, a year."""
    match when.unit:
        case "year":
            return str(when.first.year)
        case "month":
            form = QCoreApplication.translate("chronology", "MMMM yyyy")
        case _:
            form = QCoreApplication.translate("chronology", "d MMM yyyy")
    return QLocale().toString(QDate(when.first.year, when.first.month, when.first.day), form)
