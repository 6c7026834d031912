"""The context menu of the pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from app.ui.viewer.widget import DocumentViewer


def page_menu(viewer: DocumentViewer, at: QPoint | None = None) -> QMenu:
    """Copy and select, the window's actions, and what the mark at `at` allows. Deletes itself."""
    menu = QMenu(viewer)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, handler in (
        (viewer.tr("&Copy"), viewer.copy),
        (viewer.tr("Copy with c&itation"), viewer.copy_with_citation),
    ):
        menu.addAction(text, handler).setEnabled(viewer.selection is not None)
    menu.addAction(viewer.tr("Select &all"), viewer.select_all)
    if viewer.actions():
        menu.addSeparator()
        menu.addActions(viewer.actions())
    mark = viewer.mark_under(at) if at is not None else None
    if mark is not None:
        menu.addSeparator()
        menu.addAction(viewer.tr("&Edit mark…"), partial(viewer.markAsked.emit, mark.id, "edit"))
        menu.addAction(viewer.tr("&Remove mark"), partial(viewer.markAsked.emit, mark.id, "remove"))
    return menu
