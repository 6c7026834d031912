"""Sentences of legal and medical text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.text.sentences import LONG, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Under No. 5 of the Act, Acme Inc. shall pay.", "See Sec. 2.1(a) for details."],
        ["Dr. Smith gave 5.2 mg of aspirin b.i.d. to Mr. J. Doe.", "He slept."],
        ["Smith v. Jones, 410 U.S. 113 (1973), held so.", "It was reversed."],
        ["The parties, e.g. Acme Corp. and Beta Ltd., agree.", "Art. IV applies."],
        ["She was seen at 5 p.m.", "He was discharged."],
        ["Temp. 37.2 C, BP 120/80.", "Hx. of hypertension."],
        ["The approx. weight was 80 kg.", "Jan. 5, 2024 was the date."],
        ["Fig. 3 shows St. Mary's Hospital.", "Cf. Rule 12(b)(6)."],
        ["The fee is $1,000.00.", "Payment is due within 30 days."],
        ["The Supplier shall (a) deliver; (b) install; and (c) test the goods.", "It may stop."],
        ["Payment is due.", "(See Exhibit B.)", '"Agreement" means this.'],
        ["It is agreed by Beta LLC.", "See id. ¶ 3."],
        ["Metformin 500 mg p.o. b.i.d. was stopped.", "Lisinopril 10 mg q.d. was started."],
        ["Is it due?", "Yes!", "It is due on the 3rd."],
        ["1. Hosting.", "The Supplier must host it."],
        ["(a) To the Customer: at its office.", "(b) To the Supplier: at Unit 9."],
        ["Die Frist beträgt 30 Tage.", "Sie beginnt am Montag."],
        ["Am 3. Mai und am 4. Juni.", "Die 1. Mahnung kam.", "Er ist 20.", "Der Mieter zahlt."],
        ["Es endet 20. Dezember 2022.", "Siehe Ziff. 4 der Anlage, vgl. Anl. 2.", "Gut."],
        ["The price is 20.", "May we pay?"],
    ],
    ids=lambda expected: expected[0][:24],
)
def test_sentences_end_where_a_reader_ends_them(expected):
    assert cut(" ".join(expected)) == expected


def test_a_very_long_sentence_is_cut_at_its_items():
    item = "the {} thing that the Supplier has to do before the end of the term of this Agreement"
    items = "; ".join(f"({letter}) " + item.format(letter * 3) for letter in "abcdefghij")
    text = f"The Supplier must do the following: {items}."
    parts = cut(text)
    assert len(text) > LONG
    assert len(parts) == 10 and parts[1].startswith("(b) ") and parts[-1].endswith("Agreement.")


@settings(deadline=None)
@given(st.text(st.sampled_from("abc ABC.;:!?()\"'1é𝔘\n"), max_size=300))
def test_sentences_hold_every_word_once_and_no_space_around(text):
    spans = list(sentences(text))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    outside = text
    for start, end in reversed(spans):
        outside = outside[:start] + outside[end:]
    assert not outside.strip()
