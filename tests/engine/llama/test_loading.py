"""A model that can't be used is refused with the reason, before it can bring anything down."""

from __future__ import annotations

import logging
from collections import namedtuple
from pathlib import Path

import psutil
import pytest

from app.engine.llama.context import ContextSettings
from app.engine.llama.engine import LlamaEngine
from app.engine.llama.loading import default_threads
from app.engine.llama.plan import MemoryPlan, plan, require
from app.engine.machine import devices
from app.engine.machine.devices import Gpu, Placement, cards, describe, place, why_none
from app.errors import ModelError

GB = 1_000_000_000


def load(path: Path, window: int = 512) -> LlamaEngine:
    return LlamaEngine.load(path, id="x", name="Model X", sha256="", window=window)


def altered(model: Path, to: Path, old: bytes, new: bytes) -> Path:
    """A copy of a model with a word of its header changed and its weights left as a hole."""
    assert len(old) == len(new)
    with model.open("rb") as file:
        header = file.read(3_000_000)
    assert old in header
    to.write_bytes(header.replace(old, new, 1))
    with to.open("r+b") as file:
        file.truncate(model.stat().st_size)
    return to


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.gguf"
    path.write_text("Dear Sirs,")
    with pytest.raises(ModelError, match=r"letter\.gguf is not a usable GGUF file"):
        load(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        load(tmp_path / "none.gguf")


@pytest.mark.model
@pytest.mark.parametrize("share", [0.001, 0.5, 0.999])
def test_a_model_that_was_cut_short_is_refused(
    tiny_model: Path, tmp_path: Path, share: float
) -> None:
    path = tmp_path / "cut.gguf"
    size = tiny_model.stat().st_size
    with tiny_model.open("rb") as file:
        path.write_bytes(file.read(min(3_000_000, int(size * share))))
    if share > 0.1:
        with path.open("r+b") as file:
            file.truncate(int(size * share))
    with pytest.raises(ModelError, match=r"cut\.gguf") as refused:
        load(path)
    assert refused.value.hint


@pytest.mark.model
def test_a_model_of_an_unknown_kind_is_refused(tiny_model: Path, tmp_path: Path) -> None:
    key = b"general.architecture" + (8).to_bytes(4, "little") + (5).to_bytes(8, "little")
    path = altered(tiny_model, tmp_path / "new.gguf", key + b"llama", key + b"zebra")
    with pytest.raises(ModelError, match=r"kind that this version of llama\.cpp .* zebra"):
        load(path)


@pytest.mark.model
def test_a_model_without_a_chat_template_is_refused(tiny_model: Path, tmp_path: Path) -> None:
    path = altered(
        tiny_model, tmp_path / "base.gguf", b"tokenizer.chat_template", b"tokenizer.chat_temp____"
    )
    with pytest.raises(ModelError, match=r"base\.gguf has no chat template"):
        load(path)


@pytest.mark.model
def test_a_model_that_does_not_fit_is_refused_with_the_numbers(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Memory = namedtuple("Memory", "available")
    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory(available=300_000_000))
    with pytest.raises(ModelError, match=r"Model X needs 0\.\d GB .* 0\.3 GB is free") as refused:
        load(tiny_model, window=8192)
    assert "would fit" in refused.value.hint


@pytest.mark.model
def test_where_memory_is_short_less_is_kept_of_what_was_read(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = tiny_model.stat().st_size
    one = plan(tiny_model, size, ContextSettings(cells=2048)).total
    Memory = namedtuple("Memory", "available")
    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory(available=one + 1_000_000))
    engine = load(tiny_model, window=2048)
    assert engine.model.window == 2048
    assert engine._context.cells == 2048
    engine.close()


@pytest.mark.model
def test_a_window_is_never_larger_than_the_model_was_made_for(tiny_model: Path) -> None:
    engine = load(tiny_model, window=100_000)
    assert engine.model.window == 8192
    engine.close()


@pytest.mark.model
def test_the_cache_is_planned_to_the_byte(tiny_model: Path) -> None:
    planned = plan(tiny_model, 98_362_432, ContextSettings(cells=4096))
    # 30 layers, 3 heads of 64, two bytes each for key and value.
    assert planned.cache == 4096 * 30 * 3 * 64 * 2 * 2
    assert planned.weights == 98_362_432
    assert 10_000_000 < planned.buffers < 100_000_000
    assert planned.layers == 30


@pytest.mark.model
def test_what_llama_cpp_logs_goes_to_the_log(
    tiny_model: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG, "pincite.llama"):
        load(tiny_model).close()
    assert any("n_ctx" in record.getMessage() for record in caplog.records)
    assert capfd.readouterr() == ("", "")


def test_the_refusal_says_what_would_fit() -> None:
    planned = MemoryPlan(weights=4 * GB, cache=2 * GB, buffers=GB // 2, cells=32_768)
    assert planned.cells_within(6 * GB) > 16_384
    require(planned, "M", 32_768, 7 * GB)
    with pytest.raises(ModelError) as refused:
        require(planned, "M", 32_768, 6 * GB)
    assert "6.5 GB" in refused.value.message
    assert refused.value.hint == "A window of 23,552 tokens would fit."
    with pytest.raises(ModelError) as refused:
        require(planned, "M", 32_768, 3 * GB)
    assert "smaller model" in refused.value.hint


def test_a_gpu_takes_as_many_layers_as_fit() -> None:
    card = Gpu("CUDA0", "Card", 8 * GB)
    assert place([card], True, 4 * GB, GB, 32) == Placement(-1)
    some = place([card], True, 10 * GB, 2 * GB, 32)
    assert some.layers == 19
    assert "12.0 GB" in some.reason
    assert "7.2 GB" in some.reason


def test_a_card_that_is_not_used_is_named_with_what_to_do(tmp_path: Path) -> None:
    assert cards(tmp_path) == ()
    for name, vendor in (("card0", "0x10de"), ("card1", "0x10de"), ("card2", "0x1234")):
        (tmp_path / name / "device").mkdir(parents=True)
        (tmp_path / name / "device" / "vendor").write_text(f"{vendor}\n")
    assert cards(tmp_path) == ("NVIDIA",)
    assert why_none(False, ["NVIDIA"]) == (
        "this build of llama.cpp has no support for the NVIDIA graphics here; "
        "packaging/run.py --gpu cuda builds one that has"
    )
    assert "--gpu vulkan" in why_none(False, ["AMD", "Intel"])
    assert why_none(True, ["AMD"]) == (
        "llama.cpp can't use the AMD graphics here; a driver may be missing"
    )


def test_the_reason_for_no_gpu_is_given_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "cards", tuple)
    assert describe([], place([], False, 1, 1, 1), 32, 8) == (
        "CPU, 8 threads: this build of llama.cpp has no GPU support"
    )
    assert describe([], place([], True, 1, 1, 1), 32, 1) == "CPU, 1 thread: no GPU was found"
    card = Gpu("CUDA0", "Card", 8 * GB)
    assert describe([card], Placement(-1), 32, 8) == "GPU Card (CUDA0), all 32 layers"
    assert describe([card], place([card], True, 10 * GB, 2 * GB, 32), 32, 8) == (
        "19 of 32 layers on GPU Card (CUDA0), the rest on CPU, 8 threads: "
        "the model needs 12.0 GB and 7.2 GB of GPU memory is free"
    )


def test_threads_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_THREADS", "3")
    assert default_threads() == 3
    monkeypatch.setenv("PINCITE_THREADS", "many")
    assert 1 <= default_threads() <= (psutil.cpu_count() or 1)
