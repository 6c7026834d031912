"""Texts are embedded in batches that are large enough to be fast and small enough to be kept."""

from __future__ import annotations

from app.documents.embedding import _batch_size


def test_short_texts_fill_a_batch() -> None:
    assert _batch_size(["The rent is due."] * 16) == 16


def test_a_batch_of_long_texts_is_short() -> None:
    assert _batch_size(["word " * 180] * 16) == 4
    assert _batch_size(["short"] * 10 + ["word " * 180] * 6) == 10, "all are padded to the longest"


def test_a_text_that_is_longer_than_a_batch_goes_alone() -> None:
    # Of what is cut off nothing is computed.
    assert _batch_size(["word " * 100_000] * 16) == 3
    assert _batch_size(["word " * 100_000]) == 1
