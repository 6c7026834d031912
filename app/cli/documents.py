"""Documents that commands are about: opened, and what is not read named."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from app.cli.terminal import Terminal
from app.documents.document import Document
from app.documents.files import Listing, listing
from app.errors import DocumentError, PasswordNeeded
from app.workbench import Workbench

_PASSWORD_TRIES = 3
_REFINED_PAGES = 150
_NAMED = 3
"""Of the files and of the kinds that are left out."""

_READ = "Pincite reads PDF, DOCX, HTML, Markdown and text."


def opened(files: Sequence[Path], bench: Workbench, terminal: Terminal) -> list[Document]:
    """The documents in files and folders, or those of the matter where none are named.

    Those that can't be opened are named, and so is what is left out of folders.

    Raises:
        DocumentError: if there is none.
    """
    if not files:
        documents = list(terminal.run(bench.open_matter_documents))
        if not documents:
            raise DocumentError(f"{bench.store.path.name} holds no documents.", "Name some files.")
        return documents
    found = listing(files)
    if found.left_out:
        terminal.note(_left_out(found.left_out))
    return _of_files(found, bench, terminal)


def _of_files(found: Listing, bench: Workbench, terminal: Terminal) -> list[Document]:
    if not found.files:
        raise DocumentError("There is no document in what was named.", _READ)
    documents = []
    errors: list[DocumentError] = []
    for path in found.files:
        try:
            documents.append(_document(path, bench, terminal))
        except DocumentError as error:
            errors.append(error)
            terminal.note(f"Left out: {error}")
    if not documents:
        raise (
            errors[0]
            if len(errors) == 1
            else DocumentError(
                "No document could be opened.", "What is wrong with each stands above."
            )
        )
    return list({document.id: document for document in documents}.values())


def _left_out(paths: Sequence[Path]) -> str:
    """How many files of folders are left out, of which kinds, and the first of them, in a line."""
    counted = Counter(path.suffix.lower() or "without an ending" for path in paths)
    kinds = _first([kind for kind, _ in counted.most_common()])
    names = _first([path.name for path in paths])
    count = "1 file" if len(paths) == 1 else f"{len(paths):,} files"
    return " ".join(f"Left out: {count} of kinds that are not read ({kinds}): {names}.".split())


def _first(words: Sequence[str]) -> str:
    shown = [word if len(word) <= 60 else f"{word[:59]}…" for word in words[:_NAMED]]
    return ", ".join(shown) + (", …" if len(words) > _NAMED else "")


def _document(path: Path, bench: Workbench, terminal: Terminal) -> Document:
    """Open one file, asking for its password where it needs one, and refine a short one."""
    password = os.environ.get("PINCITE_PASSWORD")
    for attempt in range(_PASSWORD_TRIES + 1):
        passwords = {path: password} if password else {}
        opened = terminal.run(
            lambda passwords=passwords: bench.open_documents(  # type: ignore[misc]
                [path], passwords, terminal.tell, terminal.cancel
            )
        )
        if not opened.errors:
            break
        error = opened.errors[0][1]
        asks = isinstance(error, PasswordNeeded) and terminal.interactive
        if not asks or attempt == _PASSWORD_TRIES:
            raise error
        password = click.prompt(f"Password of {path.name}", hide_input=True, err=True)
    document: Document = opened.documents[0]
    for note in document.notes:
        terminal.note(f"{document.name}: {note}")
    return _refined(document, password, bench, terminal)


def _refined(
    document: Document, password: str | None, bench: Workbench, terminal: Terminal
) -> Document:
    """The document with its layout, unless that would take long (0.2 s a page) or fails."""
    if document.refined or len(document.pages) > _REFINED_PAGES:
        return document

    def tell(done: int, total: int) -> None:
        terminal.tell(f"Layout of {document.name}", f"page {done} of {total}")

    try:
        return terminal.run(lambda: bench.refine(document, password, tell, terminal.cancel))
    except DocumentError as error:
        terminal.note(f"{document.name} is used without its layout: {error}")
        return document
