"""A run is its events; everything else about it is read out of them."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from app.documents.document import Span
from app.engine.engine import Usage
from app.errors import MatterError
from app.recursion.events import (
    AnswerReady,
    ChildFinished,
    ChildStarted,
    RootToken,
    RunFailed,
    SliceRead,
    Spent,
    StateSaved,
    SubcallStarted,
    TurnStarted,
)
from app.recursion.results import Answer, Claim
from app.sessions.store import Store
from tests.sessions.making import (
    citation,
    events_of_a_run,
    make_document,
    record_run,
    started,
)


def test_a_run_comes_back_whole(store):
    document = store.add_document(make_document(empty_pages=1))
    record = store.run(record_run(store, document))
    assert record.question == "How can it be ended?"
    assert record.matter == "Smith v. Jones"
    assert record.head.status == "answered"
    assert (record.head.model_name, record.head.seed) == ("Small 1.5B", 7)
    assert record.head.limits["turns"] == 8
    assert record.head.usage == Usage(1800, 600, 80, 5.0, 2.0)
    assert (record.head.turns, record.head.subcalls, record.head.seconds) == (1, 2, 4.5)
    assert record.documents == tuple(store.documents())
    (turn,) = record.turns
    assert turn.code == "FINAL(ask(...))"
    assert [call.kind for call in turn.subcalls] == ["judge", "ask"]
    judged, asked = record.subcalls
    assert (judged.probability, judged.cached) == (0.93, False)
    assert asked.cached and asked.prompt.startswith("1. Either") and asked.findings
    assert [read.subcall for read in record.slices] == [1, 2]
    assert record.evidence[0].check.passed
    assert record.answer.text == document.text[: record.answer.citations[0].span.end] + " [1]"
    assert record.coverage.pages_read == ((document.id, 0),)
    assert record.unknown == 0


def test_times_are_of_now_and_in_order(store):
    before = datetime.now(UTC)
    document = store.add_document(make_document())
    run = record_run(store, document)
    events = list(store.events(run))
    assert [stored.seq for stored in events] == list(range(1, len(events) + 1))
    assert before <= events[0].time
    assert all(a.time <= b.time for a, b in pairwise(events))
    head = store.run_row(run)
    assert head.started <= events[0].time <= head.ended == events[-1].time


def test_events_are_handed_back_for_replay(store):
    document = store.add_document(make_document())
    run = record_run(store, document)
    told = [type(event) for event in events_of_a_run(document)]
    assert [type(stored.event) for stored in store.events(run)] == told


def test_tokens_are_not_kept(store):
    run = store.start_run("Q")
    store.record(run, RootToken(1, "tok"))
    assert list(store.events(run)) == []


def test_an_event_of_another_version_does_not_spoil_a_run(store):
    document = store.add_document(make_document())
    run = record_run(store, document)
    with store._file.writing() as db:
        row = {"run": run, "seq": 99, "time": "2031-01-01T00:00:00+00:00"}
        db.table("events").insert(row | {"type": "Telepathy", "payload": "{}"})
    record = store.run(run)
    assert (record.unknown, record.answer.status) == (1, "answered")


def test_a_quote_that_is_not_the_stored_text_does_not_match(store):
    document = store.add_document(make_document())
    good = citation(document, 1, 0)
    wrong = citation(document, 2, 1)
    wrong = type(wrong)(2, wrong.span, "agreement.pdf", 1, "v", "The fee is 12 euros.", wrong.check)
    run = store.start_run()
    store.record(run, started(document))
    answer = Answer("answered", (Claim("a", (1,)), Claim("b", (2,))), (good, wrong))
    store.record(run, AnswerReady(answer, Usage(), 1, 1, 1.0))
    assert store.run(run).matching == {1}


def test_an_unfinished_run_tells_what_it_was_shown(store):
    document = store.add_document(make_document(empty_pages=1))
    run = store.start_run()
    store.record(run, started(document))
    for page in (document.pages[0], document.pages[2]):
        store.record(run, SliceRead(Span(document.id, page.start, page.end), 1))
    store.record(run, SliceRead(Span(document.id, 0, 5), 1))
    coverage = store.run(run).coverage
    assert coverage.pages_read == ((document.id, 0), (document.id, 2))
    assert coverage.pages_without_text == ((document.id, 3),)
    assert coverage.pages == 4
    shown = len(document.text) - (document.pages[1].end - document.pages[1].start) - 4
    assert coverage.characters_read == shown


def test_child_runs_are_kept_with_their_turns(store):
    document = store.add_document(make_document())
    run = store.start_run()
    store.record(run, started(document))
    store.record(run, TurnStarted(1))
    store.record(run, ChildStarted("1", 1, "In part one?", (Span(document.id, 0, 9),)))
    store.record(run, TurnStarted(1, "1"))
    store.record(run, SubcallStarted(1, 1, "ask", "Q", (), "1"))
    store.record(run, ChildStarted("2", 1, "In part two?", ()))
    store.record(run, ChildFinished("1", "ninety days"))
    record = store.run(run)
    assert [(child.question, child.result) for child in record.children] == [
        ("In part one?", "ninety days"),
        ("In part two?", None),
    ]
    assert [(t.frame, t.number, len(t.subcalls)) for t in record.turns] == [("", 1, 0), ("1", 1, 1)]


def test_a_failed_run_says_why(store):
    document = store.add_document(make_document())
    run = store.start_run()
    store.record(run, started(document))
    store.record(run, RunFailed("The model is gone.", "Fetch it again."))
    record = store.run(run)
    assert record.head.status == "failed"
    assert record.failure.hint == "Fetch it again."


def test_the_state_to_resume_from_is_the_last_one(store):
    run = store.start_run()
    assert store.saved_state(run) is None
    assert not store.run_row(run).resumable
    store.record(run, StateSaved(1, b"one"))
    store.record(run, StateSaved(2, b"\x00two"))
    assert store.saved_state(run) == b"\x00two"
    assert store.run_row(run).resumable


def test_a_resumed_run_goes_on_from_its_last_saved_turn(store, path):
    document = store.add_document(make_document())
    first, later = events_of_a_run(document)[:-1], events_of_a_run(document, page=1)[1:]
    run = store.start_run()
    for event in first:
        store.record(run, event)
    store.record(run, TurnStarted(2))
    store.record(run, SubcallStarted(3, 2, "ask", "Q", ()))
    store.record(run, SubcallStarted(4, 2, "ask", "Q", ()))
    store.record(run, ChildStarted("1", 2, "Q", ()))
    store.record(run, later[8])
    store.record(run, SliceRead(Span(document.id, 0, 9), 2, 4))
    store.close()
    with Store.open(path) as again:
        assert again.run_row(run).status == "interrupted"
        assert len(again.run(run).subcalls) == 4
        assert len(again.run(run).evidence) == 2
        again.record(run, replace(started(document), resumed=True))
        assert again.run_row(run).status == "running"
        again.record(run, TurnStarted(2))
        again.record(run, SubcallStarted(3, 2, "judge", "Q", ()))
        record = again.run(run)
        assert [(t.number, len(t.subcalls)) for t in record.turns] == [(1, 2), (2, 1)]
        assert record.subcalls[2].kind == "judge"
        assert (record.children, len(record.evidence)) == ((), 1)
        assert len(record.slices) == 3, "what was shown was shown"
        again.record(run, AnswerReady(Answer("not_found"), Usage(), 2, 1, 9.0))
        assert again.run_row(run).status == "not_found"


def test_a_run_without_a_saved_state_starts_anew(store):
    document = store.add_document(make_document())
    run = store.start_run()
    for event in (started(document), TurnStarted(1), TurnStarted(2)):
        store.record(run, event)
    store.record(run, replace(started(document), resumed=True))
    assert store.run(run).turns == ()


def test_states_of_finished_runs_can_be_forgotten(store):
    document = store.add_document(make_document())
    finished, going_on = record_run(store, document), store.start_run()
    store.record(going_on, StateSaved(1, b"one"))
    assert store.forget_states() == 1
    assert store.saved_state(finished) is None
    assert store.saved_state(going_on) == b"one"


def test_the_history_groups_runs_by_session(store):
    first = store.start_run("one")
    second = store.start_run("two")
    store.start_session("Medications")
    third = store.start_run("three")
    later, earlier = store.sessions()
    assert (later.title, [run.id for run in later.runs]) == ("Medications", [third])
    assert [run.id for run in earlier.runs] == [first, second]
    assert [run.question for run in store.runs()] == ["three", "two", "one"]


def test_each_opening_of_a_matter_begins_a_session(store, path):
    store.start_run("yesterday")
    store.close()
    with Store.open(path) as again:
        again.start_run("today")
        assert [len(session.runs) for session in again.sessions()] == [1, 1]


def test_a_run_is_found_by_the_beginning_of_its_id(store):
    run = store.start_run("Q")
    other = store.start_run("Q")
    assert store.run_row(run[:8]).id == run
    shared = len([1 for a, b in zip(run, other, strict=True) if a == b and run.startswith(a)])
    assert store.run(run).id == run and shared < 12
    for wrong in ("", "zzz", "%"):
        with pytest.raises(MatterError, match="no run"):
            store.run(wrong)


def test_slices_of_a_session_are_had_without_its_runs(store):
    document = store.add_document(make_document())
    record_run(store, document, page=0)
    store.start_session()
    record_run(store, document, page=2)
    later, earlier = store.sessions()
    first, last = document.pages[0], document.pages[2]
    assert set(store.slices(earlier.id)) == {Span(document.id, first.start, first.end)}
    assert set(store.slices(later.id)) == {Span(document.id, last.start, last.end)}
    assert len(store.slices()) == 4


def test_an_event_of_no_run_is_refused(store):
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.record("nobody", TurnStarted(1))


def test_the_runner_records_while_the_window_reads_and_writes(store):
    document = store.add_document(make_document())
    run = store.start_run("Q")
    store.record(run, started(document))
    failures = []

    def runner():
        try:
            for n in range(1, 401):
                store.record(run, Spent(1, n, Usage(), 0.1 * n, "reading"))
        except Exception as error:
            failures.append(error)

    thread = threading.Thread(target=runner)
    thread.start()
    seen = [0]
    while thread.is_alive():
        seen.append(store.run_row(run).subcalls)
        store.add_mark(Span(document.id, 0, 5))
        store.run(run)
    thread.join()
    assert not failures
    assert seen == sorted(seen)
    assert store.run_row(run).subcalls == 400
    assert len(list(store.events(run))) == 401


def test_runs_over_one_document_alone_are_told_from_others(store):
    one, two = (store.add_document(make_document(name=name)) for name in ("one.pdf", "two.pdf"))
    alone, both, part = store.start_run(), store.start_run(), store.start_run()
    store.record(alone, started(one, question="Alone?"))
    store.record(both, started(one, two, question="Both?"))
    scoped = started(one, question="In part?")
    store.record(part, replace(scoped, settings={**scoped.settings, "scope": "one.pdf p. 1"}))
    changed = replace(scoped, settings={"branch": "cell 1 of run ab12, changed"})
    store.record(store.start_run(), changed)
    again = record_run(store, one)
    assert [run.id for run in store.runs_over(one.id)] == [again, alone]
    assert store.runs_over(two.id) == []
    assert store.runs_over("") == []


def test_runs_begun_aside_are_a_session_of_their_own(store):
    first = store.start_run("Who?")
    with store.aside("Termination"):
        cells = [store.start_run(f"Question {n}?") for n in (1, 2)]
    last = store.start_run("When?")
    aside, usual = store.sessions()
    assert aside.title == "Termination" and [run.id for run in aside.runs] == cells
    assert [run.id for run in usual.runs] == [first, last]


def test_hundreds_of_events_a_second_are_no_trouble(store):
    document = store.add_document(make_document())
    run = store.start_run("Q")
    before = time.process_time()
    for n in range(1, 601):
        store.record(run, SliceRead(Span(document.id, 0, 9), 1, n))
    assert time.process_time() - before < 3, "measured: 0.1 s"
