"""The trace of a run as Qt's tree model: turns, their sub-calls, and child runs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.documents.document import Span
from app.recursion.events import ChildFinished, ChildStarted, SubcallFinished, SubcallStarted
from app.ui.icons import Icons
from app.ui.run_state import RunState, Step

STEP, RESULT, PROBABILITY, TOKENS, SECONDS = range(5)
StepRole = int(Qt.ItemDataRole.UserRole)
_NUMBERS = (PROBABILITY, TOKENS, SECONDS)

PlaceOf = Callable[[Span], str]
"""Where a span stands, in words: page and document."""
WordsOf = Callable[[Span], str]
"""The first words of a span; "" while its document is not in memory."""

Index = QModelIndex | QPersistentModelIndex


class TraceModel(QAbstractItemModel):
    """Shows a `RunState`; grows with it as events come.

    The window applies an event to the state between `before` and `after`.
    """

    def __init__(
        self, icons: Icons, place_of: PlaceOf, words_of: WordsOf, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._place_of = place_of
        self._words_of = words_of
        self._icons = icons
        self._state = RunState()
        self._known: dict[int, int] = {}
        self._top = 0

    @property
    def state(self) -> RunState:
        """The run on show."""
        return self._state

    def show(self, state: RunState) -> None:
        """Show another run."""
        self.beginResetModel()
        self._state = state
        self._known = {}
        self._count_all(state.top)
        self._top = len(state.top)
        self.endResetModel()

    def follow(self) -> QModelIndex:
        """Take in what the last event changed; the index of the step, or an invalid one.

        Steps that the state has and the model does not are added first, from the top down, so
        that a sub-call that made its own turn shows under it.
        """
        step = self._state.changed
        if step is None:
            return QModelIndex()
        self._add_missing(step)
        index = self.index_of(step)
        self.dataChanged.emit(index, index.siblingAtColumn(SECONDS))
        return index

    def index_of(self, step: Step) -> QModelIndex:
        """Where a step stands."""
        siblings = step.above.below if step.above is not None else self._state.top
        return self.createIndex(siblings.index(step), 0, step)

    def step(self, index: Index) -> Step | None:
        """The step at an index."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Step) else None

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a row under a parent."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        step = self.step(parent)
        siblings = step.below if step is not None else self._state.top
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The index of the step above."""
        step = self.step(index)
        if step is None or step.above is None:
            return QModelIndex()
        return self.index_of(step.above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many steps the model shows under a parent."""
        if parent.column() > 0:
            return 0
        step = self.step(parent)
        if step is None:
            return self._top
        return self._known.get(id(step), 0)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Step, result, P, tokens, seconds."""
        return 5

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            names = (self.tr("Step"), self.tr("Result"), self.tr("P"), self.tr("Tokens"),
                     self.tr("Time"))  # fmt: skip
            return names[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == PROBABILITY:
            return self.tr("The model's own probability that the passage holds the answer")
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        step = self.step(index)
        if step is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(step, column)
        if role == Qt.ItemDataRole.DecorationRole and column == STEP:
            return self._icons.pixmap(*_icon(step))
        if role == Qt.ItemDataRole.ToolTipRole and column in (STEP, RESULT):
            question = step.started.question if step.started is not None else ""
            return _one_line(question) if column == STEP and question else self._text(step, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == StepRole:
            return step
        return None

    def _text(self, step: Step, column: int) -> str:
        if column == STEP:
            return self._title(step)
        if column == RESULT:
            return _one_line(self._result(step))
        if column == PROBABILITY:
            found = step.finished
            p = found.probability if isinstance(found, SubcallFinished) else None
            return f"{p:.2f}" if p is not None else ""
        if column == TOKENS:
            count = step.usage.prompt + step.usage.generated
            return f"{count:,}" if count else ""
        seconds = _seconds(step)
        return f"{seconds:.1f} s" if seconds else ""

    def _title(self, step: Step) -> str:
        if step.kind == "turn":
            if step.number == 0:
                return self.tr("Direct question")
            return self.tr("Turn {n}").format(n=step.number)
        if step.kind == "child":
            question = step.started.question if isinstance(step.started, ChildStarted) else ""
            return self.tr("Child run {frame}: {question}").format(
                frame=step.frame, question=_one_line(question)
            )
        if isinstance(step.started, SubcallStarted):
            where = self._place_of(step.started.spans[0]) if step.started.spans else ""
            kind = self.kind_name(step.started.kind)
            return " · ".join(part for part in (str(step.number), kind, where) if part)
        return str(step.number)

    def kind_name(self, kind: str) -> str:
        """What a kind of sub-call is called."""
        names = {
            "ask": self.tr("Ask"),
            "judge": self.tr("Judge"),
            "summarize": self.tr("Summarise"),
            "extract": self.tr("Extract"),
            "verify": self.tr("Verify"),
            "direct": self.tr("Ask directly"),
        }
        return names.get(kind, kind)

    def _result(self, step: Step) -> str:
        if step.cell is not None:
            return step.cell.error or step.cell.output or _first_line(step.cell.code)
        if step.writing:
            return step.writing
        if isinstance(step.finished, SubcallFinished):
            cached = self.tr("cached") + " · " if step.finished.cached else ""
            return cached + self._reply(step, step.finished)
        if isinstance(step.finished, ChildFinished):
            return step.finished.result
        return self.tr("under way…") if step.kind != "turn" else ""

    def _reply(self, step: Step, done: SubcallFinished) -> str:
        """What a sub-call came to, for reading; the detail beside the tree has its own words."""
        if done.findings:
            return done.findings[0].answer
        if done.probability is not None:
            # The probability has a column of its own; what was judged says more.
            words = self._words_of(step.spans[0]) if step.spans else ""
            return f"“{words}”" if words else done.result
        if isinstance(step.started, SubcallStarted) and step.started.kind in ("ask", "direct"):
            return self.tr("nothing that answers it")
        return done.result

    def _count_all(self, steps: list[Step]) -> None:
        for step in steps:
            self._known[id(step)] = len(step.below)
            self._count_all(step.below)

    def _add_missing(self, step: Step) -> None:
        """Add a step to what the model shows, its parents before it."""
        if step.above is not None:
            self._add_missing(step.above)
            parent = self.index_of(step.above)
            siblings, known = step.above.below, self._known.get(id(step.above), 0)
        else:
            parent, siblings, known = QModelIndex(), self._state.top, self._top
        if known < len(siblings):
            self.beginInsertRows(parent, known, len(siblings) - 1)
            if step.above is not None:
                self._known[id(step.above)] = len(siblings)
            else:
                self._top = len(siblings)
            self.endInsertRows()


def _icon(step: Step) -> tuple[str, int, str]:
    """The icon of a step: name, size, colour."""
    if step.cell is not None and step.cell.error:
        return "alert", 16, "warning"
    if step.kind == "turn":
        return "code", 16, "accent"
    if step.kind == "child":
        return "branch", 16, "accent"
    if step.finished is None:
        return "clock", 16, "text_muted"
    if isinstance(step.finished, SubcallFinished) and step.finished.cached:
        return "history", 16, "text_muted"
    found = isinstance(step.finished, SubcallFinished) and step.finished.findings
    return ("check", 16, "success") if found else ("layers", 16, "text_muted")


def _seconds(step: Step) -> float:
    usage = step.usage
    total = usage.read_seconds + usage.generate_seconds
    return total + (step.cell.seconds if step.cell is not None else 0.0)


def _one_line(text: str, limit: int = 240) -> str:
    """A text's words on one line, cut where it is very long."""
    words = " ".join(text[: 2 * limit].split())
    return words if len(words) <= limit else words[: limit - 1] + "…"


def _first_line(code: str) -> str:
    return next((line for line in code.splitlines() if line.strip()), "")
