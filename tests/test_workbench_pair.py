"""Two models at once: a larger one leads, a smaller one answers the sub-calls."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from app.cancel import CancelToken
from app.config import Paths
from app.engine.engine import ModelInfo
from app.engine.paired import PairedEngine
from app.errors import ModelError
from app.recursion.budget import Depth, Limits
from app.reports.json_object import json_object
from app.reports.report import markdown
from app.workbench import Effort, Workbench
from app.workbench.filling import accepts
from tests.cli.conftest import LEASE
from tests.conftest import TINY
from tests.recursion.scripted import ScriptedEngine, reader

PLAN = '{"kind": "find", "phrases": ["rent"]}'
QUESTION = "What is the rent?"
SMALL = "small"


class Brief(Effort):
    """As little work as makes a run, and none that depends on how fast the machine is."""

    def limits(self, questions: int = 1) -> Limits:
        return Limits(turns=1, subcalls=3, tokens=100_000, seconds=600)


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    path = tmp_path / "lease.md"
    # Too long to be shown whole, so that the root has something to lead.
    path.write_text(LEASE + "\n\n".join(f"Clause {n} is left empty for now." for n in range(900)))
    return path


@pytest.fixture
def bench(paths: Paths, tmp_path: Path, lease: Path) -> Iterator[Workbench]:
    with Workbench(paths, tmp_path / "mill.pincite") as bench:
        bench.open_documents([lease])
        yield bench


def scripted(id: str, name: str, sha256: str) -> ScriptedEngine:
    engine = ScriptedEngine(lambda request: PLAN, reader("rent"))
    engine._model = replace(engine.model, id=id, name=name, sha256=sha256)
    return engine


class TestRun:
    @pytest.fixture
    def pair(self) -> PairedEngine:
        return PairedEngine(
            scripted("qwen3-8b", "Leader", "a" * 64), scripted(TINY, "Reader", "b" * 64)
        )

    def test_the_root_leads_and_the_other_reads_and_judges(
        self, bench: Workbench, pair: PairedEngine
    ) -> None:
        bench.adopt_engine(pair)
        effort = Effort(Depth.QUICK, protocol="plan")
        asked = bench.ask(QUESTION, effort, lambda event: None, CancelToken())
        assert asked.answer.status == "answered"
        root, sub = pair.root, pair.sub
        assert isinstance(root, ScriptedEngine)
        assert isinstance(sub, ScriptedEngine)
        assert root.root
        assert not root.read
        assert not root.judged
        assert sub.read
        assert sub.judged
        assert not sub.root

    def test_record_json_and_report_name_both(self, bench: Workbench, pair: PairedEngine) -> None:
        bench.adopt_engine(pair)
        asked = bench.ask(QUESTION, Brief(protocol="plan"), lambda event: None, CancelToken())
        record = bench.store.run(asked.run)
        said = json_object(record)
        assert said["model"] == {"id": "qwen3-8b", "name": "Leader", "sha256": "a" * 64}
        assert said["sub_model"] == {"id": TINY, "name": "Reader", "sha256": "b" * 64}
        report = markdown(record)
        for words in (f"Reader ({TINY})", "b" * 64, "Leader (qwen3-8b)", "a" * 64):
            assert words in report.replace("\\", "")
        # The judge's threshold is that of the model that judges.
        assert float(record.head.settings["threshold"]) == bench.models.entry(TINY).threshold

    def test_one_model_is_not_said_to_be_two(self, bench: Workbench) -> None:
        bench.adopt_engine(scripted(TINY, "Reader", "b" * 64))
        asked = bench.ask(QUESTION, Brief(), lambda event: None, CancelToken())
        record = bench.store.run(asked.run)
        assert json_object(record)["sub_model"] is None
        assert "sub-calls" not in markdown(record).split("Model SHA-256")[1].split("Depth")[0]

    def test_replies_are_kept_for_the_model_that_gave_them(
        self, bench: Workbench, pair: PairedEngine
    ) -> None:
        bench.adopt_engine(pair)
        for _ in range(2):
            bench.ask(QUESTION, Brief(protocol="plan"), lambda event: None, CancelToken())
        root, sub = pair.root, pair.sub
        assert isinstance(root, ScriptedEngine)
        assert isinstance(sub, ScriptedEngine)
        assert len(root.root) == 1, "the second time nothing was asked anew"
        asked_of_sub = len(sub.judged)
        # The root alone has answered no sub-call yet, so it is asked all of them.
        bench.release_engine()
        bench.adopt_engine(root)
        bench.ask(QUESTION, Brief(protocol="plan"), lambda event: None, CancelToken())
        assert root.judged
        assert len(sub.judged) == asked_of_sub

    def test_a_table_takes_over_only_what_both_had_answered(
        self, bench: Workbench, pair: PairedEngine
    ) -> None:
        bench.adopt_engine(pair)
        bench.ask(QUESTION, Brief(protocol="plan"), lambda event: None, CancelToken())
        (row,) = bench.store.runs()
        assert accepts(pair.model, Depth.STANDARD)(row)
        assert not accepts(pair.root.model, Depth.STANDARD)(row)


def test_the_pair_takes_what_both_can_take() -> None:
    root, sub = scripted("a", "A", "a" * 64), scripted("b", "B", "b" * 64)
    sub._model = replace(sub.model, window=2_000)
    model = PairedEngine(root, sub).model
    assert (model.id, model.window) == ("a", 2_000)
    assert model.sub == sub.model
    sub._model = replace(sub.model, server="elsewhere.example")
    assert PairedEngine(root, sub).model.server == "elsewhere.example", "text goes there"


@pytest.mark.model
class TestLoading:
    def test_two_are_loaded_asked_and_told_of(self, bench: Workbench, second_model: str) -> None:
        info = bench.load_engine(TINY, sub_model_id=second_model)
        assert info.id == TINY
        assert isinstance(info.sub, ModelInfo)
        assert info.sub.id == second_model
        assert info.sub.sha256 != info.sha256
        asked = bench.ask(QUESTION, Brief(), lambda event: None, CancelToken())
        said = json_object(bench.store.run(asked.run))
        assert (said["model"]["id"], said["sub_model"]["id"]) == (TINY, second_model)
        assert said["subcalls"] > 0
        again = bench.load_engine(TINY, sub_model_id=second_model)
        assert again == info

    def test_asked_for_one_the_other_is_freed(self, bench: Workbench, second_model: str) -> None:
        bench.load_engine(TINY, sub_model_id=second_model)
        assert bench.load_engine(TINY).sub is None
        # The same model for both is one.
        assert bench.load_engine(TINY, sub_model_id=TINY).sub is None

    def test_two_that_do_not_fit_are_refused_with_the_numbers_and_what_would_fit(
        self, bench: Workbench, second_model: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Memory = namedtuple("Memory", "available")
        monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory(available=500_000_000))
        with pytest.raises(ModelError) as refused:
            bench.load_engine(TINY, sub_model_id=second_model)
        assert "500 MB is free" in refused.value.message
        assert refused.value.message.count(" MB") == 4
        assert refused.value.hint.endswith("alone would fit.")
        assert bench.model is None
        assert bench.load_engine(TINY).id == TINY, "one alone does"

    def test_both_share_the_memory_there_is(
        self, bench: Workbench, second_model: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Memory = namedtuple("Memory", "available")
        monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory(available=800_000_000))
        bench.load_engine(TINY, sub_model_id=second_model)
        pair = bench.release_engine()
        assert isinstance(pair, PairedEngine)
        assert pair.root.memory + pair.sub.memory <= 800_000_000  # type: ignore[attr-defined]
        pair.close()
