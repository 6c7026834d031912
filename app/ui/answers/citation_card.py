"""One citation in the list below an answer: number, place, quote, and what was checked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.recursion.results import Citation
from app.sessions.rows import Verdict
from app.ui.answers import wording
from app.ui.answers.chip import Chip, shortened
from app.ui.answers.earlier_button import EarlierButton
from app.ui.appearance.icons import Icons
from app.ui.language.numerals import quoted
from app.ui.widgets.basic import ElidedLabel, label, restyle
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.picture import Picture

_TONES = {"accepted": "success", "rejected": "danger", "flagged": "warning"}
VERDICTS = (("accepted", "check"), ("rejected", "close"), ("flagged", "flag"))
_LONG = 700


class CitationCard(QFrame):
    """Shows a citation; a click anywhere on it leads to the passage.

    Signals:
        activated: the citation's number.
        verdict_given: the citation's number and "accepted", "rejected", "flagged" or "none".
        run_asked: the id of the earlier run that found it, when that was clicked.
    """

    activated = Signal(int)
    verdict_given = Signal(int, str)
    run_asked = Signal(str)

    def __init__(
        self, citation: Citation, icons: Icons, asked: str = "", parent: QWidget | None = None
    ) -> None:
        """`asked`: the question of the earlier run that found it, if one did and it is known."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.citation = citation
        self._icons = icons
        self.verdict = "none"
        self.chip = Chip(citation, icons.appearance, self)
        self.chip.activated.connect(self.activated)
        self.place = ElidedLabel(citation.document_name, "small", Qt.TextElideMode.ElideMiddle)
        self.page = label(wording.page(citation), "small")
        self.buttons = {kind: self._verdict_button(kind, icon) for kind, icon in VERDICTS}
        head: QHBoxLayout = row(self.chip, self.place, self.page)
        head.setStretch(1, 1)
        self.quote = QLabel(quoted(shortened(citation.quote, _LONG)))
        self.quote.setTextFormat(Qt.TextFormat.PlainText)
        self.quote.setWordWrap(True)
        layout = column(head, self.quote, margins=(10, 8, 8, 7))
        layout.setSpacing(5)
        self.earlier = EarlierButton(asked, icons) if citation.origin else None
        if self.earlier is not None:
            self.earlier.clicked.connect(self._earlier_clicked)
            layout.addWidget(self.earlier)
        layout.addLayout(self._make_foot())
        self.given = label("", "small", wrap=True)
        self.given.hide()
        layout.addWidget(self.given)
        self.setLayout(layout)
        self._matches: bool | None = None
        icons.appearance.changed.connect(self._recolour)
        self.set_matches(None)

    def _make_foot(self) -> QHBoxLayout:
        """What was checked, and beside it what the reviewer may say."""
        self.checked = label("", "small", wrap=True)
        self._mark = Picture(self._icons, 14)
        foot: QHBoxLayout = row(self._mark, self.checked, *self.buttons.values())
        foot.setSpacing(2)
        foot.setStretch(1, 1)
        for widget in (self._mark, *self.buttons.values()):
            foot.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        return foot

    def set_matches(self, matches: bool | None) -> None:
        """Say whether the quote was compared with the source and equals it; None: not yet."""
        self._matches = matches
        check = self.citation.check
        words = [] if matches is None else [wording.quote_check(matches)]
        words.append(wording.judged(check))
        text = " · ".join(words)
        self.checked.setText(text[:1].upper() + text[1:])
        good = bool(matches) and check.passed
        restyle(self.checked, role="small" if good or matches is None else "warning")
        self._recolour()

    def set_verdict(self, given: Verdict | None) -> None:
        """Show what a reviewer said about this citation, who it was, and when."""
        verdict = given.verdict if given is not None else "none"
        self.given.setText(wording.verdict(given) if given is not None else "")
        self.given.setVisible(given is not None and verdict != "none")
        if verdict == self.verdict:
            return
        self.verdict = verdict
        for kind, icon in VERDICTS:
            on = kind == verdict
            self.buttons[kind].setChecked(on)
            self._icons.bind(self.buttons[kind], icon, _TONES[kind] if on else "text_muted")

    def judge(self, kind: str) -> None:
        """Give a verdict; the one that was given already is taken back."""
        self.verdict_given.emit(self.citation.n, "none" if kind == self.verdict else kind)

    def set_active(self, active: bool) -> None:
        """Mark as the one whose passage is on show."""
        self.chip.set_active(active)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads to the passage."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.activated.emit(self.citation.n)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        restyle(self, hover=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Back to rest."""
        super().leaveEvent(event)
        restyle(self, hover=False)

    def _earlier_clicked(self) -> None:
        self.run_asked.emit(self.citation.origin)

    def _verdict_button(self, kind: str, icon: str) -> QToolButton:
        names = {
            "accepted": self.tr("Accept citation {n}"),
            "rejected": self.tr("Reject citation {n}"),
            "flagged": self.tr("Flag citation {n}"),
        }
        button = icon_button(self._icons, icon, names[kind].format(n=self.citation.n), 14)
        button.setCheckable(True)
        button.setObjectName(kind)
        button.clicked.connect(self._verdict_clicked)
        return button

    def _verdict_clicked(self) -> None:
        self.judge(str(self.sender().objectName()))

    def _recolour(self) -> None:
        good = bool(self._matches) and self.citation.check.passed
        icon, colour = ("check", "success") if good else ("alert", "warning")
        self._mark.show_icon(icon, colour)
        self._mark.setVisible(self._matches is not None)
