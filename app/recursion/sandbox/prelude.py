"""The code that a REPL starts with, and the code of our own that runs in it.

What model code handles are instances of classes defined in the sandbox itself. They print as text,
can be sliced and searched, keep their offsets through all of it, and survive saving and loading,
none of which objects handed in from the host do (pydantic-monty 1.4.0). The sandbox has no
inheritance, properties or `__len__`; hence the plain attributes and the `len` of our own.
"""

from __future__ import annotations

from collections.abc import Iterable

HOST = "_host"
"""The one name through which code reaches its host: `_host(name, args, kwargs)`."""

_CLASSES = """
import bisect as _bisect
_builtin_len = len
_documents = []
_maps = {}

def _page(document, start):
    starts, labels = _maps[document]
    return labels[max(0, _bisect.bisect_right(starts, start) - 1)] if starts else "?"

def _short(text, most=90):
    text = " ".join(text[: 2 * most].split())
    return text if _builtin_len(text) <= most else text[:most] + "..."

def _cut(part, key):
    text = part.text
    if not isinstance(key, slice):
        return text[key]
    if key.step is not None and key.step != 1:
        return text[key]
    size = _builtin_len(text)
    start = 0 if key.start is None else key.start
    stop = size if key.stop is None else key.stop
    start = max(0, start + size) if start < 0 else min(start, size)
    stop = max(0, stop + size) if stop < 0 else min(stop, size)
    stop = max(start, stop)
    return Slice(part.document_id, part.start + start, part.start + stop, part.document,
                 text[start:stop])

class Slice:
    def __init__(self, document_id, start, end, document, text, heading="", score=None, match=""):
        self.document_id = document_id
        self.start = start
        self.end = end
        self.document = document
        self.text = text
        self.length = end - start
        self.page = _page(document_id, start)
        self.heading = heading
        self.score = score
        self.match = match
    def __str__(self):
        return "[" + self.document + ", p. " + self.page + "] " + self.text
    def __repr__(self):
        return "Slice(p. " + self.page + ", " + repr(_short(self.text)) + ")"
    def __getitem__(self, key):
        return _cut(self, key)
    def __contains__(self, text):
        return text in self.text
    def __iter__(self):
        return iter(self.text)
    def __add__(self, other):
        return self.text + (other if isinstance(other, str) else other.text)
    def __radd__(self, other):
        return other + self.text
    def __eq__(self, other):
        return isinstance(other, Slice) and (self.document_id, self.start, self.end) == (
            other.document_id, other.start, other.end)
    def __hash__(self):
        return hash((self.document_id, self.start, self.end))
%(text_methods)s%(slice_methods)s

class Document:
    def __init__(self, given):
        self.document_id = given["id"]
        self.start = given["start"]
        self.end = given["end"]
        self.name = given["name"]
        self.document = given["name"]
        self.type = given["type"]
        self.pages = given["pages"]
        self.length = given["end"] - given["start"]
        self.text = given["text"]
    def __str__(self):
        return repr(self)
    def __repr__(self):
        return "Document(" + repr(self.name) + ", " + str(self.pages) + " pages, " + str(
            self.length) + " characters)"
    def __getitem__(self, key):
        return _cut(self, key)
    def __contains__(self, text):
        return text in self.text
%(text_methods)s%(document_methods)s

class Finding:
    def __init__(self, given):
        self.n = given["n"]
        self.answer = given["answer"]
        self.text = given["answer"]
        self.quote = given["quote"]
        self.document = given["document"]
        self.page = given["page"]
        self.verified = given["verified"]
        self.question = given["question"]
        self.span = Slice(*given["span"])
    def __str__(self):
        return self.answer
    def __repr__(self):
        return "Finding(" + repr(self.answer) + ", p. " + self.page + ")"
    def __contains__(self, text):
        return text in self.answer
    def __getitem__(self, key):
        return self.answer[key]
    def __add__(self, other):
        return self.answer + str(other)
    def __radd__(self, other):
        return other + self.answer
    def __eq__(self, other):
        return isinstance(other, Finding) and self.n == other.n
    def __hash__(self):
        return hash(self.n)
%(text_methods)s

def len(value):
    if isinstance(value, (Slice, Document)):
        return value.length
    if isinstance(value, Finding):
        return _builtin_len(value.answer)
    return _builtin_len(value)

def _sent(value):
    if isinstance(value, (Slice, Document)):
        return {"slice": [value.document_id, value.start, value.end]}
    if isinstance(value, Finding):
        return {"finding": value.n}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_sent(item) for item in value]
    if isinstance(value, dict):
        return {"dict": [[_sent(k), _sent(v)] for k, v in value.items()]}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)

def _received(value):
    if isinstance(value, list):
        return [_received(item) for item in value]
    if isinstance(value, dict):
        if "dict" in value:
            return {_received(k): _received(v) for k, v in value["dict"]}
        if "set" in value:
            return {_received(item) for item in value["set"]}
        if "slice" in value:
            return Slice(*value["slice"])
        if "finding" in value:
            return Finding(value["finding"])
    return value

def _plain(value, room):
    room[0] -= 8 + (_builtin_len(value) if isinstance(value, str) else 0)
    if room[0] < 0:
        raise ValueError("too much")
    if isinstance(value, float) and (value != value or value - value != 0):
        raise ValueError("no number")
    if isinstance(value, int) and not -(2**53) < value < 2**53:
        raise ValueError("too large")
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (Slice, Finding)):
        return _sent(value)
    if isinstance(value, (list, tuple)):
        return [_plain(item, room) for item in value]
    if isinstance(value, (set, frozenset)):
        return {"set": [_plain(item, room) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[_plain(k, room), _plain(v, room)] for k, v in value.items()]}
    raise ValueError("not plain")

def _call(name, args, kwargs):
    return _received(_host(name, [_sent(a) for a in args],
                           {k: _sent(v) for k, v in kwargs.items()}))

def _echo(value):
    if value is not None:
        print(value if isinstance(value, (str, Slice, Finding)) else repr(value))

def _about(value):
    if isinstance(value, (Slice, Finding)):
        kind = "slice" if isinstance(value, Slice) else "finding"
        return kind + ", p. " + value.page
    if isinstance(value, Document):
        return "document, " + str(value.pages) + " pages"
    if value is None or isinstance(value, (bool, int, float)):
        return repr(value)[:40]
    if isinstance(value, str):
        return "text, " + str(_builtin_len(value)) + " characters"
    if isinstance(value, (list, tuple, set, dict)):
        size = _builtin_len(value)
        text = type(value).__name__ + " of " + str(size)
        for item in value:
            kind = type(item).__name__
            return text + " (" + kind + (", ...)" if size > 1 else ")")
        return text + " (empty)"
    return type(value).__name__
"""

