"""What code can call: slices keep their offsets, strings are traced back, limits are kept."""

from collections.abc import Iterator

import pytest

from app.documents.document import Span
from app.documents.search.meaning import Meaning
from app.recursion.budget import Limits
from app.recursion.frame import Frame
from app.recursion.functions.table import FUNCTIONS, Function, Table
from app.recursion.functions.values import whole
from app.recursion.prompts.judge_prompts import EXAMPLES, verify
from tests.documents.search.test_meaning import Concepts
from tests.recursion.benches import LONG, TWICE, Bench, bench
from tests.recursion.papers import LEASE, document
from tests.recursion.scripted import ScriptedEngine, reader


@pytest.fixture
def b() -> Iterator[Bench]:
    with bench() as made:
        yield made


def test_documents_tell_what_they_are(b: Bench) -> None:
    assert b.out("d = documents[1]\nd.name, d.type, d.pages, d.length") == (
        f"('long.pdf', 'pdf', 8, {len(LONG.text)})"
    )


def test_search_returns_passages_with_their_place(b: Bench) -> None:
    hits = b.out(
        "hits = search(['notice before leaving', 'tenant notice'])\n(hits[0].page, "
        "hits[0].document, 'ninety' in hits[0].text)"
    )
    assert hits == "('2', 'lease.pdf', True)"


def test_search_takes_one_phrase_and_a_limit(b: Bench) -> None:
    assert b.out("len(search('item costs dollars', limit=3))") == "3"
    assert b.out("len(search('item costs dollars', '3'))") == "3"


def test_a_search_without_hits_says_so(b: Bench) -> None:
    assert b.out("search('zebra')") == "[]"
    assert b.frame.remarks == ["search returned nothing: try other words."]


def test_a_search_for_nothing_is_refused(b: Bench) -> None:
    assert "one or more phrases" in b.error("search([])")


def test_grep_returns_paragraphs_and_what_matched(b: Bench) -> None:
    out = b.out("hits = grep(r'\\d,\\d+ dollars')\n[(h.match, h.page) for h in hits]")
    assert out == "[('2,400 dollars', '3'), ('4,800 dollars', '3')]"
    assert b.out("hits[0].text") == (
        "The rent is 2,400 dollars a month. It is due on the first day of each month."
    )


def test_a_pattern_that_never_ends_is_refused(b: Bench) -> None:
    huge = document("a" * 5_000 + "b", name="huge.txt")
    b.frame.ctx.documents[huge.id] = huge
    b.frame.ctx.scope = (*b.frame.ctx.scope, whole(huge))
    assert "too long" in b.error("grep(r'(a|aa)+$')")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("documents[0].head(6)", "1 Term"),
        ("documents[0].tail(30)[:-2]", "The deposit is 4,800 dollars"),
        ("documents[0].lines(1, 1)", "1 Term"),
        ("documents[0].lines(7)", "The deposit is 4,800 dollars."),
        ("documents[0].page(2).lines(1, 1)", "2 Notice"),
        ("documents[0].page('3').head(6)", "3 Rent"),
        ("documents[0].section('notice').head(8)", "2 Notice"),
        ("documents[0].section('3 rent').head(6)", "3 Rent"),
        ("documents[0].sections()[1].head(8)", "2 Notice"),
    ],
)
def test_parts_of_a_document(b: Bench, code: str, text: str) -> None:
    assert b.out(f"s = {code}\ns.text.strip()") == text
    start, end = map(int, b.out("s.start, s.end").strip("()").split(","))
    assert LEASE.text[start:end].strip() == text


def test_a_part_that_is_not_there_is_said_to_be(b: Bench) -> None:
    assert "3 pages" in b.error("documents[0].page(9)")
    assert b.out("documents[0].section('warranty')") == ""
    assert "no such heading" in b.frame.remarks[0]


def test_split_covers_all_and_cuts_between_sentences(b: Bench) -> None:
    code = "parts = documents[1].split(200)\n''.join(p.text for p in parts) == documents[1].text"
    assert b.out(code) == "True"
    assert b.out("max(len(p) for p in parts) <= 400, len(parts) > 3") == "(True, True)"
    starts = {s.start for s in LONG.sentences}
    assert set(eval(b.out("[p.start for p in parts]"))) <= starts


def test_split_by_a_word_gives_strings(b: Bench) -> None:
    assert b.out("len(documents[1].split('Item'))") == "9"


