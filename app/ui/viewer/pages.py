"""Page images within a fixed number of bytes: what to draw next, and the best image at hand."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.documents.document import Document
from app.documents.process import Link
from app.ui.viewer.base import PageSource
from app.ui.viewer.drawing import ImageKey, LinksKey, PageDrawer

BUDGET = 48 * 1024 * 1024
"""Bytes: six sharp pages of a usual window, where two are in view and two wait beside them."""

SMALL_SHARE = 8
SMALL_WIDTH = 200
LARGEST = 24_000_000


class ImageCache:
    """Images by key; the one not used for longest goes first when `budget` bytes are full."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._images: OrderedDict[ImageKey, QImage] = OrderedDict()
        self._keys: dict[int, set[ImageKey]] = {}
        self._bytes = 0

    @property
    def bytes(self) -> int:
        """How many bytes the images take."""
        return self._bytes

    def __contains__(self, key: ImageKey) -> bool:
        return key in self._images

    def get(self, key: ImageKey) -> QImage | None:
        """The image of a key, which counts as used now."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def put(self, key: ImageKey, image: QImage) -> None:
        """Keep an image. One that is larger than the whole budget is kept alone."""
        self._drop(key)
        self._images[key] = image
        self._keys.setdefault(key.page, set()).add(key)
        self._bytes += image.sizeInBytes()
        while self._bytes > self._budget and len(self._images) > 1:
            self._drop(next(iter(self._images)))

    def nearest(self, key: ImageKey) -> QImage | None:
        """The image of the same page, turned and coloured alike, with the closest scale."""
        alike = [k for k in self._keys.get(key.page, ()) if k[2:] == key[2:]]
        if not alike:
            return None
        # A larger image shrinks well, a smaller one grows badly.
        return self.get(min(alike, key=lambda k: (k.scale < key.scale, abs(k.scale - key.scale))))

    def clear(self) -> None:
        """Drop all images."""
        self._images.clear()
        self._keys.clear()
        self._bytes = 0

    def _drop(self, key: ImageKey) -> None:
        image = self._images.pop(key, None)
        if image is not None:
            self._bytes -= image.sizeInBytes()
            self._keys[key.page].discard(key)
            if not self._keys[key.page]:
                del self._keys[key.page]


class PageImages(QObject):
    """The images of one document's pages, sharp ones and small ones, drawn as they are wanted.

    Small images serve as thumbnails, and as stand-ins while a sharp one is on its way.

    Attributes:
        drawer: the worker that draws them.

    Signals:
        arrived: a new image of page `int`, or the news that it cannot be drawn.
    """

    arrived = Signal(int)

    def __init__(
        self, source: PageSource, budget: int = BUDGET, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._sharp = ImageCache(budget - budget // SMALL_SHARE)
        self._small = ImageCache(budget // SMALL_SHARE)
        self._problems: dict[int, str] = {}
        self._links: dict[int, tuple[Link, ...]] = {}
        self.drawer = PageDrawer(source)
        self.drawer.bell.rung.connect(self._collect)

    @property
    def bytes(self) -> int:
        """How many bytes all images take."""
        return self._sharp.bytes + self._small.bytes

    def set_document(self, document: Document | None) -> None:
        """Forget the images of the document before."""
        same = document is not None and self._document is not None
        same = same and document.id == self._document.id  # type: ignore[union-attr]
        self._document = document
        if same:
            return
        self.drawer.forget()
        self._sharp.clear()
        self._small.clear()
        self._problems.clear()
        self._links.clear()

    def sharp(self, key: ImageKey) -> QImage | None:
        """The image of exactly this key, if it is at hand."""
        return self._sharp.get(key)

    def stand_in(self, key: ImageKey) -> QImage | None:
        """The best other image of the same page, turned and coloured alike, or None."""
        return self._sharp.nearest(key) or self._small.nearest(key)

    def small(self, key: ImageKey) -> QImage | None:
        """The thumbnail for a key made by `small_key`, if it is at hand."""
        return self._small.get(key)

    def small_key(self, page: int, rotation: int = 0, night: bool = False) -> ImageKey:
        """The key of a page's thumbnail."""
        width = self._document.pages[page].width if self._document is not None else 0
        return ImageKey(page, round(SMALL_WIDTH / max(width, 1.0), 4), rotation, night)

    def problem(self, page: int) -> str:
        """Why a page cannot be drawn, or ""."""
        return self._problems.get(page, "")

    def links(self, page: int) -> tuple[Link, ...]:
        """The links of a page, once they are known."""
        return self._links.get(page, ())

    def retry(self) -> None:
        """Try again to draw the pages that could not be drawn."""
        self._problems.clear()
        self._links.clear()

    def want(self, visible: Sequence[ImageKey], ahead: Sequence[ImageKey] = ()) -> None:
        """Say which sharp images are needed now, and which would be good to have."""
        if self._document is None:
            return
        bare = [k for k in visible if k not in self._sharp and self.stand_in(k) is None]
        first = [self.small_key(k.page, k.rotation, k.night) for k in bare]
        sharp = [k for k in (*visible, *ahead) if k not in self._sharp]
        jobs = [k for k in (*first, *sharp) if k.page not in self._problems]
        self.drawer.want(self._document, jobs)
        unknown = [LinksKey(k.page) for k in visible if k.page not in self._links]
        self.drawer.want(self._document, unknown, lane=2)

    def want_small(self, keys: Sequence[ImageKey]) -> None:
        """Say which thumbnails are needed now."""
        if self._document is not None:
            jobs = [k for k in keys if k not in self._small and k.page not in self._problems]
            self.drawer.want(self._document, jobs, lane=1)

    def stop(self) -> None:
        """End the worker thread."""
        self.drawer.stop()

    @Slot()
    def _collect(self) -> None:
        """Take in what was drawn. Runs on the main thread."""
        for drawn in self.drawer.take():
            if self._document is None or drawn.document.id != self._document.id:
                continue
            key = drawn.key
            if isinstance(key, LinksKey):
                self._links[key.page] = drawn.links
                continue
            if drawn.image is None:
                self._problems[key.page] = drawn.problem
            elif key == self.small_key(key.page, key.rotation, key.night):
                self._small.put(key, drawn.image)
            else:
                self._sharp.put(key, drawn.image)
            self.arrived.emit(key.page)


def sharp_scale(scale: float, width: float, height: float) -> float:
    """The scale to draw at: `scale`, or what keeps the image under 24 million pixels."""
    most = math.sqrt(LARGEST / max(1.0, width * height))
    return round(min(scale, most), 4)
