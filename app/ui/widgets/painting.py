"""What delegates that draw their items by hand share: words in one line or several, small type."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from app.ui.appearance.icons import Icons
from app.ui.appearance.theme import Appearance

_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WRAP = _TOP | int(Qt.TextFlag.TextWordWrap)
_SMALL = 12
_GAP = 6


def small_font(font: QFont, appearance: Appearance) -> QFont:
    """A font in the size of what stands below a title."""
    smaller = QFont(font)
    smaller.setPixelSize(appearance.px(_SMALL))
    return smaller


def lines_of(text: str, metrics: QFontMetrics, width: int, most: int) -> int:
    """How many lines a text takes, at most so many."""
    if most == 1:
        return 1
    bound = metrics.boundingRect(0, 0, width, 9_999, _WRAP, text)
    return min(most, max(1, round(bound.height() / metrics.lineSpacing())))


def draw_line(
    painter: QPainter,
    box: QRect,
    text: str,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Draw text at the top left of a box in one line, cut with dots where it is too long."""
    shown = QFontMetrics(painter.font()).elidedText(text, cut, box.width())
    painter.drawText(box, _TOP, shown)


def draw_lines(painter: QPainter, box: QRect, text: str) -> None:
    """Draw text over the lines that fit into a box, the last one cut with dots."""
    metrics = QFontMetrics(painter.font())
    high = metrics.lineSpacing()
    lines = max(1, round(box.height() / high))
    words = text.split()
    for n in range(lines - 1):
        line: list[str] = []
        while words and (
            not line or metrics.horizontalAdvance(" ".join([*line, words[0]])) <= box.width()
        ):
            line.append(words.pop(0))
        area = QRect(box.left(), box.top() + n * high, box.width(), high)
        painter.drawText(area, _TOP, " ".join(line))
    last = QRect(box.left(), box.top() + (lines - 1) * high, box.width(), high)
    draw_line(painter, last, " ".join(words))


def draw_icon(
    painter: QPainter, line: QRect, icons: Icons, icon: str, tone: str, size: int, gap: int = _GAP
) -> QRect:
    """Draw an icon at the left of a line, half-way up; what of the line is at its right."""
    pixmap = icons.pixmap(icon, size, tone, painter.device().devicePixelRatioF())
    side = icons.appearance.icon_px(size)
    painter.drawPixmap(line.left(), line.top() + (line.height() - side) // 2, pixmap)
    return line.adjusted(side + gap, 0, 0, 0)
