"""The words of an answer: a long one in short first, and the whole below it, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.recursion.results import Answer, Citation, Claim
from app.ui.answers import wording
from app.ui.answers.claim import ClaimView
from app.ui.answers.progress import without
from app.ui.appearance.icons import Icons
from app.ui.background.gradually import Gradually
from app.ui.widgets.basic import label
from app.ui.widgets.layouts import column


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of how an answer came about.

    Attributes:
        parts: titles of the parts it was written in.
        earlier: what earlier runs that it draws upon were asked, by their ids.
    """

    parts: tuple[str, ...] = ()
    earlier: Mapping[str, str] = field(default_factory=dict)


class AnswerText(QWidget):
    """Shows the claims of an answer, each with its chips.

    Attributes:
        claims: the whole, claim by claim; `short` the same in short, where the answer is long.
        fold: opens and closes the whole; hidden where there is nothing shorter.

    Signals:
        activated: the number of a chip that was clicked.
        pointed: the number and the chip that the pointer or the focus rests on.
        left: pointer or focus went away from a chip.
    """

    activated = Signal(int)
    pointed = Signal(int, object)
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._builder = Gradually(self)
        self._active = 0
        self._citations: Mapping[int, Citation] = {}
        self.claims: list[ClaimView] = []
        self.short: list[ClaimView] = []
        self._content: list[QWidget] = []
        self._in_short = label(self.tr("In short"), "section")
        self.fold = QToolButton()
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.setChecked(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.toggled.connect(self._folded)
        self._whole = QWidget()
        self._above, self._below = QVBoxLayout(), QVBoxLayout(self._whole)
        self._below.setContentsMargins(0, 0, 0, 0)
        for layout in (self._above, self._below):
            layout.setSpacing(8)
        layout = column(self._in_short, self._above, self.fold, self._whole)
        layout.setSpacing(8)
        self.setLayout(layout)
        self.clear()

    def set_active(self, number: int) -> None:
        """Mark the chips of a citation as those on show; 0 for none."""
        self._active = number
        for view in (*self.short, *self.claims):
            self._mark(view)

    def _mark(self, view: ClaimView) -> None:
        for chip in view.chips:
            chip.set_active(chip.number == self._active)

    def clear(self) -> None:
        """Show nothing."""
        self._builder.stop()
        self._active = 0
        for widget in self._content:
            widget.hide()
            widget.deleteLater()
        self._content.clear()
        self.claims.clear()
        self.short.clear()
        self.hide()

    def show_answer(self, answer: Answer, story: Story) -> None:
        """Show an answer; the whole is open or closed as it was left."""
        self.clear()
        self._citations = {citation.n: citation for citation in answer.citations}
        long = bool(answer.summary)
        self._in_short.setVisible(long)
        self.fold.setVisible(long)
        self._whole.setVisible(not long or self.fold.isChecked())
        for claim in answer.summary:
            self.short.append(self._add(self._above, claim))
        if long:
            count = wording.statements(len(answer.claims))
            self.fold.setText(self.tr("In full · {statements}").format(statements=count))
            self._folded(self.fold.isChecked())
        if answer.contradictory and len(answer.claims) == 2:
            self._add_pair(answer.claims)
        else:
            self._add_whole(answer.claims, story.parts)
        self.setVisible(bool(answer.claims))

    def _add_whole(self, claims: Sequence[Claim], titles: Sequence[str]) -> None:
        """Add all claims; a part's stand below its title where one has several."""
        parts = list(_by_part(claims, titles))
        several = any(title and len(members) > 1 for title, members in parts)
        pieces: list[Callable[[], None]] = []
        for title, members in parts:
            if several and title:
                pieces.append(partial(self._add_title, title))
                members = [replace(c, text=without(title, c.text)) for c in members]
            pieces += [partial(self._add_claim, claim) for claim in members]
        self._builder.build(pieces)

    def _add_title(self, title: str) -> None:
        heading = label(title, "strong", wrap=True, selectable=True)
        heading.setContentsMargins(0, 6 if self.claims else 0, 0, 0)
        self._below.addWidget(heading)
        self._content.append(heading)

    def _add_claim(self, claim: Claim) -> None:
        self.claims.append(self._add(self._below, claim))

    def _add_pair(self, claims: Sequence[Claim]) -> None:
        """Add two claims that contradict one another, side by side."""
        pair = QWidget()
        layout = QHBoxLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for claim in claims:
            box = QFrame()
            box.setObjectName("card")
            view = self._view(claim)
            box.setLayout(column(view, 0, margins=(10, 8, 8, 8)))
            layout.addWidget(box)
            self.claims.append(view)
        self._below.addWidget(pair)
        self._content.append(pair)

    def _add(self, layout: QVBoxLayout, claim: Claim) -> ClaimView:
        view = self._view(claim)
        layout.addWidget(view)
        self._content.append(view)
        return view

    def _view(self, claim: Claim) -> ClaimView:
        citations = [self._citations[n] for n in claim.citations if n in self._citations]
        view = ClaimView(claim, citations, self._icons.appearance)
        for chip in view.chips:
            chip.activated.connect(self.activated)
            chip.pointed.connect(self.pointed)
            chip.left.connect(self.left)
        self._mark(view)
        return view

    def _folded(self, open_: bool) -> None:
        self._whole.setVisible(open_)
        self._icons.bind(self.fold, "chevron-down" if open_ else "chevron-right")
        self.fold.setToolTip(
            self.tr("Hide the whole answer") if open_ else self.tr("Show the whole answer")
        )


def _by_part(claims: Sequence[Claim], titles: Sequence[str]) -> Iterator[tuple[str, list[Claim]]]:
    """Claims that follow one another and begin with the same part's title, with that title."""

    def title(claim: Claim) -> str:
        return next((t for t in titles if t and claim.text.startswith(f"{t}: ")), "")

    for key, members in groupby(claims, title):
        yield key, list(members)
