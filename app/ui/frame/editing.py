"""Cut, copy, paste and select all: what they mean where the focus is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.ui.actions.actions import Actions
from app.ui.reading.side_by_side import SideBySide

_Box = QLineEdit | QPlainTextEdit | QTextEdit


class Editing(QObject):
    """Does with the words in focus what the entries of the menu say.

    Where nothing in focus has words, the viewer is meant.

    Signals:
        changed: what is possible is another now.
    """

    changed = Signal()

    def __init__(self, reading: SideBySide, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._open = 0
        actions.opened.connect(self._menu_opened)
        actions.closed.connect(self._menu_closed)

    @property
    def possible(self) -> set[str]:
        """What can be done now, of "cut", "copy", "paste" and "select_all".

        It is looked at only while a menu shows it. Not every box and list tells what is selected in
        it, and a key must not be dead because of what was so a while ago; it may do nothing.
        """
        if not self._open:
            return {"cut", "copy", "paste", "select_all"}
        focus = self._focus
        written = isinstance(focus, _Box) and not focus.isReadOnly()
        can = {
            "cut": written and self._has_selection,
            "copy": self._has_selection,
            "paste": written and bool(QGuiApplication.clipboard().text()),
            "select_all": self._has_text,
        }
        return {what for what, is_so in can.items() if is_so}

    def cut(self) -> None:
        """Take the selected words away, to be put elsewhere."""
        if isinstance(self._focus, _Box):
            self._focus.cut()

    def paste(self) -> None:
        """Put in what was copied."""
        if isinstance(self._focus, _Box):
            self._focus.paste()

    def copy(self) -> None:
        """Copy what is selected: words, or the lines of a list."""
        match self._focus:
            case QLineEdit() | QPlainTextEdit() | QTextEdit() as box:
                box.copy()
            case QLabel() as words:
                QGuiApplication.clipboard().setText(words.selectedText())
            case QAbstractItemView() as view:
                QGuiApplication.clipboard().setText(lines(view))
            case _:
                self._reading.viewer.copy()

    def select_all(self) -> None:
        """Select all there is to select."""
        match self._focus:
            case QLineEdit() | QPlainTextEdit() | QTextEdit() | QAbstractItemView() as part:
                part.selectAll()
            case QLabel() as words:
                words.setSelection(0, len(words.text()))
            case _:
                self._reading.viewer.select_all()

    def _menu_opened(self) -> None:
        self._open += 1
        self.changed.emit()

    def _menu_closed(self) -> None:
        self._open -= 1
        self.changed.emit()

    @property
    def _focus(self) -> QWidget | None:
        return self._reading.window().focusWidget()

    @property
    def _has_selection(self) -> bool:
        match self._focus:
            case QLineEdit() as line:
                return line.hasSelectedText()
            case QPlainTextEdit() | QTextEdit() as box:
                return box.textCursor().hasSelection()
            case QLabel() as words:
                return words.hasSelectedText()
            case QAbstractItemView() as view:
                return bool(lines(view))
            case _:
                return self._reading.viewer.selection is not None

    @property
    def _has_text(self) -> bool:
        match self._focus:
            case QLineEdit() | QLabel() as words:
                return bool(words.text())
            case QPlainTextEdit() | QTextEdit() as box:
                return not box.document().isEmpty()
            case QAbstractItemView() as view:
                several = view.selectionMode() != QAbstractItemView.SelectionMode.SingleSelection
                return several and view.model() is not None and view.model().rowCount() > 0
            case _:
                return self._reading.viewer.document is not None


def lines(view: QAbstractItemView) -> str:
    """The words of the selected items, a row to a line, its columns parted by tabs."""
    chosen = view.selectionModel()
    if chosen is None:
        return ""
    rows: dict[tuple[int, ...], list[str]] = {}
    for index in sorted(chosen.selectedIndexes(), key=QModelIndex.column):
        path, above = [index.row()], index.parent()
        while above.isValid():
            path.insert(0, above.row())
            above = above.parent()
        rows.setdefault(tuple(path), []).append(str(index.data() or ""))
    return "\n".join("\t".join(cells) for _, cells in sorted(rows.items()))
