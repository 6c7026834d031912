"""Files for others to read: asks where a report, a table or a chronology goes, and writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.language.languages import voice
from app.ui.matter import desk_work
from app.ui.matter.desk import Desk

if TYPE_CHECKING:  # At run time it comes when the first matter does: the window is up sooner.
    from app.tables.table import Table

PDF, HTML, EXCEL = "PDF (*.pdf)", "HTML (*.html)", "Excel (*.xlsx)"
MARKDOWN, CSV, JSON = "Markdown (*.md)", "CSV (*.csv)", "JSON (*.json)"


class Exports(QObject):
    """Writes what the matter on the desk has come to, in the language of the window.

    Attributes:
        run_on_show: gives the id of the run on show and its question; "" for none.
        table_on_show: gives the table on show.
        dialog: the file dialog that is open, or was last.

    Signals:
        written: the path of a file.
    """

    written = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._folder = str(Path.home())
        self.run_on_show: Callable[[], tuple[str, str]] = lambda: ("", "")
        self.table_on_show: Callable[[], Table | None] = lambda: None
        self.dialog: QFileDialog | None = None

    def ask_report(self) -> None:
        """Choose where the report of the run on show goes; the file's ending says as what."""
        run, question = self.run_on_show()
        if run:
            kinds = (PDF, HTML, MARKDOWN)
            self._ask(self.tr("Export report"), kinds, question, partial(self.write_report, run))

    def ask_all(self) -> None:
        """Choose where one report of every question goes."""
        kinds = (PDF, HTML, MARKDOWN)
        self._ask(self.tr("Export all questions"), kinds, self._desk.title, self.write_all)

    def ask_table(self) -> None:
        """Choose where the table on show goes."""
        table = self.table_on_show()
        if table is not None:
            kinds = (EXCEL, CSV, HTML, JSON)
            title, write = self.tr("Export the table"), partial(self.write_table, table)
            self._ask(title, kinds, table.title, write)

    def ask_chronology(self) -> None:
        """Choose where the chronology goes."""
        name = f"{self.tr('Chronology')} {self._desk.title}"
        kinds = (PDF, EXCEL, CSV, HTML)
        self._ask(self.tr("Export the chronology"), kinds, name, self.write_chronology)

    def write_report(self, run: str, to: Path) -> None:
        """Write the report of a run."""
        self._write(partial(desk_work.write_report, run=run, to=to))

    def write_all(self, to: Path) -> None:
        """Write one report of every question that was asked outside of tables."""
        self._write(partial(desk_work.write_all, to=to))

    def write_table(self, table: Table, to: Path) -> None:
        """Write a table."""
        self._write(partial(desk_work.write_table, table=table, to=to))

    def write_chronology(self, to: Path) -> None:
        """Write the dates in cited passages."""
        self._write(partial(desk_work.write_chronology, to=to))

    def _ask(
        self, title: str, kinds: Sequence[str], name: str, write: Callable[[Path], None]
    ) -> None:
        dialog = self.dialog = QFileDialog(self._window, title, self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix(ending(kinds[0]))
        dialog.filterSelected.connect(partial(_take_ending, dialog))
        dialog.selectFile(f"{file_name(name)}.{ending(kinds[0])}")
        dialog.fileSelected.connect(partial(self._chosen, write))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, write: Callable[[Path], None], path: str) -> None:
        self._folder = str(Path(path).parent)
        write(Path(path))

    def _write(self, work: Callable[..., Path]) -> None:
        bench = self._desk.bench
        if bench is not None:
            inform = partial(work, bench, matter=self._desk.title, voice=voice())
            self._desk.keep(lambda _store: inform(), self._done)

    def _done(self, to: Path) -> None:
        self.written.emit(to)


def ending(kind: str) -> str:
    """The ending in a kind of file: "pdf" of "PDF (*.pdf)"."""
    return kind.rpartition(".")[2].rstrip(")")


def file_name(words: str) -> str:
    """A file name made of a text's first words."""
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in words)
    return " ".join(kept.split())[:60].strip() or "report"


def _take_ending(dialog: QFileDialog, kind: str) -> None:
    dialog.setDefaultSuffix(ending(kind))
