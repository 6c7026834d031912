"""Questions from the command line: real documents, a real small model, a real matter."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.engine.models.store import ModelStore
from app.sessions.store import Store
from tests.cli.conftest import Outcome

Pincite = Callable[..., Outcome]
TINY = ("--model", "smollm2-135m")
# What so small a model answers is not the point here, so it need not be given long.
DEPTH = ("--depth", "quick")
BRIEFLY = (*TINY, *DEPTH, "--seconds", "5")
FIELDS = {
    "question", "status", "answer", "citations", "coverage", "turns", "subcalls", "tokens",
    "seconds", "model", "run",
}  # fmt: skip


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((), "QUESTION"),
            (("What is the rent?",), "FILE"),
            (("  ", "lease.md"), "QUESTION"),
            (("What?", "x.pdf", "--depth", "bottomless"), "bottomless"),
            (("What?", "x.pdf", "--seconds", "0"), "0"),
            (("What?", "x.pdf", "--checklist", "nowhere.txt"), "nowhere.txt"),
        ],
    )
    def test_wrong_usage_is_told_and_ends_with_2(
        self, pincite: Pincite, arguments: tuple[str, ...], said: str
    ) -> None:
        result = pincite("ask", *arguments)
        assert result.status == 2
        assert said in result.err
        assert result.out == ""

    def test_a_forgotten_question_is_noticed(self, pincite: Pincite, lease: Path) -> None:
        result = pincite("ask", lease)
        assert result.status == 2
        assert "the question comes first" in result.err

    def test_an_empty_checklist_is_noticed(self, pincite: Pincite, lease: Path) -> None:
        checklist = lease.with_name("questions.txt")
        checklist.write_text("# nothing yet\n\n")
        result = pincite("ask", "--checklist", checklist, lease)
        assert result.status == 2
        assert "holds no question" in result.err


class TestDocuments:
    def test_a_missing_document_ends_with_3_and_is_named(
        self, pincite: Pincite, tmp_path: Path
    ) -> None:
        result = pincite("ask", "What?", tmp_path / "gone.pdf")
        assert result.status == 3
        assert "gone.pdf" in result.err

    def test_what_a_folder_holds_that_is_not_read_is_told_in_a_line(
        self, pincite: Pincite, tmp_path: Path
    ) -> None:
        folder = tmp_path / "case"
        folder.mkdir()
        (folder / "lease.pdf").write_bytes(bytes(500))
        (folder / ".hidden.xlsx").write_bytes(b"x")
        for number in range(30):
            (folder / f"{'budget' * 20}{number:02}.xlsx").write_bytes(b"x")
        (folder / "README").write_bytes(b"x")
        for command in (
            ("ask", "What?"),
            ("table", "--question", "What?", "--to", tmp_path / "a.csv"),
        ):
            result = pincite(*command, folder)
            assert result.status == 3 and result.out == ""
            (line,) = [one for one in result.err.splitlines() if "of kinds" in one]
            assert line.startswith("Left out: 31 files of kinds that are not read")
            assert "(.xlsx, without an ending): README, budget" in line
            assert line.endswith("….") and len(line) < 300 and ".hidden" not in line

    def test_a_folder_without_documents_says_what_is_read(
        self, pincite: Pincite, tmp_path: Path
    ) -> None:
        (tmp_path / "photos").mkdir()
        (tmp_path / "photos" / "house.jpg").write_bytes(b"x")
        result = pincite("ask", "What?", tmp_path / "photos")
        assert result.status == 3
        assert "Left out: 1 file of kinds that are not read (.jpg): house.jpg." in result.err
        assert "There is no document" in result.err and "Pincite reads PDF, DOCX" in result.err

    def test_a_matter_without_documents_ends_with_3(self, pincite: Pincite, tmp_path: Path) -> None:
        with Store.open(tmp_path / "empty.pincite"):
            pass
        result = pincite("ask", "What?", "--matter", tmp_path / "empty.pincite")
        assert result.status == 3
        assert "holds no documents" in result.err

    def test_a_matter_that_is_not_there_is_not_made_for_nothing(
        self, pincite: Pincite, tmp_path: Path
    ) -> None:
        result = pincite("ask", "What?", "--matter", tmp_path / "gone.pincite")
        assert result.status == 3
        assert not (tmp_path / "gone.pincite").exists()

    def test_a_run_to_follow_that_is_not_there_is_told_before_a_model_is_looked_for(
        self, pincite: Pincite, lease: Path, tmp_path: Path
    ) -> None:
        matter = tmp_path / "mill.pincite"
        with Store.open(matter):
            pass
        result = pincite("ask", "And when?", lease, "--matter", matter, "--follow", "abc123")
        assert result.status == 3
        assert "There is no run abc123" in result.err


def test_a_model_that_is_not_here_ends_with_4_and_how_to_fetch_it(
    pincite: Pincite, lease: Path
) -> None:
    result = pincite("ask", "What is the rent?", lease)
    assert result.status == 4
    assert "pincite model fetch qwen2.5-coder-1.5b" in result.err


@pytest.mark.model
class TestAnswers:
    @pytest.fixture(autouse=True)
    def with_model(self, store_with_tiny_model: ModelStore) -> None:
        pass

    def test_json_holds_what_is_promised_and_quotes_are_the_documents_words(
        self, pincite: Pincite, lease: Path, tmp_path: Path
    ) -> None:
        matter = tmp_path / "mill.pincite"
        question = "What is the monthly rent?"
        result = pincite("ask", question, lease, "--json", "--matter", matter, *TINY, *DEPTH)
        assert result.status == 0
        (answer,) = result.objects
        assert set(answer) >= FIELDS
        assert answer["question"] == question
        assert answer["status"] in ("answered", "not_found", "stopped")
        assert answer["coverage"]["pages"] == 1
        assert answer["coverage"]["pages_without_text"] == 0
        assert answer["model"]["id"] == "smollm2-135m"
        assert answer["tokens"]["prompt"] > 0
        with Store.open(matter) as store:
            (row,) = store.documents()
            text = store.document(row.id).text
            assert [run.id for run in store.runs()] == [answer["run"]]
        for citation in answer["citations"]:
            assert citation["quote"] == text[citation["start"] : citation["end"]]
            assert citation["document"] == "lease.md"

    def test_how_deep_runs_may_nest_can_be_said(
        self, pincite: Pincite, lease: Path, tmp_path: Path
    ) -> None:
        matter = tmp_path / "mill.pincite"
        asked = ("ask", "What is the rent?", lease, "--matter", matter, *BRIEFLY)
        assert pincite(*asked, "--nesting", "2").status == 0
        with Store.open(matter) as store:
            (run,) = store.runs()
            assert run.settings["max_depth"] == "2"
        assert pincite(*asked, "--nesting", "3").status == 2

    def test_a_checklist_asks_each_line_and_a_broken_file_holds_nothing_up(
        self, pincite: Pincite, lease: Path, tmp_path: Path
    ) -> None:
        checklist = tmp_path / "questions.txt"
        checklist.write_text("# the lease\nWhen does it begin?\n\nWhat is the rent?\n")
        broken = tmp_path / "broken.pdf"
        broken.write_bytes(b"%PDF-1.7 and then nothing")
        result = pincite("ask", "--checklist", checklist, lease, broken, "--json", *BRIEFLY)
        assert result.status == 0
        asked = [answer["question"] for answer in result.objects]
        assert asked == ["When does it begin?", "What is the rent?"]
        assert "Left out: broken.pdf" in result.err
        assert result.err.count("SmolLM2") == 1, "the model is loaded once, and said to be"

    def test_a_run_can_be_shown_and_reported_and_asked_on_later(
        self, pincite: Pincite, lease: Path, tmp_path: Path
    ) -> None:
        matter = tmp_path / "mill.pincite"
        first = pincite("ask", "What is the rent?", lease, "--matter", matter, *BRIEFLY)
        assert first.status == 0
        lease.unlink()
        again = pincite("ask", "When does it begin?", "--matter", matter, "--json", *BRIEFLY)
        (answer,) = again.objects
        shown = pincite("matter", "show", matter)
        assert "lease.md" in shown.out
        assert answer["run"] in shown.out
        assert "What is the rent?" in " ".join(shown.out.split())
        for name in ("report.html", "report.md", "report.pdf"):
            result = pincite("report", answer["run"], "--matter", matter, "--to", tmp_path / name)
            assert result.status == 0, result.err
            assert (tmp_path / name).stat().st_size > 500
        assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
        assert "When does it begin?" in (tmp_path / "report.md").read_text()

    def test_without_a_matter_nothing_is_left_behind(
        self, pincite: Pincite, lease: Path, home: Path
    ) -> None:
        assert pincite("ask", "What is the rent?", lease, *BRIEFLY).status == 0
        assert list((home / "cache" / "unsaved").iterdir()) == []

    def test_time_that_runs_out_ends_the_run_and_is_told(
        self, pincite: Pincite, lease: Path
    ) -> None:
        result = pincite("ask", "What is the rent?", lease, "--seconds", "0.01", "--json", *TINY)
        (answer,) = result.objects
        assert answer["status"] == "stopped"
        assert "second" in answer["note"]
        assert result.status == 0

    def test_ctrl_c_ends_with_what_there_is_and_130(self, lease: Path, tmp_path: Path) -> None:
        for n in range(40):
            lease.write_text(lease.read_text() + f"\n## Annex {n}\n\n" + "Nothing of note. " * 60)
        matter = tmp_path / "mill.pincite"
        command = [sys.executable, "-m", "app", "ask", "Summarise every annex.", str(lease)]
        command += ["--matter", str(matter), "--json", "--depth", "exhaustive", *TINY]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
        )
        try:
            _wait_until(lambda: matter.exists() and _turns(matter) > 0)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
        assert process.returncode == 130, err
        assert '"status": "stopped"' in out
        with Store.open(matter) as store:
            assert [run.status for run in store.runs()] == ["stopped"]


def _turns(matter: Path) -> int:
    with Store.open(matter, read_only=True) as store:
        return sum(1 for run in store.runs() for _ in store.events(run.id))


def _wait_until(condition: Callable[[], bool], limit: float = 120) -> None:
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except Exception:
            # The matter may be half made while this looks.
            pass
        time.sleep(0.1)
    raise AssertionError("it did not come about in time")


def test_the_demonstration_opens_the_window_where_there_is_one(pincite: Pincite) -> None:
    assert pincite("demo").windows == (("--demo",),)
