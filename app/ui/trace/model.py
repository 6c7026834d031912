"""The trace of a run as Qt's tree model: turns, their sub-calls, and child runs."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.recursion.events import SubcallFinished
from app.ui.appearance.icons import Icons
from app.ui.language.numerals import number
from app.ui.trace.run_state import RunState, Step
from app.ui.trace.step_words import StepWords

STEP, RESULT, PROBABILITY, TOKENS, SECONDS = range(5)
StepRole = int(Qt.ItemDataRole.UserRole)
_NUMBERS = (PROBABILITY, TOKENS, SECONDS)

Index = QModelIndex | QPersistentModelIndex


class TraceModel(QAbstractItemModel):
    """Shows a `RunState`; grows with it as events come.

    The window applies an event to the state, then calls `follow`.

    Attributes:
        words: puts steps into words.
    """

    def __init__(self, icons: Icons, words: StepWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
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
            return self._icons.icon(*_icon(step))
        if role == Qt.ItemDataRole.ToolTipRole and column in (STEP, RESULT):
            return self.words.tip(step)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(step, column)
        if role == StepRole:
            return step
        return None

    def _spoken(self, step: Step, column: int) -> str:
        """What a cell says: the first one the whole step, for rows are moved over by key."""
        columns = range(STEP, SECONDS + 1) if column == STEP else (column,)
        texts = {n: self._text(step, n) for n in columns}
        names = {n: str(self.headerData(n, Qt.Orientation.Horizontal)) for n in columns}
        bare = (STEP, RESULT)
        said = [text if n in bare else f"{names[n]}: {text}" for n, text in texts.items() if text]
        return ", ".join(said) or self.tr("{column}: nothing").format(column=names[column])

    def _text(self, step: Step, column: int) -> str:
        if column == STEP:
            return self.words.title(step)
        if column == RESULT:
            return self.words.result(step)
        if column == PROBABILITY:
            found = step.finished
            p = found.probability if isinstance(found, SubcallFinished) else None
            return number(p, 2) if p is not None else ""
        if column == TOKENS:
            return number(step.tokens) if step.tokens else ""
        return f"{number(step.seconds, 1)} s" if step.seconds else ""

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


def _icon(step: Step) -> tuple[str, str]:
    """The icon of a step: name, colour."""
    if step.cell is not None and step.cell.error:
        return "alert", "warning"
    if step.kind == "turn":
        return "code", "accent"
    if step.kind == "child":
        return "branch", "accent"
    if step.kind == "part":
        return "quote", "accent"
    if step.finished is None:
        return "stop" if step.cut else "clock", "text_muted"
    if step.recalled is not None:
        return "history", "accent"
    found = isinstance(step.finished, SubcallFinished) and step.finished.findings
    return ("check", "success") if found else ("layers", "text_muted")