def test_a_finding_has_answer_quote_page_and_document() -> None:
    with bench(ScriptedEngine(read=reader("ninety"))) as b:
        out = b.out(
            "f = ask('How long?', documents[0].page(2))\n"
            "print(f'{f}', f.page, f.document, f.quote == f.answer)\nf"
        )
        assert out == (
            "The tenant must give notice of ninety days before leaving. 2 lease.pdf True\n"
            "The tenant must give notice of ninety days before leaving."
        )


def test_ask_gives_none_where_the_slice_does_not_state_it(b: Bench) -> None:
    assert b.out("f = ask('How long?', documents[0].page(1))\nprint(f is None, not f)") == (
        "True True"
    )


def test_ask_each_gives_one_result_a_slice() -> None:
    with bench(ScriptedEngine(read=reader("ninety"))) as b:
        out = b.out("[bool(f) for f in ask_each('How long?', documents[0].sections())]")
        assert out == "[False, True, False]"


def test_question_and_slice_may_come_the_other_way_round() -> None:
    with bench(ScriptedEngine(read=reader("ninety"))) as b:
        assert b.out("ask(documents[0].page(2), 'How long?').page") == "2"


def test_a_string_that_stands_once_in_the_documents_is_a_slice() -> None:
    with bench(ScriptedEngine(read=reader("ninety"))) as b:
        code = "t = documents[0].text\ni = t.find('The tenant')\nask('How long?', t[i:i + 60]).page"
        assert b.out(code) == "2"
        assert b.frame.notes[0].finding.source.start == LEASE.text.index("The tenant")


def test_a_string_that_a_slice_printed_is_that_slice() -> None:
    with bench(ScriptedEngine(read=reader("parties"))) as b:
        b.out(f"hits = grep({TWICE!r})\nf = ask('Who?', str(hits[4]))")
        assert LONG.page_at(b.frame.notes[0].finding.source.start).label == "5"


def test_a_string_that_a_function_returned_is_that_slice() -> None:
    with bench(ScriptedEngine(read=reader("parties"))) as b:
        b.out(f"hits = grep({TWICE!r}, limit=1)\nf = ask('Who?', hits[0].text)")
        assert LONG.page_at(b.frame.notes[0].finding.source.start).label == "1"


def test_joined_slices_are_asked_about_one_by_one() -> None:
    with bench(ScriptedEngine(read=reader("costs"))) as b:
        code = (
            "hits = search('item costs dollars', limit=3)\n"
            "found = ask('What costs?', '\\n\\n'.join(h.text for h in hits))\nlen(found)"
        )
        assert b.out(code) == "3"


def test_a_string_that_stands_in_several_places_is_refused(b: Bench) -> None:
    error = b.error(f"ask('Who?', {TWICE!r})")
    assert "several places (p. 1, p. 2, p. 3)" in error
    assert "pass the slice itself" in error


def test_a_string_from_elsewhere_is_refused(b: Bench) -> None:
    assert "not text of the documents" in b.error("ask('Who?', 'The moon is made of cheese.')")
    assert b.engine.read == []


def test_none_in_place_of_a_slice_is_refused_with_the_cause(b: Bench) -> None:
    assert "found nothing" in b.error("ask('Who?', None)")


def test_a_slice_that_code_made_up_is_refused(b: Bench) -> None:
    assert "documents at hand" in b.error("s = documents[0][0:5]\ns.end = 10**9\nask('Who?', s)")
    assert "documents at hand" in b.error("s = documents[0][0:5]\ns.document_id = 'x'\nask('W', s)")


def test_a_child_reads_nothing_outside_its_slices() -> None:
    inside = Span(LONG.id, LONG.pages[2].start, LONG.pages[2].end)
    with bench(scope=(inside,)) as b:
        assert b.out("[d.name for d in documents], documents[0].pages") == "(['long.pdf'], 1)"
        assert b.out("documents[0].text") == LONG.quote(inside).strip()
        assert b.out("{h.page for h in search('item costs dollars', limit=20)}") == "{'3'}"
        assert b.out("[h.match for h in grep(r'costs \\d+')]") == "['costs 300']"
        assert b.out("[s.heading for s in documents[0].sections()]") == "['3 Part']"
        assert "no text here" in b.error("documents[0].page(1)")


def test_wrong_arguments_are_answered_with_the_signature(b: Bench) -> None:
    assert "search(phrases, limit=10)" in b.error("search('a', top_k=3)")
    assert "ask(question, slice)" in b.error("ask('How long?')")
    assert "whole number" in b.error("search('a', limit='many')")
    assert "question as a string" in b.error("ask(3, documents[0])")


