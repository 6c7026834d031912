"""Finds what the rooms below the window say to a person: errors, progress, and reports.

Those rooms speak English and know nothing of translation. What they say is read out of their
sources: what is handed to a `UserError`, to `tell` and to the functions like it. A text with places
to fill in is a template in which these are numbered: "{0} is empty: it has no bytes."
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

ROOMS = (
    "documents",
    "engine",
    "recipes",
    "recursion",
    "reports",
    "sessions",
    "tables",
    "ui",
    "workbench",
)

TELLING = {
    "tell": 0,
    "on_progress": 0,
    "BudgetSpent": 0,
    "stopped": 1,
    "Conclusion": 2,
    "FetchProgress": 3,
    "_refuse": 2,
    "Placement": 1,
    "ModelInfo": 5,
    "Estimated": 0,
}
"""Calls that say something, besides errors, and at which place of their arguments."""

DESCRIBING = {
    "engine/machine/devices.py": ("describe", "why_none"),
    "engine/llama/loading.py": ("hardware",),
}
"""Functions, by their modules, that give the pieces of what is said of where a model runs."""

REASONS = ("BudgetSpent",)
"""Those of them that say a part of a sentence only."""

WRITTEN = ("No passage that was read states it.",)
"""What is said by cells that the program writes, where it stands inside of code."""

WORDED = ("wording.py", "table_view.py", "dates.py")
"""The modules of the reports whose constants are words to read."""

_DEEP = 8


@dataclass
class Messages:
    """What was found.

    Attributes:
        texts: whole sentences, or several.
        phrases: what may stand in a place of a text and is not a name or a figure.
        unknown: what errors say that could not be read: the module, and the expression.
    """

    texts: set[str] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)


def messages(app: Path) -> Messages:
    """What the rooms of the program below a folder say."""
    found = Messages(set(WRITTEN))
    errors = _error_classes(app / "errors.py")
    paths = [app / "errors.py", *(p for room in ROOMS for p in sorted((app / room).rglob("*.py")))]
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        _Reader(tree, path.relative_to(app).as_posix(), errors, found).read()
    return found


def report_texts(room: Path, templates: Path) -> set[str]:
    """What reports say: the words handed to `say` and `number`, and those that stand in tables."""
    found: set[str] = set()
    for path in sorted(room.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node) in ("say", "number"):
                found.update(_words_in(node.args))
        if path.name in WORDED:
            constants = [n.value for n in tree.body if isinstance(n, ast.Assign)]
            found.update(_words_in(c for c in constants if not isinstance(c, ast.Call)))
    for path in sorted(templates.glob("*.j2")):
        for call in re.findall(r'say\(((?:"[^"]*"|[^")])*)\)', path.read_text(encoding="utf-8")):
            found.update(re.findall(r'"([^"]*)"', call))
    return found


def _words_in(nodes: Iterable[ast.expr]) -> Iterator[str]:
    """The words written out in some expressions; not the keys of tables."""
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)) if text:
                yield text
            case ast.Dict(values=values):
                yield from _words_in(values)
            case ast.IfExp(body=body, orelse=other):
                yield from _words_in((body, other))


def _error_classes(path: Path) -> frozenset[str]:
    """The names of the classes of errors that are shown to a person."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef))


