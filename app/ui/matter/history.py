"""The history of a matter as Qt's list model: every run, the newest first; a table's as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from app.ui.language.numerals import plural
from app.ui.widgets.list_delegate import ICON, SUBTITLE, TONE

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


@dataclass(frozen=True, slots=True)
class Group:
    """The runs of a session that has a title, newest first: those that filled a table."""

    session: int
    title: str
    runs: tuple[RunRow, ...]


Line = RunRow | Group


class RunModel(QAbstractListModel):
    """Shows runs. Those of a table are one line, which opens and closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions: list[SessionRow] = []
        self._open: set[int] = set()
        self._lines: list[Line] = []

    def set_sessions(self, sessions: Sequence[SessionRow]) -> None:
        """Show the runs of these sessions."""
        self._sessions = list(sessions)
        self._refresh()

    def toggle(self, group: Group) -> None:
        """Show the runs of a group below it, or no longer."""
        self._open ^= {group.session}
        self._refresh()

    def line(self, index: Index) -> Line | None:
        """The run or the group at an index."""
        row = index.row()
        return self._lines[row] if index.isValid() and row < len(self._lines) else None

    def run(self, index: Index) -> RunRow | None:
        """The run at an index."""
        line = self.line(index)
        return line if isinstance(line, RunRow) else None

    def row_of(self, run: str) -> int:
        """Where a run stands, or the group that holds it; -1 if it is not there."""
        for row, line in enumerate(self._lines):
            if isinstance(line, RunRow):
                found = line.id == run
            else:
                shut = line.session not in self._open
                found = shut and any(head.id == run for head in line.runs)
            if found:
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line shows."""
        line = self.line(index)
        if isinstance(line, Group):
            return self._group_data(line, role)
        return self._run_data(line, role) if line is not None else None

    def _run_data(self, run: RunRow, role: int) -> object:
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

    def _group_data(self, group: Group, role: int) -> object:
        title = self.tr("Table: {title}").format(title=group.title)
        below = self._group_subtitle(group)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            shown = group.session in self._open
            words = self.tr("its runs are shown") if shown else self.tr("its runs are not shown")
            return f"{title}, {below}, {words}"
        if role == ICON:
            return "chevron-down" if group.session in self._open else "chevron-right"
        if role == TONE:
            return "text_muted"
        return below if role == SUBTITLE else None

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

    def _group_subtitle(self, group: Group) -> str:
        count = plural(len(group.runs), self.tr("1 run"), self.tr("{n} runs"))
        answered = sum(run.status == "answered" for run in group.runs)
        found = self.tr("{n} answered").format(n=answered)
        return " · ".join((count, found, self._when(group.runs[0].started)))

    def _refresh(self) -> None:
        """Make the lines anew; where they are the same ones, nothing jumps."""
        before, self._lines = self._lines, self._made()
        if [_key(line) for line in before] == [_key(line) for line in self._lines]:
            if before:
                self.dataChanged.emit(self.index(0), self.index(len(before) - 1))
            return
        self.beginResetModel()
        self.endResetModel()

    def _made(self) -> list[Line]:
        lines: list[Line] = [
            run for session in self._sessions if not session.title for run in session.runs
        ]
        for session in self._sessions:
            if session.title and session.runs:
                runs = tuple(sorted(session.runs, key=lambda run: run.started, reverse=True))
                lines.append(Group(session.id, session.title, runs))
        lines.sort(key=_started, reverse=True)
        for at in reversed(range(len(lines))):
            line = lines[at]
            if isinstance(line, Group) and line.session in self._open:
                lines[at + 1 : at + 1] = line.runs
        return lines

    def _subtitle(self, run: RunRow) -> str:
        parts = [self.status_name(run.status), self._when(run.started)]
        if "branch" in run.settings:
            parts.append(self.tr("cell changed"))
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


def _key(line: Line) -> object:
    return line.id if isinstance(line, RunRow) else line.session


def _started(line: Line) -> datetime:
    return line.started if isinstance(line, RunRow) else line.runs[0].started
