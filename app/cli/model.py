"""`pincite model`: the models on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click
from rich.table import Table
from rich.text import Text

from app.cancel import Cancelled
from app.cli.terminal import Terminal, duration, plain
from app.config import Paths
from app.engine.machine.tuning import CacheType, Chosen
from app.engine.models.offers import Fit
from app.engine.models.store import (
    FetchProgress,
    ModelEntry,
    ModelStore,
    Offer,
    OnProgress,
    megabytes,
)
from app.workbench.loading import Loader


@click.group()
def model() -> None:
    """List, show, fetch, add, verify and remove models."""


@model.command("list")
def list_models() -> None:
    """Show the models there are, what each needs, and which of them are on this machine.

    Speeds are of writing. One that is marked with ~ is estimated for the processor, from how fast
    this machine's memory was measured to be; the others were measured with the model itself.
    """
    store = ModelStore(Paths.default())
    with Terminal() as terminal:
        terminal.tell("Looking at this machine")
        offers = terminal.run(store.offers)
        terminal.output.print(_offer_table(offers, store.default_id))
        if any(_once(each) for each in offers):
            terminal.note("* Its SHA-256 is stated by one public source only.")


def _offer_table(offers: list[Offer], default: str) -> Table:
    table = Table(
        "Id", "Size", "Memory", "Speed", "On this machine", "Licence", box=None, header_style="dim"
    )
    for each in offers:
        entry = each.entry
        mark = " *" if _once(each) else ""
        table.add_row(
            Text(entry.id + mark + (" (default)" if entry.id == default else "")),
            megabytes(entry.size),
            megabytes(each.memory),
            _speed(each),
            _whether_here(each),
            Text(plain(entry.licence)),
        )
    return table


@model.command()
@click.argument("id", required=False)
def show(id: str | None) -> None:
    """Show what the model ID, or the default one, is good for, needs, and where it comes from."""
    store = ModelStore(Paths.default())
    entry = store.entry(id or store.default_id)
    with Terminal() as terminal:
        terminal.tell("Looking at this machine")
        offers = terminal.run(store.offers)
        found = next(each for each in offers if each.entry.id == entry.id)
        terminal.output.print(Text(plain(entry.name), style="bold"))
        for name, value in _facts(found):
            terminal.output.print(Text(f"{name}: {value}"), soft_wrap=True)


@model.command()
@click.argument("id", required=False)
@click.option("--yes", is_flag=True, help="Don't ask whether to fetch it under its licence.")
def fetch(id: str | None, yes: bool) -> None:
    """Bring the model ID, or the default one, to this machine. This needs a network.

    What it is, its licence and where it comes from are told first. What was fetched is checked
    against its SHA-256. Ctrl+C pauses: the next fetch goes on where this one was.
    """
    store = ModelStore(Paths.default())
    entry = store.entry(id or store.default_id)
    with Terminal() as terminal:
        if not fetch_with_progress(store, entry, terminal, ask=not yes):
            return
        terminal.output.print(Text(str(store.path(entry.id))), soft_wrap=True)


def fetch_with_progress(
    store: ModelStore, entry: ModelEntry, terminal: Terminal, ask: bool = False
) -> bool:
    """Fetch a model, telling first what comes from where, then how far it is.

    Args:
        store: of the models.
        entry: the model.
        terminal: to tell it on.
        ask: whether to ask first, where there is someone to be asked.

    Returns:
        Whether it is on this machine now: not if the answer was no.

    Raises:
        ModelError: if no source gives it.
        Cancelled: what came so far is kept.
    """
    if not store.present(entry.id) and not entry.added:
        sources = [source.title for file in entry.files for source in file.sources]
        terminal.note(
            f"Fetching {entry.name}, {megabytes(entry.size)}, licence {entry.licence}, "
            f"from {', or else '.join(dict.fromkeys(sources))}."
        )
        found = next(each for each in terminal.run(store.offers) if each.entry.id == entry.id)
        if found.fit in (Fit.LATER, Fit.NEVER):
            terminal.note(f"It needs {megabytes(found.memory)} of memory: {found.fit.described()}.")
        agreed = not (ask and terminal.interactive) or click.confirm("Fetch it?", err=True)
        if not agreed:
            return False
    try:
        terminal.run(lambda: store.fetch(entry.id, _teller(terminal), terminal.cancel))
    except Cancelled:
        terminal.note("Paused. What was fetched is kept; fetch it again to go on.")
        raise
    return True


def _once(each: Offer) -> bool:
    """Whether nothing but one source vouches for a model's hash."""
    return not each.entry.added and len(each.entry.confirmed) < 2


def _whether_here(each: Offer) -> str:
    if each.here:
        return "here"
    if each.begun:
        return f"{megabytes(each.begun)} fetched, {each.fit.described()}"
    return each.fit.described()


def _speed(each: Offer) -> str:
    """The speed of a model in a column."""
    if not each.speed:
        return ""
    return f"{each.speed_rounded:g}/s" if each.tuned else f"~{each.speed_rounded:g}/s"


def _facts(each: Offer) -> list[tuple[str, str]]:
    entry = each.entry
    sources = [source.title for file in entry.files for source in file.sources]
    facts = [
        ("Id", entry.id),
        ("About", entry.about),
        ("Licence", plain(entry.licence)),
        ("Weights", f"{entry.parameters:,}" if entry.parameters else ""),
        ("Size", megabytes(entry.size)),
        ("Memory", f"{megabytes(each.memory)} with a window of {entry.window:,} tokens"),
        ("Speed", each.speed_said),
        *((f"Measured on the {where}", t.described) for where, t in each.measured.items()),
        ("On this machine", _whether_here(each)),
        ("SHA-256", entry.sha256),
        ("SHA-256 stated by", ", ".join(entry.confirmed)),
        ("From", ", or else ".join(dict.fromkeys(sources))),
    ]
    return [(name, value) for name, value in facts if value]


@model.command()
@click.argument("id", required=False)
@click.option("--threads", type=click.IntRange(1, 1024), help="Processor threads.")
@click.option("--batch", type=click.IntRange(32, 4096), help="Tokens computed in one go.")
@click.option("--flash-attention/--no-flash-attention", default=None)
@click.option(
    "--cache",
    type=click.Choice(get_args(CacheType)),
    help="How what was read is kept: f16 reads long prompts faster, q8_0 takes half the memory.",
)
def tune(
    id: str | None,
    threads: int | None,
    batch: int | None,
    flash_attention: bool | None,
    cache: CacheType | None,
) -> None:
    """Measure anew how the model ID, or the default one, runs best on this machine.

    This is done by itself when a model is first loaded. What an option says is taken as it is, from
    now on; without options everything is measured again. With a cache other than "exact", replies
    can differ by what else is asked at the same time. The variable PINCITE_THREADS, and the threads
    set in the window's preferences, go before the threads found here.
    """
    chosen = Chosen(threads=threads, batch=batch, flash_attention=flash_attention, cache_type=cache)
    store = ModelStore(Paths.default())
    with Terminal() as terminal:
        terminal.tell("Loading the model")
        loader = Loader(store, on_progress=terminal.tell, cancel=terminal.cancel)
        tuned = terminal.run(lambda: loader.tune(id or store.default_id, chosen))
        terminal.output.print(Text(tuned.described), soft_wrap=True)


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