class _Reader:
    """Reads the messages of one module."""

    def __init__(
        self, tree: ast.Module, name: str, errors: frozenset[str], found: Messages
    ) -> None:
        self._tree = tree
        self._name = name
        self._errors = errors
        self._found = found
        self._told = False
        self._describing = DESCRIBING.get(name, ())
        self._functions = {n.name: n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}

    def read(self) -> None:
        """Take in all that the module says."""
        self._read(self._tree, [self._tree])

    def _read(self, node: ast.AST, scopes: Sequence[ast.AST]) -> None:
        for child in ast.iter_child_nodes(node):
            inner = (
                [*scopes, child] if isinstance(child, ast.FunctionDef | ast.ClassDef) else scopes
            )
            if isinstance(child, ast.Call):
                name = _name(child)
                into = self._found.phrases if name in REASONS else self._found.texts
                self._told = name in self._errors
                for said in self._said(child, name, scopes):
                    into |= {t for t in self._texts(said, scopes) if t.strip("{}0123456789 .")}
            elif isinstance(child, ast.FunctionDef) and child.name in self._describing:
                for returned in _returned(child):
                    texts = self._texts(returned, [self._tree, child])
                    self._found.texts |= {t for t in texts if t.strip("{}0123456789 .:;")}
            self._read(child, inner)

    def _said(self, call: ast.Call, name: str, scopes: Sequence[ast.AST]) -> list[ast.expr]:
        """The arguments of a call that a person reads."""
        named = [k.value for k in call.keywords if k.arg in ("message", "hint", "note", "hardware")]
        of_error = isinstance(scopes[-1], ast.FunctionDef) and any(
            isinstance(scope, ast.ClassDef) and scope.name in self._errors for scope in scopes
        )
        if name in self._errors or (name == "__init__" and of_error):
            return [*call.args[:2], *named]
        noted = name == "append" and ast.unparse(call.func) in ("notes.append", "self.notes.append")
        at = 0 if noted else TELLING.get(name, -1)
        if name == "replace":
            return named
        if at < 0 or self._name.startswith("ui/"):  # The window translates its own words.
            return []
        return [*call.args[at : at + 1], *named]

    def _texts(self, node: ast.expr, scopes: Sequence[ast.AST], deep: int = 0) -> list[str]:
        """All that an expression may say, as templates."""
        match node:
            case ast.Constant(value=value):
                return [_literal(value)] if isinstance(value, str) and value else []
            case ast.JoinedStr(values=values) if not _words_of(values):
                places = [v.value for v in values if isinstance(v, ast.FormattedValue)]
                return [text for place in places for text in self._texts(place, scopes, deep)]
            case ast.JoinedStr():
                return self._joined(node, scopes)
            case ast.Call(func=ast.Attribute(attr="tr")):
                return []  # The window's own words: it has translated them.
            case ast.Call(func=ast.Attribute(attr="join"), args=[ast.List(elts=parts)]):
                inner = [p.value if isinstance(p, ast.Starred) else p for p in parts]
                return [text for part in inner for text in self._texts(part, scopes, deep)]
            case ast.Call(func=ast.Attribute(attr="join"), args=[ast.Name() as parts]):
                return self._texts(parts, scopes, deep)
            case ast.Call(
                func=ast.Attribute(attr="join"),
                args=[ast.GeneratorExp(generators=[ast.comprehension(iter=ast.Tuple(elts=parts))])],
            ):
                return [text for part in parts for text in self._texts(part, scopes, deep)]
            case ast.List(elts=parts):
                return [text for part in parts for text in self._texts(part, scopes, deep)]
            case ast.BinOp(op=ast.Add(), left=left, right=right):
                both = product(self._texts(left, scopes, deep), self._texts(right, scopes, deep))
                return [_renumbered([one, other]) for one, other in both]
            case ast.IfExp(body=body, orelse=other):
                return [*self._texts(body, scopes, deep), *self._texts(other, scopes, deep)]
            case ast.BoolOp(values=values):
                return [text for value in values for text in self._texts(value, scopes, deep)]
            case ast.Call(func=ast.Attribute(value=value, attr="strip" | "format")):
                return self._texts(value, scopes, deep)
            case ast.Call() if (function := self._called(node)) and deep < _DEEP:
                returned, inside = _returned(function), [self._tree, function]
                return [t for value in returned for t in self._texts(value, inside, deep + 1)]
            case ast.Name(id=name) if deep < _DEEP:
                values = list(_assigned(name, scopes))
                if values:
                    return [t for value in values for t in self._texts(value, scopes, deep + 1)]
        if self._told:
            self._found.unknown.add(f"{self._name}: {ast.unparse(node)}")
        return []

    def _called(self, call: ast.Call) -> ast.FunctionDef | None:
        """The function of this module that is called, or None for one of another."""
        match call.func:
            case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="self"), attr=name):
                return self._functions.get(name)
        return None

    def _joined(self, node: ast.JoinedStr, scopes: Sequence[ast.AST]) -> list[str]:
        """An f-string as a template; words inside its places are phrases."""
        text = ""
        for value in node.values:
            if isinstance(value, ast.Constant):
                text += _literal(str(value.value))
            elif isinstance(value, ast.FormattedValue):
                text += "{0}"
                self._found.phrases |= {
                    p for p in self._phrases(value.value, scopes) if p.strip("{}0123456789 .:()")
                }
        return [_renumbered([text])]

    def _phrases(self, node: ast.expr, scopes: Sequence[ast.AST]) -> Iterator[str]:
        match node:
            case ast.Constant() | ast.JoinedStr():
                yield from self._texts(node, scopes)
            case ast.IfExp(body=body, orelse=other):
                yield from self._phrases(body, scopes)
                yield from self._phrases(other, scopes)
            case ast.BoolOp(values=values):
                for value in values:
                    yield from self._phrases(value, scopes)
            case ast.Name(id=name):
                for value in _assigned(name, scopes):
                    if not isinstance(value, ast.Name):
                        yield from self._phrases(value, scopes)
            case ast.Call() if function := self._called(node):
                for returned in _returned(function):
                    yield from self._phrases(returned, [self._tree, function])


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _returned(function: ast.FunctionDef) -> list[ast.expr]:
    returns = (node for node in ast.walk(function) if isinstance(node, ast.Return))
    return [node.value for node in returns if node.value is not None]


