"""A line over the foot of the pages that tells of errors and offers Undo, and moves nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from app.errors import UserError
from app.ui.appearance.icons import Icons
from app.ui.language.said import explained_with_place
from app.ui.widgets.basic import announce, label, restyle
from app.ui.widgets.buttons import icon_button, push_button
from app.ui.widgets.floating import KeptInPlace
from app.ui.widgets.layouts import row
from app.ui.widgets.picture import Picture

_SECONDS = 8
_WIDEST, _ASIDE = 640, 14
_ICONS = {"danger": "error", "warning": "alert", "info": "info"}
_COLOURS = {"danger": "danger", "warning": "warning", "info": "accent"}


class MessageBar(QFrame):
    """Shows one message; an error stays until it is closed, others go by themselves.

    It floats: what a reviewer reads must not jump when a message comes or goes.
    """

    def __init__(self, icons: Icons, over: QWidget) -> None:
        """`over`: the widget over whose foot it floats."""
        super().__init__(over)
        self.setObjectName("toast")
        self._over = over
        KeptInPlace(self, over, self._place)
        self._act: Callable[[], None] | None = None
        self.picture = Picture(icons, 18)
        self.words = label("", "", wrap=True)
        self.button = push_button("", "link")
        self.button.clicked.connect(self._clicked)
        self.shut = icon_button(icons, "close", self.tr("Close this message"), 14)
        self.shut.clicked.connect(self.hide)
        layout = row(self.picture, self.words, self.button, self.shut, margins=(14, 6, 8, 6))
        layout.setSpacing(10)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell_error(self, error: UserError) -> None:
        """Show what went wrong and what to do about it."""
        self._show(explained_with_place(error), "danger")

    def tell(self, text: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a message, with a button where there is something to do about it."""
        self._show(text, "info", button, act)
        self._timer.start()

    def warn(self, text: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a warning that stays, with a button where there is something to do about it."""
        self._show(text, "warning", button, act)

    def _show(
        self, text: str, tone: str, button: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self._timer.stop()
        self._act = act
        self.words.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.picture.show_icon(_ICONS[tone], _COLOURS[tone])
        restyle(self, tone=tone)
        self.setAccessibleName(text)
        announce(self, text)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        room = self._over.rect()
        width = min(_WIDEST, room.width() - 2 * _ASIDE)
        layout = self.layout()
        high = layout.totalHeightForWidth(width) if layout is not None else 0
        x = (room.width() - width) // 2
        self.setGeometry(x, room.height() - high - _ASIDE, width, high)

    def _clicked(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
