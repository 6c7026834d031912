"""Files that could not be read: they are told of once an import is over, and tried again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.ui.documents.importer import ImportProgress
from app.ui.documents.item import DocumentItem
from app.ui.frame.shell import Shell
from app.ui.language.numerals import plural
from app.ui.matter.desk import Desk


class ImportProblems(QObject):
    """Says at the end of an import what was not read, since a long list hides it."""

    def __init__(self, desk: Desk, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        self._told: set[str] = set()
        self._new: list[DocumentItem] = []

    def forget(self) -> None:
        """Another matter is on the desk."""
        self._told.clear()

    def progressed(self, progress: ImportProgress | None) -> None:
        """Files are being read, or, with None, it is over."""
        if progress is not None:
            return
        problems = [item for item in self._desk.items if item.state in ("error", "locked")]
        new = [item for item in problems if item.key not in self._told]
        self._told = {item.key for item in problems}
        if len(new) == 1:
            self.tell_of(new[0])
        elif new:
            self._new = new
            self._tell_of_all(new)

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

    def _tell_of_all(self, items: Sequence[DocumentItem]) -> None:
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
        self._shell.messages.warn(" ".join(parts), self.tr("Show first"), self._show_first)

    def _again(self) -> None:
        self.read_again(self._new)

    def _show_first(self) -> None:
        self._shell.show_matter()
        self._shell.panel.show_problems(self._new[0].key)
