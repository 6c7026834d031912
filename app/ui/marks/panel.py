"""The list of marks, with filter and order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget

from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.marks.model import MarkFilter, MarkModel, Order, ShownMark
from app.ui.widgets.basic import nothing
from app.ui.widgets.buttons import action_button
from app.ui.widgets.card_list import CardList
from app.ui.widgets.layouts import column
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.panel import Panel, Section


class MarksPanel(Panel):
    """Every mark of the matter; a click leads to it.

    Signals:
        span_chosen: the `Span` of a mark that was clicked.
        edit_asked, remove_asked: the number of a mark.
    """

    span_chosen = Signal(object)
    edit_asked = Signal(int)
    remove_asked = Signal(int)

    def __init__(self, icons: Icons, actions: Actions) -> None:
        super().__init__()
        self.model = MarkModel(self)
        self.shown = MarkFilter(self.model, self)
        self.head = ListHead(
            self.tr("Filter by words, #tag, initials"),
            {
                Order.PLACE: self.tr("By place"),
                Order.NEWEST: self.tr("Newest first"),
                Order.TAG: self.tr("By tag"),
            },
            narrows=self.tr("Filter marks"),
            sorts=self.tr("Order of the marks"),
        )
        self.head.narrowed.connect(self.shown.set_words)
        self.head.sorted.connect(self.shown.set_order)
        self.list = self._make_list(icons)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            nothing(
                self.tr(
                    "No marks yet.\nSelect text in a document and press H to highlight it, N for a "
                    "note, T for tags."
                )
            )
        )
        self._pages.addWidget(self.list)
        layout = column(
            Section(self.tr("Marks"), action_button(actions["export_marks"], 17)),
            self.head,
            self._pages,
        )
        layout.setSpacing(0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.set_marks(())

    def _make_list(self, icons: Icons) -> CardList:
        listed = CardList(2, icons, self.tr("Marks"), lines_below=3)
        listed.setModel(self.shown)
        listed.clicked.connect(self._clicked)
        listed.activated.connect(self._clicked)
        listed.doubleClicked.connect(self._edit)
        listed.delete_pressed.connect(self._remove_current)
        listed.customContextMenuRequested.connect(self._menu)
        return listed

    def set_marks(self, marks: Sequence[ShownMark]) -> None:
        """Show these."""
        self.model.set_marks(marks)
        self.head.setVisible(bool(marks))
        self._pages.setCurrentIndex(1 if marks else 0)

    def _mark(self, index: QModelIndex) -> ShownMark | None:
        return self.model.mark(self.shown.mapToSource(index))

    def _clicked(self, index: QModelIndex) -> None:
        shown = self._mark(index)
        if shown is not None:
            self.span_chosen.emit(shown.mark.span)

    def _edit(self, index: QModelIndex) -> None:
        shown = self._mark(index)
        if shown is not None:
            self.edit_asked.emit(shown.mark.id)

    def _edit_current(self) -> None:
        self._edit(self.list.currentIndex())

    def _remove_current(self) -> None:
        shown = self._mark(self.list.currentIndex())
        if shown is not None:
            self.remove_asked.emit(shown.mark.id)

    def _menu(self, at: QPoint) -> None:
        if not self.list.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.addAction(self.tr("&Edit mark…"), self._edit_current)
        menu.addAction(self.tr("&Remove mark"), self._remove_current)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))
