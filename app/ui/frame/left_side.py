"""The left side of the window: matter, outline, pages and what else helps to find a place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QStackedWidget, QToolButton, QWidget

from app.documents.document import Document
from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import nothing
from app.ui.widgets.buttons import sized
from app.ui.widgets.layouts import column, row
from app.ui.widgets.panel import Panel, Section

_LEAST = 200


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of the left side.

    Attributes:
        key: names it.
        icon: the icon's name.
        action: shows it; has its name and keys.
        widget: the page itself.
        focus: what takes the focus when the page is asked for.
    """

    key: str
    icon: str
    action: QAction
    widget: QWidget
    focus: QWidget


class Titled(Panel):
    """A heading, and below it a panel of the viewer's or what stands in for it without documents.

    Attributes:
        inside: the panel.
    """

    def __init__(self, title: str, inside: QWidget, empty: str) -> None:
        super().__init__()
        self.inside = inside
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing(empty))
        self._pages.addWidget(inside)
        layout = column(Section(title), self._pages)
        layout.setSpacing(0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_document(self, document: Document | None) -> None:
        """Show the panel if there is a document to show in it."""
        self._pages.setCurrentIndex(0 if document is None else 1)


class LeftSide(Panel):
    """Pages one behind the other, with a row of icons above them.

    Signals:
        chosen: the key of the page that came to the front.
    """

    chosen = Signal(str)

    def __init__(self, icons: Icons, tabs: list[Tab]) -> None:
        super().__init__()
        self._keys = [tab.key for tab in tabs]
        self._focus = [tab.focus for tab in tabs]
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        buttons = [self._button(icons, tab) for tab in tabs]
        for at, (tab, button) in enumerate(zip(tabs, buttons, strict=True)):
            self._stack.addWidget(tab.widget)
            self._group.addButton(button, at)
        bar = self._bar = QFrame()
        bar.setObjectName("tabs")
        bar.setAccessibleName(self.tr("What the left side shows"))
        inside = row(*buttons, 0, margins=(8, 5, 8, 5))
        inside.setSpacing(3)
        bar.setLayout(inside)
        bar.setMinimumHeight(40)
        layout = column(bar, self._stack)
        layout.setSpacing(0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._group.idToggled.connect(self._toggled)
        self.show_tab(self._keys[0])

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the row of icons."""
        least = super().minimumSizeHint()
        return QSize(max(_LEAST, self._bar.sizeHint().width()), least.height())

    @property
    def tab(self) -> str:
        """The key of the page on show."""
        return self._keys[self._stack.currentIndex()]

    def show_tab(self, key: str) -> None:
        """Bring a page to the front; a key that is not known brings the first."""
        at = self._keys.index(key) if key in self._keys else 0
        self._group.button(at).setChecked(True)

    def focus_tab(self) -> None:
        """Put the focus on the page on show."""
        focus = self._focus[self._stack.currentIndex()]
        # Where there is nothing in it yet, the row of icons takes it.
        target = focus if focus.isVisible() else self._group.button(self._stack.currentIndex())
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move along the row of icons while it has the focus."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.focusWidget() not in self._group.buttons():
            super().keyPressEvent(event)
            return
        at = (self._group.checkedId() + step) % len(self._keys)
        self.show_tab(self._keys[at])
        self._group.button(at).setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, icons: Icons, tab: Tab) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("role", "tab")
        button.setObjectName(f"tab_{tab.key}")
        sized(button, 18)
        button.setAccessibleName(tab.action.text().replace("&", ""))
        button.setToolTip(tab.action.toolTip())
        icons.bind(button, tab.icon)
        return button

    def _toggled(self, at: int, on: bool) -> None:
        if on:
            self._stack.setCurrentIndex(at)
            self.chosen.emit(self._keys[at])
