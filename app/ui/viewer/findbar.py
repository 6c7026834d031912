"""The find bar: what to look for, how many there are, next and previous."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.language.numerals import number

TYPING_MS = 120


class FindBar(QFrame):
    """Asks what to find.

    Attributes:
        edit: the text to find; `count` how often it is there.
        case, words, previous, following, shut: the buttons; the window may give them icons.

    Signals:
        wanted: the text, whether case counts, whether only whole words do.
        nextWanted, previousWanted: go on, or back.
        closed: the reviewer is done.
        restyled: its font is another, and so is the room that it needs.
    """

    wanted = Signal(str, bool, bool)
    nextWanted = Signal()
    previousWanted = Signal()
    closed = Signal()
    restyled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAutoFillBackground(True)
        self.edit = QLineEdit(placeholderText=self.tr("Find in document"), clearButtonEnabled=True)
        self.edit.setAccessibleName(self.tr("Find in document"))
        self.case = self._toggle(self.tr("Case"), self.tr("Match case"))
        self.words = self._toggle(self.tr("Words"), self.tr("Whole words only"))
        self.count = QLabel()
        self.count.setAccessibleName(self.tr("Matches"))
        self.previous = self._button("↑", self.tr("Previous match (Shift+F3)"))
        self.following = self._button("↓", self.tr("Next match (F3)"))
        self.shut = self._button("✕", self.tr("Close (Esc)"))
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 6, 10, 6)
        rows.setSpacing(4)
        for row in (self._first, self._second):
            row.setSpacing(6)
            rows.addLayout(row)
        self._options = (self.previous, self.following, self.case, self.words)
        self._in_two = False
        for widget in (self.edit, self.count, *self._options, self.shut):
            self._first.addWidget(widget)
        self._first.setStretch(0, 1)
        self._measure()
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._ask)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.textChanged.connect(self._on_cleared)
        self.case.toggled.connect(self._ask)
        self.words.toggled.connect(self._ask)
        self.previous.clicked.connect(self.previousWanted)
        self.following.clicked.connect(self.nextWanted)
        self.shut.clicked.connect(self.closed)

    def fit(self, room: int) -> QSize:
        """The size to take in a view so many pixels wide; in a narrow one it stands in two rows."""
        wide = self._width(self.edit, self.count, *self._options, self.shut)
        self._stand_in_two(room < wide)
        # Room for a few words beside the buttons; a narrow view takes it from these words.
        wanted = wide + self.fontMetrics().averageCharWidth() * 14
        self._rows.activate()
        return QSize(min(room, wanted), self.sizeHint().height())

    def _width(self, *widgets: QWidget) -> int:
        """What widgets need side by side in the bar."""
        margins = self._rows.contentsMargins()
        needed = sum(max(w.minimumWidth(), w.minimumSizeHint().width()) for w in widgets)
        gaps = self._first.spacing() * (len(widgets) - 1)
        return needed + gaps + margins.left() + margins.right()

    def _stand_in_two(self, on: bool) -> None:
        if on == self._in_two:
            return
        self._in_two = on
        for at, widget in enumerate(self._options):
            if on:
                self._second.addWidget(widget)
            else:
                self._first.insertWidget(2 + at, widget)

    def _measure(self) -> None:
        """Some words, and the longest count, are to be seen in any font."""
        metrics = self.fontMetrics()
        self.edit.setMinimumWidth(metrics.averageCharWidth() * 12)
        self.count.setMinimumWidth(metrics.horizontalAdvance("00000 / 00000"))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
            self.restyled.emit()

    def open_with(self, text: str) -> None:
        """Show the bar with the cursor in it, and `text` in place of what was there, if any."""
        self.show()
        if text:
            self.edit.setText(text)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()
        self.ask()

    def ask(self) -> None:
        """Say again what is wanted."""
        self._ask()

    @Slot(int, int)
    def show_count(self, current: int, total: int) -> None:
        """Show which match is the current one."""
        if not self.edit.text().strip():
            text = ""
        elif not total:
            text = self.tr("No match")
        else:
            text = self.tr("{current} of {total}").format(
                current=number(current), total=number(total)
            )
        self.count.setText(text)
        missing = bool(self.edit.text().strip()) and not total
        if self.edit.property("missing") != missing:
            self.edit.setProperty("missing", missing)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive():
                self._ask()
            elif shifted:
                self.previousWanted.emit()
            else:
                self.nextWanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _toggle(self, text: str, tip: str) -> QToolButton:
        button = self._button(text, tip)
        button.setCheckable(True)
        return button

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @Slot()
    def _on_typed(self) -> None:
        self._typing.start()

    @Slot(str)
    def _on_cleared(self, text: str) -> None:
        if not text:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        self._typing.stop()
        self.wanted.emit(self.edit.text(), self.case.isChecked(), self.words.isChecked())
