"""A question of a recipe may begin with a cell of its author's, in place of a plan."""

from app.recursion.events import CellRan, ChildStarted, RunStarted, StateSaved
from app.recursion.settings import Settings, mark
from tests.recursion.papers import ask, cell
from tests.recursion.scripted import ScriptedEngine, reader

READ = "found = verify(question, ask_each(question, [documents[0].page(2)]))\n"
ENDS = READ + "FINAL(found)"
QUESTION = "How long is the notice period?"
NINETY = "The tenant must give notice of ninety days before leaving."
PLAN = '{"kind": "find", "phrases": ["notice period", "tenant notice"]}'


def settings(code: str, **more: object) -> Settings:
    return Settings(**{"protocol": "plan", "direct_tokens": 0, **more}, cell=code)


def test_it_runs_in_place_of_a_plan_with_the_question_at_hand() -> None:
    engine = ScriptedEngine([], read=reader("ninety"))
    reviewed = ask(engine, QUESTION, settings=settings(ENDS))
    assert reviewed.answer.text == f"{NINETY} [1]"
    (ran,) = reviewed.cells
    assert ran.code == f"question = {QUESTION!r}\n{ENDS}\n"
    assert engine.root == [], "the model wrote nothing"


def test_it_runs_where_a_document_is_short_enough_to_be_read_at_once() -> None:
    engine = ScriptedEngine([], read=reader("ninety"))
    reviewed = ask(engine, QUESTION, settings=settings(ENDS, direct_tokens=3_000))
    assert len(reviewed.cells) == 1


def test_where_it_does_not_end_the_run_a_plan_goes_on() -> None:
    engine = ScriptedEngine([PLAN], read=reader("ninety"))
    reviewed = ask(engine, QUESTION, settings=settings("print(len(documents))"))
    assert [c.error for c in reviewed.cells] == ["", ""]
    assert "search(" in reviewed.cells[1].code
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_where_it_goes_wrong_a_plan_goes_on() -> None:
    engine = ScriptedEngine([PLAN], read=reader("ninety"))
    reviewed = ask(engine, QUESTION, settings=settings("FINAL(nothing)"))
    assert "NameError" in reviewed.cells[0].error
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_it_can_make_up_no_evidence() -> None:
    engine = ScriptedEngine(["no code"] * 3)
    reviewed = ask(engine, QUESTION, settings=settings("FINAL('Ten days.')", protocol="code"))
    assert "refused" in reviewed.cells[0].error
    assert reviewed.answer.claims == ()


def test_a_model_that_writes_code_goes_on_from_it() -> None:
    engine = ScriptedEngine([cell("FINAL(found)")], read=reader("ninety"))
    reviewed = ask(engine, QUESTION, settings=settings(READ, protocol="code"))
    assert READ.strip() in engine.root[0].messages[2].content
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_a_child_begins_with_a_plan() -> None:
    parent = "FINAL(rlm('How long is the notice in it?', documents[0].page(2)))"
    engine = ScriptedEngine([PLAN], read=reader("ninety"))
    reviewed = ask(engine, QUESTION, settings=settings(parent))
    assert len(reviewed.all(ChildStarted)) == 1
    assert "rlm(" not in reviewed.all(CellRan)[0].code
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_the_record_tells_it_from_another_cell() -> None:
    said = [
        ask(ScriptedEngine([], read=reader("ninety")), QUESTION, settings=settings(code))
        .all(RunStarted)[0]
        .settings["cell"]
        for code in (ENDS, ENDS, ENDS + "  # once more")
    ]
    assert said[0] == said[1] == mark(ENDS) != said[2]
    plain = ask(ScriptedEngine([PLAN], read=reader("ninety")), settings=settings(""))
    assert "cell" not in plain.all(RunStarted)[0].settings


def test_a_run_that_was_stopped_within_it_begins_with_it_again() -> None:
    first = ask(ScriptedEngine([], read=reader("ninety")), QUESTION, settings=settings(ENDS))
    state = first.all(StateSaved)[0].state
    engine = ScriptedEngine([], read=reader("ninety"))
    again = ask(engine, QUESTION, settings=settings(ENDS), resume=state)
    assert again.answer.text == f"{NINETY} [1]"
