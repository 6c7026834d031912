"""Hundreds of calls in one go are made some at a time, so that limits hold and progress is told."""

from app.recursion.budget import Limits
from app.recursion.events import Spent, SubcallFinished
from app.recursion.settings import Settings
from app.recursion.subcalls.subcall import TOGETHER
from tests.recursion.benches import bench
from tests.recursion.papers import ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

MANY = document(
    *(f"# {n} Item\nItem {n} costs {n} dollars, and is as good as any other." for n in range(200)),
    name="many.pdf",
)
ENOUGH_FOR_SOME = Limits(turns=5, subcalls=5_000, tokens=12_000, seconds=300)


def test_ranking_stops_where_a_fifth_is_left_and_keeps_what_it_judged_in_front() -> None:
    def judge(conversation) -> float:
        return 0.9 if "Item 20 " in conversation[-1].content else 0.1

    with bench(ScriptedEngine(judge=judge), ENOUGH_FOR_SOME, documents=(MANY,)) as b:
        out = b.out("r = rank('What does item 20 cost?', documents[0].sections())\nlen(r)")
        assert out == "200"
        assert b.out("r[0].page") == "21"
        judged = len(b.engine.judged)
        assert TOGETHER < judged < 200 and judged % TOGETHER == 0
        assert b.out("len([s for s in r if s.score is not None])") == str(judged)
        assert b.out("r[-1].page") == "200"
        told = f"enough for the first {judged} of 200 slices"
        assert any(told in remark for remark in b.frame.remarks)
        assert 0 < b.frame.ctx.budget.left.tokens < 0.3 * ENOUGH_FOR_SOME.tokens


def test_how_many_were_judged_is_told_on_the_way() -> None:
    with bench(ScriptedEngine(judge=lambda _: 0.1), documents=(MANY,)) as b:
        b.out("rank('What does item 20 cost?', documents[0].sections())")
        said = [e.activity for e in b.events if isinstance(e, Spent)]
    assert f"{TOGETHER} of 200 passages judged" in said
    assert f"{2 * TOGETHER} of 200 passages judged" in said


def test_a_single_one_is_told_as_one() -> None:
    with bench(ScriptedEngine(judge=lambda _: 0.1), documents=(MANY,)) as b:
        b.out("rank('What does item 20 cost?', documents[0].sections()[:1])")
        assert "1 passage judged" in [e.activity for e in b.events if isinstance(e, Spent)]


def test_asking_hundreds_in_one_call_stops_at_the_limit_with_what_was_found() -> None:
    greedy = cell("found = ask_each('What does it cost?', documents[0].sections())\nFINAL(found)")
    settings = Settings(protocol="code", direct_tokens=0)
    engine = ScriptedEngine([greedy], read=reader("costs"))
    reviewed = ask(engine, "What?", (MANY,), settings, limits=ENOUGH_FOR_SOME)
    asked = len(engine.read)
    assert TOGETHER < asked < 200
    assert reviewed.answer.status == "stopped"
    assert "tokens was reached" in reviewed.answer.note
    assert len(reviewed.answer.citations) == asked
    assert len(reviewed.all(SubcallFinished)) == asked
