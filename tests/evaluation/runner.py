"""Asks every question of every system, once, and keeps what comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.config import Paths
from app.documents.document import Document
from app.engine.engine import Engine
from app.errors import DocumentError
from app.workbench import Effort, Workbench
from tests.evaluation.case import Case, locate
from tests.evaluation.results import Key, Result, ResultFile
from tests.evaluation.scoring import score
from tests.evaluation.suites.base import Form, Material, Suite
from tests.evaluation.systems.base import Judged, System
from tests.evaluation.systems.registry import Maker

REFINED_PAGES = 150
"""Documents up to this many pages get their layout first, as `pincite ask` does."""

Say = Callable[[str], None]
OnResult = Callable[[Result, int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be run.

    Attributes:
        suites: in order.
        systems: by name, in order.
        sizes: tokens, for suites that come in sizes.
        form: of the files, for the same.
        seed: of the suites, for the same.
        model: the model's id, or None for the default.
        effort: how thoroughly Pincite is to look.
        limit: the most cases of one material, or None.
        only: ids of the cases to run, or none for all.
        folder: for results and files.
    """

    suites: Sequence[Suite]
    systems: dict[str, Maker]
    sizes: Sequence[int]
    form: Form
    seed: int
    model: str | None
    effort: Effort
    limit: int | None
    only: frozenset[str]
    folder: Path


@dataclass(frozen=True, slots=True)
class _Batch:
    """One material in one size, with the cases that are asked about it."""

    suite: Suite
    size: int
    material: Material
    cases: tuple[Case, ...]


def run(plan: Plan, paths: Paths, results: ResultFile, say: Say, on_result: OnResult) -> None:
    """Run what has not been run. One model is loaded once; documents once for each material.

    Raises:
        UserError: if the model can't be loaded.
        CaseError: if a key does not stand in the text; nothing is asked about it then.
    """
    say("making documents")
    batches = list(_batches(plan))
    total = sum(len(batch.cases) for batch in batches) * len(plan.systems)
    done = 0
    engine: Engine | None = None
    try:
        for batch in batches:
            with Workbench(paths) as bench:
                model = plan.model or bench.models.default_id
                keys = _keys(plan, batch, model)
                missing = [key for key in keys if key not in results]
                done += len(keys) - len(missing)
                if not missing:
                    continue
                say(f"opening {batch.material.name}")
                documents = _open(bench, batch, say)
                for case in batch.cases:
                    locate(case, documents)
                if engine is None:
                    say(f"loading {model}")
                    engine = _loaded(bench, model)
                bench.adopt_engine(engine)
                try:
                    asking = _ask_all(plan, batch, bench, engine, documents, results, say)
                    for result in asking:
                        done += 1
                        results.add(result)
                        on_result(result, done, total)
                finally:
                    bench.release_engine()
    finally:
        if engine is not None:
            engine.close()


def _loaded(bench: Workbench, model: str) -> Engine:
    """A model, loaded through the workbench as the program does, and taken off it."""
    bench.load_engine(model)
    engine = bench.release_engine()
    assert engine is not None
    return engine


def _batches(plan: Plan) -> Iterator[_Batch]:
    for suite in plan.suites:
        for size in plan.sizes if suite.sized else (0,):
            folder = plan.folder / "files" / f"{suite.name}-{size}-{plan.form}-{plan.seed}"
            folder.mkdir(parents=True, exist_ok=True)
            for material in suite.materials(folder, size, plan.seed, plan.form):
                cases = [c for c in material.cases if not plan.only or c.id in plan.only]
                yield _Batch(suite, size, material, tuple(cases[: plan.limit]))


def _key(plan: Plan, batch: _Batch, model: str, case: Case, system: str) -> Key:
    sized = batch.suite.sized
    are_pdf = all(path.suffix == ".pdf" for path in batch.material.files.values())
    return Key(
        suite=batch.suite.name,
        size=batch.size,
        form="pdf" if are_pdf else "text",
        seed=plan.seed if sized else 0,
        material=batch.material.name,
        case=case.id,
        system=system,
        model=model,
    )


def _keys(plan: Plan, batch: _Batch, model: str) -> list[Key]:
    return [
        _key(plan, batch, model, case, system) for system in plan.systems for case in batch.cases
    ]


def _open(bench: Workbench, batch: _Batch, say: Say) -> list[Document]:
    """The documents of a material, with their layout where that is quick."""
    opened = bench.open_documents(batch.material.files.values(), on_document=say)
    if opened.errors:
        raise opened.errors[0][1]
    documents = []
    for document in opened.documents:
        if len(document.pages) <= REFINED_PAGES and document.text.strip():
            say(f"layout of {document.name}")
            try:
                document = bench.refine(document)
            except DocumentError as error:
                say(f"{document.name} is used without its layout: {error}")
        documents.append(document)
    bench.embed(lambda done, total: say(f"meaning: {done} of {total} texts"))
    return documents


def _ask_all(
    plan: Plan,
    batch: _Batch,
    bench: Workbench,
    engine: Engine,
    documents: Sequence[Document],
    results: ResultFile,
    say: Say,
) -> Iterator[Result]:
    for name, make in plan.systems.items():
        system = make(bench, engine, plan.effort)
        try:
            for case in batch.cases:
                key = _key(plan, batch, engine.model.id, case, name)
                if key not in results:
                    say(f"{name}: {case.id}")
                    yield _ask(system, key, case, documents, say)
        finally:
            system.close()


def _ask(system: System, key: Key, case: Case, documents: Sequence[Document], say: Say) -> Result:
    asked = [document for document in documents if document.name in case.documents]
    reply = system.ask(asked, case.question, lambda what: say(f"{key.system}: {case.id}: {what}"))
    judged = _labelled(case, reply.judged, asked)
    checked = _labelled(case, reply.checked, asked)
    return Result.of(key, case, reply, score(case, reply, asked), judged, checked)


def _labelled(
    case: Case, judged: Sequence[Judged], documents: Sequence[Document]
) -> list[list[float]]:
    """Each reading of the judge with 1 where its passage holds evidence, else 0."""
    spans = [span for group in locate(case, documents).values() for span in group]
    return [
        [round(reading.probability, 4), float(any(reading.span.overlaps(s) for s in spans))]
        for reading in judged
    ]
