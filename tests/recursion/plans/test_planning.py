"""What kind of question the model took it for is checked against how the question is put."""

import json
import re
from collections.abc import Sequence

import pytest

from app.engine.engine import Message
from app.recursion.budget import Depth
from app.recursion.events import FindingChecked, SubcallStarted
from app.recursion.evidence.answering import NEAREST
from app.recursion.functions.asking import SURE
from app.recursion.plans.cell_lines import REACH, Work
from app.recursion.plans.kinds import Plan, asked_for, corrected
from app.recursion.plans.plan_cells import cell
from app.recursion.prompts import judge_prompts
from app.recursion.settings import Settings
from tests.recursion.benches import LONG
from tests.recursion.papers import Reviewed, ask, document
from tests.recursion.scripted import ScriptedEngine, reader


@pytest.mark.parametrize(
    "question",
    [
        "Which vaccines were given in 2024?",
        "Which of her drugs were stopped?",
        "What classes of insurance must the supplier hold?",
        "Which sums was the carrier paid?",
        "On which dates did he fall?",
        "Of which ships is she the owner?",
    ],
)
def test_a_question_for_several_is_a_list_also_where_the_model_took_it_for_one(
    question: str,
) -> None:
    plan = corrected(Plan("find", ("a",)), question)
    assert (plan.kind, plan.item) == ("list", question)


@pytest.mark.parametrize(
    "question",
    [
        "What interest do we owe?",
        "What process must they follow?",
        "Who decides?",
        "What happens?",
        "What was the diagnosis on admission?",
        "Which diagnosis was made?",
        "Which status does the claim have?",
        "What gas was used?",
        "Which surgeons' meeting was put off?",
    ],
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


def found(look: float) -> tuple[Reviewed, ScriptedEngine]:
    """A find question about the long document, where the judge finds each finding so likely."""
    plan = json.dumps({"kind": "find", "phrases": ["costs"]})
    engine = ScriptedEngine([plan] * 2, read=reader("costs"), judge=lambda _: look)
    settings = Settings(protocol="plan", direct_tokens=0)
    return ask(engine, "What does item 3 cost?", (LONG,), settings), engine


def test_what_is_beyond_doubt_ends_the_reading_before_slices_are_ranked() -> None:
    reviewed, engine = found(look=SURE + 0.05)
    assert reviewed.answer.status == "answered"
    assert len(engine.read) == REACH[Depth.STANDARD].asked
    assert {e.kind for e in reviewed.all(SubcallStarted)} == {"ask", "verify"}


def test_what_is_in_doubt_has_the_rest_ranked_and_the_likeliest_asked_about() -> None:
    reviewed, engine = found(look=SURE - 0.05)
    reach = REACH[Depth.STANDARD]
    assert reviewed.answer.status == "answered"
    assert len(engine.read) == reach.asked + reach.wider
    kinds = [e.kind for e in reviewed.all(SubcallStarted)]
    assert kinds.count("judge") == reach.searched - reach.asked
    assert kinds.count("verify") == len(reviewed.all(FindingChecked)) == len(engine.read)


def test_where_nothing_is_found_the_nearest_passages_are_shown_and_marked() -> None:
    answer = found(look=NEAREST + 0.1)[0].answer
    assert (answer.status, answer.claims) == ("not_found", ())
    assert [c.n for c in answer.citations] == [1, 2, 3]
    for citation in answer.citations:
        assert not citation.check.passed
        assert citation.quote == LONG.quote(citation.span)
    assert found(look=NEAREST - 0.1)[0].answer.citations == ()


def test_a_quick_review_ranks_nothing() -> None:
    code = cell(Plan("find", ("a",)), Work("Which?", REACH[Depth.QUICK], last=True))
    assert "rank(" not in code
    compile(code, "cell", "exec")


@pytest.mark.parametrize(
    "question",
    [
        "Give me a timeline of the construction delays.",
        "Draw up a chronology of the patient's treatment.",
        "List the hospital stays in order of time.",
        "What happened between March and June 2021?",
        "How did her kidney function develop over time?",
        "Could you give me a timeline of the claims?",
        "Erstelle eine Zeitleiste der Behandlungen.",
    ],
)
def test_a_question_for_a_timeline_is_one_by_its_words(question: str) -> None:
    assert asked_for(question, 1) == asked_for(question, 3) == "timeline"


@pytest.mark.parametrize(
    "question",
    [
        "What is the notice period in each lease?",
        "For every agreement, who bears the cost of repairs?",
        "Which of the leases allow subletting?",
        "What is the governing law in all the contracts?",
        "Go through the reports one by one: what does each conclude?",
        "Welche Kündigungsfrist gilt in jedem Vertrag?",
        "Welche der Mietverträge erlauben Haustiere?",
        "Wie hoch ist die Miete in allen drei Verträgen?",
        "Was steht in jeder der Patientenakten?",
    ],
)
def test_a_question_about_each_of_several_documents_is_one_by_its_words(question: str) -> None:
    assert asked_for(question, 3) == "each"
    assert asked_for(question, 1) == "", "one alone is not worked on in turn"


@pytest.mark.parametrize(
    "question",
    [
        "What is the timeline for payment of invoices?",
        "Within what timeline must the claim be filed?",
        "Is a chronology attached?",
        "Did her condition improve over time?",
        "Does she have a history of asthma?",
        "What happens if the rent is paid late?",
        "What is the deductible in each policy year?",
        "What did each contract party have to pay?",
        "Which records must the tenant keep?",
        "How does each party's liability differ?",
        "Was schuldet jede Vertragspartei?",
        "Welche Kontakte hatte sie in allen Jahren?",
    ],
)
def test_words_that_only_look_like_it_leave_the_choice_to_the_model(question: str) -> None:
    assert asked_for(question, 3) == ""


def test_how_things_are_now_is_not_taken_from_the_first_entry_beyond_doubt() -> None:
    plan, reach = Plan("find", ("a",)), REACH[Depth.STANDARD]
    now = cell(plan, Work("What dose does she take at present?", reach))
    assert now.index("rank(") < now.index("ask_each(")
    then = cell(plan, Work("What dose did she take in May?", reach))
    assert then.index("ask_each(") < then.index("rank(")


DEED = document(
    "# 1. Words\nAn approved firm is one that is listed in Schedule 2.\nRent falls due in March.",
    *(
        "\n".join(f"{n}.{i} A firm is approved for year {i}." for i in range(1, 9))
        for n in range(2, 6)
    ),
    "# SCHEDULE 2\nName | Trade\nAmes Ltd | roofing\nBolt plc | wiring",
    name="deed.pdf",
)


def test_a_list_that_stands_elsewhere_is_read_where_the_passages_say_it_stands() -> None:
    plan = json.dumps({"kind": "list", "item": "an approved firm", "phrases": ["approved firm"]})

    def judge(conversation: Sequence[Message]) -> float:
        said = conversation[-1].content
        return 0.9 if re.search(r"Ames|Bolt|approved firm is", said) else 0.1

    engine = ScriptedEngine([plan], judge=judge)
    settings = Settings(protocol="plan", direct_tokens=0, depth=Depth.QUICK)
    answer = ask(engine, "Which firms are approved?", (DEED,), settings).answer
    assert [claim.text for claim in answer.claims] == ["Ames Ltd, roofing", "Bolt plc, wiring"]
    assert [answer.citations[0].page, answer.citations[0].quote] == [5, "Ames Ltd | roofing"]
