"""The lines below the question that always say what is going on."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QWidget

from app.recursion.events import RunStarted
from app.ui.appearance.icons import Icons
from app.ui.background.estimate import Estimate
from app.ui.language.numerals import clock, number, percent, plural, time_left
from app.ui.language.said import said
from app.ui.trace.run_state import RunState, share_spent, speed
from app.ui.widgets.basic import ElidedLabel, label, name
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, row

_TICK_MS = 500


class RunStatus(QFrame):
    """Activity, then turn, sub-calls, tokens a second, elapsed; a bar for the budget.

    Attributes:
        activity: what is being done; `figures` what it has cost.
        ahead: what is about to be read and how long that takes, where everything is.
        skip: the button to go on without what is being prepared.

    Signals:
        skip_asked: the reviewer wants the run to begin without waiting for it.
    """

    skip_asked = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._state: RunState | None = None
        self._since = 0.0
        self._paused = 0.0
        self._estimate = Estimate()
        self._running = False
        self.activity = ElidedLabel("", "")
        self.elapsed: QLabel = label("", "small")
        self.figures = ElidedLabel("", "small")
        self.left: QLabel = label("", "small")
        self.ahead: QLabel = label("", "small", wrap=True)
        self.ahead.hide()
        self.skip = push_button(self.tr("Search by words only"), "link")
        self.skip.setToolTip(
            self.tr("Begin now. Passages in other words than the question's may be missed.")
        )
        self.skip.clicked.connect(self.skip_asked)
        self.skip.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        name(self.bar, self.tr("Share of the budget that is spent"))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        first = row(self.activity, self.elapsed)
        first.setStretch(0, 1)
        second = row(self.figures, self.left, self.skip)
        second.setStretch(0, 1)
        layout = column(first, self.bar, second, self.ahead, margins=(2, 6, 2, 2))
        layout.setSpacing(4)
        self.setLayout(layout)
        self.hide()

    def loading(self, words: str) -> None:
        """Show that something must happen before the run can begin."""
        if not self._running:
            self._begin()
        self._state = None
        self.activity.setText(words)
        self.figures.setText("")
        self.left.setText("")
        self.bar.setRange(0, 0)
        self.skip.hide()

    def preparing(self, done: int, total: int) -> None:
        """Show that passages are made ready for search by meaning, and how far that is."""
        if not self._running:
            return
        if self.skip.isHidden():
            self._estimate = Estimate(done)
        self._state = None
        self.activity.setText(self.tr("Preparing search by meaning"))
        self.figures.setText(
            self.tr("{done} of {total} sentences").format(done=number(done), total=number(total))
        )
        self.left.setText(time_left(self._estimate.left(done, total)))
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.skip.show()

    def follow(self, state: RunState) -> None:
        """Show a run that goes on."""
        if not self._running or self._state is not state:
            self._begin()
        self._state = state
        self.skip.hide()
        self.bar.setRange(0, 1000)
        self.refresh()

    def refresh(self) -> None:
        """Show what the last event changed."""
        state = self._state
        if state is None:
            return
        spent = state.spent
        if self._paused:
            self.activity.setText(self.tr("Paused"))
        elif spent is not None and spent.activity:
            self.activity.setText(_sentence(said(spent.activity)))
        elif not self.activity.full_text():
            self.activity.setText(self.tr("Starting"))
        self.figures.setText(self._figures(state))
        self.bar.setValue(round(1000 * share_spent(state)))
        self.left.setText(self._left(state))
        self._show_ahead(said(state.ahead.words) if state.ahead is not None else "")

    def pause(self, on: bool) -> None:
        """Show that the run is held up, or goes on; its clock stands still meanwhile."""
        if on and self._running and not self._paused:
            self._paused = time.monotonic()
            self._timer.stop()
            self.activity.setText(self.tr("Paused"))
        elif not on and self._paused:
            self._since += time.monotonic() - self._paused
            self._paused = 0.0
            if self._running:
                self._timer.start()
                self.activity.setText(self.tr("Going on"))

    def stopping(self) -> None:
        """Show that a stop was asked for."""
        self.activity.setText(self.tr("Stopping…"))

    def over(self) -> None:
        """The run has ended: nothing goes on."""
        self._running = False
        self._timer.stop()
        self.hide()

    def _begin(self) -> None:
        self._since = time.monotonic()
        self._paused = 0.0
        self._running = True
        self.activity.setText("")
        self._show_ahead("")
        self._timer.start()
        self._tick()
        self.show()

    def _show_ahead(self, words: str) -> None:
        self.ahead.setText(words)
        self.ahead.setVisible(bool(words))

    def _tick(self) -> None:
        self.elapsed.setText(clock(time.monotonic() - self._since))

    def _figures(self, state: RunState) -> str:
        spent = state.spent
        if spent is None:
            return ""
        parts = []
        if spent.turns:
            parts.append(self.tr("Turn {n}").format(n=spent.turns))
        if spent.subcalls:
            parts.append(plural(spent.subcalls, self.tr("1 sub-call"), self.tr("{n} sub-calls")))
        if spent.usage.cached_calls:
            parts.append(plural(spent.usage.cached_calls, self.tr("1 known"), self.tr("{n} known")))
        read, write = speed(spent.usage)
        if read:
            parts.append(self.tr("reads {n} tokens/s").format(n=number(read, 0)))
        if write:
            parts.append(self.tr("writes {n}/s").format(n=number(write, 0)))
        return " · ".join(parts)

    def _left(self, state: RunState) -> str:
        """What is left of the budget, in the words of the scarcest limit."""
        begun, spent = state.begun, state.spent
        if begun is None or spent is None:
            return ""
        left = percent(1 - share_spent(state))
        return self.tr("{percent} of {limit} left").format(
            percent=left, limit=self._scarcest(begun, state)
        )

    def _scarcest(self, begun: RunStarted, state: RunState) -> str:
        spent = state.spent
        assert spent is not None
        tokens = spent.usage.prompt - spent.usage.reused + spent.usage.generated
        shares = {
            "seconds": spent.seconds,
            "tokens": float(tokens),
            "subcalls": float(spent.subcalls),
            "turns": float(spent.turns),
        }
        names = {
            "seconds": self.tr("time"),
            "tokens": self.tr("tokens"),
            "subcalls": self.tr("sub-calls"),
            "turns": self.tr("turns"),
        }
        known = {key: shares[key] / begun.limits[key] for key in shares if begun.limits.get(key)}
        return names[max(known, key=lambda key: known[key])] if known else self.tr("budget")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
