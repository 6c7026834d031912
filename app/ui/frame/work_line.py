"""What goes on beside the reviewer's work, in a line at the foot, with the way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.background.estimate import Estimate
from app.ui.language.numerals import number, time_left
from app.ui.widgets.basic import ElidedLabel
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import row


class WorkLine(QWidget):
    """A file that is being written comes before the search by meaning that is prepared.

    Attributes:
        words: what goes on.
        button: stops it, or takes it up again.

    Signals:
        cancel_writing: the file that is being written is to be given up.
        prepare: whether to prepare search by meaning, or to leave it.
    """

    cancel_writing = Signal()
    prepare = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._writing = ""
        self._prepared = (0, 0)
        self._left = False
        self._estimate: Estimate | None = None
        self._act: Callable[[], None] = self._nothing
        self.words = ElidedLabel("", "small")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = push_button("", "link")
        self.button.clicked.connect(self._clicked)
        line = row(self.words, self.button)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._show()

    def show_writing(self, file: str) -> None:
        """Say which file is being written; "": none."""
        self._writing = file
        self._show()

    def show_preparing(self, done: int, total: int) -> None:
        """Say how many sentences are ready for search by meaning; (0, 0) at the end."""
        self._prepared = done, total
        if not total:
            self._estimate = None
        elif self._estimate is None:
            self._estimate = Estimate(done)
        self._show()

    def show_left(self, on: bool) -> None:
        """Say that the reviewer stopped the preparing, for it to be taken up again; or no more."""
        self._left = on
        self._show()

    def _show(self) -> None:
        cancel = self.tr("Cancel")
        if self._writing:
            words = self.tr("Writing {name}…").format(name=self._writing)
            self._say(words, cancel, self.tr("Cancel writing the file"), self.cancel_writing.emit)
        elif self._left:
            words = self.tr("Search by meaning is not ready")
            spoken = self.tr("Go on preparing search by meaning")
            self._say(words, self.tr("Go on"), spoken, self._go_on)
            self.button.setToolTip(
                self.tr("Until it is, passages in other words than the question's may be missed.")
            )
        elif self._prepared[1]:
            spoken = self.tr("Cancel preparing search by meaning")
            self._say(self._progress(), cancel, spoken, self._leave)
        else:
            self._say("", "", "", self._nothing)

    def _progress(self) -> str:
        done, total = self._prepared
        assert self._estimate is not None
        words = self.tr("Preparing search by meaning · {done} of {total} sentences").format(
            done=number(done), total=number(total)
        )
        parts = (words, time_left(self._estimate.left(done, total)))
        return " · ".join(part for part in parts if part)

    def _say(self, words: str, button: str, spoken: str, act: Callable[[], None]) -> None:
        self.words.setText(words)
        self.button.setText(button)
        self.button.setAccessibleName(spoken)
        self.button.setToolTip("")
        self.button.setVisible(bool(button))
        self._act = act

    def _clicked(self) -> None:
        self._act()

    def _leave(self) -> None:
        self.prepare.emit(False)

    def _go_on(self) -> None:
        self.prepare.emit(True)

    def _nothing(self) -> None:
        """Nothing goes on."""
