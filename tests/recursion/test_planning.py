"""What kind of question the model took it for is checked against how the question is put."""

import pytest

from app.recursion import judge_prompts
from app.recursion.budget import Depth
from app.recursion.plan import REACH, Plan, Work, cell, corrected


@pytest.mark.parametrize(
    "question",
    [
        "Which vaccines were given in 2024?",
        "Which of her drugs were stopped?",
        "What classes of insurance must the supplier hold?",
    ],
)
def test_a_question_for_several_is_a_list_also_where_the_model_took_it_for_one(
    question: str,
) -> None:
    plan = corrected(Plan("find", ("a",)), question)
    assert (plan.kind, plan.item) == ("list", question)


@pytest.mark.parametrize(
    "question",
    ["What interest do we owe?", "What process must they follow?", "Who decides?", "What happens?"],
)
def test_a_question_for_one_thing_stays_one(question: str) -> None:
    assert corrected(Plan("find", ("a",)), question).kind == "find"


def test_things_are_counted_and_days_are_looked_up() -> None:
    things = corrected(Plan("find", ("a",)), "How many doses of the vaccine did she have?")
    assert (things.kind, things.item) == ("count", "one of the doses of the vaccine")
    days = corrected(Plan("count", ("a",), "a day"), "How many days' notice must they give?")
    assert days.kind == "find"


def test_a_plan_that_names_its_item_is_left_alone() -> None:
    plan = Plan("count", ("a",), "a vaccine")
    assert corrected(plan, "Which vaccines were given?") is plan


def test_a_row_is_held_against_the_question_where_no_item_was_named() -> None:
    asked = judge_prompts.is_item("Which vaccines were given?", "Influenza | 2024")[-1].content
    assert 'belong in the answer to the question "Which vaccines were given?"' in asked
    assert judge_prompts.is_item("a vaccine", "Influenza")[-1].content.count("?") == 1


def test_a_list_reads_tables_row_by_row_and_running_text_only_without_any() -> None:
    code = cell(Plan("list", ("a",), "a vaccine"), Work("Which?", REACH[Depth.QUICK], last=True))
    assert code.index("pick(item") < code.index("ask_each(") < code.index("extract(item")
    compile(code, "cell", "exec")
