"""One claim of an answer: its words, selectable, with the chips of its citations behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextEdit, QWidget

from app.recursion.results import Citation, Claim
from app.ui.answers.chip import Chip
from app.ui.appearance.theme import Appearance
from app.ui.widgets.basic import label

_GAP = 4


class ClaimView(QTextEdit):
    """Text as high as it needs to be; chips follow its last word.

    Attributes:
        claim: what it shows.
        chips: one for each citation, in order.
        unproven: the badge shown where there is none.
    """

    def __init__(
        self,
        claim: Claim,
        citations: Sequence[Citation],
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.claim = claim
        self._appearance = appearance
        self.setObjectName("bare")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setPlainText(claim.text)
        self.setAccessibleName(claim.text)
        self.chips = [Chip(citation, appearance, self.viewport()) for citation in citations]
        self.unproven: QLabel | None = None
        if not self.chips:
            self.unproven = label(self.tr("no evidence"), "badge")
            self.unproven.setProperty("tone", "warning")
            self.unproven.setToolTip(
                self.tr("No passage was found that states this. Check it yourself.")
            )
            self.unproven.setParent(self.viewport())
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text and the chips out for the new width."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the panel."""
        event.ignore()

    def _place(self) -> None:
        """Put the chips behind the last word, in rows, and take the height that all needs."""
        if not hasattr(self, "chips"):
            return
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        caret = self.cursorRect(end)
        tail: list[QWidget] = [*self.chips]
        if self.unproven is not None:
            tail.append(self.unproven)
        x, y, line = caret.right() + _GAP + 2, caret.top(), caret.height()
        for widget in tail:
            size = widget.sizeHint()
            if x + size.width() > self.viewport().width() and x > 0:
                x, y = 0, y + line + 3
            widget.setGeometry(x, y + (line - size.height()) // 2, size.width(), size.height())
            widget.show()
            x += size.width() + _GAP
        height = max(caret.bottom(), y + line) + 3
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
