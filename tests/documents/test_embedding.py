"""Texts are embedded in batches that are large enough to be fast and small enough to be kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from app.documents.embedding import Embedder, _batch_size
from app.documents.search.index import PassageIndex
from app.documents.search.meaning import Meaning
from app.errors import ModelError
from app.memory import give_back

ROOT = Path(__file__).parent.parent.parent
TEXTS = [f"{word} shall be paid within thirty days." * n for n, word in enumerate("abcdefgh", 1)]


def test_short_texts_fill_a_batch() -> None:
    assert _batch_size(["The rent is due."] * 16) == 16


def test_a_batch_of_long_texts_is_short() -> None:
    assert _batch_size(["word " * 180] * 16) == 4
    assert _batch_size(["short"] * 10 + ["word " * 180] * 6) == 10, "all are padded to the longest"


def test_a_text_that_is_longer_than_a_batch_goes_alone() -> None:
    # Of what is cut off nothing is computed.
    assert _batch_size(["word " * 100_000] * 16) == 3
    assert _batch_size(["word " * 100_000]) == 1


@pytest.fixture
def embedder(embedding_model: tuple[Path, ...]) -> Iterator[Embedder]:
    """The real model."""
    made = Embedder(*embedding_model)
    yield made
    made.rest()


def test_a_model_that_rested_says_the_same_as_before(embedder: Embedder) -> None:
    before = embedder.embed(TEXTS)
    embedder.rest()
    embedder.rest()
    assert np.array_equal(embedder.embed(TEXTS), before)
    assert before.shape == (len(TEXTS), 384)
    assert np.allclose(np.linalg.norm(before, axis=1), 1, atol=1e-6)


def test_the_model_takes_memory_of_its_own_process_alone(embedder: Embedder) -> None:
    here = psutil.Process()
    embedder.embed(TEXTS[:1])
    give_back()
    before = here.memory_info().rss
    for size in (1, 3, 8, 2, 5):
        embedder.embed(TEXTS[:size] * 8)
    assert here.memory_info().rss - before < 5e6
    model = psutil.Process(embedder.pid)
    assert model.memory_info().rss < 220e6, "measured: 170 MB"
    embedder.rest()
    assert not model.is_running() and embedder.pid is None


def test_the_program_itself_never_loads_the_model(embedding_model: tuple[Path, ...]) -> None:
    code = (
        "import sys; from pathlib import Path; from app.documents.embedding import Embedder\n"
        "print(Embedder(*map(Path, sys.argv[1:])).embed(['a word']).shape)\n"
        "print([name for name in sys.modules if name in ('onnxruntime', 'tokenizers')])\n"
    )
    command = [sys.executable, "-c", code, *map(str, embedding_model)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "(1, 384)\n[]\n"


def test_a_process_that_ended_is_started_anew(embedder: Embedder) -> None:
    before = embedder.embed(TEXTS)
    assert embedder.pid is not None
    psutil.Process(embedder.pid).kill()
    assert np.array_equal(embedder.embed(TEXTS), before)


def test_an_index_that_is_closed_leaves_no_process(embedder: Embedder) -> None:
    index = PassageIndex(None, Meaning(embedder))
    assert index.nearness(TEXTS[0], TEXTS[:2]) is not None
    model = psutil.Process(embedder.pid)
    index.close()
    assert not model.is_running()


def test_a_file_that_is_no_model_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_text("nothing")
    embedder = Embedder(tmp_path / "model.onnx", tmp_path / "tokenizer.json")
    with pytest.raises(ModelError) as told:
        embedder.embed(["a"])
    assert told.value.hint == "Fetch it again."
    assert told.value.command == "pincite model fetch minilm-l6-v2"
    embedder.rest()
