"""A run that was broken off goes on from its last turn, on another day and in another process."""

import pytest

from app.cancel import CancelToken
from app.documents.search.index import PassageIndex
from app.errors import MatterError
from app.recursion.budget import Depth, Limits
from app.recursion.events import CellRan, RunFailed, RunStarted, StateSaved, TurnStarted
from app.recursion.review import review
from app.recursion.settings import Settings
from app.recursion.state import State
from tests.recursion.papers import LARGE, LEASE, Reviewed, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

SEARCH = cell('hits = search(["tenant notice"])\nprint(hits[0])')
READ = cell('found = [f for f in ask_each("How long is the notice?", hits) if f]\nprint(found)')
END = cell("FINAL(found)")


def broken_off(turns: int = 2) -> Reviewed:
    """A run that ended after some turns."""
    limits = Limits(turns=turns, subcalls=50, tokens=10**6, seconds=100)
    return ask(ScriptedEngine([SEARCH, READ], read=reader("ninety")), limits=limits)


def last(reviewed: Reviewed) -> bytes:
    return reviewed.all(StateSaved)[-1].state


def test_variables_and_findings_are_there_again() -> None:
    engine = ScriptedEngine([END], read=reader("ninety"))
    reviewed = ask(engine, resume=last(broken_off()))
    assert reviewed.answer.status == "answered"
    assert "ninety" in reviewed.answer.citations[0].quote
    assert reviewed.all(RunStarted)[0].resumed
    assert [e.turn for e in reviewed.all(TurnStarted)] == [3]


def test_the_conversation_goes_on_where_it_was() -> None:
    engine = ScriptedEngine([END], read=reader("ninety"))
    ask(engine, resume=last(broken_off()))
    (request,) = engine.root
    assert [m.role for m in request.messages] == [
        "system", "user", "assistant", "user", "assistant", "user",
    ]  # fmt: skip
    assert "Finding(" in request.messages[-1].content


def test_what_was_read_and_spent_is_counted_in() -> None:
    first = broken_off()
    engine = ScriptedEngine([cell("NOT_FOUND('no')")], read=reader("ninety"))
    reviewed = ask(engine, resume=last(first))
    assert set(first.answer.coverage.pages_read) == set(reviewed.answer.coverage.pages_read)
    limits = Limits(turns=2, subcalls=50, tokens=10**6, seconds=100)
    again = ask(ScriptedEngine(), resume=last(first), limits=limits)
    assert again.answer.status == "stopped"
    assert "2 turns" in again.answer.note


def test_a_cell_that_was_run_before_counts_as_repeated() -> None:
    engine = ScriptedEngine([READ, END], read=reader("ninety"))
    reviewed = ask(engine, resume=last(broken_off()))
    assert "run this very cell before" in reviewed.all(CellRan)[0].error


def test_refusals_are_remembered() -> None:
    limits = Limits(turns=2, subcalls=50, tokens=10**6, seconds=100)
    refused = [cell("FINAL('45')"), cell("FINAL('46')")]
    state = last(ask(ScriptedEngine(refused), limits=limits))
    reviewed = ask(ScriptedEngine([cell("FINAL('47')")]), resume=state)
    assert reviewed.answer.status == "not_found"


def test_plans_resume_too() -> None:
    plans = Settings(Depth.EXHAUSTIVE, protocol="plan", direct_tokens=0)
    nothing = '{"kind": "find", "phrases": ["pets", "animals"]}'
    cancel = CancelToken()

    def stop(event: object) -> None:
        if isinstance(event, StateSaved) and event.turn:
            cancel.cancel()

    engine = ScriptedEngine([nothing])
    state = last(ask(engine, settings=plans, cancel=cancel, on_event=stop))
    found = '{"kind": "find", "phrases": ["notice", "tenant"]}'
    engine = ScriptedEngine([found] * 2, read=reader("ninety"))
    reviewed = ask(engine, settings=plans, resume=state)
    assert reviewed.answer.status == "answered"


def test_a_run_stopped_in_its_first_turn_goes_on_too() -> None:
    cancel = CancelToken()

    def stop(event: object) -> None:
        if isinstance(event, TurnStarted):
            cancel.cancel()

    stopped = ask(ScriptedEngine([SEARCH]), cancel=cancel, on_event=stop)
    assert stopped.answer.status == "stopped"
    engine = ScriptedEngine([SEARCH, READ, END], read=reader("ninety"))
    reviewed = ask(engine, resume=last(stopped), limits=LARGE)
    assert reviewed.answer.status == "answered"


def test_another_question_or_document_can_not_resume_it() -> None:
    state = last(broken_off())
    other = ask(ScriptedEngine(), question="Who pays?", resume=state)
    assert other.answer.status == "failed"
    assert "another question" in other.all(RunFailed)[0].message
    assert ask(ScriptedEngine(), documents=[document("Else.")], resume=state).answer.status == (
        "failed"
    )


def test_damaged_and_foreign_bytes_are_refused() -> None:
    state = last(broken_off())
    for bad in (b"", b"pincite-run-9\nabc", state[:200], state[:-50] + b"x" * 50):
        with pytest.raises(MatterError):
            State.unpack(bad)


def test_the_state_is_small_and_holds_what_it_says() -> None:
    state = State.unpack(last(broken_off()))
    assert state.turns == 2
    assert state.documents == (LEASE.id,)
    assert len(state.notes) == 1
    assert state.limits.subcalls == 50
    assert len(last(broken_off())) < 50_000


def test_a_resumed_run_can_be_resumed_again() -> None:
    one = broken_off(turns=1)
    engine = ScriptedEngine([READ], read=reader("ninety"))
    two = ask(engine, resume=last(one), limits=Limits(2, 50, 10**6, 100))
    three = ask(ScriptedEngine([END], read=reader("ninety")), resume=last(two), limits=LARGE)
    assert three.answer.status == "answered"


def test_without_a_budget_the_limits_it_was_saved_with_hold() -> None:
    index = PassageIndex(None)
    index.add(LEASE)
    answer = review(
        "How long is the notice period?",
        [LEASE],
        index=index,
        engine=ScriptedEngine(),
        settings=Settings(protocol="code", direct_tokens=0),
        emit=lambda event: None,
        cancel=CancelToken(),
        resume=last(broken_off()),
    )
    assert answer.status == "stopped"
    assert "2 turns" in answer.note
