"""The matter on show: keeps list, viewer, foot and title in step with the desk."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.documents.document import Document
from app.sessions.rows import SessionRow, asked
from app.ui.background.pages import Pages
from app.ui.background.writer import Writer
from app.ui.documents.item import DocumentItem
from app.ui.frame.import_problems import ImportProblems
from app.ui.frame.shell import Shell
from app.ui.language.numerals import plural
from app.ui.matter.commands import MatterCommands
from app.ui.matter.desk import Desk
from app.ui.preferences import PreferencesFile
from app.ui.runs.presenter import RunPresenter


class MatterView(QObject):
    """Listens to the desk, and to what is chosen in the list of documents and runs.

    Attributes:
        answered: whether a run of the matter has an answer.
        asked: whether one came to an end outside of tables.

    Signals:
        changed: what is on show has changed.
        opened: a matter was opened.
    """

    changed = Signal()
    opened = Signal()

    def __init__(
        self,
        desk: Desk,
        shell: Shell,
        matter: MatterCommands,
        runs: RunPresenter,
        preferences: PreferencesFile,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._shell = shell
        self._matter = matter
        self._runs = runs
        self._preferences = preferences
        self._window = window
        self._problems = ImportProblems(desk, shell, self)
        self._known: set[str] = set()
        self.answered = self.asked = False
        self._connect()

    def watch(self, pages: Pages, writer: Writer) -> None:
        """Ask for passwords that pages need to be drawn, and tell of files that are written."""
        pages.locked.connect(self._page_locked)
        line = self._shell.foot.work
        writer.writing.connect(line.show_writing)
        line.cancel_writing.connect(writer.cancel)
        writer.written.connect(self._tell_written)
        writer.cancelled.connect(self._tell_not_written)

    def keep_layout(self) -> None:
        """Remember how the panels lie and what is on show, for this matter."""
        store = self._desk.store
        if store is None:
            return
        layout = self._shell.panels.layout()
        document = self._shell.navigator.document
        if document is not None:
            pane = self._shell.pane
            layout = self._shell.panels.layout(document.id, pane.viewer.current_page, pane.viewing)
        self._preferences.values.keep_layout(store.path, layout)

    def _connect(self) -> None:
        desk, shell, panel = self._desk, self._shell, self._shell.panel
        desk.opening.connect(shell.start.show_opening)
        desk.opened.connect(self._matter_opened)
        desk.failed.connect(self._failed)
        desk.crashed.connect(self._failed)
        desk.documents_changed.connect(self._documents_changed)
        desk.runs_changed.connect(self._runs_changed)
        self._matter.removed.connect(self._removed)
        self._matter.unlocked.connect(shell.navigator.show_document)
        panel.document_chosen.connect(shell.navigator.show_document)
        panel.password_asked.connect(self._matter.ask_password)
        panel.problem_asked.connect(self._problems.tell_of)
        panel.again_asked.connect(self._problems.read_again)
        panel.remove_asked.connect(desk.remove)
        panel.run_chosen.connect(self._runs.show_run)
        panel.cancel_asked.connect(self._cancel_import)
        panel.sort_by(self._preferences.values.document_order)
        panel.order_chosen.connect(self._order_chosen)
        shell.start.matter_chosen.connect(desk.open)
        shell.start.progress.cancel.clicked.connect(self._cancel_import)
        shell.foot.work.prepare.connect(self._prepare)
        shell.navigator.document_shown.connect(self._document_shown)
        shell.navigator.overlaid.connect(shell.coverage.set_run)
        shell.navigator.overlaid.connect(shell.beside.set_run)
        shell.navigator.read.connect(shell.beside.viewer.flash_slice)
        shell.navigator.read.connect(shell.coverage.add)
        shell.coverage.page_chosen.connect(shell.navigator.show_page)
        shell.pane.viewer.pageChanged.connect(self._page_changed)
        desk.reading_ready.connect(shell.coverage.set_read)
        self._runs.run_selected.connect(panel.select_run)

    def _matter_opened(self, path: Path, title: str) -> None:
        shell = self._shell
        self._matter.undo_stack.clear()
        shell.navigator.show_nothing()
        self._runs.show_nothing()
        shell.messages.hide()
        self._problems.forget()
        values = self._preferences.values
        values.remember(path)
        self._preferences.save()
        shell.top.matter.setText(title)
        shell.top.matter.setToolTip(str(path))
        self._window.setWindowTitle(f"{title} – Pincite")
        layout = values.layouts.get(str(path))
        if layout is not None:
            shell.panels.restore(layout)
            shell.pane.restore(layout.viewing)
        if self._desk.importer is not None:
            shell.foot.work.show_preparing(0, 0)
            shell.foot.work.show_left(False)
            self._desk.importer.progress.connect(shell.panel.progress.show_progress)
            self._desk.importer.progress.connect(shell.start.show_progress)
            self._desk.importer.progress.connect(self._problems.progressed)
            self._desk.importer.listed.connect(self._problems.listed)
            self._desk.importer.embedding.connect(shell.foot.work.show_preparing)
            self._desk.importer.left.connect(shell.foot.work.show_left)
        self.opened.emit()

    def _documents_changed(self, items: list[DocumentItem]) -> None:
        shell = self._shell
        shell.panel.set_items(items)
        rows = [item.row for item in items if item.row is not None]
        pages = sum(found.pages for found in rows)
        words = " · ".join(
            (
                plural(len(rows), self.tr("1 document"), self.tr("{n} documents")),
                plural(pages, self.tr("1 page"), self.tr("{n} pages")),
            )
        )
        self._forget_removed({found.id for found in rows})
        shell.coverage.set_documents([(found.id, found.name) for found in rows])
        shell.beside.set_documents([(found.id, found.name) for found in rows])
        shell.foot.counts.setText(words if rows else "")
        shell.show_documents(bool(rows))
        shell.side.question.set_pages(pages)
        shown = shell.navigator.document
        ids = [found.id for found in rows]
        if shown is None or shown.id not in ids:
            if ids:
                self._show_first(ids)
            elif shown is not None:
                shell.navigator.show_nothing()
        self.changed.emit()

    def _forget_removed(self, here: set[str]) -> None:
        """No way leads back into documents that were taken out."""
        for gone in self._known - here:
            self._shell.navigator.forget(gone)
        if here != self._known:
            self._desk.load_reading()
        self._known = here

    def _show_first(self, ids: list[str]) -> None:
        """Show the document that was on show last, or the first."""
        store = self._desk.store
        kept = self._preferences.values.layouts.get(str(store.path)) if store is not None else None
        if kept is not None and kept.document in ids:
            self._shell.navigator.show_document(kept.document, kept.page)
        else:
            self._shell.navigator.show_document(ids[0])

    def _runs_changed(self, sessions: list[SessionRow]) -> None:
        panel = self._shell.panel
        panel.runs.set_sessions(sessions)
        panel.runs_changed()
        self._desk.load_reading()
        self.answered = any(
            run.status in ("answered", "stopped") for session in sessions for run in session.runs
        )
        self.asked = bool(asked(sessions))
        self.changed.emit()
        if self._runs.shown is not None:
            panel.select_run(self._runs.shown.id)

    def _page_changed(self, page: int) -> None:
        document = self._shell.navigator.document
        self._shell.coverage.grid.show_page(document.id if document is not None else "", page)

    def _document_shown(self, document: Document | None) -> None:
        if document is not None:
            self._shell.panel.select_document(document.id)
            self._page_changed(self._shell.pane.viewer.current_page)
        self.changed.emit()

    def _removed(self, count: int) -> None:
        words = plural(count, self.tr("Document removed"), self.tr("{n} documents removed"))
        self._shell.messages.tell(words, self.tr("Undo"), self._matter.undo)

    def _tell_written(self, path: Path) -> None:
        """A file was written that others are to read."""
        self._offer(path, self.tr("Written: {name}"))

    def _tell_not_written(self, path: Path) -> None:
        """The reviewer stopped a file being written."""
        self._shell.messages.tell(self.tr("Not written: {name}").format(name=path.name))

    def _offer(self, path: Path, words: str) -> None:
        """Say that a file was written, and offer to open it."""
        said = words.format(name=path.name)
        self._shell.messages.tell(said, self.tr("Open"), partial(_open, path))

    def _failed(self, _error: object) -> None:
        """The matter may not have been opened: then nothing is under way."""
        if self._desk.importer is None or not self._desk.importer.busy:
            self._shell.start.show_progress(None)

    def _order_chosen(self, order: str) -> None:
        self._preferences.values.document_order = order
        self._preferences.save()

    def _cancel_import(self) -> None:
        if self._desk.importer is not None:
            self._desk.importer.cancel()

    def _prepare(self, on: bool) -> None:
        if self._desk.importer is not None:
            self._desk.importer.prepare(on)

    def _page_locked(self, document: Document) -> None:
        """A document of the matter is encrypted; its pages need the password again."""
        item = next((i for i in self._desk.items if i.key == document.id), None)
        if item is not None:
            self._matter.ask_password(item)


def _open(path: Path) -> None:
    """Have the desktop open a file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
