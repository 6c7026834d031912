"""An answer rests on findings that passed; one that does not is sent back, twice at most."""

import pytest

from app.recursion.budget import Limits
from tests.recursion.papers import LEASE, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

NINETY = "The tenant must give notice of ninety days before leaving."
FIND = 'f = ask("How long is the notice?", documents[0].page(2))'


def run(*cells: str, judge=lambda conversation: 0.9, read=None):
    engine = ScriptedEngine(map(cell, cells), read=read or reader("ninety"), judge=judge)
    return ask(engine)


@pytest.mark.parametrize(
    "value",
    [
        "f",
        "[f]",
        "[None, f, f]",
        "(f,)",
        "{'notice': f}",
        "f, None",
        "evidence=f",
        "evidence=[f]",
        "'The notice period is ninety days.', f",
        "'The notice period is ninety days.', evidence=[f]",
        "('The notice period is ninety days.', [f])",
        "f.answer",
        "f'Answer: {f}'",
        "str(f)",
        "'It is 90 days.'",
        "documents[0].page(2)",
    ],
)
def test_whatever_form_the_value_has_its_evidence_is_kept(value: str) -> None:
    answer = run(FIND, f"FINAL({value})").answer
    assert answer.status == "answered"
    assert [c.citations for c in answer.claims] == [(1,)]
    quote = answer.citations[0]
    assert quote.quote == LEASE.text[quote.span.start : quote.span.end]
    assert "ninety" in quote.quote
    assert quote.check.passed


def test_a_finding_speaks_for_itself() -> None:
    assert run(FIND, "FINAL(f)").answer.text == f"{NINETY} [1]"


def test_a_text_comes_before_the_findings_it_sums_up() -> None:
    answer = run(FIND, "FINAL([f], text='One was found.')").answer
    assert answer.text == f"One was found. [1]\n{NINETY} [1]"


def test_labels_of_a_dict_become_part_of_the_claims() -> None:
    assert run(FIND, "FINAL({'Notice': f})").answer.text == f"Notice: {NINETY} [1]"


def test_numbers_are_claims_when_findings_stand_behind_them() -> None:
    answer = run(FIND, "FINAL(90, evidence=f)").answer
    assert answer.text == "90 [1]"


def test_a_figure_that_code_worked_out_is_said_to_be_in_no_quote() -> None:
    answer = run(FIND, "FINAL('That is about 13 weeks.', evidence=f)").answer
    assert answer.status == "answered"
    assert "13" in answer.note


def test_words_without_findings_are_refused_and_the_model_is_told() -> None:
    reviewed = run("FINAL('ninety days')", FIND + "\nFINAL(f)")
    assert "refused" in reviewed.cells[0].error
    assert "FINAL(findings)" in reviewed.cells[0].error
    assert reviewed.answer.status == "answered"


def test_words_with_a_figure_that_no_finding_holds_are_refused() -> None:
    reviewed = run(
        FIND, "FINAL('The tenant must give notice of ninety days, or pay 700.')", "FINAL(f)"
    )
    assert "700" in reviewed.cells[1].error
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_after_two_refusals_the_run_ends_honestly() -> None:
    reviewed = run("FINAL('45 days')", "FINAL('45 days!')", "FINAL('It is 45 days')")
    assert reviewed.answer.status == "not_found"
    assert reviewed.answer.claims == ()
    assert "45 days" in reviewed.answer.note
    assert "no passage" in reviewed.answer.note
    assert len(reviewed.cells) == 3


def test_the_same_refused_ending_counts_each_time() -> None:
    reviewed = run("NOT_FOUND('none')", "NOT_FOUND('none')", "NOT_FOUND('none')")
    assert reviewed.answer.status == "not_found"
    assert reviewed.answer.coverage.pages_read == ()


