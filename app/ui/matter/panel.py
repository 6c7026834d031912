"""The left panel: the documents of the matter and the history of runs."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.documents.filter import DocumentFilter, DocumentOrder
from app.ui.documents.import_bar import ImportBar
from app.ui.documents.item import DocumentItem
from app.ui.documents.model import DocumentModel
from app.ui.matter.history import Group, RunModel
from app.ui.widgets.basic import nothing
from app.ui.widgets.buttons import action_button
from app.ui.widgets.card_list import CardList
from app.ui.widgets.layouts import column, divide
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.panel import Panel, Section

_MANY = 8
"""From this many documents on they can be filtered and sorted."""


class MatterPanel(Panel):
    """Documents above, history below.

    Signals:
        document_chosen: the id of a document to show.
        problem_asked: the `DocumentItem` of a file that was chosen and could not be read.
        again_asked: `DocumentItem`s of files that are to be read again.
        password_asked: a locked `DocumentItem` whose password is to be entered.
        remove_asked: keys of items to take out.
        run_chosen: the id of a run to show.
        cancel_asked: the import is to stop.
        order_chosen: a `DocumentOrder`.
    """

    document_chosen = Signal(str)
    problem_asked = Signal(object)
    again_asked = Signal(object)
    password_asked = Signal(object)
    remove_asked = Signal(list)
    run_chosen = Signal(str)
    cancel_asked = Signal()
    order_chosen = Signal(str)

    def __init__(self, icons: Icons, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.documents = DocumentModel(self)
        self._filtered = DocumentFilter(self.documents, self)
        self.runs = RunModel(self)

        self.head = self._make_head()
        self.document_list = CardList(1, icons, self.tr("Documents"))
        self.document_list.setModel(self._filtered)
        self.document_list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.document_list.clicked.connect(self._document_clicked)
        self.document_list.activated.connect(self._document_clicked)
        self.document_list.delete_pressed.connect(self.remove_chosen)
        self.document_list.customContextMenuRequested.connect(self._document_menu)

        self.run_list = CardList(2, icons, self.tr("History of runs"))
        self.run_list.setModel(self.runs)
        self.run_list.clicked.connect(self._run_clicked)
        self.run_list.activated.connect(self._run_clicked)
        self.run_list.customContextMenuRequested.connect(self._run_menu)

        self.progress = ImportBar()
        self.progress.cancel.clicked.connect(self.cancel_asked)
        self.split = divide(
            QSplitter(Qt.Orientation.Vertical), self._documents_part(actions), self._history_part()
        )
        self.split.setSizes([340, 340])
        self.setLayout(column(self.split))

    def _make_head(self) -> ListHead:
        """What narrows and sorts the documents, once they are many."""
        head = ListHead(
            self.tr("Filter documents"),
            {
                DocumentOrder.ADDED: self.tr("As they were added"),
                DocumentOrder.NAME: self.tr("By name"),
                DocumentOrder.LONGEST: self.tr("Longest first"),
                DocumentOrder.PROBLEMS: self.tr("Problems first"),
            },
            narrows=self.tr("Filter documents"),
            sorts=self.tr("Order of the documents"),
        )
        head.narrowed.connect(self._filtered.set_words)
        head.sorted.connect(self._order_chosen)
        head.hide()
        return head

    def set_items(self, items: list[DocumentItem]) -> None:
        """Show these documents; the selection stays."""
        chosen = self.chosen_keys()
        self.documents.set_items(items)
        self.head.setVisible(len(items) >= _MANY or bool(self.head.words.text()))
        self._document_pages.setCurrentIndex(0 if not items else 1)
        self._choose(chosen)

    def _choose(self, keys: list[str]) -> None:
        """Select these documents and no others; the list may have been filled anew."""
        if keys == self.chosen_keys():
            return
        rows = [self.documents.index(self.documents.row_of(key)) for key in keys]
        for index in filter(QModelIndex.isValid, map(self._filtered.mapFromSource, rows)):
            self.document_list.selectionModel().select(
                index, QItemSelectionModel.SelectionFlag.Select
            )

    def sort_by(self, order: str) -> None:
        """Sort the documents; an order that there is not is none."""
        self.head.sort_by(order)

    def select_document(self, key: str) -> None:
        """Mark a document as the one on show."""
        source = self.documents.index(self.documents.row_of(key))
        index = self._filtered.mapFromSource(source)
        if index.isValid() and index != self.document_list.currentIndex():
            self.document_list.choose(index)

    def show_problems(self, first: str) -> None:
        """Lead to what is wrong, which a long list has at its top then; `first`: a key."""
        if not self.head.isHidden():
            self.sort_by(DocumentOrder.PROBLEMS)
        self.select_document(first)
        self.document_list.scrollTo(self.document_list.currentIndex())

    def select_run(self, run: str) -> None:
        """Mark a run as the one on show; "" for none."""
        row_number = self.runs.row_of(run)
        if row_number < 0:
            self.run_list.clearSelection()
            self.run_list.setCurrentIndex(QModelIndex())
        else:
            self.run_list.choose(self.runs.index(row_number))

    def runs_changed(self) -> None:
        """Show the history or what stands in for it while it is empty."""
        self._run_pages.setCurrentIndex(1 if self.runs.rowCount() else 0)

    def chosen_keys(self) -> list[str]:
        """The keys of the selected documents."""
        indexes = self.document_list.selectionModel().selectedIndexes()
        items = (self.documents.item(self._filtered.mapToSource(i)) for i in indexes)
        return [item.key for item in items if item is not None]

    def remove_chosen(self) -> None:
        """Ask for the selected documents to be taken out."""
        keys = self.chosen_keys()
        if keys:
            self.remove_asked.emit(keys)

    def _documents_part(self, actions: Actions) -> QWidget:
        part = Panel()
        empty = nothing(
            self.tr("No documents yet.\nDrop files here, or add them with the button above.")
        )
        self._document_pages = QStackedWidget()
        self._document_pages.addWidget(empty)
        self._document_pages.addWidget(self.document_list)
        layout = column(
            Section(
                self.tr("Documents"),
                action_button(actions["add_folder"], 17),
                action_button(actions["add_documents"], 17),
            ),
            self.head,
            self._document_pages,
            self.progress,
        )
        layout.setSpacing(0)
        part.setLayout(layout)
        part.setMinimumHeight(150)
        return part

    def _history_part(self) -> QWidget:
        part = Panel()
        empty = nothing(self.tr("Questions you ask are kept here, with everything the model read."))
        self._run_pages = QStackedWidget()
        self._run_pages.addWidget(empty)
        self._run_pages.addWidget(self.run_list)
        layout = column(Section(self.tr("History")), self._run_pages)
        layout.setSpacing(0)
        part.setLayout(layout)
        part.setMinimumHeight(110)
        return part

    def _order_chosen(self, key: str) -> None:
        order = DocumentOrder(key)
        self._filtered.set_order(order)
        self.order_chosen.emit(order)

    def _document_clicked(self, index: QModelIndex) -> None:
        """Show a document; of one that can't be shown, ask for what it takes, or say why."""
        item = self.documents.item(self._filtered.mapToSource(index))
        if item is None:
            return
        if item.in_matter:
            self.document_chosen.emit(item.key)
        elif item.state == "locked":
            self.password_asked.emit(item)
        elif item.state == "error":
            self.problem_asked.emit(item)

    def _run_clicked(self, index: QModelIndex) -> None:
        line = self.runs.line(index)
        if isinstance(line, Group):
            self.runs.toggle(line)
            self.run_list.setCurrentIndex(self.runs.index(index.row()))
        elif line is not None:
            self.run_chosen.emit(line.id)

    def _document_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        if self._unread():
            menu.addAction(self.tr("Try to read a&gain"), self._read_again)
            menu.addSeparator()
        for action in ("remove_document", "add_documents", "add_folder"):
            menu.addAction(self._actions[action])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.document_list.viewport().mapToGlobal(at))

    def _unread(self) -> list[DocumentItem]:
        """The chosen files that could not be read."""
        keys = set(self.chosen_keys())
        return [i for i in self.documents.items if i.key in keys and i.state == "error"]

    def _read_again(self) -> None:
        self.again_asked.emit(self._unread())

    def _run_menu(self, at: QPoint) -> None:
        if self.runs.run(self.run_list.indexAt(at)) is None:
            return
        menu = QMenu(self)
        for action in ("ask_again", "resume", "replay", "export_report"):
            menu.addAction(self._actions[action])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.run_list.viewport().mapToGlobal(at))
