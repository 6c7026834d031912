"""A sentence that introduces a list is no answer without what the list says."""

import pytest

from app.recursion.enumerating import introduced
from tests.recursion.papers import document
from tests.recursion.scripted import ScriptedEngine, reader
from tests.recursion.test_functions import bench

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
