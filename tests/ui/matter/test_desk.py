"""A matter is kept elsewhere without losing any, and what is put away says nothing any more."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.config import Paths
from app.errors import MatterError, UserError
from app.sessions.store import Store
from app.ui.matter.desk_work import keep_at
from app.ui.window import MainWindow


def made(path: Path, name: str) -> Path:
    """A matter of its own name."""
    with Store.open(path) as store:
        store.rename(name)
    return path


def name_of(path: Path) -> str:
    with Store.open(path) as store:
        return store.name


@pytest.mark.parametrize("move", [True, False])
def test_a_matter_that_is_kept_where_it_lies_stays(
    paths: Paths, tmp_path: Path, move: bool
) -> None:
    path = made(tmp_path / "Brackwater.pincite", "Brackwater")
    keep_at(paths, path, path, move).bench.close()
    assert name_of(path) == "Brackwater"


def test_one_that_is_kept_over_another_takes_its_place(paths: Paths, tmp_path: Path) -> None:
    old, to = made(tmp_path / "a.pincite", "a"), made(tmp_path / "b.pincite", "b")
    leftover = to.with_name(to.name + "-wal")
    leftover.write_bytes(b"of the one that was there")
    keep_at(paths, old, to, move=True).bench.close()
    assert not old.exists() and name_of(to) == "b"
    assert not leftover.exists() or not leftover.read_bytes().startswith(b"of the one")


def test_a_place_that_cannot_be_written_costs_neither(paths: Paths, tmp_path: Path) -> None:
    old = made(tmp_path / "a.pincite", "a")
    with pytest.raises(MatterError, match="could not be written"):
        keep_at(paths, old, tmp_path / "nowhere" / "b.pincite", move=True)
    assert name_of(old) == "a"
    (tmp_path / "file").write_bytes(b"no folder")
    with pytest.raises(MatterError, match="could not be written"):
        keep_at(paths, old, tmp_path / "file" / "b.pincite", move=True)
    folder = tmp_path / "c.pincite"
    folder.mkdir()
    with pytest.raises(MatterError, match="could not be written"):
        keep_at(paths, old, folder, move=True)
    assert name_of(old) == "a" and list(tmp_path.glob("*.partial")) == []


def test_what_was_asked_of_a_matter_that_was_put_away_is_dropped(
    opened: MainWindow, qtbot: QtBot
) -> None:
    told: list[object] = []
    errors: list[UserError] = []
    desk, before = opened.desk, opened.desk.store
    desk.failed.connect(errors.append)
    desk.new()
    for _ in range(20):
        desk.keep(lambda store: store.sessions(), told.append)
    assert desk.store is before
    qtbot.waitUntil(lambda: desk.store not in (None, before), timeout=30_000)
    desk.keep(lambda store: store.name, told.append)
    qtbot.waitUntil(lambda: told[-1:] == [desk.store.name], timeout=30_000)
    assert told == [desk.store.name] and errors == []


def test_that_a_matter_could_not_be_kept_elsewhere_stays_on_show(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened.desk.store is not None
    before = opened.desk.store.path
    folder = tmp_path / "taken.pincite"
    folder.mkdir()
    with qtbot.waitSignal(opened.desk.opened, timeout=30_000):
        opened.desk.save_as(folder)
    qtbot.waitUntil(opened.messages.isVisible, timeout=30_000)
    assert "could not be written" in opened.messages.words.text()
    assert opened.desk.store is not None and opened.desk.store.path == before
    assert len(opened.desk.items) == 2
    qtbot.wait(100)
    assert opened.messages.isVisible()
