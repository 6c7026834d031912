"""Passages are ranked by meaning beside their words, and the vectors can be kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from app.cancel import Cancelled, CancelToken
from app.documents.search import meaning as meaning_module
from app.documents.search import vectors as vectors_module
from app.documents.search.index import PassageIndex
from app.documents.search.meaning import Meaning
from app.documents.search.passages import Passage, passages_of
from app.documents.search.vectors import MemoryShelf
from tests.documents.search.test_index import LEASE

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

    def rest(self) -> None:
        pass


@pytest.fixture
def meaning() -> Meaning:
    return Meaning(Concepts())


@pytest.fixture
def passages() -> list[Passage]:
    return passages_of(LEASE)


def test_a_passage_is_found_by_what_it_means(meaning: Meaning) -> None:
    index = PassageIndex(None, meaning)
    index.add(LEASE)
    assert index.search(["creature"]) == []  # no word of the question stands in the lease
    meaning.make(LEASE, index.passages(LEASE.id), CancelToken())
    best = index.search(["creature"], limit=1)[0]
    assert "goldfish" in LEASE.quote(best.span)


def test_vectors_that_were_kept_serve_again(passages: list[Passage]) -> None:
    shelf = MemoryShelf()
    meaning, again = Meaning(Concepts(), shelf), Meaning(Concepts(), shelf)
    meaning.make(LEASE, passages, CancelToken())
    assert again.take(LEASE.id, passages)
    assert again.rankings(["pet"], None, 5) == meaning.rankings(["pet"], None, 5)


def test_vectors_in_parts_rank_as_in_one(
    meaning: Meaning, passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    meaning.make(LEASE, passages, CancelToken())
    at_once = meaning.rankings(["money for a pet", "leave"], None, depth=20)
    for module in (meaning_module, vectors_module):
        monkeypatch.setattr(module, "PART", 2)
    in_parts = Meaning(Concepts())
    in_parts.make(LEASE, passages, CancelToken())
    assert in_parts.rankings(["money for a pet", "leave"], None, depth=20) == at_once


def test_each_phrase_is_ranked_by_itself(meaning: Meaning, passages: list[Passage]) -> None:
    meaning.make(LEASE, passages, CancelToken())
    alone = [meaning.rankings([phrase], None, 5)[0] for phrase in ("money", "pet")]
    assert meaning.rankings(["money", "pet"], None, 5) == alone
    assert alone[0] != alone[1]


def test_passages_alike_keep_their_order(meaning: Meaning, passages: list[Passage]) -> None:
    meaning.make(LEASE, passages, CancelToken())
    whole, _ = meaning.rankings(["nothing of all that"], None, len(passages))[0]
    scores = Concepts().embed([f"{p.heading}. {LEASE.quote(p.span)}" for p in passages])
    near = (scores.astype(np.float16) @ Concepts().embed(["nothing of all that"])[0]).tolist()
    assert whole == [p.span for _, p in sorted(zip(near, passages, strict=True), key=_falling)]


def _falling(scored: tuple[float, Passage]) -> float:
    return -scored[0]


def test_vectors_of_other_passages_or_damaged_ones_are_not_taken(passages: list[Passage]) -> None:
    shelf = MemoryShelf()
    Meaning(Concepts(), shelf).make(LEASE, passages, CancelToken())
    other = Meaning(Concepts(), shelf)
    assert not other.take(LEASE.id, passages[:-1])
    head, (part,) = shelf.head(LEASE.id), shelf.parts(LEASE.id)
    assert head is not None
    for kept_head, kept_parts in [
        (head[:100], [part]),
        (b"", [part]),
        (head, []),
        (head, [part[:-8]]),
        (head, [part, part]),
    ]:
        shelf.begin(LEASE.id, kept_head)
        for each in kept_parts:
            shelf.add(LEASE.id, each)
        assert not other.take(LEASE.id, passages)
    assert not other.holds(LEASE.id)
    other.make(LEASE, passages, CancelToken())
    assert other.rankings(["pet"], None, 5)[0]


def test_a_document_whose_vectors_are_gone_is_left_out(passages: list[Passage]) -> None:
    shelf = MemoryShelf()
    meaning = Meaning(Concepts(), shelf)
    meaning.make(LEASE, passages, CancelToken())
    shelf.begin(LEASE.id, b"")
    assert meaning.rankings(["pet"], None, 5) == [[[], []]]


def test_only_the_documents_asked_for_are_ranked(meaning: Meaning, passages: list[Passage]) -> None:
    meaning.make(LEASE, passages, CancelToken())
    assert meaning.rankings(["pet"], ["another"], 5) == [[]]
    assert meaning.rankings(["pet"], [LEASE.id], 5)[0]


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


def test_work_that_was_cancelled_goes_on_from_where_it_was(
    passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (meaning_module, vectors_module):
        monkeypatch.setattr(module, "PART", 2)
    shelf, afresh = MemoryShelf(), MemoryShelf()
    cancel = CancelToken()
    first: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        first.append((done, total))
        cancel.cancel()

    begun = Meaning(Concepts(), shelf)
    with pytest.raises(Cancelled):
        begun.make(LEASE, passages, cancel, stop)
    assert not begun.holds(LEASE.id)
    second: list[tuple[int, int]] = []
    # Another start of the program finds on the shelf what was made.
    later = Meaning(Concepts(), shelf)
    assert not later.take(LEASE.id, passages)
    later.make(LEASE, passages, CancelToken(), lambda done, total: second.append((done, total)))
    total = later.count(LEASE, passages)
    assert first == [(2, total)] and second[0] == (4, total) and second[-1] == (total, total)
    Meaning(Concepts(), afresh).make(LEASE, passages, CancelToken())
    assert list(afresh.parts(LEASE.id)) == list(shelf.parts(LEASE.id))


def test_texts_near_to_what_is_asked_are_told_from_those_that_are_not(meaning: Meaning) -> None:
    index = PassageIndex(None, meaning)
    near, far = index.nearness("Which creature?", ["A goldfish.", "The rent."]) or ()
    assert near > 0.9 > 0.1 > far
    assert index.nearness("Which creature?", []) == []


def test_what_was_asked_before_is_not_worked_out_again(
    passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    meaning = Meaning(Concepts())
    meaning.make(LEASE, passages, CancelToken())
    ranked = meaning.rankings(["a goldfish", "rent"], None, 3)
    near = meaning.nearness("a goldfish", ["an animal", "the rent"])
    monkeypatch.setattr(Concepts, "embed", None)
    assert meaning.rankings(["a goldfish", "rent"], None, 3) == ranked
    assert meaning.nearness("a goldfish", ["an animal", "the rent"]) == near


def test_without_vectors_nothing_is_said_of_nearness() -> None:
    assert PassageIndex(None).nearness("Which creature?", ["A goldfish."]) is None
