"""The menu bar, filled from the table of actions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from app.ui.actions.actions import Actions, translate
from app.ui.actions.table import MENUS, TABLE
from app.ui.matter.desk import Desk
from app.ui.preferences import PreferencesFile


class Menus(QObject):
    """Fills the menu bar and keeps the list of recent matters.

    Attributes:
        recent: the menu of recent matters.
    """

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        matter: QToolButton,
        desk: Desk,
        preferences: PreferencesFile,
    ) -> None:
        """`matter` is the button with the matter's name; the first of the menus opens from it."""
        super().__init__(window)
        self._desk = desk
        self._preferences = preferences
        self.recent = QMenu(self.tr("Open &recent"), window)
        self.recent.aboutToShow.connect(self._fill_recent)
        self.recent.triggered.connect(self._recent_chosen)
        for title in MENUS:
            menu = window.menuBar().addMenu(translate(title))
            menu.aboutToShow.connect(actions.opened)
            menu.aboutToHide.connect(actions.closed)
            self._fill(menu, title, actions)
            if title is MENUS[0]:
                matter.setMenu(menu)
        window.addActions(list(actions.by_id.values()))

    def _fill(self, menu: QMenu, title: str, actions: Actions) -> None:
        group = 0
        for spec in (s for s in TABLE if s.menu == title):
            if spec.group != group:
                menu.addSeparator()
                group = spec.group
            menu.addAction(actions[spec.id])
            if spec.id == "open_matter":
                menu.addMenu(self.recent)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self._preferences.values.recent_matters():
            action = self.recent.addAction(self._desk.files.line(path))
            action.setToolTip(str(path))
            action.setData(str(path))

    def _recent_chosen(self, action: QAction) -> None:
        self._desk.open(Path(str(action.data())))
