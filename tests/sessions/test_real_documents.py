"""Real and long documents come out of a matter as they went in, and fast."""

import time
from array import array
from dataclasses import replace

import pytest

from app.config import RESOURCES
from app.documents.document import (
    Block,
    BlockKind,
    Blocks,
    Page,
    Sentence,
    Sentences,
    WordColumns,
    WordTable,
)
from app.documents.process import ParserProcess
from app.sessions.store import Store
from tests.sessions.making import make_document, record_run


@pytest.mark.parametrize("name", ["services-agreement.pdf", "patient-record.pdf"])
def test_a_sample_is_kept_to_the_last_word_box(store, path, name):
    with ParserProcess() as parser:
        document = parser.open(RESOURCES / "samples" / name)
    store.add_document(document)
    store.close()
    with Store.open(path) as again:
        kept = again.document(document.id)
        assert kept == document
        word = kept.words[len(kept.words) // 2]
        span = kept.span(word.start, word.end)
        assert kept.rects(span) == document.rects(span) != ()
        for page in (0, len(kept.pages) - 1):
            record = again.run(record_run(again, kept, page))
            assert record.matching == {1}


def test_a_document_of_a_thousand_pages_opens_in_a_part_of_the_time_its_words_take_to_pack(store):
    document = thousand_pages()
    words = document.words.all()
    store.add_document(document)
    began = time.process_time()
    packed = WordTable.of(words)
    made = time.process_time()
    kept = store.document(document.id)
    opened = time.process_time()
    assert kept == document and packed == document.words
    assert opened - made < (made - began) / 2, "measured: a tenth"


def thousand_pages():
    """500,000 words of seven letters, 500 on a page, ten to a sentence and 100 to a block."""
    count, size = 500_000, 8
    text = "sevenly " * count
    starts = array("I", range(0, count * size, size))
    words = WordColumns(
        starts,
        array("I", (start + 7 for start in starts)),
        array("I", (start // (500 * size) for start in starts)),
        array("f", (float(start % 3571) for start in range(4 * count))),
    )
    pages = [
        Page(n, f"{n + 1}", 595.0, 842.0, n * 500 * size, (n + 1) * 500 * size) for n in range(1000)
    ]
    return replace(
        make_document(),
        text=text,
        words=WordTable.of(words),
        pages=tuple(pages),
        blocks=Blocks.of(
            Block(a, a + 799, BlockKind.PARAGRAPH) for a in range(0, len(text), 100 * size)
        ),
        sentences=Sentences.of(Sentence(a, a + 79) for a in range(0, len(text), 10 * size)),
    )
