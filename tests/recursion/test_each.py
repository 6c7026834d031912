"""Each document in turn: a child run for every one of them, and a composition."""

import json
from dataclasses import replace

import pytest

from app.recursion.budget import ENOUGH, Budget, Depth, Limits
from app.recursion.events import (
    ChildFinished,
    ChildStarted,
    PartReady,
    StateSaved,
    SubcallStarted,
    TurnStarted,
)
from app.recursion.frame import Part
from app.recursion.prompts import grammars
from app.recursion.settings import Settings
from app.recursion.state import State
from tests.recursion.papers import LEASE, Reviewed, ask, document
from tests.recursion.scripted import ScriptedEngine, reader, silent

PLANS = Settings(protocol="plan", direct_tokens=0)
QUESTION = "What is the notice period in each lease?"
EACH = json.dumps({"kind": "each", "question": "What is the notice period of this lease?"})
FIND = '{"kind": "find", "phrases": ["notice period", "tenant notice"]}'
AMPLE = Limits(turns=20, subcalls=5_000, tokens=10**7, seconds=3_000)


def matter(count: int, says: str = "The notice is {days} days in lease {n}."):
    """Leases of some pages, whose notice periods differ: 30, 60 or 90 days."""
    return [
        document(
            f"# Lease {n}\nThis lease is of house {n}. It is a house in a row.",
            f"# Notice {n}\n" + says.format(n=n, days=30 * (1 + n % 3)),
            name=f"lease{n}.pdf",
        )
        for n in range(count)
    ]


def replies(request) -> str:
    asks_all = QUESTION in request.messages[-1].content
    return EACH if asks_all else FIND


def run(documents, limits: Limits = AMPLE, read=None, **more: object) -> tuple[Reviewed, object]:
    engine = ScriptedEngine(replies, read=read or reader("notice is"))
    reviewed = ask(engine, QUESTION, documents=documents, settings=PLANS, limits=limits, **more)
    return reviewed, engine


def test_short_documents_that_fit_one_prompt_are_asked_one_by_one_as_well() -> None:
    leases = matter(3)
    engine = ScriptedEngine(replies, read=reader("notice is"))
    answer = ask(engine, QUESTION, documents=leases, settings=Settings(protocol="plan")).answer
    assert [c.text.partition(":")[0] for c in answer.claims] == [d.name for d in leases]


def test_forty_documents_are_answered_by_a_child_each_and_a_composition() -> None:
    leases = matter(40)
    reviewed, _ = run(leases)
    answer = reviewed.answer
    assert answer.status == "answered"
    assert len(reviewed.all(ChildStarted)) == len(reviewed.all(ChildFinished)) == 40
    assert [c.text.partition(":")[0] for c in answer.claims] == [d.name for d in leases]
    for claim, lease in zip(answer.claims, leases, strict=True):
        (cited,) = [c for c in answer.citations if c.n in claim.citations]
        assert cited.span.document == lease.id
        assert cited.quote == lease.text[cited.span.start : cited.span.end]
    assert not answer.contradictory, "different documents may differ"
    assert all(e.spans[0].document in {d.id for d in leases} for e in reviewed.all(SubcallStarted))


def test_children_that_are_asked_the_same_share_one_plan() -> None:
    _, engine = run(matter(12))
    assert len(engine.root) == 2, "one for all documents together, one for each"


def test_every_child_reads_its_own_document_only() -> None:
    reviewed, _ = run(matter(3))
    scopes = {e.frame: e.spans[0].document for e in reviewed.all(ChildStarted)}
    for call in reviewed.all(SubcallStarted):
        assert {span.document for span in call.spans} == {scopes[call.frame]}


def test_the_composition_says_in_short_where_documents_agree() -> None:
    def read(request) -> str:
        text = request.messages[-1].content
        days = next((d for d in ("30 days", "60 days", "90 days") if f"is {d}" in text), "")
        return reader("notice is", answer=f"{days}.")(request) if days else silent(request)

    reviewed, _ = run(matter(12), read=read)
    short = reviewed.answer.summary
    assert [c.text.partition(" (")[0] for c in short] == ["30 days.", "60 days.", "90 days."]
    assert "lease0.pdf, lease3.pdf" in short[0].text
    assert len(short[0].citations) == 4
    assert len(reviewed.answer.claims) == 12


def test_parts_are_told_as_they_are_ready() -> None:
    reviewed, _ = run(matter(3))
    told = [type(e).__name__ for e in reviewed.events if isinstance(e, ChildFinished | PartReady)]
    assert told == ["ChildFinished", "PartReady"] * 3
    part = reviewed.all(PartReady)[1]
    assert (part.number, part.title, part.frame) == (2, "lease1.pdf", "")
    ((text, spans),) = part.claims
    assert "60 days" in text and len(spans) == 1


