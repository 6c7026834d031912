"""The command palette: any action by its name, and the sheet of all shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLineEdit,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.actions.actions import Actions, translate
from app.ui.actions.table import MENUS, TABLE
from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import label, name
from app.ui.widgets.layouts import column

Index = QModelIndex | QPersistentModelIndex
ActionRole = int(Qt.ItemDataRole.UserRole)
_SHEET_HEIGHT = 620


def score(text: str, typed: str) -> int:
    """How well a name fits what was typed: 0 not at all; the beginnings of words count most."""
    text, typed = text.lower(), typed.lower().strip()
    if not typed:
        return 1
    if text.startswith(typed):
        return 100
    words = text.split()
    if all(any(word.startswith(part) for word in words) for part in typed.split()):
        return 80
    if typed in text:
        return 60
    at = 0
    for letter in typed.replace(" ", ""):
        at = text.find(letter, at) + 1
        if not at:
            return 0
    return 20


class CommandModel(QAbstractListModel):
    """The actions that fit what was typed, best first; those impossible now come last."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._all = [a for key, a in actions.by_id.items() if key != "palette"]
        self._menus = {
            actions.by_id[spec.id]: translate(spec.menu).replace("&", "") for spec in TABLE
        }
        self._shown = list(self._all)

    def narrow(self, typed: str) -> None:
        """Show what fits."""
        self.beginResetModel()
        scored = [(score(plain(a), typed), a.isEnabled(), a) for a in self._all]
        fitting = [entry for entry in scored if entry[0]]
        fitting.sort(key=lambda entry: (entry[1], entry[0]), reverse=True)
        self._shown = [entry[2] for entry in fitting]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many fit."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The action's name, and the action."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        action = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(action)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return action.toolTip()
        if role == ActionRole:
            return action
        return None

    def menu_of(self, action: QAction) -> str:
        """The menu an action stands in."""
        return self._menus[action]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is impossible now can't be chosen."""
        action = self.data(index, ActionRole)
        if not isinstance(action, QAction) or not action.isEnabled():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class CommandDelegate(QStyledItemDelegate):
    """Icon, name, menu, and keys at the right."""

    def __init__(self, icons: Icons, model: CommandModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line with air around it."""
        return QSize(200, QFontMetrics(option.font).height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one command."""
        action = index.data(ActionRole)
        theme = self._icons.appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(6, 1, -6, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(box, 6, 6)
        side = self._icons.appearance.icon_px(18)
        action.icon().paint(painter, QRect(box.left() + 8, box.top() + 6, side, box.height() - 12))
        painter.setFont(option.font)
        painter.setPen(theme.colour("text" if action.isEnabled() else "text_faint"))
        text = box.adjusted(18 + side, 0, -10, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, int(middle | Qt.AlignmentFlag.AlignLeft), plain(action))
        painter.setPen(theme.colour("text_faint"))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = keys or self._model.menu_of(action)
        painter.drawText(text, int(middle | Qt.AlignmentFlag.AlignRight), words)
        painter.restore()


class CommandPalette(QDialog):
    """Type a few letters, Return does it."""

    def __init__(self, actions: Actions, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Commands"))
        self.model = CommandModel(actions, self)
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("Type a command"))
        name(self.box, self.tr("Command"))
        self.list = QListView()
        name(self.list, self.tr("Commands that fit"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(CommandDelegate(icons, self.model, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._do)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.box.textChanged.connect(self._narrow)
        self.box.returnPressed.connect(self._do_current)
        layout = column(self.box, self.list, margins=(8, 8, 8, 8))
        self.setLayout(layout)
        self.resize(520, 400)
        self._narrow("")

    def open_over(self, window: QWidget) -> None:
        """Show near the top of the window."""
        at = window.mapToGlobal(window.rect().center())
        top = window.mapToGlobal(window.rect().topLeft()).y()
        self.move(at.x() - self.width() // 2, top + min(110, window.height() // 6))
        self.show()
        self.box.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move in the list while the box keeps the focus."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8,
                 Qt.Key.Key_PageUp: -8}  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        last = self.model.rowCount() - 1
        row_number = min(last, max(0, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.model.index(row_number))

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        self.list.setCurrentIndex(self.model.index(0))

    def _do_current(self) -> None:
        self._do(self.list.currentIndex())

    def _do(self, index: QModelIndex) -> None:
        action = index.data(ActionRole)
        if isinstance(action, QAction) and action.isEnabled():
            self.close()
            action.trigger()


class ShortcutSheet(QDialog):
    """All keys, menu by menu, from the same table."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(40)
        grid.setContentsMargins(24, 18, 24, 22)
        columns: list[list[QWidget | tuple[str, str]]] = [[], []]
        for n, menu in enumerate(MENUS):
            specs = [s for s in TABLE if s.menu == menu and s.shortcut]
            if not specs:
                continue
            target = columns[0 if n in (0, 1, 4, 5) else 1]
            target.append(label(translate(menu).replace("&", ""), "section"))
            for spec in specs:
                keys = [
                    QKeySequence(part).toString(QKeySequence.SequenceFormat.NativeText)
                    for part in spec.shortcut.split("; ")
                ]
                target.append((plain(actions[spec.id]), "  ".join(keys[:2])))
        for c, entries in enumerate(columns):
            for r, entry in enumerate(entries):
                if isinstance(entry, QWidget):
                    grid.addWidget(entry, r, 2 * c, 1, 2)
                    continue
                grid.addWidget(label(entry[0]), r, 2 * c)
                key = label(entry[1], "key")
                grid.addWidget(key, r, 2 * c + 1, Qt.AlignmentFlag.AlignRight)
            grid.setRowStretch(len(entries), 0)
        holder = QWidget()
        holder.setObjectName("scrolled")
        holder.setLayout(grid)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.windowTitle())
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(holder)
        self.setLayout(column(self._scroll))
        self._keys, self._room = holder, parent

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as the keys are in this language, as far as the window has room."""
        super().showEvent(event)
        keys, bar = self._keys.sizeHint(), self._scroll.verticalScrollBar().sizeHint()
        wanted = QSize(keys.width() + bar.width() + 4, min(keys.height() + 4, _SHEET_HEIGHT))
        self.resize(wanted.boundedTo(self._room.size() - QSize(40, 60)))


def plain(action: QAction) -> str:
    """An action's name without its mnemonic."""
    return action.text().replace("&", "")
