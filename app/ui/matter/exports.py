"""Files for others to read: asks where a report, a table or a chronology goes, and writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.cancel import CancelToken
from app.documents.process import ParserProcess
from app.reports.wording import Voice
from app.sessions.rows import RunRecord
from app.ui.background.writer import Writer
from app.ui.language.languages import voice
from app.ui.matter.desk import Desk

if TYPE_CHECKING:  # At run time these come when the first matter does: the window is up sooner.
    from app.sessions.store import Store
    from app.tables.chronology import Entry
    from app.tables.table import Table

PDF, HTML, EXCEL = "PDF (*.pdf)", "HTML (*.html)", "Excel (*.xlsx)"
MARKDOWN, CSV, JSON = "Markdown (*.md)", "CSV (*.csv)", "JSON (*.json)"


class Exports(QObject):
    """Has what the matter on the desk has come to written, in the language of the window.

    What goes into a file is read at once; the file is written beside all else.

    Attributes:
        run_on_show: gives the id of the run on show and its question; "" for none.
        table_on_show: gives the table on show.
        dialog: the file dialog that is open, or was last.
    """

    def __init__(self, desk: Desk, writer: Writer, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._writer = writer
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
        self._write_runs(lambda store: [store.run(run)], to)

    def write_all(self, to: Path) -> None:
        """Write one report of every question that was asked outside of tables."""
        self._write_runs(_all_asked, to)

    def write_table(self, table: Table, to: Path) -> None:
        """Write a table."""
        self._writer.write(to, partial(_table, table, to, voice()))

    def write_chronology(self, to: Path) -> None:
        """Write the dates in cited passages."""
        write = partial(self._write, to, partial(_dates, to, self._desk.title, voice()))
        self._desk.keep(_entries, write)

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

    def _write_runs(self, read: Callable[[Store], list[RunRecord]], to: Path) -> None:
        write = partial(self._write, to, partial(_report, to, self._desk.title, voice()))
        self._desk.keep(read, write)

    def _write(self, to: Path, work: Callable[..., object], what: object) -> None:
        """What is to be in the file has been read."""
        self._writer.write(to, partial(work, what))


def _all_asked(store: Store) -> list[RunRecord]:
    """In the worker: every question of the matter."""
    from app.workbench.reporting import all_asked

    return all_asked(store)


def _report(
    to: Path,
    matter: str,
    voice: Voice,
    records: list[RunRecord],
    parser: ParserProcess,
    cancel: CancelToken,
) -> None:
    """In the worker: the report of runs as a file."""
    from app.workbench.reporting import write_report

    write_report(records, to, parser, voice, matter, cancel)


def _table(
    table: Table, to: Path, voice: Voice, _parser: ParserProcess, _cancel: CancelToken
) -> None:
    """In the worker: a table as a file."""
    from app.reports.tables import write

    write(table, to, voice=voice)


def _entries(store: Store) -> list[Entry]:
    """In the worker: the dates in cited passages."""
    from app.tables.chronology import chronology

    return chronology(store)


def _dates(
    to: Path,
    matter: str,
    voice: Voice,
    entries: list[Entry],
    parser: ParserProcess,
    cancel: CancelToken,
) -> None:
    """In the worker: those as a file."""
    from app.workbench.reporting import write_dates

    write_dates(entries, matter, to, parser, voice, cancel)


def ending(kind: str) -> str:
    """The ending in a kind of file: "pdf" of "PDF (*.pdf)"."""
    return kind.rpartition(".")[2].rstrip(")")


def file_name(words: str) -> str:
    """A file name made of a text's first words."""
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in words)
    return " ".join(kept.split())[:60].strip() or "report"


def _take_ending(dialog: QFileDialog, kind: str) -> None:
    dialog.setDefaultSuffix(ending(kind))
