"""A recipe reads back as it was written, and one that is wrong is told by what is wrong where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import RecipeError
from app.recipes.recipe import MOST_QUESTIONS, Question, Recipe, check, parse

GOOD = """
title = "Rent"
field = "law"

[[questions]]
id = "rent"
text = "What is the rent?"
column = "Rent"
value = "number"

[[questions]]
id = "term"
text = "When does the lease begin?"
column = "Begins"
"""


def test_a_recipe_is_read() -> None:
    recipe = parse(GOOD, "rent.toml")
    assert recipe.title == "Rent"
    assert [question.id for question in recipe.questions] == ["rent", "term"]
    assert recipe.questions[0].value == "number"
    assert recipe.questions[1].value == "text"
    assert recipe.questions[1].plan is None


def test_columns_put_the_questions_in_order_and_may_leave_some_out() -> None:
    recipe = parse('columns = ["term"]\n' + GOOD, "rent.toml")
    assert [question.id for question in recipe.in_columns] == ["term"]
    assert len(parse(GOOD, "rent.toml").in_columns) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("title =", "title"), "rent.toml is not a TOML file"),
        (('title = "Rent"', ""), "missing required field `title`"),
        (('text = "What is the rent?"', ""), "in question 1: "),
        (('field = "law"', 'field = "poetry"'), "in `field`: invalid enum value 'poetry'"),
        (('value = "number"', 'value = "colour"'), "in question 1, `value`"),
        (('value = "number"', "value = 7"), "in question 1, `value`"),
        (('value = "number"', "valeu = 7"), "in question 1: object contains unknown field `valeu`"),
        (('id = "term"', 'id = "rent"'), "the id 'rent' is used twice"),
        (('id = "term"', 'id = "../term"'), "the id of question 2, '../term'"),
        (('column = "Begins"', 'column = "RENT"'), "the column 'rent' is used twice"),
        (('text = "What is the rent?"', 'text = "  "'), "the text of question 1 is empty"),
        (("What is the rent?", "What\\nnow?"), "the text of question 1 holds a line end"),
        (("What is the rent?", "x" * 1_001), "the text of question 1 has 1,001 characters"),
        (('title = "Rent"', 'title = "Rent"\ncolumns = ["x"]'), "`columns` names 'x', and no"),
        (('value = "number"', 'cell = "FINAL("'), "the cell of question 1 is no Python: line 1"),
        (('value = "number"', f'cell = "{"-" * 3_999}1"'), "the cell of question 1 is no Python"),
        (('value = "number"', f'cell = "{"x" * 4_001}"'), "the cell of question 1 has 4,001"),
        (
            ('value = "number"', 'plan = "find"\ncell = "FINAL()"'),
            "the cell of question 1 stands beside a plan",
        ),
        (('title = "Rent"', 'title = "R"\ncolumns = ["term", "term"]'), "`columns` names 'term'"),
    ],
)
def test_what_is_wrong_is_said_and_where(change: tuple[str, str], said: str) -> None:
    assert change[0] in GOOD
    with pytest.raises(RecipeError) as caught:
        parse(GOOD.replace(*change, 1), "rent.toml")
    assert said in caught.value.message
    assert "pincite recipe show" in caught.value.command


def test_a_question_may_have_a_cell_of_its_own_which_reads_back_line_by_line() -> None:
    code = "hits = search([question])\nfor hit in hits[:2]:\n    print(hit)\n"
    recipe = Recipe(title="R", questions=(Question(id="a", text="Why?", column="A", cell=code),))
    written = recipe.to_toml()
    assert "\n    print(hit)\n" in written, "a person edits it"
    assert parse(written, "again").questions[0].cell == code


def test_a_recipe_without_questions_or_with_too_many_is_refused() -> None:
    with pytest.raises(RecipeError, match="no question"):
        parse('title = "Rent"\nquestions = []', "rent.toml")
    many = tuple(Question(id=f"q{n}", text="Why?", column=f"Q{n}") for n in range(61))
    with pytest.raises(RecipeError, match=f"61 questions, and {MOST_QUESTIONS} are the most"):
        check(Recipe(title="Many", questions=many), "many")


def test_a_hostile_file_is_told_and_not_a_crash() -> None:
    with pytest.raises(RecipeError):
        parse("a = " + "[" * 100_000, "deep.toml")


_LINE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40
).filter(lambda text: text.strip() != "")


@given(
    title=_LINE,
    texts=st.lists(_LINE, min_size=1, max_size=5),
    kind=st.sampled_from(("text", "date", "number")),
)
def test_what_is_written_is_read_back(title: str, texts: list[str], kind: str) -> None:
    questions = tuple(
        Question(id=f"q-{n}", text=text, column=f"{n} {text}", value=kind, plan="list")  # type: ignore[arg-type]
        for n, text in enumerate(texts)
    )
    recipe = Recipe(title=title, field="medicine", questions=questions, columns=("q-0",))
    assert parse(recipe.to_toml(), "again") == recipe
