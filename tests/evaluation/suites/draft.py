"""A document in the making: filler of a given length, and what is hidden in it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.evaluation.suites.filler import Domain, Filler

CHARACTERS_A_TOKEN: dict[Domain, float] = {"agreement": 4.75, "notes": 4.25}
"""Of the filler, measured under the tokenizer of the Qwen2.5 models."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading; one that is to be `torn` shall run over the end of a page."""

    sentences: tuple[str, ...]
    heading: bool = False
    torn: bool = False

    @property
    def text(self) -> str:
        """The whole of it."""
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Planted:
    """A text to hide: within a paragraph of filler, or, if `alone`, as a paragraph of its own.

    Attributes:
        text: one or more sentences.
        depth: where, from 0 for the beginning of the document to 1 for its end.
        alone: whether it makes a paragraph.
        torn: whether that shall run over the end of a page.
    """

    text: str
    depth: float
    alone: bool = False
    torn: bool = False


def depths(rng: random.Random, count: int) -> list[float]:
    """Depths that are spread over the document, in random order."""
    spread = [(i + rng.random()) / count for i in range(count)]
    rng.shuffle(spread)
    return spread


def compose(
    domain: Domain, tokens: int, rng: random.Random, planted: Sequence[Planted]
) -> list[Paragraph]:
    """A document of about `tokens` tokens that holds what is planted, where it is planted."""
    room = tokens * CHARACTERS_A_TOKEN[domain] - sum(len(plant.text) + 1 for plant in planted)
    if room < 0:
        raise ValueError(f"{tokens} tokens are too few for what is to be hidden")
    sections = list(_filler(Filler(domain, rng), rng, room))
    bodies = [i for i, paragraph in enumerate(sections) if not paragraph.heading]
    out: dict[int, list[Planted]] = {}
    for plant in sorted(planted, key=lambda plant: plant.depth):
        place = bodies[min(len(bodies) - 1, int(plant.depth * len(bodies)))]
        out.setdefault(place, []).append(plant)
    return [p for i, own in enumerate(sections) for p in _with(own, out.get(i, ()), rng)]


def _filler(filler: Filler, rng: random.Random, room: float) -> Iterable[Paragraph]:
    """Numbered sections of a few paragraphs until the room is used."""
    used = 0
    number = 0
    paragraphs = filler.paragraphs()
    while used < room:
        number += 1
        heading = f"{number}. {filler.heading()}"
        used += len(heading)
        yield Paragraph((heading,), heading=True)
        for _ in range(rng.randint(2, 5)):
            sentences = tuple(next(paragraphs))
            used += sum(len(sentence) + 1 for sentence in sentences)
            yield Paragraph(sentences)
            if used >= room:
                return


def _with(own: Paragraph, plants: Sequence[Planted], rng: random.Random) -> Iterable[Paragraph]:
    """A paragraph of filler with sentences planted in it, and planted paragraphs after it."""
    sentences = list(own.sentences)
    for plant in plants:
        if not plant.alone:
            sentences.insert(rng.randint(1, len(sentences)), plant.text)
    yield Paragraph(tuple(sentences), own.heading)
    for plant in plants:
        if plant.alone:
            yield Paragraph((plant.text,), torn=plant.torn)
