"""Links that lead out of a document: asked about first, since documents are hostile."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from app.documents.process import Link

SCHEMES = frozenset({"http", "https", "mailto"})
"""What may be handed to the desktop. A `file:` address could start a program."""


class OutsideLinks(QObject):
    """Shows where a link leads, and has the desktop open it if the reviewer says so.

    Attributes:
        box: the question that is open, or was last.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._url = QUrl()
        self._open: QPushButton | None = None
        self._copy: QPushButton | None = None
        self.box: QMessageBox | None = None

    def ask(self, link: Link) -> None:
        """Ask about a link of a page; one within the document was followed already."""
        if not link.uri:
            return
        self._url = QUrl(link.uri.strip())
        box = self.box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Link out of the document"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        shown = self._url.toString() or link.uri
        # Zero-width spaces let a long address wrap; it is shown whole, as it is what is asked.
        box.setText("\u200b".join(shown[i : i + 40] for i in range(0, len(shown), 40)))
        self._copy = box.addButton(self.tr("&Copy address"), QMessageBox.ButtonRole.ActionRole)
        if self._url.isValid() and self._url.scheme().lower() in SCHEMES:
            box.setInformativeText(
                self.tr("The document leads here. Open it outside Pincite? That uses the network.")
            )
            self._open = box.addButton(self.tr("&Open"), QMessageBox.ButtonRole.AcceptRole)
        else:
            box.setInformativeText(
                self.tr("The document leads here. Pincite doesn't open addresses of this kind.")
            )
            self._open = None
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(self._answered)
        box.open()

    def _answered(self, button: QPushButton) -> None:
        if button is self._open:
            QDesktopServices.openUrl(self._url)
        elif button is self._copy:
            QGuiApplication.clipboard().setText(self._url.toString())
