"""A document comes out of the matter as it went in."""

from array import array
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.document import (
    Block,
    BlockKind,
    Blocks,
    Sentence,
    Sentences,
    WordColumns,
    WordTable,
)
from app.sessions import packing
from tests.sessions.first_format import first_structure, first_words
from tests.sessions.making import make_document

numbers = st.integers(0, 2**31 - 1)
boxes = st.tuples(*[st.floats(width=32, allow_nan=False)] * 4)


@given(st.lists(st.tuples(numbers, numbers, numbers, boxes), max_size=50))
def test_word_boxes_survive_bit_for_bit(rows):
    words = WordColumns(
        array("I", (row[0] for row in rows)),
        array("I", (row[1] for row in rows)),
        array("I", (row[2] for row in rows)),
        array("f", (value for row in rows for value in row[3])),
    )
    table = packing.unpack_words(packing.pack_words(WordTable.of(words)))
    assert table == WordTable.of(words)
    assert table.all() == words
    assert packing.unpack_words(first_words(words), packing.FIRST) == table


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_survives(text):
    assert packing.unpack_text(packing.pack_text(text)) == text


def test_units_survive():
    document = make_document(empty_pages=2)
    structure = packing.unpack_structure(packing.pack_structure(document))
    assert structure.pages == document.pages
    assert structure.blocks == document.blocks
    assert structure.sentences == document.sentences
    assert structure.sections == document.sections


def test_units_of_the_first_format_are_read():
    document = replace(
        make_document(empty_pages=2),
        blocks=Blocks.of([Block(0, 5, BlockKind.HEADING, 2), Block(7, 20, BlockKind.FOOTNOTE)]),
        sentences=Sentences.of([Sentence(0, 5), Sentence(7, 12), Sentence(13, 20)]),
    )
    now = packing.unpack_structure(packing.pack_structure(document))
    assert packing.unpack_structure(first_structure(document), packing.FIRST) == now


def test_what_is_of_no_known_format_is_refused():
    document = make_document()
    with pytest.raises(ValueError, match="format"):
        packing.unpack_structure(packing.pack_structure(document), 3)
    with pytest.raises(ValueError, match="format"):
        packing.unpack_words(packing.pack_words(document.words), 3)
