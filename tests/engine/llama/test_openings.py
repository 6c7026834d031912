"""What many prompts begin with is read once on a machine and comes back from disk as it was."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from app.cancel import CancelToken
from app.engine.engine import Message, Request
from app.engine.llama.engine import LlamaEngine
from tests.engine.conftest import load

pytestmark = pytest.mark.model

OPENING = (
    Message("system", "You are a careful assistant who answers in one word. " * 4),
    Message("user", "Is water wet?"),
    Message("assistant", "Yes"),
)
ASKED = Request((*OPENING, Message("user", "Name the capital of France.")), max_tokens=8)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "openings"


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*"))


def test_an_opening_is_not_read_again_after_a_restart(
    fresh: LlamaEngine, tiny_model: Path, folder: Path
) -> None:
    unprepared = fresh.complete(ASKED, CancelToken())
    fresh.prepare([OPENING], folder, CancelToken())
    again = load(tiny_model)
    again.prepare([OPENING], folder, CancelToken())
    prepared = again.complete(ASKED, CancelToken())
    again.close()
    assert prepared.text == unprepared.text
    assert unprepared.usage.reused == 0
    assert prepared.usage.reused > prepared.usage.prompt * 0.7


def test_what_is_damaged_is_made_anew(tiny_model: Path, folder: Path) -> None:
    engine = load(tiny_model)
    engine.prepare([OPENING], folder, CancelToken())
    engine.close()
    (path,) = kept(folder)
    whole = path.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:99] + b"x" + whole[100:], b""):
        path.write_bytes(damaged)
        engine = load(tiny_model)
        engine.prepare([OPENING], folder, CancelToken())
        assert engine.complete(ASKED, CancelToken()).usage.reused > 0
        engine.close()
        assert path.read_bytes() == whole


def test_an_opening_that_no_start_used_for_long_makes_room(
    fresh: LlamaEngine, tiny_model: Path, folder: Path
) -> None:
    fresh.prepare([OPENING], folder, CancelToken())
    (path,) = kept(folder)
    other = folder / path.name.replace("0", "1")
    other.write_bytes(b"worded otherwise")
    long_ago = time.time() - 40 * 24 * 3600
    for old in (path, other):
        os.utime(old, (long_ago, long_ago))
    again = load(tiny_model)
    again.prepare([OPENING], folder, CancelToken())
    again.close()
    assert kept(folder) == [path]


def test_a_folder_that_can_not_be_written_is_no_error(fresh: LlamaEngine, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    fresh.prepare([OPENING], file, CancelToken())
    assert fresh.complete(ASKED, CancelToken()).usage.reused > 0
