"""An answer in the terminal says what was checked, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from app.cli.answer import show
from app.engine.engine import Usage
from app.recursion.events import AnswerReady
from app.recursion.results import Answer
from app.sessions.rows import RunRecord
from tests.reports.making import hostile_record, long_record, record_of, simple_record
from tests.sessions.making import make_document


def shown(record: RunRecord, capsys: pytest.CaptureFixture[str]) -> str:
    show(Console(highlight=False, markup=False, emoji=False), record)
    return capsys.readouterr().out


def test_claims_carry_numbers_and_numbers_lead_to_quotes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = simple_record(tmp_path)
    assert record.answer is not None
    text = shown(record, capsys)
    assert "It ends on ninety days' notice. [1]" in text
    first = record.answer.citations[0]
    assert f"[1] {first.document_name}, page" in text
    assert f"“{first.quote}”" in text
    assert f"Run {record.id}" in text


def test_a_claim_without_a_passage_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(simple_record(tmp_path), capsys)
    assert "Nothing else is owed. (without a passage to rest on)" in text


def test_a_passage_that_failed_verification_is_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(simple_record(tmp_path), capsys).splitlines()
    first, second = (next(s for s in lines if s.startswith(f"[{n}] ")) for n in (1, 2))
    assert "quote matches the source" in first
    assert "did not pass" not in first
    assert "passage did not pass verification" in second


def test_what_was_not_read_is_not_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(simple_record(tmp_path), capsys)
    assert "The model was shown text from" in text
    assert "2 pages without text could not be read." in text


def test_not_found_claims_no_more_than_what_was_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = AnswerReady(Answer("not_found"), Usage(), 1, 3, 2.0)
    text = shown(record_of(tmp_path, make_document(), answer), capsys)
    assert text.startswith("Not found in what was read")


def test_a_document_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = hostile_record(
        tmp_path, "\x1b]0;owned\x07 [red]Pay[/red] \u202eevil", name="\x1b[2J.pdf"
    )
    text = shown(record, capsys)
    assert not any(character in text for character in "\x1b\x07\u202e")
    assert "[red]Pay[/red]" in text


def test_a_long_answer_comes_in_short_and_in_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(long_record(tmp_path), capsys).splitlines()
    at = lines.index("In short:")
    assert lines[at + 1 : at + 4] == [
        "It can be ended. [1] [2]",
        "In full:",
        "It ends on notice. [1]",
    ]
    first, second = (next(s for s in lines if s.startswith(f"[{n}] ")) for n in (1, 2))
    assert "earlier run" not in first and "found by an earlier run" in second
