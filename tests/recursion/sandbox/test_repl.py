"""Cells run in a real sandbox: limits hold, state persists, errors come with a hint."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import psutil
import pytest

from app.cancel import Cancelled, CancelToken
from app.errors import ModelError
from app.recursion.budget import BudgetSpent
from app.recursion.functions.values import given, whole
from app.recursion.sandbox.cell_results import ReplLimits
from app.recursion.sandbox.host_calls import CellFinished, HostError
from app.recursion.sandbox.repl import Repl, Sandbox
from tests.recursion.papers import LEASE

NAMES = {n: f"{n}(...)" for n in ("search", "ask", "FINAL", "fail", "spend", "refuse", "head")}


def call(name: str, args: list[Any], kwargs: dict[str, Any]) -> object:
    if name == "FINAL":
        raise CellFinished
    if name == "spend":
        raise BudgetSpent("the limit of 3 sub-calls was reached")
    if name == "refuse":
        raise HostError("pass a slice.")
    if name == "fail":
        raise ModelError("The model is gone.")
    if name == "search":
        text = LEASE.text
        return [{"slice": [LEASE.id, a, a + 40, LEASE.name, text[a : a + 40]]} for a in (0, 75)]
    return [name, args, kwargs]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(4) as opened:
        yield opened


@pytest.fixture
def repl(sandbox: Sandbox) -> Iterator[Repl]:
    with sandbox.open(
        call, NAMES, [given(LEASE, whole(LEASE))], CancelToken(), limits=ReplLimits(seconds=0.5)
    ) as opened:
        yield opened


def out(repl: Repl, code: str) -> str:
    result = repl.run(code)
    assert not result.error, result.error
    return str(result.output).strip()


def test_variables_persist_and_are_described(repl: Repl) -> None:
    repl.run("x = 3\nname = 'abc'\nhits = search('a')\nfirst = hits[0]")
    result = repl.run("print(x + 1)")
    assert str(result.output) == "4\n"
    assert result.variables == {
        "x": "3",
        "name": "text, 3 characters",
        "hits": "list of 2 (Slice, ...)",
        "first": "slice, p. 1",
    }


def test_descriptions_hold_no_text_of_documents(repl: Repl) -> None:
    repl.run("t = documents[0].text\nlines = t.splitlines()\nd = documents[0]\ns = d[:60]")
    told = " ".join(repl.run("1").variables.values())
    assert "lease" not in told.lower()


def test_show_vars_lists_what_there_is(repl: Repl) -> None:
    assert out(repl, "SHOW_VARS()") == "No variables yet."
    assert out(repl, "x = 1\nSHOW_VARS()") == "x: 1"


def test_the_value_of_a_last_expression_is_shown(repl: Repl) -> None:
    assert out(repl, "x = 2\nx + 1") == "3"
    assert out(repl, "1, 2") == "(1, 2)"
    assert out(repl, "a = 5; a") == "5"
    assert out(repl, "'é' + 'ü'; (\n1 +\n 2\n)") == "3"


def test_a_slice_prints_as_text_with_its_page_and_keeps_its_offsets(repl: Repl) -> None:
    assert out(repl, "s = documents[0][75:100]\nprint(s)") == (
        f"[lease.pdf, p. 2] {LEASE.text[75:100]}"
    )
    assert out(repl, "s[4:10].start, s[4:10].end, s[-5:].start, s[:3].text") == (
        f"(79, 85, 95, {LEASE.text[75:78]!r})"
    )
    assert out(repl, "len(s), s.text[0] == s[0], 'tenant' in s, 'rent' in s, f'{s.page}'") == (
        "(25, True, True, False, '2')"
    )


def test_a_slice_answers_to_what_strings_answer_to(repl: Repl) -> None:
    assert out(repl, "s = documents[0][0:6]\ns.lower(), s.find('T'), s.startswith('1')") == (
        "('1 term', 2, True)"
    )
    assert out(repl, "'>' + s + '<'") == ">1 Term<"


def test_regular_expressions_run_over_a_documents_text(repl: Repl) -> None:
    code = "import re\nre.findall(r'\\d,\\d{3} dollars', documents[0].text)"
    assert out(repl, code) == "['2,400 dollars', '4,800 dollars']"


def test_an_endless_loop_ends_at_its_limit_and_the_session_goes_on(repl: Repl) -> None:
    repl.run("kept = 1")
    started = time.monotonic()
    result = repl.run("lost = 1\nwhile True:\n    pass")
    assert time.monotonic() - started < 3
    assert "TimeoutError" in result.error
    assert "variables are as before" in result.hint
    assert out(repl, "kept") == "1"
    assert "lost" not in repl.run("1").variables


def test_memory_is_limited_and_the_session_goes_on(sandbox: Sandbox) -> None:
    limits = ReplLimits(memory=50_000_000)
    with sandbox.open(call, NAMES, [], CancelToken(), limits=limits) as repl:
        repl.run("kept = 1")
        assert "MemoryError" in repl.run("x = 'a' * 10**9").error
        assert out(repl, "kept") == "1"


def test_endless_recursion_is_an_error_of_the_cell(repl: Repl) -> None:
    result = repl.run("def f(n):\n    return f(n + 1)\nf(0)")
    assert "RecursionError" in result.error
    assert "loop" in result.hint


def test_endless_output_is_kept_short(repl: Repl) -> None:
    result = repl.run("while True:\n    print('x' * 1000)")
    assert "TimeoutError" in result.error
    assert len(str(result.output)) < 2_100


def test_endless_calls_are_refused(sandbox: Sandbox) -> None:
    limits = ReplLimits(calls=50)
    documents = [given(LEASE, whole(LEASE))]
    with sandbox.open(call, NAMES, documents, CancelToken(), limits=limits) as repl:
        assert "so many calls" in repl.run("while True:\n    search('a')").error
        assert out(repl, "len(search('a'))") == "2"


def test_a_crash_of_the_worker_costs_one_cell(repl: Repl) -> None:
    repl.run("kept = 1")
    pid = repl.worker_pid
    assert pid is not None
    threading.Timer(0.1, psutil.Process(pid).kill).start()
    result = repl.run("while True:\n    pass")
    assert "ended unexpectedly" in result.error
    assert out(repl, "kept") == "1"


def test_state_is_saved_and_loaded(sandbox: Sandbox, repl: Repl) -> None:
    repl.run("x = search('a')[1]\nd = documents[0]\ndef f(s):\n    return s.page")
    state = repl.save()
    with sandbox.open(
        call, NAMES, [given(LEASE, whole(LEASE))], CancelToken(), state=state
    ) as other:
        assert out(other, "f(x), x.start, d.text[:6], documents[0] is not None") == (
            "('2', 75, '1 Term', True)"
        )
        assert set(other.run("1").variables) == {"x", "d", "f"}


def test_saved_state_does_not_hold_the_documents(sandbox: Sandbox) -> None:
    unusual = "xylophone" * 50
    doc = {**given(LEASE, whole(LEASE)), "text": unusual}
    with sandbox.open(call, NAMES, [doc], CancelToken()) as repl:
        repl.run("a = 1")
        assert unusual.encode() not in repl.save()


def test_cancel_kills_a_running_cell_in_time(sandbox: Sandbox) -> None:
    cancel = CancelToken()
    stubborn = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    with sandbox.open(call, NAMES, [], cancel) as repl:
        threading.Timer(0.2, cancel.cancel).start()
        started = time.monotonic()
        with pytest.raises(Cancelled):
            repl.run(stubborn)
        assert time.monotonic() - started < 20


def test_a_pause_does_not_count_as_time_of_the_cell(sandbox: Sandbox) -> None:
    cancel = CancelToken()

    def held_up(*_: Any) -> None:
        cancel.pause()
        time.sleep(0.6)
        cancel.go_on()

    with sandbox.open(held_up, NAMES, [], cancel) as repl:
        assert repl.run("ask()").seconds < 0.3


def test_a_session_killed_by_a_cancel_can_be_reopened(sandbox: Sandbox) -> None:
    cancel = CancelToken()
    with sandbox.open(call, NAMES, [], cancel) as repl:
        repl.run("kept = [1, 2]")
        threading.Timer(0.1, cancel.cancel).start()
        with pytest.raises(Cancelled):
            repl.run("while True: pass")
        state = repl.save()
    with sandbox.open(call, NAMES, [], CancelToken(), state=state) as again:
        assert out(again, "kept") == "[1, 2]"


def test_a_cancel_is_not_caught_by_code(sandbox: Sandbox) -> None:
    cancel = CancelToken()

    def stop(name: str, args: list[Any], kwargs: dict[str, Any]) -> object:
        cancel.cancel()
        cancel.check()
        return None

    with sandbox.open(stop, NAMES, [], cancel) as repl, pytest.raises(Cancelled):
        repl.run("try:\n    search('a')\nexcept:\n    pass")


def test_an_error_for_the_reviewer_is_not_caught_by_code(repl: Repl) -> None:
    with pytest.raises(ModelError):
        repl.run("try:\n    fail()\nexcept:\n    pass")


def test_nothing_runs_after_the_end(repl: Repl) -> None:
    result = repl.run("FINAL(1)\nprint('never')")
    assert result.finished
    assert not result.error
    assert str(result.output) == ""


def test_code_that_catches_everything_still_ends(repl: Repl) -> None:
    result = repl.run("for i in range(3):\n    try:\n        FINAL(i)\n    except:\n        pass")
    assert result.finished


def test_a_spent_budget_ends_the_cell_with_a_hint(repl: Repl) -> None:
    result = repl.run("spend()")
    assert result.spent is not None
    assert "3 sub-calls" in result.error
    assert "FINAL" in result.hint


def test_a_refused_call_can_be_caught_or_shows_with_its_line(repl: Repl) -> None:
    result = repl.run("x = 1\nrefuse()")
    assert result.error == "line 2: refuse()\nValueError: refuse: pass a slice."
    assert out(repl, "try:\n    refuse()\nexcept Exception as e:\n    print(e)") == (
        "refuse: pass a slice."
    )


def test_names_of_functions_are_given_back(repl: Repl) -> None:
    result = repl.run("search = search('a')\ndocuments = 5\nlen = 3")
    assert "`search`" in result.hint
    assert out(repl, "len(search('a')), documents[0].name") == "(2, 'lease.pdf')"


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("serch('a')", "Did you mean search(...)?"),
        ("dir()", "SHOW_VARS"),
        ("import statistics", "Can be imported: re, json"),
        ("import string", "Can be imported"),
        ("import textwrap", "Can be imported"),
        ("import difflib", "Can be imported"),
        ("def f():\n    yield 1", "no `yield`"),
        ("x = 1\ndel x", "no `del`"),
        ("import re\nre.sub('a', lambda m: 'b', 'a')", "re.finditer"),
        ("class A(list):\n    pass", "use functions"),
        ("open('/etc/passwd')", "no files"),
        ("sorted([1, 2], key=lambda i: search('a')[0].start)", "for loop"),
        ("import re\nre.search('a', documents[0])", "slice.text"),
        ("search('a')[0].content", "A slice has text"),
        ("None.answer", "returns None"),
        ("'a'.page", "plain string"),
        ("[][0]", "test its length"),
        ("' '.join(search('a'))", "[s.text for s in slices]"),
        ("print('a'", "valid Python"),
    ],
)
def test_errors_come_with_a_hint(repl: Repl, code: str, hint: str) -> None:
    result = repl.run(code)
    assert result.error
    assert hint in result.hint


@pytest.mark.parametrize(
    "module", "re json math datetime collections itertools functools csv random bisect copy".split()
)
def test_what_is_said_to_be_importable_is(repl: Repl, module: str) -> None:
    assert not repl.run(f"import {module}").error


def test_an_error_can_not_carry_a_document_out(repl: Repl) -> None:
    result = repl.run("raise ValueError(documents[0].text * 50)")
    assert len(result.error) < 600


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import subprocess",
        "import os\nos.system('ls')",
        "import os\nos.listdir('/')",
        "().__class__.__base__.__subclasses__()",
        "__import__('os')",
        "from pathlib import Path\nPath('/etc/passwd').read_text()",
    ],
)
def test_there_is_no_way_out(repl: Repl, code: str) -> None:
    assert repl.run(code).error
