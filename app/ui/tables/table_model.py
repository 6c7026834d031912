"""A table of documents by questions as Qt's table model."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.reports.wording import ranges
from app.tables.table import Cell, Table
from app.ui.language.said import said

CellRole = int(Qt.ItemDataRole.UserRole)
ReadRole = CellRole + 1

Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Shows a `Table`: documents down, questions across; cells change as they are filled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table("", (), ())

    @property
    def table(self) -> Table:
        """The table, as far as it is filled."""
        return self._table

    def show(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def set_cell(self, cell: Cell) -> None:
        """Show what became of one cell; one that the table does not have is passed over."""
        row = next((n for n, r in enumerate(self._table.rows) if r.id == cell.row), -1)
        column = next((n for n, c in enumerate(self._table.columns) if c.id == cell.column), -1)
        if row >= 0 and column >= 0:
            self._table = self._table.with_cell(cell)
            index = self.index(row, column)
            self.dataChanged.emit(index, index)

    def cell(self, index: Index) -> Cell | None:
        """The cell at an index."""
        if not index.isValid():
            return None
        row, column = self._table.rows[index.row()], self._table.columns[index.column()]
        return self._table.cell(row.id, column.id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each document."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each question."""
        return 0 if parent.isValid() else len(self._table.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Documents and questions; the whole question as a tooltip."""
        across = orientation is Qt.Orientation.Horizontal
        if section >= (self.columnCount() if across else self.rowCount()):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.columns[section].column if across else self._table.rows[section].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._table.columns[section].text if across else self._table.rows[section].name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            upright = Qt.AlignmentFlag.AlignVCenter if across else Qt.AlignmentFlag.AlignTop
            return int(Qt.AlignmentFlag.AlignLeft | upright)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's answer, or how it stands."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text or self.state_of(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            if cell.state == "no_text":
                return self.tr("Its pages are pictures: they would need text recognition.")
            said_of_it = (cell.text, said(cell.note), self.read_in(cell))
            return "\n".join(part for part in said_of_it if part) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            column = self._table.columns[index.column()].column
            row = self._table.rows[index.row()].name
            says = cell.text or self.read_in(cell)
            return f"{row}, {column}: {self.state_of(cell)}. {says}".strip()
        if role == CellRole:
            return cell
        if role == ReadRole:
            return self.read_in(cell)
        return None

    def read_in(self, cell: Cell) -> str:
        """Which pages were looked at where there is no answer, as they are printed; or ""."""
        if cell.text or not cell.pages_read:
            return ""
        return self.tr("Read: p. {pages}").format(pages=ranges(cell.pages_read, cell.labels))

    def state_of(self, cell: Cell) -> str:
        """How a cell stands, in words."""
        words = {
            "no_text": self.tr("No text to read"),
            "waiting": self.tr("Waiting"),
            "running": self.tr("Reading…"),
            "answered": self.tr("Answered"),
            "not_found": self.tr("Not found"),
            "stopped": self.tr("Stopped"),
            "failed": self.tr("Failed"),
        }
        return words[cell.state]
