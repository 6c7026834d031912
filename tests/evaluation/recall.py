"""How often search finds the evidence: `python -m tests.evaluation.recall`. No model answers.

The rankings of search, each by itself and fused, are asked every question of some suites. A
question's share is that of its groups of key passages of which one is among the first so many.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from app.cancel import CancelToken
from app.config import Paths
from app.documents.document import Document, Span
from app.documents.embedding import Embedder
from app.documents.process import ParserProcess
from app.documents.search.index import PassageIndex
from app.documents.search.meaning import Meaning
from app.engine.models.store import ModelStore
from app.workbench.desk import EMBEDDING_MODEL
from tests.evaluation.case import Case, locate
from tests.evaluation.suites.base import Form, Suite
from tests.evaluation.suites.registry import SUITES

FIRST = (3, 6, 10, 20)
_DEPTH = max(FIRST)

Ranking = Callable[[str, Collection[str]], list[Span]]
"""A question and the ids of the documents that it is about; the passages, best first."""


@dataclass(frozen=True, slots=True)
class Found:
    """At which places one ranking has the evidence for one question.

    Attributes:
        places: for each group of key passages, the place (from 1) of the first that overlaps one,
            or None where none of the first twenty does.
    """

    suite: str
    size: int
    case: str
    kind: str
    ranking: str
    places: list[int | None]

    def share(self, first: int) -> float:
        """The share of groups that are among the first so many."""
        found = sum(place is not None and place <= first for place in self.places)
        return found / len(self.places)


def rankings(index: PassageIndex, meaning: Meaning | None) -> dict[str, Ranking]:
    """Each ranking by name; without vectors the words alone.

    `index` must hold the documents, and have no vectors of its own.
    """

    def words(question: str, documents: Collection[str]) -> list[Span]:
        return [hit.span for hit in index.search([question], _DEPTH, documents)]

    if meaning is None:
        return {"BM25": words}

    def near(which: int) -> Ranking:
        return lambda question, documents: meaning.rankings([question], documents, _DEPTH)[0][which]

    def fused(question: str, documents: Collection[str]) -> list[Span]:
        index.meaning = meaning
        try:
            return words(question, documents)
        finally:
            index.meaning = None

    return {
        "BM25": words,
        "embeddings, passages": near(0),
        "embeddings, sentences": near(1),
        "fused": fused,
    }


def places(ranked: Sequence[Span], groups: Iterable[Sequence[Span]]) -> list[int | None]:
    """The place of the first span that overlaps a passage of each group."""
    return [
        next(
            (n for n, span in enumerate(ranked, 1) if any(span.overlaps(key) for key in group)),
            None,
        )
        for group in groups
    ]


def measure(
    suite: Suite,
    size: int,
    form: Form,
    seed: int,
    folder: Path,
    parser: ParserProcess,
    embedder: Embedder | None,
) -> Iterator[Found]:
    """All questions of a suite that have evidence, by every ranking."""
    where = folder / f"{suite.name}-{size}-{form}-{seed}"
    where.mkdir(parents=True, exist_ok=True)
    for material in suite.materials(where, size, seed, form):
        documents = [parser.open(path) for path in material.files.values()]
        index = PassageIndex(None)
        meaning = Meaning(embedder) if embedder is not None else None
        for document in documents:
            index.add(document)
            if meaning is not None:
                meaning.make(document, index.passages(document.id), CancelToken())
        asked = rankings(index, meaning)
        for case in material.cases:
            if not case.absent:
                yield from _found(suite.name, size, case, documents, asked)
        index.close()


def _found(
    suite: str,
    size: int,
    case: Case,
    documents: Sequence[Document],
    asked: dict[str, Ranking],
) -> Iterator[Found]:
    groups = list(locate(case, documents).values())
    about = {document.id for document in documents if document.name in case.documents}
    for name, ranking in asked.items():
        ranked = ranking(case.question, about)
        yield Found(suite, size, case.id, case.kind, name, places(ranked, groups))


def table(found: Sequence[Found]) -> str:
    """A Markdown table: a line for each suite, size and ranking."""
    heads = ["Suite", "Size", "Questions", "Ranking", *(f"First {n}" for n in FIRST)]
    lines = [heads, ["---"] * len(heads)]
    kinds = dict.fromkeys((f.suite, f.size, f.ranking) for f in found)
    for suite, size, ranking in kinds:
        chosen = [f for f in found if (f.suite, f.size, f.ranking) == (suite, size, ranking)]
        shares = [sum(f.share(n) for f in chosen) / len(chosen) for n in FIRST]
        shown = f"{size // 1000}k" if size else ""
        lines.append(
            [suite, shown, str(len(chosen)), ranking, *(f"{share:.2f}" for share in shares)]
        )
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def merged(found: Sequence[Found]) -> list[Found]:
    """All made suites of a size as one, the samples by themselves."""
    return [
        f if not f.size else Found("made", f.size, f.case, f.kind, f.ranking, f.places)
        for f in sorted(found, key=lambda f: f.size)
    ]


def parser_of_options() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m tests.evaluation.recall", description=__doc__)
    options.add_argument("--suite", nargs="+", choices=sorted(SUITES), default=["sample"])
    options.add_argument("--size", nargs="+", type=int, default=[8_000], metavar="TOKENS")
    options.add_argument("--form", choices=("text", "pdf"), default="text", help="of made files")
    options.add_argument("--seed", type=int, default=1, help="of the same")
    options.add_argument("--words", action="store_true", help="BM25 alone, without embeddings")
    options.add_argument("--by-suite", action="store_true", help="a line for each made suite")
    options.add_argument("--out", type=Path, default=Path("artefacts/recall"), metavar="FOLDER")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and write `recall.jsonl` and `recall.md`."""
    chosen = parser_of_options().parse_args(arguments)
    embedder = None if chosen.words else _embedder(Paths.default())
    chosen.out.mkdir(parents=True, exist_ok=True)
    found: list[Found] = []
    with (
        ParserProcess() as parser,
        (chosen.out / "recall.jsonl").open("w", encoding="utf-8") as lines,
    ):
        for name in dict.fromkeys(chosen.suite):
            suite = SUITES[name]
            for size in chosen.size if suite.sized else (0,):
                sys.stderr.write(f"{name} {size or ''}\n")
                files = chosen.out / "files"
                for one in measure(suite, size, chosen.form, chosen.seed, files, parser, embedder):
                    found.append(one)
                    lines.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
    shown = table(found if chosen.by_suite else merged(found))
    (chosen.out / "recall.md").write_text(shown, encoding="utf-8")
    sys.stdout.write(shown)
    return 0


def _embedder(paths: Paths) -> Embedder:
    model, tokenizer = ModelStore(paths).files(EMBEDDING_MODEL)
    return Embedder(model, tokenizer)


if __name__ == "__main__":
    raise SystemExit(main())
