"""Defined terms are found where a document defines them, and in questions that use them."""

from __future__ import annotations

import pytest

from app.documents.text.definitions import definitions, terms_in
from tests.recursion import papers

CONTRACT = (
    "<p>This agreement is made between Ferrisby Networks Ltd (the “Supplier”) and Harbour Trust"
    " (together with its tenants, the “Customer”). It is the <i>entire</i> agreement (as amended)."
    "</p><h1>1. Definitions</h1>"
    "<p>Data Protection Law means the UK GDPR and any law that replaces it.</p>"
    "<p>Service Credit has the meaning given in Schedule 3.</p>"
    "<p>Services: the services of Schedule 1. They begin at once.</p>"
    "<h1>2. Liability</h1>"
    "<p>No Party means harm by what it says. In this clause, “Losses” (of any kind) means all"
    " damages and costs. They are capped. The “best” means are used.</p>"
    "<p>Service Credit means nothing here.</p>"
)


@pytest.fixture
def found(parser, story):
    document = parser.open(story(CONTRACT))
    return {term: document.quote(span) for term, span in definitions(document).items()}


def test_terms_of_a_section_of_definitions_are_found_with_their_sentence(found):
    assert found["Data Protection Law"] == (
        "Data Protection Law means the UK GDPR and any law that replaces it."
    )
    assert found["Services"].startswith("Services: the services of Schedule 1.")


def test_terms_in_quotes_are_found_anywhere(found):
    assert found["Losses"] == (
        "In this clause, “Losses” (of any kind) means all damages and costs."
    )
    assert found["Supplier"].startswith("This agreement is made between")
    assert "Customer" in found


def test_the_first_definition_counts(found):
    assert found["Service Credit"] == "Service Credit has the meaning given in Schedule 3."


def test_what_defines_nothing_is_left_out(found):
    assert set(found) == {
        "Supplier", "Customer", "Data Protection Law", "Service Credit", "Services", "Losses",
    }  # fmt: skip


def test_german_definitions_are_found():
    paper = papers.document(
        "Die Hafen GmbH (nachfolgend „Auftraggeber“) und die Netz AG schließen diesen Vertrag.",
        "# § 1 Begriffsbestimmungen\n„Leistungen“ sind die in Anlage 1 genannten Arbeiten.\n"
        "Arbeitstag bezeichnet jeden Tag von Montag bis Freitag.\nDie „beste“ Lösung ist offen.",
    )
    told = {term: paper.quote(span) for term, span in definitions(paper).items()}
    assert set(told) == {"Auftraggeber", "Leistungen", "Arbeitstag"}
    assert told["Leistungen"] == "„Leistungen“ sind die in Anlage 1 genannten Arbeiten."


def test_a_table_of_definitions_is_one_too(parser, story):
    style = "<style>td, th { border: 1px solid black; padding: 4px }</style>"
    rows = "".join(
        f"<tr><td>{term}</td><td>{said}</td></tr>"
        for term, said in [
            ("Agreed Rate", "the rate that both sides have agreed in writing"),
            ("Base Year", "the year that ended on 31 March 2021"),
            ("Counter Party", "the other of the two sides"),
        ]
    )
    document = parser.open(
        story(f"{style}<h1>Glossary</h1><table>{rows}</table><h1>Next</h1><p>None.</p>")
    )
    assert list(definitions(document)) == ["Agreed Rate", "Base Year", "Counter Party"]


def test_terms_are_found_in_a_question_whatever_their_case_and_number(found, parser, story):
    terms = definitions(parser.open(story(CONTRACT)))
    question = "Which service credits does the supplier owe for losses of the Services?"
    assert terms_in(question, terms) == ["Service Credit", "Supplier", "Losses", "Services"]
    assert terms_in("Who signed?", terms) == []
