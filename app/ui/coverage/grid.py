"""Draws each document's pages as a grid of cells, and hears mouse and keys on them."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from app.ui.appearance.icons import Icons
from app.ui.coverage.map import PageReading
from app.ui.coverage.model import PARTED, SHARES, CoverageModel
from app.ui.widgets.basic import name
from app.ui.widgets.painting import small_font

CELL, GAP, EDGE = 10, 2, 14
PITCH = CELL + GAP

Index = QModelIndex | QPersistentModelIndex


def paint_cell(
    painter: QPainter, cell: QRect, how: PageReading, colours: dict[str, QColor]
) -> None:
    """Draw one page's cell; every state has a shape of its own beside its colour."""
    inner = cell.adjusted(0, 0, -1, -1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if how is PageReading.NOW:
        painter.fillRect(cell, colours["reading"])
        return
    painter.fillRect(cell, colours["empty"])
    if how is PageReading.PART:
        painter.fillRect(cell.adjusted(0, cell.height() // 2, 0, 0), colours["reading"])
    elif how is PageReading.OTHER:
        painter.fillRect(cell.adjusted(3, 3, -3, -3), colours["reading"])
    painter.setPen(QPen(colours["reading" if how is PageReading.PART else "line"], 1))
    if how is PageReading.NO_TEXT:
        painter.drawLine(inner.bottomLeft(), inner.topRight())
    painter.drawRect(inner)


def cell_colours(icons: Icons) -> dict[str, QColor]:
    """The colours of cells in the theme in force."""
    theme = icons.appearance.theme
    return {
        "reading": QColor(theme.overlay["reading"]),
        "cited": QColor(theme.overlay["active"]),
        "empty": theme.colour("sunken"),
        "line": theme.colour("border_strong"),
        "text": theme.colour("text"),
        "muted": theme.colour("text_muted"),
    }


class GridDelegate(QStyledItemDelegate):
    """A document's name, its shares, and its pages as cells."""

    def __init__(self, icons: Icons, view: CoverageGrid) -> None:
        super().__init__(view)
        self._icons = icons
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for all cells at the view's width."""
        pages = self._view.page_count(index)
        rows = -(-pages // self._view.columns)
        return QSize(100, self.top(option.font, index) + rows * PITCH + 12)

    def top(self, font: QFont, index: Index) -> int:
        """How far below the top of an item its cells begin."""
        small = QFontMetrics(small_font(font, self._icons.appearance))
        lines = len(self.shares(small, index))
        return 8 + QFontMetrics(font).height() + 2 + lines * small.height() + 7

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one document; only the cells that can be seen."""
        colours = cell_colours(self._icons)
        box: QRect = option.rect
        painter.save()
        font, small = QFont(option.font), small_font(option.font, self._icons.appearance)
        name_metrics, small_metrics = QFontMetrics(font), QFontMetrics(small)
        width = self._view.room
        painter.setFont(font)
        painter.setPen(colours["text"])
        line = QRect(box.left() + EDGE, box.top() + 8, width, name_metrics.height())
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        painter.drawText(line, 0, name_metrics.elidedText(str(index.data()), middle, width))
        painter.setFont(small)
        painter.setPen(colours["muted"])
        line = QRect(line.left(), line.bottom() + 2, width, small_metrics.height())
        for shares in self.shares(small_metrics, index):
            painter.drawText(line, 0, small_metrics.elidedText(shares, right, width))
            line.translate(0, small_metrics.height())
        self._cells(painter, option, index, colours)
        painter.restore()

    def _cells(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        colours: dict[str, QColor],
    ) -> None:
        view, model = self._view, self._view.coverage
        document = model.document(index)
        cited, seen = model.map.cited(document), view.viewport().rect()
        current = view.current_page if document == view.current_document else -1
        for page in range(view.page_count(index)):
            cell = view.cell(index, option.rect, page)
            if cell.bottom() < seen.top():
                continue
            if cell.top() > seen.bottom():
                break
            paint_cell(painter, cell, model.map.reading(document, page), colours)
            if page in cited:
                painter.fillRect(QRect(cell.right() - 4, cell.top(), 5, 5), colours["cited"])
            if page == current:
                painter.setPen(QPen(colours["text"], 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(cell)

    def shares(self, metrics: QFontMetrics, index: Index) -> list[str]:
        """What is said about a document, in as many lines as it takes."""
        lines: list[str] = []
        for part in str(index.data(SHARES)).split(PARTED):
            joined = f"{lines[-1]}{PARTED}{part}" if lines else part
            if lines and metrics.horizontalAdvance(joined) <= self._view.room:
                lines[-1] = joined
            else:
                lines.append(part)
        return lines


class CoverageGrid(QListView):
    """The documents with their pages as cells. A click, or Return, goes to a page.

    The arrow keys move over the pages; the page they are on has a frame.

    Attributes:
        coverage: the model; `delegate` draws it.
        current_document, current_page: the page with the frame; the page on show, or the one that
            the keys have moved to.

    Signals:
        page_chosen: a document's id and the index of a page.
    """

    page_chosen = Signal(str, int)

    def __init__(self, icons: Icons, coverage: CoverageModel) -> None:
        super().__init__()
        self.coverage = coverage
        self.current_document, self.current_page = "", -1
        self.delegate = GridDelegate(icons, self)
        self.setModel(coverage)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        name(self, self.tr("Pages read"))
        icons.appearance.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def columns(self) -> int:
        """How many cells stand in a row."""
        return max(1, (self.room + GAP) // PITCH)

    @property
    def room(self) -> int:
        """How many pixels wide words and cells may be."""
        return self.viewport().width() - 2 * EDGE

    def page_count(self, index: Index) -> int:
        """How many pages the document of a row has."""
        return len(self.coverage.map.pages(self.coverage.document(index)))

    def cell(self, index: Index, item: QRect, page: int) -> QRect:
        """Where a page's cell stands, given its document's item and the rectangle of that."""
        row, column = divmod(page, self.columns)
        top = item.top() + self.delegate.top(self.font(), index)
        return QRect(item.left() + EDGE + column * PITCH, top + row * PITCH, CELL, CELL)

    def page_at(self, at: QPoint) -> tuple[str, int] | None:
        """The document and page whose cell is under a point of the view."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        first = self.cell(index, self.visualRect(index), 0)
        column, row = (at.x() - first.left()) // PITCH, (at.y() - first.top()) // PITCH
        page = row * self.columns + column
        inside = 0 <= column < self.columns and row >= 0 and page < self.page_count(index)
        return (self.coverage.document(index), page) if inside else None

    def show_page(self, document: str, page: int) -> None:
        """Frame the page that the viewer shows."""
        self.current_document, self.current_page = document, page
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the page under the pointer."""
        found = self.page_at(event.position().toPoint())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.show_page(*found)
            self.page_chosen.emit(*found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over cells."""
        over = self.page_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move over the pages, from one document into the next; Return goes to a page."""
        columns = self.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_page >= 0:
            self.page_chosen.emit(self.current_document, self.current_page)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say how the page under the pointer stands."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.page_at(event.pos())
            text = self.coverage.say(*found) if found is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer cells fit in a row."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _step(self, by: int) -> None:
        row = max(0, self.coverage.row_of(self.current_document))
        page = self.current_page + by if self.current_page >= 0 else 0
        if page >= self._pages_in(row) and row + 1 < self.coverage.rowCount():
            row, page = row + 1, 0
        elif page < 0 and row > 0:
            row, page = row - 1, self._pages_in(row - 1) - 1
        pages = self._pages_in(row)
        if not pages:  # They are not known yet.
            return
        index, page = self.coverage.index(row), max(0, min(page, pages - 1))
        self.show_page(self.coverage.document(index), page)
        self.setAccessibleDescription(self.coverage.say(self.current_document, page))
        self._reveal(index, page)

    def _pages_in(self, row: int) -> int:
        return self.page_count(self.coverage.index(row))

    def _reveal(self, index: QModelIndex, page: int) -> None:
        """Scroll as little as shows a cell."""
        cell = self.cell(index, self.visualRect(index), page)
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        if cell.top() < 0:
            bar.setValue(bar.value() + cell.top() - PITCH)
        elif cell.bottom() > seen:
            bar.setValue(bar.value() + cell.bottom() - seen + PITCH)
