"""The documents that are read: one, or two side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter

from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.background.pages import Pages
from app.ui.matter.desk import Desk
from app.ui.reading.beside import BesidePane
from app.ui.reading.pane import ViewerPane
from app.ui.reading.selection_bar import SelectionBar
from app.ui.viewer import DocumentViewer
from app.ui.widgets.layouts import divide

_ON_SELECTION = ("highlight", "add_note", "add_tags", "copy_citation", "ask_selection")


class SideBySide(QSplitter):
    """Two viewers, the second shown when it is asked for. Commands go to the one on hand.

    Attributes:
        pane: the first viewer with its bar; questions and citations lead to it.
        beside: the second.
        bars: beside what is selected in each.

    Signals:
        viewer_changed: the other viewer is on hand now.
    """

    viewer_changed = Signal()

    def __init__(self, pages: Pages, desk: Desk, actions: Actions, icons: Icons) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._actions = actions
        self._icons = icons
        self.pane = ViewerPane(pages, actions, icons.appearance)
        self.beside = BesidePane(pages, desk, icons)
        self.beside.closed.connect(self._close_beside)
        divide(self, self.pane, self.beside)
        self._on_hand = self.pane.viewer
        self.bars = [self._equip(viewer) for viewer in (self.pane.viewer, self.beside.viewer)]
        app = QApplication.instance()
        assert isinstance(app, QApplication), "there are no widgets without one"
        app.focusChanged.connect(self._focus_moved)

    @property
    def viewer(self) -> DocumentViewer:
        """The viewer with the focus; the first one where neither has it."""
        focus = self.window().focusWidget()
        beside = self.beside
        there = beside.isVisible() and focus is not None and beside.isAncestorOf(focus)
        return beside.viewer if there else self.pane.viewer

    def show_beside(self, on: bool) -> None:
        """Show a second document beside the first, or only the first."""
        if not on:
            self._close_beside()
            return
        first, second = self.pane.viewer, self.beside.viewer
        if second.document is None:
            second.set_night(first.night)  # Nobody wants to be dazzled; from then on each its own.
        self.beside.open_beside(first.document)
        half = self.width() // 2
        self.setSizes([half, half])
        self._focus_moved()

    def _close_beside(self) -> None:
        self._actions["beside"].setChecked(False)
        if self.beside.isVisible():
            self.beside.hide()
            self.pane.viewer.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_moved()

    def _equip(self, viewer: DocumentViewer) -> SelectionBar:
        """What each viewer has: a bar on what is selected, commands in its menu, icons to find."""
        copies = "copy_citation"  # The viewer's menu has that already.
        viewer.addActions([self._actions[key] for key in _ON_SELECTION if key != copies])
        bar = viewer.find_bar
        self._icons.bind(bar.previous, "chevron-up")
        self._icons.bind(bar.following, "chevron-down")
        self._icons.bind(bar.shut, "close")
        viewer.shownAnew.connect(self._show_switches)
        return SelectionBar(viewer, [self._actions[key] for key in _ON_SELECTION])

    def _focus_moved(self) -> None:
        if self.viewer is not self._on_hand:
            self._on_hand = self.viewer
            self._show_switches()
            self.viewer_changed.emit()

    def _show_switches(self) -> None:
        """Show in menus how the viewer on hand shows its pages."""
        self._actions["night"].setChecked(self.viewer.night)
        self._actions["two_pages"].setChecked(self.viewer.two_pages)
