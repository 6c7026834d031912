"""A document comes out of the matter as it went in."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from app.documents.document import WordTable
from app.sessions import packing
from tests.sessions.making import make_document

numbers = st.integers(0, 2**32 - 1)
boxes = st.tuples(*[st.floats(width=32, allow_nan=False)] * 4)


@given(st.lists(st.tuples(numbers, numbers, numbers, boxes), max_size=50))
def test_word_boxes_survive_bit_for_bit(rows):
    words = WordTable(
        array("I", (row[0] for row in rows)),
        array("I", (row[1] for row in rows)),
        array("I", (row[2] for row in rows)),
        array("f", (value for row in rows for value in row[3])),
    )
    assert packing.unpack_words(packing.pack_words(words)) == words


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
