"""The models there are, and what each would mean on this machine, as Qt's list model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.engine.models.offers import Fit, Offer
from app.ui.language import numerals
from app.ui.widgets.list_delegate import ICON, SUBTITLE, TONE

OfferRole = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class OfferModel(QAbstractListModel):
    """One line for each model; the one that answers is marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self._current = ""

    def set_offers(self, offers: Sequence[Offer], current: str) -> None:
        """Show these models; `current` is the id of the one that answers."""
        self.beginResetModel()
        self._offers = list(offers)
        self._current = current
        self.endResetModel()

    def offer(self, index: Index) -> Offer | None:
        """The model at an index."""
        return self._offers[index.row()] if index.isValid() else None

    def index_of(self, model_id: str) -> QModelIndex:
        """Where a model stands."""
        ids = [offer.entry.id for offer in self._offers]
        return self.index(ids.index(model_id)) if model_id in ids else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each model."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line shows."""
        offer = self.offer(index)
        if offer is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.entry.name
        if role in (SUBTITLE, Qt.ItemDataRole.ToolTipRole):
            return self.described(offer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{offer.entry.name}, {self.described(offer)}"
        if role == ICON:
            if offer.here and offer.entry.id == self._current:
                return "check-circle"
            return "cpu" if offer.here else "download"
        if role == TONE:
            if offer.fit is Fit.NEVER:
                return "warning"
            answers = offer.here and offer.entry.id == self._current
            return "success" if answers else "text_muted"
        if role == OfferRole:
            return offer
        return None

    def described(self, offer: Offer) -> str:
        """Whether it is here, whether it fits, how fast it would be."""
        entry = offer.entry
        parts = [numerals.size(entry.size), entry.licence]
        if offer.here:
            parts.insert(0, self.tr("on this machine"))
        elif offer.begun:
            part = offer.begun / max(1, entry.size)
            parts.insert(0, self.tr("{percent} fetched").format(percent=numerals.percent(part)))
        if entry.kind == "chat":
            parts.append(self.fit(offer))
            if offer.speed and offer.fit is not Fit.NEVER:
                parts.append(self.speed(offer))
        else:
            parts.append(self.tr("ranks passages by meaning"))
        return " · ".join(parts)

    def fit(self, offer: Offer) -> str:
        """Whether a model fits this machine, in words."""
        words = {
            Fit.GPU: self.tr("fits the GPU"),
            Fit.NOW: self.tr("fits"),
            Fit.LATER: self.tr("fits once other programs are closed"),
            Fit.NEVER: self.tr("too large for this machine"),
        }
        return words[offer.fit]

    def speed(self, offer: Offer) -> str:
        """How fast it writes, and whether that was measured with it or only estimated."""
        words = (
            self.tr("{n} tokens/s, measured")
            if offer.tuned is not None
            else self.tr("about {n} tokens/s, estimated")
        )
        return words.format(n=numerals.number(offer.speed_rounded))
