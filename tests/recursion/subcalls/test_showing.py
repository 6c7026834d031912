"""What a model is shown of a slice: whole sentences, under their titles, rows with their heads."""

from tests.recursion.benches import bench
from tests.recursion.papers import LEASE, document
from tests.recursion.scripted import ScriptedEngine, reader

NINETY = "The tenant must give notice of ninety days before leaving."
RATES = document(
    "# 1 Rates\nGrade | Day rate\nSenior engineer | 640 dollars\nEngineer | 480 dollars",
    "# 2 Term\nIt runs for five years.",
    name="rates.pdf",
)


def shown(engine: ScriptedEngine) -> str:
    return engine.read[-1].messages[-1].content


def test_a_sentence_that_a_slice_cuts_is_shown_and_cited_whole() -> None:
    engine = ScriptedEngine(read=reader("ninety"))
    with bench(engine, documents=(LEASE,)) as b:
        at = LEASE.text.index("of ninety")
        assert b.out(f"f = ask('How long?', documents[0][{at}:{at + 9}])\nf.quote") == NINETY
        assert f"[1] {NINETY}" in shown(engine)
        assert "[2]" not in shown(engine)


def test_titles_go_with_a_slice_and_the_documents_name_where_there_are_several() -> None:
    engine = ScriptedEngine(read=reader("ninety"))
    with bench(engine, documents=(LEASE,)) as b:
        b.out("ask('How long?', documents[0].page(2).tail(60))")
        assert "2 Notice" in shown(engine) and "lease.pdf" not in shown(engine)
    with bench(engine, documents=(LEASE, RATES)) as b:
        b.out("ask('How long?', documents[0].page(2).tail(60))")
        assert "lease.pdf > 2 Notice" in shown(engine)


def test_a_row_is_shown_with_the_heads_of_its_columns() -> None:
    engine = ScriptedEngine(read=reader("640"))
    with bench(engine, documents=(RATES,)) as b:
        at = RATES.text.index("Senior")
        row = "Senior engineer | 640 dollars"
        assert b.out(f"f = ask('What rate?', documents[0][{at}:{at + 29}])\nf.quote") == row
        assert "Grade: Senior engineer" in shown(engine)
        assert "Day rate: 640 dollars" in shown(engine)
