"""The middle of the window: the viewer below its bar of controls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from app.documents.document import Document
from app.ui.actions.actions import Actions
from app.ui.appearance.theme import Appearance
from app.ui.language.numerals import percent
from app.ui.preferences import Viewing
from app.ui.viewer import DocumentViewer, OverlayColors, PageSource
from app.ui.viewer.zooming import Fit
from app.ui.widgets.basic import ElidedLabel, label, name, rule
from app.ui.widgets.buttons import action_button
from app.ui.widgets.floating import KeptInPlace
from app.ui.widgets.layouts import column, row
from app.ui.widgets.panel import Panel

_NARROW, _TIGHT, _NARROWEST = 620, 460, 320


class PageBox(QLineEdit):
    """Where the number or the printed label of a page is typed; Return goes there."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name(self, self.tr("Page"), self.tr("Type a page and press Return  (Ctrl+G)"))


class FollowButton(QPushButton):
    """Floats at the foot of the viewer while a run goes on that is not followed any more."""

    def __init__(self, action: QAction, viewer: QWidget) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self.setText(self.tr("Follow the reading"))
        self.setAccessibleName(self.text())
        self.setToolTip(action.toolTip())
        self.setProperty("role", "pill")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        KeptInPlace(self, viewer, self._place)
        self.hide()

    def show_if(self, on: bool) -> None:
        """Appear, or go."""
        if on and not self.isVisible():
            self._place()
            self.raise_()
        self.setVisible(on)

    def _place(self) -> None:
        """In the middle of the lower edge."""
        self.adjustSize()
        room = self._viewer.rect()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - 18)


class ViewerPane(Panel):
    """Viewer, page box, zoom, back and forward, find, following.

    Signals:
        page_asked: the index of a page that was typed.
    """

    page_asked = Signal(int)

    def __init__(
        self,
        source: PageSource,
        actions: Actions,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.viewer = DocumentViewer(source, self)
        self.follow = FollowButton(actions["following"], self.viewer)
        self.title = ElidedLabel("", "strong", Qt.TextElideMode.ElideMiddle)
        self.page = PageBox()
        self.page.returnPressed.connect(self._page_typed)
        self.pages = label("", "muted")
        self.zoom = label("", "muted")
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._wide_only = [
            action_button(actions["zoom_out"]),
            self.zoom,
            action_button(actions["zoom_in"]),
            rule(vertical=True),
        ]
        self._wide_only[3].setFixedSize(QSize(1, 18))
        self._roomy_only = [action_button(actions[key]) for key in ("fit_width", "fit_page")]
        layout = column(self._make_bar(actions), self.viewer)
        layout.setSpacing(0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.viewer.pageChanged.connect(self._page_changed)
        self.viewer.zoomChanged.connect(self._zoom_changed)
        appearance.changed.connect(self._recolour)
        self._recolour()
        self.show_title(None)

    def _make_bar(self, actions: Actions) -> QFrame:
        bar = QFrame()
        bar.setObjectName("header")
        buttons = row(
            action_button(actions["back"]),
            action_button(actions["forward"]),
            4,
            self.title,
            8,
            self.page,
            self.pages,
            8,
            *self._wide_only,
            *self._roomy_only,
            action_button(actions["find"]),
            action_button(actions["beside"]),
            action_button(actions["following"]),
            margins=(8, 5, 8, 5),
        )
        buttons.setSpacing(2)
        buttons.setStretch(3, 1)
        bar.setLayout(buttons)
        bar.setMinimumHeight(40)
        return bar

    def show_title(self, document: Document | None) -> None:
        """Show a document's name and its number of pages; None: there is none."""
        self.title.setText(document.name if document is not None else "")
        self.page.setEnabled(document is not None)
        if document is None:
            self.page.clear()
            self.pages.clear()
        else:
            total = len(document.pages)
            widest = self.fontMetrics().horizontalAdvance(f"({total} of {total}) ")
            self.pages.setMinimumWidth(widest)
            self._page_changed(self.viewer.current_page)
            self._zoom_changed(self.viewer.zoom)

    @property
    def viewing(self) -> Viewing:
        """How pages are shown."""
        viewer = self.viewer
        return Viewing(
            fit=viewer.fit.name.lower(),
            zoom=viewer.zoom,
            two_pages=viewer.two_pages,
            night=viewer.night,
        )

    def restore(self, viewing: Viewing) -> None:
        """Show pages as they were shown."""
        fits = {fit.name.lower(): fit for fit in Fit}
        fit = fits.get(viewing.fit, Fit.COMFORT)
        self.viewer.set_two_pages(viewing.two_pages)
        self.viewer.set_night(viewing.night)
        self.viewer.set_fit(fit)
        if fit is Fit.FREE:
            self.viewer.set_zoom(viewing.zoom)

    def minimumSizeHint(self) -> QSize:
        """Without the zoom buttons, which a narrow bar leaves out."""
        return QSize(_NARROWEST, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a narrow bar has no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what the bar has room for at this size of text; keys and menus have all of it."""
        px = self._appearance.px
        self.page.setFixedWidth(px(56))
        self.zoom.setFixedWidth(px(46))
        for part in self._wide_only:
            part.setVisible(self.width() >= px(_NARROW))
        for part in (*self._roomy_only, self.pages):
            part.setVisible(self.width() >= px(_TIGHT))

    def focus_page(self) -> None:
        """Put the cursor into the page box."""
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.selectAll()

    def _page_changed(self, index: int) -> None:
        document = self.viewer.document
        if document is None or not document.pages:
            return
        page = document.pages[min(index, len(document.pages) - 1)]
        number = str(page.index + 1)
        if not self.page.hasFocus() or not self.page.isModified():
            self.page.setText(page.label or number)
        total = len(document.pages)
        if page.label and page.label != number:
            words = self.tr("({n} of {total})").format(n=number, total=total)
        else:
            words = self.tr("of {total}").format(total=total)
        self.pages.setText(words)

    def _zoom_changed(self, zoom: float) -> None:
        self.zoom.setText(percent(zoom))

    def _page_typed(self) -> None:
        """Go to the page with that printed label, else to that number."""
        document = self.viewer.document
        typed = self.page.text().strip()
        if document is None:
            return
        index = next((p.index for p in document.pages if p.label == typed), -1)
        if index < 0 and typed.isdecimal() and 1 <= int(typed) <= len(document.pages):
            index = int(typed) - 1
        self.page.setModified(False)
        if index >= 0:
            self.page_asked.emit(index)
            self.viewer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._page_changed(self.viewer.current_page)
            self.page.selectAll()

    def _recolour(self) -> None:
        self._fit()
        self.viewer.set_colors(OverlayColors.from_mapping(self._appearance.theme.overlay))
