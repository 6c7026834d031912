"""Settings that were measured once on this machine, kept for the next load of the same model."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec


@dataclass(frozen=True, slots=True)
class Tuned:
    """What ran fastest, and how fast.

    Attributes:
        threads: CPU threads.
        batch: tokens computed in one go.
        read_speed: tokens of a prompt read in a second.
        generate_speed: tokens generated in a second.
    """

    threads: int
    batch: int
    read_speed: float
    generate_speed: float

    def described(self) -> str:
        """In words."""
        return (
            f"{self.threads} {'thread' if self.threads == 1 else 'threads'}, batches of "
            f"{self.batch}: reads {self.read_speed:.0f} and writes {self.generate_speed:.0f} "
            "tokens a second"
        )


class TuningFile:
    """Measured settings by model and machine, in a JSON file that a person may edit or delete."""

    def __init__(self, path: Path) -> None:
        """Use a file, which need not be there yet."""
        self._path = path

    def get(self, key: str) -> Tuned | None:
        """What is known under a key; None too where the file is missing or spoiled."""
        return self._read().get(key)

    def put(self, key: str, tuned: Tuned) -> None:
        """Keep a measurement. That it can't be written costs the next load a few seconds only."""
        known = {**self._read(), key: tuned}
        text = msgspec.json.format(msgspec.json.encode(known), indent=2)
        part = self._path.with_suffix(f".{os.getpid()}.part")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(text)
            part.replace(self._path)

    def _read(self) -> dict[str, Tuned]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, Tuned])
        except (OSError, msgspec.MsgspecError):
            return {}
