"""Facts to hide and to ask about, from templates."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.evaluation.case import Case, Passage
from tests.evaluation.suites.filler import Domain
from tests.evaluation.suites.slots import Slots, Values, filled

_FACTS = Path(__file__).parent / "data" / "facts.toml"


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of fact: see the head of facts.toml."""

    suite: str
    domain: Domain
    passages: tuple[str, ...]
    question: str
    answer: tuple[tuple[str, ...], ...]
    key: str = ""
    steps: bool = False

    @property
    def texts(self) -> list[str]:
        """All texts with slots."""
        return [*self.passages, self.question]

    def said(self, values: Values) -> list[str]:
        """The passages, filled."""
        return [filled(passage, values) for passage in self.passages]

    def parts(self, values: Values) -> tuple[tuple[str, ...], ...]:
        """The key, filled."""
        return tuple(tuple(filled(form, values) for form in forms) for forms in self.answer)


@cache
def templates(suite: str, domain: Domain) -> tuple[Template, ...]:
    """The templates of a suite in one domain."""
    data = tomllib.loads(_FACTS.read_text(encoding="utf-8"))
    return tuple(
        Template(
            suite=fact["suite"],
            domain=fact["domain"],
            passages=tuple(fact["passages"]),
            question=fact["question"],
            answer=tuple(tuple(forms) for forms in fact["answer"]),
            key=fact.get("key", ""),
            steps=fact.get("steps", False),
        )
        for fact in data["fact"]
        if fact["suite"] == suite and fact["domain"] == domain
    )


@dataclass(frozen=True, slots=True)
class Instance:
    """A template with its values."""

    template: Template
    values: Values

    @staticmethod
    def draw(template: Template, slots: Slots, given: Values | None = None) -> Instance:
        """A new fact of this kind."""
        return Instance(template, slots.fill(template.texts, given))

    @property
    def said(self) -> list[str]:
        """Its passages."""
        return self.template.said(self.values)

    @property
    def question(self) -> str:
        """What is asked."""
        return filled(self.template.question, self.values)

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """Its key."""
        return self.template.parts(self.values)


def case(
    id: str,
    kind: str,
    question: str,
    parts: tuple[tuple[str, ...], ...],
    evidence: Sequence[Iterable[str]],
    document: str,
    tokens: int,
) -> Case:
    """A case about one document; `evidence` holds groups of phrases, one of each is needed."""
    passages = tuple(
        Passage(document, None, phrase, group=str(number))
        for number, group in enumerate(evidence)
        for phrase in group
    )
    return Case(id, kind, question, (document,), parts, (), passages, tokens)
