"""The samples and their keys: the files are as promised, and every key stands in the text."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import RESOURCES
from app.documents.document import Document
from app.documents.process import ParserProcess
from tests.evaluation.case import Case, load_cases, locate
from tests.evaluation.normal import flat, holds
from tests.evaluation.scoring import score
from tests.evaluation.systems.base import Reply

SAMPLES = RESOURCES / "samples"
CASES = Path(__file__).parent / "cases"
LONG = ("services-agreement", "patient-record")


@pytest.fixture(scope="module")
def documents() -> Iterator[dict[str, Document]]:
    with ParserProcess() as parser:
        yield {path.stem: parser.open(path) for path in sorted(SAMPLES.glob("*.pdf"))}


@pytest.mark.parametrize("name", LONG)
def test_a_long_sample_has_forty_pages_of_text(name: str, documents: dict[str, Document]) -> None:
    document = documents[name]
    assert len(document.pages) == 40
    assert all(page.has_text for page in document.pages)
    assert len(document.text.split()) > 12_000


@pytest.mark.parametrize("name", LONG)
def test_printed_page_numbers_differ_from_indexes(
    name: str, documents: dict[str, Document]
) -> None:
    labels = [page.label for page in documents[name].pages]
    assert labels[:4] == ["i", "ii", "iii", "1"]
    assert labels[-1] == "37"


@pytest.mark.parametrize("name", LONG)
def test_a_long_sample_has_an_outline(name: str, documents: dict[str, Document]) -> None:
    assert len(documents[name].sections) >= 40


@pytest.mark.parametrize("name", LONG)
def test_a_long_sample_does_not_repeat_itself(name: str, documents: dict[str, Document]) -> None:
    document = documents[name]
    long = [
        flat(document.text[block.start : block.end])
        for block in document.blocks
        if block.end - block.start > 120
    ]
    assert len(long) > 100
    assert [text for text, count in Counter(long).items() if count > 1] == []


def test_the_scan_has_two_pages_and_no_text(documents: dict[str, Document]) -> None:
    scan = documents["scanned-letter"]
    assert [page.has_text for page in scan.pages] == [False, False]
    assert scan.text.strip() == ""


def test_samples_are_small() -> None:
    assert all(path.stat().st_size < 600_000 for path in SAMPLES.glob("*.pdf"))


@pytest.mark.slow
def test_the_script_writes_the_samples_that_are_committed(tmp_path: Path) -> None:
    root = RESOURCES.parent
    shutil.copytree(root / "packaging" / "samples", tmp_path / "packaging" / "samples")
    shutil.copytree(SAMPLES / "source", tmp_path / "resources" / "samples" / "source")
    script = tmp_path / "packaging" / "samples" / "build.py"
    subprocess.run([sys.executable, str(script)], check=True, capture_output=True, timeout=240)
    for name in LONG:
        made = tmp_path / "resources" / "samples" / f"{name}.pdf"
        assert _sha256(made) == _sha256(SAMPLES / f"{name}.pdf"), name


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def all_cases() -> list[Case]:
    return [case for path in sorted(CASES.glob("*.toml")) for case in load_cases(path)]


@pytest.mark.parametrize("name", LONG)
def test_a_long_sample_has_twelve_questions_of_several_kinds(name: str) -> None:
    cases = load_cases(CASES / f"{name}.toml")
    kinds = Counter(case.kind for case in cases)
    assert len(cases) == 12
    assert 2 <= kinds["absent"] <= 3
    assert kinds["find"] >= 3
    for kind in ("list", "count", "amended", "two_hop", "yes_no"):
        assert kinds[kind] >= 1, kind


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_every_key_stands_on_its_page(case: Case, documents: dict[str, Document]) -> None:
    groups = locate(case, list(documents.values()))
    assert set(groups) == {passage.group for passage in case.passages}
    for spans in groups.values():
        for span in spans:
            document = next(d for d in documents.values() if d.id == span.document)
            assert document.quote(span).strip()


SUPPORTED_BY_ONE_PASSAGE = {"find", "amended", "two_hop"}


@pytest.mark.parametrize(
    "case",
    [c for c in all_cases() if c.kind in SUPPORTED_BY_ONE_PASSAGE and c.id != "potassium-bleed"],
    ids=lambda case: case.id,
)
def test_some_key_passage_holds_the_answer(case: Case, documents: dict[str, Document]) -> None:
    texts = []
    for spans in locate(case, list(documents.values())).values():
        for span in spans:
            document = next(d for d in documents.values() if d.id == span.document)
            around = document.span(span.start - 150, span.end + 150)
            texts.append(document.quote(around).replace("|", " "))
    for forms in case.parts:
        assert any(holds(text, form) for text in texts for form in forms), forms


def test_what_is_called_absent_is_absent(documents: dict[str, Document]) -> None:
    agreement = documents["services-agreement"].text.lower()
    record = documents["patient-record"].text.lower()
    for word in ("guarant", "escrow"):
        assert word not in agreement
    for word in ("bone density", "dxa", "osteopor", "hepatitis c", "hcv", "warfarin", "coumadin"):
        assert word not in record


GOOD = (
    ("breach-notice", "Tessaly must tell the Customer within twenty-four (24) hours."),
    ("liability-cap", "The greater of £4.5 million and 150% of the Charges of the year."),
    ("poaching", "30% of the person's salary in the first year."),
    ("senior-engineer", "£905 a day."),
    ("escalation-name", "Marcus Oyelaran, the Service Delivery Director."),
    ("subcontractors", "Norvane, Pellmore, Quillon and Aldous Penn."),
    ("key-roles", "Six roles are filled."),
    ("key-roles", "Schedule 6 fills 6 roles."),
    ("stop-work", "The Supplier has no right to suspend the Services."),
    ("stop-work", "No, it must go on performing."),
    ("credit-dispute", "An independent expert decides within 30 Working Days."),
    ("early-exit-price", "£290,000"),
    ("insulin-now", "18 units of glargine at bedtime."),
    ("second-agent-cancer", "Yes: her sister had breast cancer at 59."),
    ("held-in-july", "Apixaban, losartan, empagliflozin, furosemide, metformin."),
    ("flu-shots", "Three."),
    ("joint-infected", "No."),
    ("joint-infected", "There was no sign that the joint was involved."),
    ("weight-home", "89.1 kg"),
    ("potassium-bleed", "5.6 mmol/L"),
    ("missed-scan", "The reminder went out of the system when the order expired."),
    (
        "allergies-agree",
        "No. Two notes say no known drug allergies, while others record hives after sulfa.",
    ),
)

BAD = (
    ("breach-notice", "Within 3 days, by telephone."),
    ("liability-cap", "The greater of £3,000,000 and 125 per cent of the Charges."),
    ("liability-cap", "£4,500,000."),
    ("poaching", "30 days' notice."),
    ("senior-engineer", "£1,140 a day."),
    ("escalation-name", "Imogen Farrant."),
    ("escalation-name", "The Service Delivery Director."),
    ("subcontractors", "Norvane and Quillon."),
    ("key-roles", "Schedule 6 fills five roles."),
    ("key-roles", "There are 16."),
    ("stop-work", "Yes, after sixty days."),
    ("credit-dispute", "The courts of England and Wales."),
    ("early-exit-price", "£465,000, later £290,000"),
    ("insulin-now", "10 units at bedtime."),
    ("second-agent-cancer", "Her sister."),
    ("held-in-july", "Apixaban, losartan, empagliflozin and furosemide."),
    ("flu-shots", "11 Oct 2022, 3 October 2023 and 24 Sep 2024 are the dates of two."),
    ("joint-infected", "Yes, the joint was infected."),
    ("weight-home", "96.2 kg"),
    ("potassium-bleed", "4.5 mmol/L"),
    ("missed-scan", "She cancelled it because of a cold."),
    ("allergies-agree", "Yes, all of them name sulfa."),
    ("bone-density", "It showed osteopenia."),
)


@pytest.mark.parametrize(("id", "answer"), GOOD)
def test_a_good_answer_is_right(id: str, answer: str, documents: dict[str, Document]) -> None:
    assert scored(id, answer, documents)


@pytest.mark.parametrize(("id", "answer"), BAD)
def test_a_bad_answer_is_wrong(id: str, answer: str, documents: dict[str, Document]) -> None:
    assert not scored(id, answer, documents)


def scored(id: str, answer: str, documents: dict[str, Document]) -> bool:
    (case,) = [case for case in all_cases() if case.id == id]
    return score(case, Reply("answered", answer), list(documents.values())).right


def test_every_case_with_an_answer_has_a_good_and_a_bad_example() -> None:
    ids = {case.id for case in all_cases() if not case.absent}
    assert ids == {id for id, _ in GOOD}
    assert ids <= {id for id, _ in BAD}
