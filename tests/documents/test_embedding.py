"""Texts are embedded in batches that are large enough to be fast and small enough to be kept."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import psutil
import pytest

from app.documents.embedding import Embedder, _batch_size
from app.errors import ModelError
from app.memory import give_back

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


def test_a_model_that_rested_says_the_same_as_before(embedding_model: tuple[Path, ...]) -> None:
    embedder = Embedder(*embedding_model, threads=1)
    before = embedder.embed(TEXTS)
    embedder.rest()
    embedder.rest()
    assert np.array_equal(embedder.embed(TEXTS), before)
    assert before.shape == (len(TEXTS), 384)
    assert np.allclose(np.linalg.norm(before, axis=1), 1, atol=1e-6)


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms give it back themselves")
def test_a_model_that_rests_takes_no_memory(embedding_model: tuple[Path, ...]) -> None:
    process = psutil.Process()
    embedder = Embedder(*embedding_model, threads=1)
    give_back()
    before = process.memory_info().rss
    embedder.embed(TEXTS)
    taken = process.memory_info().rss - before
    embedder.rest()
    left = process.memory_info().rss - before
    assert 60e6 < taken < 140e6, "measured: 115 MB"
    assert left < 30e6, "measured: 17 MB"


def test_a_file_that_is_no_model_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_text("nothing")
    embedder = Embedder(tmp_path / "model.onnx", tmp_path / "tokenizer.json")
    with pytest.raises(ModelError) as told:
        embedder.embed(["a"])
    assert "model fetch" in told.value.hint
