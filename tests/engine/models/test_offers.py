"""What a model is said to need and to do here is what it needs and does."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config import RESOURCES, Paths
from app.engine.llama.context import ContextSettings
from app.engine.llama.plan import plan
from app.engine.machine.hardware import Machine, measure_bandwidth, this_machine
from app.engine.machine.tuning import GPU, PROCESSOR, Tuned
from app.engine.models.catalogue import Catalogue, ModelEntry
from app.engine.models.gguf import read_header
from app.engine.models.offers import Fit, Pair, memory_needed, offer, speed
from app.engine.models.store import ModelStore
from tests.engine.toy import gguf

GB = 1_000_000_000
OFFICE = Machine(memory=16 * GB, free=10 * GB, gpu_free=0, bandwidth=40 * GB)
CATALOGUE = {entry.id: entry for entry in Catalogue.read(RESOURCES / "models.toml").models}


def test_the_catalogue_has_models_from_half_a_billion_weights_to_thirty() -> None:
    chat = sorted(e.parameters for e in CATALOGUE.values() if e.kind == "chat")
    assert len(chat) >= 7
    assert sum(0.4e9 < count < 31e9 for count in chat) >= 6
    assert chat[-1] > 30e9


def test_hashes_of_models_that_answer_are_confirmed_twice() -> None:
    for entry in CATALOGUE.values():
        if entry.kind == "chat":
            assert len(set(entry.confirmed)) >= 2, entry.id
            assert entry.shape is not None, entry.id
            assert entry.licence != "unknown"


@pytest.mark.parametrize("id", sorted(id for id, e in CATALOGUE.items() if e.kind == "chat"))
def test_size_and_weights_of_an_entry_go_together(id: str) -> None:
    entry = CATALOGUE[id]
    bits = 8 * entry.size / entry.parameters
    assert 4.5 < bits < 9, "of four- to eight-bit weights"
    assert entry.active <= entry.parameters


@pytest.mark.model
def test_the_need_is_what_llama_cpp_works_out(tiny_model: Path) -> None:
    entry = CATALOGUE["smollm2-135m"]
    settings = ContextSettings(cells=entry.window)
    exact = plan(tiny_model, entry.size, settings).total
    assert memory_needed(entry) == pytest.approx(exact, rel=0.02)
    assert read_header(tiny_model).shape == entry.shape


def test_a_model_fits_by_what_is_free_and_what_there_is() -> None:
    def fit(id: str, machine: Machine = OFFICE) -> Fit:
        return offer(CATALOGUE[id], False, 0, machine).fit

    assert fit("qwen3-4b") is Fit.NOW
    assert fit("qwen3-14b") is Fit.LATER
    assert fit("qwen3-30b-a3b") is Fit.NEVER
    card = Machine(memory=16 * GB, free=10 * GB, gpu_free=12 * GB, bandwidth=40 * GB)
    assert fit("qwen3-14b", card) is Fit.GPU


def test_two_models_fit_together_or_not() -> None:
    def pair(root: str, reader: str, machine: Machine = OFFICE) -> Pair:
        return Pair.of(CATALOGUE[root], CATALOGUE[reader], machine)

    both = pair("qwen3-4b", "qwen2.5-coder-1.5b")
    assert both.both == both.root + both.reader < both.free == OFFICE.free
    assert both.fits
    assert not pair("qwen3-14b", "qwen2.5-coder-1.5b").fits
    assert pair("qwen3-14b", "qwen2.5-coder-1.5b").possible, "once other programs are closed"
    assert not pair("qwen3-30b-a3b", "smollm2-135m").possible
    card = Machine(memory=16 * GB, free=1 * GB, gpu_free=12 * GB, bandwidth=40 * GB)
    assert pair("qwen3-4b", "qwen2.5-coder-1.5b", card).fits, "on the GPU"


def test_speed_follows_the_bytes_that_a_token_needs() -> None:
    dense, experts = CATALOGUE["qwen3-14b"], CATALOGUE["qwen3-30b-a3b"]
    assert experts.size > 2 * dense.size
    assert speed(experts, OFFICE) > 2 * speed(dense, OFFICE)
    # Measured with memory that gives 27 GB a second: 16 to 24 and 97 to 106 tokens a second.
    measured = Machine(memory=24 * GB, free=20 * GB, gpu_free=0, bandwidth=27 * GB)
    assert speed(CATALOGUE["qwen2.5-coder-1.5b"], measured) == pytest.approx(20, rel=0.2)
    assert speed(CATALOGUE["smollm2-135m"], measured) == pytest.approx(97, rel=0.2)


@pytest.mark.parametrize(
    ("bandwidth", "said"),
    [
        (2, "about 1.8 tokens a second, estimated"),
        (9, "about 8 tokens a second, estimated"),
        (200, "about 70 tokens a second, estimated"),
    ],
)
def test_a_speed_is_said_no_more_exactly_than_it_is_known(bandwidth: float, said: str) -> None:
    machine = Machine(24 * GB, 20 * GB, 0, bandwidth * GB)
    assert offer(CATALOGUE["qwen2.5-coder-1.5b"], True, 0, machine).speed_said == said


def test_a_speed_that_was_measured_goes_before_the_estimate_and_says_so() -> None:
    processor = Tuned(threads=2, batch=128, read_speed=88.0, generate_speed=23.4)
    gpu = Tuned(threads=2, batch=512, read_speed=4000.0, generate_speed=131.0)
    entry, both = CATALOGUE["qwen2.5-coder-1.5b"], {PROCESSOR: processor, GPU: gpu}
    found = offer(entry, True, 0, OFFICE, both)
    assert (found.tuned, found.speed_said) == (processor, "23 tokens a second, measured")
    card = Machine(memory=16 * GB, free=10 * GB, gpu_free=1 * GB, bandwidth=40 * GB)
    assert offer(entry, True, 0, card, both).tuned is gpu, "it ran there, if only in part"
    assert offer(entry, True, 0, card, {PROCESSOR: processor}).tuned is processor
    assert offer(entry, True, 0, OFFICE).tuned is None


def test_memory_is_measured_a_few_times_and_the_best_is_kept(tmp_path: Path) -> None:
    notes = tmp_path / "cache" / "machine.json"
    seen = [this_machine(notes).bandwidth for _ in range(6)]
    assert seen == sorted(seen)
    assert seen[-1] == seen[-2]
    assert 0.5 * GB < seen[-1] < 2000 * GB
    notes.write_text("{")
    assert this_machine(notes).bandwidth > 0


def test_no_more_is_measured_than_memory_can_give() -> None:
    # One pass that seems to take no time would make every model seem fast.
    assert measure_bandwidth(2, seconds=0.2) < 5 * measure_bandwidth(1, seconds=0.2)


def test_what_was_begun_is_told_until_it_is_done(paths: Paths, tmp_path: Path) -> None:
    content = gguf()
    catalogue = tmp_path / "models.toml"
    catalogue.write_text(
        'default = "toy"\n[[models]]\nid = "toy"\nname = "Toy"\nlicence = "MIT"\n'
        "parameters = 10000\ncontext = 2048\nwindow = 2048\n"
        f'[[models.files]]\nname = "toy.gguf"\nsize = {len(content)}\nsha256 = "{"0" * 64}"\n'
    )
    store = ModelStore(paths, catalogue)

    def toy() -> tuple[bool, int]:
        (found,) = store.offers(OFFICE)
        return found.here, found.begun

    assert toy() == (False, 0)
    folder = paths.models / "toy"
    folder.mkdir(parents=True)
    (folder / "toy.gguf.partial").write_bytes(content[:5000])
    assert toy() == (False, 5000)
    (folder / "toy.gguf.partial").unlink()
    (folder / "toy.gguf").write_bytes(content)
    assert toy() == (True, 0)


def test_a_file_that_does_not_say_its_shape_is_thought_larger(tmp_path: Path) -> None:
    path = tmp_path / "toy.gguf"
    path.write_bytes(gguf(weights=1_000_000))
    header = read_header(path)
    assert header.shape is None
    entry = ModelEntry(id="toy", name="Toy", licence="MIT", context=2048, window=2048, files=())
    assert memory_needed(entry) >= 200_000_000
