"""Draws the lines of the document list and of the history: an icon, a title, a line below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.appearance.icons import Icons

ICON, SUBTITLE, TONE, PROGRESS = range(
    int(Qt.ItemDataRole.UserRole) + 1, int(Qt.ItemDataRole.UserRole) + 5
)
"""Roles: an icon's name, the second line, its colour's name, and a share from 0 to 1 or None."""

_EDGE, _GAP, _ICON = 10, 10, 18


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
        title, below = QFontMetrics(option.font), QFontMetrics(self._small(option.font))
        width = self._text_width(option.rect.width() or 260)
        first = _lines(str(index.data() or ""), title, width, self._title_lines)
        second = _lines(str(index.data(SUBTITLE) or ""), below, width, self._lines_below)
        return QSize(120, first * title.lineSpacing() + second * below.lineSpacing() + 15)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one item."""
        theme = self._icons.appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(6, 1, -6, -1)
        self._ground(painter, option, box)

        tone = str(index.data(TONE) or "text_muted")
        icon = self._icons.pixmap(
            str(index.data(ICON)), _ICON, tone, painter.device().devicePixelRatioF()
        )
        metrics = QFontMetrics(option.font)
        left = box.left() + _EDGE
        top = box.top() + 6
        painter.drawPixmap(left, top + (metrics.lineSpacing() - _ICON) // 2, icon)

        text_left = left + _ICON + _GAP
        width = box.right() - text_left - 6
        small = self._small(option.font)
        below = QFontMetrics(small)
        said = str(index.data(SUBTITLE) or "")
        lines = _lines(said, below, width, self._lines_below)
        title_height = box.height() - lines * below.lineSpacing() - 13
        painter.setPen(theme.colour("text"))
        painter.setFont(option.font)
        title = str(index.data() or "")
        if self._title_lines == 1:
            title = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, width)
            painter.drawText(QRect(text_left, top, width, title_height), _TOP, title)
        else:
            draw_lines(painter, QRect(text_left, top, width, title_height), title, metrics)

        painter.setFont(small)
        muted = "text_muted" if tone in ("text_muted", "accent", "success") else tone
        painter.setPen(theme.colour(muted))
        high = lines * below.lineSpacing()
        draw_lines(painter, QRect(text_left, top + title_height + 1, width, high), said, below)
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

    def _bar(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, box: QRect
    ) -> None:
        share = index.data(PROGRESS)
        if share is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._icons.appearance.theme.colour("accent"))
        painter.drawRect(box.left() + 4, box.bottom() - 1, int((box.width() - 8) * share), 2)

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPixelSize(self._icons.appearance.px(12))
        return small

    def _text_width(self, width: int) -> int:
        return width - 12 - _EDGE - _ICON - _GAP - 6


_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WRAP = _TOP | int(Qt.TextFlag.TextWordWrap)


def _lines(text: str, metrics: QFontMetrics, width: int, most: int) -> int:
    """How many lines a text takes, at most so many."""
    if most == 1:
        return 1
    bound = metrics.boundingRect(0, 0, width, 9_999, _WRAP, text)
    return min(most, max(1, round(bound.height() / metrics.lineSpacing())))


def draw_lines(painter: QPainter, box: QRect, text: str, metrics: QFontMetrics) -> None:
    """Draw text over the lines that fit, the last one cut with dots."""
    lines = max(1, round(box.height() / metrics.lineSpacing()))
    words = text.split()
    for n in range(lines):
        y = box.top() + n * metrics.lineSpacing()
        area = QRect(box.left(), y, box.width(), metrics.lineSpacing())
        if n == lines - 1:
            rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(area, _TOP, rest)
            return
        line: list[str] = []
        while words and (
            not line or metrics.horizontalAdvance(" ".join([*line, words[0]])) <= box.width()
        ):
            line.append(words.pop(0))
        painter.drawText(area, _TOP, " ".join(line))
