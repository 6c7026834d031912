"""A sentence that introduces a list is no answer without what the list says."""

import json

import pytest

from app.recursion.settings import Settings
from app.recursion.texts.enumerating import introduced
from tests.recursion.benches import bench
from tests.recursion.papers import ask, document
from tests.recursion.scripted import ScriptedEngine, reader

PARTS = document(
    "# 5 Subcontractors\nWork may be passed on. The following are approved for the services.\n"
    "Name | Number\nNorvane Limited | 08120477\nPellmore LLP | 391264\n"
    "They must be insured.\nThe following must be told at once.",
    name="contract.pdf",
)


def quotes(sentence: str) -> list[str]:
    start = PARTS.text.index(sentence)
    span = PARTS.span(start, start + len(sentence))
    return [PARTS.quote(entry) for entry in introduced(PARTS, span)]


def test_the_rows_below_are_what_it_introduces_without_their_heads() -> None:
    rows = ["Norvane Limited | 08120477", "Pellmore LLP | 391264"]
    assert quotes("The following are approved for the services.") == rows


@pytest.mark.parametrize(
    "sentence",
    ["Work may be passed on.", "They must be insured.", "The following must be told at once."],
)
def test_a_sentence_that_introduces_nothing_stands_for_itself(sentence: str) -> None:
    assert quotes(sentence) == []


def test_the_best_finding_comes_with_what_its_sentence_introduces() -> None:
    engine = ScriptedEngine(read=reader("approved"))
    with bench(engine, documents=(PARTS,)) as b:
        b.out("found = best(verify('Which?', ask('Which are approved?', documents[0].page(1))))")
        assert b.out("[f.answer for f in found[1:]]") == (
            "['Norvane Limited, 08120477', 'Pellmore LLP, 391264']"
        )
        assert b.out("[f.quote for f in found[:2]]") == (
            "['The following are approved for the services.', 'Norvane Limited | 08120477']"
        )
        assert len({n.evidence.check.probability for n in b.frame.notes if n.evidence}) == 1
    judged = engine.judged[-1][-1].content
    assert judged.count("Norvane Limited, 08120477; Pellmore LLP, 391264") == 2, "in both"


def test_a_list_is_what_a_sentence_introduces_before_sentences_are_sifted() -> None:
    plan = json.dumps(
        {"kind": "list", "item": "an approved firm", "phrases": ["approved services"]}
    )
    engine = ScriptedEngine(
        [plan] * 2,
        read=reader("approved"),
        judge=lambda c: 0.1 if "Name: " in c[-1].content else 0.9,
    )
    settings = Settings(protocol="plan", direct_tokens=0)
    answer = ask(engine, "Which firms are approved?", [PARTS], settings).answer
    assert [c.text for c in answer.claims] == ["Norvane Limited, 08120477", "Pellmore LLP, 391264"]


@pytest.mark.parametrize(
    ("answer", "items"),
    [
        ("Apixaban, losartan and metformin were held.", 1),
        ("Apixaban; losartan; metformin", 1),
        ("They were held on 3 May 2024, as planned.", 0),
        ("£1,200,000", 0),
    ],
)
def test_an_answer_that_enumerates_states_several(answer: str, items: int) -> None:
    paper = document(answer)
    told = json.dumps({"sentences": [1], "answer": answer})
    with bench(ScriptedEngine(read=lambda _: told), documents=(paper,)) as b:
        assert b.out("print(len(several(ask('Which?', documents[0]))))") == str(items)
