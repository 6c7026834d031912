"""The suites that hide facts in filler: one class, and a way of planting for each."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.evaluation.case import Case
from tests.evaluation.suites.base import Form, Material
from tests.evaluation.suites.draft import Planted, compose, depths
from tests.evaluation.suites.facts import Instance, Template, case, templates
from tests.evaluation.suites.filler import DOMAINS, Domain
from tests.evaluation.suites.slots import Slots
from tests.evaluation.suites.writing import write

OTHERS = 16
"""How many facts of the same kind stand beside the one that is asked about, in "keys"."""
FEW_OTHERS = 4
"""The same in suites whose point is another."""
VALUES = 4
LISTED = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """What a way of planting works with."""

    rng: random.Random
    slots: Slots
    document: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Sown:
    """What came of planting one template."""

    case: Case
    planted: list[Planted]


Sow = Callable[[Template, str, Setting], Sown]


class GeneratedSuite:
    """Facts of one kind, hidden in filler of any size: a document and its cases per domain."""

    sized = True

    def __init__(
        self, name: str, sow: Sow, *, source: str = "", form: Form | None = None, rounds: int = 2
    ) -> None:
        """Set up.

        Args:
            name: of the suite.
            sow: plants one template.
            source: whose templates are used; the suite's own unless given.
            form: the only form in which the suite makes sense, if there is one.
            rounds: how many cases are made of each template.
        """
        self.name = name
        self._sow = sow
        self._source = source or name
        self._form = form
        self._rounds = rounds

    def materials(self, folder: Path, tokens: int, seed: int, form: Form) -> list[Material]:
        """One document of each domain."""
        return [self._material(domain, folder, tokens, seed, form) for domain in DOMAINS]

    def _material(
        self, domain: Domain, folder: Path, tokens: int, seed: int, form: Form
    ) -> Material:
        form = self._form or form
        # Seeded with text: Python hashes that the same way in every process.
        rng = random.Random(f"{self.name} {domain} {tokens} {seed}")
        stem = f"{domain}-{self.name}-{tokens}-{seed}"
        document = f"{stem}.txt" if form == "text" else f"{stem}.pdf"
        setting = Setting(rng, Slots(rng), document, tokens)
        sown = [
            self._sow(template, f"{domain}-{number}-{turn}", setting)
            for turn in range(self._rounds)
            for number, template in enumerate(templates(self._source, domain), 1)
        ]
        planted = [plant for one in sown for plant in one.planted]
        paragraphs = compose(domain, tokens, rng, planted)
        path = write(paragraphs, folder, stem, form)
        return Material(stem, {document: path}, tuple(one.case for one in sown))


def needle(template: Template, id: str, setting: Setting) -> Sown:
    """One fact; nothing else is like it."""
    fact = Instance.draw(template, setting.slots)
    return _simple(id, "find", fact, setting, [])


def keys(template: Template, id: str, setting: Setting) -> Sown:
    """One fact among many of the same form."""
    fact = Instance.draw(template, setting.slots)
    others = [Instance.draw(template, setting.slots) for _ in range(OTHERS)]
    return _simple(id, "find", fact, setting, others)


def deleted(template: Template, id: str, setting: Setting) -> Sown:
    """The same question with its fact left out; a few of the same form remain."""
    fact = Instance.draw(template, setting.slots)
    others = [Instance.draw(template, setting.slots) for _ in range(FEW_OTHERS)]
    absent = Case(id, "absent", fact.question, (setting.document,), tokens=setting.tokens)
    return Sown(absent, _plants(setting, [text for one in others for text in one.said]))


def page_break(template: Template, id: str, setting: Setting) -> Sown:
    """One fact, stated in a sentence that runs over the end of a page."""
    sown = needle(template, id, setting)
    return Sown(sown.case, [replace(plant, alone=True, torn=True) for plant in sown.planted])


def values(template: Template, id: str, setting: Setting) -> Sown:
    """One key with several values, each told in other words; others with values of their own."""
    return _gathered(template, id, setting, VALUES, FEW_OTHERS)


def list_all(template: Template, id: str, setting: Setting) -> Sown:
    """All things of a kind, scattered; others like them belong elsewhere."""
    return _gathered(template, id, setting, LISTED, 2)


def chain(kind: str) -> Sow:
    """Facts that replace one another from front to back; the last one counts."""

    def sow(template: Template, id: str, setting: Setting) -> Sown:
        fact = Instance.draw(template, setting.slots)
        other = Instance.draw(template, setting.slots)
        asked = case(
            id,
            kind,
            fact.question,
            fact.parts,
            [fact.said[-1:]],
            setting.document,
            setting.tokens,
        )
        planted = _in_order(setting, fact.said) + _in_order(setting, other.said)
        return Sown(asked, planted)

    return sow


def two_hop(template: Template, id: str, setting: Setting) -> Sown:
    """One fact leads to another; the second states the answer. Either may come first."""
    fact = Instance.draw(template, setting.slots)
    others = [Instance.draw(template, setting.slots) for _ in range(FEW_OTHERS)]
    asked = case(
        id,
        "two_hop",
        fact.question,
        fact.parts,
        [fact.said[-1:]],
        setting.document,
        setting.tokens,
    )
    said = [text for one in (fact, *others) for text in one.said]
    return Sown(asked, _plants(setting, said))


def pointer(template: Template, id: str, setting: Setting) -> Sown:
    """A passage that says only in which clause the answer stands; the clause names nothing else."""
    fact = Instance.draw(template, setting.slots)
    others = [Instance.draw(template, setting.slots) for _ in range(FEW_OTHERS)]
    asked = case(
        id, "find", fact.question, fact.parts, [fact.said[-1:]], setting.document, setting.tokens
    )
    said = [text for one in (fact, *others) for text in one.said]
    clauses = {one.said[-1] for one in (fact, *others)}
    planted = [replace(p, alone=p.text in clauses) for p in _plants(setting, said)]
    return Sown(asked, planted)


def contradiction(template: Template, id: str, setting: Setting) -> Sown:
    """Two passages that disagree, neither later than the other; both are to be shown."""
    fact = Instance.draw(template, setting.slots)
    return Sown(
        case(
            id,
            "contradiction",
            fact.question,
            fact.parts,
            [[text] for text in fact.said],
            setting.document,
            setting.tokens,
        ),
        _plants(setting, fact.said),
    )


def pairs(template: Template, id: str, setting: Setting) -> Sown:
    """Two records that have a value in common, among many that have not."""
    one = Instance.draw(template, setting.slots)
    shared = {template.key: one.values[template.key]}
    two = Instance.draw(template, setting.slots, shared)
    others = [Instance.draw(template, setting.slots) for _ in range(OTHERS)]
    asked = case(
        id,
        "pairs",
        one.question,
        one.parts + two.parts,
        [one.said, two.said],
        setting.document,
        setting.tokens,
    )
    said = [text for fact in (one, two, *others) for text in fact.said]
    return Sown(asked, _plants(setting, said))


def _simple(
    id: str, kind: str, fact: Instance, setting: Setting, others: Sequence[Instance]
) -> Sown:
    """A fact of one passage, and others beside it."""
    asked = case(id, kind, fact.question, fact.parts, [fact.said], setting.document, setting.tokens)
    said = [text for one in (fact, *others) for text in one.said]
    return Sown(asked, _plants(setting, said))


def _gathered(template: Template, id: str, setting: Setting, count: int, others: int) -> Sown:
    """A key with `count` values, each in one of the wordings; other keys with two values each."""
    facts = _same_key(template, setting, count)
    said = [_wording(fact, setting.rng) for fact in facts]
    parts = tuple(part for fact in facts for part in fact.parts)
    asked = case(id, "list", facts[0].question, parts, [said], setting.document, setting.tokens)
    rest = [
        _wording(fact, setting.rng)
        for _ in range(others)
        for fact in _same_key(template, setting, 2)
    ]
    return Sown(asked, _plants(setting, said + rest))


def _same_key(template: Template, setting: Setting, count: int) -> list[Instance]:
    first = Instance.draw(template, setting.slots)
    given = {template.key: first.values[template.key]}
    more = [Instance.draw(template, setting.slots, given) for _ in range(count - 1)]
    return [first, *more]


def _wording(fact: Instance, rng: random.Random) -> str:
    return rng.choice(fact.said)


def _plants(setting: Setting, said: Sequence[str]) -> list[Planted]:
    """Sentences at depths that are spread over the document."""
    spread = depths(setting.rng, len(said))
    return [Planted(text, depth) for text, depth in zip(said, spread, strict=True)]


def _in_order(setting: Setting, said: Sequence[str]) -> list[Planted]:
    """Sentences at spread depths, in the order in which they are given."""
    spread = sorted(depths(setting.rng, len(said)))
    return [Planted(text, depth) for text, depth in zip(said, spread, strict=True)]


GENERATED = (
    GeneratedSuite("needle", needle),
    GeneratedSuite("keys", keys),
    GeneratedSuite("values", values),
    GeneratedSuite("tracking", chain("tracking")),
    GeneratedSuite("pairs", pairs, rounds=1),
    GeneratedSuite("two_hop", two_hop),
    GeneratedSuite("pointer", pointer),
    GeneratedSuite("amended", chain("amended")),
    GeneratedSuite("contradiction", contradiction),
    GeneratedSuite("list_all", list_all),
    GeneratedSuite("paraphrase", needle, rounds=1),
    GeneratedSuite("page_break", page_break, form="pdf"),
    GeneratedSuite("deleted", deleted, source="needle"),
)
