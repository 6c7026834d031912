"""The trace: every turn, cell and sub-call of a run, and what each of them said."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QWidget,
)

from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.trace.model import (
    PROBABILITY,
    RESULT,
    SECONDS,
    STEP,
    TOKENS,
    TraceModel,
)
from app.ui.trace.run_state import RunState
from app.ui.trace.step_detail import StepDetail, is_editable
from app.ui.trace.step_words import PlaceOf, StepWords
from app.ui.widgets.basic import name, nothing
from app.ui.widgets.layouts import column, divide
from app.ui.widgets.panel import Panel

_NARROW = 480
"""Pixels of the tree, below which it has no columns for what a step took."""


class TraceTree(QTreeView):
    """The tree; where the panel is narrow, steps and results get the room of the figures."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        width = event.size().width()
        if width != event.oldSize().width():
            for column in (TOKENS, SECONDS):  # The detail of a step tells them too.
                self.setColumnHidden(column, width < _NARROW)
            self.setColumnWidth(STEP, max(150, min(340, round(width * 0.42))))


class TracePanel(Panel):
    """The tree at the left, the chosen step at the right.

    Signals:
        slice_chosen: the `Span` of a step that was chosen.
        branch_asked: a turn's `Step`, and its cell as the reviewer changed it.
        run_asked: the id of the earlier run that a step draws upon, when that was clicked.
    """

    slice_chosen = Signal(object)
    branch_asked = Signal(object, str)
    run_asked = Signal(str)

    def __init__(
        self,
        icons: Icons,
        actions: Actions,
        place_of: PlaceOf,
        words: StepWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = TraceModel(icons, words, self)
        self.model.show(RunState())
        self._follow = True
        self._make_tree()
        self._make_detail(icons, actions, place_of)
        empty = nothing(
            self.tr("While a question is worked on, every step shows here as it happens.")
        )
        self.split = divide(QSplitter(Qt.Orientation.Horizontal), self.tree, self.detail)
        self.split.setSizes([600, 360])
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(self.split)
        self.setLayout(column(self._pages))

    def _make_tree(self) -> None:
        self.tree = TraceTree()
        name(self.tree, self.tr("Trace of the run"))
        self.tree.setModel(self.model)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(16)
        self.tree.setMouseTracking(True)
        self.tree.setAnimated(False)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(STEP, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(RESULT, QHeaderView.ResizeMode.Stretch)
        for section, width in ((STEP, 290), (PROBABILITY, 44), (TOKENS, 60), (SECONDS, 54)):
            self.tree.setColumnWidth(section, width)
        self.tree.selectionModel().selectionChanged.connect(self._selected)
        self.tree.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _make_detail(self, icons: Icons, actions: Actions, place_of: PlaceOf) -> None:
        self.detail = StepDetail(icons, actions, place_of)
        self.detail.slice_chosen.connect(self.slice_chosen)
        self.detail.branch_asked.connect(self.branch_asked)
        self.detail.run_asked.connect(self.run_asked)
        self.detail.setMinimumWidth(290)
        self.detail.hide()

    def show_state(self, state: RunState) -> None:
        """Show a run from its first step."""
        self.model.show(state)
        self._follow = True
        self.detail.clear()
        self.detail.hide()
        self._pages.setCurrentIndex(1 if state.top else 0)
        if len(state.top) <= 3:
            self.tree.expandToDepth(0)
        elif state.top:
            self.tree.expand(self.model.index_of(state.top[-1]))

    def follow(self) -> None:
        """Take in what the last event changed; the newest step stays in sight.

        A reviewer who has scrolled up is left where they are.
        """
        index = self.model.follow()
        if not index.isValid():
            return
        self._pages.setCurrentIndex(1)
        step = self.model.step(index)
        if step is not None and step.kind == "turn" and not self.tree.isExpanded(index):
            self.tree.expand(index)
        if self._follow:
            self.tree.scrollTo(index)
        if step is self.detail.step and step is not None and not self.detail.editing:
            self.detail.show_step(step)

    def edit_cell(self) -> None:
        """Edit the cell of the chosen turn, or of the last one that has a cell."""
        chosen = self.model.step(self.tree.currentIndex())
        while chosen is not None and chosen.above is not None:
            chosen = chosen.above
        turns = [step for step in self.model.state.top if is_editable(step)]
        if not turns:
            return
        step = chosen if chosen in turns else turns[-1]
        self.tree.setCurrentIndex(self.model.index_of(step))
        self.detail.edit()

    def _scrolled(self) -> None:
        bar = self.tree.verticalScrollBar()
        self._follow = bar.value() >= bar.maximum() - 2

    def _selected(self, chosen: QItemSelection, _gone: QItemSelection) -> None:
        indexes = chosen.indexes()
        index = indexes[0] if indexes else QModelIndex()
        step = self.model.step(index)
        if step is None:
            return
        self.detail.show_step(step)
        self.detail.show()
        if step.kind != "turn" and step.spans:
            self.slice_chosen.emit(step.spans[0])
