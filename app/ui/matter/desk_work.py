"""What the desk has done in its worker: a matter opened, kept elsewhere, read."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.config import Paths
from app.documents.document import Page, Span
from app.errors import MatterError
from app.sessions.rows import DocumentRow, RunRecord, SessionRow

if TYPE_CHECKING:
    from app.sessions.store import Store
    from app.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Loaded:
    """A matter that was opened, and its lists."""

    bench: Workbench
    name: str
    rows: list[DocumentRow]
    sessions: list[SessionRow]


def find_sample(paths: Paths) -> tuple[Path, list[Path]]:
    """Where the matter of the samples lies, and what to put into a new one."""
    from app.documents.samples import demo_matter, samples

    matter = demo_matter(paths)
    return matter, [] if matter.exists() else samples()


def open_matter(paths: Paths, path: Path) -> Loaded:
    """Open a matter and read its lists."""
    from app.workbench import Workbench

    bench = Workbench(paths, path)
    store = bench.store
    return Loaded(bench, store.name, store.documents(), store.sessions())


def keep_at(paths: Paths, old: Path, to: Path, move: bool) -> Loaded:
    """Copy or move a closed matter, then open it at its new place.

    Raises:
        MatterError: if it can't be written there; what was there before stays then.
    """
    same = to.exists() and to.samefile(old)
    if not same:
        _replace(old, to)
    from app.sessions.store import Store

    with Store.open(to) as store:
        store.rename(to.stem)
    if move and not same:
        old.unlink(missing_ok=True)
    return open_matter(paths, to)


def _replace(old: Path, to: Path) -> None:
    """Copy beside the place first, so that a failure costs neither file."""
    partial = to.with_name(to.name + ".partial")
    try:
        shutil.copy2(old, partial)
        # What SQLite kept beside a matter that was there, and is replaced, is not of this one.
        for ending in ("-wal", "-shm"):
            to.with_name(to.name + ending).unlink(missing_ok=True)
        partial.replace(to)
    except OSError as error:
        with contextlib.suppress(OSError):  # Where nothing can be written, nothing was.
            partial.unlink(missing_ok=True)
        raise MatterError(
            f"The matter could not be written to {to}: {error.strerror}.", "Choose another place."
        ) from error


def load_run(store: Store, run: str) -> tuple[RunRecord, list[object]]:
    """A run, and its events in order."""
    return store.run(run), [stored.event for stored in store.events(run)]


def load_reading(store: Store) -> tuple[dict[str, Sequence[Page]], list[Span]]:
    """The pages of all documents, and what was shown in all runs."""
    return {row.id: store.pages(row.id) for row in store.documents()}, store.slices()


def remove(store: Store, ids: Iterable[str]) -> None:
    """Take documents out of the matter."""
    for id in ids:
        store.remove_document(id)


def restore(store: Store, ids: Iterable[str]) -> list[DocumentRow]:
    """Take documents back into the matter; all that are in it then."""
    for id in ids:
        store.restore_document(id)
    return store.documents()
