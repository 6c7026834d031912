"""The context menu of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from app.ui.viewer.widget import DocumentViewer


def page_menu(viewer: DocumentViewer) -> QMenu:
    """Copy and select, then the actions that the window added to the viewer. Deletes itself."""
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
    return menu
