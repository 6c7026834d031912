"""How large pages are shown: levels of zoom, and what fits a view."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import Enum, auto

from PySide6.QtCore import QSizeF

SMALLEST, LARGEST = 0.1, 6.0
LEVELS = (
    0.1,
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.9,
    1.0,
    1.1,
    1.25,
    1.5,
    1.75,
    2.0,
    2.5,
    3.0,
    4.0,
    5.0,
    6.0,
)
COMFORTABLE = 1.5


class Fit(Enum):
    """What the zoom follows when the view is resized.

    COMFORT is WIDTH as far as text is pleasant to read: on a wide screen no page gets so large
    that only half of it can be seen.
    """

    FREE = auto()
    COMFORT = auto()
    WIDTH = auto()
    PAGE = auto()


def next_level(zoom: float, direction: int) -> float:
    """The next level of zoom, in with 1 and out with -1."""
    if direction > 0:
        i = bisect_right(LEVELS, zoom + 0.005)
    else:
        i = bisect_left(LEVELS, zoom - 0.005) - 1
    return LEVELS[max(0, min(i, len(LEVELS) - 1))]


def fitted(fit: Fit, room: QSizeF, row: QSizeF) -> float:
    """The zoom at which a row of pages fits; both sizes in points."""
    zoom = room.width() / row.width()
    if fit is Fit.COMFORT:
        zoom = min(zoom, COMFORTABLE)
    if fit is Fit.PAGE:
        zoom = min(zoom, room.height() / row.height())
    return zoom
