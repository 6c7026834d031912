"""The text of the page in view, for a screen reader: a page itself is but a picture to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.documents.document import Document
from app.ui.widgets.floating import KeptInPlace

MOST = 10_000
"""Characters of a page that are read out; a page of a printed book has 3,000."""

_REST_MS = 150
_FRAME = 2
_OF_THE_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space)


class PageText(QPlainTextEdit):
    """Lies over the pages and shows nothing; a screen reader finds the words in it.

    With the focus it has a caret, and can be read by lines, words and letters. It is there only
    while something on this machine reads screens: nobody else needs one more stop for Tab.
    """

    def __init__(self, over: QWidget) -> None:
        """`over`: the widget on which pages are painted."""
        super().__init__(over)
        self.setObjectName("bare")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setAutoFillBackground(False)
        self.setAcceptDrops(False)
        # The menu is the viewer's.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._over = over
        self._document: Document | None = None
        self._page = 0
        self._shown: tuple[str, int] | None = None
        # Whoever scrolls past pages has none of them read out.
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._take)
        KeptInPlace(self, over, self._place)
        self.hide()

    def show_page(self, document: Document | None, page: int) -> None:
        """Have a page's text at hand, once the view rests on it."""
        self._document, self._page = document, page
        if QAccessible.isActive():
            self._rest.start()

    def _take(self) -> None:
        document = self._document
        wanted = (document.id, self._page) if document is not None and document.pages else None
        self.setVisible(wanted is not None)
        if document is None or wanted is None or wanted == self._shown:
            return
        self._shown = wanted
        page = document.pages[self._page]
        self.setAccessibleName(self.tr("Text of page {label}").format(label=page.label))
        words = document.text[page.start : min(page.end, page.start + MOST)]
        self.setPlainText(words.strip() or self.tr("There is no text on this page."))
        self._place()

    def _place(self) -> None:
        """Lie over the pages, however large they are shown."""
        self.setGeometry(self._over.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw no words: they stand on the page. A frame says that the focus is here."""
        if self.hasFocus():
            painter = QPainter(self.viewport())
            pen = painter.pen()
            pen.setColor(self.palette().accent().color())
            pen.setWidth(_FRAME)
            painter.setPen(pen)
            inset = _FRAME // 2
            painter.drawRect(self.viewport().rect().adjusted(inset, inset, -inset, -inset))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the pages what turns them."""
        if event.key() in _OF_THE_PAGES:
            event.ignore()
        else:
            super().keyPressEvent(event)
