"""Models are looked at, used, checked and removed in the window; a server is off until named."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.config import Paths
from app.engine.machine import Machine
from app.engine.models import ModelStore
from app.engine.offers import Fit
from app.engine.server_settings import ServerChoice, ServerSettings
from app.ui.list_delegate import SUBTITLE, TONE
from app.ui.model_dialog import ModelDialog
from app.ui.offer_model import OfferModel
from app.ui.settings_dialogs import PreferencesDialog
from app.ui.window import MainWindow
from tests.conftest import TINY

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


def test_a_model_is_verified_and_removed(
    store_with_tiny_model: ModelStore,
    tiny_model: Path,
    make: Callable[[], MainWindow],
    qtbot: QtBot,
) -> None:
    window = make()
    dialog = open_models(window, qtbot)
    dialog.choose(TINY)
    qtbot.mouseClick(dialog.verify, LEFT)
    qtbot.waitUntil(lambda: "is as it should be. SHA-256" in dialog.state.text(), timeout=60_000)
    qtbot.mouseClick(dialog.remove, LEFT)
    qtbot.waitUntil(lambda: not store_with_tiny_model.present(TINY), timeout=30_000)
    assert tiny_model.is_file()
    dialog.accept()


def test_a_file_of_ones_own_is_added(
    window: MainWindow, qtbot: QtBot, tiny_model: Path, tmp_path: Path
) -> None:
    dialog = open_models(window, qtbot)
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(b"not a model")
    dialog.add_file(str(bad))
    qtbot.waitUntil(lambda: bool(dialog.state.text()) and dialog.add.isEnabled(), timeout=30_000)
    assert "bad.gguf" in dialog.state.text()
    dialog.add_file(str(tiny_model))
    assert dialog.bar.isVisible() and not dialog.add.isEnabled()
    qtbot.waitUntil(lambda: "is added" in dialog.state.text(), timeout=60_000)
    qtbot.waitUntil(lambda: dialog.offer is not None and dialog.offer.entry.id == TINY)
    dialog.accept()


def test_closing_the_dialog_ends_what_goes_on_in_it(
    window: MainWindow, qtbot: QtBot, tiny_model: Path
) -> None:
    dialog = open_models(window, qtbot)
    dialog.add_file(str(tiny_model))
    dialog.reject()


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
    choice = ServerSettings(paths).choice()
    assert choice == ServerChoice("https://models.office.example/v1")
    assert window.foot.model.full_text() == "Text goes to the server models.office.example"
    assert window.foot.model.property("role") == "warning"
    assert window.model.ready(), "no model on this machine is needed"
    qtbot.mouseClick(page.forget, LEFT)
    assert ServerSettings(paths).choice() is None
    assert "server" not in window.foot.model.full_text()
    window.findChild(PreferencesDialog).accept()


def test_a_wrong_address_is_not_taken(window: MainWindow, qtbot: QtBot, paths: Paths) -> None:
    page = preferences(window).server
    qtbot.keyClicks(page.address, "ftp://x")
    qtbot.mouseClick(page.use, LEFT)
    assert page.state.property("role") == "danger" and page.state.text()
    assert ServerSettings(paths).choice() is None
    window.findChild(PreferencesDialog).accept()


def test_a_test_says_what_the_server_said(window: MainWindow, qtbot: QtBot, stub: str) -> None:
    page = preferences(window).server
    qtbot.keyClicks(page.address, stub)
    qtbot.mouseClick(page.test, LEFT)
    qtbot.waitUntil(lambda: page.state.property("role") == "danger", timeout=30_000)
    assert "127.0.0.1" in page.state.text() or "key" in page.state.text()
    window.findChild(PreferencesDialog).accept()
