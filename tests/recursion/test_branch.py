"""A run branches off another one: its cells run anew, the last one as the reviewer changed it."""

from app.recursion.branch import Branch
from app.recursion.events import CellRan, RunStarted
from app.recursion.settings import Settings
from tests.recursion.papers import ask, cell
from tests.recursion.scripted import ScriptedEngine, reader

SEARCH = 'hits = search(["tenant notice"])\nprint(hits[0])'
READ = 'found = [f for f in ask_each("How long is the notice?", hits) if f]\nprint(found)'
OTHER = 'found = [f for f in ask_each("How long must notice be?", hits[:1]) if f]\nprint(found)'
END = cell("FINAL(found)")


def branch() -> Branch:
    """The first cell as it was, the second one changed."""
    return Branch("abcdef123456", ((cell(SEARCH), SEARCH), (OTHER, OTHER)))


def test_the_model_writes_from_the_changed_cell_on() -> None:
    engine = ScriptedEngine([END], read=reader("ninety"))
    reviewed = ask(engine, branch=branch())
    assert [e.code for e in reviewed.all(CellRan)] == [SEARCH, OTHER, "FINAL(found)"]
    assert reviewed.answer.status == "answered"
    (request,) = engine.root
    assert [m.role for m in request.messages] == [
        "system", "user", "assistant", "user", "assistant", "user",
    ]  # fmt: skip
    assert OTHER in request.messages[4].content and "Finding(" in request.messages[5].content


def test_variables_of_the_cells_before_are_there() -> None:
    reviewed = ask(ScriptedEngine([END], read=reader("ninety")), branch=branch())
    first, second, _ = reviewed.all(CellRan)
    assert set(first.variables) == {"hits"} and set(second.variables) == {"hits", "found"}
    assert first.usage.prompt == 0, "nothing was spent on writing it"


def test_the_record_says_so() -> None:
    started = ask(ScriptedEngine([END], read=reader("ninety")), branch=branch()).all(RunStarted)[0]
    assert started.settings["branch"] == "cell 2 of run abcdef12, changed"


def test_a_changed_cell_may_end_the_run() -> None:
    cells = (*branch().cells, ("FINAL(found)", "FINAL(found)"))
    engine = ScriptedEngine([], read=reader("ninety"))
    assert ask(engine, branch=Branch("a", cells)).answer.status == "answered"
    assert engine.root == []


def test_it_is_run_even_where_the_documents_are_short() -> None:
    engine = ScriptedEngine([END], read=reader("ninety"))
    settings = Settings(protocol="code", direct_tokens=3_000)
    reviewed = ask(engine, settings=settings, branch=branch())
    assert reviewed.all(CellRan)[0].code == SEARCH


def test_plans_go_on_after_it_too() -> None:
    final = 'FINAL([f for f in ask_each("How long is the notice?", hits) if f])'
    engine = ScriptedEngine([], read=reader("ninety"))
    settings = Settings(protocol="plan", direct_tokens=0)
    reviewed = ask(engine, settings=settings, branch=Branch("a", (("{}", SEARCH), (final, final))))
    assert reviewed.answer.status == "answered"
