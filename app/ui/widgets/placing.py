"""Where a small window stands so that it doesn't cover what it is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDialog, QStyle, QWidget

GAP = 10
"""Pixels between the two."""


def beside(box: QRect, size: QSize, room: QRect) -> QPoint:
    """The top left corner of a thing that stands near a box and leaves it in sight.

    Below it, where there is room; else above it, at its right, at its left. Where it fits nowhere,
    it covers as little of the box as can be.

    Args:
        box: that is to stay in sight.
        size: of the thing.
        room: within which both are.
    """
    wide, high = size.width(), size.height()
    x = _within(box.left(), wide, room.left(), room.right())
    y = _within(box.top(), high, room.top(), room.bottom())
    below, above = box.top() + box.height() + GAP, box.top() - GAP - high
    right, left = box.left() + box.width() + GAP, box.left() - GAP - wide
    corners = ((x, below), (x, above), (right, y), (left, y))
    places = [QRect(QPoint(*corner), size) for corner in corners]
    for place in places:
        if room.contains(place):
            return place.topLeft()
    moved = [_moved_into(place, room) for place in places]
    return min(moved, key=lambda place: _area(place.intersected(box))).topLeft()


def open_beside(dialog: QDialog, box: QRect | None, window: QWidget) -> None:
    """Open a dialog of a window beside a box of the screen; None: where dialogs open."""
    if box is not None:
        dialog.ensurePolished()
        dialog.adjustSize()
        title = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, dialog)
        room = window.screen().availableGeometry()
        room = room.intersected(window.frameGeometry()).adjusted(GAP, GAP, -GAP, -GAP)
        dialog.move(beside(box, dialog.size() + QSize(0, title), room))
    dialog.open()


def _within(at: int, length: int, first: int, last: int) -> int:
    """`at`, moved as little as keeps `length` between `first` and `last`."""
    return max(first, min(at, last + 1 - length))


def _moved_into(place: QRect, room: QRect) -> QRect:
    x = _within(place.left(), place.width(), room.left(), room.right())
    y = _within(place.top(), place.height(), room.top(), room.bottom())
    return QRect(QPoint(x, y), place.size())


def _area(box: QRect) -> int:
    return box.width() * box.height() if box.isValid() else 0
