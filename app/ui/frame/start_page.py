"""What the window shows before there is a document: what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.documents.import_bar import ImportBar
from app.ui.documents.importer import ImportProgress
from app.ui.models.card import ModelCard, ModelFetch
from app.ui.widgets.basic import label, restyle
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.picture import Picture

_WIDTH = 560
_SHOWN = 5


class StartPage(QScrollArea):
    """A place to drop files, the sample matter, recent matters, and the model if it is missing.

    While files are read it says so in the place where they are dropped.

    Attributes:
        drop: that place; `add` and `sample` its buttons.
        progress: how far an import is, while there is one.

    Signals:
        matter_chosen: the path of a recent matter.
    """

    matter_chosen = Signal(object)

    def __init__(
        self, icons: Icons, actions: Actions, fetch: ModelFetch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setWidgetResizable(True)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("First page"))
        self.drop = self._drop_area(actions)
        self.model = ModelCard(fetch, icons)
        self._model_title = label(self.tr("First, the model"), "section")
        self._documents_title = label(self.tr("Then, your documents"), "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(1)
        self._recent_title = label(self.tr("Recent matters"), "section")
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        heading = label(self.tr("Ask your documents"), "title")
        lead = label(
            self.tr(
                "Pincite works through long documents with a model on this machine. Every "
                "statement of an answer leads back to the passage it rests on."
            ),
            "muted",
            wrap=True,
        )
        middle.setLayout(
            column(
                0, heading, lead, 12, self._model_title, self.model, 8, self._documents_title,
                self.drop, 10, self._recent_title, self._recent, 0, margins=(0, 28, 0, 28),
            )
        )  # fmt: skip
        holder = QWidget()
        holder.setObjectName("scrolled")
        holder.setLayout(row(0, middle, 0))
        self.setWidget(holder)

    def set_recent(self, matters: Sequence[tuple[Path, str]]) -> None:
        """Show these matters, each by its path and what it is called."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(matters))
        for path, title in matters[:_SHOWN]:
            button = push_button(title, "link", self._icons, "briefcase")
            button.setToolTip(str(path))
            button.setProperty("path", str(path))
            button.clicked.connect(self._chosen)
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_model(self, model_id: str) -> None:
        """Offer to fetch this model if it is missing."""
        missing = self.model.show_model(model_id)
        self.model.setVisible(missing)
        self._model_title.setVisible(missing)
        self._documents_title.setVisible(missing)

    def show_progress(self, progress: ImportProgress | None) -> None:
        """Say how far an import is; None: there is none, files can be dropped."""
        if progress is not None:
            self._words.setText(self.tr("Reading the documents"))
            self._more.setText(self.tr("The first one is shown as soon as it has been read."))
        else:
            self._words.setText(self.tr("Drop documents or folders here"))
            self._more.setText(self.tr("PDF, Word, HTML, Markdown and text"))
        self._below.setCurrentIndex(0 if progress is None else 1)
        self.progress.show_progress(progress)

    def show_opening(self) -> None:
        """Say that a matter is being opened."""
        self._words.setText(self.tr("One moment"))
        self._more.setText("")
        self._below.setCurrentIndex(1)
        self.progress.show_beginning(self.tr("Opening the matter"))

    def set_hot(self, hot: bool) -> None:
        """Show that files can be dropped, while they are dragged over the window."""
        restyle(self.drop, hot=hot)

    def _drop_area(self, actions: Actions) -> QFrame:
        area = QFrame()
        area.setObjectName("drop")
        picture = Picture(self._icons, 40, "file-plus", "text_faint")
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = label("", "heading")
        self._more = label("", "small")
        for words in (self._words, self._more):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = push_button(self.tr("Add documents…"), "primary", self._icons, "file-plus")
        self.add.clicked.connect(actions["add_documents"].trigger)
        self.sample = push_button(self.tr("Try the sample matter"), "", self._icons, "sparkle")
        self.sample.clicked.connect(actions["open_sample"].trigger)
        self.sample.setToolTip(actions["open_sample"].toolTip())
        buttons = QWidget()
        inside = row(0, self.add, self.sample, 0)
        inside.setSpacing(8)
        buttons.setLayout(inside)
        self.progress = ImportBar(margins=(0, 0, 0, 0))
        self._below = QStackedWidget()  # One in the other's place: nothing moves.
        self._below.addWidget(buttons)
        self._below.addWidget(self.progress)
        area.setLayout(
            column(
                picture, self._words, self._more, 8, self._below, margins=(24, 26, 24, 26),
            )
        )  # fmt: skip
        self.show_progress(None)
        return area

    def _chosen(self) -> None:
        self.matter_chosen.emit(Path(str(self.sender().property("path"))))
