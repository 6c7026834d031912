"""A timeline of dated findings over all documents, each linked to its page, with the gaps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.tables.chronology import Entry, Gap, chronology, with_gaps
from app.ui.appearance.icons import Icons
from app.ui.background.jobs import Jobs
from app.ui.matter.desk import Desk
from app.ui.tables.chronology_model import DAY, PLACE, WORDS, ChronologyModel, LineRole
from app.ui.tables.grid import Grid
from app.ui.widgets.basic import EDGE, label
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.painting import draw_lines

_EDGE, _RAIL = 9, 26


class LineDelegate(QStyledItemDelegate):
    """Draws lines along a rail: a dot for each entry, a broken piece for a gap."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines of words; one for a gap."""
        lines = 1 if isinstance(index.data(LineRole), Gap) else 2
        return QSize(120, lines * QFontMetrics(option.font).lineSpacing() + 2 * _EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        theme = self._icons.appearance.theme
        gap = isinstance(index.data(LineRole), Gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        box = option.rect.adjusted(8, _EDGE, -8, -_EDGE)
        if index.column() == DAY:
            self._rail(painter, option.rect, gap)
            box.setLeft(option.rect.left() + _RAIL)
        tone = "warning" if gap else "text" if index.column() != PLACE else "text_muted"
        painter.setPen(theme.colour(tone))
        painter.setFont(option.font)
        draw_lines(painter, box, str(index.data() or ""))
        painter.restore()

    def _rail(self, painter: QPainter, box: QRect, gap: bool) -> None:
        theme = self._icons.appearance.theme
        x = box.left() + 13
        pen = QPen(theme.colour("warning" if gap else "border_strong"), 2)
        if gap:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(x, box.top(), x, box.bottom())
        if not gap:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            middle = QFontMetrics(painter.font()).lineSpacing() // 2
            painter.drawEllipse(QPoint(x, box.top() + _EDGE + middle), 4, 4)


class ChronologyPanel(QWidget):
    """Shows the dates in cited passages; reads them anew when it is looked at.

    Signals:
        entry_opened: an `Entry` whose passage is to be shown.
        recipe_asked: the id of a recipe whose table finds dates.
    """

    entry_opened = Signal(object)
    recipe_asked = Signal(str)

    def __init__(self, desk: Desk, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs("chronology", self)
        self._stale = True
        self.model = ChronologyModel(self)
        self.view = self._make_view(icons)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_empty(icons))
        self._pages.addWidget(self.view)
        self.setLayout(column(self._pages))
        desk.runs_changed.connect(self._changed)
        desk.documents_changed.connect(self._changed)
        desk.judged.connect(self._changed)

    def _make_view(self, icons: Icons) -> Grid:
        view = Grid(self.model, self.tr("Chronology"))
        view.setItemDelegate(LineDelegate(icons, view))
        view.setShowGrid(False)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.horizontalHeader().setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(DAY, 150)
        view.setColumnWidth(PLACE, 210)
        view.opened.connect(self._opened)
        return view

    def _make_empty(self, icons: Icons) -> QWidget:
        """What stands here until there are dates: where they come from."""
        words = label(
            self.tr(
                "Every date in a passage that an answer cites stands here, in order of time. To "
                "gather dates, ask for them, or fill a table with one of these recipes:"
            ),
            "faint",
            wrap=True,
        )
        buttons = []
        for recipe, text in (
            ("chronology", self.tr("Chronology")),
            ("key-dates", self.tr("Key dates and deadlines")),
        ):
            button = push_button(text, "link", icons, "table")
            button.clicked.connect(partial(self.recipe_asked.emit, recipe))
            buttons.append(button)
        empty = QWidget()
        empty.setLayout(
            column(words, *[row(b, 0) for b in buttons], 0, margins=(EDGE, 10, EDGE, 6))
        )
        return empty

    def show_lines(self, entries: Sequence[Entry]) -> None:
        """Show dated findings, and the gaps between them."""
        lines = with_gaps(entries)
        self.view.clearSpans()
        self.model.set_lines(lines)
        for at, line in enumerate(lines):
            if isinstance(line, Gap):
                self.view.setSpan(at, WORDS, 1, 2)
        self._pages.setCurrentIndex(1 if entries else 0)

    def refresh(self) -> None:
        """Read the dates anew, if something has changed since."""
        if self._stale and self._desk.store is not None:
            self._stale = False
            self._desk.keep(chronology, self.show_lines, self._jobs)

    def close_jobs(self) -> None:
        """Wait for what is under way."""
        self._jobs.close()

    def _changed(self, _value: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _opened(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if isinstance(line, Entry):
            self.entry_opened.emit(line)