def _assigned(name: str, scopes: Sequence[ast.AST]) -> Iterator[ast.expr]:
    """What a name is given in the innermost scope that gives it anything."""
    for scope in reversed(scopes):
        nodes = list(scope.body if isinstance(scope, ast.Module) else ast.walk(scope))
        values = [value for node in nodes for value in _given(name, node, scopes)]
        if values:
            yield from values
            return


def _given(name: str, node: ast.AST, scopes: Sequence[ast.AST]) -> Iterator[ast.expr]:
    """What a statement gives a name: by `=`, by `+=`, or as it goes through a table."""
    match node:
        case ast.Assign(targets=[ast.Name(id=given)], value=value) if given == name:
            yield value
        case ast.AnnAssign(target=ast.Name(id=given), value=ast.expr() as value) if given == name:
            yield value
        case ast.AugAssign(target=ast.Name(id=given), value=value) if given == name:
            yield value
        case ast.For(target=ast.Tuple(elts=targets), iter=table):
            at = [n for n, t in enumerate(targets) if isinstance(t, ast.Name) and t.id == name]
            tables = _assigned(table.id, scopes) if isinstance(table, ast.Name) else [table]
            for rows in tables if at else ():
                for row in rows.elts if isinstance(rows, ast.Tuple | ast.List) else ():
                    yield from row.elts[at[0] : at[0] + 1] if isinstance(row, ast.Tuple) else ()


def _words_of(values: Sequence[ast.expr]) -> str:
    """What an f-string says besides what it is given."""
    return "".join(str(v.value) for v in values if isinstance(v, ast.Constant)).strip()


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _renumbered(pieces: list[str]) -> str:
    """Pieces of a template joined, their places numbered from 0."""
    text, count = "".join(pieces), 0
    parts = []
    at = 0
    while at < len(text):
        if text.startswith(("{{", "}}"), at):
            parts.append(text[at : at + 2])
            at += 2
        elif text[at] == "{":
            parts.append(f"{{{count}}}")
            count += 1
            at = text.index("}", at) + 1
        else:
            parts.append(text[at])
            at += 1
    return "".join(parts)
