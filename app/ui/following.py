"""Whether the view follows the reading: what the reviewer wants, and what is so now."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from app.ui.background.runner import Runner
from app.ui.frame.shell import Shell
from app.ui.preferences import PreferencesFile
from app.ui.runs.presenter import RunPresenter


class Following(QObject):
    """Between the switch in the menu, the button over the viewer, and the viewer itself.

    Scrolling by hand ends the following of this run; only the switch decides about the next ones.
    """

    def __init__(
        self,
        shell: Shell,
        runner: Runner,
        runs: RunPresenter,
        preferences: PreferencesFile,
        switch: QAction,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._runner = runner
        self._runs = runs
        self._preferences = preferences
        self._switch = switch
        runs.follow = preferences.values.follow
        shell.pane.viewer.followingChanged.connect(self._changed)

    def set_on(self, on: bool) -> None:
        """Follow the reading in this run and the next ones, or not."""
        self._preferences.values.follow = on
        self._runs.follow = on
        if self._runner.busy:
            self._shell.navigator.follow(on)
        self.refresh()

    def refresh(self) -> None:
        """Show what is so; while nothing runs, the switch says what will be in the next run."""
        running = self._runner.busy
        on = self._shell.pane.viewer.following if running else self._runs.follow
        self._switch.setChecked(on)
        self._shell.pane.follow.show_if(self._runs.going and not on)

    def _changed(self, on: bool) -> None:
        if not on:  # It comes back at once where a replay leads into another document.
            QTimer.singleShot(0, self, self._left)
        self.refresh()

    def _left(self) -> None:
        """A replay does not go on scrolling for one who has scrolled away from it."""
        if not self._shell.pane.viewer.following:
            self._runs.hold_replay()