def test_a_document_that_says_nothing_of_it_is_named() -> None:
    leases = [*matter(2), document("# Lease\nThis lease is of a boat.", name="boat.pdf")]
    reviewed, _ = run(leases)
    assert len(reviewed.answer.claims) == 2
    assert reviewed.answer.note == "Nothing was found in boat.pdf."


def test_where_no_document_says_it_nothing_was_found() -> None:
    reviewed, _ = run(matter(2), read=silent)
    assert reviewed.answer.status == "not_found"


def test_a_budget_for_some_documents_is_not_spread_over_all_too_thinly() -> None:
    limits = Limits(turns=8, subcalls=60, tokens=10**6, seconds=300)
    reviewed, _ = run(matter(40), limits=limits)
    answer = reviewed.answer
    assert answer.status == "stopped"
    assert 4 <= len(answer.claims) < 40
    assert answer.claims[0].text.startswith("lease0.pdf: ")
    assert all(claim.citations for claim in answer.claims)
    assert "Not read yet: lease" in answer.note and "sub-calls" in answer.note


def test_a_small_share_is_brought_up_to_what_a_child_needs() -> None:
    budget = Budget(Limits(turns=8, subcalls=200, tokens=60_000, seconds=300))
    with budget.share(2, part=1 / 40):
        assert budget.limits.subcalls == ENOUGH.subcalls
        assert budget.limits.tokens == ENOUGH.tokens
    with budget.share(2, part=0.9):
        assert budget.limits.subcalls == 180
    poor = Budget(Limits(turns=8, subcalls=10, tokens=60_000, seconds=300))
    with poor.share(2, part=1 / 40):
        assert poor.limits.subcalls == 5


def test_one_document_alone_is_not_taken_in_turn() -> None:
    engine = ScriptedEngine([FIND], read=reader("ninety"))
    reviewed = ask(engine, QUESTION, documents=[LEASE], settings=PLANS)
    assert engine.root[0].grammar == grammars.plan()
    assert not reviewed.all(ChildStarted)


def test_where_no_child_may_be_started_it_is_answered_together() -> None:
    engine = ScriptedEngine([FIND], read=reader("notice is"))
    settings = Settings(protocol="plan", direct_tokens=0, max_depth=0)
    reviewed = ask(engine, QUESTION, documents=matter(2), settings=settings)
    assert reviewed.answer.status == "answered"
    assert not reviewed.all(ChildStarted)


@pytest.mark.parametrize(("deep", "frames"), [(2, ["1", "1.1", "1.2", "1.3"]), (1, ["1"])])
def test_a_child_over_several_documents_takes_them_in_turn_where_it_may_nest_once_more(
    deep: int, frames: list[str]
) -> None:
    whole = f"FINAL(rlm({QUESTION!r}, documents))"
    settings = Settings(protocol="plan", direct_tokens=0, max_depth=deep, cell=whole)

    def plans(request) -> str:
        return EACH if request.grammar == grammars.plan("each") else FIND

    engine = ScriptedEngine(plans, read=reader("notice is"))
    reviewed = ask(engine, "What of the notices?", matter(3), settings, limits=AMPLE)
    assert [e.frame for e in reviewed.all(ChildStarted)] == frames
    assert reviewed.answer.status == "answered"
    cited = {c.span.document for c in reviewed.answer.citations}
    assert cited == {d.id for d in matter(3)}


def test_a_childs_second_cell_goes_on_from_its_first() -> None:
    settings = Settings(Depth.EXHAUSTIVE, protocol="plan", direct_tokens=0)
    engine = ScriptedEngine(replies)
    reviewed = ask(engine, QUESTION, documents=[*matter(1), LEASE], settings=settings, limits=AMPLE)
    frames = [e.frame for e in reviewed.all(TurnStarted)]
    assert frames.count("1") > 1
    assert not any("NameError" in c.error for c in reviewed.cells)
    first, second = [c.code for c in reviewed.cells if c.frame == "1"][:2]
    assert "not in seen" in second and "not in seen" not in first


def test_parts_are_kept_with_the_state_of_a_run() -> None:
    reviewed, _ = run(matter(2))
    state = State.unpack(reviewed.all(StateSaved)[0].state)
    kept = replace(state, parts=(Part("a.pdf"),)).pack()
    assert State.unpack(kept).parts == (Part("a.pdf"),)


@pytest.mark.parametrize("recipe", ["each", "timeline", "list", "find", "amended", "count"])
def test_a_recipe_names_the_kind_of_plan(recipe: str) -> None:
    engine = ScriptedEngine([FIND] * 3)
    settings = Settings(protocol="plan", direct_tokens=0, plan=recipe)
    ask(engine, "How many tenants are there?", documents=[LEASE], settings=settings)
    kind = {"amended": "find", "each": ""}.get(recipe, recipe)
    assert engine.root[0].grammar == grammars.plan(kind)
