"""The command of the evaluation: `python -m tests.evaluation --suite sample --system pincite`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app.config import Paths
from app.errors import UserError
from app.recursion.budget import Depth
from app.workbench import Effort
from tests.evaluation.case import CaseError
from tests.evaluation.results import Result, ResultFile
from tests.evaluation.runner import Plan, run
from tests.evaluation.suites.registry import SUITES
from tests.evaluation.systems.registry import SYSTEMS
from tests.evaluation.table import markdown


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    options.add_argument("--suite", nargs="+", choices=sorted(SUITES), default=["sample"])
    options.add_argument("--system", nargs="+", choices=sorted(SYSTEMS), default=["pincite"])
    options.add_argument(
        "--size", nargs="+", type=int, default=[8_000], metavar="TOKENS", help="of made documents"
    )
    options.add_argument("--form", choices=("text", "pdf"), default="text", help="of the same")
    options.add_argument("--seed", type=int, default=1, help="of the same")
    options.add_argument("--model", metavar="ID", help="a model of `pincite model list`")
    options.add_argument("--depth", choices=[d.value for d in Depth], default=Depth.STANDARD.value)
    options.add_argument("--seconds", type=float, metavar="N", help="the most one question takes")
    options.add_argument("--limit", type=int, metavar="N", help="at most N questions a document")
    options.add_argument("--case", nargs="+", default=[], metavar="ID", help="only these questions")
    options.add_argument("--out", type=Path, default=Path("artefacts/evaluation"), metavar="FOLDER")
    options.add_argument("--fresh", action="store_true", help="forget earlier results in FOLDER")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0, or 1 if the model, a document or a key is not usable, or 130 if interrupted."""
    chosen = parser().parse_args(arguments)
    plan = Plan(
        suites=[SUITES[name] for name in dict.fromkeys(chosen.suite)],
        systems={name: SYSTEMS[name] for name in dict.fromkeys(chosen.system)},
        sizes=chosen.size,
        form=chosen.form,
        seed=chosen.seed,
        model=chosen.model,
        effort=replace(Effort(Depth(chosen.depth)), seconds=chosen.seconds),
        limit=chosen.limit,
        only=frozenset(chosen.case),
        folder=chosen.out,
    )
    kept = chosen.out / "results.jsonl"
    if chosen.fresh:
        kept.unlink(missing_ok=True)
    results = ResultFile(kept)
    status = 0
    try:
        _run_shown(plan, results)
    except (UserError, CaseError) as error:
        Console(stderr=True).print(str(error), style="red", markup=False)
        status = 1
    except KeyboardInterrupt:
        status = 130
    table = markdown(results.results())
    if results.results():
        (chosen.out / "table.md").write_text(table, encoding="utf-8")
    sys.stdout.write(table)
    return status


def _run_shown(plan: Plan, results: ResultFile) -> None:
    """Run with progress on standard error; each result leaves a line."""
    console = Console(stderr=True)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("beginning", total=None)

        def say(what: str) -> None:
            progress.update(task, description=what)

        def on_result(result: Result, done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)
            progress.console.print(_line(result), markup=False, highlight=False, soft_wrap=True)

        run(plan, Paths.default(), results, say, on_result)


def _line(result: Result) -> str:
    score = result.score
    verdict = "right" if score.right else "wrong"
    if score.right and not score.cited:
        verdict = "right, cited wrong"
    answer = " ".join((result.answer or result.error or result.status).split())
    return f"{result.seconds:6.1f} s  {result.key.system} {result.key.case}: {verdict}: {answer}"


if __name__ == "__main__":
    raise SystemExit(main())
