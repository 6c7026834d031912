"""Vectors are kept in the matter part by part, and go with their document."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from app.cancel import CancelToken
from app.documents.document import Document
from app.documents.search.meaning import Meaning
from app.documents.search.passages import passages_of
from app.documents.search.vectors import Head
from app.sessions.migrations import migrations
from app.sessions.store import Store
from tests.documents.search.test_index import LEASE
from tests.documents.search.test_meaning import Concepts
from tests.sessions.making import make_document


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with Store.open(tmp_path / "a.pincite") as opened:
        opened.add_document(LEASE)
        yield opened


def _count(store: Store) -> int:
    return store._file.query("SELECT count(*) AS n FROM vector_parts")[0]["n"]


def test_what_was_made_in_one_session_serves_in_the_next(tmp_path: Path) -> None:
    passages = passages_of(LEASE)
    with Store.open(tmp_path / "b.pincite") as store:
        store.add_document(LEASE)
        first = Meaning(Concepts(), store.vectors("m"))
        first.make(LEASE, passages, CancelToken())
        found = first.rankings(["pet", "money"], None, 5)
    with Store.open(tmp_path / "b.pincite") as store:
        later = Meaning(Concepts(), store.vectors("m"))
        assert not Meaning(Concepts(), store.vectors("another")).take(LEASE.id, passages)
        assert later.take(LEASE.id, passages)
        assert later.rankings(["pet", "money"], None, 5) == found
        assert found[0][0]


def test_parts_come_in_the_order_in_which_they_were_kept(store: Store) -> None:
    shelf = store.vectors("m")
    shelf.begin(LEASE.id, b"head")
    parts = [bytes([n]) * (n + 1) for n in range(12)]
    for part in parts:
        shelf.add(LEASE.id, part)
    assert shelf.head(LEASE.id) == b"head"
    assert list(shelf.parts(LEASE.id)) == parts
    assert shelf.sizes(LEASE.id) == [len(part) for part in parts]


def test_what_is_begun_anew_replaces_what_was_there(store: Store) -> None:
    one, other = store.vectors("m"), store.vectors("another")
    for shelf in (one, other):
        shelf.begin(LEASE.id, b"old")
        shelf.add(LEASE.id, b"old part")
    one.begin(LEASE.id, b"new")
    assert (one.head(LEASE.id), one.sizes(LEASE.id)) == (b"new", [])
    assert (other.head(LEASE.id), other.sizes(LEASE.id)) == (b"old", [8])


def test_vectors_go_with_their_document(store: Store) -> None:
    shelf = store.vectors("m")
    shelf.begin(LEASE.id, b"head")
    shelf.add(LEASE.id, b"part")
    store.remove_document(LEASE.id)
    assert _count(store) == 1  # it can still be restored
    assert store.purge_documents() == 1
    assert _count(store) == 0 and shelf.head(LEASE.id) is None


def _packed(document: Document) -> tuple[bytes, Head, np.ndarray]:
    """Vectors as they were kept in one piece, and what they are."""
    starts = np.array([p.span.start for p in passages_of(document)], np.uint32)
    rest = np.arange(1200, dtype=np.uint32) % len(starts)
    owners = np.concatenate([np.arange(len(starts), dtype=np.uint32), rest])
    vectors = np.random.default_rng(3).standard_normal((len(owners), 4)).astype(np.float16)
    packed = io.BytesIO()
    np.savez_compressed(packed, starts=starts, owners=owners, vectors=vectors)
    return packed.getvalue(), Head(starts, owners, b""), vectors


def test_vectors_of_an_older_matter_are_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "old.pincite"
    with Store.open(path) as store:
        store.add_document(LEASE)
        store.add_document(make_document())
    old = Database(path)
    _back_to_vectors_in_one_piece(old)
    packed, head, vectors = _packed(LEASE)
    rows = [
        (LEASE.id, "m", packed),
        (make_document().id, "m", packed[:200]),  # damaged: made again
        ("gone", "m", packed),
    ]
    for row in rows:
        old.execute("INSERT INTO vectors VALUES (?, ?, ?)", row)
    old.commit()
    old.close()
    with Store.open(path) as store:
        shelf = store.vectors("m")
        assert Meaning(Concepts(), shelf).take(LEASE.id, passages_of(LEASE))
        kept = Head.unpack(shelf.head(LEASE.id) or b"")
        assert kept is not None and kept.same(head)
        assert b"".join(shelf.parts(LEASE.id)) == vectors.tobytes()
        assert shelf.sizes(LEASE.id)[:2] == [512 * 8, 512 * 8]
        assert shelf.head(make_document().id) is None and shelf.head("gone") is None


def _back_to_vectors_in_one_piece(db: Database) -> None:
    """The tables as they were before `m008_vectors_in_parts`."""
    db.execute("DROP TABLE vector_parts")
    db.execute("DROP TABLE vector_heads")
    names = [step.name for step in migrations._migrations]
    step = migrations._migrations[names.index("m007_vectors")]
    step.fn(db)
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm008_vectors_in_parts'")
