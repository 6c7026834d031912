"""Columns, rows, forms and splitters, in one line each."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.basic import label

LayoutT = TypeVar("LayoutT", bound=QBoxLayout)


def column(*items: QWidget | QLayout | int, margins: tuple[int, ...] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A column; a number is a stretch when 0, a gap in pixels otherwise."""
    return _fill(QVBoxLayout(), items, margins)


def row(*items: QWidget | QLayout | int, margins: tuple[int, ...] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A row; a number is a stretch when 0, a gap in pixels otherwise."""
    return _fill(QHBoxLayout(), items, margins)


def divide(splitter: QSplitter, *parts: QWidget) -> QSplitter:
    """Fill a splitter with parts, between which a hairline can be dragged; hands it back."""
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for part in parts:
        splitter.addWidget(part)
    return splitter


def _fill(
    layout: LayoutT, items: tuple[QWidget | QLayout | int, ...], margins: tuple[int, ...]
) -> LayoutT:
    layout.setContentsMargins(*margins)
    layout.setSpacing(6)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        elif item == 0:
            layout.addStretch(1)
        else:
            layout.addSpacing(item)
    return layout


def form_row(form: QFormLayout, title: str, field: QWidget, hint: str = "") -> None:
    """Add a row to a form: a title tied to its field, by mnemonic and for screen readers."""
    caption = label(title)
    caption.setBuddy(field)
    field.setAccessibleName(title.replace("&", ""))
    if hint:
        field.setAccessibleDescription(hint)
        box = QVBoxLayout()
        box.setSpacing(3)
        box.addWidget(field)
        box.addWidget(label(hint, "faint", wrap=True))
        form.addRow(caption, box)
    else:
        form.addRow(caption, field)
