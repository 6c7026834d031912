"""A recipe as data: its questions, what each answer's column is called, and how it reads as TOML.

Recipes are handed from person to person, so one is checked as any file from elsewhere is: a mistake
is told by the number of the question that it is in.
"""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec
import tomli_w

from app.errors import RecipeError

Field = Literal["law", "medicine", "general"]
Value = Literal["text", "date", "number"]
PlanKind = Literal[
    "find",
    "list",
    "count",
    "compare",
    "summarize",
    "timeline",
    "tally",
    "shared",
    "agree",
    "two_step",
    "amended",
    "each",
]

MOST_BYTES = 256 * 1024
"""The longest recipe that is read."""

MOST_QUESTIONS = 60
MOST_CHARACTERS = 1_000
"""The longest question or description."""

MOST_CODE = 4_000
"""Characters of a cell."""

_TITLE_CHARACTERS = 80
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HINT = "Compare it with one that is right."
_COMMAND = "pincite recipe show key-dates --toml"


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question of a recipe.

    Attributes:
        id: short, unique in its recipe: small letters, digits and hyphens.
        text: what is asked.
        column: the title of the answers' column in a table.
        value: what the column holds; dates and numbers can be sorted and reckoned with where an
            answer states exactly one.
        plan: the kind of plan that fits the question, where its author wants to say so.
        cell: code to begin with in place of a plan; in it, `question` is the text.
    """

    id: str
    text: str
    column: str
    value: Value = "text"
    plan: PlanKind | None = None
    cell: str = ""


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A set of questions.

    Attributes:
        title: as a person is told of it.
        field: whose work it is for.
        description: what it finds out, in a sentence or two.
        questions: in the order in which they are asked.
        columns: ids of the questions that make a table's columns, in order; none for all.
    """

    title: str
    field: Field = "general"
    description: str = ""
    questions: tuple[Question, ...]
    columns: tuple[str, ...] = ()

    @property
    def in_columns(self) -> tuple[Question, ...]:
        """The questions in the order of the table's columns."""
        by_id = {question.id: question for question in self.questions}
        return tuple(by_id[id] for id in self.columns) if self.columns else self.questions

    def to_toml(self) -> str:
        """The recipe as the text of a TOML file, which `parse` reads back as the same recipe."""
        fields = msgspec.to_builtins(self)
        fields["questions"] = [
            {name: value for name, value in question.items() if value not in (None, "", "text")}
            for question in fields["questions"]
        ]
        if not self.columns:
            del fields["columns"]
        # Tables come last in TOML.
        questions = fields.pop("questions")
        return tomli_w.dumps({**fields, "questions": questions}, multiline_strings=True)


def parse(text: str, name: str) -> Recipe:
    """The recipe in a text.

    Args:
        text: of a TOML file.
        name: what errors call it: the file's name.

    Raises:
        RecipeError: if it is none; the message says what is wrong, and where.
    """
    try:
        recipe = msgspec.convert(tomllib.loads(text), Recipe)
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"{name} is not a TOML file: {error}.", _HINT, _COMMAND) from error
    except RecursionError:
        raise RecipeError(f"{name} is nested too deeply to be a recipe.", _HINT, _COMMAND) from None
    except msgspec.ValidationError as error:
        raise RecipeError(
            f"{name} is not a recipe: {_in_words(str(error))}.", _HINT, _COMMAND
        ) from error
    check(recipe, name)
    return recipe


def check(recipe: Recipe, name: str) -> None:
    """Whether a recipe can be used.

    Raises:
        RecipeError: if not; the message says what is wrong with it, and where.
    """
    problem = next(_problems(recipe), "")
    if problem:
        raise RecipeError(f"{name} is not a recipe: {problem}.", _HINT, _COMMAND)


def is_id(text: str) -> bool:
    """Whether a text can be the id of a recipe or of a question: it is also a file's name."""
    return len(text) <= _TITLE_CHARACTERS and _ID.fullmatch(text) is not None


def _problems(recipe: Recipe) -> Iterator[str]:
    """What is wrong with a recipe, in words."""
    yield from _wrong_line("its title", recipe.title, _TITLE_CHARACTERS)
    if recipe.description:
        yield from _wrong_line("its description", recipe.description, MOST_CHARACTERS)
    if not recipe.questions:
        yield "it has no question"
    if len(recipe.questions) > MOST_QUESTIONS:
        yield f"it has {len(recipe.questions)} questions, and {MOST_QUESTIONS} are the most"
    for number, question in enumerate(recipe.questions, 1):
        where = f"of question {number}"
        if not is_id(question.id):
            yield (
                f"the id {where}, {question.id!r}, should be of small letters, digits and hyphens"
            )
        yield from _wrong_line(f"the text {where}", question.text, MOST_CHARACTERS)
        yield from _wrong_line(f"the column {where}", question.column, _TITLE_CHARACTERS)
        yield from _wrong_cell(f"the cell {where}", question)
    ids = [question.id for question in recipe.questions]
    titles = [question.column.strip().lower() for question in recipe.questions]
    yield from (f"the id {id!r} is used twice" for id in _twice(ids))
    yield from (f"the column {title!r} is used twice" for title in _twice(titles))
    yield from (f"`columns` names {id!r} twice" for id in _twice(recipe.columns))
    yield from (
        f"`columns` names {id!r}, and no question has that id"
        for id in recipe.columns
        if id not in ids
    )


def _wrong_line(what: str, text: str, most: int) -> Iterator[str]:
    """What is wrong with a text that shall stand on one line."""
    if not text.strip():
        yield f"{what} is empty"
    if len(text) > most:
        yield f"{what} has {len(text):,} characters, and {most:,} are the most"
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in text):
        yield f"{what} holds a line end or a control character"


def _wrong_cell(what: str, question: Question) -> Iterator[str]:
    """What is wrong with a question's cell, before it runs."""
    cell = question.cell
    if cell and question.plan:
        yield f"{what} stands beside a plan: it has one or the other"
    if len(cell) > MOST_CODE:
        yield f"{what} has {len(cell):,} characters, and {MOST_CODE:,} are the most"
        return
    try:
        ast.parse(cell)
    except SyntaxError as error:
        yield f"{what} is no Python: line {error.lineno}, {error.msg}"
    except (ValueError, RecursionError, MemoryError):
        yield f"{what} is no Python"


def _twice(names: tuple[str, ...] | list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _in_words(message: str) -> str:
    """A message of the decoder's, with the place as a person counts: "in question 2"."""
    text, _, place = message.partition(" - at ")
    text = text[:1].lower() + text[1:]
    found = re.search(r"questions\[(\d+)\](?:\.(\w+))?", place)
    if found:
        where = f"in question {int(found[1]) + 1}" + (f", `{found[2]}`" if found[2] else "")
    else:
        where = f"in `{place.strip('`').removeprefix('$.')}`" if "$." in place else ""
    return f"{where}: {text}" if where else text
