"""`pincite server`, and asking one: off until named, and said on every question."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.config import Paths
from app.engine.server.settings import KEY_VARIABLE, ServerSettings
from tests.cli.conftest import Outcome
from tests.engine.office import Office
from tests.test_workbench_server import helpful

Pincite = Callable[..., Outcome]


@pytest.fixture
def office() -> Iterator[Office]:
    server = Office()
    server.chat = helpful
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_none_is_set_at_first(pincite: Pincite) -> None:
    assert "everything stays on this machine" in pincite("server", "show").out
    result = pincite("server", "test")
    assert result.status == 2
    assert "No server is set" in result.err


def test_what_is_set_is_shown_until_it_is_forgotten(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pincite("server", "set", "https://models.office.example", "--model", "m").status == 0
    shown = pincite("server", "show").out
    assert "https://models.office.example\nModel: m\nKey: none" in shown
    monkeypatch.setenv(KEY_VARIABLE, "s3cret")
    shown = pincite("server", "show").out
    assert KEY_VARIABLE in shown
    assert "s3cret" not in shown
    assert pincite("server", "forget").status == 0
    assert "everything stays" in pincite("server", "show").out


def test_what_is_no_address_is_refused(pincite: Pincite, paths: Paths) -> None:
    assert pincite("server", "set", "models.office.example").status == 2
    assert ServerSettings(paths).choice() is None


def test_a_server_is_tried_with_no_words_of_the_users(pincite: Pincite, office: Office) -> None:
    result = pincite("server", "test", office.address)
    assert result.status == 0
    assert "large · server at 127.0.0.1, on this machine" in result.out
    assert "Window: 4,096 tokens" in result.out
    assert "can judge" in result.out


def test_a_question_goes_to_the_server_that_is_named_and_that_is_said(
    pincite: Pincite, office: Office, lease: Path
) -> None:
    result = pincite(
        "ask", "What is the rent?", lease, "--server", office.address, "--server-model", "small",
        "--json",
    )  # fmt: skip
    assert result.status == 0
    assert "Text goes to the server at 127.0.0.1" in result.err
    (answer,) = result.objects
    assert answer["status"] == "answered"
    assert answer["model"] == {"id": "127.0.0.1/small", "name": "small", "sha256": ""}
    assert {body["model"] for body in office.chats} == {"small"}


def test_a_server_that_was_set_is_used_unless_a_model_is_named(
    pincite: Pincite, office: Office, lease: Path
) -> None:
    pincite("server", "set", office.address)
    assert "Text goes to" in pincite("ask", "What is the rent?", lease).err
    asked = len(office.asked)
    result = pincite("ask", "What is the rent?", lease, "--model", "smollm2-135m")
    assert result.status == 4
    assert "pincite model fetch" in result.err
    assert len(office.asked) == asked


def test_a_model_of_this_machine_and_a_server_exclude_each_other(
    pincite: Pincite, lease: Path
) -> None:
    for options in (
        ("--server", "http://127.0.0.1:9", "--model", "smollm2-135m"),
        ("--server-model", "small"),
    ):
        assert pincite("ask", "What?", lease, *options).status == 2
