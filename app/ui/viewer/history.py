"""Back and forward between the places that jumps left."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.document import Document
from app.ui.viewer.geometry import Place

LIMIT = 200
NEAR = 24.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in a document. Going back may lead to another document."""

    document: Document
    place: Place


class History:
    """The places jumped from, and, after going back, those to go forward to."""

    def __init__(self) -> None:
        self._back: list[Stop] = []
        self._forward: list[Stop] = []

    @property
    def can_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_forward(self) -> bool:
        """Whether there is a place to go forward to."""
        return bool(self._forward)

    def leave(self, stop: Stop) -> None:
        """Remember `stop`, which is about to be left by a jump; forgets the places ahead."""
        self._forward.clear()
        if not self._back or not _near(self._back[-1], stop):
            self._back.append(stop)
            del self._back[:-LIMIT]

    def back(self, here: Stop | None) -> Stop | None:
        """The place to return to, with `here` kept to go forward to; None at the first one."""
        return _step(self._back, self._forward, here)

    def forward(self, here: Stop | None) -> Stop | None:
        """The place that `back` came from, or None."""
        return _step(self._forward, self._back, here)

    def forget(self, document_id: str) -> None:
        """Drop all places in a document that was removed."""
        self._back = [s for s in self._back if s.document.id != document_id]
        self._forward = [s for s in self._forward if s.document.id != document_id]

    def clear(self) -> None:
        """Forget everything."""
        self._back.clear()
        self._forward.clear()


def _near(a: Stop, b: Stop) -> bool:
    same_page = a.document.id == b.document.id and a.place.page == b.place.page
    return same_page and abs(a.place.y - b.place.y) < NEAR


def _step(source: list[Stop], other: list[Stop], here: Stop | None) -> Stop | None:
    """Take the last stop off `source`, passing over those that are where the view stands."""
    while source:
        stop = source.pop()
        if here is None or not _near(stop, here):
            if here is not None:
                other.append(here)
            return stop
    return None
