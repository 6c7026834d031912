"""How commands begin and end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main
from app.cli.window import has_display
from app.errors import DocumentError, ModelError, UsageError
from tests.cli.conftest import Outcome

Pincite = Callable[..., Outcome]


def test_help_names_every_command(pincite: Pincite) -> None:
    result = pincite("--help")
    assert result.status == 0
    for command in ("ask", "report", "matter", "model", "server", "demo"):
        assert f"  {command} " in result.out


@pytest.mark.parametrize("command", ["ask", "report", "matter", "model", "server", "demo"])
def test_every_command_explains_itself(pincite: Pincite, command: str) -> None:
    assert "Usage: pincite" in pincite(command, "--help").out


def test_without_a_command_the_window_opens(pincite: Pincite) -> None:
    assert pincite().windows == ((),)


def test_files_alone_open_in_the_window(pincite: Pincite, lease: Path) -> None:
    assert pincite(lease).windows == ((str(lease),),)


def test_a_file_called_like_a_command_does_not_hide_it(
    pincite: Pincite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model").mkdir()
    result = pincite("model", "list")
    assert result.windows == ()
    assert "smollm2-135m" in result.out


def test_without_a_display_the_window_says_so_and_what_to_do(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert not has_display(platform="linux")
    result = pincite()
    assert result.status == 2
    assert result.windows == ()
    assert "no display" in result.err
    assert "pincite ask" in result.err


def test_other_systems_always_have_a_display() -> None:
    assert has_display({}, "darwin")
    assert has_display({}, "win32")
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


def test_an_unknown_command_is_wrong_usage(pincite: Pincite) -> None:
    result = pincite("aks", "what?")
    assert result.status == 2
    assert "aks" in result.err


@pytest.mark.parametrize(
    ("error", "status"),
    [(UsageError("No."), 2), (DocumentError("No."), 3), (ModelError("No.", "Do."), 4)],
)
def test_an_error_of_the_users_is_told_without_a_traceback(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(main, "check_display", fail)
    result = pincite()
    assert result.status == status
    assert "Error: No." in result.err
    assert "Traceback" not in result.err


def test_a_mistake_of_the_programs_own_is_kept_in_a_file(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(main, "check_display", fail)
    result = pincite()
    assert result.status == 1
    assert "by nought" in result.err
    assert "Traceback" not in result.err
    log = home / "logs" / "error.txt"
    assert str(log) in result.err
    assert "Traceback" in log.read_text()


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        (("recipe", "remove", "nope"), "recipe list"),
        (("recipe", "show", "nope"), "There are: "),
        (("model", "add", "nope.gguf"), "Check its name"),
        (("model", "show", "nope"), "There are: "),
        (("matter", "compact", "nope.pincite"), "Check the name"),
        (("report", "r1", "--matter", "nope.pincite", "--to", "a.pdf"), "Check the name"),
    ],
)
def test_what_is_not_there_is_told_with_what_to_do(
    pincite: Pincite, command: tuple[str, ...], hint: str
) -> None:
    result = pincite(*command)
    assert result.status in (2, 3, 4)
    assert "Error: " in result.err and hint in result.err
