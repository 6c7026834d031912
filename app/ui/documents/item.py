"""A document as the matter panel lists it, from the moment its file was chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from app.errors import UserError
from app.sessions.rows import DocumentRow
from app.ui.language.said import explained

State = Literal["waiting", "reading", "ready", "refining", "locked", "error"]


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """One line of the list of documents.

    Attributes:
        key: the document's id once it is known, else the path as text.
        name: the file's name, or what the reviewer calls it.
        row: what the store holds, once the document is in the matter.
        message: what is wrong, and what to do about it, where the state is "error".
        progress: the share of a long reading that is done, from 0 to 1.
    """

    key: str
    name: str
    path: Path
    state: State
    row: DocumentRow | None = None
    message: str = ""
    progress: float = 0.0

    @staticmethod
    def waiting(path: Path) -> DocumentItem:
        """A file that was chosen and not yet read."""
        return DocumentItem(str(path), path.name, path, "waiting")

    @staticmethod
    def ready(row: DocumentRow) -> DocumentItem:
        """A document of the matter."""
        return DocumentItem(row.id, row.name, row.path, "ready", row)

    def failed(self, error: UserError) -> DocumentItem:
        """The same with an error."""
        return replace(self, state="error", message=explained(error))

    @property
    def in_matter(self) -> bool:
        """Whether it can be shown and asked about."""
        return self.row is not None
