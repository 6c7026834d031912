"""Where a replay stands, and what moves it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSlider

from app.recursion.events import AnswerReady, Event, FindingChecked, PartReady, SliceRead
from app.ui.appearance.icons import Icons
from app.ui.runs.replay import Replay
from app.ui.trace.step_words import PlaceOf, one_line
from app.ui.widgets.basic import ElidedLabel, label, name
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.layouts import column, row


class ReplayBar(QFrame):
    """What a step of a replay shows, with buttons and a slider; there only during a replay.

    Attributes:
        words: what the step shows; `count` which one it is of how many.
        back, play, forward, close_button: the buttons.
        slider: moves to any step; arrow keys move by one.
    """

    def __init__(self, icons: Icons, place_of: PlaceOf) -> None:
        super().__init__()
        self._icons = icons
        self._place_of = place_of
        self._replay: Replay | None = None
        self.words = ElidedLabel("", "")
        self.count: QLabel = label("", "small")
        self.back = icon_button(icons, "step-back", self.tr("Step before"))
        self.play = icon_button(icons, "pause", self.tr("Hold the replay"))
        self.forward = icon_button(icons, "step-forward", self.tr("Next step"))
        self.close_button = icon_button(icons, "close", self.tr("End the replay (Esc)"), 16)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(5)
        name(self.slider, self.tr("Step of the replay"))
        above = row(self.words, self.close_button)
        above.setStretch(0, 1)
        below = row(self.back, self.play, self.forward, self.slider, self.count)
        below.setStretch(3, 1)
        layout = column(above, below, margins=(2, 6, 0, 0))
        layout.setSpacing(2)
        self.setLayout(layout)
        self.hide()

    def control(self, replay: Replay) -> None:
        """Show this replay and move it."""
        self._replay = replay
        replay.moved.connect(self._moved)
        self.back.clicked.connect(replay.back)
        self.play.clicked.connect(replay.toggle)
        self.forward.clicked.connect(self._forward)
        self.slider.valueChanged.connect(self._slid)

    def _forward(self) -> None:
        if self._replay is not None:
            self._replay.hold()
            self._replay.forward()

    def _slid(self, step: int) -> None:
        if self._replay is not None:
            self._replay.hold()
            self._replay.go_to(step)

    def _moved(self, event: Event | None) -> None:
        replay = self._replay
        if replay is None or not replay.on:
            self.hide()
            return
        step, steps = replay.step, replay.steps
        with QSignalBlocker(self.slider):
            self.slider.setRange(1, steps)
            self.slider.setValue(max(1, step))
        self.count.setText(self.tr("{n} of {total}").format(n=step, total=steps))
        self.back.setEnabled(step > 1)
        self.forward.setEnabled(step < steps)
        spoken = self.tr("Hold the replay") if replay.playing else self.tr("Play on")
        name(self.play, spoken, spoken)
        self._icons.bind(self.play, "pause" if replay.playing else "play")
        if event is not None:
            self.words.setText(self._says(event))
        elif not step:
            self.words.setText(self.tr("From the beginning"))
        if self.isHidden():
            self.show()
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _says(self, event: Event) -> str:
        """What a step shows, in a line."""
        match event:
            case SliceRead(span):
                return self.tr("Reads {place}").format(place=self._place_of(span))
            case FindingChecked(finding, check) if check.passed:
                return self.tr("Found: {answer}").format(answer=one_line(finding.answer))
            case FindingChecked(finding):
                return self.tr("Not confirmed: {answer}").format(answer=one_line(finding.answer))
            case PartReady(number=number):
                return self.tr("Part {n} of the answer").format(n=number)
            case AnswerReady():
                return self.tr("The answer")
        return self.tr("The end")
