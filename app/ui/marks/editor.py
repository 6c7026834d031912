"""What a reviewer says about a mark: note, tags and colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from app.ui.language.numerals import quoted
from app.ui.marks.model import COLOURS
from app.ui.widgets.basic import ElidedLabel, name
from app.ui.widgets.buttons import sized
from app.ui.widgets.layouts import column, form_row, row


class TagCompleter(QCompleter):
    """Completes the last of several tags parted by commas."""

    def splitPath(self, path: str) -> list[str]:
        """The part that is being typed."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: object) -> str:
        """The line with its last part completed."""
        done = super().pathFromIndex(index)  # type: ignore[arg-type]
        field = self.widget()
        before = field.text().rpartition(",")[0] if isinstance(field, QLineEdit) else ""
        return f"{before}, {done}" if before else done


class MarkEditor(QDialog):
    """Edits one mark; Ctrl+Return takes what was typed.

    Signals:
        taken: colour, note and tags.
    """

    taken = Signal(str, str, object)

    def __init__(
        self,
        quote: str,
        colour: str,
        note: str,
        tags: Sequence[str],
        known: Sequence[str],
        parent: QWidget,
    ) -> None:
        """`known`: the tags in use, to be completed."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mark"))
        self.note = self._note_box(note)
        self.tags = self._tag_line(tags, known)
        self.colours = [self._swatch(key, key == colour) for key in COLOURS]
        swatches = QWidget()
        swatches.setLayout(row(*self.colours, 0))
        words = ElidedLabel(quoted(quote), "muted")
        words.setMinimumWidth(380)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form_row(form, self.tr("&Note"), self.note)
        form_row(form, self.tr("&Tags"), self.tags)
        form_row(form, self.tr("&Colour"), swatches)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setProperty("role", "primary")
        layout = column(words, form, buttons, margins=(16, 14, 16, 14))
        layout.setSpacing(12)
        self.setLayout(layout)

    def _note_box(self, note: str) -> QPlainTextEdit:
        box = QPlainTextEdit(note)
        box.setTabChangesFocus(True)
        box.setPlaceholderText(self.tr("What is to be said about it"))
        box.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 18)
        return box

    def _tag_line(self, tags: Sequence[str], known: Sequence[str]) -> QLineEdit:
        line = QLineEdit(", ".join(tags))
        line.setPlaceholderText(self.tr("Issue codes, parted by commas"))
        completer = TagCompleter(QStringListModel(list(known), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        return line

    @property
    def colour(self) -> str:
        """The name of the colour chosen."""
        return next(button.objectName() for button in self.colours if button.isChecked())

    @property
    def chosen_tags(self) -> tuple[str, ...]:
        """The tags typed, each once."""
        parts = (part.strip().lstrip("#").strip() for part in self.tags.text().split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    def accept(self) -> None:
        """Hand on what was typed."""
        self.taken.emit(self.colour, self.note.toPlainText().strip(), self.chosen_tags)
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return saves, from the note too."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _swatch(self, key: str, on: bool) -> QToolButton:
        spoken = {
            "yellow": self.tr("Yellow"),
            "green": self.tr("Green"),
            "blue": self.tr("Blue"),
            "pink": self.tr("Pink"),
        }[key]
        button = QToolButton()
        button.setObjectName(key)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setChecked(on)
        sized(button, 18)
        button.setIcon(_dot(COLOURS[key]))
        name(button, spoken, spoken)
        return button


def _dot(colour: str) -> QIcon:
    """A filled circle."""
    picture = QPixmap(36, 36)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor(colour).darker(130))
    painter.drawEllipse(1, 1, 15, 15)
    painter.end()
    return QIcon(picture)
