"""What the runs of a matter found and read is put together for a run that follows one of them."""

from dataclasses import replace
from pathlib import Path

from app.documents.document import Span
from app.engine.engine import Usage
from app.recursion.events import (
    AnswerReady,
    FindingChecked,
    Recalled,
    RunStarted,
    SubcallFinished,
    SubcallStarted,
    VariablesKept,
)
from app.recursion.results import Answer, Check, Citation, Claim, Finding
from app.sessions.store import Store

MODEL = "f" * 64
PASSED = Check(0.9, passed=True)
A, B = Span("doc", 0, 20), Span("doc", 100, 140)
RENT = Finding("2,400 dollars.", (A,), A, 1)
NOTICE = Finding("Ninety days.", (B,), B, 2)


def run(
    store: Store,
    question: str,
    *findings: Finding,
    passed: bool = True,
    follows: str = "",
    model: str = MODEL,
) -> str:
    """A finished run that asked about one slice for each finding, and cites those that stood."""
    id = store.start_run(question)
    documents = tuple({span.document for f in findings for span in f.spans})
    begun = RunStarted(question, "quick", "plan", documents, "m", "M", model, 0, {}, {})
    store.record(id, replace(begun, follows=follows))
    for n, finding in enumerate(findings, 1):
        store.record(id, SubcallStarted(n, 1, "ask", question, (finding.source,)))
        store.record(id, SubcallFinished(n, "", (finding,), None, Usage()))
        store.record(id, FindingChecked(finding, Check(0.9, passed=passed)))
    citations = tuple(
        Citation(n, f.spans[0], "doc.pdf", 0, "1", "", PASSED) for n, f in enumerate(findings, 1)
    )
    answer = Answer("answered", tuple(Claim("x", (c.n,)) for c in citations), citations)
    store.record(id, AnswerReady(answer, Usage(), 1, len(findings), 1.0))
    return id


def answers(store: Store, follows: str, question: str = "And when?") -> list[str]:
    memory = store.memory.of(follows, question, {"doc"}, MODEL)
    return [known.evidence.finding.answer for known in memory.known]


def test_findings_come_with_the_run_that_is_followed_first(store: Store) -> None:
    notice = run(store, "How long is the notice?", NOTICE)
    run(store, "How much is the rent?", RENT)
    memory = store.memory.of(notice, "And who gives it?", {"doc"}, MODEL)
    assert [k.question for k in memory.known] == [
        "How long is the notice?",
        "How much is the rent?",
    ]
    assert memory.known[0].run == memory.follows == notice
    assert memory.known[0].evidence.finding == NOTICE


def test_they_are_there_when_the_matter_is_opened_again(path: Path) -> None:
    with Store.open(path) as store:
        rent = run(store, "How much is the rent?", RENT)
    with Store.open(path) as store:
        assert answers(store, rent) == ["2,400 dollars."]


def test_what_did_not_stand_or_was_rejected_is_left_out(store: Store) -> None:
    rent = run(store, "How much is the rent?", RENT)
    run(store, "How long is the notice?", NOTICE, passed=False)
    assert answers(store, rent) == ["2,400 dollars."]
    store.give_verdict(rent, 1, "rejected", "AB")
    assert answers(store, rent) == []
    store.give_verdict(rent, 1, "accepted", "AB")
    assert answers(store, rent) == ["2,400 dollars."]


def test_what_lies_in_other_documents_is_left_out(store: Store) -> None:
    rent = run(store, "How much is the rent?", RENT)
    elsewhere = Span("other", 0, 5)
    run(store, "How long?", Finding("x", (elsewhere,), elsewhere, 1))
    assert answers(store, rent) == ["2,400 dollars."]


def test_a_finding_of_two_runs_is_known_once(store: Store) -> None:
    first = run(store, "How much is the rent?", RENT)
    run(store, "What is the rent?", replace(RENT, subcall=9))
    assert answers(store, first) == ["2,400 dollars."]


def test_slices_count_as_read_for_the_very_same_question(store: Store) -> None:
    rent = run(store, "How much is the rent?", RENT)
    read = store.memory.of(rent, "How much is the rent? (following: “Who?”)", {"doc"}, MODEL).read
    assert read == (A,)
    assert store.memory.of(rent, "How much is the rent", {"doc"}, MODEL).read == ()
    assert store.memory.of(rent, "When is the rent due?", {"doc"}, MODEL).read == ()


def test_what_another_model_read_is_not_read(store: Store) -> None:
    rent = run(store, "How much is the rent?", RENT)
    assert store.memory.of(rent, "How much is the rent?", {"doc"}, "e" * 64).read == ()


def test_a_sub_call_that_was_cut_off_read_nothing(store: Store) -> None:
    rent = run(store, "How much is the rent?", RENT)
    store.record(rent, SubcallStarted(7, 1, "ask", "How much is the rent?", (B,)))
    assert store.memory.of(rent, "How much is the rent?", {"doc"}, MODEL).read == (A,)


def test_a_record_says_what_it_follows_and_what_it_took_over(store: Store) -> None:
    rent = run(store, "How much is the rent?", RENT)
    next_ = run(store, "And when?", RENT, follows=rent)
    store.record(next_, Recalled(RENT, rent, "How much is the rent?", 1))
    record = store.run(next_)
    assert record.follows == store.memory.followed(next_) == rent
    assert [r.run for r in record.recalled] == [rent]
    assert record.evidence[0].origin == rent
    assert store.memory.followed(rent) == ""


def variables(store: Store, follows: str) -> dict[str, object]:
    return dict(store.memory.of(follows, "And when?", {"doc"}, MODEL).variables)


def test_variables_are_those_that_the_run_which_is_followed_held_last(store: Store) -> None:
    first = run(store, "How much is the rent?", RENT)
    store.record(first, VariablesKept({"total": 1, "hits": [{"slice": ["doc", 0, 20]}]}))
    store.record(first, VariablesKept({"total": 2, "hits": [{"slice": ["doc", 0, 20]}]}))
    other = run(store, "How long is the notice?", NOTICE)
    store.record(other, VariablesKept({"total": 3}))
    assert variables(store, first) == {"total": 2, "hits": [{"slice": ["doc", 0, 20]}]}


def test_a_run_without_a_repl_hands_on_what_the_one_before_it_had(store: Store) -> None:
    first = run(store, "How much is the rent?", RENT)
    store.record(first, VariablesKept({"total": 1}))
    second = run(store, "And who pays it?", RENT, follows=first)
    third = run(store, "And when?", RENT, follows=second)
    assert variables(store, third) == {"total": 1}
    # One that had a REPL, and nothing in it at its end, hands on nothing.
    store.record(second, VariablesKept({}))
    assert variables(store, third) == {}


def test_a_first_run_has_no_variables_to_go_on_with(store: Store) -> None:
    assert variables(store, run(store, "How much is the rent?", RENT)) == {}
