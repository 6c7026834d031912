"""At the first start the model is missing: it is offered, and fetched on a click only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.cancel import CancelToken
from app.engine.models.store import FetchProgress, ModelStore
from app.errors import ModelError
from app.ui.frame.preferences_dialog import PreferencesDialog
from app.ui.models.dialog import ModelDialog
from app.ui.window import MainWindow


@pytest.fixture
def fetches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands in for the network: reports progress, then waits to be cancelled."""
    asked: list[str] = []

    def fetch(
        self: ModelStore,
        id: str,
        on_progress: Callable[[FetchProgress], None],
        cancel: CancelToken,
    ) -> Path:
        asked.append(id)
        on_progress(FetchProgress(300_000_000, 1_117_320_768, 5e6, "part 7 of 22"))
        while True:
            cancel.check()

    monkeypatch.setattr(ModelStore, "fetch", fetch)
    return asked


def test_the_question_box_says_what_comes_first(
    window: MainWindow, qtbot: QtBot, pdfs: dict[str, Path]
) -> None:
    box = window.question.box
    assert box.placeholderText() == "Add documents first, then ask about them"
    window.matter.add_paths([pdfs["letter"]])
    qtbot.waitUntil(lambda: "these documents" in box.placeholderText(), timeout=60_000)


def test_nothing_is_fetched_before_the_click_and_stop_stops(
    window: MainWindow, qtbot: QtBot, fetches: list[str]
) -> None:
    card = window.start.model
    assert card.isVisible() and "Apache-2.0" in card.about.text() and "1.1 GB" in card.about.text()
    qtbot.wait(50)
    assert fetches == []
    qtbot.mouseClick(card.fetch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "300 MB of 1.1 GB" in card.state.text())
    assert fetches == [window.fetch.models.default_id]
    assert "5 MB a second · about 2:44 left" in card.state.text()
    assert card.bar.value() == 268  # of 1,000
    qtbot.mouseClick(card.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "go on" in card.state.text())
    assert card.fetch.isVisible()


