"""Passages are ranked by meaning beside their words, and the vectors can be kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from app.cancel import Cancelled, CancelToken
from app.documents import meaning as meaning_module
from app.documents.meaning import Meaning
from app.documents.search import PassageIndex
from tests.documents.test_search import LEASE

CONCEPTS = {
    "creature": 0,
    "pet": 0,
    "goldfish": 0,
    "animal": 0,
    "money": 1,
    "rent": 1,
    "pay": 1,
    "leave": 2,
}


class Concepts:
    """Stands for an embedding model: words for one thing point one way."""

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        vectors = np.full((len(texts), 4), 0.01, np.float32)
        for row, text in enumerate(texts):
            for word, axis in CONCEPTS.items():
                vectors[row, axis] += text.lower().count(word)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[int, np.ndarray]]:
        for first in range(0, len(texts), 2):
            yield first, self.embed(texts[first : first + 2])


@pytest.fixture
def meaning() -> Meaning:
    return Meaning(Concepts())


def test_a_passage_is_found_by_what_it_means(meaning: Meaning) -> None:
    index = PassageIndex(None, meaning)
    index.add(LEASE)
    assert index.search(["creature"]) == []  # no word of the question stands in the lease
    meaning.make(LEASE, index.passages(LEASE.id), CancelToken())
    best = index.search(["creature"], limit=1)[0]
    assert "goldfish" in LEASE.quote(best.span)


def test_vectors_that_were_kept_serve_again(meaning: Meaning) -> None:
    index = PassageIndex(None)
    index.add(LEASE)
    passages = index.passages(LEASE.id)
    packed = meaning.make(LEASE, passages, CancelToken())
    again = Meaning(Concepts())
    assert again.take(LEASE.id, passages, packed)
    assert again.rankings("pet", None, 5) == meaning.rankings("pet", None, 5)


def test_many_vectors_are_compared_some_at_a_time(
    meaning: Meaning, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = PassageIndex(None)
    index.add(LEASE)
    meaning.make(LEASE, index.passages(LEASE.id), CancelToken())
    at_once = meaning.rankings("money for a pet", None, depth=20)
    monkeypatch.setattr(meaning_module, "_AT_ONCE", 2)
    assert meaning.rankings("money for a pet", None, depth=20) == at_once


def test_vectors_of_other_passages_or_damaged_ones_are_not_taken(meaning: Meaning) -> None:
    index = PassageIndex(None)
    index.add(LEASE)
    passages = index.passages(LEASE.id)
    packed = meaning.make(LEASE, passages, CancelToken())
    other = Meaning(Concepts())
    assert not other.take(LEASE.id, passages[:-1], packed)
    assert not other.take(LEASE.id, passages, packed[:100])
    assert not other.take(LEASE.id, passages, b"")
    assert not other.holds(LEASE.id)


def test_only_the_documents_asked_for_are_ranked(meaning: Meaning) -> None:
    index = PassageIndex(None)
    index.add(LEASE)
    meaning.make(LEASE, index.passages(LEASE.id), CancelToken())
    assert meaning.rankings("pet", ["another"], 5) == []
    assert meaning.rankings("pet", [LEASE.id], 5)


def test_a_document_indexed_anew_loses_its_old_vectors(meaning: Meaning) -> None:
    index = PassageIndex(None, meaning)
    index.add(LEASE)
    meaning.make(LEASE, index.passages(LEASE.id), CancelToken())
    index.add(LEASE)
    assert not meaning.holds(LEASE.id)


def test_making_vectors_can_be_stopped_and_tells_how_far_it_is(meaning: Meaning) -> None:
    index = PassageIndex(None)
    index.add(LEASE)
    cancel = CancelToken()
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        cancel.cancel()

    with pytest.raises(Cancelled):
        meaning.make(LEASE, index.passages(LEASE.id), cancel, stop)
    assert len(told) == 1 and told[0][0] < told[0][1]
    assert not meaning.holds(LEASE.id)


def test_work_that_was_cancelled_goes_on_from_where_it_was(meaning: Meaning) -> None:
    index = PassageIndex(None)
    index.add(LEASE)
    passages = index.passages(LEASE.id)
    cancel = CancelToken()
    first: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        first.append((done, total))
        cancel.cancel()

    with pytest.raises(Cancelled):
        meaning.make(LEASE, passages, cancel, stop)
    assert not meaning.holds(LEASE.id)
    second: list[tuple[int, int]] = []
    packed = meaning.make(
        LEASE, passages, CancelToken(), lambda done, total: second.append((done, total))
    )
    total = meaning.count(LEASE, passages)
    assert first == [(2, total)] and second[0] == (4, total) and second[-1] == (total, total)
    afresh = Meaning(Concepts())
    assert afresh.make(LEASE, passages, CancelToken()) == packed


def test_texts_near_to_what_is_asked_are_told_from_those_that_are_not(meaning: Meaning) -> None:
    index = PassageIndex(None, meaning)
    near, far = index.nearness("Which creature?", ["A goldfish.", "The rent."]) or ()
    assert near > 0.9 > 0.1 > far
    assert index.nearness("Which creature?", []) == []


def test_without_vectors_nothing_is_said_of_nearness() -> None:
    assert PassageIndex(None).nearness("Which creature?", ["A goldfish."]) is None
