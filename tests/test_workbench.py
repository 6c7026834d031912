"""The workbench: documents, model and matter put together, and what is left when it is closed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cancel import Cancelled, CancelToken
from app.config import Paths
from app.engine.models.store import ModelStore
from app.errors import DocumentError, ModelError, UsageError
from app.recursion.budget import Depth
from app.recursion.events import AnswerReady, Event, RunStarted
from app.sessions.store import Store
from app.workbench import Effort, Workbench, samples
from tests.cli.conftest import LEASE


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    path = tmp_path / "lease.md"
    path.write_text(LEASE)
    return path


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    return tmp_path / "mill.pincite"


@pytest.fixture
def bench(paths: Paths, matter: Path) -> Iterator[Workbench]:
    with Workbench(paths, matter) as bench:
        yield bench


class TestDocuments:
    def test_one_that_cannot_be_opened_does_not_hold_up_the_others(
        self, bench: Workbench, lease: Path, tmp_path: Path
    ) -> None:
        empty = tmp_path / "empty.pdf"
        empty.touch()
        opened = bench.open_documents([tmp_path / "gone.pdf", lease, empty])
        assert [document.name for document in opened.documents] == ["lease.md"]
        assert [path.name for path, _ in opened.errors] == ["gone.pdf", "empty.pdf"]
        assert bench.documents == opened.documents

    def test_they_are_in_the_matter_and_open_from_it_without_their_files(
        self, paths: Paths, matter: Path, lease: Path
    ) -> None:
        with Workbench(paths, matter) as bench:
            (document,) = bench.open_documents([lease]).documents
        lease.unlink()
        with Workbench(paths, matter) as bench:
            (again,) = bench.open_matter_documents()
            assert again.text == document.text
            assert bench.index.search(["notice to end the lease"])

    def test_a_document_is_in_memory_once_however_many_ask_for_it(
        self, paths: Paths, matter: Path, lease: Path
    ) -> None:
        with Workbench(paths, matter) as bench:
            (document,) = bench.open_documents([lease]).documents
            assert bench.document(document.id) is document
        with Workbench(paths, matter) as bench:
            shown = bench.document(document.id)
            assert bench.document(document.id) is shown
            assert bench.open_matter_documents() == (shown,)
            assert bench.open_matter_documents()[0] is shown

    def test_a_known_file_keeps_the_text_that_citations_rest_on(
        self, bench: Workbench, lease: Path, tmp_path: Path
    ) -> None:
        (first,) = bench.open_documents([lease]).documents
        copy = tmp_path / "copy.md"
        shutil.copy(lease, copy)
        (second,) = bench.open_documents([copy]).documents
        assert second.id == first.id
        assert second.text == first.text
        assert len(bench.documents) == 1

    def test_what_other_threads_did_to_the_matter_is_noticed(
        self, bench: Workbench, lease: Path
    ) -> None:
        (document,) = bench.open_documents([lease]).documents
        bench.store.remove_document(document.id)
        assert bench.open_matter_documents() == ()
        assert bench.index.search(["notice"]) == []

    def test_refining_keeps_the_text_and_is_kept(
        self, paths: Paths, matter: Path, lease: Path
    ) -> None:
        with Workbench(paths, matter) as bench:
            (document,) = bench.open_documents([lease]).documents
            pages: list[tuple[int, int]] = []
            refined = bench.refine(document, on_page=lambda *done: pages.append(done))
            assert refined.refined
            assert refined.text == document.text
            assert pages == [(1, 1)]
            assert bench.documents == (refined,)
        with Workbench(paths, matter) as bench:
            assert bench.open_matter_documents()[0].refined

    def test_opening_can_be_stopped(self, bench: Workbench, lease: Path) -> None:
        cancel = CancelToken()
        cancel.cancel()
        with pytest.raises(Cancelled):
            bench.open_documents([lease], cancel=cancel)
        assert bench.documents == ()


class TestModel:
    def test_a_missing_one_says_how_to_fetch_it(self, bench: Workbench) -> None:
        with pytest.raises(ModelError) as caught:
            bench.load_engine()
        assert "pincite model fetch" in caught.value.command

    def test_one_that_only_ranks_passages_is_refused(self, bench: Workbench) -> None:
        with pytest.raises(ModelError, match="can't answer"):
            bench.load_engine("minilm-l6-v2")

    def test_nothing_is_asked_without_document_or_model(
        self, bench: Workbench, lease: Path
    ) -> None:
        with pytest.raises(DocumentError):
            bench.ask("What?", Effort(), lambda event: None, CancelToken())
        bench.open_documents([lease])
        with pytest.raises(ModelError):
            bench.ask("What?", Effort(), lambda event: None, CancelToken())
        assert bench.store.runs() == []


@pytest.mark.model
def test_a_question_is_recorded_before_it_is_shown_and_reaches_no_network(
    paths: Paths,
    matter: Path,
    lease: Path,
    store_with_tiny_model: ModelStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(self: socket.socket, address: object) -> None:
        raise AssertionError(f"a connection to {address!r} was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    shown: list[Event] = []
    kept: list[bool] = []
    with Workbench(paths, matter) as bench, Store.open(matter, read_only=True) as reader:

        def emit(event: Event) -> None:
            shown.append(event)
            if isinstance(event, RunStarted | AnswerReady):
                (head,) = reader.runs()
                stored = [each.event for each in reader.events(head.id)]
                kept.append(type(stored[-1]) is type(event))

        bench.open_documents([lease])
        bench.load_engine("smollm2-135m")
        asked = bench.ask("What is the rent?", Effort(Depth.QUICK), emit, CancelToken())
        assert isinstance(shown[0], RunStarted)
        assert isinstance(shown[-1], AnswerReady)
        assert kept == [True, True]
        record = bench.store.run(asked.run)
        assert record.answer == asked.answer
        assert record.head.prompts_sha256


class TestUnsaved:
    def test_work_without_a_matter_leaves_nothing(self, paths: Paths, lease: Path) -> None:
        with Workbench(paths) as bench:
            bench.open_documents([lease])
            folder = bench.store.path.parent
            assert folder.is_relative_to(paths.cache)
            assert os.name == "nt" or folder.stat().st_mode & 0o077 == 0
        assert not folder.exists()

    def test_what_a_killed_program_left_is_deleted_by_the_next(self, paths: Paths) -> None:
        code = (
            "import os, signal; from app.config import Paths; from app.workbench import Workbench;"
            "Workbench(Paths.default()); os.kill(os.getpid(), signal.SIGKILL)"
        )
        subprocess.run([sys.executable, "-c", code], check=False)
        unsaved = paths.cache / "unsaved"
        (left,) = unsaved.iterdir()
        with Workbench(paths):
            assert not left.exists()


class TestReport:
    def test_an_unknown_ending_is_refused_with_those_there_are(
        self, bench: Workbench, tmp_path: Path
    ) -> None:
        run = bench.store.start_run("What?")
        with pytest.raises(UsageError) as caught:
            bench.report(run, tmp_path / "report.odt")
        assert ".pdf" in caught.value.hint

    def test_a_folder_that_is_not_there_is_an_error_of_the_users(
        self, bench: Workbench, tmp_path: Path
    ) -> None:
        run = bench.store.start_run("What?")
        for name in ("report.md", "report.html", "report.pdf"):
            with pytest.raises(DocumentError):
                bench.report(run, tmp_path / "nowhere" / name)


def test_the_samples_are_there() -> None:
    assert [path.name for path in samples()] == [
        "patient-record.pdf",
        "scanned-letter.pdf",
        "services-agreement.pdf",
    ]
