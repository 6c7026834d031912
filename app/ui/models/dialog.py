"""The models: which there are, which answers, and fetching, adding, checking and removing them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelection, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QWidget,
)

from app.engine.models.offers import Offer
from app.engine.models.store import ModelEntry, ModelStore
from app.ui.appearance.icons import Icons
from app.ui.language import numerals
from app.ui.language.said import said
from app.ui.models.card import ModelCard, ModelFetch
from app.ui.models.offers import OfferModel
from app.ui.widgets.basic import label
from app.ui.widgets.buttons import push_button
from app.ui.widgets.card_list import CardList
from app.ui.widgets.layouts import column, row
from app.ui.widgets.long_work import LongWork

_ROWS = 4


class ModelDialog(QDialog):
    """A list of models, what can be done with the chosen one, and adding one's own.

    Attributes:
        list: the models.
        card: fetches the chosen one.
        needed: says that a question waits, where one does.
        use, verify, remove, add: the buttons.
        work: does what they say, and tells what came of it.

    Signals:
        chosen: the id of the model that is to answer.
    """

    chosen = Signal(str)

    def __init__(self, fetch: ModelFetch, icons: Icons, current: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self._appearance = icons.appearance
        self._fetch = fetch
        self._models = fetch.models
        self._current = current
        self.work = LongWork("models")
        self.model = OfferModel(self)
        self.list = CardList(1, icons, self.tr("Models"))
        self.list.setModel(self.model)
        self.list.setObjectName("card")
        self.card = ModelCard(fetch, icons)
        self.card.hide()
        self.detail = label("", "muted", wrap=True)
        self.use = push_button(self.tr("Use this model"), "primary")
        self.verify = push_button(self.tr("Verify"), "", icons, "check")
        self.verify.setToolTip(self.tr("Read its file whole and compare its SHA-256"))
        self.remove = push_button(self.tr("Remove"), "", icons, "trash")
        self.add = push_button(self.tr("Add a GGUF file…"), "", icons, "plus")
        self.needed = label(
            self.tr("Your question waits for a model. Fetch the one chosen below, or another."),
            "strong",
            wrap=True,
        )
        self.needed.hide()
        self._lay_out()
        self._connect()
        self._show()
        self.work.say(self.tr("Looking at this machine…"))
        self._load()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        below = row(self.add, 0, buttons)
        lead = label(
            self.tr(
                "A model answers on this machine: your documents and questions stay here. The "
                "network is used to fetch one, and only when you say so."
            ),
            "muted",
            wrap=True,
        )
        self.setLayout(
            column(
                self.needed, lead, 4, self.list, self.detail,
                row(self.use, self.verify, self.remove, 0),
                self.card, self.work, 6, below,
                margins=(24, 20, 24, 16),
            )
        )  # fmt: skip
        self.setMinimumWidth(600)
        self.list.setMinimumHeight(_ROWS * 46)
        self.setMinimumHeight(620)
        self.resize(self.sizeHint())  # Qt would give it two thirds of the screen at most.

    def sizeHint(self) -> QSize:
        """Wide enough for what each model means here, in any size of text, if the screen is."""
        wanted = QSize(self._appearance.px(680), self._appearance.px(640))
        return wanted.boundedTo(self.screen().availableSize() - QSize(40, 60))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what goes on here; a fetch goes on."""
        self.done(0)
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Stop what goes on here, and wait for it."""
        self.work.close_jobs()
        super().done(result)

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self._selected)
        self.list.activated.connect(self._use)
        self.use.clicked.connect(self._use)
        self.verify.clicked.connect(self._verify)
        self.remove.clicked.connect(self._remove)
        self.add.clicked.connect(self._choose_file)
        self.work.changed.connect(self._show)
        self.work.crashed.connect(self._fetch.crashed)
        self._fetch.fetched.connect(self._fetched)

    @property
    def offer(self) -> Offer | None:
        """The model that is chosen in the list."""
        return self.model.offer(self.list.currentIndex())

    def choose(self, model_id: str) -> None:
        """Choose a model in the list."""
        self.list.setCurrentIndex(self.model.index_of(model_id))

    def _load(self, then: str = "") -> None:
        """Look at the models anew; `then` is chosen."""
        self.work.quickly(partial(_offers, self._models.offers, then), self._loaded)

    def _loaded(self, found: tuple[str, list[Offer]]) -> None:
        then, offers = found
        if self.work.state.text() == self.tr("Looking at this machine…"):
            self.work.say("")
        before = self.offer
        self.model.set_offers(offers, self._current)
        wanted = then or (before.entry.id if before is not None else self._current)
        self.choose(wanted)
        if self.offer is None:
            self.choose(self._current)

    def _selected(self, _chosen: QItemSelection, _gone: QItemSelection) -> None:
        self._show()

    def _show(self) -> None:
        """Show what can be done with the chosen model."""
        offer = self.offer
        busy = self.work.busy
        self.use.setVisible(offer is not None and offer.here and offer.entry.kind == "chat")
        self.verify.setVisible(offer is not None and offer.here)
        self.remove.setVisible(offer is not None and (offer.here or offer.begun > 0))
        self.detail.setVisible(offer is not None)
        for button in (self.verify, self.remove, self.add):
            button.setEnabled(not busy)
        if offer is None:
            self.card.hide()
            return
        entry = offer.entry
        self.use.setEnabled(entry.id != self._current)
        self.use.setText(
            self.tr("Answers now") if entry.id == self._current else self.tr("Use this model")
        )
        self.remove.setText(self.tr("Forget") if entry.added else self.tr("Remove"))
        self.detail.setText(self._details(offer))
        self.card.setVisible(not offer.here)
        if not offer.here:
            self.card.show_model(entry.id)

    def _details(self, offer: Offer) -> str:
        entry = offer.entry
        needs = self.tr("It needs {memory} of memory.").format(memory=numerals.size(offer.memory))
        if not offer.here:
            return needs
        return " ".join(filter(None, (said(entry.about), needs, self._measured(offer))))

    def _measured(self, offer: Offer) -> str:
        """How the model ran when it was measured here; "" if it was not."""
        tuned = offer.tuned
        if tuned is None:
            return ""
        return self.tr(
            "Measured here: it reads {read} and writes {written} tokens a second (threads: "
            "{threads})."
        ).format(
            read=numerals.number(tuned.read_speed, 0),
            written=numerals.number(offer.speed_rounded),
            threads=tuned.threads,
        )

    def _use(self) -> None:
        offer = self.offer
        if offer is not None and offer.here and offer.entry.kind == "chat":
            self._current = offer.entry.id
            self.chosen.emit(offer.entry.id)
            self._load()

    def _fetched(self, model_id: str) -> None:
        """A model has come: it is used, if it is the one this was opened for."""
        offer = self.offer
        if offer is not None and offer.entry.id == model_id and offer.entry.kind == "chat":
            self._current = model_id
            self.chosen.emit(model_id)
        self._load(model_id)

    def _verify(self) -> None:
        offer = self.offer
        if offer is not None:
            work = partial(self._models.verify, offer.entry.id)
            self.work.begin(work, partial(self._verified, offer.entry.name))

    def _verified(self, title: str, sha256: str) -> None:
        self.work.say(
            self.tr("{name} is as it should be. SHA-256: {hash}").format(name=title, hash=sha256)
        )

    def _remove(self) -> None:
        offer = self.offer
        if offer is not None:
            work = partial(_remove, self._models, offer.entry.id)
            self.work.quickly(work, partial(self._removed, offer.entry))

    def _removed(self, entry: ModelEntry, stays: bool) -> None:
        words = (
            self.tr("{name} is forgotten; its file stays where it is.")
            if stays
            else self.tr("{name} is removed: {size} are free again.")
        )
        self.work.say(words.format(name=entry.name, size=numerals.size(entry.size)))
        if entry.id == self._current:
            self._current = self._models.default_id
            self.chosen.emit(self._current)
        self._load(self._current)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a GGUF file"), "", "GGUF (*.gguf)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.add_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_file(self, path: str) -> None:
        """Make a file of the reviewer's own known."""
        self.work.begin(partial(self._models.add, Path(path)), self._added)

    def _added(self, entry: ModelEntry) -> None:
        self.work.say(
            self.tr("{name} is added. Its file stays where it is.").format(name=entry.name)
        )
        self._load(entry.id)


def _offers(offers: Callable[[], list[Offer]], then: str) -> tuple[str, list[Offer]]:
    """In the worker: the models, and the one that is to be chosen."""
    return then, offers()


def _remove(models: ModelStore, id: str) -> bool:
    """In the worker: take a model away; whether its file stays, as the reviewer's own does.

    One that is byte for byte a model of the catalogue may still be the reviewer's own file.
    """
    files = models.files(id) if models.present(id) else ()
    models.remove(id)
    return any(file.exists() for file in files)
