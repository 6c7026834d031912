"""What stands above a long list: a filter by words, and an order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.ui.widgets.basic import name
from app.ui.widgets.buttons import drop_down
from app.ui.widgets.layouts import column
from app.ui.widgets.panel import Panel


class ListHead(Panel):
    """Narrows and sorts the list below it.

    Attributes:
        words: the filter; `order` the orders to choose from.

    Signals:
        narrowed: the words typed.
        sorted: the key of the order chosen.
    """

    narrowed = Signal(str)
    sorted = Signal(object)

    def __init__(self, hint: str, orders: Mapping[Any, str], narrows: str, sorts: str) -> None:
        """`hint` stands in the empty filter; `narrows` and `sorts` are said by screen readers."""
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText(hint)
        self.words.setClearButtonEnabled(True)
        name(self.words, narrows)
        self.words.textChanged.connect(self.narrowed)
        self.order = drop_down(orders)
        name(self.order, sorts)
        self.order.currentIndexChanged.connect(self._sorted)
        self.setLayout(column(self.words, self.order, margins=(12, 0, 12, 6)))

    def sort_by(self, order: object) -> None:
        """Choose an order; one that there is not means the first."""
        self.order.setCurrentIndex(max(0, self.order.findData(order)))

    def _sorted(self) -> None:
        self.sorted.emit(self.order.currentData())
