"""Replies under a grammar are read back, also when they were cut off."""

from app.recursion.prompts import grammars


def test_an_answer_names_its_sentences() -> None:
    reply = '{"sentences": [2, 3], "answer": "Thirty days."}'
    assert grammars.parse_ask(reply) == ([2, 3], "Thirty days.")


def test_silence_is_no_answer() -> None:
    assert grammars.parse_ask('{"sentences": [], "answer": ""}') == ([], "")


def test_an_answer_cut_off_keeps_what_it_holds() -> None:
    assert grammars.parse_ask('{"sentences": [2], "answer": "The Supplier shall') == (
        [2],
        "The Supplier shall",
    )


def test_an_item_cut_off_is_left_out() -> None:
    reply = '[{"sentence": 1, "item": "aspirin"}, {"sentence": 2, "item": "met'
    assert grammars.parse_items(reply) == [([1], "aspirin")]


def test_only_numbers_that_were_shown_can_be_written() -> None:
    assert '"3"' in grammars.ask(3)
    assert '"4"' not in grammars.ask(3)
