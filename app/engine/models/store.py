"""The models on this machine: which there are, fetching, checking, adding and removing them.

What Pincite fetches lies at `models/ID/FILE` in its data folder. A model that the user adds stays
where it is; see `app.engine.models.added`.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from app.cancel import CancelToken
from app.config import RESOURCES, Paths
from app.engine.machine.hardware import Machine, this_machine
from app.engine.machine.tuning import TuningFile
from app.engine.models.added import AddedModels, answering_header
from app.engine.models.catalogue import Catalogue, ModelEntry, ModelFile
from app.engine.models.fetching import FileFetcher, hash_file, megabytes
from app.engine.models.offers import Offer, offer
from app.engine.models.partial import partial_of
from app.engine.models.progress import FetchProgress, Meter, OnProgress, no_progress
from app.errors import ModelError

__all__ = [
    "FetchProgress",
    "Machine",
    "ModelEntry",
    "ModelStore",
    "Offer",
    "OnProgress",
    "megabytes",
]

_WINDOW = 8_192


class ModelStore:
    """The models in the catalogue and those the user added.

    Nothing here opens a network connection save `fetch`.

    Attributes:
        tuning: how each model was measured to run best on this machine.
        openings: the folder where what prompts begin with is kept as the models read it.
    """

    def __init__(
        self, paths: Paths, catalogue: Path = RESOURCES / "models.toml", hub: str | None = None
    ) -> None:
        self._folder = paths.models
        self._machine = paths.cache / "machine.json"
        self._own = AddedModels(paths.data / "models.json")
        self._catalogue = Catalogue.read(catalogue)
        self._hub = hub
        self.tuning = TuningFile(paths.config / "tuning.json")
        self.openings = paths.cache / "openings"

    @property
    def default_id(self) -> str:
        """The model that is used unless another is named."""
        return self._catalogue.default

    def entries(self) -> list[ModelEntry]:
        """All models: the catalogue's, then the user's own."""
        known = {entry.id: entry for entry in self._catalogue.models}
        for entry in self._own.entries():
            known.setdefault(entry.id, entry)
        return list(known.values())

    def entry(self, id: str) -> ModelEntry:
        """The model of this id.

        Raises:
            ModelError: if there is none; the hint names those there are.
        """
        found = self.find(id)
        if found is None:
            ids = ", ".join(entry.id for entry in self.entries())
            raise ModelError(f"There is no model {id!r}.", f"There are: {ids}.")
        return found

    def find(self, id: str) -> ModelEntry | None:
        """The model of this id, or None."""
        return next((entry for entry in self.entries() if entry.id == id), None)

    def offers(self, machine: Machine | None = None) -> list[Offer]:
        """All models, and what each would mean here: memory, speed, whether it fits.

        The first call on a machine measures its memory for half a second.

        Args:
            machine: to answer for; None for this one, as it is now.
        """
        machine = machine or self.machine()
        return [
            offer(
                entry,
                self.present(entry.id),
                self._begun(entry),
                machine,
                self.tuning.measured(entry.sha256),
            )
            for entry in self.entries()
        ]

    def machine(self) -> Machine:
        """This machine, as it is now; the first calls measure its memory for half a second."""
        return this_machine(self._machine)

    def present(self, id: str) -> bool:
        """Whether every file of the model is on this machine in its full size."""
        try:
            self.files(id)
        except ModelError:
            return False
        return True

    def path(self, id: str) -> Path:
        """The model's main file.

        Raises:
            ModelError: if the model is not on this machine, or was changed since it was added.
        """
        return self.files(id)[0]

    def files(self, id: str) -> tuple[Path, ...]:
        """All files of a model, in the order of its entry.

        Only sizes are looked at: the hashes were checked when the files came, and `verify` checks
        them again.

        Raises:
            ModelError: as `path`.
        """
        entry = self.entry(id)
        own = self._own.path(id)
        if own is not None:
            return (own,)
        paths = tuple(self._target(entry, file) for file in entry.files)
        for file, path in zip(entry.files, paths, strict=True):
            if not _has_size(path, file.size):
                raise ModelError(
                    f"The model {entry.name} is not on this machine.",
                    f"Fetch it ({megabytes(entry.size)}).",
                    f"pincite model fetch {id}",
                )
        return paths

    def fetch(
        self,
        id: str,
        on_progress: OnProgress = no_progress,
        cancel: CancelToken | None = None,
    ) -> Path:
        """Bring a model of the catalogue to this machine, checked; the path of its main file.

        Costs nothing where it is there already. A fetch that was broken off goes on where it was.

        Raises:
            ModelError: if there is no room, or no source gives it; the hint says what to do.
            Cancelled: what came so far is kept.
        """
        cancel = cancel or CancelToken()
        entry = self.entry(id)
        if entry.added or self.present(id):
            return self.path(id)
        self._own.forget(id)
        meter = Meter(entry.size, on_progress)
        fetcher = FileFetcher(meter, cancel, self._hub)
        with self._alone(entry, meter, cancel):
            for file in entry.files:
                target = self._target(entry, file)
                if not _has_size(target, file.size):
                    fetcher.fetch(file, target)
                meter.base += file.size
        on_progress(FetchProgress(entry.size, entry.size, 0.0, "Fetched and verified"))
        return self.path(id)

    def add(
        self,
        path: Path,
        on_progress: OnProgress = no_progress,
        cancel: CancelToken | None = None,
    ) -> ModelEntry:
        """Make a GGUF file of the user's own known; it stays where it is.

        A file that is byte for byte one of the catalogue's counts as that model.

        Raises:
            ModelError: if it is not a GGUF file of a model that answers, or only a part of one.
            Cancelled: if asked to stop; nothing is noted then.
        """
        path = path.expanduser().resolve()
        header = answering_header(path)
        status = path.stat()
        meter = Meter(status.st_size, on_progress)
        sha256 = hash_file(path, meter, cancel or CancelToken(), f"Reading {path.name}")
        entry = self._known_by(sha256) or ModelEntry(
            id=self._own.free_id(path, {e.id for e in self._catalogue.models}),
            name=header.name or path.stem,
            licence=header.licence or "unknown",
            parameters=header.parameters,
            shape=header.shape,
            context=header.context,
            window=min(header.context or _WINDOW, _WINDOW),
            files=(ModelFile(name=path.name, size=status.st_size, sha256=sha256),),
            added=True,
        )
        self._own.put(entry, path)
        return entry

    def verify(
        self,
        id: str,
        on_progress: OnProgress = no_progress,
        cancel: CancelToken | None = None,
    ) -> str:
        """Read a model's files whole and compare their hashes; the SHA-256 of the main one.

        Raises:
            ModelError: if a file is missing or is not what it should be.
            Cancelled: if asked to stop.
        """
        entry = self.entry(id)
        meter = Meter(entry.size, on_progress)
        for file, path in zip(entry.files, self.files(id), strict=True):
            found = hash_file(path, meter, cancel or CancelToken(), f"Reading {path.name}")
            if found != file.sha256:
                raise ModelError(
                    f"{path} is damaged: its SHA-256 is {found}, and should be {file.sha256}.",
                    "Remove it, then fetch or add it again.",
                    f"pincite model remove {id}",
                )
            meter.base += file.size
        return entry.sha256

    def remove(self, id: str) -> bool:
        """Delete what was fetched of a model, or forget where the user's own file is.

        The user's own files are never deleted.

        Returns:
            whether anything was there.

        Raises:
            ModelError: if there is no such model.
        """
        entry = self.entry(id)
        if self._own.forget(id):
            return True
        folder = self._folder / entry.id
        if not folder.exists():
            return False
        shutil.rmtree(folder)
        return True

    def _target(self, entry: ModelEntry, file: ModelFile) -> Path:
        return self._folder / entry.id / file.name

    def _begun(self, entry: ModelEntry) -> int:
        """Bytes that a fetch has left so far; 0 where it is done or was never begun."""
        if entry.added or self.present(entry.id):
            return 0
        targets = [self._target(entry, file) for file in entry.files]
        found = [*targets, *(partial_of(target) for target in targets)]
        return sum(path.stat().st_size for path in found if path.is_file())

    def _known_by(self, sha256: str) -> ModelEntry | None:
        return next((e for e in self._catalogue.models if e.sha256 == sha256), None)

    @contextmanager
    def _alone(self, entry: ModelEntry, meter: Meter, cancel: CancelToken) -> Iterator[None]:
        """Hold the lock on a model's folder; another Pincite's fetch of it is waited for."""
        folder = self._folder / entry.id
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock")
        while True:
            cancel.check()
            try:
                lock.acquire(timeout=0)
                break
            except Timeout:
                meter.at(0, "Waiting for another Pincite, which is fetching this model")
                time.sleep(0.2)
        try:
            yield
        finally:
            lock.release()


def _has_size(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size