def test_a_fetch_that_fails_says_why(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(self: ModelStore, *_: object) -> Path:
        raise ModelError("No source could be reached.", "Add the file.", "pincite model add x.gguf")

    monkeypatch.setattr(ModelStore, "fetch", fetch)
    card = window.start.model
    qtbot.mouseClick(card.fetch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "No source could be reached." in card.state.text())
    # A command would be of no use here: the window has a place for what it does.
    assert card.state.text().endswith("Add the file. The models are in the Help menu.")


def test_closing_the_window_ends_a_fetch(
    window: MainWindow, qtbot: QtBot, fetches: list[str]
) -> None:
    window.start.model.fetch.click()
    qtbot.waitUntil(lambda: bool(fetches))
    window.close()


def test_running_without_a_model_offers_it(opened: MainWindow, qtbot: QtBot) -> None:
    opened.asking.ready = opened.model.ready
    opened.question.set_question("Who?")
    qtbot.mouseClick(opened.question.run, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(ModelDialog)
    assert dialog is not None and dialog.isVisible()
    assert not opened.desk.runner.busy
    assert opened.question.question == "Who?"
    dialog.accept()


def test_preferences_take_effect_at_once_and_are_kept(
    window: MainWindow, make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window.dialogs.show_preferences()
    dialog = window.findChild(PreferencesDialog)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.text_size.setCurrentIndex(dialog.text_size.findData(1.3))
    qtbot.keyClicks(dialog.initials, "AB")
    assert window.appearance.theme.name == "dark" and window.appearance.scale == 1.3
    assert window.runs.initials == "AB"
    dialog.accept()
    window.close()
    again = make()
    assert again.appearance.theme.name == "dark" and again.appearance.scale == 1.3
    assert again.runs.initials == "AB"
    again.appearance.apply("light", 1.0)


def test_preferences_that_cannot_be_read_count_as_none(
    paths: object, make: Callable[[], MainWindow]
) -> None:
    from app.config import Paths

    folder = Paths.default().config
    folder.mkdir(parents=True)
    (folder / "preferences.json").write_text("{ not json", encoding="utf-8")
    assert make().preferences.values.theme == "system"


def test_a_question_that_waited_for_the_model_runs_on_a_click(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[str] = []
    monkeypatch.setattr(ModelStore, "present", lambda self, id: id in here)
    opened.asking.ready = opened.model.ready
    opened.model.offer()
    assert opened.foot.fetch.isVisible()
    opened.question.set_question("How long is the notice period for ending the agreement?")
    qtbot.mouseClick(opened.question.run, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(ModelDialog)
    assert dialog is not None and "waits for a model" in dialog.needed.text()
    assert dialog.needed.isVisible()
    here.append(opened.fetch.models.default_id)
    opened.fetch.fetched.emit(opened.fetch.models.default_id)
    dialog.close()
    assert not opened.foot.fetch.isVisible()
    assert not opened.desk.runner.busy, "nothing starts by itself"
    assert opened.messages.button.text() == "Run the question"
    qtbot.mouseClick(opened.messages.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.runs.answer is not None, timeout=60_000)


def test_before_the_models_are_known_nothing_can_be_done_to_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_["models"].trigger()
    dialog = window.findChild(ModelDialog)
    assert dialog is not None
    assert not any(b.isVisible() for b in (dialog.use, dialog.verify, dialog.remove))
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0, timeout=30_000)
    dialog.close()


def test_run_without_a_question_leads_to_the_question_box(opened: MainWindow, qtbot: QtBot) -> None:
    opened.viewer.setFocus()
    opened.actions_["run"].trigger()
    assert opened.question.box.hasFocus()
    assert not opened.desk.runner.busy


def test_empty_panels_say_what_will_stand_there(window: MainWindow) -> None:
    for key in ("outline", "pages"):
        window.actions_[f"show_{key}"].trigger()
        words = [w.text() for w in window.shell.left.findChildren(QLabel) if w.isVisible()]
        assert "No document is on show." in words, key
        assert not any("headings" in text for text in words), key
    window.actions_["show_coverage"].trigger()
    words = [w.text() for w in window.shell.coverage.findChildren(QLabel) if w.isVisible()]
    assert not any("in this run" in text for text in words), "a legend of nothing"


def test_the_first_page_says_what_is_being_read_and_takes_a_cancel(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text("Every pallet bears a label. " * 400_000, encoding="utf-8")
    start = window.start

    def words() -> str:
        return " ".join(w.text() for w in start.drop.findChildren(QLabel) if w.isVisible())

    assert "Drop documents" in words() and start.add.isVisible()
    window.matter.add_paths([long])
    assert "Opening the matter" in words() and not start.add.isVisible()
    qtbot.waitUntil(start.progress.cancel.isVisible, timeout=60_000)
    assert "Drop documents" not in words() and not start.add.isVisible()
    assert "Reading the documents" in words() and "Reading 1 of 1 · long.txt" in words()
    qtbot.mouseClick(start.progress.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(start.add.isVisible, timeout=60_000)
    assert "Drop documents" in words()
    assert window.desk.items[0].message == "Not read: cancelled"


def test_a_matter_that_cannot_be_opened_leaves_the_first_page_as_it_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pincite"
    broken.write_bytes(b"no matter at all" * 100)
    window.matter.add_paths([broken])
    assert not window.start.add.isVisible()
    qtbot.waitUntil(window.messages.isVisible, timeout=30_000)
    assert window.start.add.isVisible()


def test_a_message_moves_nothing_that_is_read(opened: MainWindow, qtbot: QtBot) -> None:
    viewport = opened.pane.viewer._area.viewport()

    def place() -> tuple[QPoint, QSize]:
        return viewport.mapToGlobal(QPoint(0, 0)), viewport.size()

    before = place()
    opened.messages.tell("Written: report.pdf", "Open", print)
    assert opened.messages.isVisible() and place() == before
    inside = opened.middle.rect()
    assert inside.contains(opened.messages.geometry())
    opened.messages.tell_error(ModelError("It went wrong in many words. " * 12, "Try again."))
    assert inside.contains(opened.messages.geometry())
    assert opened.messages.words.height() >= opened.messages.words.heightForWidth(
        opened.messages.words.width()
    )
    opened.resize(1000, 700)
    qtbot.wait(50)
    assert opened.middle.rect().contains(opened.messages.geometry())
    opened.setFocus()
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.messages.isVisible()
