"""The scrolled surface: paints the pages in view, asks for their images, hears wheel and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.documents.process import Link
from app.ui.viewer.base import OverlayColors
from app.ui.viewer.camera import PageCamera
from app.ui.viewer.drawing import ImageKey
from app.ui.viewer.geometry import Place
from app.ui.viewer.overlays import Overlays
from app.ui.viewer.page_text import PageText
from app.ui.viewer.pages import PageImages, sharp_scale
from app.ui.viewer.painting import PagePainter, PageView

STEP = 1.2
FRAME_MS = 33
SETTLE_MS = 70


class PageArea(PageCamera):
    """All pages of one document, one below the other, of which only those in view are painted.

    Attributes:
        overlays: what lies over the text.

    Signals:
        scrolledByHand: the reviewer scrolled, by wheel, key or scroll bar.
    """

    scrolledByHand = Signal()

    def __init__(self, images: PageImages, overlays: Overlays, parent: QWidget) -> None:
        super().__init__(parent)
        self.overlays = overlays
        self._images = images
        self._painter = PagePainter(OverlayColors())
        self._heading = 1
        self._fade = QTimer(self, interval=FRAME_MS)
        self._fade.timeout.connect(self._on_fade)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self.request)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Document pages"))
        self._text = PageText(self.viewport())
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().actionTriggered.connect(self._on_hand)
        images.arrived.connect(self._on_image)

    @property
    def colors(self) -> OverlayColors:
        """The colours in use."""
        return self._painter.colors

    def set_colors(self, colors: OverlayColors) -> None:
        """Paint with other colours."""
        self._painter = PagePainter(colors, self._painter.night)
        self.viewport().update()

    @property
    def night(self) -> bool:
        """Whether pages are shown dark."""
        return self._painter.night

    def set_night(self, on: bool) -> None:
        """Show pages dark, or as they are."""
        self._painter = PagePainter(self._painter.colors, on)
        self.request()
        self.viewport().update()

    def _key(self, page: int) -> ImageKey:
        assert self._document is not None
        size = self._document.pages[page]
        wanted = self._layout.scale * self.viewport().devicePixelRatioF()
        scale = sharp_scale(wanted, size.width, size.height)
        return ImageKey(page, scale, self.rotation, self.night)

    @Slot()
    def request(self) -> None:
        """Ask for the images in view, nearest the middle first, then for those ahead."""
        if self._document is None or not self.isVisible():
            return
        pages = self.visible_pages()
        middle = self.current_page
        order = sorted(pages, key=lambda p: abs(p - middle))
        step = 2 if self.two_pages else 1
        near = pages.stop if self._heading > 0 else pages.start - step
        far = pages.start - step if self._heading > 0 else pages.stop
        beside = [*range(near, near + step), *range(far, far + step)]
        ahead = [p for p in beside if 0 <= p < len(self._layout)]
        self._images.want([self._key(p) for p in order], [self._key(p) for p in ahead])

    @Slot(int)
    def _on_image(self, page: int) -> None:
        if page in self.visible_pages():
            self.viewport().update(self.view_rect(page).toAlignedRect())

    def link_at(self, place: Place) -> Link | None:
        """The link at a place."""
        for link in self._images.links(place.page):
            if link.x0 <= place.x <= link.x1 and link.y0 <= place.y <= link.y1:
                return link
        return None

    def page_view(self, page: int) -> PageView:
        """A page as it is to be painted now."""
        assert self._document is not None
        key = self._key(page)
        sharp = self._images.sharp(key)
        image = sharp if sharp is not None else self._images.stand_in(key)
        problem = self._images.problem(page)
        return PageView(
            self._document.pages[page],
            self.view_rect(page),
            self.transform(page),
            image,
            sharp is not None,
            problem,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.colors.canvas))
        for page in self.visible_pages():
            if self.view_rect(page).adjusted(-4, -4, 4, 4).intersects(QRectF(event.rect())):
                self._painter.paint(painter, self.page_view(page), self.overlays)
        painter.end()

    def say_page(self) -> None:
        """Tell a screen reader where the view is, and what stands there."""
        document, words = self.document, ""
        if document is not None and document.pages:
            page = document.pages[self.current_page]
            words = self.tr("{name}, page {label}, {n} of {total}").format(
                name=document.name, label=page.label, n=page.index + 1, total=len(document.pages)
            )
        self.setAccessibleDescription(words)
        self._text.show_page(document, self.current_page)

    def animate(self) -> None:
        """Repaint until nothing in the overlays moves any more."""
        self.viewport().update()
        if not self._fade.isActive():
            self._fade.start()

    @Slot()
    def _on_fade(self) -> None:
        if not self.overlays.tick():
            self._fade.stop()
        self.viewport().update()

    # -- events -------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and say what is wanted next."""
        if dy:
            self._heading = -1 if dy > 0 else 1
        self.viewport().update()
        self.request()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit."""
        super().resizeEvent(event)
        self._set_ranges()
        self._refit()
        self._settle.start()
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was not asked for while nobody could see it."""
        super().showEvent(event)
        self._settle.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the words of the page at hand: a screen reader may have been started meanwhile."""
        super().focusInEvent(event)
        self._text.show_page(self.document, self.current_page)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew where the screen's density changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom at the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            self.set_zoom(self._zoom * STEP**turns, event.position())
            event.accept()
            return
        self.scrolledByHand.emit()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by page, by line and to either end; leave every other key to the viewer."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        page, line = bar.pageStep(), bar.singleStep()
        steps = {
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        sideways = {Qt.Key.Key_Left: -line, Qt.Key.Key_Right: line}
        if key == Qt.Key.Key_Space and shifted:
            self._by_hand(-page)
        elif others & ~Qt.KeyboardModifier.ControlModifier or (
            others and key not in (Qt.Key.Key_Home, Qt.Key.Key_End)
        ):
            event.ignore()
        elif key in steps:
            self._by_hand(steps[key])
        elif key in sideways:
            side = self.horizontalScrollBar()
            side.setValue(side.value() + sideways[key])
        else:
            event.ignore()

    def _by_hand(self, pixels: int) -> None:
        self.scrolledByHand.emit()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._settle.start()

    @Slot(int)
    def _on_hand(self, _action: int) -> None:
        self.scrolledByHand.emit()
