"""Labelled records with skewed counts, to be counted and compared over the whole document."""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from tests.evaluation.case import Case
from tests.evaluation.suites.base import Form, Material
from tests.evaluation.suites.draft import Planted, compose
from tests.evaluation.suites.facts import case
from tests.evaluation.suites.filler import DOMAINS, Domain
from tests.evaluation.suites.slots import names
from tests.evaluation.suites.writing import write

_YEAR = 2023
_PEOPLE = 5

_WORDS = {
    "agreement": {
        "record": "Breach report",
        "labels": ("theft", "vandalism", "trespass", "arson", "fly-tipping", "graffiti"),
        "forms": (
            "Breach report {number}, {day}: {person} recorded a case of {label}.",
            "Breach report {number} was filed by {person} on {day} for {label}.",
            "On {day} {person} filed breach report {number}, which concerns {label}.",
        ),
        "most": "Which kind of breach do the breach reports record most often?",
        "least": "Which kind of breach do the breach reports record least often?",
        "count": "How many breach reports concern {label}?",
        "person": "How many breach reports did {person} file?",
        "month": "How many breach reports date from {month} 2023?",
    },
    "notes": {
        "record": "Incident form",
        "labels": ("scald", "needle-stick", "mislaid dentures", "choking", "wandering", "bruising"),
        "forms": (
            "Incident form {number}, {day}: {person} reported {label}.",
            "Incident form {number} was completed by {person} on {day} for {label}.",
            "On {day} {person} completed incident form {number}, about {label}.",
        ),
        "most": "Which kind of incident do the incident forms report most often?",
        "least": "Which kind of incident do the incident forms report least often?",
        "count": "How many incident forms are about {label}?",
        "person": "How many incident forms did {person} complete?",
        "month": "How many incident forms date from {month} 2023?",
    },
}


@dataclass(frozen=True, slots=True)
class _Record:
    label: str
    person: str
    day: date
    text: str


class RecordsSuite:
    """Records of one form and five questions about all of them, per domain."""

    name = "records"
    sized = True

    def materials(self, folder: Path, tokens: int, seed: int, form: Form) -> list[Material]:
        """One document of each domain; larger documents have more records, not in proportion."""
        return [self._material(domain, folder, tokens, seed, form) for domain in DOMAINS]

    def _material(
        self, domain: Domain, folder: Path, tokens: int, seed: int, form: Form
    ) -> Material:
        rng = random.Random(f"records {domain} {tokens} {seed}")
        stem = f"{domain}-records-{tokens}-{seed}"
        document = f"{stem}.txt" if form == "text" else f"{stem}.pdf"
        records = _records(domain, record_count(tokens), rng)
        planted = [
            Planted(record.text, (number + rng.random()) / len(records), alone=True)
            for number, record in enumerate(records)
        ]
        path = write(compose(domain, tokens, rng, planted), folder, stem, form)
        return Material(stem, {document: path}, _cases(domain, records, document, tokens, rng))


def record_count(tokens: int) -> int:
    """How many records a document of this size has: 30 in 8k, twice as many in four times 8k."""
    return round(30 * math.sqrt(tokens / 8_000))


def _records(domain: Domain, count: int, rng: random.Random) -> list[_Record]:
    """Records in order of their dates, with one label the commonest and one the rarest."""
    words = _WORDS[domain]
    labels = _skewed(list(words["labels"]), count, rng)
    lasts = rng.sample(names()["last"], _PEOPLE)
    people = [f"{first} {last}" for first, last in zip(names()["first"], lasts, strict=False)]
    days = sorted(date(_YEAR, 1, 1) + timedelta(days=rng.randrange(365)) for _ in range(count))
    out = []
    for i, (label, day) in enumerate(zip(labels, days, strict=True)):
        person = people[min(rng.randrange(_PEOPLE), rng.randrange(_PEOPLE))]
        text = rng.choice(words["forms"]).format(
            number=4_101 + i, day=f"{day.day} {day:%B %Y}", person=person, label=label
        )
        out.append(_Record(label, person, day, text))
    return out


def _skewed(labels: list[str], count: int, rng: random.Random) -> list[str]:
    """A label for each record; no two labels are equally common."""
    rng.shuffle(labels)
    weights = [2.0**-i for i in range(len(labels))]
    shares = [max(1, int(count * weight / sum(weights))) for weight in weights]
    # From the rarest up, each is more common than the one before.
    for i in range(len(shares) - 2, -1, -1):
        shares[i] = max(shares[i], shares[i + 1] + 1)
    shares[0] += count - sum(shares)
    dealt = [label for label, share in zip(labels, shares, strict=True) for _ in range(share)]
    rng.shuffle(dealt)
    return dealt


def _cases(
    domain: Domain, records: list[_Record], document: str, tokens: int, rng: random.Random
) -> tuple[Case, ...]:
    words = _WORDS[domain]
    ranked = Counter(record.label for record in records).most_common()
    most, least = ranked[0][0], ranked[-1][0]
    middle = ranked[2][0]
    person = rng.choice(sorted({record.person for record in records}))
    month = rng.choice(sorted({record.day.month for record in records}))

    def named(id: str, kind: str, label: str) -> Case:
        said = [record.text for record in records if record.label == label]
        return case(f"{domain}-{id}", kind, str(words[kind]), ((label,),), [said], document, tokens)

    def counted(id: str, question: str, chosen: list[_Record]) -> Case:
        said = [record.text for record in chosen]
        key = ((str(len(chosen)),),)
        asked = case(f"{domain}-{id}", "count", question, key, [said], document, tokens)
        return replace(asked, number=len(chosen))

    return (
        named("most", "most", most),
        named("least", "least", least),
        counted(
            "label",
            str(words["count"]).format(label=middle),
            [record for record in records if record.label == middle],
        ),
        counted(
            "person",
            str(words["person"]).format(person=person),
            [record for record in records if record.person == person],
        ),
        counted(
            "month",
            str(words["month"]).format(month=date(_YEAR, month, 1).strftime("%B")),
            [record for record in records if record.day.month == month],
        ),
    )


RECORDS = RecordsSuite()
