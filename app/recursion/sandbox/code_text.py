"""A cell's code as text: which names it assigns, and what its last expression shows."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

ECHO = "_echo"
"""The sandbox's function that prints the value of a last expression."""

_QUIET = frozenset({"print", "FINAL", "PART", "NOT_FOUND", "SHOW_VARS"})


@dataclass(frozen=True, slots=True)
class CellCode:
    """Code ready to run, and the names it assigns outside of functions."""

    code: str
    names: tuple[str, ...]


def prepare(code: str) -> CellCode:
    """Code that shows the value of its last expression, as a notebook does, and returns nothing.

    What the code itself would return is not fetched: a value of the sandbox's own classes can take
    its process down on the way (WORKAROUND for pydantic-monty 1.4.0).
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        # The sandbox may read a newer syntax, and words its own errors.
        rough = re.findall(r"^([A-Za-z_]\w*)\s*(?::[^=\n]+)?=(?!=)", code, re.MULTILINE)
        return CellCode(code, tuple(dict.fromkeys(map(str, rough))))
    names = tuple(dict.fromkeys(n for node in tree.body for n in _assigned(node)))
    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Expr) and not _is_quiet(last.value):
        code = _wrapped(code, last)
    return CellCode(f"{code}\nNone", names)


def _assigned(node: ast.AST) -> list[str]:
    """Names that a statement binds in its own scope."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        return []
    if isinstance(node, ast.Import | ast.ImportFrom):
        return []
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    return [name for child in ast.iter_child_nodes(node) for name in _assigned(child)]


def _is_quiet(value: ast.expr) -> bool:
    """Whether an expression shows itself, or nothing."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in _QUIET
    return isinstance(value, ast.Constant)


def _wrapped(code: str, last: ast.Expr) -> str:
    """The code with its last expression handed to `ECHO`; every line keeps its number."""
    lines = code.encode().splitlines(keepends=True)
    assert last.end_lineno is not None
    assert last.end_col_offset is not None
    end = last.end_lineno - 1
    # The closing part first: on one line, the offset of the start stays right.
    tail = lines[end]
    lines[end] = tail[: last.end_col_offset] + b"))" + tail[last.end_col_offset :]
    head = lines[last.lineno - 1]
    opening = ECHO.encode() + b"(("
    lines[last.lineno - 1] = head[: last.col_offset] + opening + head[last.col_offset :]
    return b"".join(lines).decode()
