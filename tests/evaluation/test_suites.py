"""Made suites: the same seed makes the same files, and every key stands in what was made."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.document import Document
from app.documents.process import ParserProcess
from tests.evaluation.case import Case, check, locate
from tests.evaluation.normal import find_phrase, holds, normal
from tests.evaluation.scoring import score
from tests.evaluation.suites.base import Form, Material
from tests.evaluation.suites.draft import CHARACTERS_A_TOKEN
from tests.evaluation.suites.facts import templates
from tests.evaluation.suites.filler import DOMAINS, Domain, Filler, grammar
from tests.evaluation.suites.records import record_count
from tests.evaluation.suites.registry import SUITES
from tests.evaluation.suites.slots import names
from tests.evaluation.systems.base import Cited, Reply

MADE = [name for name, suite in SUITES.items() if suite.sized]
TOKENS = 8_000


@pytest.fixture(scope="module")
def parser() -> Iterator[ParserProcess]:
    with ParserProcess() as process:
        yield process


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("suites")


def materials(name: str, folder: Path, form: Form = "text", seed: int = 1) -> list[Material]:
    return SUITES[name].materials(folder, TOKENS, seed, form)


def opened(material: Material, parser: ParserProcess) -> list[Document]:
    return [parser.open(path) for path in material.files.values()]


@pytest.mark.parametrize("form", ["text", "pdf"])
@pytest.mark.parametrize("name", MADE)
def test_the_same_seed_makes_the_same_files_and_cases(
    name: str, form: Form, tmp_path: Path
) -> None:
    made = []
    for copy in ("one", "two"):
        (tmp_path / copy).mkdir()
        both = materials(name, tmp_path / copy, form)
        files = [path.read_bytes() for m in both for path in m.files.values()]
        made.append((files, [m.cases for m in both]))
    assert made[0] == made[1]


@pytest.mark.parametrize("name", MADE)
def test_another_seed_makes_other_documents(name: str, folder: Path) -> None:
    one, two = materials(name, folder), materials(name, folder, seed=2)
    assert [m.cases for m in one] != [m.cases for m in two]


@pytest.mark.parametrize("form", ["text", "pdf"])
@pytest.mark.parametrize("name", MADE)
def test_every_key_stands_in_the_rendered_text(
    name: str, form: Form, folder: Path, parser: ParserProcess
) -> None:
    for material in materials(name, folder, form):
        documents = opened(material, parser)
        assert material.cases
        for case in material.cases:
            check(case)
            groups = locate(case, documents)
            assert len(groups) == len({p.group for p in case.passages})


@pytest.mark.slow
@pytest.mark.parametrize(("name", "form"), [("values", "text"), ("needle", "pdf")])
def test_every_key_stands_in_the_rendered_text_of_long_documents(
    name: str, form: Form, tmp_path: Path, parser: ParserProcess
) -> None:
    for material in SUITES[name].materials(tmp_path, 128_000, 1, form):
        documents = opened(material, parser)
        assert len(documents[0].pages) > 150
        for case in material.cases:
            assert len(locate(case, documents)) == len({p.group for p in case.passages})


@pytest.mark.parametrize("name", MADE)
def test_an_answer_made_from_the_key_passages_is_right_and_cited(
    name: str, folder: Path, parser: ParserProcess
) -> None:
    for material in materials(name, folder):
        documents = opened(material, parser)
        for case in material.cases:
            found = score(case, perfect(case, documents), documents)
            assert found.right_and_cited, case
            assert found.bad_quotes == 0


def perfect(case: Case, documents: list[Document]) -> Reply:
    if case.absent:
        return Reply("not_found", "")
    (document,) = documents
    spans = [span for group in locate(case, documents).values() for span in group]
    cited = [Cited(s, document.quote(s), document.page_at(s.start).index) for s in spans]
    return Reply("answered", "; ".join(forms[0] for forms in case.parts), tuple(cited))


@pytest.mark.parametrize("name", [n for n in MADE if n not in ("records", "deleted", "pairs")])
def test_the_key_passages_hold_the_answer(name: str, folder: Path) -> None:
    for material in materials(name, folder):
        for case in material.cases:
            evidence = " ".join(passage.phrase for passage in case.passages)
            for forms in case.parts:
                assert any(holds(evidence, form) for form in forms), case


@pytest.mark.parametrize("tokens", [8_000, 32_000])
@pytest.mark.parametrize("name", ["needle", "records"])
def test_a_document_has_the_size_that_was_asked_for(name: str, tokens: int, tmp_path: Path) -> None:
    for material, domain in zip(
        SUITES[name].materials(tmp_path, tokens, 1, "text"), DOMAINS, strict=True
    ):
        (path,) = material.files.values()
        length = len(path.read_text(encoding="utf-8"))
        assert length == pytest.approx(tokens * CHARACTERS_A_TOKEN[domain], rel=0.03)


@pytest.mark.parametrize("domain", DOMAINS)
def test_filler_does_not_repeat_itself(domain: Domain) -> None:
    filler = Filler(domain, random.Random(7))
    sentences = [filler.sentence() for _ in range(5_000)]
    assert len(set(sentences)) == 5_000
    words = Counter(word for sentence in sentences for word in normal(sentence).split())
    assert len(words) > 450
    starts = Counter(" ".join(sentence.split()[:4]) for sentence in sentences)
    assert starts.most_common(1)[0][1] < 250


@pytest.mark.parametrize("domain", DOMAINS)
def test_filler_holds_none_of_the_hidden_names(domain: Domain) -> None:
    words = " ".join(line for lines in grammar(domain).values() for line in lines)
    for kind, bank in names().items():
        if kind == "firm_tail":
            continue
        for name in bank:
            assert not re.search(rf"\b{re.escape(name)}\b", words), name


def test_what_is_deleted_is_not_there(folder: Path) -> None:
    asked = 0
    for material, bank in zip(materials("deleted", folder), ("place", "last"), strict=True):
        (path,) = material.files.values()
        text = path.read_text(encoding="utf-8")
        for case in material.cases:
            (subject,) = [name for name in names()[bank] if name in case.question]
            assert find_phrase(text, subject) is None
            asked += 1
    assert asked == 16


_SMALL_WORDS = frozenset(
    "a an the of to in at for from by on is are was be and who whom what which when how many soon"
    " will she he her his him that this did do does had has have go going get without out until"
    " following must long time".split()
)


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_paraphrase_shares_no_content_word_with_its_passage(domain: Domain) -> None:
    for template in templates("paraphrase", domain):
        passage = set(re.sub(r"\{.*?\}", "", template.passages[0]).lower().strip(".").split())
        asked = set(template.question.lower().strip("?").split())
        stems = {word.rstrip("s'")[:5] for word in passage - _SMALL_WORDS}
        assert not stems & {word.rstrip("s'")[:5] for word in asked - _SMALL_WORDS}


def test_torn_evidence_runs_over_the_end_of_a_page(folder: Path, parser: ParserProcess) -> None:
    for material in materials("page_break", folder):
        (document,) = opened(material, parser)
        for case in material.cases:
            (span,) = locate(case, [document])["0"]
            assert len(document.pages_of(span)) == 2
            assert document.page_at(span.start).end - span.start > 60


@pytest.mark.parametrize("name", ["amended", "tracking"])
def test_what_counts_stands_last(name: str, folder: Path, parser: ParserProcess) -> None:
    for material in materials(name, folder):
        (document,) = opened(material, parser)
        for case in material.cases:
            (span,) = locate(case, [document])["0"]
            subject = _subject(case.question)
            assert find_phrase(document.text[: span.start], subject) is not None


def _subject(question: str) -> str:
    """The name or code that a question is about."""
    code = re.search(r"[A-Z]{2}-\d{4}", question)
    if code is not None:
        return code[0]
    banks = [bank for kind, bank in names().items() if kind not in ("first", "drug", "firm_tail")]
    (subject,) = [name for bank in banks for name in bank if name in question]
    return subject


def test_records_are_counted_as_they_stand_in_the_text(folder: Path) -> None:
    for material in materials("records", folder):
        (path,) = material.files.values()
        text = path.read_text(encoding="utf-8")
        paragraphs = [p for p in text.split("\n\n") if re.search(r"(?:report|form) 4[1-9]\d\d", p)]
        assert len(paragraphs) == record_count(TOKENS)
        for case in material.cases:
            if case.number is None:
                continue
            label = case.question.split()[-1].rstrip("?")
            if label == "2023":
                month = case.question.split()[-2]
                counted = sum(f" {month} 2023" in p for p in paragraphs)
            else:
                tail = re.search(
                    r"(?:concern|about|did) (.*?)(?: file| complete)?\?", case.question
                )
                assert tail is not None
                counted = sum(tail[1] in p for p in paragraphs)
            assert counted == case.number, case.question


def test_the_commonest_and_the_rarest_are_so(folder: Path) -> None:
    for material in materials("records", folder):
        by_kind = {case.kind: case for case in material.cases}
        most, least = by_kind["most"], by_kind["least"]
        assert len(most.passages) > 2 * len(least.passages) >= 2
        assert most.parts != least.parts


def test_a_count_within_a_tenth_is_close(folder: Path, parser: ParserProcess) -> None:
    (material, _) = materials("records", folder)
    documents = opened(material, parser)
    case = next(c for c in material.cases if c.id.endswith("person"))
    assert case.number is not None
    assert score(case, Reply("answered", f"{case.number} of them"), documents).close
    assert not score(case, Reply("answered", f"{case.number * 2}"), documents).close
    assert not score(case, Reply("not_found", ""), documents).close
