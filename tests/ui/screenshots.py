"""Pictures of the window's main states: `python -m tests.ui.screenshots FOLDER [STATE…]`.

The real window, offscreen, over the samples, with a scripted model in place of a real one: the
words of its answer are the scripted model's, everything else is as a reviewer sees it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.config import Paths
from app.engine.engine import Request
from app.ui.main import make_app, make_window
from app.ui.window import MainWindow
from tests.recursion.scripted import reader
from tests.ui import leases
from tests.ui.conftest import SlowEngine, plan, settled

QUESTION = "What must the Customer pay if it ends the Agreement early?"
ANSWER = (
    "If the Customer gives notice under clause 22.3, it must pay the sum shown against the "
    "period in which the notice expires, within thirty days of the end of the Services."
)


def scripted() -> SlowEngine:
    """A model that finds the clause on payment at termination."""

    def read(request: Request) -> str:
        return reader("gives notice under clause 22.3", answer=ANSWER)(request)

    made = SlowEngine(
        lambda request: plan(
            "payment on termination for convenience", "sum payable notice expires"
        ),
        read=read,
        judge=lambda conversation: 0.93 if "22.3" in conversation[-1].content else 0.31,
    )
    made._model = replace(
        made.model, id="smollm2-135m", name="Scripted model", hardware="CPU, 2 threads"
    )
    return made


class Session:
    """A window that is driven from state to state, a picture of each written to a folder."""

    def __init__(self, app: QApplication, folder: Path, home: Path) -> None:
        self.app = app
        self.folder = folder
        self.home = home
        self.engine = scripted()
        paths = Paths(home / "data", home / "config", home / "cache", home / "logs")
        self.window: MainWindow = make_window(
            app, paths, lambda bench, *_: bench.adopt_engine(self.engine)
        )
        self.window.asking.ready = lambda: True
        self.window.desk.refines = False
        self.window.appearance.apply("light")
        self.window.resize(1440, 900)
        self.window.show()
        self.wait(0.4)

    def wait(self, seconds: float, until: Callable[[], bool] | None = None) -> None:
        """Let the window live, until something is so or the time is over."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            self.app.processEvents()
            time.sleep(0.005)
            if until is not None and until():
                return

    def shoot(self, name: str, over: QWidget | None = None) -> None:
        """Write a picture; with what floats over the window painted in its place."""
        self.wait(0.5)
        picture = self.window.grab()
        if over is not None and over.isVisible():
            from PySide6.QtGui import QPainter

            painter = QPainter(picture)
            at = self.window.mapFromGlobal(over.mapToGlobal(over.rect().topLeft()))
            painter.drawPixmap(at, over.grab())
            painter.end()
        picture.save(str(self.folder / f"{name}.png"))
        print(name)

    def everything(self) -> None:
        """All states, in the order in which a reviewer meets them."""
        window = self.window
        self.shoot("empty")
        window.desk.open_sample()
        self.wait(30, window.panel.progress.isVisible)
        self.shoot("first-page-reading")
        self.wait(30, lambda: any(item.in_matter for item in window.desk.items))
        self.shoot("importing")
        self.wait(300, lambda: len(window.desk.items) == 3 and settled(window))
        agreement = next(i for i in window.desk.items if "agreement" in i.name)
        window.navigator.show_document(agreement.key)
        self.wait(3)
        self.shoot("opened")
        self.engine.pause = 4.0
        window.question.set_question(QUESTION)
        window.actions_["show_trace"].trigger()
        window.actions_["run"].trigger()
        self.wait(60, lambda: window.runs.live is not None and len(window.runs.live.slices) > 4)
        self.wait(0.8)
        self.shoot("running")
        self.engine.pause = 0.0
        self.wait(90, lambda: not window.desk.runner.busy)
        self.wait(1)
        window.answer.activate(1)
        self.wait(2)
        self.shoot("answered-trace")
        window.actions_["show_trace"].trigger()
        self.wait(1)
        self.shoot("answered")
        chip = window.answer.claims[0].chips[0]
        chip._tell()
        self.shoot("hover", window.answer._preview)
        window.answer._preview.hide()
        for theme in ("dark", "high-contrast"):
            window.appearance.apply(theme)
            self.shoot(theme)
        window.appearance.apply("light", 1.3)
        self.shoot("larger-text")
        window.appearance.apply("light", 1.0)
        for width, height in ((1280, 720), (2560, 1440)):
            window.resize(width, height)
            self.wait(1.5)
            self.shoot(f"{width}x{height}")
        window.resize(1440, 900)
        self.below()
        self.dialogs()
        self.long_answer()

    def below(self) -> None:
        """The table and the chronology, and a cell that is being changed."""
        window = self.window
        window.actions_["show_trace"].trigger()
        window.panels.rows.setSizes([400, 420])
        window.actions_["edit_cell"].trigger()
        self.shoot("edit-cell")
        window.actions_["show_table"].trigger()
        window.shell.table.choose_recipe("termination")
        window.tables.fill()
        self.wait(120, lambda: not window.desk.runner.busy)
        self.shoot("table")
        window.actions_["show_chronology"].trigger()
        self.wait(1)
        self.shoot("chronology")
        window.actions_["show_trace"].setChecked(True)
        window.actions_["show_trace"].trigger()

    def speak(self) -> None:
        """An answer in the language that the preferences say."""
        window = self.window
        window.desk.open_sample()
        self.wait(60, lambda: window.navigator.document is not None)
        window.question.set_question(QUESTION)
        window.actions_["run"].trigger()
        self.wait(90, lambda: not window.desk.runner.busy)
        self.wait(60, lambda: window.runs.record is not None)
        window.actions_["show_table"].trigger()
        self.shoot("german")
        window.panels.show_trace(False)
        window.appearance.apply("dark")
        window.resize(1280, 720)
        window.actions_["show_pages"].trigger()
        self.wait(1)
        window.answer.activate(1)
        self.wait(2)
        self.shoot("german-dark")

    def long_answer(self) -> None:
        """An answer in parts over many documents, in a matter of its own, with its trace."""
        window = self.window
        self.engine._replies, self.engine._read = leases.replies, leases.read
        self.engine._judge = lambda conversation: 0.93
        folder = self.home / "leases"
        folder.mkdir()
        window.desk.new(leases.write_leases(folder))
        self.wait(60, lambda: len(window.desk.items) == len(leases.PERIODS) and settled(window))
        window.question.set_question(leases.EACH)
        self.engine.pause = 0.4
        window.actions_["run"].trigger()
        self.wait(60, lambda: len(window.answer.progress.parts) > 2)
        self.shoot("long-running")
        self.engine.pause = 0.0
        self.wait(120, lambda: not window.desk.runner.busy)
        self.wait(5, lambda: bool(window.answer.claims))
        window.actions_["show_trace"].trigger()
        self.wait(1)
        self.shoot("long-answer")

    def dialogs(self) -> None:
        """What opens over the window."""
        window = self.window
        for action in ("palette", "shortcuts", "preferences", "models"):
            window.actions_[action].trigger()
            self.wait(0.3)
            dialog = next(w for w in reversed(self.app.topLevelWidgets())
                          if w is not window and w.isVisible())  # fmt: skip
            self.shoot(action, dialog)
            dialog.close()
            self.wait(0.1)


def main() -> None:
    """Write the pictures into the folder that was named."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "artefacts/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    app = make_app()
    with tempfile.TemporaryDirectory() as home:
        session = Session(app, folder, Path(home))
        try:
            session.everything()
        finally:
            session.window.close()
        session.window.preferences.values.language = "de"
        session.window.preferences.save()
        german = Session(app, folder, Path(home))
        try:
            german.speak()
        finally:
            german.window.close()


if __name__ == "__main__":
    main()
