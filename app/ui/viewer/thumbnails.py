"""Small pictures of all pages, drawn as they come into view."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPalette, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.documents.document import Document
from app.ui.viewer.base import OverlayColors
from app.ui.viewer.strip import Reading, page_state
from app.ui.viewer.widget import DocumentViewer

BOX = QSize(102, 134)
PADDING = 8
CELL_WIDTH = BOX.width() + 2 * PADDING
LABEL_HEIGHT = 18
REQUEST_MS = 40
TAG = 7

Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractListModel):
    """One row for each page; its text is the printed label."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None

    def set_document(self, document: Document | None) -> None:
        """List the pages of a document."""
        self.beginResetModel()
        self._document = document
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many pages there are."""
        if self._document is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._document.pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The page's label; for screen readers in words."""
        if self._document is None or not 0 <= index.row() < len(self._document.pages):
            return None
        page = self._document.pages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return page.label
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("Page {label}").format(label=page.label)
        return None

    def refresh(self, page: int) -> None:
        """A page's picture or state is new."""
        index = self.index(page)
        self.dataChanged.emit(index, index)


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints a page's picture, its label, and whether it was read or is cited."""

    def __init__(self, viewer: DocumentViewer, parent: QObject) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self.colors = OverlayColors()
        self.width = CELL_WIDTH

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for every page."""
        return QSize(self.width, BOX.height() + LABEL_HEIGHT + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one page."""
        document = self._viewer.document
        if document is None or index.row() >= len(document.pages):
            return
        cell: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(cell).adjusted(3, 2, -3, -2), 6, 6)
        page = self._page_rect(cell, index.row())
        self._paint_page(painter, page, index.row())
        self._paint_state(painter, page, index.row())
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        line = QRect(
            cell.left(), cell.bottom() - PADDING - LABEL_HEIGHT + 4, cell.width(), LABEL_HEIGHT
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, document.pages[index.row()].label)
        painter.restore()

    def _page_rect(self, cell: QRect, row: int) -> QRectF:
        """Where the picture goes: as large as the box lets it be, centred."""
        document = self._viewer.document
        assert document is not None
        page = document.pages[row]
        width, height = max(1.0, page.width), max(1.0, page.height)
        if self._viewer.rotation in (90, 270):
            width, height = height, width
        scale = min(BOX.width() / width, BOX.height() / height)
        size = QRectF(0, 0, round(width * scale), round(height * scale))
        size.moveCenter(QRectF(cell).center())
        size.moveTop(cell.top() + PADDING + (BOX.height() - size.height()) / 2)
        return size

    def _paint_page(self, painter: QPainter, rect: QRectF, row: int) -> None:
        viewer = self._viewer
        painter.fillRect(rect, QColor("#1b1b1b" if viewer.night else "white"))
        key = viewer.images.small_key(row, viewer.rotation, viewer.night)
        image = viewer.images.small(key)
        if image is not None:
            painter.drawImage(rect, image, QRectF(image.rect()))
        painter.setPen(QPen(QColor(self.colors.edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_state(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """A bar below a page that was read, a dot on its corner where it is cited."""
        document = self._viewer.document
        assert document is not None
        state = page_state(document.pages[row], self._viewer.overlays)
        painter.setPen(Qt.PenStyle.NoPen)
        if state.reading in (Reading.ALL, Reading.PART):
            share = 1.0 if state.reading is Reading.ALL else 0.5
            bar = QRectF(rect.left(), rect.bottom() + 1, rect.width() * share, 3)
            painter.fillRect(bar, QColor(self.colors.reading))
        if state.cited:
            painter.save()
            painter.setBrush(QColor(self.colors.active))
            painter.drawEllipse(rect.topRight(), TAG, TAG)
            painter.setPen(QColor("#201400"))
            font = painter.font()
            font.setPixelSize(9)
            font.setBold(True)
            painter.setFont(font)
            box = QRectF(0, 0, 2 * TAG, 2 * TAG)
            box.moveCenter(rect.topRight())
            count = len(state.cited)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count) if count < 10 else "+")
            painter.restore()


class ThumbnailList(QListView):
    """The pages of the document on show in a viewer; a click goes to a page."""

    def __init__(self, viewer: DocumentViewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self.pages = PageModel(self)
        self._delegate = ThumbnailDelegate(viewer, self)
        self._asking = QTimer(self, interval=REQUEST_MS, singleShot=True)
        self._asking.timeout.connect(self._ask)
        self.setModel(self.pages)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Page thumbnails"))
        self.setUniformItemSizes(True)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Coming and going, it would change the width that its own rows are made from.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        self.verticalScrollBar().valueChanged.connect(self._ask_soon)
        viewer.documentChanged.connect(self._on_document)
        viewer.pageChanged.connect(self._on_page)
        viewer.overlaysChanged.connect(self.viewport().update)
        viewer.shownAnew.connect(self._ask_soon)
        viewer.images.arrived.connect(self._on_image)
        self._on_document(viewer.document)

    def set_colors(self, colors: OverlayColors) -> None:
        """Take the colours of the window's theme."""
        self._delegate.colors = colors
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the pictures in view."""
        super().showEvent(event)
        self._on_page(self._viewer.current_page)
        self._asking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: ask for nothing."""
        super().hideEvent(event)
        self._asking.stop()
        self._viewer.images.want_small(())

    @Slot(object)
    def _on_document(self, document: Document | None) -> None:
        self.pages.set_document(document)
        self._on_page(self._viewer.current_page)
        self._ask_soon()

    @Slot(int)
    def _on_page(self, page: int) -> None:
        if 0 <= page < self.pages.rowCount():
            self.setCurrentIndex(self.pages.index(page))

    @Slot(int)
    def _on_image(self, page: int) -> None:
        self.pages.refresh(page)

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        self._viewer.goto_page(index.row())

    @Slot()
    def _ask_soon(self) -> None:
        if self.isVisible():
            self._asking.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer pages are in view; those of a row share its width."""
        room = self.viewport().width() - 1  # Where it is filled to the pixel, Qt breaks the row.
        self._delegate.width = room // max(1, room // CELL_WIDTH)
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
        self._ask_soon()

    @Slot()
    def _ask(self) -> None:
        """Ask for the pictures in view, the topmost first."""
        viewer, room = self._viewer, self.viewport().rect()
        first = self.indexAt(QPoint(2 * PADDING, PADDING)).row()
        if viewer.document is None or first < 0:
            return
        rows = []
        for row in range(first, self.pages.rowCount()):
            if self.visualRect(self.pages.index(row)).top() > room.bottom():
                break
            rows.append(row)
        images = viewer.images
        images.want_small([images.small_key(r, viewer.rotation, viewer.night) for r in rows])
