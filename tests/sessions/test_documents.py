"""Documents are added once, and never change under a citation."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.document import Block, BlockKind, Blocks
from app.errors import MatterError
from app.sessions.store import Store
from tests.sessions.first_format import first_structure, first_words
from tests.sessions.making import make_document, record_run


def test_a_document_is_kept_whole(store, path):
    document = make_document(empty_pages=2)
    assert store.add_document(document) == document
    store.close()
    with Store.open(path) as again:
        assert again.document(document.id) == document


def test_a_document_of_an_earlier_pincite_is_read_and_kept_anew_when_it_is_refined(store, path):
    document = make_document(empty_pages=2)
    store.add_document(document)
    store.close()
    with closing(sqlite3.connect(path)) as db, db:
        packed = (first_structure(document), first_words(document.words.all()))
        db.execute("UPDATE texts SET format = 1, structure = ?, words = ?", packed)
    with Store.open(path) as again:
        assert again.document(document.id) == document
        assert again.pages(document.id) == document.pages
        refined = replace(document, sections=(), refined=True)
        again.replace_structure(refined)
        assert again.document(document.id) == refined


def test_the_list_of_documents_tells_what_there_is(store):
    document = make_document(empty_pages=2)
    store.add_document(document)
    (row,) = store.documents()
    assert (row.name, row.pages, row.without_text) == ("agreement.pdf", 5, (3, 4))
    assert row.characters == len(document.text)
    assert row.notes == ("2 pages have no text",)


def test_a_file_added_twice_is_there_once_under_its_new_path(store):
    document = make_document()
    store.add_document(document)
    store.add_document(replace(document, path=Path("moved") / "agreement.pdf"))
    (row,) = store.documents()
    assert row.path == Path("moved/agreement.pdf")


def test_a_newer_parser_does_not_change_a_text_that_is_there(store):
    document = make_document()
    store.add_document(document)
    reread = replace(document, text=document.text.upper())
    assert store.add_document(reread).text == document.text
    assert store.document(document.id) == document


def test_refined_units_replace_the_first_ones(store):
    document = make_document()
    store.add_document(document)
    heading = Block(0, 10, BlockKind.HEADING, 1)
    refined = replace(document, blocks=Blocks.of((heading, *document.blocks)), refined=True)
    store.replace_structure(refined)
    assert store.document(document.id) == refined
    assert store.documents()[0].refined


def test_a_refined_document_added_again_brings_its_units(store):
    document = make_document()
    store.add_document(document)
    refined = replace(document, sections=(), refined=True)
    assert store.add_document(refined) == refined
    assert store.add_document(document) == refined, "and they are not lost again"


def test_refining_must_not_change_the_text(store):
    document = make_document()
    store.add_document(document)
    with pytest.raises(ValueError, match="text"):
        store.replace_structure(replace(document, text=document.text + "."))
    assert store.document(document.id) == document


def test_a_document_can_be_removed_and_brought_back_to_its_place(store):
    first, second, third = (make_document(name=f"{n}.pdf") for n in "abc")
    for document in (first, second, third):
        store.add_document(document)
    store.remove_document(second.id)
    assert [row.name for row in store.documents()] == ["a.pdf", "c.pdf"]
    assert [row.name for row in store.documents(removed=True)] == ["b.pdf"]
    store.restore_document(second.id)
    assert [row.name for row in store.documents()] == ["a.pdf", "b.pdf", "c.pdf"]


def test_a_removed_document_added_again_stands_last(store):
    first, second = make_document(name="a.pdf"), make_document(name="b.pdf")
    store.add_document(first)
    store.add_document(second)
    store.remove_document(first.id)
    store.add_document(first)
    assert [row.name for row in store.documents()] == ["b.pdf", "a.pdf"]


def test_a_removed_document_stays_as_long_as_a_run_used_it(store):
    used, unused = make_document(name="used.pdf"), make_document(name="unused.pdf")
    store.add_document(used)
    store.add_document(unused)
    run = record_run(store, used)
    store.remove_document(used.id)
    store.remove_document(unused.id)
    assert store.purge_documents() == 1
    assert store.run(run).documents[0].name == "used.pdf"
    assert store.run(run).matching == {1}
    with pytest.raises(MatterError, match="no document"):
        store.document(unused.id)


def test_a_damaged_text_is_told_as_such(store):
    document = make_document()
    store.add_document(document)
    with store._file.writing() as db:
        db.table("texts").update(document.id, {"words": b"not what was there"})
    with pytest.raises(MatterError, match="damaged"):
        store.document(document.id)


def test_an_unknown_document_is_told_as_such(store):
    for act in (store.document, store.remove_document, store.restore_document):
        with pytest.raises(MatterError, match="no document"):
            act("f" * 16)


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30
)
@given(sentences=st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4))
def test_every_citation_quotes_the_stored_text(store, sentences):
    document = store.add_document(make_document(*sentences))
    record = store.run(record_run(store, document, page=len(sentences) - 1))
    stored = store.document(document.id)
    for cited in record.answer.citations:
        assert cited.quote == stored.text[cited.span.start : cited.span.end]
        assert cited.n in record.matching
