"""What the reviewer can do with matters and files: the dialogs, and what follows from them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from app.ui.background.pages import Pages
from app.ui.documents.item import DocumentItem
from app.ui.language.numerals import plural
from app.ui.matter.desk import Desk
from app.ui.matter.files import SUFFIX


class RemoveDocuments(QUndoCommand):
    """Documents taken out of the matter, which Undo puts back."""

    def __init__(self, desk: Desk, items: list[DocumentItem], text: str) -> None:
        super().__init__(text)
        self._desk = desk
        self._items = items
        self._done = True

    def redo(self) -> None:
        """Take them out; the first time they are out already."""
        if not self._done:
            self._desk.remove([item.key for item in self._items], told=False)
        self._done = False

    def undo(self) -> None:
        """Put them back where they stood."""
        self._desk.restore(self._items)


class MatterCommands(QObject):
    """Opens, makes and keeps, each with its dialog. No dialog blocks the window.

    Signals:
        removed: documents were taken out; their number.
        unlocked: the id of a document that was read with its password.
    """

    removed = Signal(int)
    unlocked = Signal(str)

    def __init__(self, desk: Desk, pages: Pages, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._pages = pages
        self._window = window
        self.undo_stack = QUndoStack(self)
        self._folder = str(Path.home())
        self._locked: DocumentItem | None = None
        self._tried: Path | None = None
        self.dialog: QFileDialog | QInputDialog | None = None
        desk.removed.connect(self._removed)
        desk.documents_changed.connect(self._documents_changed)

    def new(self) -> None:
        """Begin an empty matter."""
        self._desk.new()

    def open(self) -> None:
        """Choose a matter and open it."""
        dialog = self._file_dialog(self.tr("Open matter"), self._matters())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def open_sample(self) -> None:
        """Open the matter of the samples."""
        self._desk.open_sample()

    def save_as(self) -> None:
        """Choose where the matter is kept."""
        if self._desk.store is None:
            return
        dialog = self._file_dialog(self.tr("Save matter as"), self._matters())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile("" if self._desk.unnamed else self._desk.store.path.name)
        dialog.fileSelected.connect(self._save_chosen)
        dialog.open()

    def add_documents(self) -> None:
        """Choose files and add them."""
        kinds = self.tr("Documents") + " (*.pdf *.docx *.html *.htm *.md *.markdown *.txt)"
        dialog = self._file_dialog(self.tr("Add documents"), kinds)
        dialog.setNameFilters([kinds, self.tr("All files") + " (*)"])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    def add_folder(self) -> None:
        """Choose a folder and add every document in it."""
        dialog = self._file_dialog(self.tr("Add a folder"), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    def add_paths(self, paths: list[Path]) -> None:
        """Add what was dropped; a matter among it is opened instead."""
        matter = _matter_among(paths)
        if matter is not None:
            self._desk.open(matter)
        elif paths:
            self._desk.add(paths)

    def drop_words(self, paths: list[Path]) -> str:
        """What a drop of files would do."""
        if _matter_among(paths) is not None:
            return self.tr("Drop to open this matter")
        return self.tr("Drop to add to this matter")

    def undo(self) -> None:
        """Undo the last removal."""
        self.undo_stack.undo()

    def redo(self) -> None:
        """Do it again."""
        self.undo_stack.redo()

    def ask_password(self, item: DocumentItem) -> None:
        """Ask for the password of an encrypted file."""
        self._ask_password(item, "")

    def _ask_password(self, item: DocumentItem, before: str) -> None:
        """Ask; `before` says why it is asked again."""
        self._locked = item
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Encrypted document"))
        words = self.tr("Password of {name}.\nIt is used to read the file and is not kept.")
        dialog.setLabelText(f"{before}\n\n{words.format(name=item.name)}".strip())
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.textValueSelected.connect(self._password_entered)
        self._show(dialog)

    def _file_dialog(self, title: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder, kinds)
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _show(self, dialog: QInputDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _matters(self) -> str:
        return self.tr("Matters") + f" (*{SUFFIX})"

    def _open_chosen(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        self._desk.open(Path(path))

    def _save_chosen(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        to = Path(path)
        self._desk.save_as(to if to.suffix == SUFFIX else to.with_name(to.name + SUFFIX))

    def _files_chosen(self, paths: list[str]) -> None:
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self._desk.add([Path(path) for path in paths])

    def _password_entered(self, password: str) -> None:
        item, self._locked = self._locked, None
        if item is None:
            return
        self._pages.unlock(item.path, password)
        if item.in_matter:
            self._desk.show(item.key)
        elif self._desk.importer is not None:
            self._tried = item.path
            self._desk.importer.unlock(item, password)

    def _documents_changed(self, items: list[DocumentItem]) -> None:
        """A file whose password was entered is shown, or the password is asked for again."""
        item = next((item for item in items if item.path == self._tried), None)
        if item is None or item.state in ("waiting", "reading"):
            return
        self._tried = None
        if item.state == "locked":
            self._ask_password(item, item.message)
        elif item.in_matter:
            self.unlocked.emit(item.key)

    def _removed(self, items: list[DocumentItem]) -> None:
        text = plural(len(items), self.tr("Remove document"), self.tr("Remove {n} documents"))
        self.undo_stack.push(RemoveDocuments(self._desk, items, text))
        self.removed.emit(len(items))


def _matter_among(paths: list[Path]) -> Path | None:
    """The first file that is a matter, by its name."""
    return next((path for path in paths if path.suffix == SUFFIX), None)
