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
from tests.evaluation.calibration import PRECISION, pairs_by_model
from tests.evaluation.calibration import report as calibration
from tests.evaluation.case import CaseError
from tests.evaluation.plots import draw
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
    options.add_argument(
        "--report", action="store_true", help="ask nothing; table and plots of what is in FOLDER"
    )
    options.add_argument(
        "--plots", type=Path, metavar="DIR", help="where plots go (default: plots in FOLDER)"
    )
    options.add_argument(
        "--calibrate",
        action="store_true",
        help="ask nothing; fit the judge's threshold to what is in FOLDER",
    )
    options.add_argument("--measure", choices=("f1", "youden"), default="f1", help="to fit it by")
    options.add_argument(
        "--precision",
        type=float,
        default=PRECISION,
        metavar="SHARE",
        help="the least it must have (default: %(default)s)",
    )
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0, or 1 if the model, a document or a key is not usable, or 130 if interrupted."""
    chosen = parser().parse_args(arguments)
    kept = chosen.out / "results.jsonl"
    if chosen.fresh and not (chosen.report or chosen.calibrate):
        kept.unlink(missing_ok=True)
    results = ResultFile(kept)
    if chosen.calibrate:
        readings = pairs_by_model(results.results())
        sys.stdout.write(calibration(readings, chosen.measure, chosen.precision))
        return 0
    status = 0 if chosen.report else _run(chosen, results)
    return max(status, _report(chosen, results))


def _run(chosen: argparse.Namespace, results: ResultFile) -> int:
    """Ask what has not been asked; an exit status."""
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
    try:
        _run_shown(plan, results)
    except (UserError, CaseError) as error:
        _complain(error)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _report(chosen: argparse.Namespace, results: ResultFile) -> int:
    """Write the table and the plots of all results there are; an exit status."""
    found = results.results()
    table = markdown(found)
    sys.stdout.write(table)
    if not found:
        return 0
    (chosen.out / "table.md").write_text(table, encoding="utf-8")
    try:
        for path in draw(found, chosen.plots or chosen.out / "plots"):
            Console(stderr=True).print(str(path), markup=False, soft_wrap=True)
    except UserError as error:  # Nobody who asked for no plots has to have what draws them.
        _complain(error)
        return int(chosen.plots is not None)
    return 0


def _complain(error: Exception) -> None:
    Console(stderr=True).print(str(error), style="red", markup=False)


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