def test_a_finding_that_does_not_pass_is_refused_with_the_reason() -> None:
    reviewed = run(FIND, "FINAL(f)", "NOT_FOUND('not stated')", judge=lambda conversation: 0.2)
    assert "judged 20%" in reviewed.cells[1].error
    assert reviewed.answer.status == "not_found"


def test_final_of_nothing_is_refused() -> None:
    reviewed = run("FINAL([])", "FINAL(None)", FIND + "\nFINAL(f)")
    assert "given nothing" in reviewed.cells[0].error
    assert reviewed.answer.status == "answered"


def test_not_found_before_anything_was_read_is_refused() -> None:
    reviewed = run("NOT_FOUND('no')", FIND + "\nFINAL(f)")
    assert "nothing was read" in reviewed.cells[0].error
    assert reviewed.answer.status == "answered"


def test_not_found_after_reading_is_an_answer_with_its_coverage() -> None:
    answer = run("ask('Who pays?', documents[0].page(3))\nNOT_FOUND('not stated')").answer
    assert answer.status == "not_found"
    assert answer.note == "not stated"
    assert answer.coverage.pages_read == ((LEASE.id, 2),)


def test_a_right_value_that_was_found_is_not_lost_at_the_end() -> None:
    reviewed = run(FIND + "\nverify('How long?', f)", "NOT_FOUND('none')", "FINAL(f)")
    assert "ninety days" in reviewed.cells[1].error
    assert reviewed.answer.text == f"{NINETY} [1]"


def test_evidence_can_not_be_made_up_by_code() -> None:
    forged = FIND + "\nf.answer = 'Five hundred days.'\nf.quote = f.answer\nFINAL(f)"
    assert run(forged).answer.text == f"{NINETY} [1]"


def test_findings_that_disagree_are_both_shown() -> None:
    def read(request):
        return (
            reader("ninety", answer="Ninety days.")(request)
            if "ninety" in (request.messages[-1].content)
            else reader("five years", answer="Five years.")(request)
        )

    code = "fs = ask_each('How long?', [documents[0].page(1), documents[0].page(2)])\nFINAL(fs)"
    answer = run(code, read=read).answer
    assert {c.text for c in answer.claims} == {"Ninety days.", "Five years."}
    assert answer.contradictory


def test_two_sure_findings_about_the_very_thing_are_both_shown_though_no_figure_differs() -> None:
    donors = document(
        "The donor card of Ada Byrne gives her blood group as AB negative.",
        "On the admission sheet Ada Byrne has the blood group O negative.",
        "On the admission sheet Ivo Marsh has the blood group B positive.",
        name="donors.pdf",
    )

    def read(request):
        text = request.messages[-1].content
        group = next(g for g in ("AB negative", "O negative", "B positive") if g in text)
        return reader(group, answer=group)(request)

    asked = "Which blood group does Ada Byrne have?"
    code = (
        f"found = ask_each({asked!r}, [documents[0].page(n) for n in (1, 2, 3)])\n"
        f"FINAL(best(verify({asked!r}, found)))"
    )
    answer = ask(ScriptedEngine([cell(code)], read=read), asked, [donors]).answer
    assert {c.text for c in answer.claims} == {"AB negative", "O negative"}


def test_items_of_a_list_do_not_contradict_each_other() -> None:
    code = "FINAL(extract('an amount of money', documents[0].page(3)))"
    answer = run(code, read=reader("dollars")).answer
    assert len(answer.claims) == 2
    assert not answer.contradictory


def test_more_findings_than_sub_calls_are_left_out_and_said_to_be() -> None:
    code = "FINAL(extract('an amount of money', documents[0].page(3)))"
    engine = ScriptedEngine([cell(code)], read=reader("dollars"))
    limits = Limits(turns=3, subcalls=2, tokens=10**6, seconds=100)
    answer = ask(engine, limits=limits).answer
    assert answer.status == "answered"
    assert len(answer.claims) == 1
    assert "1 more finding" in answer.note