def test_rank_puts_the_likeliest_first() -> None:
    def judge(conversation) -> float:
        return 0.9 if "Item 5" in conversation[-1].content else 0.1

    with bench(ScriptedEngine(judge=judge)) as b:
        out = b.out(
            "r = rank('What does item 5 cost?', documents[1].sections())\n"
            "(r[0].page, r[0].score, len(r))"
        )
        assert out == "('5', 0.9, 8)"


def test_what_the_judge_hardly_tells_apart_stays_as_it_was_found() -> None:
    chances = iter([0.40, 0.41, 0.39, 0.90])
    with bench(ScriptedEngine(judge=lambda conversation: next(chances))) as b:
        out = b.out("[s.page for s in rank('What?', documents[1].sections()[:4])]")
        assert out == "['4', '1', '2', '3']"


def test_extract_gives_one_finding_an_item() -> None:
    with bench(ScriptedEngine(read=reader("costs", "due"))) as b:
        assert b.out("len(extract('a price or a date', documents[1].page(2)))") == "2"


def test_verify_leaves_out_what_its_quote_does_not_state() -> None:
    def judge(conversation) -> float:
        return 0.2 if "Item 2" in conversation[-1].content else 0.9

    with bench(ScriptedEngine(read=reader("costs"), judge=judge)) as b:
        code = "fs = ask_each('What costs?', documents[1].sections()[:3])\n"
        assert b.out(code + "[f.page for f in verify('What costs?', fs)]") == "['1', '3']"
        assert [n.passed for n in b.frame.notes] == [True, False, True]


def test_an_item_is_held_against_what_is_listed_and_not_the_question() -> None:
    engine = ScriptedEngine(read=reader("costs"))
    with bench(engine) as b:
        b.out("verify('How many prices are there?', extract('a price', documents[1].page(1)))")
    assert "is that a price?" in engine.judged[-1][-1].content
    assert "How many" not in engine.judged[-1][-1].content


def test_sentences_near_to_the_question_count_for_more_than_far_ones() -> None:
    engine = ScriptedEngine(read=reader("rent"), judge=lambda conversation: 0.6)
    with bench(engine) as b:
        b.frame.ctx.index.meaning = Meaning(Concepts())
        for thing in ("money", "pet"):
            question = f"Which {thing}?"
            b.out(f"verify({question!r}, ask({question!r}, documents[0].page(3)))")
        near, far = (n.evidence.check.probability for n in b.frame.notes if n.evidence)
        assert near > 0.6 > far


def test_a_point_of_a_summary_need_only_be_what_is_said() -> None:
    engine = ScriptedEngine(read=reader("costs"))
    with bench(engine) as b:
        b.out("verify('What is it about?', summarize('Sum it up.', documents[1].page(1)))")
    asked = engine.judged[-1][-1].content
    assert 'Does the passage state "Item 1 costs 100 dollars."?' in asked
    assert "What is it about?" not in asked


def test_what_is_verified_begins_alike_so_that_it_is_read_once() -> None:
    one, other = verify("When?", "In May", "Signed in May."), verify("Who?", "Ann", "Ann signed.")
    assert one[:-1] == other[:-1]
    assert [m.role for m in one[1:]] == ["user", "assistant"] * len(EXAMPLES) + ["user"]
    assert {m.content for m in one[2:-1:2]} == {"Yes", "No"}


def test_a_question_for_a_figure_is_not_answered_without_one() -> None:
    engine = ScriptedEngine(read=reader("agree"))
    with bench(engine) as b:
        b.out("fs = [ask('How much does it cost?', documents[1].page(1))]")
        assert b.out("verify('How much does it cost?', fs)") == "[]"
        assert b.frame.notes[0].evidence.check.missing == ("a figure",)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which item costs anything?", "Item 1 costs 100 dollars."),
        ("What is the price of item 1?", "100 dollars"),
        ("Is it item 1 or item 2 that costs 100 dollars?", "Item 1"),
    ],
)
def test_an_answer_that_says_no_more_than_its_question_gives_way_to_its_quote(
    question: str, said: str
) -> None:
    answer = "The item" if said.startswith("Item 1 costs") else said
    engine = ScriptedEngine(read=reader("Item 1", answer=answer), judge=lambda _: 0.95)
    with bench(engine) as b:
        assert b.out(f"verify({question!r}, ask({question!r}, documents[1].page(1)))[0]") == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which company guarantees what Ames owes?", "Ames Roofing Limited does the work."),
        ("What is the full name of Ames?", "Ames Roofing Limited"),
        ("Who is Ames?", "Ames Roofing Limited"),
        ("Which company does the work at Hexham?", "Ames Roofing Limited"),
    ],
)
def test_the_whole_name_of_one_that_the_question_names_is_no_answer_unless_it_is_asked_for(
    question: str, said: str
) -> None:
    paper = document("Ames Roofing Limited does the work. It rained.")
    engine = ScriptedEngine(
        read=reader("Ames", answer="Ames Roofing Limited"), judge=lambda _: 0.95
    )
    with bench(engine, documents=(paper,)) as b:
        assert b.out(f"verify({question!r}, ask({question!r}, documents[0]))[0]") == said


