"""Links that lead out of a document: asked about first, since documents are hostile."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.documents.process import Link
from app.ui.widgets.choice_box import ChoiceBox

SCHEMES = frozenset({"http", "https", "mailto"})
"""What may be handed to the desktop. A `file:` address could start a program."""


class OutsideLinks(QObject):
    """Shows where a link leads, and has the desktop open it if the reviewer says so."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, link: Link) -> None:
        """Ask about a link of a page; one within the document was followed already."""
        if not link.uri:
            return
        url = QUrl(link.uri.strip())
        shown = url.toString() or link.uri
        if url.isValid() and url.scheme().lower() in SCHEMES:
            below = self.tr(
                "The document leads here. Open it outside Pincite? That uses the network."
            )
            opens = True
        else:
            below = self.tr("The document leads here. Pincite doesn't open addresses of this kind.")
            opens = False
        # Zero-width spaces let a long address wrap; it is shown whole, as it is what is asked.
        words = "\u200b".join(shown[i : i + 40] for i in range(0, len(shown), 40))
        box = ChoiceBox(self.tr("Link out of the document"), words, below, self._window)
        copy = partial(QGuiApplication.clipboard().setText, url.toString())
        box.offer(self.tr("&Copy address"), copy, QMessageBox.ButtonRole.ActionRole)
        if opens:
            box.offer(self.tr("&Open"), partial(QDesktopServices.openUrl, url))
        box.open()
