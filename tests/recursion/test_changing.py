"""Later text that changes earlier text is looked for, and both are shown."""

import json

from app.engine.engine import Request
from app.recursion import changing
from app.recursion.settings import Settings
from tests.recursion.papers import ask, document
from tests.recursion.scripted import ScriptedEngine, reader
from tests.recursion.test_functions import bench

AGREEMENT = document(
    "# 8 Payment\n8.4 The customer may withhold what it disputes.\n"
    "8.5 A late sum bears interest at 3 per cent a year.",
    "# 9 Staff\n9.1 The delivery director is Imogen Farrant.\n9.2 Minutes become final.",
    "# Amendment\nA1 In clause 8.5 the rate of interest becomes 4 per cent a year.\n"
    "A2 Imogen Farrant is replaced as delivery director by Marcus Oyelaran.\n"
    "A3 Clause 8.55 is deleted. Interest was discussed under clause 8.5 in March.",
    name="agreement.pdf",
)
RECORD = document(
    "# Visits\n17 Sep 2024 Glargine started, 10 units.\nShe felt well.",
    "3 Mar 2025 Glargine raised to 18 units.\nShe walks a lot.",
    name="record.pdf",
)


def plan(*phrases: str) -> str:
    return json.dumps({"kind": "find", "phrases": list(phrases)})


def test_an_answer_whose_clause_was_changed_comes_with_the_change() -> None:
    engine = ScriptedEngine([plan("interest", "late sum")], read=reader("per cent"))
    answer = ask(
        engine,
        "What interest does a late sum bear?",
        [AGREEMENT],
        settings=Settings(protocol="plan", direct_tokens=0),
    ).answer
    said = {claim.text.split(":")[0]: claim for claim in answer.claims}
    assert "4 per cent" in said["As changed"].text
    assert "3 per cent" in said["Before the change"].text
    quotes = {c.n: c.quote for c in answer.citations}
    assert "becomes 4 per cent" in quotes[said["As changed"].citations[0]]


def test_only_what_names_the_clause_and_speaks_of_a_change_counts() -> None:
    with bench(ScriptedEngine(read=reader("3 per cent")), documents=(AGREEMENT,)) as b:
        b.out('found = [ask("What interest?", documents[0])]')
        spans = changing.changes(b.frame.ctx, [n.finding for n in b.frame.notes])
        texts = [AGREEMENT.quote(span) for span in spans]
    assert len(texts) == 1
    assert texts[0].startswith("A1")


def test_a_person_who_was_replaced_is_followed_by_name() -> None:
    engine = ScriptedEngine(read=reader("director is Imogen", answer="Imogen Farrant"))
    with bench(engine, documents=(AGREEMENT,)) as b:
        b.out('found = [ask("Who is the director?", documents[0])]')
        spans = changing.changes(b.frame.ctx, [n.finding for n in b.frame.notes])
    assert [AGREEMENT.quote(s)[:2] for s in spans] == ["A2"]


def test_of_dated_entries_the_latest_leads_where_the_question_is_about_now() -> None:
    asked = (
        "found = ask_each({!r}, [documents[0].page(1), documents[0].page(2)])\n"
        "print(best(verify({!r}, found))[0])"
    )
    for question, dose in (
        ("How much glargine does she take at present?", "18 units"),
        ("How much glargine was she started on?", "10 units"),
    ):
        with bench(ScriptedEngine(read=reader("Glargine")), documents=(RECORD,)) as b:
            assert dose in b.out(asked.format(question, question))


def test_an_entry_takes_its_date_from_what_stands_before_it() -> None:
    with bench(documents=(RECORD,)) as b:
        at = RECORD.text.index("She walks")
        assert changing.dated(b.frame.ctx, RECORD.span(at, at + 10)) == "2025-03-03"


def test_a_party_that_stands_everywhere_is_not_followed() -> None:
    often = "\n".join(f"{n} Tessaly Systems must perform part {n}." for n in range(10))
    changed = "A9 Tessaly Systems is replaced as guarantor."
    papers = document(often + "\n" + changed, name="often.pdf")
    engine = ScriptedEngine(read=reader("part 3", answer="Tessaly Systems"))
    with bench(engine, documents=(papers,)) as b:
        b.out('found = [ask("Who performs part 3?", documents[0])]')
        assert changing.changes(b.frame.ctx, [n.finding for n in b.frame.notes]) == []


NAMES = document(
    "# Register\nThe company founded as Tern Partners took the name Bracken & Daughters in 2011.",
    "# Notes\nBracken & Daughters lets two warehouses.\nThe roof was mended.",
    "# Notes\nSince 2019, Bracken & Daughters has traded as Ember Brothers.",
    name="register.pdf",
)


def _answers(engine_reads: dict[str, str]) -> ScriptedEngine:
    """An engine that gives these answers, each to the sentence with these words."""

    def read(request: Request) -> str:
        for words, answer in engine_reads.items():
            reply = reader(words, answer=answer)(request)
            if json.loads(reply)["answer"]:
                return reply
        return reader("nothing")(request)

    return ScriptedEngine([plan("company called")], read=read)


def test_a_chain_of_names_is_followed_to_its_end() -> None:
    engine = _answers(
        {"founded as Tern": "Bracken & Daughters", "traded as Ember": "Ember Brothers"}
    )
    asked = "What is the company that was founded as Tern Partners called today?"
    settings = Settings(protocol="plan", direct_tokens=0)
    answer = ask(engine, asked, [NAMES], settings=settings).answer
    assert [claim.text for claim in answer.claims] == [
        "As changed: Ember Brothers",
        "Before the change: Bracken & Daughters",
    ]


def test_a_chain_of_names_is_followed_only_to_what_became_of_them_and_for_now() -> None:
    engine = _answers({"founded as Tern": "Bracken & Daughters"})
    with bench(engine, documents=(NAMES,)) as b:
        b.out('found = [ask("What is the company founded as Tern Partners called?", documents[0])]')
        finding = b.frame.notes[0].finding
        asked = "What is Tern Partners called today?"
        then, spans = changing.onward(b.frame.ctx, asked, finding)
        assert then == "What is Bracken & Daughters called today?"
        assert ["Ember" in NAMES.quote(span) for span in spans] == [True]
        none = b.out('print(changes("What was Tern Partners first called?", found))')
        assert none.strip() == "[]"
