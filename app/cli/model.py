"""`pincite model`: the models on this machine."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from app.cli.terminal import Terminal, duration, plain
from app.config import Paths
from app.engine.models import FetchProgress, ModelEntry, ModelStore, OnProgress, megabytes


@click.group()
def model() -> None:
    """List, fetch, add, verify and remove models."""


@model.command("list")
def list_models() -> None:
    """Show the models there are, and which of them are on this machine."""
    store = ModelStore(Paths.default())
    table = Table("Id", "Model", "Size", "Licence", "Here", box=None, header_style="dim")
    for entry in store.entries():
        default = " (default)" if entry.id == store.default_id else ""
        table.add_row(
            Text(entry.id + default),
            Text(plain(entry.name)),
            megabytes(entry.size),
            Text(plain(entry.licence)),
            "yes" if store.present(entry.id) else "no",
        )
    with Terminal() as terminal:
        terminal.output.print(table)


@model.command()
@click.argument("id", required=False)
def fetch(id: str | None) -> None:
    """Bring the model ID, or the default one, to this machine. This needs a network.

    What was fetched is checked against its SHA-256. A fetch that was broken off goes on where it
    was.
    """
    store = ModelStore(Paths.default())
    entry = store.entry(id or store.default_id)
    with Terminal() as terminal:
        fetch_with_progress(store, entry, terminal)
        terminal.output.print(Text(str(store.path(entry.id))), soft_wrap=True)


def fetch_with_progress(store: ModelStore, entry: ModelEntry, terminal: Terminal) -> Path:
    """Fetch a model, telling first what comes from where, then how far it is."""
    if not store.present(entry.id) and not entry.added:
        sources = [source.title for file in entry.files for source in file.sources]
        terminal.note(
            f"Fetching {entry.name}, {megabytes(entry.size)}, licence {entry.licence}, "
            f"from {', or else '.join(dict.fromkeys(sources))}."
        )
    return terminal.run(lambda: store.fetch(entry.id, _teller(terminal), terminal.cancel))


@model.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def add(path: Path) -> None:
    """Use the GGUF file at PATH, which stays where it is."""
    store = ModelStore(Paths.default())
    with Terminal() as terminal:
        entry = terminal.run(lambda: store.add(path, _teller(terminal), terminal.cancel))
        terminal.output.print(Text(entry.id))
        terminal.note(f"{entry.name}: use it with --model {entry.id}")


@model.command()
@click.argument("id", required=False)
def verify(id: str | None) -> None:
    """Read the model ID, or every model that is here, and compare its SHA-256."""
    store = ModelStore(Paths.default())
    ids = [id] if id else [e.id for e in store.entries() if store.present(e.id)]
    with Terminal() as terminal:
        if not ids:
            terminal.note("There is no model on this machine.")
        for each in ids:
            found = terminal.run(
                lambda each=each: store.verify(  # type: ignore[misc]
                    each, _teller(terminal), terminal.cancel
                )
            )
            terminal.output.print(Text(f"{each}  {found}  as it should be"), soft_wrap=True)


@model.command()
@click.argument("id")
def remove(id: str) -> None:
    """Delete what was fetched of the model ID. A file of your own is forgotten, never deleted."""
    store = ModelStore(Paths.default())
    with Terminal() as terminal:
        there = store.remove(id)
        terminal.output.print(Text(f"{id} removed." if there else f"{id} was not here."))


def _teller(terminal: Terminal) -> OnProgress:
    """Tells the terminal how far a fetch is."""

    def tell(progress: FetchProgress) -> None:
        share = 100 * progress.done / progress.total if progress.total else 100.0
        figures = f"{megabytes(progress.done)} of {megabytes(progress.total)} ({share:.0f} %)"
        if progress.rate:
            left = (progress.total - progress.done) / progress.rate
            figures += f" · {megabytes(progress.rate)}/s · {duration(left)} left"
        terminal.tell(progress.what, figures)

    return tell
