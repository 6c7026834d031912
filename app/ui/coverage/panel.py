"""The coverage panel: which pages were read in the run on show, in another one, or never."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from app.documents.document import Page, Span
from app.recursion.results import Citation
from app.ui.appearance.icons import Icons
from app.ui.coverage.grid import CELL, CoverageGrid, cell_colours, paint_cell
from app.ui.coverage.map import PageReading
from app.ui.coverage.model import CoverageModel
from app.ui.widgets.basic import EDGE, ElidedLabel, label, nothing
from app.ui.widgets.layouts import column
from app.ui.widgets.panel import Panel, Section

REFRESH_MS = 200
"""Slices come by the hundred while a run goes on; eyes need no more than this."""


class CoveragePanel(Panel):
    """All pages of the matter as cells, with what they stand for.

    Signals:
        page_chosen: a document's id and the index of a page.
    """

    page_chosen = Signal(str, int)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.model = CoverageModel(self)
        self.grid = CoverageGrid(icons, self.model)
        self.summary = ElidedLabel("", "small")
        self._soon = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._soon.timeout.connect(self._refresh)
        empty = nothing(
            self.tr("No documents yet. Which of their pages a run has read is shown here.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(self.grid)
        self.summary.setContentsMargins(EDGE, 0, EDGE, 4)
        self._meanings = self._legend(icons)
        layout = column(
            Section(self.tr("Pages read")),
            self.summary,
            self._meanings,
            self._pages,
        )
        layout.setSpacing(0)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.grid.page_chosen.connect(self.page_chosen)
        self.set_documents(())

    def set_documents(self, documents: Sequence[tuple[str, str]]) -> None:
        """Show these documents, each by its id and name."""
        self.model.set_documents(documents)
        self._pages.setCurrentIndex(1 if documents else 0)
        self._meanings.setVisible(bool(documents))
        self.summary.setVisible(bool(documents))

    def set_read(self, pages: Mapping[str, Sequence[Page]], spans: Sequence[Span]) -> None:
        """Take the pages of all documents, and what was shown in all runs of the matter."""
        self.model.map.set_pages(pages)
        self.model.map.set_other(spans)
        self.grid.scheduleDelayedItemsLayout()
        self._refresh()

    def set_run(self, slices: Sequence[Span], citations: Sequence[Citation]) -> None:
        """Take what was shown in the run on show, and what its answer cites."""
        self.model.map.set_now(slices)
        self.model.map.set_cited([citation.span for citation in citations])
        self._refresh()

    def add(self, span: Span) -> None:
        """One more slice was shown."""
        self.model.map.add(span)
        if not self._soon.isActive():
            self._soon.start()

    def _refresh(self) -> None:
        self._soon.stop()
        self.summary.setText(self.model.summary())
        self.model.refresh()
        self.grid.scheduleDelayedItemsLayout()  # What is said may take a line more, or less.

    def _legend(self, icons: Icons) -> QWidget:
        """What the cells mean, two by two."""
        legend = QWidget()
        grid = QGridLayout(legend)
        grid.setContentsMargins(EDGE, 0, EDGE, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        entries = (
            (PageReading.NOW, self.tr("in this run")),
            (PageReading.PART, self.tr("in part")),
            (PageReading.OTHER, self.tr("in another run")),
            (PageReading.NEVER, self.tr("never")),
            (PageReading.NO_TEXT, self.tr("no text")),
        )
        for n, (how, words) in enumerate(entries):
            grid.addWidget(Swatch(icons, how), n // 2, 2 * (n % 2))
            grid.addWidget(label(words, "small"), n // 2, 2 * (n % 2) + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return legend


class Swatch(QWidget):
    """One cell, as an example."""

    def __init__(self, icons: Icons, how: PageReading) -> None:
        super().__init__()
        self._icons = icons
        self._how = how
        self.setFixedSize(QSize(CELL, CELL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cell."""
        painter = QPainter(self)
        paint_cell(painter, QRect(0, 0, CELL, CELL), self._how, cell_colours(self._icons))
        painter.end()
