"""Settings are measured once for a model and a machine, kept, and can be overridden."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.cancel import Cancelled, CancelToken
from app.engine.engine import Message, ModelInfo, Request
from app.engine.llama import measuring, pace
from app.engine.llama.context import ContextSettings
from app.engine.llama.engine import LlamaEngine
from app.engine.llama.measuring import Tuning, measure
from app.engine.llama.model import LlamaModel
from app.engine.machine.tuning import PROCESSOR, Chosen, Tuned, TuningFile, llama_version

INFO = ModelInfo("x", "X", "abc", 0, 1024, "")
TUNED = Tuned(threads=3, batch=128, read_speed=90.5, generate_speed=20.0, llama=llama_version())


@pytest.fixture
def file(tmp_path: Path) -> TuningFile:
    return TuningFile(tmp_path / "config" / "tuning.json")


class TestFile:
    def test_a_measurement_is_kept_for_its_model(self, file: TuningFile, tmp_path: Path) -> None:
        file.put("a", PROCESSOR, TUNED)
        file.put("b", PROCESSOR, Tuned(threads=1, batch=64, read_speed=1.0, generate_speed=1.0))
        again = TuningFile(tmp_path / "config" / "tuning.json")
        assert again.get("a", PROCESSOR) == TUNED
        assert again.measured("a") == {PROCESSOR: TUNED}
        assert again.get("a", "GPU") is None
        assert again.get("c", PROCESSOR) is None
        assert [path.name for path in (tmp_path / "config").iterdir()] == ["tuning.json"]

    def test_another_version_of_llama_cpp_is_measured_anew(self, file: TuningFile) -> None:
        file.choose("a", PROCESSOR, Chosen(threads=2))
        file.put("a", PROCESSOR, Tuned(threads=2, batch=64, read_speed=1.0, generate_speed=1.0))
        assert file.get("a", PROCESSOR) is None
        assert file.chosen("a", PROCESSOR) == Chosen(threads=2), "what was decided still holds"

    def test_another_machine_is_measured_anew(
        self, file: TuningFile, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file.put("a", PROCESSOR, TUNED)
        monkeypatch.setattr("psutil.cpu_count", lambda: 96)
        assert file.get("a", PROCESSOR) is None

    def test_a_decision_drops_what_was_measured_without_it(self, file: TuningFile) -> None:
        file.put("a", PROCESSOR, TUNED)
        file.choose("a", PROCESSOR, Chosen(cache_type="q8_0"))
        assert file.get("a", PROCESSOR) is None
        assert file.chosen("a", PROCESSOR).cache_type == "q8_0"

    @pytest.mark.parametrize("field", ['"threads": "many"', '"batch": 0', '"cache_type": "f2"'])
    def test_a_spoiled_file_is_as_none(self, file: TuningFile, tmp_path: Path, field: str) -> None:
        path = tmp_path / "config" / "tuning.json"
        file.put("a", PROCESSOR, TUNED)
        name = field.partition(":")[0]
        lines = [
            f"{field}," if line.strip().startswith(name) else line
            for line in path.read_text().splitlines()
        ]
        path.write_text("\n".join(lines))
        assert json.loads(path.read_text())["a"], "it is JSON still"
        assert file.get("a", PROCESSOR) is None
        file.put("a", PROCESSOR, TUNED)
        assert file.get("a", PROCESSOR) == TUNED

    def test_one_that_cannot_be_written_costs_no_load(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        TuningFile(tmp_path / "file" / "tuning.json").put("a", PROCESSOR, TUNED)

    def test_a_measurement_is_told_in_words(self) -> None:
        assert TUNED.described == (
            "3 threads, flash attention on, cache exact, batches of 128: "
            "reads 90 and writes 20 tokens a second"
        )


@pytest.mark.model
class TestLoading:
    @pytest.fixture(autouse=True)
    def unfixed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("PINCITE_THREADS")
        monkeypatch.setattr(measuring, "_LONGEST", 0.0)

    def load(self, path: Path, file: TuningFile, **options: object) -> LlamaEngine:
        return LlamaEngine.load(
            path, id="x", name="X", sha256="abc", window=256,
            tuning=Tuning(file, **options),  # type: ignore[arg-type]
        )  # fmt: skip

    def test_a_model_is_measured_at_its_first_load_only(
        self, tiny_model: Path, file: TuningFile
    ) -> None:
        said: list[str] = []
        self.load(tiny_model, file, on_progress=said.append).close()
        assert said == ["Measuring how this model runs best here, once"]
        measured = file.get("abc", PROCESSOR)
        assert measured is not None
        assert measured.read_speed > 1
        assert measured.generate_speed > 1
        file.put("abc", PROCESSOR, TUNED)
        engine = self.load(tiny_model, file, on_progress=lambda _: pytest.fail("measured again"))
        assert engine._context.settings.batch == 128
        assert engine.model.hardware.startswith("CPU, 3 threads")
        engine.close()

    def test_threads_given_from_outside_hold_and_nothing_is_measured(
        self, tiny_model: Path, file: TuningFile, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PINCITE_THREADS", "1")
        self.load(tiny_model, file).close()
        assert file.measured("abc") == {}
        file.put("abc", PROCESSOR, TUNED)
        engine = self.load(tiny_model, file)
        assert (engine._context.settings.threads, engine._context.settings.batch) == (1, 128)
        engine.close()

    def test_a_cancel_ends_the_measurement_and_keeps_nothing(
        self, tiny_model: Path, file: TuningFile
    ) -> None:
        cancel = CancelToken()
        begin = 0.0

        def stop(_: str) -> None:
            nonlocal begin
            begin = time.perf_counter()
            cancel.cancel()

        with pytest.raises(Cancelled):
            self.load(tiny_model, file, on_progress=stop, cancel=cancel)
        assert time.perf_counter() - begin < 5
        assert file.measured("abc") == {}

    def test_what_replies_depend_on_is_never_changed_silently(
        self, tiny_model: Path, file: TuningFile
    ) -> None:
        file.choose("abc", PROCESSOR, Chosen(cache_type="f16", flash_attention=False, threads=1))
        engine = self.load(tiny_model, file)
        assert engine._context.settings.cache_type == "f16"
        assert engine.model.hardware.endswith("; cache f16; no flash attention")
        engine.close()

    def test_a_model_that_outran_its_measurement_is_measured_once_more(
        self, tiny_model: Path, file: TuningFile, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pace, "_READ", 150)
        file.put("abc", PROCESSOR, replace(TUNED, threads=1, read_speed=0.1, generate_speed=0.1))
        engine = self.load(tiny_model, file)
        text = "The supplier shall deliver within thirty days of a written notice. " * 12
        engine.judge_each([(Message("user", text),)], CancelToken())
        engine.close()
        outrun = file.get("abc", PROCESSOR)
        assert outrun is not None
        assert outrun.doubted
        assert outrun.read_speed > 1
        said: list[str] = []
        self.load(tiny_model, file, on_progress=said.append).close()
        assert said == ["Measuring how this model runs best here, once"]
        self.load(tiny_model, file, on_progress=lambda _: pytest.fail("measured again")).close()
        kept = file.get("abc", PROCESSOR)
        assert kept is not None
        assert kept.read_speed >= outrun.read_speed, "the better of the two"


@pytest.mark.model
class TestMeasuring:
    @pytest.fixture
    def model(self, tiny_model: Path) -> Iterator[LlamaModel]:
        model = LlamaModel(tiny_model)
        yield model
        model.close()

    def race(
        self, monkeypatch: pytest.MonkeyPatch, speeds: dict[tuple[int, bool, int], list[float]]
    ) -> list[tuple[int, bool, int]]:
        """Run on these speeds of reading by threads, flash attention and batch, one each time."""
        tried = []

        def run(_: object, settings: ContextSettings) -> measuring._Pace:
            key = (settings.threads, settings.flash_attention, settings.batch)
            tried.append(key)
            left = speeds[key]
            return measuring._Pace(left.pop(0) if len(left) > 1 else left[0], 20.0)

        monkeypatch.setattr(measuring._Race, "_run", run)
        monkeypatch.setattr(measuring.psutil, "cpu_count", lambda: 4)
        return tried

    def test_the_faster_settings_are_taken(
        self, model: LlamaModel, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tried = self.race(
            monkeypatch,
            {
                (2, True, 128): [1600.0],
                (4, True, 128): [900.0],
                (1, True, 128): [3000.0],
                (1, False, 128): [3100.0],
                (1, True, 256): [3100.0],
                (1, True, 512): [90_000.0],
            },
        )
        monkeypatch.setattr(measuring._Pace, "seconds", property(lambda pace: 1 / pace.read))
        best = measure(model, ContextSettings(cells=512, threads=2))
        assert (best.threads, best.flash_attention, best.batch) == (1, True, 512)
        assert len(set(tried)) == 6

    def test_a_slow_machine_keeps_batches_in_which_a_stop_is_heeded_at_once(
        self, model: LlamaModel, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slow = {(n, flash, 128): [40.0] for n in (1, 2, 4) for flash in (True, False)}
        self.race(monkeypatch, slow)
        assert measure(model, ContextSettings(cells=512, threads=2)).batch == 128

    def test_what_was_fast_by_chance_is_not_taken(
        self, model: LlamaModel, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # The default was slow at first, while something else ran, and is fast when tried again.
        tried = self.race(
            monkeypatch,
            {
                (2, True, 128): [20.0, 20.0, 100.0],
                (4, True, 128): [60.0],
                (1, True, 128): [60.0],
                (2, False, 128): [60.0],
            },
        )
        best = measure(model, ContextSettings(cells=512, threads=2))
        assert (best.threads, best.flash_attention) == (2, True)
        assert tried.count((2, True, 128)) > 2

    def test_what_a_person_chose_is_not_tried(
        self, model: LlamaModel, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tried = self.race(monkeypatch, {(3, True, 256): [100.0]})
        chosen = Chosen(threads=3, batch=256, cache_type="q8_0")
        best = measure(model, ContextSettings(cells=512, threads=2), chosen)
        assert set(tried) == {(3, True, 256)}
        assert (best.threads, best.batch, best.cache_type) == (3, 256, "q8_0")

    def test_it_takes_a_few_seconds_at_most(self, model: LlamaModel) -> None:
        begin = time.perf_counter()
        measure(model, ContextSettings(cells=512, threads=1))
        # Six seconds and the last trial, on a machine that may be busy.
        assert time.perf_counter() - begin < 12


@pytest.mark.model
def test_no_choice_that_is_made_by_measuring_changes_a_reply(tiny_model: Path) -> None:
    clause = "Either party may terminate this agreement on thirty days' written notice. " * 4
    request = Request((Message("user", f"{clause}\nHow long is the notice?"),), max_tokens=8)
    said = set()
    for threads, batch in ((1, 256), (2, 128), (1, 32)):
        settings = ContextSettings(cells=1024, threads=threads, batch=batch)
        engine = LlamaEngine(LlamaModel(tiny_model), INFO, settings, 0)
        said.add(engine.complete(request, CancelToken()).text)
        engine.close()
    assert len(said) == 1
