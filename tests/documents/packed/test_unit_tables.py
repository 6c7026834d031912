"""Blocks and sentences in columns are the same as they are one by one."""

from __future__ import annotations

from array import array

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.exchange import wire
from app.documents.packed.unit_tables import Blocks, Sentences
from app.documents.units import Block, BlockKind, Sentence

_BLOCKS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 9), st.sampled_from(BlockKind), st.integers(0, 5)),
    max_size=30,
)


@settings(deadline=None)
@given(_BLOCKS, st.integers(0, 200), st.integers(1, 200))
def test_units_are_those_they_were_made_of(made, start, length):
    blocks, at = [], 0
    for gap, size, kind, level in made:
        blocks.append(Block(at + gap, at + gap + size, kind, level))
        at += gap + size
    sentences = [Sentence(block.start, block.end) for block in blocks]
    for table, units in ((Blocks.of(blocks), blocks), (Sentences.of(sentences), sentences)):
        assert list(table) == units and len(table) == len(units)
        assert table[1:] == tuple(units[1:]) and table[::-2] == tuple(units[::-2])
        assert table[-1:] == tuple(units[-1:])
        end = start + length
        touching = tuple(unit for unit in units if unit.start < end and start < unit.end)
        assert table.between(start, end) == touching
        assert wire.decode(wire.encode(table), type(table)) == table


def test_there_is_no_unit_beyond_the_last():
    table = Sentences.of([Sentence(0, 3), Sentence(4, 9)])
    assert table[-1] == Sentence(4, 9)
    for at in (2, -3):
        with pytest.raises(IndexError):
            table[at]


_ONE = array("I", [0])


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        (Blocks, {"starts": _ONE, "ends": _ONE, "kinds": array("I", [6]), "levels": _ONE}),
        (Blocks, {"starts": _ONE, "ends": _ONE, "kinds": _ONE}),
        (Sentences, {"starts": _ONE}),
    ],
)
def test_a_table_that_is_not_what_it_says_is_refused(kind, sent):
    with pytest.raises(msgspec.DecodeError):
        wire.decode(wire.encode(sent), kind)
