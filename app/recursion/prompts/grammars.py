"""The forms that replies must take, as GBNF, and how they are read back.

A sub-call names sentences by number, so that a quote is never retyped; only numbers that were shown
can be written.
"""

from __future__ import annotations

import json
import re

_TEXT = r'text ::= [^"\\\x00-\x1f]+'


def _numbers(count: int) -> str:
    return "num ::= " + " | ".join(f'"{n}"' for n in range(1, count + 1))


def ask(count: int, begins: tuple[str, ...] = ()) -> str:
    """A reply to a question about `count` numbered sentences, empty where they don't state it.

    To a question of yes or no the answer begins with one of these, which `begins` holds, and goes
    on to say what is stated: a bare "No" could rest on any sentence.
    """
    either = " | ".join(f'"{word}: "' for word in begins)
    said = f"({either}) text" if begins else "text"
    return "\n".join(
        (
            r'root ::= "{\"sentences\": [" (stated | silent)',
            rf'stated ::= num (", " num){{0,3}} "], \"answer\": \"" {said} "\"}}"',
            r'silent ::= "], \"answer\": \"\"}"',
            _numbers(count),
            _TEXT,
        )
    )


def extract(count: int, most: int = 16, some: bool = False) -> str:
    """A list of items, each with the sentence that states it; `some` says that it has at least one.

    Given the choice, a small model answers with an empty list nearly always.
    """
    items = f'item (", " item){{0,{most - 1}}}'
    return "\n".join(
        (
            f'root ::= "[" {items} "]"' if some else f'root ::= "[" ({items})? "]"',
            r'item ::= "{\"sentence\": " num ", \"item\": \"" text "\"}"',
            _numbers(count),
            _TEXT,
        )
    )


LABEL = 'root ::= [^\\n"]{1,48}'
"""A few words on one line."""


def summarize(count: int, most: int = 3) -> str:
    """A few statements, each with the sentences it rests on."""
    return "\n".join(
        (
            f'root ::= "[" part (", " part){{0,{most - 1}}} "]"',
            r'part ::= "{\"sentences\": [" num (", " num){0,3} "], \"text\": \"" text "\"}"',
            _numbers(count),
            _TEXT,
        )
    )


_PLANS = {
    "find": r'find ::= "{\"kind\": \"find\", " phrases "}"',
    "list": r'list ::= "{\"kind\": \"list\", \"item\": " string ", " phrases "}"',
    "count": r'count ::= "{\"kind\": \"count\", \"item\": " string ", " phrases "}"',
    "two_step": r'two ::= "{\"kind\": \"two_step\", \"first\": " string'
    r' ", \"then\": " string ", " phrases "}"',
    "compare": r'compare ::= "{\"kind\": \"compare\", \"sides\": [" string ", " string "], "'
    r' phrases "}"',
    "summarize": r'summarize ::= "{\"kind\": \"summarize\", " phrases "}"',
}
_ASKED_FOR = {
    "timeline": r'timeline ::= "{\"kind\": \"timeline\", \"item\": " string ", " phrases "}"',
    "tally": r'tally ::= "{\"kind\": \"tally\", \"item\": " string ", " phrases "}"',
    "shared": r'shared ::= "{\"kind\": \"shared\", \"item\": " string ", " phrases "}"',
    "agree": r'agree ::= "{\"kind\": \"agree\", " phrases "}"',
    "each": r'each ::= "{\"kind\": \"each\", \"question\": " string "}"',
}
"""Kinds that a model does not choose by itself: the question's words do, or a recipe."""

_STRINGS = (
    r'phrases ::= "\"phrases\": [" string (", " string){1,3} "]"',
    r'string ::= "\"" [^"\\\x00-\x1f]+ "\""',
)


def plan(kind: str = "") -> str:
    """A plan: of one kind, or of whichever the model chooses where that is "" or not known."""
    rule = (_PLANS | _ASKED_FOR).get(kind)
    rules = [rule] if rule else list(_PLANS.values())
    names = " | ".join(rule.split(" ::= ")[0] for rule in rules)
    return "\n".join((f"root ::= {names}", *rules, *_STRINGS))


def parse_ask(reply: str) -> tuple[list[int], str]:
    """The sentence numbers and the answer; ([], "") where the slice does not state it.

    A reply cut off at its token limit still gives what it holds.
    """
    match = re.match(r'\{"sentences": \[([\d, ]*)\](?:, "answer": "([^"]*))?', reply)
    if match is None:
        return [], ""
    numbers = [int(n) for n in re.findall(r"\d+", match[1])]
    return numbers, (match[2] or "").strip()


def parse_items(reply: str) -> list[tuple[list[int], str]]:
    """The sentence numbers and text of each entry of a list; an entry cut off is left out."""
    items: list[tuple[list[int], str]] = []
    for entry in re.findall(r"\{[^{}]*\}", reply):
        try:
            value = json.loads(entry)
        except ValueError:
            continue
        numbers = value.get("sentences") or [value.get("sentence", 0)]
        text = str(value.get("item") or value.get("text") or "").strip()
        if text:
            items.append(([int(n) for n in numbers], text))
    return items
