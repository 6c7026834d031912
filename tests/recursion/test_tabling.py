"""Tables are read whole, and each of their rows is an entry of its own."""

from app.recursion import tabling
from tests.recursion.papers import document
from tests.recursion.scripted import ScriptedEngine, reader
from tests.recursion.test_functions import bench

SHOTS = document(
    "# Immunizations\nReviewed in March.\nVaccine | Date\nInfluenza | 11 Oct 2022\n"
    "Tetanus | 9 May 2017",
    "Influenza | 3 Oct 2023\nInfluenza | 24 Sep 2024\nAll were given in the left arm.",
    name="record.pdf",
)


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
    engine = ScriptedEngine(read=reader("Influenza", answer="Influenza"))
    with bench(engine, documents=(SHOTS,)) as b:
        row = "documents[0][{}:{}]".format(at("Influenza"), at("Tetanus"))
        b.out(f"items = extract('an influenza vaccination', [{row}])")
        assert b.out("len(merge(verify('How many?', items)))") == "3"


def test_slices_of_one_table_are_read_once() -> None:
    engine = ScriptedEngine(read=reader("Influenza"))
    with bench(engine, documents=(SHOTS,)) as b:
        b.out("found = extract('a vaccine', [documents[0].page(1), documents[0].page(2)])")
    assert len(engine.read) == 1


def test_a_child_completes_a_table_only_within_its_slices() -> None:
    engine = ScriptedEngine(read=reader("Influenza"))
    scope = (SHOTS.span(at("Tetanus"), len(SHOTS.text)),)
    with bench(engine, documents=(SHOTS,), scope=scope) as b:
        b.out("found = extract('a vaccine', [documents[0].page(2)])")
    assert "11 Oct 2022" not in engine.read[0].messages[-1].content
