"""How far an import is, with Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton

from app.ui.documents.importer import ImportProgress
from app.ui.language.numerals import time_left
from app.ui.widgets.basic import ElidedLabel, name
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, row


class ImportBar(QFrame):
    """How far an import is, with Cancel; there only while one is going on.

    Attributes:
        words: which file is being read, and how many there are.
        cancel: the button.
    """

    def __init__(self, margins: tuple[int, int, int, int] = (14, 6, 12, 8)) -> None:
        super().__init__()
        self.words = ElidedLabel("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        name(self.bar, self.tr("Progress of the import"))
        self.cancel: QPushButton = push_button(self.tr("Cancel"), "link")
        top = row(self.words, self.cancel)
        top.setStretch(0, 1)
        self.setLayout(column(top, self.bar, margins=margins))
        self.hide()

    def show_beginning(self, words: str) -> None:
        """Say what happens before the first file is read; nobody can tell how long that takes."""
        self.bar.setRange(0, 0)
        self.words.setText(words)
        self.cancel.hide()
        self.show()

    def show_progress(self, progress: ImportProgress | None) -> None:
        """Show how far it is; None: it is over."""
        if progress is None:
            self.hide()
            return
        self.cancel.show()
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        words = self.tr("Reading {n} of {total}").format(
            n=min(progress.done + 1, progress.total), total=progress.total
        )
        parts = (words, time_left(progress.left), progress.name)
        self.words.setText(" · ".join(part for part in parts if part))
        self.show()
