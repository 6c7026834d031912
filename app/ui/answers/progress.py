"""What a run has come to while it goes on: the parts of its answer that stand, and findings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.documents.document import Span
from app.recursion.events import FindingChecked, PartReady, Recalled
from app.recursion.results import Finding
from app.ui.answers import wording
from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import label
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.picture import Picture

Progress = FindingChecked | Recalled | PartReady
"""The events that add to what a run has come to."""

PlaceOf = Callable[[Span], str]

_MOST_FINDINGS = 30


class RunProgress(QWidget):
    """The answer as it is written, part by part, and below it what was found for the next part.

    A part takes the place of the findings that it was made from, so nothing above it moves.

    Attributes:
        findings: the lines of what was found since the last part, by finding.
        parts: the parts that stand, in order.

    Signals:
        span_activated: the `Span` whose place was clicked.
    """

    span_activated = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.findings: dict[Finding, FindingLine] = {}
        self.parts: dict[int, PartCard] = {}
        self._written = label(self.tr("Written so far"), "section")
        self._found = label(self.tr("Found so far"), "section")
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        for layout in (self._above, self._below):
            layout.setSpacing(8)
        whole = column(self._written, self._above, self._found, self._below)
        whole.setSpacing(8)
        self.setLayout(whole)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        for line in (*self.findings.values(), *self.parts.values()):
            _drop(line)
        self.findings.clear()
        self.parts.clear()
        self._show_headings()

    def add(self, event: Progress, place_of: PlaceOf) -> None:
        """Take in what happened; `place_of` says where a span stands, in words."""
        match event:
            case FindingChecked(finding, check):
                room = len(self.findings) < _MOST_FINDINGS and finding not in self.findings
                if check.passed and room:
                    self._add_finding(finding, place_of)
            case Recalled(finding, question=question):
                if finding in self.findings:
                    self.findings[finding].show_earlier(question, self._icons)
            case PartReady(frame=""):
                self._add_part(event, place_of)
        self._show_headings()

    def _add_finding(self, finding: Finding, place_of: PlaceOf) -> None:
        span = finding.spans[0] if finding.spans else finding.source
        line = FindingLine(Statement(finding.answer, span, place_of))
        line.statement.activated.connect(self.span_activated)
        self.findings[finding] = line
        self._below.addWidget(line)

    def _add_part(self, part: PartReady, place_of: PlaceOf) -> None:
        for line in self.findings.values():
            _drop(line)
        self.findings.clear()
        if not part.title and not part.claims:
            return
        card = PartCard(part, place_of)
        for statement in card.statements:
            statement.activated.connect(self.span_activated)
        former = self.parts.get(part.number)
        if former is not None:  # A resumed run writes it again.
            self._above.replaceWidget(former, card)
            _drop(former)
        else:
            self._above.addWidget(card)
        self.parts[part.number] = card

    def _show_headings(self) -> None:
        self._written.setVisible(bool(self.parts))
        self._found.setVisible(bool(self.findings))
        self.setVisible(bool(self.parts or self.findings))


class Statement(QWidget):
    """A statement and where it stands.

    Attributes:
        text: the label; `place` the button that leads there, or None.

    Signals:
        activated: the span it rests on.
    """

    activated = Signal(object)

    def __init__(self, text: str, span: Span | None, place_of: PlaceOf) -> None:
        super().__init__()
        self._span = span
        self.text = label(text, wrap=True, selectable=True)
        layout = column(self.text)
        layout.setSpacing(2)
        self.place = push_button(place_of(span), "link") if span is not None else None
        if self.place is not None:
            self.place.clicked.connect(self._clicked)
            layout.addWidget(self.place)
        self.setLayout(layout)

    def _clicked(self) -> None:
        self.activated.emit(self._span)


class FindingLine(QFrame):
    """A finding while its run goes on.

    Attributes:
        statement: what it says, and where it stands.
        earlier: says that an earlier run found it; None where this one did.
    """

    def __init__(self, statement: Statement) -> None:
        super().__init__()
        self.setObjectName("card")
        self.statement = statement
        self.earlier: QLabel | None = None
        self._layout = column(statement, margins=(10, 7, 10, 6))
        self._layout.setSpacing(2)
        self.setLayout(self._layout)

    def show_earlier(self, question: str, icons: Icons) -> None:
        """Say that an earlier run found it, when it was asked `question`."""
        if self.earlier is not None:
            return
        mark = Picture(icons, 14, "history")
        self.earlier = label(wording.earlier(question), "small", wrap=True)
        line = row(mark, self.earlier)
        line.setStretch(1, 1)
        line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(line)


class PartCard(QFrame):
    """A part of a long answer that stands: what it is about, and its statements.

    Attributes:
        title: the label, or None.
        statements: one for each claim.
    """

    def __init__(self, part: PartReady, place_of: PlaceOf) -> None:
        super().__init__()
        self.setObjectName("card")

        def place(span: Span) -> str:
            return place_of(span).removesuffix(f" · {part.title}")  # It stands above.

        self.statements = [
            Statement(without(part.title, text), spans[0] if spans else None, place)
            for text, spans in part.claims
        ]
        self.title = label(part.title, "strong", wrap=True) if part.title else None
        layout = column(margins=(10, 7, 10, 7))
        if self.title is not None:
            layout.addWidget(self.title)
        for statement in self.statements:
            layout.addWidget(statement)
        if not self.statements:
            layout.addWidget(label(self.tr("Nothing was found here."), "faint", wrap=True))
        self.setLayout(layout)


def without(title: str, text: str) -> str:
    """A statement of a part without the part's title, which stands above it."""
    return text.removeprefix(f"{title}: ") if title else text


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
