"""Which panels are open and how large they are, remembered for each matter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.actions.actions import Actions
from app.ui.frame.left_side import LeftSide
from app.ui.preferences import Layout, Viewing
from app.ui.widgets.layouts import divide

COLUMNS = (262, 700, 400)
ROWS = (600, 240)
WIDE = 0.46
"""The share of the height that a table gets when it is opened."""


class Panels(QObject):
    """Opens, closes and sizes the panels at the left, the right and the foot.

    Attributes:
        columns, rows: the splitters between them.
    """

    def __init__(
        self,
        left: LeftSide,
        middle: QWidget,
        right: QWidget,
        foot: QWidget,
        actions: Actions,
        parent: QObject,
    ) -> None:
        """`foot` is what stands below the middle."""
        super().__init__(parent)
        self._actions = actions
        self._left, self._right, self._foot = left, right, foot
        self.rows = divide(QSplitter(Qt.Orientation.Vertical), middle, foot)
        self.rows.setStretchFactor(0, 1)
        self.rows.setSizes(list(ROWS))
        self.columns = divide(QSplitter(), left, self.rows, right)
        self.columns.setStretchFactor(1, 1)
        self.columns.setSizes(list(COLUMNS))
        foot.hide()
        self._tell()

    def show_left(self, on: bool) -> None:
        """Open or close the left panel."""
        self._left.setVisible(on)
        self._tell()

    def show_right(self, on: bool) -> None:
        """Open or close the right panel."""
        self._right.setVisible(on)
        self._tell()

    def show_trace(self, on: bool) -> None:
        """Open or close the trace."""
        self._foot.setVisible(on)
        self._tell()
        if sum(self.rows.sizes()) and on and self.rows.sizes()[1] < ROWS[1] // 2:
            self._give_foot(ROWS[1])

    def open_wide(self) -> None:
        """Open what is below the viewer with room for a table, unless it is open already."""
        opened = self._foot.isHidden()
        self.show_trace(True)
        wanted = round(sum(self.rows.sizes()) * WIDE)
        if opened and self.rows.sizes()[1] < wanted:
            self._give_foot(wanted)

    def _give_foot(self, height: int) -> None:
        self.rows.setSizes([sum(self.rows.sizes()) - height, height])

    def restore(self, layout: Layout) -> None:
        """Lay the panels out as they were."""
        self._left.setVisible(layout.left)
        self._left.show_tab(layout.tab)
        self._right.setVisible(layout.right)
        self._foot.setVisible(layout.trace)
        if len(layout.columns) == 3:
            self.columns.setSizes(list(layout.columns))
        if len(layout.rows) == 2:
            self.rows.setSizes(list(layout.rows))
        self._tell()

    def layout(self, document: str = "", page: int = 0, viewing: Viewing | None = None) -> Layout:
        """How the panels are laid out, with what is on show."""
        return Layout(
            columns=tuple(self.columns.sizes()),
            rows=tuple(self.rows.sizes()),
            left=not self._left.isHidden(),
            right=not self._right.isHidden(),
            trace=not self._foot.isHidden(),
            tab=self._left.tab,
            document=document,
            page=page,
            viewing=viewing or Viewing(),
        )

    def _tell(self) -> None:
        """Show in menus and buttons which panels are open."""
        for key, panel in (
            ("show_left", self._left),
            ("show_right", self._right),
            ("show_trace", self._foot),
        ):
            self._actions[key].setChecked(not panel.isHidden())
