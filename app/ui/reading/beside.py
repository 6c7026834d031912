"""A second document beside the first: a viewer with a list of documents to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy

from app.documents.document import Document, Span
from app.recursion.results import Citation
from app.ui.appearance.icons import Icons
from app.ui.matter.desk import Desk
from app.ui.viewer import DocumentViewer, Mark, OverlayColors, PageSource
from app.ui.widgets.basic import label, name
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.panel import Panel

BUDGET = 64 * 1024 * 1024
"""Bytes for page images: half of what the first viewer has."""


class BesidePane(Panel):
    """Shows a document of the matter beside the one that questions and citations lead to.

    Attributes:
        viewer: the second viewer.
        choice: the documents to choose from.

    Signals:
        closed: the reviewer is done with it.
    """

    closed = Signal()

    def __init__(self, source: PageSource, desk: Desk, icons: Icons) -> None:
        super().__init__()
        self._desk = desk
        self._icons = icons
        self._wanted = ""
        self.viewer = DocumentViewer(source, self, budget=BUDGET)
        self.viewer.setAccessibleName(self.tr("Second document viewer"))
        self.choice = QComboBox()
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        name(self.choice, self.tr("Document at the right"), self.tr("Choose a document"))
        self.choice.activated.connect(self._chosen)
        self.page = label("", "muted")
        self.close_button = icon_button(icons, "close", self.tr("Close the second document"))
        self.close_button.clicked.connect(self.closed)
        bar = QFrame()
        bar.setObjectName("header")
        inside = row(self.choice, 4, self.page, self.close_button, margins=(8, 5, 8, 5))
        inside.setStretch(0, 1)
        bar.setLayout(inside)
        bar.setMinimumHeight(40)
        layout = column(bar, self.viewer)
        layout.setSpacing(0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setMinimumWidth(260)
        self.viewer.pageChanged.connect(self._page_changed)
        self.viewer.citationClicked.connect(self.viewer.set_active_citation)
        desk.document_ready.connect(self._ready)
        desk.opened.connect(self._matter_opened)
        icons.appearance.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for two on a small screen."""
        return QSize(260, 200)

    def set_documents(self, documents: Sequence[tuple[str, str]]) -> None:
        """Offer these documents, each by its id and name; one that is gone is no longer shown."""
        self.choice.clear()
        for id, title in documents:
            self.choice.addItem(title, id)
        shown = self.viewer.document
        if shown is not None and shown.id not in {id for id, _ in documents}:
            self.viewer.set_document(None)
            self.viewer.forget(shown.id)
            self.closed.emit()
        self._select()

    def open_beside(self, first: Document | None) -> None:
        """Show what was shown here last, or a document other than the first viewer's."""
        self.show()
        if self.viewer.document is None and self.choice.count():
            ids = [str(self.choice.itemData(n)) for n in range(self.choice.count())]
            others = [id for id in ids if first is None or id != first.id]
            self.show_document((others or ids)[0])
        self.viewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_document(self, document_id: str) -> None:
        """Show a document."""
        self._wanted = document_id
        self._desk.show(document_id)

    def set_run(self, slices: Sequence[Span], citations: Sequence[Citation]) -> None:
        """Lay what was read and what is cited over the text, as in the first viewer."""
        self.viewer.set_inspected(slices)
        self.viewer.set_cited([(citation.n, citation.span) for citation in citations])

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Set the reviewer's marks."""
        self.viewer.set_marks(marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where it has nothing else to do here, ends the second document."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _matter_opened(self) -> None:
        self._wanted = ""
        self.viewer.set_document(None)
        self.closed.emit()

    def _chosen(self, index: int) -> None:
        self.show_document(str(self.choice.itemData(index)))

    def _ready(self, document: Document) -> None:
        shown = self.viewer.document
        wanted = document.id == self._wanted
        if wanted or (shown is not None and shown.id == document.id):
            self.viewer.set_document(document)
            self.viewer.retry()
        if wanted:
            self._wanted = ""
            self._select()
            self._page_changed(self.viewer.current_page)

    def _select(self) -> None:
        document = self.viewer.document
        self.choice.setCurrentIndex(
            self.choice.findData(document.id) if document is not None else -1
        )

    def _page_changed(self, index: int) -> None:
        document = self.viewer.document
        if document is None or not document.pages:
            self.page.clear()
            return
        page = document.pages[min(index, len(document.pages) - 1)]
        number, total = str(page.index + 1), len(document.pages)
        if page.label and page.label != number:
            words = self.tr("{label} ({n} of {total})")
        else:
            words = self.tr("{n} of {total}")
        self.page.setText(words.format(label=page.label, n=number, total=total))

    def _recolour(self) -> None:
        theme = self._icons.appearance.theme
        self.viewer.set_colors(OverlayColors.from_mapping(theme.overlay))
