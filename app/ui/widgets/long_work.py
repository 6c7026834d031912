"""Work that takes long, in a dialog: its progress, Cancel, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.cancel import Cancelled, CancelToken
from app.engine.models.store import FetchProgress
from app.errors import UserError
from app.ui.background.jobs import Jobs
from app.ui.language import numerals
from app.ui.language.said import explained
from app.ui.widgets.basic import label, name, restyle
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, row

OnProgress = Callable[[FetchProgress], None]


class LongWork(QWidget):
    """Does one long thing at a time in a worker, and short ones in turn with it.

    Attributes:
        bar, stop: shown while something long is under way.
        state: what came of it.

    Signals:
        changed: something long has begun or ended.
        crashed: an error that is a bug.
    """

    changed = Signal()
    crashed = Signal(object)
    _progress = Signal(object)

    def __init__(self, thread: str) -> None:
        super().__init__()
        self._jobs = Jobs(thread, self)
        self._cancel: CancelToken | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        name(self.bar, self.tr("Progress"))
        self.stop = push_button(self.tr("Cancel"))
        self.stop.clicked.connect(self.cancel)
        self.state = label("", "small", wrap=True)
        self.setLayout(column(row(self.bar, self.stop), self.state))
        self._progress.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._show_busy()

    @property
    def busy(self) -> bool:
        """Whether something long is under way."""
        return self._cancel is not None

    def begin(
        self, work: Callable[[OnProgress, CancelToken], Any], done: Callable[[Any], None]
    ) -> None:
        """Start on something long, unless there is something already; `done` gets the outcome."""
        if self._cancel is not None:
            return
        self._cancel = CancelToken()
        self.say("")
        self.bar.setValue(0)
        self._show_busy()
        self._jobs.submit(
            partial(work, self._progress.emit, self._cancel),
            partial(self._done, done),
            self._not_done,
        )
        self.changed.emit()

    def quickly(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do something short, after what is under way."""
        self._jobs.submit(work, done, self._failed)

    def cancel(self) -> None:
        """Ask what is under way to stop."""
        if self._cancel is not None:
            self._cancel.cancel()

    def close_jobs(self) -> None:
        """Stop what is under way, and wait for it."""
        self.cancel()
        self._jobs.close()

    def say(self, words: str, role: str = "small") -> None:
        """Say how things stand, in a role of the style sheet."""
        self.state.setText(words)
        restyle(self.state, role=role)

    def _done(self, done: Callable[[Any], None], outcome: object) -> None:
        self._ended()
        done(outcome)

    def _not_done(self, error: Exception) -> None:
        self._ended()
        self._failed(error)

    def _ended(self) -> None:
        self._cancel = None
        self._show_busy()
        self.say("")
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.say(self.tr("Cancelled."))
        elif isinstance(error, UserError):
            self.say(explained(error), "danger")
        else:
            self.crashed.emit(error)

    def _show_busy(self) -> None:
        self.bar.setVisible(self.busy)
        self.stop.setVisible(self.busy)

    def _show_progress(self, progress: FetchProgress) -> None:
        if self.busy:
            self.bar.setValue(round(1000 * progress.done / max(1, progress.total)))
            words = self.tr("{done} of {total}").format(
                done=numerals.size(progress.done), total=numerals.size(progress.total)
            )
            if progress.rate:
                left = (progress.total - progress.done) / progress.rate
                words += " · " + numerals.time_left(left)
            self.say(words)
