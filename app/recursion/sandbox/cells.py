"""From a model's reply to the code in it, whatever the reply looks like."""

from __future__ import annotations

import ast
import re
import textwrap
from dataclasses import dataclass

_THINKING = re.compile(r"<(think|thinking|thought|reasoning)>.*?(</\1>|\Z)", re.DOTALL | re.I)
_FENCE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<tag>[\w+-]*)[^\n]*\n(?P<body>.*?)"
    r"(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_INLINE = re.compile(r"`{3,}(?:repl|python|py)?[ \t]+([^\n`]+?)[ \t]*`{3,}")
_PYTHON = frozenset({"repl", "python", "py", "python3", "ipython", "tool_code", "code", ""})
_PROMPT = re.compile(r"^(?:>>>|\.\.\.|In \[\d*\]:) ?", re.MULTILINE)
_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_END = re.compile(r"\b(FINAL(?:_VAR)?|NOT_FOUND)\s*\(")

NO_CODE = (
    "Your reply held no code, so nothing ran. Write one short cell between ```repl and ``` that "
    "calls search and ask."
)
NOT_A_PLAN = (
    "Your reply was a plan, not code, so nothing ran. Write its first step as a cell between "
    "```repl and ```."
)


@dataclass(frozen=True, slots=True)
class Cell:
    """The code found in a reply, or why there is none.

    Attributes:
        code: ready to run; "" where there is none.
        problem: what to tell the model, or "".
    """

    code: str
    problem: str = ""


def parse(reply: str) -> Cell:
    """The code cell in a reply.

    Several blocks are one cell, in their order. Blocks marked as another language, or that show
    output, don't count. Without a block, the lines that are code count; without those, a call of
    FINAL or NOT_FOUND within the text.
    """
    text = _THINKING.sub("", reply).strip()
    blocks = [(m["tag"].lower(), m["body"]) for m in _FENCE.finditer(text)]
    code = [_tidy(body) for tag, body in blocks if tag in _PYTHON]
    named = [_tidy(body) for tag, body in blocks if tag in _PYTHON and tag]
    code = named or [c for c in code if _is_code(c)] or code[:1]
    code = [c for c in code if c.strip()] or [_tidy(c) for c in _INLINE.findall(text)]
    if code:
        return Cell(_joined(code))
    outside = _FENCE.sub("\n", text)
    if loose := _loose(outside):
        return Cell(_final_var(loose))
    if call := _ending(outside):
        return Cell(_final_var(call))
    return Cell("", NOT_A_PLAN if _is_plan(text, blocks) else NO_CODE)


def normal(code: str) -> str:
    """Code in a form in which two cells that do the same are the same."""
    try:
        return ast.unparse(ast.parse(code))
    except (SyntaxError, ValueError):
        return " ".join(code.split())


def only_ends(code: str) -> bool:
    """Whether code does nothing but call FINAL or NOT_FOUND."""
    try:
        body = ast.parse(code).body
    except (SyntaxError, ValueError):
        return False
    calls = [n.value for n in body if isinstance(n, ast.Expr) and isinstance(n.value, ast.Call)]
    names = [c.func.id for c in calls if isinstance(c.func, ast.Name)]
    return bool(names) and len(names) == len(body) and {*names} <= {"FINAL", "NOT_FOUND"}


def _joined(blocks: list[str]) -> str:
    return _final_var("\n".join(dict.fromkeys(blocks)))


def _tidy(body: str) -> str:
    """A block as Python: dedented, without prompts, with straight quotes where that mends it."""
    code = textwrap.dedent(body.replace("\t", "    ")).strip("\n").rstrip()
    if _PROMPT.match(code):
        lines = [line for line in code.splitlines() if _PROMPT.match(line)]
        code = _PROMPT.sub("", "\n".join(lines))
    if not _parses(code) and _parses(straight := code.translate(_CURLY)):
        code = straight
    return code


def _loose(text: str) -> str:
    """The longest run of lines that is Python and does something."""
    lines = text.splitlines()
    best = ""
    for start in range(len(lines)):
        if not lines[start].strip() or lines[start][0].isspace():
            continue
        for end in range(len(lines), start, -1):
            candidate = "\n".join(lines[start:end]).strip()
            if len(candidate) <= len(best):
                break
            tidy = _tidy(candidate)
            if _is_code(tidy):
                best = tidy
                break
    return best


def _ending(text: str) -> str:
    """A call of FINAL or NOT_FOUND within prose."""
    for match in reversed(list(_END.finditer(text))):
        depth = 0
        for i in range(match.end() - 1, len(text)):
            depth += {"(": 1, ")": -1}.get(text[i], 0)
            if depth == 0:
                call = _tidy(text[match.start() : i + 1])
                if _parses(call):
                    return call
                break
    return ""


def _final_var(code: str) -> str:
    """`FINAL_VAR("name")`, as other programs have it, means `FINAL(name)` here."""
    return re.sub(r"\bFINAL_VAR\(\s*[\"']?(\w+)[\"']?\s*\)", r"FINAL(\1)", code)


def _is_code(text: str) -> bool:
    """Whether a text is Python that calls or assigns something, and not words that happen to be."""
    if not text.strip():
        return False
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    doing = (ast.Assign, ast.AugAssign, ast.Call, ast.For, ast.Import, ast.ImportFrom)
    return any(isinstance(node, doing) for node in ast.walk(tree))


def _parses(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def _is_plan(text: str, blocks: list[tuple[str, str]]) -> bool:
    """Whether a reply lays out steps in place of taking one."""
    if any(tag == "json" for tag, _ in blocks) or text.lstrip().startswith("{"):
        return True
    steps = re.findall(r"^\s*(?:\d+[.)]|[-*]|Step \d+)\s+\S", text, re.MULTILINE)
    return len(steps) >= 2
