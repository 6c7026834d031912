"""The order in which Tab goes through the window: as it is read, whenever its parts were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def move_focus(window: QWidget, forward: bool) -> bool:
    """Move the focus to the next stop, or the one before; whether there is one.

    Qt goes by when widgets were made, so that what an answer brings would come last of all.
    """
    focus = window.focusWidget()
    # Words that were clicked have the focus, and are no stop; it goes on from there.
    there = [part for part in _parts(window) if part is focus or _is_stop(part)]
    if not any(part is not focus for part in there):
        return False
    step = 1 if forward else -1
    at = there.index(focus) if focus in there else (-1 if forward else 0)
    wanted = there[(at + step) % len(there)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    wanted.setFocus(reason)
    _show(wanted)
    return True


def stops(parent: QWidget) -> Iterator[QWidget]:
    """What Tab stops at within a widget, in the order of reading."""
    return filter(_is_stop, _parts(parent))


def _parts(parent: QWidget) -> Iterator[QWidget]:
    """Everything on show within a widget, in the order of reading."""
    for widget in _as_read(_shown(parent)):
        yield widget
        yield from _parts(widget)


def _shown(parent: QWidget) -> list[QWidget]:
    parts = (part for part in parent.children() if isinstance(part, QWidget))
    return [part for part in parts if part.isVisible() and not part.isWindow()]


def _is_stop(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isEnabled() and widget.focusProxy() is None


def _as_read(widgets: Iterable[QWidget]) -> list[QWidget]:
    """Widgets row by row, each from the left; what floats over another comes after it."""
    rows: list[list[QWidget]] = []
    bottom = -1
    for widget in sorted(widgets, key=lambda w: (w.y(), -w.height())):
        box = widget.geometry()
        if not rows or box.center().y() > bottom:
            rows.append([])
            bottom = box.bottom()
        rows[-1].append(widget)
    return [widget for row in rows for widget in sorted(row, key=QWidget.x)]


def _show(widget: QWidget) -> None:
    """Scroll to where the focus went."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
