"""Where the reviewer asks: the question, how thoroughly to look, Run and Stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPlainTextEdit, QPushButton, QWidget

from app.recursion.budget import Depth, Limits
from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.language.numerals import number, plural
from app.ui.runs.aim import Aim, AimNote
from app.ui.widgets.basic import name
from app.ui.widgets.buttons import Segments, push_button, sized
from app.ui.widgets.layouts import column, row

_MOST_LINES = 8
_EDGES = 22
"""Pixels at the left and the right of what is in the card."""


class QuestionBox(QPlainTextEdit):
    """A text box that grows with its text, from two lines to eight.

    Signals:
        submitted: Ctrl+Return was pressed.
    """

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._grow)
        self._grow()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words may be dropped here; files are for the window, which adds them to the matter."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return runs; everything else is typed."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def _grow(self) -> None:
        lines = self.document().documentLayout().documentSize().height()
        shown = min(_MOST_LINES, max(2, round(lines)))
        height = shown * self.fontMetrics().lineSpacing() + 8
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)


class QuestionPanel(QFrame):
    """The card with the question box.

    Signals:
        run_asked: the question, when Run was pressed or Ctrl+Return.
        depth_changed: the depth, when the reviewer chose one.
    """

    run_asked = Signal(str)
    depth_changed = Signal(str)

    def __init__(self, icons: Icons, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._actions = actions
        self.box = QuestionBox()
        name(self.box, self.tr("Question"))
        self.box.submitted.connect(self._submit)
        self.box.textChanged.connect(self._update)
        self.depths = Segments(self._choices(), self.tr("Depth"))
        self.depths.chosen.connect(self.depth_changed)
        self.run: QPushButton = push_button(self.tr("Run"), "primary", icons, "play")
        self.run.setToolTip(actions["run"].toolTip())
        self.run.clicked.connect(self._submit)
        self.stop: QPushButton = push_button(self.tr("Stop"), "danger", icons, "stop")
        icons.bind(self.stop, "stop", "danger")
        self.stop.setToolTip(actions["stop"].toolTip())
        self.stop.clicked.connect(actions["stop"].trigger)
        self._icons = icons
        self.pause: QPushButton = push_button(self.tr("Pause"))
        icons.bind(self.pause, "pause")
        self.pause.setToolTip(actions["pause"].toolTip())
        self.pause.clicked.connect(actions["pause"].trigger)
        for button in (self.stop, self.pause):
            button.hide()
        for button in (self.run, self.pause, self.stop):
            sized(button, 14)
        self.note = AimNote(icons)
        self.note.dropped.connect(self._drop_aim)
        self._aim: Aim | None = None
        self._buttons = row(0, self.run, self.pause, self.stop)
        self._below = row(self.depths, self._buttons)
        self._below.setStretch(1, 1)
        layout = column(self.note, self.box, self._below, margins=(_EDGES - 10, 10, 10, 10))
        layout.setSpacing(8)
        self.setLayout(layout)
        actions["run"].changed.connect(self._update)
        actions["stop"].changed.connect(self._update)
        actions["pause"].changed.connect(self._update)
        self.set_pages(0)
        self._update()

    def event(self, event: QEvent) -> bool:
        """Put the buttons below the depths where there is no room for them beside."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            least = self.depths.sizeHint().width() + self._buttons.sizeHint().width()
            tight = self.contentsRect().width() - _EDGES < least + self._below.spacing()
            below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._below.setDirection(below if tight else beside)
        return super().event(event)

    @property
    def question(self) -> str:
        """What the box holds."""
        return self.box.toPlainText().strip()

    @property
    def aim(self) -> Aim | None:
        """What the question is about, or None for everything."""
        return self._aim

    def set_question(self, text: str, aim: Aim | None = None) -> None:
        """Put a question into the box; `aim` says what it is about, where that is less."""
        self.box.setPlainText(text)
        self.box.moveCursor(self.box.textCursor().MoveOperation.End)
        self._aim = aim
        self.note.show_aim(aim)

    def take_aim(self, aim: Aim) -> None:
        """Have the next question be about something; what was typed stays."""
        self._aim = aim
        self.note.show_aim(aim)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen_depth(self) -> Depth:
        """How thoroughly to look."""
        return Depth(self.depths.choice)

    def set_pages(self, pages: int) -> None:
        """Invite a question about so many pages, and say what each depth comes to over them."""
        self.box.setPlaceholderText(
            self.tr("Ask a question about these documents")
            if pages
            else self.tr("Add documents first, then ask about them")
        )
        self.box.viewport().update()  # WORKAROUND: Qt does not paint the new words by itself.
        for key, _, tip in self._choices():
            words = tip
            if key == Depth.EXHAUSTIVE and pages:
                words += "\n" + plural(
                    pages, self.tr("Here: 1 page to read."), self.tr("Here: {n} pages to read.")
                )
            self.depths.set_tip(key, words)

    def _choices(self) -> list[tuple[str, str, str]]:
        """Key, title and tooltip of each depth; the figures are the limits in force."""
        titles = {
            Depth.QUICK: (self.tr("Quick"), self.tr("Reads the likeliest passages.")),
            Depth.STANDARD: (self.tr("Standard"), self.tr("Widens the search where it must.")),
            Depth.EXHAUSTIVE: (self.tr("Exhaustive"), self.tr("Reads every page if need be.")),
        }
        rows = []
        for depth, (title, words) in titles.items():
            limits = Limits.of(depth)
            minutes = limits.seconds / 60
            most = self.tr("At most {minutes} min and {calls} sub-calls.").format(
                minutes=number(minutes), calls=number(limits.subcalls)
            )
            rows.append((str(depth), title, f"{words}\n{most}"))
        return rows

    def _drop_aim(self) -> None:
        self._aim = None
        self.note.show_aim(None)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if self.question and self._actions["run"].isEnabled():
            self.run_asked.emit(self.question)

    def _update(self) -> None:
        running = self._actions["stop"].isEnabled()
        self.stop.setVisible(running)
        self.pause.setVisible(running)
        # How thoroughly to look is settled once a run goes on.
        self.depths.setVisible(not running)
        pause = self._actions["pause"]
        if not running:
            pause.setChecked(False)
        words = self.tr("Go on") if pause.isChecked() else self.tr("Pause")
        if self.pause.text() != words:
            self.pause.setText(words)
            self._icons.bind(self.pause, "play" if pause.isChecked() else "pause")
        self.run.setVisible(not running)
        self.run.setEnabled(bool(self.question) and self._actions["run"].isEnabled())
