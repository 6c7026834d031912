"""An answer longer than the window is put together in parts, and comes in short and in full."""

import json
import re

from app.recursion.budget import Depth, Limits
from app.recursion.events import PartReady, SubcallFinished, SubcallStarted
from app.recursion.functions.parts import overview
from app.recursion.settings import Settings
from tests.recursion.papers import LEASE, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

PLAN = '{"kind": "summarize", "phrases": ["overview", "summary"]}'
WHOLE = Settings(Depth.EXHAUSTIVE, protocol="plan", direct_tokens=0)
CODE = Settings(protocol="code", direct_tokens=0)
AMPLE = Limits(turns=20, subcalls=5_000, tokens=10**7, seconds=3_000)
CLAUSES = 16
LONG = document(
    *(
        f"# {n} Clause\nClause {n} binds the supplier. "
        + "It is of no interest at all otherwise. " * 60
        for n in range(1, CLAUSES + 1)
    ),
    name="long.pdf",
)
WINDOW = 1_600


def read(request) -> str:
    """Reads slices for what binds, and puts points in short two at a time."""
    shown = re.findall(r"^\[(\d+)\] (Clause \d+ binds the supplier\.)$", _excerpt(request), re.M)
    if "no interest" in _excerpt(request) or len(shown) < 2:
        return reader("binds")(request)
    return json.dumps(
        [{"sentences": [int(a[0]), int(b[0])], "text": "The supplier is bound."}
         for a, b in zip(shown[::2], shown[1::2], strict=False)][:3]
    )  # fmt: skip


def _excerpt(request) -> str:
    return request.messages[-1].content


def summary(judge=lambda conversation: 0.9, limits: Limits = AMPLE):
    engine = ScriptedEngine([PLAN], read=read, judge=judge, window=WINDOW)
    reviewed = ask(engine, "Summarise it.", documents=[LONG], settings=WHOLE, limits=limits)
    return reviewed, engine


def test_everything_is_summarized_part_by_part_beyond_any_window() -> None:
    reviewed, engine = summary()
    assert engine.tokens(LONG.text) > 4 * WINDOW
    answer = reviewed.answer
    assert answer.status == "answered"
    assert len({c.text for c in answer.claims}) == CLAUSES
    assert len(answer.coverage.pages_read) == CLAUSES
    for request in [*engine.root, *engine.read]:
        assert engine.count(request.messages) + request.max_tokens <= WINDOW


def test_the_whole_comes_with_a_summary_that_rests_on_the_same_passages() -> None:
    answer = summary()[0].answer
    assert 0 < len(answer.summary) <= 8
    numbers = {c.n for c in answer.citations}
    for claim in answer.summary:
        assert claim.citations and set(claim.citations) <= numbers
    cited = [c for c in answer.citations if c.n in answer.summary[0].citations]
    assert all(c.quote == LONG.text[c.span.start : c.span.end] for c in cited)
    assert answer.short.startswith("The supplier is bound. [")
    assert "Clause 1 binds the supplier. [1]" in answer.text


def test_parts_are_told_before_the_answer_is_ready() -> None:
    events = summary()[0].events
    parts = [i for i, e in enumerate(events) if isinstance(e, PartReady)]
    assert len(parts) >= CLAUSES
    calls = [i for i, e in enumerate(events) if isinstance(e, SubcallStarted)]
    assert parts[0] < calls[len(calls) // 10], "the first long before the last is read"


def test_a_statement_with_a_figure_that_its_points_lack_is_left_out_of_the_summary() -> None:
    def invents(request) -> str:
        text = read(request)
        return text.replace("The supplier is bound.", "The supplier owes 700 dollars.")

    engine = ScriptedEngine([PLAN], read=invents, window=WINDOW)
    reviewed = ask(engine, "Summarise it.", documents=[LONG], settings=WHOLE, limits=AMPLE)
    assert "700" not in reviewed.answer.short
    assert len(reviewed.answer.claims) == CLAUSES


def test_a_statement_that_the_judge_does_not_bear_out_is_left_out_too() -> None:
    def judge(conversation) -> float:
        return 0.1 if "The supplier is bound." in conversation[-1].content else 0.9

    answer = summary(judge)[0].answer
    assert "The supplier is bound." not in answer.short
    assert len(answer.claims) == CLAUSES


def test_a_run_that_is_stopped_keeps_the_parts_it_has() -> None:
    limits = Limits(turns=20, subcalls=40, tokens=10**7, seconds=3_000)
    answer = summary(limits=limits)[0].answer
    assert answer.status == "stopped"
    assert 5 < len(answer.claims) < CLAUSES
    assert answer.claims[0].text == "Clause 1 binds the supplier."
    assert all(claim.citations for claim in answer.claims)


def test_putting_in_short_is_on_record_as_a_sub_call() -> None:
    reviewed, _ = summary()
    finished = [e for e in reviewed.all(SubcallFinished) if "The supplier is bound" in e.result]
    assert finished and finished[0].findings[0].answer == "The supplier is bound."
    kinds = {e.subcall: e.kind for e in reviewed.all(SubcallStarted)}
    assert {kinds[e.subcall] for e in finished} == {"condense"}


def test_what_is_short_is_not_put_in_short_again() -> None:
    engine = ScriptedEngine([PLAN], read=reader("ninety", "rent is"))
    reviewed = ask(engine, "Summarise it.", settings=WHOLE, limits=AMPLE)
    assert len(reviewed.answer.claims) == 2
    assert reviewed.answer.summary == ()


def test_free_code_builds_an_answer_in_parts_of_its_own() -> None:
    code = cell(
        "for n in (2, 3):\n"
        "    page = documents[0].page(n)\n"
        "    PART('Page ' + str(n), ask_each('What is due?', [page]))\n"
        "FINAL()"
    )
    engine = ScriptedEngine([code], read=reader("ninety", "rent is"))
    reviewed = ask(engine, settings=CODE)
    assert [c.text.partition(": ")[0] for c in reviewed.answer.claims] == ["Page 2", "Page 3"]
    assert [e.title for e in reviewed.all(PartReady)] == ["Page 2", "Page 3"]
    assert "PART(title='', findings=None)" in engine.root[0].messages[0].content


def test_a_part_rests_on_findings_that_passed_and_on_no_words_alone() -> None:
    code = cell("PART('Rent', ['It is free.', ask('?', documents[0].page(2))])\nFINAL()")
    end = cell("NOT_FOUND('nothing')")
    engine = ScriptedEngine([code, end], read=reader("ninety"), judge=lambda c: 0.1)
    reviewed = ask(engine, settings=CODE)
    assert "given nothing" in reviewed.cells[0].error
    assert reviewed.answer.claims == ()


def test_what_final_is_given_stands_on_top_of_many_parts() -> None:
    code = cell(
        "f = ask('How long?', documents[0].page(2))\n"
        "for n in range(7):\n    PART('Part ' + str(n), f)\nFINAL(f)"
    )
    answer = ask(ScriptedEngine([code], read=reader("ninety")), settings=CODE).answer
    assert len(answer.claims) == 7
    assert [c.text for c in answer.summary] == [
        "The tenant must give notice of ninety days before leaving."
    ]
    assert answer.citations[0].span.document == LEASE.id


def test_parts_that_hardly_agree_have_no_overview() -> None:
    assert overview([]) == ()
