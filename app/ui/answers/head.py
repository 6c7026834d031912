"""What stands above and below an answer: what was asked and how it ended; what to do with it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from app.recursion.results import Answer
from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import label, restyle, rule
from app.ui.widgets.buttons import action_button, push_button
from app.ui.widgets.layouts import column, row


class AnswerHead(QWidget):
    """The question, a badge that says how its run ended, and what it cost.

    Attributes:
        question, badge, meta: the labels.
    """

    def __init__(self) -> None:
        super().__init__()
        self.question = label("", "heading", wrap=True, selectable=True)
        self.badge = label("", "badge")
        self.meta = label("", "faint", wrap=True)
        below = row(self.badge, self.meta)
        below.setStretch(1, 1)
        below.setSpacing(8)
        self.setLayout(column(self.question, below, margins=(0, 0, 0, 4)))

    def show_question(self, question: str) -> None:
        """Show a question of which nothing else is known yet; "" takes the whole head away."""
        self.question.setText(question)
        self.badge.hide()
        self.meta.setText("")
        self.setVisible(bool(question))

    def show_badge(self, text: str, tone: str) -> None:
        """Say how the run stands, in a tone of the style sheet."""
        self.badge.setText(text)
        restyle(self.badge, tone=tone)
        self.badge.show()


class AnswerFoot(QFrame):
    """The report, the next question, and the answer as text.

    Attributes:
        resume, report, follow, again: the buttons with words. `again` stands in for `follow` where
            there is no answer that a question could follow; a run that can go on has `resume`.
    """

    def __init__(self, icons: Icons, actions: Actions) -> None:
        super().__init__()
        self.report = _button(self.tr("Report…"), icons, "export", actions, "export_report")
        self.follow = _button(self.tr("Ask a follow-up"), icons, "chat", actions, "follow_up")
        self.again = _button(self.tr("Ask again"), icons, "chat", actions, "ask_again")
        self.resume = _button(self.tr("Resume"), icons, "play", actions, "resume")
        self._may_resume = actions["resume"]
        self._may_resume.changed.connect(self._update)
        copy = self._copy = action_button(actions["copy_answer"])
        buttons = row(
            self.resume, self.report, self.follow, self.again, 0, copy, margins=(16, 8, 12, 10)
        )
        whole = column(rule(), buttons)
        whole.setSpacing(0)
        self.setLayout(whole)
        self._claims = False
        self._update()
        self.hide()

    def show_for(self, answer: Answer) -> None:
        """Offer what can be done with an answer, or with the lack of one."""
        self._claims = bool(answer.claims)
        self.report.show()
        self._copy.show()
        self._update()
        self.show()

    def show_unfinished(self) -> None:
        """Offer what can be done with a run that has no answer."""
        self._claims = False
        self.report.hide()
        self._copy.hide()
        self._update()
        self.show()

    def _update(self) -> None:
        """There is room for three buttons: a run that can go on is not followed yet."""
        resumable = self._may_resume.isEnabled()
        self.resume.setVisible(resumable)
        self.follow.setVisible(self._claims and not resumable)
        self.again.setVisible(not self._claims)


def _button(text: str, icons: Icons, icon: str, actions: Actions, key: str) -> QPushButton:
    """A button with words of its own for an action of the table."""
    button = push_button(text, "", icons, icon)
    button.setToolTip(actions[key].toolTip())
    button.clicked.connect(actions[key].trigger)
    return button
