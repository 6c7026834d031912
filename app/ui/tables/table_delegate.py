"""Draws the cells of a table: the answer over a few lines, and below it how the cell stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.tables.table import Cell
from app.ui.answers.wording import page
from app.ui.appearance.icons import Icons
from app.ui.language.said import said
from app.ui.tables.table_model import CellRole, ReadRole
from app.ui.widgets.list_delegate import draw_lines

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
        below = QFontMetrics(self._small(option.font)).lineSpacing()
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
        theme = self._icons.appearance.theme
        icon, tone = _LOOKS[cell.state]
        if cell.contradictory:
            icon, tone = "contradiction", "warning"
        painter.save()
        self._ground(painter, option)
        box = option.rect.adjusted(_EDGE, _EDGE - 2, -_EDGE, -_EDGE + 2)
        small = self._small(option.font)
        below = QFontMetrics(small).lineSpacing()
        foot = QRect(box.left(), box.bottom() - below + 1, box.width(), below)
        painter.setPen(theme.colour("text" if cell.text else tone))
        painter.setFont(option.font)
        above = QRect(box.left(), box.top(), box.width(), box.height() - below - 3)
        metrics = QFontMetrics(option.font)
        if cell.text:
            draw_lines(painter, above, cell.text, metrics)
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._icons.pixmap(icon, 13, tone, ratio)
            painter.drawPixmap(foot.left(), foot.top() + (below - 13) // 2, pixmap)
            foot.adjust(19, 0, 0, 0)
            words = self._below(cell)
        else:
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._icons.pixmap(icon, 14, tone, ratio)
            line = metrics.lineSpacing()
            painter.drawPixmap(above.left(), above.top() + (line - 14) // 2, pixmap)
            above.adjust(21, 0, 0, 0)
            shown = metrics.elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, above.width()
            )
            painter.drawText(above, _TOP, shown)
            failed = cell.state == "failed"
            words = said(cell.note) if failed else index.data(ReadRole)
        painter.setFont(small)
        painter.setPen(theme.colour("text_muted"))
        shown = QFontMetrics(small).elidedText(words, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, _TOP, shown)
        painter.restore()

    def _below(self, cell: Cell) -> str:
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

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPixelSize(self._icons.appearance.px(12))
        return small


_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
