"""Settings are measured once for a model and a machine, kept, and can be overridden."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.engine import llama_loading, llama_tuning
from app.engine.llama import LlamaEngine
from app.engine.llama_context import ContextSettings
from app.engine.llama_tuning import measure
from app.engine.tuning import Tuned, TuningFile
from tests.engine.conftest import load

TUNED = Tuned(threads=3, batch=128, read_speed=90.5, generate_speed=20.0)


def test_a_measurement_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "tuning.json"
    TuningFile(path).put("a", TUNED)
    TuningFile(path).put("b", Tuned(1, 64, 1.0, 1.0))
    assert TuningFile(path).get("a") == TUNED
    assert TuningFile(path).get("c") is None
    assert json.loads(path.read_text())["a"]["threads"] == 3
    assert [file.name for file in path.parent.iterdir()] == ["tuning.json"]


def test_a_spoiled_file_is_as_none(tmp_path: Path) -> None:
    path = tmp_path / "tuning.json"
    path.write_text('{"a": {"threads": "many"}}')
    assert TuningFile(path).get("a") is None
    TuningFile(path).put("a", TUNED)
    assert TuningFile(path).get("a") == TUNED


def test_a_file_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    TuningFile(tmp_path / "file" / "tuning.json").put("a", TUNED)


def test_a_measurement_is_told_in_words() -> None:
    assert TUNED.described() == (
        "3 threads, batches of 128: reads 90 and writes 20 tokens a second"
    )


@pytest.mark.model
def test_a_model_is_measured_at_its_first_load_only(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PINCITE_THREADS")
    monkeypatch.setattr(llama_loading, "usable_cores", lambda: 1)
    monkeypatch.setattr(llama_tuning, "_LONGEST", 0.0)
    file = TuningFile(tmp_path / "tuning.json")

    def opened() -> LlamaEngine:
        return LlamaEngine.load(tiny_model, id="x", name="X", sha256="abc", window=256, tuning=file)

    opened().close()
    (key,) = json.loads((tmp_path / "tuning.json").read_text())
    assert key.startswith("abc/")
    measured = file.get(key)
    assert measured is not None
    assert measured.read_speed > 1
    assert measured.generate_speed > 1
    file.put(key, Tuned(1, 96, 5.0, 5.0))
    engine = opened()
    assert engine._context.settings.batch == 96
    assert engine.model.hardware.startswith("CPU, 1 thread")
    engine.close()


@pytest.mark.model
def test_the_faster_settings_are_taken(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speeds = {(2, 128): 100.0, (4, 128): 80.0, (1, 128): 130.0, (1, 32): 90.0, (1, 64): 150.0}
    tried: list[tuple[int, int]] = []

    def fake(_: object, settings: ContextSettings) -> Tuned:
        tried.append((settings.threads, settings.batch))
        return Tuned(settings.threads, settings.batch, speeds[tried[-1]], 20.0)

    monkeypatch.setattr(llama_tuning, "_try", fake)
    monkeypatch.setattr(llama_tuning.psutil, "cpu_count", lambda: 4)
    engine = load(tiny_model, window=256)
    best = measure(engine._model, ContextSettings(cells=512, threads=2))
    engine.close()
    assert tried == [(2, 128), (4, 128), (1, 128), (1, 32), (1, 64)]
    assert (best.threads, best.batch) == (1, 64)
