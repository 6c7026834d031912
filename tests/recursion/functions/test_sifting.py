"""Items that stand scattered in running text are found sentence by sentence."""

from collections.abc import Sequence

import pytest

from app.engine.engine import Message
from app.recursion.functions.sifting import BATCH, EMPTY, bar
from tests.recursion.benches import bench
from tests.recursion.papers import document
from tests.recursion.scripted import ScriptedEngine
from tests.recursion.texts.test_tabling import SHOTS

LOG = document(
    "# Log of the gate\nA lorry of Hexham was turned back on 3 May. The barrier was painted.\n"
    "On 9 June the gate turned back a lorry of Hexham. It rained.",
    *("\n".join(f"Entry {n}.{i}: the keys were handed over." for i in range(8)) for n in range(5)),
    "A lorry of Hexham came late on 2 July and was turned back.",
    name="log.pdf",
)
FOUND = "items = sift('a lorry of Hexham that was turned back', documents)"


def judge(conversation: Sequence[Message]) -> float:
    return (
        0.9
        if "turned back a lorry" in (said := conversation[-1].content)
        else (0.85 if "was turned back on" in said else 0.3)
    )


def test_each_sentence_that_states_an_item_is_a_finding_that_quotes_itself() -> None:
    with bench(ScriptedEngine(judge=judge), documents=(LOG,)) as b:
        b.out(FOUND)
        assert b.out("print([i.answer for i in items])") == (
            "['A lorry of Hexham was turned back on 3 May.', "
            "'On 9 June the gate turned back a lorry of Hexham.']"
        )
        assert b.out("print(all(i.verified for i in items))") == "True"


def test_no_more_are_judged_where_two_batches_brought_none() -> None:
    engine = ScriptedEngine(judge=judge)
    with bench(engine, documents=(LOG,)) as b:
        b.out(FOUND)
    assert len(engine.judged) == BATCH * (1 + EMPTY)


def test_headings_and_scraps_are_not_judged() -> None:
    engine = ScriptedEngine(judge=judge)
    with bench(engine, documents=(LOG,)) as b:
        b.out(FOUND)
    assert not any(
        f"Passage:\n{scrap}\n" in c[-1].content
        for c in engine.judged
        for scrap in ("Log of the gate", "It rained.")
    )


def test_heads_of_columns_are_no_items() -> None:
    engine = ScriptedEngine()
    with bench(engine, documents=(SHOTS,)) as b:
        b.out("items = sift('a vaccination', documents)")
        answers = b.out("print([i.answer for i in items])")
    assert "Tetanus, 9 May 2017" in answers
    assert "Vaccine, Date" not in answers


@pytest.mark.parametrize(
    ("odds", "least"),
    [
        ([3.1, 3.0, 1.2, 0.9, -1.0], 3.0),
        ([2.0, 1.5, 1.3, -2.0], 1.3),
        ([0.9, 0.5, 0.2], 0.0),
        ([-0.5, -1.0], 0.0),
        ([], 0.0),
    ],
)
def test_items_are_those_above_the_widest_gap(odds: list[float], least: float) -> None:
    assert bar(odds) == least


def test_a_sentence_about_another_is_no_item() -> None:
    def sure(conversation: Sequence[Message]) -> float:
        return 0.7 if "lorry" in conversation[-1].content else 0.1

    log = document(
        "The barrier was painted. " * 150,
        "A lorry of Hexham was turned back on 3 May.\nA lorry of Quayle was turned back on 4 May.",
        name="log.pdf",
    )
    with bench(ScriptedEngine(judge=sure), documents=(log,)) as b:
        b.out("items = sift('a lorry of Hexham that was turned back', documents[0].page(2))")
        assert b.out("print(len(items))") == "1"
