"""Recursion in earnest: children with a REPL, a share of the budget and a trace of their own."""

import pytest

from app.engine.engine import Request
from app.recursion.budget import Budget, BudgetSpent, Limits
from app.recursion.events import CellRan, ChildFinished, ChildStarted, SubcallStarted, TurnStarted
from app.recursion.settings import Settings
from tests.recursion.papers import LARGE, LEASE, Reviewed, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

SETTINGS = Settings(protocol="code", direct_tokens=0)
DEEP = Settings(protocol="code", direct_tokens=0, max_depth=2)

READ = cell("found = ask_each('How long?', documents[0].sections())")
END = cell("FINAL([f for f in found if f])")


def by_question(**replies: list[str]):
    """Replies of roots, chosen by the first word of the question they work on."""
    left = {name: iter(texts) for name, texts in replies.items()}

    def reply(request: Request) -> str:
        question = request.messages[1].content.split("Question: ")[1]
        return next(left[question.split()[0]])

    return reply


def run(replies, settings: Settings = SETTINGS, limits: Limits = LARGE, **more: object) -> Reviewed:
    engine = ScriptedEngine(replies, read=reader("ninety"))
    return ask(engine, question="Root question?", settings=settings, limits=limits, **more)


def test_a_child_answers_from_its_slices_and_its_findings_come_back() -> None:
    parent = cell(
        "found = rlm('Child question?', documents[0].page(2))\nprint(found)\nFINAL(found)"
    )
    reviewed = run(by_question(Root=[parent], Child=[READ, END]))
    assert reviewed.answer.status == "answered"
    (citation,) = reviewed.answer.citations
    assert citation.quote == LEASE.text[citation.span.start : citation.span.end]
    assert "ninety" in citation.quote


def test_a_child_has_a_trace_of_its_own() -> None:
    parent = cell("FINAL(rlm('Child question?', documents[0].page(2)))")
    reviewed = run(by_question(Root=[parent], Child=[READ, END]))
    (started,) = reviewed.all(ChildStarted)
    assert (started.frame, started.turn, started.question) == ("1", 1, "Child question?")
    assert started.spans[0].start == LEASE.pages[1].start
    (finished,) = reviewed.all(ChildFinished)
    assert finished.frame == "1"
    assert "ninety days" in finished.result
    assert [(e.turn, e.frame) for e in reviewed.all(TurnStarted)] == [(1, ""), (2, "1"), (3, "1")]
    assert [(e.turn, e.frame) for e in reviewed.all(CellRan)] == [(2, "1"), (3, "1"), (1, "")]
    assert {e.frame for e in reviewed.all(SubcallStarted) if e.turn == 2} == {"1"}


def test_a_childs_variables_are_its_own() -> None:
    parent = cell(
        "secret = 1\nfound = rlm('Child question?', documents[0].page(2))\n"
        "try:\n    print(mine)\nexcept NameError:\n    print('apart')"
    )
    child = cell("mine = 2\ntry:\n    print(secret)\nexcept NameError:\n    print('apart')")
    end = cell("f = ask('?', documents[0])\nFINAL(f)")
    reviewed = run(by_question(Root=[parent, cell("FINAL(found)")], Child=[child, end]))
    assert [c.output for c in reviewed.cells] == ["apart\n", "", "apart\n", ""]
    assert reviewed.answer.status == "answered"


def test_a_child_that_finds_nothing_says_so() -> None:
    parent = cell("print(rlm('Child question?', documents[0].page(3)))")
    end = cell("NOT_FOUND('the child found nothing')")
    child = cell("ask('?', documents[0])\nNOT_FOUND('not on this page')")
    engine = ScriptedEngine(by_question(Root=[parent, end], Child=[child]), read=reader("ninety"))
    reviewed = ask(engine, question="Root question?", settings=SETTINGS)
    assert reviewed.cells[1].output == "[]\n"
    assert "rlm: not_found. not on this page" in engine.root[-1].messages[-1].content
    assert reviewed.answer.status == "not_found"


