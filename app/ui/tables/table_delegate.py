"""Draws the cells of a table: the answer over a few lines, and below it how the cell stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.tables.table import Cell
from app.ui.answers.wording import page
from app.ui.appearance.icons import Icons
from app.ui.language.said import said
from app.ui.tables.table_model import CellRole, ReadRole
from app.ui.widgets.painting import draw_icon, draw_line, draw_lines, small_font

_EDGE, _LINES = 8, 3

_LOOKS = {
    "no_text": ("scan", "text_muted"),
    "waiting": ("clock", "text_faint"),
    "running": ("eye", "accent"),
    "answered": ("check", "success"),
    "not_found": ("none", "text_muted"),
    "stopped": ("stop", "warning"),
    "failed": ("error", "danger"),
}


class CellDelegate(QStyledItemDelegate):
    """The answer, and in a line below it an icon of its state and its pages."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Three lines of the answer and one below."""
        lines = _LINES * QFontMetrics(option.font).lineSpacing()
        below = QFontMetrics(small_font(option.font, self._icons.appearance)).lineSpacing()
        return QSize(200, lines + below + 2 * _EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        cell = index.data(CellRole)
        if not isinstance(cell, Cell):
            return
        painter.save()
        self._ground(painter, option)
        painter.setFont(option.font)
        font = small_font(option.font, self._icons.appearance)
        above, foot = _parts(option.rect, QFontMetrics(font).lineSpacing())
        if cell.text:
            foot, words = self._answer(painter, cell, above, foot), self._where(cell)
        else:
            self._state(painter, cell, above, str(index.data()))
            words = said(cell.note) if cell.state == "failed" else str(index.data(ReadRole))
        painter.setFont(font)
        painter.setPen(self._icons.appearance.theme.colour("text_muted"))
        draw_line(painter, foot, words)
        painter.restore()

    def _answer(self, painter: QPainter, cell: Cell, above: QRect, foot: QRect) -> QRect:
        """The answer, and its icon in the line below; what is left of that line."""
        painter.setPen(self._icons.appearance.theme.colour("text"))
        draw_lines(painter, above, cell.text)
        icon, tone = _look(cell)
        return draw_icon(painter, foot, self._icons, icon, tone, 13)

    def _state(self, painter: QPainter, cell: Cell, box: QRect, words: str) -> None:
        """How a cell stands that has no answer."""
        icon, tone = _look(cell)
        painter.setPen(self._icons.appearance.theme.colour(tone))
        line = QRect(box.topLeft(), QSize(box.width(), QFontMetrics(painter.font()).lineSpacing()))
        draw_line(painter, draw_icon(painter, line, self._icons, icon, tone, 14, 7), words)

    def _where(self, cell: Cell) -> str:
        """Where the answer stands."""
        pages = list(dict.fromkeys(page(citation) for citation in cell.citations))
        words = ", ".join(pages[:3]) + ("…" if len(pages) > 3 else "")
        if cell.contradictory:
            return " · ".join(part for part in (self.tr("Sources disagree"), words) if part)
        return words or self.tr("no evidence")

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = self._icons.appearance.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def _parts(box: QRect, below: int) -> tuple[QRect, QRect]:
    """The part of a cell for its answer, and the line below that, so many pixels high."""
    inner = box.adjusted(_EDGE, _EDGE - 2, -_EDGE, -_EDGE + 2)
    foot = QRect(inner.left(), inner.bottom() - below + 1, inner.width(), below)
    return inner.adjusted(0, 0, 0, -below - 3), foot


def _look(cell: Cell) -> tuple[str, str]:
    """The icon of a cell and its tone."""
    return ("contradiction", "warning") if cell.contradictory else _LOOKS[cell.state]
