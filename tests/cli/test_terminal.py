"""Work in a thread, a line about it, and text that can do no harm."""

from __future__ import annotations

import threading
import time

import pytest

from app.cancel import Cancelled
from app.cli.terminal import Doing, Terminal, duration, plain


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\N{REPLACEMENT CHARACTER}[31mred\N{REPLACEMENT CHARACTER}[0m"),
        ("\x9b31mred", "\N{REPLACEMENT CHARACTER}31mred"),
        ("pay\roff", "pay\N{REPLACEMENT CHARACTER}off"),
        ("safe\u202egnp.exe", "safe\N{REPLACEMENT CHARACTER}gnp.exe"),
        ("a\x00b", "a\N{REPLACEMENT CHARACTER}b"),
        ("hyphen\xadated", "hyphenated"),
        ("kept: é, €, 漢字, tab\t, line\n", "kept: é, €, 漢字, tab\t, line\n"),
    ],
)
def test_text_of_a_document_cannot_steer_the_terminal(hostile: str, shown: str) -> None:
    assert plain(hostile) == shown


def test_durations_read_like_a_clock() -> None:
    assert [duration(s) for s in (0, 7.9, 60, 754)] == ["0:00", "0:07", "1:00", "12:34"]


def test_work_is_done_in_one_and_the_same_other_thread() -> None:
    with Terminal() as terminal:
        first = terminal.run(threading.get_ident)
        second = terminal.run(threading.get_ident)
    assert first == second != threading.get_ident()


@pytest.mark.parametrize("error", [ValueError("no"), TimeoutError("late"), Cancelled()])
def test_what_work_raises_is_raised_here(error: Exception) -> None:
    def work() -> None:
        raise error

    with Terminal() as terminal, pytest.raises(type(error)) as caught:
        terminal.run(work)
    assert caught.value is error


def test_what_is_going_on_is_told_on_stderr_only(capsys: pytest.CaptureFixture[str]) -> None:
    with Terminal() as terminal:
        terminal.tell("Reading", "page 1 of 9")
        terminal.run(lambda: time.sleep(0.3))
        terminal.output.print("the answer")
    captured = capsys.readouterr()
    assert captured.out == "the answer\n"
    assert captured.err == "Reading · page 1 of 9\n"


def test_figures_that_change_alone_are_not_repeated_in_a_log(
    capsys: pytest.CaptureFixture[str],
) -> None:
    counts = iter(range(1_000))
    with Terminal() as terminal:
        terminal.run(lambda: time.sleep(0.5), lambda: Doing("Reading", f"{next(counts)} tokens"))
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_markup_in_a_document_is_not_taken_for_ours(capsys: pytest.CaptureFixture[str]) -> None:
    with Terminal() as terminal:
        terminal.note("[bold]not bold[/bold] :smile:")
    assert "[bold]not bold[/bold] :smile:" in capsys.readouterr().err
