"""A matter opens after anything, and what is no matter is refused in words."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from app import __version__
from app.errors import MatterError
from app.recursion.events import StateSaved
from app.sessions.matter_file import MatterFile
from app.sessions.migrations import migrations
from app.sessions.store import Store
from tests.sessions.making import make_document, record_run

ROOT = Path(__file__).resolve().parents[2]

WRITER = """
import sys
from pathlib import Path
from app.engine.engine import Usage
from app.recursion.events import Spent, StateSaved, TurnStarted
from app.sessions.store import Store
from tests.sessions.making import make_document, started

store = Store.open(Path(sys.argv[1]))
document = store.add_document(make_document())
run = store.start_run("Q")
store.record(run, started(document))
print(run, flush=True)
for n in range(1, 1_000_000):
    store.record(run, Spent(1, n, Usage(), 0.1, "reading"))
    if n % 20 == 0:
        store.record(run, StateSaved(n, b"state %d" % n))
    print(n, flush=True)
"""


def start(code: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("kill_after", [1, 57, 203])
def test_a_program_killed_at_any_moment_keeps_every_event(path, kill_after):
    process = start(WRITER, path)
    try:
        run = process.stdout.readline().strip()
        for _ in range(kill_after):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        rest = process.stdout.read().split()
    finally:
        process.kill()
        process.wait()
    told = kill_after + len([line for line in rest if line.isdigit()])
    with Store.open(path) as store:
        record = store.run(run)
        assert record.head.status == "interrupted"
        assert record.head.subcalls >= told - 1, "a last line may have been cut"
        assert record.head.ended == list(store.events(run))[-1].time
        assert record.head.seconds == pytest.approx(0.1)
        saved = store.saved_state(run)
        if told < 20:
            assert saved is None
        else:
            assert int(saved.split()[1]) >= told // 20 * 20 - 20
        assert record.documents[0].name == "agreement.pdf"
        store.rename("Written again")
        assert store._file.query("PRAGMA integrity_check") == [{"integrity_check": "ok"}]


def test_two_programs_do_not_write_one_matter(path):
    process = start(WRITER, path)
    try:
        process.stdout.readline()
        with pytest.raises(MatterError, match="open in another Pincite") as told:
            Store.open(path)
        assert told.value.hint
        with Store.open(path, read_only=True) as store:
            assert store.runs()[0].status == "running", "reading changes nothing"
            with pytest.raises(MatterError, match="reading only"):
                store.rename("Mine")
    finally:
        process.kill()
        process.wait()
    Store.open(path).close()


def test_a_matter_is_opened_once_within_a_program_too(store, path):
    with pytest.raises(MatterError, match="open in another"):
        Store.open(path)


def test_nothing_but_the_matter_is_left_behind(path):
    with Store.open(path) as store:
        record_run(store, store.add_document(make_document()))
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


def test_a_closed_matter_says_so_and_closes_twice(store):
    store.close()
    store.close()
    with pytest.raises(MatterError, match="closed"):
        store.documents()


def test_a_new_matter_is_named_after_its_file(store, path):
    summary = store.summary()
    assert (summary.name, summary.path) == ("Smith v. Jones", path)
    assert summary.size > 0 and summary.documents == () and summary.sessions == ()


def test_a_matter_from_a_newer_version_is_refused_and_not_changed(path):
    with Store.open(path) as store, store._file.writing() as db:
        row = {"migration_set": "pincite", "name": "m999_telepathy", "applied_at": "2031"}
        db.table("_sqlite_migrations").insert(row)
        db.table("matter").update(1, {"program_version": "9.1"})
    before = path.read_bytes()
    with pytest.raises(MatterError, match=r"newer Pincite \(9\.1\)") as told:
        Store.open(path)
    assert "Update" in told.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize("steps", range(1, 8))
def test_an_older_matter_is_brought_up_to_date(path, steps):
    names = [step.name for step in migrations.pending(Database(memory=True))]
    old = Database(path)
    old.execute("PRAGMA application_id = 0x50494E43")
    migrations.apply(old, stop_before=names[steps])
    row = {"id": 1, "name": "Old", "created": "2025-01-01T00:00:00+00:00"}
    old.table("matter").insert(row | {"program_version": "0.0.1"})
    old.close()
    with pytest.raises(MatterError, match="older Pincite"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert store.name == "Old"
        assert store.run(record_run(store, store.add_document(make_document()))).matching == {1}
        assert store._file.query("SELECT program_version AS v FROM matter") == [{"v": __version__}]


def test_a_migration_that_fails_leaves_nothing_half_done(path, monkeypatch):
    def broken(db):
        db.execute("CREATE TABLE half (id INTEGER)")
        raise RuntimeError("power cut")

    last = migrations._migrations[-1]
    monkeypatch.setattr(last, "fn", broken)
    with pytest.raises(RuntimeError, match="power cut"):
        MatterFile.open(path)
    monkeypatch.undo()
    with Store.open(path) as store:
        tables = store._file.query("SELECT name FROM sqlite_master WHERE name = 'half'")
        assert tables == []
        assert len(store.calls) == 0


def test_what_is_no_matter_is_refused(tmp_path):
    text = tmp_path / "notes.pincite"
    text.write_text("These are my notes. " * 100)
    other = tmp_path / "bank.pincite"
    Database(other).table("accounts").insert({"id": 1})
    before = text.read_bytes(), other.read_bytes()
    for read_only in (False, True):
        with pytest.raises(MatterError, match="not a matter"):
            Store.open(text, read_only=read_only)
        with pytest.raises(MatterError, match="another program"):
            Store.open(other, read_only=read_only)
    assert (text.read_bytes(), other.read_bytes()) == before


def test_an_empty_file_becomes_a_matter_but_not_by_looking_at_it(path):
    path.touch()
    with pytest.raises(MatterError, match="not a matter"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert store.documents() == []


def test_a_place_that_cannot_hold_a_matter_is_told(tmp_path):
    with pytest.raises(MatterError, match="folder"):
        Store.open(tmp_path)
    with pytest.raises(MatterError, match="no folder"):
        Store.open(tmp_path / "nowhere" / "x.pincite")
    with pytest.raises(MatterError, match="no matter"):
        Store.open(tmp_path / "x.pincite", read_only=True)
    assert not (tmp_path / "x.pincite").exists()


def test_a_cut_off_matter_is_told_as_damaged(store, path):
    record_run(store, store.add_document(make_document("word " * 20_000)))
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(MatterError, match=r"damaged|can't be read"), Store.open(path) as again:
        for row in again.documents():
            again.document(row.id)
        for run in again.runs():
            again.run(run.id)


@pytest.fixture
def plain_user() -> Iterator[Path]:
    """A folder, and for the time of the test not the rights of root, who may write anywhere."""
    with tempfile.TemporaryDirectory() as folder:
        root = os.geteuid() == 0
        if root:
            os.chown(folder, 65534, 65534)
            os.setresuid(65534, 65534, 0)
        yield Path(folder)
        Path(folder).chmod(stat.S_IRWXU)
        if root:
            os.setresuid(0, 0, 0)


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="needs to step down from root")
def test_a_read_only_matter_is_refused_for_writing_and_can_be_read(plain_user):
    path = plain_user / "x.pincite"
    with Store.open(path) as store:
        record_run(store, store.add_document(make_document()))
    path.chmod(stat.S_IRUSR)
    with pytest.raises(MatterError, match="read-only") as told:
        Store.open(path)
    assert "Copy" in told.value.hint
    plain_user.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(MatterError, match="read-only"):
        Store.open(path)
    with pytest.raises(MatterError, match="No file can be made"):
        Store.open(plain_user / "new.pincite")
    with Store.open(path, read_only=True) as store:
        assert store.run(store.runs()[0].id).matching == {1}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_READONLY_DBMOVED", "read-only"),
        ("SQLITE_BUSY", "in use"),
        ("SQLITE_IOERR_WRITE", "can't be read or written"),
        ("SQLITE_CORRUPT", "damaged"),
    ],
)
def test_what_goes_wrong_with_the_disk_is_told_with_a_hint(store, code, said):
    error = sqlite3.OperationalError("low level words")
    error.sqlite_errorname = code
    with pytest.raises(MatterError, match=said) as told, store._file.explained():
        raise error
    assert told.value.hint


def test_a_full_disk_costs_one_event_and_no_more(store):
    run = store.start_run("Q")
    (pages,) = store._file.query("PRAGMA page_count")[0].values()
    store._file.query(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(MatterError, match="disk is full"):
        store.record(run, StateSaved(1, b"x" * 1_000_000))
    store._file.query("PRAGMA max_page_count = 1000000")
    store.record(run, StateSaved(1, b"x" * 1_000_000))
    assert [stored.seq for stored in store.events(run)] == [1]


def test_a_link_to_a_matter_is_the_matter(store, path):
    link = path.with_name("link.pincite")
    link.symlink_to(path)
    with pytest.raises(MatterError, match="open in another"):
        Store.open(link)


def test_a_bug_stays_a_bug(store):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store._file.query("SELECT * FROM telepathy")


def test_a_failed_transaction_keeps_nothing(store):
    with pytest.raises(RuntimeError), store._file.writing() as db:
        db.table("matter").update(1, {"name": "Half"})
        raise RuntimeError
    assert store.name == "Smith v. Jones"


def test_connections_of_threads_that_ended_are_closed(store):
    def read():
        store.documents()

    for _ in range(20):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert len(store._file._connections) == 1
