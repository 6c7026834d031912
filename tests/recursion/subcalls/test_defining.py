"""What a slice's words mean is shown with it where the document says so elsewhere."""

from __future__ import annotations

import json
import re

from app.documents.document import Document, Span
from app.engine.engine import Request
from app.recursion.events import SliceRead, SubcallStarted
from app.recursion.prompts.subcall_prompts import DEFINED
from tests.recursion.papers import Reviewed, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

MEANS = "“Service Credit” means 5 per cent of the fee for each hour."
AGREEMENT = document(
    f"# 1. Definitions\n{MEANS}\n“Working Day” means any day but a Sunday.\n"
    "“Key Staff” has the meaning given in Schedule 2.\n"
    "“Long Stop” means " + "a very long story that is told " * 12 + "here.",
    "# 2. Faults\nThe Customer gets a Service Credit for each fault of a Tool. "
    "Key Staff are told.\n"
    "# 3. Rent\nRent is due on the Long Stop. It is paid to the agent.",
    "# 4. Tools\n“Tool” means a crane or a hoist. " + "The Tool is kept clean. " * 12,
    name="agreement.pdf",
)
FAULTS = 'FINAL(ask("What does the customer get for a fault?", documents[0].page(2)))'


def shown(code: str, read=None, paper: Document = AGREEMENT) -> tuple[Reviewed, list[str]]:
    """A run with one cell, and what its first sub-call was shown, line by line."""
    engine = ScriptedEngine(
        [cell(code), *[cell("NOT_FOUND('no')")] * 4], read=read or reader("gets")
    )
    reviewed = ask(engine, documents=[paper])
    return reviewed, engine.read[0].messages[-1].content.splitlines()


def cites(*numbers: int, answer: str):
    """A reader that names these sentences."""

    def read(request: Request) -> str:
        return json.dumps({"sentences": list(numbers), "answer": answer})

    return read


def test_a_definition_comes_after_the_sentences_with_a_number_of_its_own() -> None:
    _, lines = shown('ask("What is the service credit?", grep("gets a Service"))')
    at = lines.index(DEFINED)
    assert lines[at - 2].startswith("[1] The Customer gets") and lines[at - 1].startswith("[2] Key")
    assert lines[at + 1] == f"[3] {MEANS}"
    assert lines[at + 2] == "</excerpt>"


def test_the_grammar_lets_it_be_named() -> None:
    engine = ScriptedEngine([cell('ask("Which credit?", grep("gets a Service"))')] * 4)
    ask(engine, documents=[AGREEMENT])
    assert 'num ::= "1" | "2" | "3"' in (engine.read[0].grammar or "")


def test_it_is_cited_where_it_is_named() -> None:
    code = 'FINAL(ask("How much is the service credit?", grep("gets a Service")))'
    answer = "The Customer gets a Service Credit of 5 per cent for each hour."
    reviewed, _ = shown(code, cites(1, 3, answer=answer))
    assert [c.quote for c in reviewed.answer.citations] == [
        "The Customer gets a Service Credit for each fault of a Tool.",
        MEANS,
    ]


def test_it_is_not_cited_where_it_is_not_named() -> None:
    code = 'FINAL(ask("Who gets the service credit?", grep("gets a Service")))'
    reviewed, _ = shown(code, cites(1, answer="The Customer gets 5 per cent of the fee."))
    assert MEANS not in [c.quote for c in reviewed.answer.citations]


def test_neighbours_in_number_are_not_one_quote() -> None:
    """The definition stands before the slice, and its number comes after."""
    code = 'FINAL(ask("What of the service credit?", grep("gets a Service")))'
    reviewed, _ = shown(code, cites(2, 3, answer="Key Staff are told of 5 per cent of the fee."))
    for citation in reviewed.answer.citations:
        assert citation.quote == AGREEMENT.quote(citation.span)
        assert len(citation.quote) < 100


def test_where_no_term_is_used_a_prompt_is_what_it_was() -> None:
    plain = document("# 2. Faults\nThe customer gets money for each fault.", "# 3. End\nNothing.")
    code = 'ask("What is given for a fault?", grep("gets money"))'
    _, lines = shown(code, paper=plain)
    assert lines == [
        "Question: What is given for a fault?",
        "From: 2. Faults",
        "<excerpt>",
        "[1] The customer gets money for each fault.",
        "</excerpt>",
        "Question: What is given for a fault?",
    ]


def test_a_definition_in_the_slice_itself_is_not_shown_again() -> None:
    _, lines = shown('ask("What is a service credit?", documents[0].page(1))')
    assert DEFINED not in lines


def test_what_is_too_long_or_says_nothing_or_stands_everywhere_is_left_out() -> None:
    _, lines = shown('ask("Which credit for each hour, by key staff?", grep("gets a Service"))')
    told = "\n".join(lines[lines.index(DEFINED) :])
    assert "Key Staff" not in told and "crane" not in told
    _, lines = shown('ask("When is rent due?", grep("Rent is due"))', reader("Rent"))
    assert DEFINED not in lines


def test_a_term_of_the_question_is_explained_even_where_it_stands_everywhere() -> None:
    _, lines = shown('ask("What is given for a fault of a tool?", grep("gets a Service"))')
    assert any("crane or a hoist" in line for line in lines)


def test_a_rare_word_of_the_slice_is_explained_where_that_may_answer_the_question() -> None:
    code = 'ask("Which part of the fee is lost for one hour?", grep("gets a Service"))'
    assert f"[3] {MEANS}" in shown(code)[1]
    # What it means has nothing to do with this one.
    assert DEFINED not in shown('ask("Who is told?", grep("gets a Service"))')[1]


def test_a_list_is_made_without_definitions() -> None:
    engine = ScriptedEngine(
        [cell('extract("a service credit", grep("gets a Service"))'), cell("NOT_FOUND('no')")] * 3
    )
    ask(engine, documents=[AGREEMENT])
    assert DEFINED not in engine.read[0].messages[-1].content


def test_a_definition_outside_the_scope_is_not_shown() -> None:
    page = AGREEMENT.pages[1]
    engine = ScriptedEngine([cell('ask("Which service credit?", documents[0])')] * 4)
    ask(engine, documents=[AGREEMENT], scope=[AGREEMENT.span(page.start, page.end)])
    assert DEFINED not in engine.read[0].messages[-1].content


def test_what_was_shown_counts_as_read() -> None:
    reviewed, _ = shown('ask("What is the service credit?", grep("gets a Service"))')
    at = AGREEMENT.text.index(MEANS)
    definition = Span(AGREEMENT.id, at, at + len(MEANS))
    assert definition in [event.span for event in reviewed.all(SliceRead)]
    # But nothing was asked about it.
    assert all(definition not in event.spans for event in reviewed.all(SubcallStarted))


def test_no_more_than_a_few_are_shown() -> None:
    terms = [f"Red Item {word}" for word in ("One", "Two", "Three", "Four")]
    paper = document(
        "# 1. Definitions\n" + "\n".join(f"“{t}” means a thing." for t in terms),
        "# 2. Use\nThe owner gets " + ", ".join(terms) + ".",
    )
    _, lines = shown('ask("Which thing does the owner get?", grep("owner gets"))', paper=paper)
    assert len([line for line in lines if re.match(r"\[\d\] “", line)]) == 2
