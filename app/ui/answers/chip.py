"""The numbered chips that lead from a claim to its passage, and the preview of the quote."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from app.recursion.results import Citation
from app.ui.appearance.theme import Appearance
from app.ui.language.numerals import quoted
from app.ui.widgets.basic import label, restyle
from app.ui.widgets.layouts import column

_HOVER_MS = 140
_QUOTE = 420


class Chip(QAbstractButton):
    """A citation's number as a round-cornered button; keyboard reachable.

    Signals:
        activated: the number, when clicked.
        pointed: the number and this chip, when the pointer or the focus rests on it.
        left: pointer or focus went away.
    """

    activated = Signal(int)
    pointed = Signal(int, object)
    left = Signal()

    def __init__(self, citation: Citation, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = citation.n
        self._passed = citation.check.passed
        self._earlier = bool(citation.origin)
        self._active = False
        self._appearance = appearance
        self.setText(str(citation.n))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spoken = (
            self.tr("Citation {n}, from an earlier run: {document}, page {page}")
            if self._earlier
            else self.tr("Citation {n}: {document}, page {page}")
        )
        self.setAccessibleName(
            spoken.format(n=citation.n, document=citation.document_name, page=citation.label)
        )
        self.setAccessibleDescription(citation.quote)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HOVER_MS)
        self._timer.timeout.connect(self._tell)
        self.clicked.connect(self._clicked)
        appearance.changed.connect(self.updateGeometry)

    def set_active(self, active: bool) -> None:
        """Mark as the one whose passage is on show."""
        if active != self._active:
            self._active = active
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as its number."""
        px = self._appearance.px
        width = max(px(19), self.fontMetrics().horizontalAdvance(self.text()) + px(9))
        return QSize(width, px(17))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip in the theme's colours."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._active or self.underMouse() or self.isDown()
        base = "accent" if self._passed else "warning"
        quiet = "raised" if self._earlier else f"{base}_soft"
        painter.setBrush(theme.colour(base if strong else quiet))
        edge = QPen(theme.colour("accent_border" if self._passed else "warning"))
        if self._earlier:  # Hollow and dashed: this run did not find it itself.
            edge = QPen(theme.colour(base), 1, Qt.PenStyle.DashLine)
            edge.setDashPattern([2.5, 2])
        if self.hasFocus():
            edge = QPen(theme.colour("text"))
        painter.setPen(edge)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(theme.colour("accent_text" if strong else base))
        font = self.font()
        font.setPixelSize(self._appearance.px(11))
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the quote once the pointer rests."""
        super().enterEvent(event)
        self._timer.start()

    def leaveEvent(self, event: QEvent) -> None:
        """Put the quote away."""
        super().leaveEvent(event)
        self._timer.stop()
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the quote to those who come by keyboard too."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._timer.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the quote away."""
        super().focusOutEvent(event)
        self._timer.stop()
        self.left.emit()

    def _tell(self) -> None:
        self.pointed.emit(self.number, self)

    def _clicked(self) -> None:
        self._timer.stop()  # The passage itself is shown: its preview would lie over the card.
        self.activated.emit(self.number)


class QuotePreview(QFrame):
    """A small floating card with a citation's quote, document and page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.place = label("", "strong", wrap=True)
        self.quote = label("", "", wrap=True)
        self.checked = label("", "small", wrap=True)
        self.earlier = label(
            self.tr("Found by an earlier run, judged anew for this question"), "small", wrap=True
        )
        layout = column(
            self.place, self.quote, self.checked, self.earlier, margins=(14, 10, 14, 11)
        )
        layout.setSpacing(5)
        self.setLayout(layout)
        self.setFixedWidth(380)

    def show_for(self, citation: Citation, place: str, checked: str, chip: QWidget) -> None:
        """Show a citation below its chip, inside the window."""
        self.place.setText(place)
        self.quote.setText(quoted(shortened(citation.quote)))
        self.checked.setText(checked)
        restyle(self.checked, role="success" if citation.check.passed else "warning")
        self.earlier.setVisible(bool(citation.origin))
        self.adjustSize()
        at = chip.mapToGlobal(QPoint(-20, chip.height() + 6))
        room = chip.window().geometry()
        x = max(room.left() + 8, min(at.x(), room.right() - self.width() - 8))
        y = at.y()
        if y + self.height() > room.bottom() - 8:
            y = chip.mapToGlobal(QPoint(0, 0)).y() - self.height() - 6
        self.move(x, y)
        self.show()


def shortened(quote: str, limit: int = _QUOTE) -> str:
    """A quote on one line, its middle left out where it is long; the whole stands in the list."""
    words = " ".join(quote.split())
    if len(words) <= limit:
        return words
    half = limit // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
