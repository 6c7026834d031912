"""The user's own model files: where each lies, noted in `models.json`."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import msgspec

from app.engine.models.catalogue import ModelEntry
from app.engine.models.gguf import GgufHeader, read_header
from app.errors import ModelError

_UNANSWERING = frozenset({"clip", "bert", "nomic-bert", "jina-bert-v2", "t5encoder"})


class _Added(msgspec.Struct, frozen=True, kw_only=True):
    """A model file of the user's own: where it is, and when it was last changed, in ns."""

    entry: ModelEntry
    path: str
    changed: int


class _Notes(msgspec.Struct, frozen=True, kw_only=True):
    """The contents of `models.json`."""

    version: int = 1
    added: tuple[_Added, ...] = ()


class AddedModels:
    """The models that the user added. They stay where they are, and are never deleted."""

    def __init__(self, notes: Path) -> None:
        """Use a file of notes, which need not be there yet."""
        self._notes = notes

    def entries(self) -> list[ModelEntry]:
        """All of them.

        Raises:
            ModelError: if the notes can't be read.
        """
        return [added.entry for added in self._read()]

    def path(self, id: str) -> Path | None:
        """Where a model lies; None if it is none of the user's own.

        Raises:
            ModelError: if the file is gone, or was changed since it was added.
        """
        added = next((each for each in self._read() if each.entry.id == id), None)
        return _unchanged(added) if added is not None else None

    def free_id(self, path: Path, taken: Collection[str]) -> str:
        """An id made of a file's name that no other model has; a file added before keeps its own.

        Args:
            path: of the file.
            taken: ids that are not free.
        """
        stem = re.sub(r"[^a-z0-9.]+", "-", path.stem.lower()).strip("-.") or "model"
        others = {each.entry.id for each in self._read() if Path(each.path) != path}
        id, n = stem, 1
        while id in taken or id in others:
            n += 1
            id = f"{stem}-{n}"
        return id

    def put(self, entry: ModelEntry, path: Path) -> None:
        """Note where a model lies, in place of what was noted of its id or its file."""
        note = _Added(entry=entry, path=str(path), changed=path.stat().st_mtime_ns)
        rest = [a for a in self._read() if Path(a.path) != path and a.entry.id != entry.id]
        self._write([*rest, note])

    def forget(self, id: str) -> bool:
        """Forget where a model lies; whether it was known."""
        known = self._read()
        rest = [each for each in known if each.entry.id != id]
        if len(rest) == len(known):
            return False
        self._write(rest)
        return True

    def _read(self) -> tuple[_Added, ...]:
        try:
            return msgspec.json.decode(self._notes.read_bytes(), type=_Notes).added
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.DecodeError) as error:
            raise ModelError(
                f"The list of added models, {self._notes}, cannot be read: {error}.",
                "Delete it, and add your models again.",
            ) from error

    def _write(self, added: list[_Added]) -> None:
        self._notes.parent.mkdir(parents=True, exist_ok=True)
        new = self._notes.with_name(self._notes.name + ".new")
        data = msgspec.json.encode(_Notes(added=tuple(added)))
        new.write_bytes(msgspec.json.format(data))
        new.replace(self._notes)


def answering_header(path: Path) -> GgufHeader:
    """The header of a model file that can be added.

    Raises:
        ModelError: if it is not a GGUF file of a model that answers, or only a part of one.
    """
    header = read_header(path)
    if header.architecture in _UNANSWERING:
        raise ModelError(
            f"{path.name} is a {header.architecture} model, which can't answer questions.",
            "Add a chat or instruct model.",
        )
    if header.splits > 1:
        raise ModelError(
            f"{path.name} is one of {header.splits} pieces of a model.",
            "Join them with llama.cpp's llama-gguf-split --merge, and add the whole.",
        )
    return header


def _unchanged(added: _Added) -> Path:
    """The path of an added model, unless it is gone or was changed."""
    path = Path(added.path)
    try:
        status = path.stat()
    except OSError as error:
        raise ModelError(
            f"The model file {path} is no longer there.",
            "Put it back, or forget it.",
            f"pincite model remove {added.entry.id}",
        ) from error
    if (status.st_size, status.st_mtime_ns) != (added.entry.size, added.changed):
        raise ModelError(
            f"The model file {path} was changed since it was added.",
            "If that is as it should be, add it again.",
            f"pincite model add {path}",
        )
    return path
