"""What stands below the viewer: the trace, the table or the chronology."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.actions.actions import Actions
from app.ui.widgets.buttons import Segments, action_button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.panel import Panel


class FootSide(Panel):
    """Pages one behind the other, with their names above them.

    Attributes:
        names: the row of names.

    Signals:
        chosen: the key of the page that came to the front.
    """

    chosen = Signal(str)

    def __init__(self, actions: Actions, pages: dict[str, QWidget]) -> None:
        """`pages`: by key, in order; the keys are "trace", "table" and "chronology"."""
        super().__init__()
        titles = {
            "trace": (self.tr("Trace"), actions["show_trace"].toolTip()),
            "table": (self.tr("Table"), actions["show_table"].toolTip()),
            "chronology": (self.tr("Chronology"), actions["show_chronology"].toolTip()),
        }
        self.names = Segments([(key, *titles[key]) for key in pages], self.tr("Below the pages"))
        self._keys = list(pages)
        self._stack = QStackedWidget()
        for page in pages.values():
            self._stack.addWidget(page)
        self._own = {
            "trace": action_button(actions["replay"], 16),
            "chronology": action_button(actions["export_chronology"], 16),
        }
        head = row(
            self.names, 0, *self._own.values(), action_button(actions["show_trace"], 16),
            margins=(12, 6, 8, 4),
        )  # fmt: skip
        layout = column(head, self._stack)
        layout.setSpacing(0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setMinimumHeight(120)
        self.names.chosen.connect(self.show_page)
        self._show_own()

    @property
    def page(self) -> str:
        """The key of the page on show."""
        return self._keys[self._stack.currentIndex()]

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        self.names.choose(key)
        self._stack.setCurrentIndex(self._keys.index(key))
        self._show_own()
        self.chosen.emit(key)

    def _show_own(self) -> None:
        """Show the buttons of the page on show."""
        for key, button in self._own.items():
            button.setVisible(key == self.page)