def test_a_quote_too_long_to_stand_for_such_an_answer_leaves_none() -> None:
    long = document("Ames Ltd sells " + "tiles by the dozen, in boxes, " * 20 + "and is a company.")
    engine = ScriptedEngine(read=reader("Ames", answer="Ames Ltd"), judge=lambda _: 0.95)
    question = "Which company guarantees the debts of Ames?"
    with bench(engine, documents=(long,)) as b:
        assert b.out(f"verify({question!r}, ask({question!r}, documents[0]))") == "[]"
        assert b.frame.notes[0].evidence.check.missing == ("an answer",)


def test_a_yes_comes_with_what_is_stated() -> None:
    engine = ScriptedEngine(read=reader("costs", answer="Yes: it costs 100 dollars"))
    with bench(engine) as b:
        b.out("print(ask('Does item 1 cost anything?', documents[1].page(1)))")
    request = engine.read[-1]
    assert '"Yes: "' in request.grammar
    assert "Begin the answer with Yes or No" in request.messages[-1].content


def test_sub_calls_beyond_the_budget_are_not_made() -> None:
    limits = Limits(turns=3, subcalls=5, tokens=10**6, seconds=100)
    with bench(ScriptedEngine(read=reader("costs")), limits) as b:
        assert b.out("fs = ask_each('What costs?', documents[1].sections())\nlen(fs)") == "8"
        assert b.out("[f is None for f in fs]") == str([False] * 5 + [True] * 3)
        assert "first 5 of 8" in b.frame.remarks[0]
        result = b.repl.run("ask('What costs?', documents[1].page(8))")
        assert result.spent is not None
        assert "5 sub-calls" in result.error
        assert len(b.engine.read) == 5


def test_hundreds_of_sub_calls_in_a_loop_stop_at_the_budget() -> None:
    limits = Limits(turns=3, subcalls=20, tokens=10**6, seconds=100)
    with bench(ScriptedEngine(), limits) as b:
        code = (
            "for i in range(1000):\n    try:\n        ask('Q?', documents[1][i:i + 50])\n"
            "    except Exception:\n        pass"
        )
        assert b.repl.run(code).spent is not None
        assert len(b.engine.read) == 20


def test_a_slice_too_long_for_the_sub_calls_left_is_refused_with_advice() -> None:
    limits = Limits(turns=3, subcalls=2, tokens=10**6, seconds=100)
    with bench(ScriptedEngine(window=450), limits) as b:
        assert "Search first" in b.error("ask('What costs?', documents[1])")
        assert b.engine.read == []


def test_a_slice_beyond_the_window_is_shown_in_parts() -> None:
    with bench(ScriptedEngine(read=reader("Item 8"), window=650)) as b:
        assert b.out("ask('What does item 8 cost?', documents[1]).page") == "8"
        assert len(b.engine.read) > 1


def test_rlm_is_refused_at_the_depth_limit() -> None:
    with bench() as b:
        b.frame.ctx = b.frame.ctx.child("Q?", b.frame.ctx.scope, "1")
        assert "can't be nested deeper" in b.error("rlm('Q?', documents[0])")


def test_every_function_has_its_line_of_help() -> None:
    table = Table(FUNCTIONS)
    text = table.help()
    for f in FUNCTIONS:
        assert f.signature in text
        assert len(f.help) < 140
    assert "frame" not in text


def test_a_function_is_added_to_the_table_by_being_a_function() -> None:
    def widest(frame: Frame, slices: list[Span], least: int = 1) -> list[Span]:
        """The longest slice."""
        return sorted(slices, key=lambda s: s.start - s.end)[:least]

    table = Table([*FUNCTIONS, Function(widest, "list of slices")])
    assert "widest(slices, least=1) -> list of slices: The longest slice." in table.help()
    with bench(table=table) as b:
        assert b.out("widest([documents[0][0:3], documents[0][0:9]])[0].end") == "9"
