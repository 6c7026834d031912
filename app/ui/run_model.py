"""The history of a matter as Qt's list model: every run, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.sessions.rows import RunRow, SessionRow
from app.ui.list_delegate import ICON, SUBTITLE, TONE

RunRole = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex

_ICONS = {
    "running": ("clock", "accent"),
    "answered": ("check-circle", "success"),
    "not_found": ("none", "text_muted"),
    "stopped": ("stop", "warning"),
    "failed": ("error", "danger"),
    "interrupted": ("pause", "warning"),
}


class RunModel(QAbstractListModel):
    """Shows runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[RunRow] = []

    def set_sessions(self, sessions: Sequence[SessionRow]) -> None:
        """Show the runs of these sessions."""
        runs = [run for session in sessions for run in session.runs]
        runs.sort(key=lambda run: run.started, reverse=True)
        if [run.id for run in runs] == [run.id for run in self._runs]:
            self._runs = runs
            if runs:
                self.dataChanged.emit(self.index(0), self.index(len(runs) - 1))
            return
        self.beginResetModel()
        self._runs = runs
        self.endResetModel()

    def run(self, index: Index) -> RunRow | None:
        """The run at an index."""
        row = index.row()
        return self._runs[row] if index.isValid() and row < len(self._runs) else None

    def row_of(self, run: str) -> int:
        """Where a run stands; -1 if it is not there."""
        return next((row for row, head in enumerate(self._runs) if head.id == run), -1)

    def by_id(self, run: str) -> RunRow | None:
        """The run with an id."""
        return next((head for head in self._runs if head.id == run), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many runs there are."""
        return 0 if parent.isValid() else len(self._runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line shows."""
        run = self.run(index)
        if run is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return run.question
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{run.question}\n{self.status_name(run.status)} · {run.model_name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{run.question}, {self._subtitle(run)}"
        if role == RunRole:
            return run
        if role == ICON:
            return _ICONS[run.status][0]
        if role == TONE:
            return _ICONS[run.status][1]
        if role == SUBTITLE:
            return self._subtitle(run)
        return None

    def status_name(self, status: str) -> str:
        """What a status is called."""
        names = {
            "running": self.tr("Running"),
            "answered": self.tr("Answered"),
            "not_found": self.tr("Not found"),
            "stopped": self.tr("Stopped"),
            "failed": self.tr("Failed"),
            "interrupted": self.tr("Interrupted"),
        }
        return names.get(status, status)

    def _subtitle(self, run: RunRow) -> str:
        parts = [self.status_name(run.status), self._when(run.started)]
        if run.status == "interrupted" and run.resumable:
            parts.append(self.tr("can be resumed"))
        return " · ".join(parts)

    def _when(self, time: datetime) -> str:
        """How long ago, or the date."""
        minutes = int((datetime.now(UTC) - time).total_seconds() // 60)
        if minutes < 1:
            return self.tr("just now")
        if minutes < 60:
            return self.tr("{n} min ago").format(n=minutes)
        local = time.astimezone()
        if minutes < 24 * 60 and local.date() == datetime.now().date():
            return local.strftime("%H:%M")
        return QLocale().toString(
            QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat
        )
