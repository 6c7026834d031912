"""The matter on the desk: opened, begun, kept elsewhere, put away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.config import Paths
from app.errors import MatterError
from app.ui.background.runner import LoadEngine
from app.ui.documents.importer import Importer
from app.ui.matter import desk_work
from app.ui.matter.desk_work import Loaded
from app.ui.matter.files import MatterFiles
from app.ui.matter.work import MatterWork


class Desk(MatterWork):
    """One open matter at a time. Knows no widgets; the window listens.

    Attributes:
        files: where matters lie.
        may_stop: asked before another matter stops a run; calls what it is given if it may.
        refines: whether the layout model goes over documents once they are read.

    Signals:
        opening: a matter is about to be opened.
        opened: a matter's path and title; its documents and runs follow.
    """

    opening = Signal()
    opened = Signal(object, str)

    def __init__(
        self, paths: Paths, load_engine: LoadEngine, parent: QObject | None = None
    ) -> None:
        super().__init__(load_engine, parent)
        self.paths = paths
        self.files = MatterFiles(paths)
        self.refines = True
        self.may_stop: Callable[[Callable[[], None]], None] = lambda go_on: go_on()
        self._pending: list[Path] = []
        self._next: tuple[Path, list[Path]] | None = None
        self._loaded_next: Loaded | None = None
        self._name = ""
        self._trouble: Exception | None = None
        self.runner.ended.connect(self._open_next)

    @property
    def unnamed(self) -> bool:
        """Whether the matter still lies where it was made, under a made-up name."""
        return self.store is not None and self.files.unnamed(self.store.path)

    @property
    def title(self) -> str:
        """What the matter is called; "" where there is none."""
        return self.files.title(self.store.path, self._name) if self.store is not None else ""

    def open(self, path: Path, files: Iterable[Path] = ()) -> None:
        """Open a matter in place of the one on the desk, and add files to it.

        One that lies on the desk already stays as it is. A run that is going on is stopped first,
        if `may_stop` has it so: its matter and model can't be put away while they are worked with.
        """
        if self.store is not None and self.store.path == path.absolute():
            self.add(files)
            return
        if self.runner.busy:
            self.may_stop(partial(self._stop_and_open, path, list(files)))
            return
        self._pending = list(files)
        self.opening.emit()
        self._jobs.submit(
            partial(desk_work.open_matter, self.paths, path), self._opened, self._failed
        )

    def open_sample(self) -> None:
        """Open the matter of the samples; it is made at the first time."""
        self._jobs.submit(
            partial(desk_work.find_sample, self.paths), self._sample_found, self._failed
        )

    def new(self, files: Iterable[Path] = ()) -> None:
        """Begin a matter under a made-up name."""
        self.open(self.files.fresh(), files)

    def add(self, paths: Iterable[Path]) -> None:
        """Add files and folders to the matter; without one, a new one is begun for them."""
        files = list(paths)
        if not files:
            return
        if self.importer is not None:
            self.importer.add(files)
        elif self._pending:
            self._pending += files
        else:
            self.new(files)

    def save_as(self, to: Path) -> None:
        """Keep the matter at another place; an unnamed one moves, a named one is copied.

        The matter is closed while it is written and opened again there.
        """
        if self.store is None:
            return
        if self.runner.busy or (self.importer is not None and self.importer.busy):
            self.failed.emit(
                MatterError(
                    self.tr("The matter is being worked on."),
                    self.tr("Wait for the run and the import to end, or stop them first."),
                )
            )
            return
        old, move = self.store.path, self.unnamed
        self.close_matter()
        self._jobs.submit(
            partial(desk_work.keep_at, self.paths, old, to, move),
            self._opened,
            partial(self._not_kept, old),
        )

    def close_matter(self) -> None:
        """Put the matter away: stop what works on it and close its file."""
        if self.importer is not None:
            self.importer.close()
            self.importer.deleteLater()
            self.importer = None
        if self.bench is not None:
            self.bench.close()
            self.bench = None
        self._list.clear()
        self._changes.stop()

    def close(self) -> None:
        """Close everything; waits for the threads."""
        self.runner.close()
        self._jobs.close()
        if self._loaded_next is not None:
            self._loaded_next.bench.close()
        self.close_matter()

    def _sample_found(self, found: tuple[Path, list[Path]]) -> None:
        self.open(*found)

    def _opened(self, loaded: Loaded) -> None:
        if self.runner.busy:  # A run has begun meanwhile.
            self._loaded_next = loaded
            self.runner.stop()
            return
        self.close_matter()
        bench = self.bench = loaded.bench
        self.importer = Importer(bench, self.refines, self)
        self.importer.changed.connect(self._item_changed)
        self.importer.added.connect(self._added)
        self.importer.refined.connect(self._loaded)
        self.importer.crashed.connect(self.crashed)
        self._name = loaded.name
        self.opened.emit(bench.store.path, self.title)
        self._rows(loaded.rows)
        self._sessions(loaded.sessions)
        if self._pending:
            files, self._pending = self._pending, []
            self.importer.add(files)
        else:
            self.importer.embed()
        trouble, self._trouble = self._trouble, None
        if trouble is not None:
            self._failed(trouble)

    def _stop_and_open(self, path: Path, files: list[Path]) -> None:
        self._next = path, files
        if self.runner.busy:
            self.runner.stop()
        else:
            self._open_next()

    def _open_next(self) -> None:
        """Open the matter that waits for a run to end."""
        loaded, self._loaded_next = self._loaded_next, None
        if loaded is not None:
            self._opened(loaded)
            return
        wanted, self._next = self._next, None
        if wanted is not None:
            self.open(*wanted)

    def _not_kept(self, old: Path, error: Exception) -> None:
        """The matter could not be kept elsewhere: it is opened again where it was, and says so."""
        self._trouble = error
        self.open(old)
