"""The demonstration: the matter of the samples, and a question about them, asked by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.documents.samples import DEMO_QUESTION
from app.ui.documents.item import DocumentItem
from app.ui.window import MainWindow


class Demo(QObject):
    """Opens the samples in a window and asks `DEMO_QUESTION` once they have been read.

    Where the model is missing it is offered, and the question waits for it. A question that the
    reviewer types in the meantime is theirs: the demonstration then asks nothing.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._over = False

    def start(self) -> None:
        """Open the samples; the question follows."""
        window = self._window
        window.desk.documents_changed.connect(self._documents_changed)
        window.fetch.fetched.connect(self._fetched)
        window.question.set_question(DEMO_QUESTION)
        window.desk.open_sample()

    def _documents_changed(self, items: list[DocumentItem]) -> None:
        states = {item.state for item in items}
        if items and not {"waiting", "reading"} & states and any(i.in_matter for i in items):
            self._window.desk.documents_changed.disconnect(self._documents_changed)
            self._ask()

    def _fetched(self, _model: str) -> None:
        if not self._over and any(item.in_matter for item in self._window.desk.items):
            self._ask()

    def _ask(self) -> None:
        """Ask, if the question still stands in the box."""
        if self._over or self._window.question.question != DEMO_QUESTION:
            self._over = True
            return
        if not self._window.desk.runner.busy:
            self._window.asking.start()
            self._over = self._window.desk.runner.busy
