"""Draws the lines of the document list and of the history: an icon, a title, a line below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.appearance.icons import Icons
from app.ui.widgets.painting import draw_icon, draw_line, draw_lines, lines_of, small_font

ICON, SUBTITLE, TONE, PROGRESS = range(
    int(Qt.ItemDataRole.UserRole) + 1, int(Qt.ItemDataRole.UserRole) + 5
)
"""Roles: an icon's name, the second line, its colour's name, and a share from 0 to 1 or None."""

_EDGE, _GAP, _ICON = 10, 10, 18
_ICON_ONLY = ("accent", "success")
"""Tones that only the icon has; the line below the title is muted then."""


class ListDelegate(QStyledItemDelegate):
    """Two lines an item; the title may run over several, and so may what stands below it."""

    def __init__(
        self, icons: Icons, parent: QWidget, title_lines: int = 1, lines_below: int = 1
    ) -> None:
        """The most lines that the title takes, and what stands below it."""
        super().__init__(parent)
        self._icons = icons
        self._title_lines = title_lines
        self._lines_below = lines_below

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """High enough for the title and the line below it."""
        title = QFontMetrics(option.font)
        below = QFontMetrics(small_font(option.font, self._icons.appearance))
        width = self._text_width(option.rect.width() or 260)
        first = lines_of(str(index.data() or ""), title, width, self._title_lines)
        second = lines_of(str(index.data(SUBTITLE) or ""), below, width, self._lines_below)
        return QSize(120, first * title.lineSpacing() + second * below.lineSpacing() + 15)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one item."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(6, 1, -6, -1)
        self._ground(painter, option, box)
        painter.setFont(option.font)
        first = QRect(
            box.left() + _EDGE,
            box.top() + 6,
            box.width() - _EDGE - 7,
            QFontMetrics(option.font).lineSpacing(),
        )
        icon = str(index.data(ICON))
        words = draw_icon(painter, first, self._icons, icon, _tone(index), _ICON, _GAP)
        self._words(painter, index, words.adjusted(0, 0, 0, box.height() - 13 - words.height()))
        self._bar(painter, index, box)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        theme = self._icons.appearance.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not (selected or hovered):
            return
        painter.setBrush(theme.colour("accent_soft" if selected else "hover"))
        if selected and focused:
            painter.setPen(theme.colour("accent_border"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 6, 6)

    def _words(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, box: QRect
    ) -> None:
        """The title, and what stands below it, in the font that is set and a smaller one."""
        theme = self._icons.appearance.theme
        font = small_font(painter.font(), self._icons.appearance)
        metrics = QFontMetrics(font)
        said = str(index.data(SUBTITLE) or "")
        high = metrics.lineSpacing() * lines_of(said, metrics, box.width(), self._lines_below)
        title = box.adjusted(0, 0, 0, -high)
        painter.setPen(theme.colour("text"))
        if self._title_lines == 1:
            draw_line(painter, title, str(index.data() or ""), Qt.TextElideMode.ElideMiddle)
        else:
            draw_lines(painter, title, str(index.data() or ""))
        tone = _tone(index)
        painter.setFont(font)
        painter.setPen(theme.colour("text_muted" if tone in _ICON_ONLY else tone))
        draw_lines(painter, QRect(box.left(), title.bottom() + 2, box.width(), high), said)

    def _bar(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, box: QRect
    ) -> None:
        share = index.data(PROGRESS)
        if share is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._icons.appearance.theme.colour("accent"))
        painter.drawRect(box.left() + 4, box.bottom() - 1, int((box.width() - 8) * share), 2)

    def _text_width(self, width: int) -> int:
        return width - 12 - _EDGE - self._icons.appearance.icon_px(_ICON) - _GAP - 6


def _tone(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(TONE) or "text_muted")
