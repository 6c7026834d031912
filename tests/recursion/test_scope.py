"""A question about a part of a document: nothing else is read for it, nor after it is resumed."""

from app.documents.document import Span
from app.recursion.budget import Limits
from app.recursion.events import RunStarted, SliceRead, StateSaved
from app.recursion.settings import Settings
from tests.recursion.papers import LEASE, Reviewed, ask, cell
from tests.recursion.scripted import ScriptedEngine, reader

START = LEASE.text.index("The tenant")
SELECTED = Span(LEASE.id, START, LEASE.text.index(".", START) + 1)
SEARCH = cell('hits = search(["rent month", "tenant notice"])\nprint(hits)')
READ = cell('found = [f for f in ask_each("How long is the notice?", hits) if f]\nprint(found)')
END = cell("FINAL(found)")


def found() -> ScriptedEngine:
    """A model that searches, reads and answers."""
    return ScriptedEngine([SEARCH, READ, END], read=reader("ninety"))


def slices(reviewed: Reviewed) -> list[Span]:
    return [event.span for event in reviewed.all(SliceRead)]


def test_nothing_but_the_selection_is_read() -> None:
    engine = ScriptedEngine([SEARCH, READ, END], read=reader("ninety"))
    reviewed = ask(engine, scope=[SELECTED])
    assert reviewed.answer.status == "answered"
    assert slices(reviewed) and all(SELECTED.contains(span) for span in slices(reviewed))
    assert "rent is" not in str([engine.root, engine.read])


def test_a_short_selection_is_asked_about_at_once() -> None:
    reviewed = ask(
        ScriptedEngine(read=reader("ninety")), settings=Settings(protocol="code"), scope=[SELECTED]
    )
    assert set(slices(reviewed)) == {SELECTED}
    assert reviewed.answer.citations[0].span == SELECTED


def test_a_run_says_what_it_was_asked_about() -> None:
    about = ask(found(), scope=[SELECTED]).all(RunStarted)[0]
    assert about.settings["scope"] == f"{LEASE.name} p. 2"
    assert "scope" not in ask(found()).all(RunStarted)[0].settings


def test_a_resumed_run_keeps_to_it() -> None:
    first = ask(
        ScriptedEngine([SEARCH]),
        scope=[SELECTED],
        limits=Limits(turns=1, subcalls=50, tokens=10**6, seconds=100),
    )
    state = first.all(StateSaved)[-1].state
    again = ask(ScriptedEngine([SEARCH, READ, END], read=reader("ninety")), resume=state)
    assert slices(again) and all(SELECTED.contains(span) for span in slices(again))
