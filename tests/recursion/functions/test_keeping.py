"""A run that follows another one begins with the plain variables of its REPL."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from app.cancel import CancelToken
from app.documents.document import Span
from app.recursion.events import FindingChecked, SubcallStarted, VariablesKept
from app.recursion.functions import keeping
from app.recursion.memory import Known, Memory
from app.recursion.results import Check, Evidence
from app.recursion.settings import Settings
from tests.recursion.papers import LEASE, Reviewed, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

CODE = Settings(protocol="code", direct_tokens=0)
END = [cell("NOT_FOUND('no')")] * 4


def left(reviewed: Reviewed) -> dict[str, Any]:
    """What a run hands on."""
    told = reviewed.all(VariablesKept)
    return told[-1].variables if told else {}


def first(code: str) -> dict[str, Any]:
    """What a run with one cell hands on."""
    return left(ask(ScriptedEngine([cell(code), *END]), settings=CODE))


def then(code: str, variables: dict[str, Any], **options: Any) -> tuple[Reviewed, ScriptedEngine]:
    """A run with one cell that follows one with these variables."""
    engine = ScriptedEngine([cell(code), *END], read=reader("ninety"))
    memory = Memory("run1", variables=variables)
    return ask(engine, settings=CODE, memory=memory, **options), engine


def test_plain_variables_come_back_as_they_were() -> None:
    kept = first(
        "total = 1240\nrate = 2.5\nname = 'Vane'\ndone = True\nnothing = None\n"
        "rows = [['a', 1], ['b', 2]]\nby = {'x': {'y': [1, 2]}, 3: 'three'}\nseen = {1, 2}"
    )
    reviewed, _ = then(
        "print(kept['total'], kept['rate'], kept['name'], kept['done'], kept['nothing'])\n"
        "print(kept['rows'], kept['by'], sorted(kept['seen']))",
        json.loads(json.dumps(kept)),
    )
    assert reviewed.cells[0].output.splitlines() == [
        "1240 2.5 Vane True None",
        "[['a', 1], ['b', 2]] {'x': {'y': [1, 2]}, 3: 'three'} [1, 2]",
    ]


def test_slices_come_back_as_slices_and_can_be_asked_about() -> None:
    kept = first("hits = grep('ninety')\nmine = {'one': hits[0]}")
    reviewed, _ = then("FINAL(ask('How long?', kept['mine']['one']))", kept)
    (call,) = [e for e in reviewed.all(SubcallStarted) if e.kind == "ask"]
    assert "ninety days" in LEASE.quote(call.spans[0])
    assert reviewed.answer.status == "answered"
    assert LEASE.text[:10] not in json.dumps(kept), "a slice is kept as a place"


def test_a_finding_comes_back_as_the_one_that_is_known_and_else_as_words() -> None:
    code = "found = ask('How long is the notice?', grep('ninety')[0])\nverify('How long?', [found])"
    run = ask(ScriptedEngine([cell(code), *END], read=reader("ninety")), settings=CODE)
    evidence = Evidence(run.all(FindingChecked)[0].finding, Check(0.9, passed=True))
    kept = left(run)
    known = Memory("run1", (Known("run1", "How long?", evidence),), variables=kept)
    engine = ScriptedEngine([cell("print(type(kept['found']).__name__)\nFINAL(kept['found'])")])
    reviewed = ask(engine, settings=CODE, memory=known)
    assert reviewed.cells[0].output.strip() == "Finding"
    assert reviewed.answer.citations[0].origin == "run1"
    reviewed, _ = then("print(type(kept['found']).__name__, kept['found'])", kept)
    assert reviewed.cells[0].output.startswith("str The tenant must give notice of ninety days")


def test_what_is_no_plain_data_is_left_behind() -> None:
    kept = first(
        "import re\nimport math\n"
        "def f(x):\n    return x\n"
        "class C:\n    pass\n"
        "c = C()\nd = documents[0]\nbad = [1, f]\nnone = math.inf\nhuge = 10 ** 40\nfine = 1"
    )
    assert kept == {"fine": 1}


def test_a_list_within_itself_is_left_behind() -> None:
    assert first("loop = []\nloop.append(loop)\nfine = 1") == {"fine": 1}


def test_variables_are_bounded_and_the_latest_go_first() -> None:
    kept = first("big = 'x' * 20_000\n" + "\n".join(f"v{n} = 'x' * 10_000" for n in range(9)))
    assert "big" not in kept
    assert list(kept) == ["v8", "v7", "v6", "v5", "v4", "v3"]
    assert len(json.dumps(kept)) < keeping.TOGETHER + 100


def test_the_root_is_told_names_types_and_sizes_and_no_content() -> None:
    kept = first("secret = 'the password'\nhits = grep('notice')\ncount = 7041\nmap_ = {'k': 1}")
    _, engine = then("print(1)", kept)
    told = engine.root[0].messages[-1].content
    assert "in the dict `kept`" in told
    assert "secret: text of 12 characters" in told
    assert "hits: list of 2, each a slice" in told
    assert "count: number" in told and "map_: dict of 1" in told
    assert "password" not in told and "7041" not in told


def test_a_first_run_is_told_of_none() -> None:
    engine = ScriptedEngine([cell("print(kept)"), *END])
    reviewed = ask(engine, settings=CODE)
    assert "kept" not in engine.root[0].messages[-1].content
    assert "NameError" in reviewed.cells[0].error


def test_a_run_hands_on_what_it_was_given() -> None:
    second, _ = then("b = 2", {"a": 1, "b": 1})
    assert left(second) == {"b": 2, "a": 1}


def test_a_slice_in_a_document_that_is_not_at_hand_is_left_out() -> None:
    gone = {"slice": ["0" * 16, 0, 5]}
    variables = {
        "one": gone,
        "some": [gone, {"slice": [LEASE.id, 0, 4]}],
        "by": {"dict": [["k", gone]]},
    }
    reviewed, _ = then("print(sorted(kept), len(kept['some']), kept['by'])", variables)
    assert reviewed.cells[0].output.strip() == "['by', 'some'] 1 {}"


def test_a_slice_outside_the_scope_is_left_out() -> None:
    page = LEASE.pages[0]
    variables = {"one": {"slice": [LEASE.id, page.end, page.end + 5]}, "n": 1}
    scope = [Span(LEASE.id, page.start, page.end)]
    reviewed, _ = then("print(sorted(kept))", variables, scope=scope)
    assert reviewed.cells[0].output.strip() == "['n']"


def test_a_child_begins_without_them() -> None:
    def replies(request) -> str:
        child = "Question: Child" in request.messages[1].content
        return cell("print(kept)" if child else "x = rlm('Child?', documents[0])")

    reviewed = ask(
        ScriptedEngine(replies), "Root?", settings=CODE, memory=Memory("run1", variables={"a": 1})
    )
    (child,) = [c for c in reviewed.cells if c.frame == "1"][:1]
    assert "NameError" in child.error
    assert all("x" in v.variables or v.variables == {"a": 1} for v in reviewed.all(VariablesKept))


def test_the_plan_protocol_hands_on_and_takes_them_as_well() -> None:
    plan = '{"kind": "find", "phrases": ["tenant notice", "notice period"]}'
    engine = ScriptedEngine([plan], read=reader("ninety"))
    plans = replace(CODE, protocol="plan")
    reviewed = ask(engine, settings=plans, memory=Memory("run1", variables={"a": 1}))
    assert reviewed.answer.status == "answered"
    kept = left(reviewed)
    assert kept["a"] == 1 and "slices" in kept
    again, _ = then("print(kept['slices'][0].text[:20])", kept)
    assert again.cells[0].error == ""


def test_a_run_that_is_stopped_keeps_what_it_had_before() -> None:
    cancel = CancelToken()

    def stop(request):
        cancel.cancel()
        return cell("b = ask('x', documents[0])")

    engine = ScriptedEngine([cell("a = 1"), stop, *END])
    stopped = ask(engine, settings=CODE, cancel=cancel)
    assert stopped.answer.status == "stopped"
    assert left(stopped) == {"a": 1}


def test_strings_that_no_encoding_holds_do_no_harm() -> None:
    assert first("odd = '\\ud800'\nfine = 1")["fine"] == 1


def test_hostile_variables_of_a_matter_do_no_harm() -> None:
    paper = document("Text.")
    frame_variables = {"x": {"dict": [["a", {"set": [1, 2]}]]}, "y": [[[]]]}
    reviewed = ask(
        ScriptedEngine([cell("print(kept)"), *END]),
        documents=[paper],
        settings=CODE,
        memory=Memory("r", variables=frame_variables),
    )
    assert reviewed.cells[0].output.strip() == "{'x': {'a': {1, 2}}, 'y': [[[]]]}"
