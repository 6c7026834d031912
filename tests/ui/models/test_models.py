"""Models are looked at, used, checked and removed in the window; a server is off until named."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.cancel import CancelToken
from app.config import Paths
from app.engine.machine.hardware import Machine
from app.engine.machine.tuning import PROCESSOR, Tuned, llama_version
from app.engine.models.offers import Fit
from app.engine.models.store import ModelStore
from app.engine.server.settings import ServerChoice, ServerSettings
from app.ui.frame.preferences_dialog import PreferencesDialog
from app.ui.main import make_window
from app.ui.models.dialog import ModelDialog
from app.ui.models.offers import OfferModel
from app.ui.preferences import PreferencesFile
from app.ui.widgets.list_delegate import SUBTITLE, TONE
from app.ui.window import MainWindow
from app.workbench import Workbench
from tests.conftest import TINY
from tests.ui.conftest import Own

LEFT = Qt.MouseButton.LeftButton
SMALL = Machine(memory=2_000_000_000, free=1_500_000_000, gpu_free=0, bandwidth=1e10)


def open_models(window: MainWindow, qtbot: QtBot) -> ModelDialog:
    """Open the dialog and wait for its list."""
    window.actions_["models"].trigger()
    dialog = window.findChild(ModelDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0, timeout=30_000)
    return dialog


def test_every_model_says_what_it_would_mean_here(paths: Paths, qtmodeltester: ModelTester) -> None:
    model = OfferModel()
    offers = ModelStore(paths).offers(SMALL)
    model.set_offers(offers, TINY)
    qtmodeltester.check(model)
    assert model.rowCount() == len(offers)
    lines = {o.entry.id: model.index_of(o.entry.id) for o in offers}
    large = next(o.entry.id for o in offers if o.fit is Fit.NEVER)
    assert "too large for this machine" in lines[large].data(SUBTITLE)
    assert lines[large].data(TONE) == "warning"
    small = lines[TINY].data(SUBTITLE)
    assert "Apache-2.0" in small and " · fits · about " in small and "tokens/s" in small
    assert small.endswith("tokens/s, estimated")
    assert lines[TINY].data(TONE) == "text_muted", "it is not on this machine"


def test_a_model_is_chosen_and_used(
    store_with_tiny_model: ModelStore, make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = make()
    dialog = open_models(window, qtbot)
    assert not dialog.use.isVisible() and dialog.card.isVisible(), "the default is not here yet"
    index = dialog.model.index_of(TINY)
    dialog.list.scrollTo(index)
    at = dialog.list.visualRect(index).center()
    qtbot.mouseClick(dialog.list.viewport(), LEFT, pos=at)
    assert dialog.use.isEnabled() and not dialog.card.isVisible()
    qtbot.mouseClick(dialog.use, LEFT)
    assert window.preferences.values.model == TINY
    qtbot.waitUntil(lambda: dialog.use.text() == "Answers now", timeout=30_000)
    assert "SmolLM2" in window.foot.model.full_text()
    dialog.accept()


def test_a_speed_that_was_measured_is_shown_as_such(
    store_with_tiny_model: ModelStore, make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    store = store_with_tiny_model
    tuned = Tuned(
        threads=2, batch=128, read_speed=300.0, generate_speed=61.0, llama=llama_version()
    )
    store.tuning.put(store.entry(TINY).sha256, PROCESSOR, tuned)
    dialog = open_models(make(), qtbot)
    dialog.choose(TINY)
    line = dialog.model.index_of(TINY).data(SUBTITLE)
    assert line.endswith("61 tokens/s, measured")
    assert "it reads 300 and writes 61 tokens a second (threads: 2)" in dialog.detail.text()
    dialog.accept()


def test_a_model_is_verified_and_removed(
    store_with_tiny_model: ModelStore,
    tiny_model: Path,
    make: Callable[[], MainWindow],
    qtbot: QtBot,
) -> None:
    window = make()
    dialog = open_models(window, qtbot)
    dialog.choose(TINY)
    said = dialog.work.state
    qtbot.mouseClick(dialog.verify, LEFT)
    qtbot.waitUntil(lambda: "is as it should be. SHA-256" in said.text(), timeout=60_000)
    qtbot.mouseClick(dialog.remove, LEFT)
    qtbot.waitUntil(lambda: not store_with_tiny_model.present(TINY), timeout=30_000)
    assert tiny_model.is_file()
    dialog.accept()


def test_a_file_of_ones_own_is_added(
    window: MainWindow, qtbot: QtBot, tiny_model: Path, tmp_path: Path
) -> None:
    dialog = open_models(window, qtbot)
    said = dialog.work.state
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(b"not a model")
    dialog.add_file(str(bad))
    qtbot.waitUntil(lambda: bool(said.text()) and dialog.add.isEnabled(), timeout=30_000)
    assert "bad.gguf" in said.text()
    dialog.add_file(str(tiny_model))
    assert dialog.work.bar.isVisible() and not dialog.add.isEnabled()
    qtbot.waitUntil(lambda: "is added" in said.text(), timeout=60_000)
    qtbot.waitUntil(lambda: dialog.offer is not None and dialog.offer.entry.id == TINY)
    dialog.accept()


def test_a_file_of_ones_own_stays_when_its_model_is_removed(
    window: MainWindow, qtbot: QtBot, tiny_model: Path, paths: Paths
) -> None:
    dialog = open_models(window, qtbot)
    said = dialog.work.state
    dialog.add_file(str(tiny_model))
    qtbot.waitUntil(lambda: "is added" in said.text(), timeout=60_000)
    qtbot.waitUntil(lambda: dialog.offer is not None and dialog.offer.entry.id == TINY)
    assert dialog.offer is not None and not dialog.offer.entry.added, "one of the catalogue"
    qtbot.mouseClick(dialog.remove, LEFT)
    qtbot.waitUntil(lambda: not ModelStore(paths).present(TINY), timeout=30_000)
    qtbot.waitUntil(lambda: said.text().endswith("is forgotten; its file stays where it is."))
    assert tiny_model.is_file()
    dialog.accept()


def test_closing_the_dialog_ends_what_goes_on_in_it(
    window: MainWindow, qtbot: QtBot, tiny_model: Path
) -> None:
    dialog = open_models(window, qtbot)
    dialog.add_file(str(tiny_model))
    dialog.reject()


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_no_words_of_the_dialog_are_cut(window: MainWindow, qtbot: QtBot, scale: float) -> None:
    window.appearance.apply("light", scale)
    dialog = open_models(window, qtbot)
    for row in range(dialog.model.rowCount()):
        dialog.list.setCurrentIndex(dialog.model.index(row))
        qtbot.wait(20)
        for words in dialog.findChildren(QLabel):
            if words.isVisible() and words.wordWrap():
                assert words.height() >= words.heightForWidth(words.width()), words.text()
    dialog.accept()
    window.appearance.apply("light", 1.0)


class TestTwoModels:
    @pytest.fixture
    def dialog(self, second_model: str, make: Callable[[], MainWindow]) -> PreferencesDialog:
        """The preferences of a window whose model leads, with two models on this machine."""
        window = make()
        window.preferences.values.model = TINY
        window.actions_["preferences"].trigger()
        dialog = window.findChild(PreferencesDialog)
        assert dialog is not None
        return dialog

    def test_a_second_one_reads_is_kept_and_stands_beside_the_first(
        self, dialog: PreferencesDialog, second_model: str, qtbot: QtBot, paths: Paths
    ) -> None:
        window = dialog.parent()
        assert isinstance(window, MainWindow)
        box = dialog.reader.box
        assert [box.itemData(i) for i in range(box.count())] == ["", second_model], "what is here"
        assert "while the other leads" in dialog.reader.state.text()
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: " together. " in dialog.reader.state.text(), timeout=30_000)
        assert dialog.reader.state.property("role") == "faint"
        assert dialog.reader.state.text().endswith(" is free.")
        assert PreferencesFile(paths).values.sub_model == second_model
        assert window.foot.model.full_text().count("SmolLM2") == 1
        assert " + " in window.foot.model.full_text()
        qtbot.keyClick(box, Qt.Key.Key_Up)
        assert PreferencesFile(paths).values.sub_model == ""
        assert " + " not in window.foot.model.full_text()
        dialog.accept()

    @pytest.mark.parametrize(
        ("memory", "reason"),
        [(24, "They fit once other programs are closed."), (0.5, "too little memory for both")],
    )
    def test_why_two_cannot_be_used_is_said_in_numbers(
        self,
        dialog: PreferencesDialog,
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
        memory: float,
        reason: str,
    ) -> None:
        machine = replace(SMALL, memory=int(memory * 1e9))
        monkeypatch.setattr(ModelStore, "machine", lambda _: machine)
        dialog.reader._free = 300_000_000
        dialog.reader.box.setCurrentIndex(1)
        qtbot.waitUntil(lambda: reason in dialog.reader.state.text(), timeout=30_000)
        assert "300 MB is free" in dialog.reader.state.text()
        assert dialog.reader.state.property("role") == "warning"
        dialog.accept()

    @pytest.mark.model
    def test_both_are_loaded_for_the_next_run(
        self, second_model: str, owned: Own, qapp: QApplication, paths: Paths
    ) -> None:
        file = PreferencesFile(paths)
        file.values.model, file.values.sub_model = TINY, second_model
        file.values.threads = 2
        file.save()
        window = owned(make_window(qapp, paths))
        with Workbench(paths) as bench:
            window.desk.runner._load_engine(bench, lambda _: None, CancelToken())
            assert bench.model is not None and bench.model.sub is not None
            assert (bench.model.id, bench.model.sub.id) == (TINY, second_model)
            window.desk.runner.loaded.emit(bench.model)
            shown = window.foot.model.full_text()
            assert f"{bench.model.name} + {bench.model.sub.name} · CPU, 2 threads" in shown


@pytest.fixture
def stub() -> Iterator[str]:
    """The address of a server that is there and refuses everything."""

    class Refuses(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(401)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Refuses)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


def preferences(window: MainWindow) -> PreferencesDialog:
    window.actions_["preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.pages.setCurrentWidget(dialog.server)
    return dialog


def test_a_server_is_off_until_it_is_named_and_then_the_foot_says_so(
    window: MainWindow, qtbot: QtBot, paths: Paths
) -> None:
    page = preferences(window).server
    assert page.state.text() == "Off: everything stays on this machine."
    assert not page.use.isEnabled() and not page.test.isEnabled()
    qtbot.keyClicks(page.address, "https://models.office.example/v1")
    assert ServerSettings(paths).choice() is None
    qtbot.mouseClick(page.use, LEFT)
    qtbot.waitUntil(lambda: "In use" in page.state.text(), timeout=30_000)
    choice = ServerSettings(paths).choice()
    assert choice == ServerChoice("https://models.office.example/v1")
    assert window.foot.model.full_text() == "Text goes to the server models.office.example"
    assert window.foot.model.property("role") == "warning"
    assert window.model.ready(), "no model on this machine is needed"
    qtbot.mouseClick(page.forget, LEFT)
    qtbot.waitUntil(lambda: page.state.text().startswith("Off"), timeout=30_000)
    assert ServerSettings(paths).choice() is None
    assert "server" not in window.foot.model.full_text()
    window.findChild(PreferencesDialog).accept()


def test_a_wrong_address_is_not_taken(window: MainWindow, qtbot: QtBot, paths: Paths) -> None:
    page = preferences(window).server
    qtbot.keyClicks(page.address, "ftp://x")
    qtbot.mouseClick(page.use, LEFT)
    qtbot.waitUntil(lambda: page.state.property("role") == "danger", timeout=30_000)
    assert page.state.text()
    assert ServerSettings(paths).choice() is None
    window.findChild(PreferencesDialog).accept()


def test_a_test_says_what_the_server_said(window: MainWindow, qtbot: QtBot, stub: str) -> None:
    page = preferences(window).server
    qtbot.keyClicks(page.address, stub)
    qtbot.mouseClick(page.test, LEFT)
    qtbot.waitUntil(lambda: page.state.property("role") == "danger", timeout=30_000)
    assert "127.0.0.1" in page.state.text() or "key" in page.state.text()
    window.findChild(PreferencesDialog).accept()


class SlowKeyring(KeyringBackend):
    """A keyring that waits until it is unlocked, and may stay locked."""

    priority = 0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.unlocked = threading.Event()
        self.works = True
        self.kept: dict[str, str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        assert self.unlocked.wait(30)
        if not self.works:
            raise KeyringLocked("the reviewer said no")
        self.kept[username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    def delete_password(self, service: str, username: str) -> None:
        assert self.unlocked.wait(30)
        self.kept.pop(username, None)


@pytest.fixture
def slow() -> Iterator[SlowKeyring]:
    before = keyring.get_keyring()
    made = SlowKeyring()
    keyring.set_keyring(made)
    yield made
    made.unlocked.set()
    keyring.set_keyring(before)


@pytest.mark.parametrize("works", [True, False])
def test_the_window_does_not_wait_for_the_keyring(
    window: MainWindow, qtbot: QtBot, paths: Paths, slow: SlowKeyring, works: bool
) -> None:
    slow.works = works
    page = preferences(window).server
    address = "https://models.office.example/v1"
    qtbot.keyClicks(page.address, address)
    qtbot.keyClicks(page.key, "sesame")
    qtbot.mouseClick(page.use, LEFT)
    assert "keyring" in page.state.text() and not page.use.isEnabled()
    window.findChild(PreferencesDialog).accept()
    slow.unlocked.set()
    if works:
        there = "Text goes to the server models.office.example"
        qtbot.waitUntil(lambda: window.foot.model.full_text() == there, timeout=30_000)
        assert slow.kept == {address: "sesame"}
    else:
        qtbot.waitUntil(window.messages.isVisible, timeout=30_000)
        assert "The keyring of this machine can't be used" in window.messages.words.text()
        assert ServerSettings(paths).choice() is None
