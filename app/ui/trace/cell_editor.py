"""A cell of the trace: shown with its colours, and edited to run on from there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.trace.highlighter import PythonHighlighter
from app.ui.widgets.basic import label
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, row

_MOST_LINES = 16


def code_box(title: str, text: str, icons: Icons) -> QPlainTextEdit:
    """A box with source text, as high as it needs to be."""
    box = QPlainTextEdit(text)
    box.setObjectName("code")
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(title)
    box.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    lines = min(_MOST_LINES, sum(1 + len(line) // 60 for line in text.splitlines()) or 1)
    box.setFixedHeight(lines * (box.fontMetrics().lineSpacing() + 1) + 22)
    PythonHighlighter(box.document(), icons.appearance)
    return box


class CellEditor(QWidget):
    """A cell that is only read until the reviewer wants to change it.

    Attributes:
        box: its code.
        change, run, discard: the buttons.

    Signals:
        run_asked: the code that a new run is to go on with.
    """

    run_asked = Signal(str)

    def __init__(self, code: str, icons: Icons, actions: Actions) -> None:
        super().__init__()
        self._code = code
        self._action = actions["edit_cell"]
        self.box = code_box(self.tr("Cell"), code, icons)
        self.change = push_button(self.tr("Edit"), "link")
        self.change.setAccessibleName(self.tr("Edit this cell"))
        self.change.setToolTip(self._action.toolTip())
        self.change.clicked.connect(self.edit)
        self.run = push_button(self.tr("Run on from here"), "primary", icons, "play")
        self.run.clicked.connect(self._run)
        self.discard = push_button(self.tr("Discard"))
        self.discard.clicked.connect(self._discard)
        self.hint = label(
            self.tr(
                "A new run does the turns before this one again, then this cell, then goes on by "
                "itself. The run on show stays as it is."
            ),
            "faint",
            wrap=True,
        )
        head = row(label(self.tr("Cell"), "section"), 0, self.change)
        # Above the code: however long it is, what to do with it stays in sight.
        layout = column(head, row(self.run, self.discard, 0), self.hint, self.box)
        layout.setSpacing(5)
        self.setLayout(layout)
        self.box.textChanged.connect(self._update)
        self._action.changed.connect(self._update)
        self._show(False)

    @property
    def editing(self) -> bool:
        """Whether the cell is being changed."""
        return not self.box.isReadOnly()

    def edit(self) -> None:
        """Let the reviewer change the cell."""
        self._show(True)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, editing: bool) -> None:
        self.box.setReadOnly(not editing)
        self.change.setVisible(not editing)
        for widget in (self.run, self.discard, self.hint):
            widget.setVisible(editing)
        self._update()

    def _update(self) -> None:
        self.change.setEnabled(self._action.isEnabled())
        self.run.setEnabled(self._action.isEnabled() and bool(self.box.toPlainText().strip()))

    def _discard(self) -> None:
        self.box.setPlainText(self._code)
        self._show(False)

    def _run(self) -> None:
        self.run_asked.emit(self.box.toPlainText())
