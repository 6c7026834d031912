"""What the reviewer says is kept, with who and when, and can be taken back."""

from dataclasses import replace

import pytest

from app.documents.document import Span
from app.errors import MatterError
from tests.sessions.making import make_document, record_run


def test_the_last_verdict_on_a_citation_counts_and_the_others_are_kept(store):
    run = record_run(store, store.add_document(make_document()))
    store.give_verdict(run, 1, "accepted", " AB ")
    store.give_verdict(run, 1, "rejected", "CD")
    verdict = store.run(run).verdict(1)
    assert (verdict.verdict, verdict.initials) == ("rejected", "CD")
    assert [v.initials for v in store.verdict_history(run)] == ["AB", "CD"]


def test_a_verdict_can_be_taken_back(store):
    run = record_run(store, store.add_document(make_document()))
    store.give_verdict(run, 1, "flagged", "AB")
    store.give_verdict(run, 1, "none", "AB")
    assert store.run(run).verdicts == ()


def test_there_is_no_verdict_on_a_citation_that_is_not_there(store):
    run = record_run(store, store.add_document(make_document()))
    with pytest.raises(MatterError, match="no citation 2"):
        store.give_verdict(run, 2, "accepted", "AB")


def test_marks_are_kept_in_the_order_of_the_documents(store):
    one = store.add_document(make_document(name="one.pdf"))
    two = store.add_document(make_document(name="two.pdf"))
    on_two = store.add_mark(Span(two.id, 0, 6))
    late = store.add_mark(Span(one.id, 70, 80), note="see 4.2", tags=["fee"], initials="AB")
    early = store.add_mark(Span(one.id, 5, 9), colour="green")
    assert store.marks() == [early, late, on_two]
    assert (late.note, late.tags, late.initials) == ("see 4.2", ("fee",), "AB")


def test_a_mark_is_changed_removed_and_brought_back(store):
    document = store.add_document(make_document())
    mark = store.add_mark(Span(document.id, 0, 6))
    changed = store.change_mark(replace(mark, note="indemnity?", tags=("risk", "ask")))
    assert store.marks() == [changed]
    assert changed.changed > mark.changed and changed.created == mark.created
    store.remove_mark(mark.id)
    assert store.marks() == []
    store.restore_mark(mark.id)
    assert store.marks()[0].note == "indemnity?"


def test_a_mark_needs_its_document(store):
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.add_mark(Span("f" * 16, 0, 6))
    with pytest.raises(MatterError, match="no mark"):
        store.remove_mark(5)


def test_replies_are_kept_by_key_until_they_are_forgotten(store):
    assert store.calls.get("k") is None
    store.calls.put("k", b"one", "model a")
    store.calls.put("k", b"two", "model a")
    store.calls.put("l", b"three", "model b")
    assert (store.calls.get("k"), len(store.calls)) == (b"two", 2)
    assert store.calls.clear() == 2
    assert (store.calls.get("k"), store.calls.get("l")) == (None, None)


def test_compacting_gives_space_back_and_leaves_no_trace(store, path):
    document = store.add_document(make_document(name="secret.pdf"))
    store.calls.put("k", b"PATIENT ZERO " * 50_000, "m")
    store.remove_document(document.id)
    assert store.compact() > 500_000
    store.close()
    assert b"PATIENT ZERO" not in path.read_bytes()
    assert b"secret.pdf" not in path.read_bytes()