def test_depth_two_works() -> None:
    root = cell("FINAL(rlm('Child question?', documents[0]))")
    child = cell("FINAL(rlm('Grandchild question?', documents[0].page(2)))")
    reviewed = run(by_question(Root=[root], Child=[child], Grandchild=[READ, END]), DEEP)
    assert [e.frame for e in reviewed.all(ChildStarted)] == ["1", "1.1"]
    assert [e.frame for e in reviewed.all(ChildFinished)] == ["1.1", "1"]
    assert reviewed.answer.status == "answered"
    assert "ninety" in reviewed.answer.citations[0].quote


def test_deeper_than_allowed_is_refused_in_the_child() -> None:
    root = cell("FINAL(rlm('Child question?', documents[0]))")
    deeper = cell("rlm('Grandchild question?', documents[0])")
    reviewed = run(by_question(Root=[root], Child=[deeper, READ, END]))
    assert "can't be nested deeper" in reviewed.cells[0].error
    assert reviewed.answer.status == "answered"


def test_many_documents_are_answered_by_a_child_each_and_a_composition() -> None:
    matter = [
        document(f"# Lease {n}\nThe notice is ninety days and {n} hours.", name=f"lease{n}.pdf")
        for n in range(40)
    ]
    root = cell(
        "found = []\nfor d in documents:\n    found += rlm('Child question?', d)\n"
        "print(len(found))\nFINAL(found)"
    )
    child = cell("FINAL(ask('How long?', documents[0]))")
    limits = Limits(turns=20, subcalls=5_000, tokens=2_000_000, seconds=600)
    reviewed = run(by_question(Root=[root], Child=[child] * 40), limits=limits, documents=matter)
    assert len(reviewed.all(ChildFinished)) == 40
    assert reviewed.answer.status == "answered"
    assert {c.document_name for c in reviewed.answer.citations} == {d.name for d in matter}
    assert max(e.turn for e in reviewed.all(TurnStarted)) == 41


def test_short_slices_of_a_child_are_read_directly() -> None:
    parent = cell("found = rlm('Child question?', documents[0].page(2))\nFINAL(found)")
    settings = Settings(protocol="code", direct_tokens=30)
    reviewed = run(by_question(Root=[parent]), settings)
    assert reviewed.answer.status == "answered"
    assert len(reviewed.all(TurnStarted)) == 1


def test_a_child_can_not_spend_what_its_parent_needs() -> None:
    limits = Limits(turns=8, subcalls=12, tokens=10**6, seconds=100)
    greedy = [
        cell(f"for i in range({n}, 50):\n    ask('?', documents[0][i:i + 9])") for n in (1, 2)
    ]
    parent = cell("rlm('Child question?', documents[0].page(3))")
    end = cell("FINAL(ask('How long?', documents[0].page(2)))")
    reviewed = run(by_question(Root=[parent, end], Child=greedy), limits=limits)
    assert reviewed.all(ChildFinished)[0].result.startswith("stopped")
    assert reviewed.answer.status == "answered"


def test_turns_of_children_do_not_count_against_the_roots() -> None:
    limits = Limits(turns=3, subcalls=50, tokens=10**6, seconds=100)
    roots = [cell(f"f{n} = rlm('Child{n} question?', documents[0].page(2))") for n in range(2)]
    replies = by_question(Root=[*roots, cell("FINAL(f0)")], Child0=[READ, END], Child1=[READ, END])
    assert run(replies, limits=limits).answer.status == "answered"


def test_a_share_is_given_back() -> None:
    budget = Budget(Limits(turns=5, subcalls=10, tokens=1_000, seconds=100))
    budget.take_turn()
    with budget.share(turns=2):
        budget.take_turn()
        budget.take_turn()
        with pytest.raises(BudgetSpent):
            budget.take_turn()
        budget.take_subcalls(5)
        with pytest.raises(BudgetSpent):
            budget.take_subcalls()
    assert budget.limits.turns - budget.turns == 4
    assert budget.take_subcalls(5) == 6


def test_shares_nest() -> None:
    budget = Budget(Limits(turns=5, subcalls=16, tokens=1_000, seconds=100))
    with budget.share(turns=2), budget.share(turns=2):
        assert budget.limits.subcalls == 4
    assert budget.limits.subcalls == 16
