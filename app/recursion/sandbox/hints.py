"""Errors of a cell, said in a way that helps the model to write a better one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MODULES = (
    "re, json, math, datetime, collections, itertools, functools, csv, random, bisect, copy, "
    "decimal, dataclasses, enum, hashlib, time, typing"
)
"""What can be imported and is of use (pydantic-monty 1.4.0)."""

_MOST = 400
"""Characters of an error that are shown: a message can hold any text."""

_ABSENT = (
    "dir globals vars callable issubclass help input compile __import__ exit quit breakpoint"
).split()

_RULES: tuple[tuple[str, str], ...] = (
    (
        r"TimeoutError|time limit exceeded",
        "The cell ran too long and was ended; variables are as before it. Avoid endless loops.",
    ),
    (
        r"MemoryError",
        "The cell used too much memory; variables are as before it. Work on smaller pieces.",
    ),
    (r"RecursionError", "Use a loop in place of a function that calls itself."),
    (
        r"cannot suspend in this synchronous context",
        "Functions of the REPL can't be called inside map, filter, sorted, min or max, nor in a "
        "sort key: call them in a for loop or a list comprehension first.",
    ),
    (r"support yield", "There is no `yield` here: build a list and return it."),
    (r"'del' statement", "There is no `del` here: assign None instead."),
    (r"callable replacement", "re.sub takes only a string to put in: loop over re.finditer."),
    (r"class inheritance|method decorators", "Classes are plain here: use functions."),
    (
        r"PermissionError|FileNotFoundError",
        "There are no files here. The documents are loaded: use `documents` and search().",
    ),
    (
        r"expected string or bytes-like object, got '(?:Slice|Document|Finding)'",
        "re works on strings: pass slice.text.",
    ),
    (
        r"sequence item \d+: expected str instance, (?:Slice|Finding|NoneType)",
        "Join strings: use [s.text for s in slices], or [f.answer for f in findings if f].",
    ),
    (
        r"'NoneType' object has no attribute",
        "ask returns None where the slice does not state the answer, section where there is no "
        "such heading: test for it with `if`.",
    ),
    (
        r"'NoneType' object is not (?:subscriptable|iterable)|'NoneType' is not a container",
        "A function returned None, which means that it found nothing: test for it with `if`.",
    ),
    (r"'list' object has no attribute", "This is a list: loop over it, or take one with [0]."),
    (
        r"'str' object has no attribute '(?:text|page|start|end|document|answer|quote)'",
        "This is a plain string. Slices have text and page; findings have answer, quote and page.",
    ),
    (r"IndexError", "The list is shorter than that, perhaps empty: test its length first."),
    (r"KeyError", "Use .get(key) where a key may be missing."),
    (
        r"unexpected EOF|Expected|unexpected token|missing closing|IndentationError|SyntaxError",
        "Write one short cell of valid Python in a ```repl block and nothing else in it.",
    ),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong in a cell.

    Attributes:
        text: the error's type and message.
        line: of the cell, from 1; 0 where it is not known.
        crashed: whether the sandbox's process is gone.
    """

    text: str
    line: int = 0
    crashed: bool = False

    @property
    def lost(self) -> bool:
        """Whether the session can't be trusted any more.

        A limit stops the sandbox anywhere; what the session then holds is not defined.
        """
        return self.crashed or self.text.startswith(("TimeoutError", "MemoryError"))


def describe(fault: Fault, code: str) -> str:
    """A fault as one or two lines: where in the cell, and what."""
    if fault.crashed:
        return "The REPL ended unexpectedly; variables are as before this cell."
    lines = code.splitlines()
    where = ""
    if 0 < fault.line <= len(lines):
        where = f"line {fault.line}: {lines[fault.line - 1].strip()[:120]}\n"
    return where + (fault.text if len(fault.text) <= _MOST else fault.text[:_MOST] + " ...")


def hint(fault: Fault, functions: Mapping[str, str], names: Iterable[str]) -> str:
    """What to do about a fault, or "".

    Args:
        fault: what went wrong.
        functions: names that code can call, each with its signature.
        names: variables that are, or were to be, assigned.
    """
    text = fault.text
    if missing := re.search(r"NameError: name '(\w+)' is not defined", text):
        return _undefined(missing[1], functions, names)
    if module := re.search(r"No module named '([\w.]+)'", text):
        return f"There is no module {module[1]} here. Can be imported: {MODULES}."
    if attribute := re.search(r"'(Slice|Document|Finding)' object has no attribute '(\w+)'", text):
        return _attributes(attribute[1])
    for pattern, advice in _RULES:
        if re.search(pattern, text):
            return advice
    return ""


def taken(names: Iterable[str]) -> str:
    """What to say when code assigned to names that are functions of the REPL."""
    listed = ", ".join(f"`{name}`" for name in names)
    return f"{listed} is a function of the REPL and is one again now: use another variable name."


def _undefined(name: str, functions: Mapping[str, str], names: Iterable[str]) -> str:
    if name in _ABSENT:
        return f"There is no {name} here. SHOW_VARS() lists your variables."
    known = sorted({*functions, *names, "documents", "SHOW_VARS"} - {name})
    close = difflib.get_close_matches(name, known, 3, 0.6)
    if close and close[0] in functions:
        return f"Did you mean {functions[close[0]]}?"
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return f"These names exist: {', '.join(known)}."


def _attributes(kind: str) -> str:
    return {
        "Slice": "A slice has text, page, document, heading, length, head(n), tail(n), "
        "lines(a, b) and split(size).",
        "Document": "A document has name, type, pages, length, text, head(n), tail(n), page(i), "
        "lines(a, b), sections(), section(title) and split(size).",
        "Finding": "A finding has answer, quote, page, document, question and span (a slice).",
    }[kind]
