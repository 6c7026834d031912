"""Tables are read whole, and each of their rows is an entry of its own."""

from collections.abc import Sequence

from app.engine.engine import Message
from app.recursion.texts import tabling
from tests.recursion.benches import bench
from tests.recursion.papers import ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

SHOTS = document(
    "# Immunizations\nReviewed in March.\nVaccine | Date\nInfluenza | 11 Oct 2022\n"
    "Tetanus | 9 May 2017",
    "Influenza | 3 Oct 2023\nInfluenza | 24 Sep 2024\nAll were given in the left arm.",
    name="record.pdf",
)


def influenza(conversation: Sequence[Message]) -> float:
    return 0.9 if "Influenza" in conversation[-1].content else 0.1


def at(words: str) -> int:
    return SHOTS.text.index(words)


def test_a_slice_that_cuts_a_table_is_completed_over_the_page_break() -> None:
    whole = tabling.whole(SHOTS, SHOTS.span(at("Tetanus"), at("9 May 2017")))
    assert SHOTS.quote(whole).startswith("Vaccine | Date")
    assert SHOTS.quote(whole).endswith("24 Sep 2024")


def test_a_slice_without_a_table_stays_as_it_is() -> None:
    span = SHOTS.span(at("Reviewed"), at("Reviewed") + 8)
    assert tabling.whole(SHOTS, span) == span


def test_rows_that_say_the_same_are_counted_each() -> None:
    with bench(ScriptedEngine(judge=influenza), documents=(SHOTS,)) as b:
        row = "documents[0][{}:{}]".format(at("Influenza"), at("Tetanus"))
        b.out(f"items = pick('an influenza vaccination', [{row}])")
        assert b.out("len(merge(verify('How many?', items)))") == "3"
        assert b.out("print(items[2].quote)") == "Influenza | 24 Sep 2024"


def test_each_row_is_judged_once_and_heads_are_none() -> None:
    engine = ScriptedEngine(judge=influenza)
    with bench(engine, documents=(SHOTS,)) as b:
        b.out("found = pick('a vaccine', [documents[0].page(1), documents[0].page(2)])")
    rows = [c[-1].content for c in engine.judged]
    assert len(rows) == 4
    assert "Vaccine: Tetanus | Date: 9 May 2017" in rows[1]


def test_the_heads_of_columns_are_no_item_though_the_model_names_them() -> None:
    with bench(ScriptedEngine(read=reader("Vaccine | Date", "2022")), documents=(SHOTS,)) as b:
        b.out("found = extract('a vaccine', documents[0].page(1))")
        assert b.out("print([f.quote for f in found])") == "['Influenza | 11 Oct 2022']"


def test_a_child_completes_a_table_only_within_its_slices() -> None:
    engine = ScriptedEngine(judge=influenza)
    scope = (SHOTS.span(at("Tetanus"), len(SHOTS.text)),)
    with bench(engine, documents=(SHOTS,), scope=scope) as b:
        b.out("found = pick('a vaccine', [documents[0].page(2)])")
    assert not any("11 Oct 2022" in c[-1].content for c in engine.judged)


def test_rows_are_listed_in_the_order_of_the_text() -> None:
    chances = {"2022": 0.7, "2023": 0.9, "2024": 0.8}

    def judge(conversation: Sequence[Message]) -> float:
        asked = conversation[-1].content
        return next((p for year, p in chances.items() if year in asked and "Influ" in asked), 0.1)

    code = "FINAL(pick('an influenza vaccination', [documents[0].page(1)]))"
    answer = ask(ScriptedEngine([cell(code)], judge=judge), documents=[SHOTS]).answer
    assert [claim.text[-4:] for claim in answer.claims] == ["2022", "2023", "2024"]
    assert all(c.quote.startswith("Influenza |") for c in answer.citations)


def test_rows_that_stand_apart_are_items_also_where_the_judge_is_unsure() -> None:
    def unsure(conversation: Sequence[Message]) -> float:
        return 0.45 if "Influenza" in conversation[-1].content else 0.03

    with bench(ScriptedEngine(judge=unsure), documents=(SHOTS,)) as b:
        assert b.out("len(pick('an influenza vaccination', [documents[0].page(1)]))") == "3"


def test_rows_that_hardly_differ_are_held_to_the_middle() -> None:
    for chance, count in ((0.45, "0"), (0.55, "4")):
        engine = ScriptedEngine(judge=lambda conversation, chance=chance: chance)
        with bench(engine, documents=(SHOTS,)) as b:
            assert b.out("len(pick('a vaccine', [documents[0].page(1)]))") == count
