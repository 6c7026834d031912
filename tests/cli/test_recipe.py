"""Recipes from the command line, with a real small model where one is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.engine.models.store import ModelStore
from app.recursion.events import CellRan
from app.sessions.store import Store
from tests.cli.conftest import Outcome

Pincite = Callable[..., Outcome]
BRIEFLY = ("--model", "smollm2-135m", "--depth", "quick", "--seconds", "5")
OWN = '''title = "Rent"
[[questions]]
id = "rent"
text = "What is the rent?"
column = "Rent"
cell = """
hits = grep("euros")
print(len(hits), question)
"""
[[questions]]
id = "begins"
text = "When does the lease begin?"
column = "Begins"
plan = "find"
'''


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "Rent.toml"
    path.write_text(OWN)
    return path


def test_they_are_listed_and_shown(pincite: Pincite) -> None:
    listed = pincite("recipe", "list")
    assert listed.status == 0
    assert "key-dates" in listed.out
    shown = pincite("recipe", "show", "key-dates")
    assert "Key dates and deadlines" in shown.out
    assert "Takes effect" in shown.out
    assert "amended" in shown.out, "the plan that a question gets"


def test_what_a_cell_can_call_is_told(pincite: Pincite, own: Path) -> None:
    told = pincite("recipe", "functions").out
    assert "search(phrases, limit=10) -> list of slices: " in told
    assert "FINAL(" in told and ".section(title)" in told
    pincite("recipe", "save", own)
    assert "a cell" in pincite("recipe", "show", "rent").out


def test_one_is_shown_as_a_file_edited_saved_and_removed(pincite: Pincite, tmp_path: Path) -> None:
    printed = pincite("recipe", "show", "termination", "--toml").out
    edited = tmp_path / "termination.toml"
    edited.write_text(printed.replace('title = "Termination"', 'title = "Ending it"'))
    assert pincite("recipe", "save", edited).status == 0
    assert "Ending it" in pincite("recipe", "show", "termination").out
    assert "you, in place of Pincite's" in pincite("recipe", "show", "termination").out
    removed = pincite("recipe", "remove", "termination")
    assert "in its place again" in removed.out
    assert "Ending it" not in pincite("recipe", "show", "termination").out


def test_a_damaged_one_is_named_in_the_list(pincite: Pincite, home: Path) -> None:
    folder = home / "data" / "recipes"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("title = ")
    listed = pincite("recipe", "list")
    assert "key-dates" in listed.out
    assert "mine.toml is not a TOML file" in listed.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "nothing"), "There is no recipe 'nothing'"),
        (("run", "nothing", "x.pdf"), "There is no recipe 'nothing'"),
        (("run", "key-dates"), "FILE"),
        (("save", "gone.toml"), "gone.toml"),
        (("remove", "key-dates"), "comes with Pincite"),
    ],
)
def test_wrong_usage_is_told_and_ends_with_2(
    pincite: Pincite, arguments: tuple[str, ...], said: str
) -> None:
    result = pincite("recipe", *arguments)
    assert result.status == 2
    assert said in result.err


@pytest.mark.model
def test_all_questions_are_asked_with_one_load_of_the_model(
    pincite: Pincite,
    own: Path,
    lease: Path,
    tmp_path: Path,
    store_with_tiny_model: ModelStore,
) -> None:
    pincite("recipe", "save", own)
    matter = tmp_path / "mill.pincite"
    result = pincite("recipe", "run", "rent", lease, "--matter", matter, "--json", *BRIEFLY)
    assert result.status == 0, result.err
    asked = ["What is the rent?", "When does the lease begin?"]
    assert [answer["question"] for answer in result.objects] == asked
    assert result.err.count("SmolLM2") == 1
    with Store.open(matter) as store:
        runs = store.runs()
        assert sorted(run.question for run in runs) == sorted(asked)
        (rent,) = (run for run in runs if run.question == asked[0])
        ran = next(e.event for e in store.events(rent.id) if isinstance(e.event, CellRan))
        assert "hits = grep(" in ran.code and ran.output == f"1 {asked[0]}\n"
