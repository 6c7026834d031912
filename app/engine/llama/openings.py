"""What many prompts begin with, kept on disk: read once on a machine, not once a session.

The instructions and examples of a review are longer than most passages. What the model computed
for them is a file of some megabytes that comes back in a moment.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import llama_cpp

from app.engine.llama.context import LlamaContext
from app.engine.llama.sequences import Held, SequenceCache, Tokens

_SUFFIX = ".opening"
_HASH = 32  # bytes of a SHA-256
_UNUSED = 30 * 24 * 3600  # seconds after which an opening is removed

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Openings:
    """The openings of one model that are on disk.

    Attributes:
        folder: where they lie, and nothing else does.
        model: SHA-256 of the model's file.
        context: computes for the model.
        cache: knows what it holds.
    """

    folder: Path
    model: str
    context: LlamaContext
    cache: SequenceCache

    def take(self, tokens: Tokens) -> bool:
        """Bring an opening into memory; False if it is not on disk, or damaged."""
        path = self._path(tokens)
        if not path.is_file() or not self._room(tokens):
            return False
        held = self.cache.open(tokens[:0], lasting=True)  # a state is restored as a whole
        try:
            return self._restored(path, held, tokens)
        finally:
            self.cache.release(held)

    def keep(self, tokens: Tokens) -> None:
        """Write what was computed for an opening to disk; a full disk is no error."""
        held = self.cache.holding(tokens)
        if held is None:
            return
        path = self._path(tokens)
        draft = path.with_suffix(f".{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.context.save(held.number, draft, tokens)
            with draft.open("ab") as file:
                file.write(_digest(draft))
            draft.replace(path)
        except OSError as error:
            _log.warning("An opening can't be kept: %s", error)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Remove what no start has used for long: it was worded otherwise, or of a model gone."""
        oldest = time.time() - _UNUSED
        for path in self.folder.glob(f"*{_SUFFIX}"):
            with suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _restored(self, path: Path, held: Held, tokens: Tokens) -> bool:
        """Whether a file's content is now in a sequence."""
        if not _whole(path) or not self.context.restore(held.number, path, tokens):
            _log.warning("%s is damaged and is made anew", path.name)
            path.unlink(missing_ok=True)
            return False
        self.cache.grow(held, tokens)
        with suppress(OSError):
            path.touch()
        return True

    def _room(self, tokens: Tokens) -> bool:
        """Whether there are cells for it without anything else giving way."""
        return self.cache.cells - self.cache.occupied >= len(tokens)

    def _path(self, tokens: Tokens) -> Path:
        """The file of an opening: another for other tokens, settings or llama.cpp."""
        settings = self.context.settings
        how = f"{llama_cpp.__version__} {settings.cache_type} {settings.flash_attention}"
        made = hashlib.sha256(how.encode() + tokens.tobytes()).hexdigest()
        return self.folder / f"{self.model[:16]}-{made[:16]}{_SUFFIX}"


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _whole(path: Path) -> bool:
    """Whether a file ends with the SHA-256 of what stands before it.

    llama.cpp takes a state at its word: what is damaged could end the process.
    """
    content = path.read_bytes()
    return hashlib.sha256(content[:-_HASH]).digest() == content[-_HASH:]
