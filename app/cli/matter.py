"""`pincite matter` and `pincite report`: what is kept, forgotten, and can be handed on."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from app.cli.terminal import Terminal, duration, plain
from app.config import Paths
from app.engine.models.store import megabytes
from app.errors import MatterError
from app.sessions.rows import DocumentRow, MatterSummary, RunRow
from app.sessions.store import Store
from app.workbench import Workbench

_MATTER = click.Path(dir_okay=False, path_type=Path)


@click.group()
def matter() -> None:
    """Look into a matter: one file that holds documents and all work on them."""


@matter.command()
@click.argument("file", type=_MATTER)
def show(file: Path) -> None:
    """List the documents and runs of the matter FILE. Nothing in it is changed."""
    with Store.open(file, read_only=True) as store:
        summary = store.summary()
    with Terminal() as terminal:
        output = terminal.output
        output.print(Text(plain(summary.name), style="bold"))
        output.print(Text(_about(summary)), soft_wrap=True)
        if summary.documents:
            output.print()
            output.print(_document_table(summary.documents))
        runs = [run for session in summary.sessions for run in session.runs]
        if runs:
            output.print()
            output.print(_run_table(sorted(runs, key=lambda run: run.started)))


@matter.command("clear-cache")
@click.argument("file", type=_MATTER)
def clear_cache(file: Path) -> None:
    """Forget the replies of models that the matter FILE keeps; runs and answers stay."""
    _must_be_there(file)
    with Terminal() as terminal, Store.open(file) as store:
        count, freed = terminal.run(store.calls.wipe)
        terminal.output.print(f"{count:,} replies forgotten, {megabytes(max(0, freed))} freed.")


@matter.command()
@click.argument("file", type=_MATTER)
def compact(file: Path) -> None:
    """Delete for good what the matter FILE can be read without.

    That is: replies of models, what runs that ended could be gone on with from, and documents that
    were taken out before a question was asked about them.
    """
    _must_be_there(file)
    with Terminal() as terminal, Store.open(file) as store:
        freed = terminal.run(store.compact)
        terminal.output.print(f"{megabytes(max(0, freed))} freed.")


@click.command()
@click.argument("run")
@click.option("--matter", required=True, type=_MATTER, metavar="FILE", help="The run's matter.")
@click.option(
    "--to",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The report; its ending says as what: .pdf, .html or .md.",
)
def report(run: str, matter: Path, to: Path) -> None:
    """Write the report of RUN: question, answer, quotes with their pages, coverage, hashes."""
    with Terminal() as terminal:
        terminal.tell(f"Writing {to.name}")

        def write() -> Path:
            with Workbench(Paths.default(), matter, read_only=True) as bench:
                return bench.report(run, to)

        terminal.output.print(Text(str(terminal.run(write))), soft_wrap=True)


def _must_be_there(file: Path) -> None:
    """Raise where there is no such matter, which opening it would make."""
    if not file.exists():
        raise MatterError(f"There is no matter {file}.", "Check the name and the folder.")


def _about(summary: MatterSummary) -> str:
    count = sum(len(session.runs) for session in summary.sessions)
    pages = sum(document.pages for document in summary.documents)
    return (
        f"{summary.path} · {megabytes(summary.size)} · since {summary.created:%Y-%m-%d} · "
        f"{len(summary.documents)} documents, {pages:,} pages · {count} runs"
    )


def _document_table(documents: tuple[DocumentRow, ...]) -> Table:
    table = Table("Document", "Kind", "Pages", "SHA-256", "Notes", box=None, header_style="dim")
    for row in documents:
        name, notes = Text(plain(row.name)), Text(plain("; ".join(row.notes)))
        table.add_row(name, row.kind, f"{row.pages:,}", row.sha256[:16], notes)
    return table


def _run_table(runs: list[RunRow]) -> Table:
    table = Table(
        "Run", "Started", "Status", "Depth", "Time", "Question", box=None, header_style="dim"
    )
    for run in runs:
        started = f"{run.started.astimezone():%Y-%m-%d %H:%M}"
        status = run.status.replace("_", " ")
        time = duration(run.seconds)
        table.add_row(run.id, started, status, run.depth, time, Text(plain(run.question)))
    return table
