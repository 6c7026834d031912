"""The document's outline as a tree, and the panel that shows it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Slot,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from app.documents.document import Document, Section
from app.ui.viewer.widget import DocumentViewer

TITLE, PAGE = 0, 1
ROOT = -1
OPEN_LEVELS = 2
HEADING_LENGTH = 300

Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractItemModel):
    """The sections of a document: a section stands under the nearest one before it of lower level.

    Columns: title, and the printed label of the page it begins on.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._parents: list[int] = []
        self._children: dict[int, list[int]] = {ROOT: []}
        self._rows: list[int] = []

    def set_document(self, document: Document | None) -> None:
        """Show the outline of a document."""
        self.beginResetModel()
        self._document = document
        self._parents, self._rows, self._children = [], [], {ROOT: []}
        above: list[int] = []
        for i, section in enumerate(self.sections):
            while above and self.sections[above[-1]].level >= section.level:
                above.pop()
            parent = above[-1] if above else ROOT
            siblings = self._children.setdefault(parent, [])
            self._parents.append(parent)
            self._rows.append(len(siblings))
            siblings.append(i)
            above.append(i)
        self.endResetModel()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The document's sections, in order."""
        return self._document.sections if self._document is not None else ()

    def section(self, index: Index) -> Section | None:
        """The section of a row."""
        return self.sections[index.internalId()] if index.isValid() else None

    def index_at(self, offset: int) -> QModelIndex:
        """The row of the last section that begins at or before an offset."""
        before = [i for i, s in enumerate(self.sections) if s.start <= offset]
        return (
            self.createIndex(self._rows[before[-1]], TITLE, before[-1]) if before else QModelIndex()
        )

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index of a row under `parent`."""
        siblings = self._under(parent)
        if not (0 <= row < len(siblings) and column in (TITLE, PAGE)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """The row that an index stands under."""
        if index is None or not index.isValid():
            return QModelIndex()
        parent = self._parents[index.internalId()]
        return (
            QModelIndex() if parent == ROOT else self.createIndex(self._rows[parent], TITLE, parent)
        )

    def rowCount(self, parent: Index | None = None) -> int:
        """How many sections stand under `parent`."""
        return len(self._under(parent))

    def columnCount(self, parent: Index | None = None) -> int:
        """Title and page."""
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title or page label, and the title in full as tooltip."""
        section, document = self.section(index), self._document
        if section is None or document is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == PAGE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        title = " ".join(section.title.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return title
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == TITLE:
            return title
        page = document.page_at(section.start).label if document.pages else ""
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return self.tr("Page {label}").format(label=page) if spoken else page

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The names of the columns, for screen readers."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("Section") if section == TITLE else self.tr("Page")

    def _under(self, parent: Index | None) -> list[int]:
        if parent is None or not parent.isValid():
            return self._children[ROOT]
        if parent.column() != TITLE:
            return []
        return self._children.get(parent.internalId(), [])


class OutlinePanel(QWidget):
    """The outline of the document on show in a viewer; a click goes to a section.

    The section being read is the chosen row. A line above the tree filters it.
    """

    def __init__(self, viewer: DocumentViewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self.model = OutlineModel(self)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(self.model)
        self._filtered.setRecursiveFilteringEnabled(True)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter sections"))
        self.filter.setAccessibleName(self.tr("Filter sections"))
        self.filter.setClearButtonEnabled(True)
        self.tree = self._make_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(6)
        self._nothing = self._make_nothing()
        layout.addWidget(self.filter)
        layout.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.tree, 1)
        self.filter.textChanged.connect(self._on_filter)
        self.tree.clicked.connect(self._go)
        self.tree.activated.connect(self._go)
        viewer.documentChanged.connect(self._on_document)
        viewer.pageChanged.connect(self._on_page)
        self._on_document(viewer.document)

    def _make_nothing(self) -> QLabel:
        """What stands there while there is no outline to show."""
        words = QLabel(self.tr("This document has no headings to list."))
        words.setProperty("role", "faint")
        words.setWordWrap(True)
        words.setContentsMargins(6, 6, 6, 6)
        return words

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self._filtered)
        tree.setAccessibleName(self.tr("Outline"))
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setIndentation(14)
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(PAGE, QHeaderView.ResizeMode.Fixed)
        # By its contents it would be as wide as its heading, which is not shown.
        header.resizeSection(PAGE, tree.fontMetrics().horizontalAdvance("0000") + 4)
        return tree

    def showEvent(self, event: QShowEvent) -> None:
        """Choose the section that is being read: while nobody looked, it was let be."""
        super().showEvent(event)
        self._on_page(self._viewer.current_page)

    @Slot(object)
    def _on_document(self, document: Document | None) -> None:
        self.model.set_document(document)
        some = bool(self.model.sections)
        self.filter.setVisible(some)
        self.tree.setVisible(some)
        self._nothing.setVisible(not some)
        self.tree.expandToDepth(OPEN_LEVELS - 1)
        self._on_page(self._viewer.current_page)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self._filtered.setFilterFixedString(text)
        if text:
            self.tree.expandAll()

    @Slot(int)
    def _on_page(self, index: int) -> None:
        """Choose the section that is being read; the tree scrolls only where it must."""
        document = self._viewer.document
        if document is None or not document.pages or not self.isVisible():
            return
        page = document.pages[min(index, len(document.pages) - 1)]
        row = self._filtered.mapFromSource(self.model.index_at(max(page.start, page.end - 1)))
        if row.isValid():
            self.tree.setCurrentIndex(row)

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        section = self.model.section(self._filtered.mapToSource(index))
        document = self._viewer.document
        if section is not None and document is not None:
            end = min(section.end, section.start + min(len(section.title), HEADING_LENGTH))
            self._viewer.goto(document.span(section.start, max(end, section.start + 1)))
