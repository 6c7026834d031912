"""The right side of the window: the question, how its run goes on, and the answer."""

from __future__ import annotations

from app.ui.actions.actions import Actions
from app.ui.answers.panel import AnswerPanel
from app.ui.answers.wording import Names
from app.ui.appearance.icons import Icons
from app.ui.runs.question_panel import QuestionPanel
from app.ui.runs.replay_bar import ReplayBar
from app.ui.runs.status import RunStatus
from app.ui.trace.step_words import PlaceOf
from app.ui.widgets.basic import rule
from app.ui.widgets.layouts import column
from app.ui.widgets.panel import Panel


class AnswerSide(Panel):
    """What is asked above, what came of it below.

    Attributes:
        question, status, replay, answer: the parts.
    """

    def __init__(self, icons: Icons, actions: Actions, names: Names, place_of: PlaceOf) -> None:
        """`names` knows what documents and pages are called, `place_of` where a span stands."""
        super().__init__()
        self.question = QuestionPanel(icons, actions)
        self.status = RunStatus(icons)
        self.replay = ReplayBar(icons, place_of)
        self.answer = AnswerPanel(icons, actions, names)
        ask = column(self.question, self.status, self.replay, margins=(12, 12, 12, 10))
        whole = column(ask, rule(), self.answer)
        whole.setSpacing(0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
