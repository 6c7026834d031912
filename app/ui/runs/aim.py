"""What a question is about, where that is less than everything, or what it follows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLabel

from app.documents.document import Span
from app.recursion.memory import following
from app.ui.appearance.icons import Icons
from app.ui.language.numerals import quoted
from app.ui.widgets.basic import ElidedLabel, label
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.layouts import column, row

_SHOWN = 160


def _tr(text: str) -> str:
    return QCoreApplication.translate("aim", text)


@dataclass(frozen=True, slots=True)
class Aim:
    """What the question in the box is about.

    Attributes:
        title: in a few words; `detail` is the passage or question that is meant.
        scope: the spans that may be read; none for all documents.
        follows: the question that this one follows, or ""; `run` is the id of its run.
    """

    title: str
    detail: str
    scope: tuple[Span, ...] = ()
    follows: str = ""
    run: str = ""

    @staticmethod
    def at(span: Span, text: str, place: str) -> Aim:
        """A question about a selection."""
        return Aim(_tr("About {place}").format(place=place), quoted(_line(text)), scope=(span,))

    @staticmethod
    def after(question: str, scope: tuple[Span, ...] = (), run: str = "") -> Aim:
        """A question that follows another one; the first of a row of them says what it is about."""
        return Aim(_tr("Following"), quoted(_line(question)), scope, follows=question, run=run)

    def asked(self, typed: str) -> str:
        """The question as it is put to the model, and kept: a model has no memory of runs."""
        return following(typed, self.follows) if self.follows else typed


class AimNote(QFrame):
    """Says above the question box what the question is about; can be struck off.

    Signals:
        dropped: the reviewer wants the question to be about everything again.
    """

    dropped = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("aim")
        self.title: QLabel = label("", "small")
        self.detail = ElidedLabel("", "")
        self.drop = icon_button(icons, "close", self.tr("Ask about everything instead"), 12)
        self.drop.clicked.connect(self.dropped)
        words = column(self.title, self.detail)
        words.setSpacing(1)
        layout = row(words, self.drop, margins=(10, 5, 4, 6))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def show_aim(self, aim: Aim | None) -> None:
        """Show what a question is about; nothing for None."""
        self.setVisible(aim is not None)
        if aim is not None:
            self.title.setText(aim.title)
            self.detail.setText(aim.detail)


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
