"""Files that could not be read: they are told of once an import is over, and tried again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from app.documents.files import Listing
from app.ui.documents.importer import ImportProgress
from app.ui.documents.item import DocumentItem
from app.ui.frame.shell import Shell
from app.ui.frame.unread_dialog import UnreadDialog
from app.ui.language.numerals import plural
from app.ui.matter.desk import Desk

_KINDS = 4
"""So many kinds of files are named."""


class ImportProblems(QObject):
    """Says at the end of an import what was not read, since a long list hides it."""

    def __init__(self, desk: Desk, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        self._told: set[str] = set()
        self._new: list[DocumentItem] = []
        self._left_out: list[Path] = []

    def forget(self) -> None:
        """Another matter is on the desk."""
        self._told.clear()
        self._left_out.clear()

    def listed(self, found: Listing) -> None:
        """Files were found and will be read; what is left out is told of when they have been."""
        self._left_out += (path for path in found.left_out if path not in self._left_out)
        if not found.files and not found.left_out:
            self._shell.messages.warn(self.tr("There is no document in this folder."))
        elif self._desk.importer is not None and not self._desk.importer.busy:
            self.progressed(None)

    def progressed(self, progress: ImportProgress | None) -> None:
        """Files are being read, or, with None, it is over."""
        if progress is not None:
            return
        problems = [item for item in self._desk.items if item.state in ("error", "locked")]
        new = [item for item in problems if item.key not in self._told]
        self._told = {item.key for item in problems}
        left_out, self._left_out = self._left_out, []
        self._new = new or self._new
        if left_out:
            self._tell_of_left_out(new, left_out)
        elif len(new) == 1:
            self.tell_of(new[0])
        elif new:
            self._shell.messages.warn(self._counted(new), self.tr("Show first"), self._show_first)

    def tell_of(self, item: DocumentItem) -> None:
        """Say what is wrong with a file; a locked one says so itself, in the list."""
        if item.state == "error":
            self._new = [item]
            self._shell.messages.warn(item.message, self.tr("Try again"), self._again)
        else:
            self._shell.messages.warn(
                self.tr("{name} needs its password: click it in the list.").format(name=item.name)
            )

    def read_again(self, items: Sequence[DocumentItem]) -> None:
        """Read files again that could not be read."""
        self._told -= {item.key for item in items}
        if self._desk.importer is not None and items:
            self._shell.messages.hide()
            self._desk.importer.add([item.path for item in items])

    def _counted(self, items: Sequence[DocumentItem]) -> str:
        locked = sum(item.state == "locked" for item in items)
        unread = len(items) - locked
        parts = []
        if unread:
            parts.append(
                plural(unread, self.tr("1 file was not read."), self.tr("{n} files were not read."))
            )
        if locked:
            parts.append(
                plural(
                    locked, self.tr("1 needs its password."), self.tr("{n} need their password.")
                )
            )
        return " ".join(parts)

    def _tell_of_left_out(self, items: Sequence[DocumentItem], left_out: Sequence[Path]) -> None:
        """Say how many files of a folder were passed over, and of which kinds they are."""
        count = plural(
            len(left_out), self.tr("1 file was left out"), self.tr("{n} files were left out")
        )
        words = self.tr("{count}: Pincite does not read {kinds}.").format(
            count=count, kinds=self._kinds(left_out)
        )
        show = partial(self._show_which, items, left_out)
        words = f"{self._counted(items)} {words}".strip()
        self._shell.messages.warn(words, self.tr("Show which"), show)

    def _show_which(self, items: Sequence[DocumentItem], left_out: Sequence[Path]) -> None:
        dialog = UnreadDialog(items, left_out, self._shell.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _kinds(self, paths: Sequence[Path]) -> str:
        """The endings of files, the commonest first."""
        counted = Counter(path.suffix.lower() for path in paths)
        kinds = [kind or self.tr("files without an ending") for kind, _ in counted.most_common()]
        return ", ".join(kinds[:_KINDS]) + (", …" if len(kinds) > _KINDS else "")

    def _again(self) -> None:
        self.read_again(self._new)

    def _show_first(self) -> None:
        self._shell.show_matter()
        self._shell.panel.show_problems(self._new[0].key)
