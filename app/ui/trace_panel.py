"""The trace: every turn, cell and sub-call of a run, and what each of them said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.documents.document import Span
from app.recursion.events import ChildFinished, ChildStarted, SubcallFinished, SubcallStarted
from app.ui.actions import Actions
from app.ui.highlighter import PythonHighlighter
from app.ui.icons import Icons
from app.ui.run_state import RunState, Step
from app.ui.trace_model import PROBABILITY, RESULT, SECONDS, STEP, TOKENS, PlaceOf, TraceModel
from app.ui.widgets import Panel, Section, action_button, column, label, name, push_button


class TracePanel(Panel):
    """The tree at the left, the chosen step at the right.

    Signals:
        slice_chosen: the `Span` of a step that was chosen.
    """

    slice_chosen = Signal(object)

    def __init__(
        self,
        icons: Icons,
        actions: Actions,
        place_of: PlaceOf,
        short_place_of: PlaceOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = TraceModel(icons, short_place_of, self)
        self.model.show(RunState())
        self.tree = QTreeView()
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
        self._follow = True
        self.tree.verticalScrollBar().valueChanged.connect(self._scrolled)

        self.detail = StepDetail(icons, place_of)
        self.detail.slice_chosen.connect(self.slice_chosen)
        self.detail.setMinimumWidth(240)
        self.detail.hide()
        self._pages = QStackedWidget()
        empty = label(
            self.tr("While a question is worked on, every step shows here as it happens."),
            "faint",
            wrap=True,
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        empty.setContentsMargins(16, 6, 16, 6)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.tree)
        self.split.addWidget(self.detail)
        self.split.setSizes([600, 360])
        self.split.setChildrenCollapsible(False)
        self._pages.addWidget(empty)
        self._pages.addWidget(self.split)
        head = Section(
            self.tr("Trace"), action_button(actions["replay"], 16),
            action_button(actions["show_trace"], 16),
        )  # fmt: skip
        layout = column(head, self._pages)
        layout.setSpacing(0)
        self.setLayout(layout)
        self.setMinimumHeight(120)

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
        if step is self.detail.step and step is not None:
            self.detail.show_step(step, self.model.kind_name)

    def _scrolled(self) -> None:
        bar = self.tree.verticalScrollBar()
        self._follow = bar.value() >= bar.maximum() - 2

    def _selected(self, chosen: QItemSelection, _gone: QItemSelection) -> None:
        indexes = chosen.indexes()
        index = indexes[0] if indexes else QModelIndex()
        step = self.model.step(index)
        if step is None:
            return
        self.detail.show_step(step, self.model.kind_name)
        self.detail.show()
        if step.kind != "turn" and step.spans:
            self.slice_chosen.emit(step.spans[0])


class StepDetail(QScrollArea):
    """Everything about one step of the trace.

    Signals:
        slice_chosen: the `Span` whose place was clicked.
    """

    slice_chosen = Signal(object)

    def __init__(self, icons: Icons, place_of: PlaceOf) -> None:
        super().__init__()
        self._icons = icons
        self._place_of = place_of
        self.step: Step | None = None
        self._spans: dict[str, Span] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clear()

    def clear(self) -> None:
        """Show no step."""
        self.step = None
        words = label(self.tr("Choose a step to see all of it."), "faint", wrap=True)
        self._set([words])

    def show_step(self, step: Step, kind_name: Callable[[str], str]) -> None:
        """Show a step."""
        self.step = step
        self._spans.clear()
        if step.kind == "turn":
            self._set(self._turn(step))
        else:
            self._set(self._call(step, kind_name))

    def _turn(self, step: Step) -> list[QWidget]:
        parts: list[QWidget] = []
        cell = step.cell
        if cell is None:
            if step.writing:
                parts += self._text(self.tr("Being written"), step.writing, code=True)
            return parts or [label(self.tr("Under way…"), "faint")]
        if cell.reply and cell.reply.strip() != cell.code.strip():
            parts += self._text(self.tr("Plan or reply"), cell.reply, code=True)
        if cell.code:
            parts += self._text(self.tr("Cell"), cell.code, code=True)
        if cell.error:
            parts += self._text(self.tr("Error, as the model saw it"), cell.error)
        if cell.output:
            parts += self._text(self.tr("Output, as the model saw it"), cell.output, code=True)
        if cell.variables:
            lines = "\n".join(f"{key} = {value}" for key, value in cell.variables.items())
            parts += self._text(self.tr("Variables after it"), lines, code=True)
        return parts

    def _call(self, step: Step, kind_name: Callable[[str], str]) -> list[QWidget]:
        parts: list[QWidget] = []
        begun, done = step.started, step.finished
        if isinstance(begun, SubcallStarted):
            parts += self._text(kind_name(begun.kind), begun.question)
        elif isinstance(begun, ChildStarted):
            parts += self._text(self.tr("Child run"), begun.question)
        for n, span in enumerate(step.spans[:12]):
            parts.append(self._place(str(n), span))
        if isinstance(done, SubcallFinished):
            parts += self._text(self.tr("Result"), done.result or self.tr("nothing"))
            if done.prompt:
                parts += self._text(self.tr("Prompt"), done.prompt, code=True)
        elif isinstance(done, ChildFinished):
            parts += self._text(self.tr("Result"), done.result)
        return parts

    def _place(self, key: str, span: Span) -> QPushButton:
        self._spans[key] = span
        button = push_button(self._place_of(span), "link")
        button.setObjectName(key)
        button.clicked.connect(self._place_clicked)
        return button

    def _place_clicked(self) -> None:
        self.slice_chosen.emit(self._spans[self.sender().objectName()])

    def _text(self, title: str, text: str, code: bool = False) -> list[QWidget]:
        caption = label(title, "section")
        if not code:
            words = label(text, "", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            return [caption, words]
        box = QPlainTextEdit(text)
        box.setObjectName("code")
        box.setReadOnly(True)
        box.setAccessibleName(title)
        box.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        lines = min(16, sum(1 + len(line) // 60 for line in text.splitlines()) or 1)
        box.setFixedHeight(lines * (box.fontMetrics().lineSpacing() + 1) + 22)
        PythonHighlighter(box.document(), self._icons.appearance)
        return [caption, box]

    def _set(self, parts: list[QWidget]) -> None:
        holder = QWidget()
        holder.setObjectName("scrolled")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(14, 6, 14, 12)
        layout.setSpacing(5)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(holder)
