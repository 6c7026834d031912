"""Which files of an import were not read, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from app.ui.documents.item import DocumentItem
from app.ui.widgets.basic import label, name
from app.ui.widgets.layouts import column


class UnreadDialog(QDialog):
    """A list of files that can be read through and copied.

    Attributes:
        text: the list: what is wrong with each file that was tried, then those of other kinds.
    """

    def __init__(
        self, unread: Sequence[DocumentItem], left_out: Sequence[Path], parent: QWidget
    ) -> None:
        """`unread` were tried; `left_out` were not, for what they are."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not read"))
        self.setMinimumWidth(620)
        lines = [*(item.message for item in unread), *map(str, left_out)]
        self.text = QPlainTextEdit("\n".join(lines))
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(220)
        name(self.text, self.windowTitle())
        lead = label(
            self.tr(
                "Pincite reads PDF, Word (.docx), HTML, Markdown and text. A file of another kind "
                "can be added once it is saved as one of these."
            ),
            "muted",
            wrap=True,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.setLayout(column(lead, self.text, buttons, margins=(20, 16, 20, 16)))
