"""The viewer as the window sees it: pages, coverage strip and find bar, working together."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.documents.document import Document
from app.documents.process import Link
from app.ui.viewer.area import PageArea
from app.ui.viewer.base import OverlayColors, PageSource
from app.ui.viewer.find_control import FindControl
from app.ui.viewer.geometry import Place
from app.ui.viewer.history import History
from app.ui.viewer.keys import ViewerKeys
from app.ui.viewer.menu import page_menu
from app.ui.viewer.mouse import PageMouse
from app.ui.viewer.overlays import Overlays
from app.ui.viewer.pages import BUDGET, PageImages
from app.ui.viewer.place_controls import PlaceControls
from app.ui.viewer.strip import CoverageStrip

LINK_MARGIN = 24.0


class DocumentViewer(PlaceControls):
    """Shows one document, scrolling through all its pages, with overlays over its text.

    Actions added to it with `addAction` stand in its context menu, below its own.

    Attributes:
        images: the page images, for thumbnails.

    Signals:
        documentChanged: the `Document` on show, or None; also when going back led to another one.
        pageChanged: the index of the page at the middle of the view.
        citationClicked: the number of a citation that was clicked on a page.
        citationHovered: the number of the citation under the pointer, or None.
        selectionChanged: the selected `Span`, or None.
        linkActivated: the `Link` that was clicked. One within the document was followed already;
            one with a `uri` is for the window to ask about.
        findChanged: the current match, from 1 (0 for none), and how many there are.
    """

    documentChanged = Signal(object)
    pageChanged = Signal(int)
    citationClicked = Signal(int)
    citationHovered = Signal(object)
    selectionChanged = Signal(object)
    linkActivated = Signal(object)
    findChanged = Signal(int, int)

    def __init__(
        self, source: PageSource, parent: QWidget | None = None, *, budget: int = BUDGET
    ) -> None:
        """A viewer without a document.

        Args:
            source: draws the pages.
            parent: as for any widget.
            budget: bytes that page images may take.
        """
        super().__init__(parent)
        self.overlays = Overlays()
        self.images = PageImages(source, budget, self)
        self._area = PageArea(self.images, self.overlays, self)
        self._mouse = PageMouse(self._area)
        self._strip = CoverageStrip(self._area, self.overlays, self)
        self._find = FindControl(self._area, self)
        self._keys = ViewerKeys(self)
        self._history = History()
        self._places: dict[str, Place] = {}
        self._page = 0
        self._following = False
        self._fresh = False
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._strip)
        self.setFocusProxy(self._area)
        self.setAccessibleName(self.tr("Document viewer"))

    def _connect(self) -> None:
        self._area.moved.connect(self._on_moved)
        self._area.moved.connect(self.viewMoved)
        self._area.zoomChanged.connect(self.zoomChanged)
        self._area.scrolledByHand.connect(self._on_hand)
        self._mouse.selected.connect(self._on_selected)
        self._mouse.citationClicked.connect(self.citationClicked)
        self._mouse.citationHovered.connect(self.citationHovered)
        self._mouse.linkClicked.connect(self._on_link)
        self._strip.pageClicked.connect(self.goto_page)
        self._find.found.connect(self._on_found)
        self._find.jumping.connect(self._on_hand)
        self._find.closed.connect(self._area.setFocus)
        self._find.left.connect(self.select)
        # Not a method of this widget: its Python half may be gone by then.
        self.destroyed.connect(self.images.drawer.stop)

    # -- the document -------------------------------------------------------------------------

    def set_document(self, document: Document | None) -> None:
        """Show `document` where it was left last, or from its first page; None: the empty state.

        A refined version of the document on show is taken in without moving anything.
        """
        before = self.document
        if before is not None and document is not None and before.id == document.id:
            self.images.set_document(document)
            self.overlays.refine(document)
            self._area.refine(document)
            self.documentChanged.emit(document)
            return
        here = self._here()
        if here is not None and document is not None:
            self._history.leave(here)
            self._fresh = True
            QTimer.singleShot(0, self._settle_in)
        self._show(document)
        self._tell_history()

    @Slot()
    def _settle_in(self) -> None:
        """From now on a jump is one within this document."""
        self._fresh = False

    def _show(self, document: Document | None) -> None:
        here = self._here()
        if here is not None:
            self._places[here.document.id] = here.place
        self._find.forget()
        self._mouse.selection.clear()
        self.images.set_document(document)
        self.overlays.set_document(document)
        self._area.set_document(document)
        if document is not None and document.id in self._places:
            self._area.restore(self._places[document.id])
        self._strip.refresh()
        self._page = self._area.current_page
        self._area.say_page()
        self.documentChanged.emit(document)
        self.pageChanged.emit(self._page)
        self.selectionChanged.emit(None)
        if document is None:
            self._find.close()
        else:
            self._find.again()

    def retry(self) -> None:
        """Draw again what could not be drawn: a password has come, or the file is back."""
        self.images.retry()
        self._area.request()

    def forget(self, document_id: str) -> None:
        """Drop what is remembered of a document that was removed from the matter."""
        self._places.pop(document_id, None)
        self._history.forget(document_id)
        self._tell_history()

    def set_colors(self, colors: OverlayColors) -> None:
        """Take the colours of the window's theme."""
        self._area.set_colors(colors)
        self._strip.set_colors(colors)

    # -- moves ----------------------------------------------------------------------------------

    @Slot()
    def _on_moved(self) -> None:
        page = self._area.current_page
        if page != self._page:
            self._page = page
            self._area.say_page()
            self.pageChanged.emit(page)

    @Slot()
    def _on_hand(self) -> None:
        self._fresh = False
        self.set_following(False)

    # -- selection ----------------------------------------------------------------------------

    @Slot(object)
    def _on_link(self, link: Link) -> None:
        """Follow a link within the document; hand on one that leads out of it."""
        if link.target is not None:
            self.goto_place(Place(link.target, link.x, max(0.0, link.y - LINK_MARGIN)))
        self.linkActivated.emit(link)

    @Slot()
    def _on_selected(self) -> None:
        self.selectionChanged.emit(self.selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, select, and whatever actions the window added."""
        if self.document is not None:
            page_menu(self, event.globalPos()).popup(event.globalPos())

    # -- find ---------------------------------------------------------------------------------

    @Slot(int, int)
    def _on_found(self, current: int, total: int) -> None:
        self._strip.refresh()
        self.findChanged.emit(current, total)

    # -- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the find bar in its corner."""
        super().resizeEvent(event)
        self._find.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the viewer's keys."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop drawing."""
        self.shutdown()
        super().closeEvent(event)

    def shutdown(self) -> None:
        """Stop the worker thread. Called on close; may be called more than once."""
        self._find.forget()
        self.images.stop()
