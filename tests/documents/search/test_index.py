"""Passages, ranked search and pattern search."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.document import Block, BlockKind, Blocks, Document, Page, Section, WordTable
from app.documents.pages.layout import cut_sentences
from app.documents.search.index import PassageIndex, grep
from app.documents.search.passages import MOST, passages_of
from app.errors import UserError


def document(*blocks: tuple[str, str], id: str = "d1") -> Document:
    """A document of blocks given as (kind, text), with a section for each heading."""
    text, found = "", []
    for kind, words in blocks:
        text += "\n\n" if text else ""
        level = 1 if kind == "heading" else 0
        found.append(Block(len(text), len(text) + len(words), BlockKind(kind), level))
        text += words
    heads = [block for block in found if block.level]
    ends = [*(block.start for block in heads), len(text)][1:]
    return Document(
        id=id,
        name=f"{id}.txt",
        path=Path(f"{id}.txt"),
        sha256=id * 8,
        kind="text",
        text=text,
        pages=(Page(0, "1", 595, 842, 0, len(text)),),
        blocks=Blocks.of(found),
        sentences=cut_sentences(text, found),
        sections=tuple(
            Section(text[b.start : b.end], 1, b.start, end)
            for b, end in zip(heads, ends, strict=True)
        ),
        words=WordTable(),
    )


LEASE = document(
    ("heading", "1. Rent"),
    ("paragraph", "The tenant pays 900 pounds on the first day of each month to the landlord."),
    ("heading", "2. Termination"),
    ("paragraph", "Either side may end the lease by three months' written notice."),
    ("heading", "3. Pets"),
    ("paragraph", "No animal may be kept in the flat, save a goldfish."),
)
CHART = document(
    ("heading", "Medication"),
    ("table_row", "Drug | Dose | Since"),
    *(("table_row", f"Drug{n} | {n} mg | 20{n:02}") for n in range(1, 20)),
    id="d2",
)


@pytest.fixture
def index():
    index = PassageIndex(None)
    index.add(LEASE)
    index.add(CHART)
    yield index
    index.close()


def texts(index: PassageIndex, hits) -> list[str]:
    return [(LEASE if hit.span.document == "d1" else CHART).quote(hit.span) for hit in hits]


def test_passages_hold_every_block_once_in_order():
    long = " ".join(f"Sentence number {n} is here to make the paragraph long." for n in range(60))
    made = document(("heading", "A"), ("paragraph", "Short."), ("paragraph", long))
    for one in (LEASE, CHART, made):
        passages = passages_of(one)
        spans = [passage.span for passage in passages]
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert "".join("".join(map(one.quote, spans)).split()) == "".join(one.text.split())
        assert all(span.end - span.start <= MOST for span in spans)
    ends = {sentence.end for sentence in made.sentences}
    assert all(passage.span.end in ends for passage in passages_of(made))


def test_a_heading_stays_with_what_follows_it():
    for passage in passages_of(LEASE):
        quote = LEASE.quote(passage.span)
        assert quote.split("\n")[0] == passage.heading


def test_words_that_introduce_a_list_or_table_stay_with_it():
    filler = "The tenant keeps the flat in good repair and pays for what it breaks. " * 7
    for kind in ("list_item", "table_row"):
        made = document(
            ("heading", "4. Repair"),
            ("paragraph", filler.strip()),
            ("paragraph", "The fees for each visit are these:"),
            (kind, "Plumber | 80 pounds"),
            (kind, "Locksmith | 95 pounds"),
        )
        quotes = [made.quote(p.span) for p in passages_of(made)]
        (fees,) = [quote for quote in quotes if "Plumber" in quote]
        assert fees.startswith("The fees for each visit are these:"), kind
        assert "Locksmith" in fees
        assert "".join(quotes).replace("\n", "") == made.text.replace("\n", "")


def test_a_heading_goes_with_the_table_that_is_all_its_section_has():
    made = document(
        ("heading", "5. Fees"),
        ("paragraph", "5.1 The fees are these:"),
        ("table_row", "Plumber | 80 pounds"),
        ("table_row", "Locksmith | 95 pounds"),
    )
    assert [made.quote(p.span) for p in passages_of(made)] == [made.text]


def test_items_under_a_clause_are_told_by_its_number():
    item = "({}) keep the stairs, the windows and the doors in as good a state as they were in; "
    made = document(
        ("heading", "6. Duties"),
        ("paragraph", "6.1 The tenant may ask for a key."),
        ("paragraph", "6.2 The tenant must"),
        *(("list_item", (item.format(letter) * 4).strip()) for letter in "abcd"),
        ("heading", "7. Notices"),
        ("paragraph", "Notices are given in writing."),
    )
    headings = [p.heading for p in passages_of(made)]
    assert headings[0] == "6. Duties"
    assert set(headings[1:-1]) == {"6. Duties > 6.2"}
    assert headings[-1] == "7. Notices"


def test_no_passage_is_left_with_the_last_row_of_a_table():
    rows = [("table_row", f"Drug{n} | {n} mg") for n in range(8)]
    made = document(*rows)
    assert [made.quote(p.span).count("\n") for p in passages_of(made)] == [6, 6]


def test_rows_of_a_table_are_found_by_the_head_of_their_column(index):
    (row,) = [p for p in passages_of(CHART) if "Drug17" in CHART.quote(p.span)]
    assert "Dose" not in CHART.quote(row.span)
    assert row.span in [hit.span for hit in index.search(["dose of Drug17"], limit=1)]


def test_the_best_passage_comes_first(index):
    best = index.search(["how can the lease be terminated"], limit=3)[0]
    assert "three months" in LEASE.quote(best.span)
    assert best.heading == "2. Termination"


def test_words_match_in_other_forms(index):
    assert "goldfish" in texts(index, index.search(["keeping animals"]))[0]


def test_several_phrasings_are_fused(index):
    phrases = ["notice to end", "giving notice", "goldfish"]
    hits = index.search(phrases)
    assert "three months" in texts(index, hits)[0]
    assert any("goldfish" in text for text in texts(index, hits))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    (once,) = index.search(["goldfish"])
    assert hits[0].score == pytest.approx(
        1.3 * once.score
    )  # first by the question and by a further phrasing


def test_search_can_be_limited(index):
    assert len(index.search(["the Drug1 lease rent"], limit=2)) == 2
    assert index.search(["rent"], limit=0) == []
    assert {hit.span.document for hit in index.search(["Drug1 rent"], documents=["d2"])} == {"d2"}
    assert index.search(["rent"], documents=[]) == []


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "?!",
        "AND OR NOT NEAR(",
        '"',
        "' OR 1=1 --",
        "heading: x*",
        "the of and",
        "𝔘\x00é",
        "x" * 5000,
    ],
)
def test_no_phrase_is_an_error(index, phrase):
    index.search([phrase, phrase])


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=40), max_size=3))
def test_no_phrase_whatever_is_an_error(phrases):
    index = PassageIndex(None)
    index.add(LEASE)
    index.search(phrases)
    index.close()


def test_adding_twice_changes_nothing_and_removing_removes(index):
    before = index.passages("d1")
    index.add(LEASE)
    assert index.passages("d1") == before
    assert len(index.search(["goldfish"])) == 1
    index.remove("d1")
    index.remove("never added")
    assert index.passages("d1") == [] and index.search(["goldfish"]) == []
    assert index.search(["Drug3"])


def test_an_index_in_a_file_is_there_again(tmp_path):
    path = tmp_path / "matter.pincite"
    first = PassageIndex(path)
    first.add(LEASE)
    first.add(CHART)
    first.close()
    again = PassageIndex(path)
    assert again.passages("d1") == passages_of(LEASE)
    assert again.passages("d2") == passages_of(CHART)
    assert again.search(["goldfish"])
    again.close()


def test_an_index_serves_many_threads(index):
    failures: list[BaseException] = []

    def work(n: int) -> None:
        try:
            for _ in range(20):
                assert index.search(["goldfish"])
                index.add(CHART)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_grep_finds_patterns_over_line_ends_and_case():
    spans = grep([LEASE, CHART], r"rent the Tenant pays \d+ pounds")
    assert [LEASE.quote(span) for span in spans] == ["Rent\n\nThe tenant pays 900 pounds"]
    assert len(grep([LEASE, CHART], r"drug\d+", limit=5)) == 5
    assert grep([LEASE], "x*") == []


def test_a_space_in_brackets_or_escaped_stays_a_space():
    assert [LEASE.quote(s) for s in grep([LEASE], r"900[ ]pounds")] == ["900 pounds"]
    assert [LEASE.quote(s) for s in grep([LEASE], r"900\ pounds")] == ["900 pounds"]


def test_what_is_no_pattern_is_searched_for_as_it_stands():
    money = document(("paragraph", "It pays $5,000 (five thousand dollars) a year."))
    assert [money.quote(s) for s in grep([money], "$5,000 (five")] == ["$5,000 (five"]


def test_an_empty_pattern_is_refused_with_a_hint():
    with pytest.raises(UserError) as caught:
        grep([LEASE], "  ")
    assert caught.value.hint


def test_a_catastrophic_pattern_ends_in_time():
    trap = document(("paragraph", "a" * 5000 + "!"))
    begun = time.process_time()
    with pytest.raises(UserError, match="too long"):
        grep([trap], r"(a|aa|a?a)+$", timeout=0.3)
    assert time.process_time() - begun < 3


def test_a_table_of_contents_is_not_searched():
    contents = "\n".join(f"{n}. Clause of number {n} | {n + 2}" for n in range(1, 9))
    body = [("paragraph", f"{n}.1 The rent of year {n} is due in May.") for n in range(40)]
    rows = [("table_row", line) for line in contents.splitlines()]
    made = document(*rows, *body)
    made = replace(made, pages=made.pages * 12)
    found = " ".join(made.quote(p.span) for p in passages_of(made))
    assert "Clause of number" not in found
    assert "The rent of year 39" in found