_TEXT_METHODS = "".join(
    f"    def {name}(self, *args): return self.{{text}}.{name}(*args)\n"
    for name in (
        "lower upper strip find count startswith endswith replace splitlines index".split()
    )
).replace("{text}", "text")

SLICE_METHODS = ("head", "tail", "lines", "split")
DOCUMENT_METHODS = (*SLICE_METHODS, "page", "sections", "section")
"""Functions of the table that are called on a slice or a document."""

BIND = """
for _i in range(_builtin_len(_given)):
    _g = _given[_i]
    _maps[_g["id"]] = (_g["page_starts"], _g["page_labels"])
    if _builtin_len(_documents) <= _i:
        _documents.append(Document(_g))
    _documents[_i].text = _g["text"]
_given = _g = None
"""
"""Gives the documents their text: `_given` lists, for each, id, name, type, start, end, pages,
page_starts, page_labels, text."""

UNBIND = """
for _d in _documents:
    _d.text = ""
_d = None
"""
"""Takes the documents' text away again, so that it is not saved with every state."""


def source(functions: Iterable[str]) -> str:
    """The code that a new session starts with; `functions` are the names code can call."""
    functions = tuple(functions)
    methods = {*SLICE_METHODS, *DOCUMENT_METHODS}
    text = _CLASSES % {
        "text_methods": _TEXT_METHODS,
        "slice_methods": _methods(n for n in SLICE_METHODS if n in functions),
        "document_methods": _methods(n for n in DOCUMENT_METHODS if n in functions),
    }
    for name in functions:
        if name not in methods:
            text += f"def _f_{name}(*args, **kwargs):\n    return _call({name!r}, args, kwargs)\n"
    return text + "_f_len = len\n"


def reserved(functions: Iterable[str]) -> set[str]:
    """Names that mean the same in every cell, whatever earlier ones assigned to them."""
    return {n for n in functions if n not in DOCUMENT_METHODS} | {"documents", "len", "SHOW_VARS"}


def assign(name: str) -> str:
    """Code that gives a variable what `_value` holds in the form of a function's result."""
    return f"{name} = _received(_value)\n_value = None"


def before_cell(functions: Iterable[str], names: Iterable[str]) -> str:
    """Code that gives reserved names their meaning again, and tells SHOW_VARS what to look at."""
    kept = [n for n in (*functions, "len") if n not in DOCUMENT_METHODS]
    lines = [f"{name} = _f_{name}" for name in kept]
    lines += ["documents = list(_documents)", "def SHOW_VARS():", "    _found = {}"]
    lines += [f"    {line}" for name in names for line in _look(name)]
    lines += [
        "    for _name, _what in _found.items():",
        "        print(_name + ': ' + _what)",
        "    if not _found:",
        "        print('No variables yet.')",
        "None",
    ]
    return "\n".join(lines)


def describe(names: Iterable[str]) -> str:
    """Code whose value is a dict: each name that is assigned, with a short description."""
    lines = ["_found = {}", *(line for name in names for line in _look(name)), "_found"]
    return "\n".join(lines)


def plain(names: Iterable[str], most: int) -> str:
    """Code whose value is a dict: each name that holds plain data, with what it holds.

    One that would take more than about `most` characters is left out.
    """
    lines = ["_found = {}"]
    for name in names:
        lines += [
            "try:",
            f"    _found[{name!r}] = _plain({name}, [{most}])",
            "except (NameError, ValueError, RecursionError):",
            "    pass",
        ]
    return "\n".join([*lines, "_found"])


def _look(name: str) -> list[str]:
    """Lines that describe a variable, if it is assigned."""
    return ["try:", f"    _found[{name!r}] = _about({name})", "except NameError:", "    pass"]


def _methods(names: Iterable[str]) -> str:
    return "".join(
        f"    def {name}(self, *args, **kwargs):\n"
        f"        return _call({name!r}, [self, *args], kwargs)\n"
        for name in names
    )
