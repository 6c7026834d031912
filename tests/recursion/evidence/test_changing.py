"""Later text that changes earlier text is looked for, and both are shown."""

import json
from collections.abc import Callable, Sequence

from app.engine.engine import Message, Request
from app.recursion.evidence import changing
from app.recursion.settings import Settings
from tests.recursion.benches import bench
from tests.recursion.papers import ask, document
from tests.recursion.scripted import ScriptedEngine, reader

Judge = Callable[[Sequence[Message]], float]

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


def test_a_sum_that_was_replaced_is_followed_by_its_figure() -> None:
    fees = document(
        "# Fees\nThe mooring fee is £1,250.\nA berth of £1,250.50 is not let.",
        "# Deed\nThe figure of £1,250 is replaced by £1,400.\nThe sum of £11,250 is deleted.\n"
        "The cover for fire becomes £1,250 and the fine is raised to £1,250.",
        name="fees.pdf",
    )
    engine = ScriptedEngine(read=reader("mooring", answer="£1,250"))
    with bench(engine, documents=(fees,)) as b:
        b.out('found = [ask("What is the mooring fee?", documents[0])]')
        spans = changing.changes(b.frame.ctx, [n.finding for n in b.frame.notes])
    assert [fees.quote(s) for s in spans] == ["The figure of £1,250 is replaced by £1,400."]


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


def _answers(
    engine_reads: dict[str, str], judge: Judge = lambda conversation: 0.9
) -> ScriptedEngine:
    """An engine that gives these answers, each to the sentence with these words."""

    def read(request: Request) -> str:
        for words, answer in engine_reads.items():
            reply = reader(words, answer=answer)(request)
            if json.loads(reply)["answer"]:
                return reply
        return reader("nothing")(request)

    return ScriptedEngine([plan("company called", "harmonium")], read=read, judge=judge)


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


_FILLER = "The keeper of the store counts the chairs and the stands again each spring. " * 8
LOANS = document(
    f"# Loans\nOn 3 May 2016 the harmonium HM-77 was issued to Ada Byrne.\n{_FILLER}",
    f"# Moves\nOn 9 June 2018 the harmonium HM-77 went on to Ivo Marsh.\n{_FILLER}",
    f"# Others\nOn 2 July 2021 the harmonium HM-78 went on to Una Reed.\n{_FILLER}",
    name="loans.txt",
)


def test_a_later_entry_about_the_very_thing_leads_though_it_only_tells_that_it_moved() -> None:
    def judge(conversation: Sequence[Message]) -> float:
        return 0.45 if "went on" in conversation[-1].content else 0.85

    people = {"issued": "Ada Byrne", "HM-77 went": "Ivo Marsh", "HM-78 went": "Una Reed"}
    engine = _answers(people, judge)
    settings = Settings(protocol="plan", direct_tokens=0)
    now = ask(engine, "Who has the harmonium HM-77 at present?", [LOANS], settings=settings)
    assert [claim.text for claim in now.answer.claims] == [
        "As changed: Ivo Marsh",
        "Before the change: Ada Byrne",
    ]
    then = ask(
        _answers(people, judge),
        "To whom was the harmonium HM-77 issued?",
        [LOANS],
        settings=settings,
    )
    assert [claim.text for claim in then.answer.claims] == ["Ada Byrne"]
