"""What a suite gives: files, and questions about them with keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from tests.evaluation.case import Case

Form = Literal["text", "pdf"]


@dataclass(frozen=True, slots=True)
class Material:
    """Files that are opened together, and the cases about them.

    Attributes:
        name: unique within the suite; it names the material in results.
        files: by name, where they lie.
        cases: each about some of the files.
    """

    name: str
    files: Mapping[str, Path]
    cases: tuple[Case, ...]


class Suite(Protocol):
    """A source of materials."""

    @property
    def name(self) -> str:
        """What the command line and the tables call it."""
        ...

    @property
    def sized(self) -> bool:
        """Whether it is made in sizes; a suite that is not ignores size, seed and form."""
        ...

    def materials(self, folder: Path, tokens: int, seed: int, form: Form) -> list[Material]:
        """Write the files of one size into a folder, and the cases about them.

        The same arguments give the same files, byte for byte.
        """
        ...
