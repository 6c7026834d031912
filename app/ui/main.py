"""Starts the window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.cancel import CancelToken
from app.config import Paths
from app.engine.models.store import ModelStore
from app.ui.appearance.theme import Appearance
from app.ui.background.garbage import Garbage
from app.ui.background.overrides import guard_overrides
from app.ui.background.runner import LoadEngine
from app.ui.demo import Demo
from app.ui.language.languages import install
from app.ui.matter.desk import Desk
from app.ui.models.card import ModelFetch
from app.ui.preferences import PreferencesFile
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from app.workbench import Workbench


SWITCH_SECONDS = 0.001
"""A worker that computes in Python hands over to the main thread this soon, not after five times
as long."""


def make_app(arguments: Sequence[str] = ()) -> QApplication:
    """The application, made or found."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("Pincite")
    app.setDesktopFileName("pincite")
    return app


def make_window(
    app: QApplication, paths: Paths, load_engine: LoadEngine | None = None
) -> MainWindow:
    """The window with everything it works with.

    Args:
        app: the application.
        paths: this user's folders.
        load_engine: sees to it that a workbench has an engine; None loads the chosen model.
    """
    guard_overrides()
    preferences = PreferencesFile(paths)
    install(app, preferences.values.language)
    appearance = Appearance(app, paths.cache)

    def load_chosen(
        bench: Workbench, on_progress: Callable[[str], None], cancel: CancelToken
    ) -> None:
        reader = preferences.values.sub_model
        bench.load_engine(
            preferences.values.model or None,
            server=bench.server.choice(),
            sub_model_id=reader if bench.models.present(reader) else None,
            threads=preferences.values.threads or None,
            on_progress=on_progress,
            cancel=cancel,
        )

    fetch = ModelFetch(ModelStore(paths))
    desk = Desk(paths, load_engine or load_chosen)
    with appearance.building():
        appearance.apply(preferences.values.theme, preferences.values.text_size)
        return MainWindow(desk, fetch, preferences, appearance)


def open_arguments(window: MainWindow, arguments: Sequence[str]) -> None:
    """Open what the command line named: a matter, or documents; else the last matter."""
    files = [Path(argument).absolute() for argument in arguments if not argument.startswith("-")]
    if files or not window.preferences.values.reopen:
        window.matter.add_paths(files)
        return
    recent = window.preferences.values.recent_matters()
    if recent:
        window.desk.open(recent[0])


def run_window(
    arguments: Sequence[str] = (), paths: Paths | None = None, demo: bool = False
) -> int:
    """Show the window until it is closed.

    Args:
        arguments: a matter (`*.pincite`), or files to begin a matter with.
        paths: this user's folders.
        demo: open the matter of the samples, and ask about them.

    Returns:
        The exit status.
    """
    app = make_app()
    sys.setswitchinterval(SWITCH_SECONDS)
    garbage = Garbage(app)
    window = make_window(app, paths or Paths.default())
    window.guard.install()
    window.looks.restore_place()
    window.show()
    if demo:
        Demo(window).start()
    else:
        open_arguments(window, arguments)
    # Gives Python a chance to see Ctrl+C in the terminal while Qt's loop runs.
    heartbeat = QTimer()
    heartbeat.start(500)
    heartbeat.timeout.connect(_tick)
    status = app.exec()
    shiboken6.delete(window)  # Python would empty its parts while Qt still sends them events.
    garbage.stop()
    return status


def _tick() -> None:
    """Nothing; that Python code runs is enough."""


__all__ = ["make_app", "make_window", "open_arguments", "run_window"]
