"""The bar at the top of the window and the line at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QToolButton

from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.frame.work_line import WorkLine
from app.ui.language.numerals import plural
from app.ui.widgets.basic import ElidedLabel
from app.ui.widgets.buttons import action_button, push_button, sized
from app.ui.widgets.layouts import row


class TopBar(QFrame):
    """The matter's name with its menu, the way to all commands, and what opens the panels.

    Attributes:
        matter: the button with the matter's name.
        command: leads to all commands, and names the key that does.
    """

    def __init__(self, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.matter = QToolButton()
        self.matter.setProperty("role", "matter")
        self.matter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.matter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        sized(self.matter, 17)
        self.matter.setText(self.tr("No matter"))
        self.matter.setAccessibleName(self.tr("Matter"))
        icons.bind(self.matter, "briefcase", "accent")
        self.command = self._make_command(actions["palette"], icons)
        toggles = [action_button(actions[key]) for key in ("show_left", "show_trace", "show_right")]
        for button in toggles:
            button.setProperty("role", "toggle")
        layout = row(
            toggles[0],
            2,
            self.matter,
            0,
            self.command,
            8,
            action_button(actions["next_theme"]),
            *toggles[1:],
            margins=(8, 4, 8, 4),
        )
        layout.setSpacing(2)
        self.setLayout(layout)

    def _make_command(self, palette: QAction, icons: Icons) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "command")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        sized(button, 15)
        keys = palette.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setText(f"{self.tr('Find a command')}    {keys}")
        button.setToolTip(palette.toolTip())
        button.clicked.connect(palette.trigger)
        icons.bind(button, "search", "text_faint")
        return button


class Footer(QFrame):
    """What the matter holds, what goes on in the background, and which model answers.

    Attributes:
        counts, model: the texts.
        work: what goes on.
        fetch: leads to the models while the one that answers is not here.
        errors: leads to errors in the program that were not shown, while there are some.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.counts = ElidedLabel("", "small")
        self.work = WorkLine()
        self.model = ElidedLabel("", "small")
        self.model.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.fetch = push_button(self.tr("Fetch…"), "link")
        self.fetch.setAccessibleName(self.tr("Fetch the model"))
        self.fetch.hide()
        self.errors = push_button("", "link")
        self.errors.setToolTip(self.tr("Show what went wrong"))
        self.errors.hide()
        layout = row(
            self.counts, self.work, self.errors, self.model, self.fetch, margins=(14, 3, 14, 4)
        )
        for part in (self.counts, self.work, self.model):
            layout.setStretchFactor(part, 1)
        self.setLayout(layout)

    def show_errors(self, count: int) -> None:
        """Say that so many more errors happened in the program; 0: all were seen."""
        words = plural(
            count, self.tr("1 more error in Pincite"), self.tr("{n} more errors in Pincite")
        )
        self.errors.setText(words)
        self.errors.setVisible(count > 0)
