"""Whatever a model's reply looks like, the code in it is found, and only that."""

import pytest

from app.recursion.sandbox import cells

CODE = 'hits = search(["notice"])\nprint(hits)'


@pytest.mark.parametrize("tag", ["repl", "python", "py", "Python", ""])
@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_any_fence_holds_a_cell(fence: str, tag: str) -> None:
    assert cells.parse(f"{fence}{tag}\n{CODE}\n{fence}").code == CODE


def test_words_around_a_block_are_left_out() -> None:
    reply = f"First I will search.\n\n```repl\n{CODE}\n```\nThen I will (FINAL) look at it."
    assert cells.parse(reply).code == CODE


def test_code_without_a_fence_is_found_between_words() -> None:
    assert cells.parse(f"Let me search:\n\n{CODE}\n\nThat should find it.").code == CODE


def test_a_reply_that_is_code_alone_is_a_cell() -> None:
    assert cells.parse(CODE).code == CODE


def test_several_blocks_are_one_cell_in_their_order() -> None:
    reply = "```repl\na = 1\n```\nand then\n```python\nprint(a)\n```"
    assert cells.parse(reply).code == "a = 1\nprint(a)"


def test_blocks_that_show_output_are_not_run() -> None:
    reply = "```repl\nprint(1)\n```\nIt prints:\n```\n1\n```\n```output\nhits = 5\n```"
    assert cells.parse(reply).code == "print(1)"


def test_a_block_in_another_language_is_not_run() -> None:
    assert cells.parse("```json\n[1]\n```\n```py\nx = 1\n```").code == "x = 1"


def test_a_fence_that_is_never_closed_holds_the_rest() -> None:
    assert cells.parse(f"```repl\n{CODE}").code == CODE


def test_a_block_on_one_line_is_a_cell() -> None:
    assert cells.parse("```repl FINAL(found)```").code == "FINAL(found)"


def test_thinking_is_left_out_even_where_it_holds_code() -> None:
    reply = f"<think>maybe\n```repl\nFINAL('guess')\n```\n</think>\n```repl\n{CODE}\n```"
    assert cells.parse(reply).code == CODE


def test_thinking_that_never_ends_is_no_cell() -> None:
    assert cells.parse("<think>\n```repl\nx = 1\n```").code == ""


def test_final_within_prose_is_run() -> None:
    reply = "I have read enough. FINAL(findings[0]) is the answer."
    assert cells.parse(reply).code == "FINAL(findings[0])"


def test_not_found_within_prose_is_run() -> None:
    reply = "It is not there, so NOT_FOUND('searched (twice)')."
    assert cells.parse(reply).code == "NOT_FOUND('searched (twice)')"


def test_final_var_means_final() -> None:
    assert cells.parse('FINAL_VAR("good")').code == "FINAL(good)"


def test_a_plan_in_place_of_code_is_said_to_be_one() -> None:
    reply = "1. Search for notice periods.\n2. Ask about each.\n3. Answer."
    assert cells.parse(reply) == cells.Cell("", cells.NOT_A_PLAN)


def test_a_json_plan_in_place_of_code_is_said_to_be_one() -> None:
    reply = '```json\n{"kind": "find", "phrases": ["notice"]}\n```'
    assert cells.parse(reply) == cells.Cell("", cells.NOT_A_PLAN)


@pytest.mark.parametrize("reply", ["", "The notice period is ninety days.", "Yes", "```repl\n```"])
def test_prose_is_never_run_and_never_passed_over_in_silence(reply: str) -> None:
    assert cells.parse(reply) == cells.Cell("", cells.NO_CODE)


def test_prompts_of_a_console_are_taken_off() -> None:
    reply = "```python\n>>> x = 1\n>>> for i in [x]:\n...     print(i)\n1\n```"
    assert cells.parse(reply).code == "x = 1\nfor i in [x]:\n    print(i)"


def test_typographic_quotes_are_straightened_where_that_makes_it_python() -> None:
    assert cells.parse("```repl\nsearch([“notice”])\n```").code == 'search(["notice"])'
    assert cells.parse("```repl\nx = 'the “Fee”'\n```").code == "x = 'the “Fee”'"


def test_an_indented_block_is_brought_to_the_left() -> None:
    assert cells.parse("1. Run this:\n   ```repl\n   x = 1\n   print(x)\n   ```").code == (
        "x = 1\nprint(x)"
    )


def test_cells_that_do_the_same_are_the_same() -> None:
    assert cells.normal("x = search( 'a' ) # first") == cells.normal('x = search("a")')
    assert cells.normal("x = search('a')") != cells.normal("x = search('b')")
