"""What models do wrong costs a turn at most, and never an answer without evidence.

How code is found in a reply is in `test_cells`; here each habit goes through a whole run.
"""

from functools import partial

import pytest

from app.recursion.budget import Limits
from app.recursion.sandbox import cells, repl
from app.recursion.settings import Settings
from tests.recursion.papers import LEASE, Reviewed, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

NINETY = "The tenant must give notice of ninety days before leaving."
FIND = 'f = ask("How long is the notice?", documents[0].page(2))'
END = cell("FINAL(f)")


def run(*replies: str, **more: object) -> Reviewed:
    return ask(ScriptedEngine(replies, read=reader("ninety")), **more)


@pytest.mark.parametrize(
    "reply",
    [
        f"~~~python\n{FIND}\nFINAL(f)\n~~~",
        f"I shall read page 2 and end.\n\n```py\n{FIND}\nFINAL(f)\n```\nThat answers it.",
        f"Let me look:\n\n{FIND}\nFINAL(f)\n\nThis should do.",
        f"```repl\n{FIND}\n```\nand then\n```repl\nFINAL(f)\n```",
        f"```repl\n{FIND}\nFINAL_VAR(f)\n```",
        f"```repl\n{FIND}\nFINAL(f)",
    ],
    ids=["other fence", "prose", "no fence", "several blocks", "other end", "open fence"],
)
def test_however_code_is_wrapped_it_runs_once_and_ends(reply: str) -> None:
    reviewed = run(reply)
    assert reviewed.answer.text == f"{NINETY} [1]"
    assert len(reviewed.cells) == 1


def test_final_inside_text_ends_a_run_that_has_findings() -> None:
    assert run(cell(FIND), "So the answer is FINAL(f), I believe.").answer.status == "answered"


def test_final_inside_text_is_no_answer_without_findings() -> None:
    reviewed = run("It must be FINAL('thirty days').", cell(FIND), END)
    assert "refused" in reviewed.cells[0].error
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_a_plan_in_place_of_code_costs_a_turn_and_is_told() -> None:
    reviewed = run("1. Search for notice.\n2. Ask about it.\n3. End.", cell(FIND), END)
    assert reviewed.cells[0].error == cells.NOT_A_PLAN
    assert reviewed.answer.status == "answered"


def test_a_plan_given_as_the_answer_is_refused() -> None:
    plan = cell("FINAL('1. Search for the notice period. 2. Read what is found. 3. Answer.')")
    reviewed = run(plan, cell(FIND), END)
    assert "refused" in reviewed.cells[0].error
    assert reviewed.answer.text == f"{NINETY} [1]"


@pytest.mark.parametrize("value", ["90", "90.0", "True", "{90}", "[1, 2]", "{'days': 45}", "len"])
def test_a_value_that_is_no_string_is_no_answer_without_a_finding_that_holds_it(value: str) -> None:
    reviewed = run(cell(f"FINAL({value})"), cell(FIND), END)
    assert reviewed.cells[0].error
    assert reviewed.answer.text == f"{NINETY} [1]"


@pytest.mark.parametrize("value", ["90", "90.0", "[90]", "{90}", "{'days': 90}"])
def test_a_value_that_is_no_string_rests_on_the_finding_that_holds_it(value: str) -> None:
    (claim,) = run(cell(FIND), cell(f"FINAL({value})")).answer.claims
    assert "90" in claim.text and claim.citations == (1,)


def test_a_repeated_cell_is_not_run_again_however_it_is_written() -> None:
    again = (
        "Once more:\n```python\nf = ask( 'How long is the notice?' , documents[0].page( 2 ) )\n```"
    )
    engine = ScriptedEngine([cell(FIND), again, END], read=reader("ninety"))
    reviewed = ask(engine)
    assert "run this very cell before" in reviewed.cells[1].error
    assert len(engine.read) == 1
    assert reviewed.answer.status == "answered"


def test_an_endless_loop_costs_one_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repl, "ReplLimits", partial(repl.ReplLimits, seconds=0.3))
    reviewed = run(cell(f"{FIND}\nkept = f.answer"), cell("while True:\n    x = 1"), END)
    assert "Timeout" in reviewed.cells[1].error
    assert "kept" in reviewed.cells[1].variables
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_hundreds_of_sub_calls_in_one_cell_stop_at_the_budget_with_what_was_found() -> None:
    limits = Limits(turns=8, subcalls=30, tokens=10**6, seconds=300)
    greedy = cell(
        "found = []\nfor i in range(900):\n"
        "    found.append(ask('How long is the notice?', documents[0].page(2)[: 90 + i % 20]))"
    )
    engine = ScriptedEngine([greedy, cell("FINAL(found)")], read=reader("ninety"))
    reviewed = ask(engine, limits=limits)
    assert len(engine.read) == 30
    assert "Call FINAL" in reviewed.cells[0].error
    assert reviewed.answer.status == "stopped"
    assert reviewed.answer.claims[0].text == NINETY


def test_a_slice_beyond_the_window_is_read_in_parts_and_no_prompt_is_too_long() -> None:
    long = document("It is of no interest at all. " * 900 + NINETY, name="long.pdf")
    engine = ScriptedEngine(
        [cell("f = ask('How long is the notice?', documents[0])"), END],
        read=reader("ninety"),
        window=2_000,
    )
    reviewed = ask(engine, documents=[long])
    assert engine.tokens(long.text) > 2 * 2_000
    assert len(engine.read) > 2
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_depth_two_ends_with_the_grandchilds_citation() -> None:
    root = cell("FINAL(rlm('Child question?', documents[0]))")
    child = cell("FINAL(rlm('Grandchild question?', documents[0].page(2)))")
    replies = {
        "Root": root,
        "Child": child,
        "Grandchild": cell("FINAL(ask('How long is the notice?', documents[0]))"),
    }

    def reply(request) -> str:
        return replies[request.messages[1].content.split("Question: ")[1].split()[0]]

    deep = Settings(protocol="code", direct_tokens=0, max_depth=2)
    reviewed = ask(ScriptedEngine(reply, read=reader("ninety")), "Root question?", settings=deep)
    assert reviewed.answer.citations[0].quote == NINETY
    assert reviewed.answer.citations[0].span.document == LEASE.id
