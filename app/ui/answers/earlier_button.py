"""A line that says which earlier run found something, and leads there."""

from __future__ import annotations

from app.ui.answers import wording
from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import name
from app.ui.widgets.buttons import ElidedButton, sized


class EarlierButton(ElidedButton):
    """Names the question of the earlier run; what a click does is the owner's business."""

    def __init__(self, asked: str, icons: Icons) -> None:
        words = wording.earlier(asked)
        super().__init__(words)
        icons.bind(self, "history", "accent")
        sized(self, 14)
        tip = self.tr("{words}\nJudged anew for this question. Click to show that run.")
        name(self, words, tip.format(words=words))
