"""A table as data: what a cell holds, and which value it has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.recipes.recipe import Question, Value
from app.recursion.results import Claim
from app.tables.table import Cell, Table, questions_of, value_of
from tests.sessions.making import make_document

LEASE = make_document(name="lease.pdf")
RENT = Question(id="rent", text="What is the rent?", column="Rent", value="number")
BEGINS = Question(id="begins", text="When does it begin?", column="Begins", value="date")


def cell(text: str, column: Question = RENT) -> Cell:
    return Cell(LEASE.id, column.id, "answered", (Claim(text, (1,)),))


def test_a_table_begins_with_every_cell_waiting() -> None:
    table = Table.over("Leases", [RENT, BEGINS], [LEASE])
    assert [row.name for row in table.rows] == ["lease.pdf"]
    assert [c.state for c in table.all_cells] == ["waiting", "waiting"]
    filled = table.with_cell(cell("1,250 euros"))
    assert filled.count("answered") == filled.count("waiting") == 1
    assert table.count("answered") == 0, "a table is not changed, another is made"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("number", "The rent is 1,250 euros a month.", 1250.0),
        ("number", "It is one million euros.", 1_000_000.0),
        ("number", "It is 1,250 or 1,300 euros.", "It is 1,250 or 1,300 euros."),
        ("number", "It begins on 1 March 2024.", "It begins on 1 March 2024."),
        ("number", "There is none.", "There is none."),
        ("date", "It begins on 1 March 2024.", date(2024, 3, 1)),
        ("date", "On March 1, 2024, that is 1 March 2024.", date(2024, 3, 1)),
        ("date", "From 1 March 2024 to 31 March 2025.", "From 1 March 2024 to 31 March 2025."),
        ("date", "It begins on 03/04/2024.", "It begins on 03/04/2024."),
        ("text", "1 March 2024", "1 March 2024"),
    ],
)
def test_a_value_is_typed_only_where_the_answer_states_exactly_one(
    kind: Value, text: str, value: object
) -> None:
    column = Question(id="x", text="What?", column="X", value=kind)
    assert value_of(cell(text, column), column) == value


def test_where_sources_disagree_or_nothing_was_found_there_is_no_value() -> None:
    answered = cell("The rent is 1,250 euros.")
    assert value_of(replace(answered, contradictory=True), RENT) == "The rent is 1,250 euros."
    assert value_of(replace(answered, state="not_found", claims=()), RENT) == ""


def test_questions_without_a_recipe_become_columns_of_their_own() -> None:
    columns = questions_of(["What is\n the rent?", "Who pays?", "What is the rent?"])
    assert [(c.id, c.column) for c in columns] == [("q1", "What is the rent?"), ("q2", "Who pays?")]
    taken = Question(id="q1", text="Who pays?", column="Payer")
    (added,) = questions_of(["What is the rent?", "Who pays?"], beside=[taken])
    assert (added.id, added.text) == ("q2", "What is the rent?")
