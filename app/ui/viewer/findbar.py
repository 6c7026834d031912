"""The find bar: what to look for, how many there are, next and previous."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

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
    """

    wanted = Signal(str, bool, bool)
    nextWanted = Signal()
    previousWanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAutoFillBackground(True)
        self.edit = QLineEdit(placeholderText=self.tr("Find in document"), clearButtonEnabled=True)
        self.edit.setAccessibleName(self.tr("Find in document"))
        self.edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.case = self._toggle(self.tr("Case"), self.tr("Match case"))
        self.words = self._toggle(self.tr("Words"), self.tr("Whole words only"))
        self.count = QLabel()
        self.count.setAccessibleName(self.tr("Matches"))
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("00000 / 00000"))
        self.previous = self._button("↑", self.tr("Previous match (Shift+F3)"))
        self.following = self._button("↓", self.tr("Next match (F3)"))
        self.shut = self._button("✕", self.tr("Close (Esc)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(6)
        layout.addWidget(self.edit, 1)
        for widget in (
            self.count, self.previous, self.following, self.case, self.words, self.shut
        ):  # fmt: skip
            layout.addWidget(widget)
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._ask)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.textChanged.connect(self._on_cleared)
        self.case.toggled.connect(self._ask)
        self.words.toggled.connect(self._ask)
        self.previous.clicked.connect(self.previousWanted)
        self.following.clicked.connect(self.nextWanted)
        self.shut.clicked.connect(self.closed)

    def sizeHint(self) -> QSize:
        """Room for a few words beside the buttons; a narrow view takes it from these words."""
        hint = super().sizeHint()
        return QSize(hint.width() + self.fontMetrics().averageCharWidth() * 14, hint.height())

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
