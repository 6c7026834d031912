"""The chosen step of the trace: all that it said, and its cell to be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.documents.document import Span
from app.recursion.events import (
    ChildFinished,
    ChildStarted,
    PartReady,
    SubcallFinished,
    SubcallStarted,
)
from app.ui.actions.actions import Actions
from app.ui.answers.earlier_button import EarlierButton
from app.ui.answers.progress import without
from app.ui.appearance.icons import Icons
from app.ui.trace.cell_editor import CellEditor, code_box
from app.ui.trace.run_state import Step
from app.ui.trace.step_words import PlaceOf, cost, kind_name, nothing, outcome
from app.ui.widgets.basic import label, name
from app.ui.widgets.buttons import ElidedButton

_PLACES = 12
"""So many places of a step are offered."""


def is_editable(step: Step) -> bool:
    """Whether a step's cell can be changed and run on from: those of the root can."""
    return step.kind == "turn" and not step.frame and step.cell is not None and bool(step.number)


class StepDetail(QScrollArea):
    """Everything about one step of the trace.

    Attributes:
        step: the one on show.
        cell: the editor of its cell while that is changed, or None.

    Signals:
        slice_chosen: the `Span` whose place was clicked.
        branch_asked: the step, and its cell as the reviewer changed it.
        run_asked: the id of the earlier run that the step draws upon, when that was clicked.
    """

    slice_chosen = Signal(object)
    branch_asked = Signal(object, str)
    run_asked = Signal(str)

    def __init__(self, icons: Icons, actions: Actions, place_of: PlaceOf) -> None:
        super().__init__()
        self._icons = icons
        self._actions = actions
        self._place_of = place_of
        self.step: Step | None = None
        self.cell: CellEditor | None = None
        self._spans: dict[str, Span] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clear()

    @property
    def editing(self) -> bool:
        """Whether a cell is being changed."""
        return self.cell is not None and self.cell.editing

    def edit(self) -> None:
        """Let the reviewer change the cell on show."""
        if self.cell is not None:
            self.cell.edit()
            QTimer.singleShot(0, self._lead_to_cell)

    def _lead_to_cell(self) -> None:
        """Scroll to the cell's buttons, once they have their place."""
        if self.cell is not None:
            self.verticalScrollBar().setValue(self.cell.y())

    def clear(self) -> None:
        """Show no step."""
        self.step = None
        self.cell = None
        words = label(self.tr("Choose a step to see all of it."), "faint", wrap=True)
        self._set([words])

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self.step = step
        self.cell = None
        self._spans.clear()
        if step.kind == "turn":
            parts = self._turn(step)
        elif step.part is not None:
            parts = self._part(step.part)
        else:
            parts = self._call(step)
        spent = cost(step)
        self._set([*parts, label(spent, "faint")] if spent else parts)

    def _turn(self, step: Step) -> list[QWidget]:
        parts: list[QWidget] = []
        cell = step.cell
        if cell is None:
            if step.writing:
                parts += self._text(self.tr("Being written"), step.writing, code=True)
            return parts or [label(self.tr("Under way…"), "faint")]
        if cell.reply and cell.reply.strip() != cell.code.strip():
            parts += self._text(self.tr("Plan or reply"), cell.reply, code=True)
        if cell.code and is_editable(step):
            self.cell = CellEditor(cell.code, self._icons, self._actions)
            self.cell.run_asked.connect(self._run_asked)
            parts.append(self.cell)
        elif cell.code:
            parts += self._text(self.tr("Cell"), cell.code, code=True)
        if cell.error:
            parts += self._text(self.tr("Error, as the model saw it"), cell.error)
        if cell.output:
            parts += self._text(self.tr("Output, as the model saw it"), cell.output, code=True)
        if cell.variables:
            lines = "\n".join(f"{key} = {value}" for key, value in cell.variables.items())
            parts += self._text(self.tr("Variables after it"), lines, code=True)
        return parts

    def _part(self, part: PartReady) -> list[QWidget]:
        """A part of a long answer: its statements, each with the place it rests on."""
        parts: list[QWidget] = [label(self.tr("Part of the answer"), "section")]
        if part.title:
            parts.append(label(part.title, "strong", wrap=True))
        for n, (text, spans) in enumerate(part.claims):
            parts.append(label(without(part.title, text), wrap=True, selectable=True))
            parts += [self._place(f"{n}.{at}", span) for at, span in enumerate(spans[:_PLACES])]
        if not part.claims:
            parts.append(label(self.tr("Nothing was found here."), "faint", wrap=True))
        return parts

    def _call(self, step: Step) -> list[QWidget]:
        parts: list[QWidget] = []
        begun, done = step.started, step.finished
        if isinstance(begun, SubcallStarted):
            parts += self._text(kind_name(begun.kind), begun.question)
        elif isinstance(begun, ChildStarted):
            parts += self._text(self.tr("Child run"), begun.question)
        for n, span in enumerate(step.spans[:_PLACES]):
            parts.append(self._place(str(n), span))
        if step.recalled is not None:
            known = EarlierButton(step.recalled.question, self._icons)
            known.clicked.connect(self._earlier_clicked)
            parts.append(known)
        if isinstance(done, SubcallFinished):
            parts += self._findings(step, done)
            if done.prompt:
                parts += self._text(self.tr("Prompt"), done.prompt, code=True)
        elif isinstance(done, ChildFinished):
            parts += self._text(self.tr("Result"), outcome(done))
        return parts

    def _findings(self, step: Step, done: SubcallFinished) -> list[QWidget]:
        """What a sub-call found, each with the sentences it rests on; then its very words."""
        if not done.findings:
            return self._text(self.tr("Result"), nothing(step) or done.result or self.tr("nothing"))
        parts: list[QWidget] = [label(self.tr("Result"), "section")]
        for n, finding in enumerate(done.findings):
            parts.append(label(finding.answer, wrap=True, selectable=True))
            cited = finding.spans[:_PLACES]
            parts += [self._place(f"found {n}.{at}", span) for at, span in enumerate(cited)]
        return [*parts, *self._text(self.tr("Reply of the model"), done.result, code=True)]

    def _place(self, key: str, span: Span) -> QPushButton:
        self._spans[key] = span
        words = self._place_of(span)
        button = ElidedButton(words)
        name(button, words, words)
        button.setObjectName(key)
        button.clicked.connect(self._place_clicked)
        return button

    def _place_clicked(self) -> None:
        self.slice_chosen.emit(self._spans[self.sender().objectName()])

    def _earlier_clicked(self) -> None:
        if self.step is not None and self.step.recalled is not None:
            self.run_asked.emit(self.step.recalled.run)

    def _text(self, title: str, text: str, code: bool = False) -> list[QWidget]:
        caption = label(title, "section")
        if not code:
            return [caption, label(text, wrap=True, selectable=True)]
        return [caption, code_box(title, text, self._icons)]

    def _run_asked(self, code: str) -> None:
        self.branch_asked.emit(self.step, code)

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
