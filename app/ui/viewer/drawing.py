"""The worker thread that asks the source for page images, most wanted first."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage, QTransform

from app.documents.document import Document
from app.documents.process import Link
from app.errors import UserError
from app.ui.language.said import explained
from app.ui.viewer.base import PageImage, PageSource

log = logging.getLogger(__name__)

STOP_SECONDS = 2.0


class ImageKey(NamedTuple):
    """What one image shows: a page, at `scale` device pixels a point, turned, in night colours."""

    page: int
    scale: float
    rotation: int = 0
    night: bool = False


class LinksKey(NamedTuple):
    """The links of a page."""

    page: int


Key = ImageKey | LinksKey
Job = tuple[Document, Key]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a key stands for: an image or links; or the reason why there is no image."""

    document: Document
    key: Key
    image: QImage | None = None
    links: tuple[Link, ...] = ()
    problem: str = ""


class _Bell(QObject):
    """Lives on the main thread; rung from the worker, heard on the main thread."""

    rung = Signal()


class PageDrawer:
    """Draws pages, and reads their links, one after the other in a thread of its own.

    What is wanted is told as a whole each time, in lanes: a list replaces the one before it, so a
    page that was scrolled past is never drawn. Lane 0 goes before lane 1.

    Attributes:
        bell: its signal `rung` says that `take` has something.
    """

    def __init__(self, source: PageSource, lanes: int = 3) -> None:
        self.bell = _Bell()
        self._source = source
        self._changed = threading.Condition()
        self._lanes: list[deque[Job]] = [deque() for _ in range(lanes)]
        self._current: tuple[str, Key] | None = None
        self._done: list[Drawn] = []
        self._thread: threading.Thread | None = None

    def want(self, document: Document, keys: Sequence[Key], lane: int = 0) -> None:
        """Replace what is wanted in a lane; the first key is drawn first.

        The thread starts with the first want, and again with the first one after `stop`.
        """
        with self._changed:
            under_way = {(d.document.id, d.key) for d in self._done} | {self._current}
            jobs = [(document, key) for key in keys if (document.id, key) not in under_way]
            self._lanes[lane] = deque(jobs)
            if not jobs:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="pages", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def forget(self) -> None:
        """Drop everything that is wanted and not yet begun."""
        with self._changed:
            for lane in self._lanes:
                lane.clear()
            self._done.clear()

    def take(self) -> list[Drawn]:
        """What was drawn since the last call."""
        with self._changed:
            done, self._done = self._done, []
            return done

    def stop(self) -> None:
        """End the thread. Waits for the page at hand, but not for long: the thread is a daemon."""
        with self._changed:
            for lane in self._lanes:
                lane.clear()
            thread, self._thread = self._thread, None
            self._changed.notify_all()
        if thread is not None and thread is not threading.current_thread():
            thread.join(STOP_SECONDS)

    def _run(self) -> None:
        while (job := self._next()) is not None:
            drawn = self._draw(*job)
            with self._changed:
                self._current = None
                if not self._is_mine():
                    return
                self._done.append(drawn)
            try:
                self.bell.rung.emit()
            except RuntimeError:  # The bell's C++ half went with the window.
                return

    def _is_mine(self) -> bool:
        """Whether the running thread has not been stopped, and perhaps followed by another."""
        return self._thread is threading.current_thread()

    def _next(self) -> Job | None:
        with self._changed:
            while self._is_mine():
                for lane in self._lanes:
                    if lane:
                        document, key = lane.popleft()
                        self._current = (document.id, key)
                        return document, key
                self._changed.wait()
            return None

    def _draw(self, document: Document, key: Key) -> Drawn:
        try:
            if isinstance(key, LinksKey):
                return Drawn(document, key, links=self._links(document, key.page))
            image = to_qimage(self._source.render(document, key.page, key.scale))
            if key.rotation:
                image = image.transformed(QTransform().rotate(key.rotation))
            if key.night:
                # Here and not at the top: it works with numpy, and the window need not wait for it.
                from app.ui.viewer.night import night

                image = night(image)
            return Drawn(document, key, image)
        except UserError as error:
            return Drawn(document, key, problem=explained(error))
        except Exception as error:
            # The worker must outlive a page that cannot be drawn, whatever the reason.
            log.exception("drawing page %d of %s failed", key.page, document.id)
            return Drawn(document, key, problem=_undrawn(error))

    def _links(self, document: Document, page: int) -> tuple[Link, ...]:
        """The links of a page, from a source that knows about them."""
        find = getattr(self._source, "links", None)
        return tuple(find(document, page)) if find is not None else ()


def _undrawn(error: Exception) -> str:
    """What the viewer shows in place of a page after a mistake of the program's."""
    words = QCoreApplication.translate("viewer", "This page could not be drawn ({error}).")
    return words.format(error=error)


def to_qimage(page: PageImage) -> QImage:
    """A page image as Qt's; owns its pixels.

    Raises:
        ValueError: if the image's size and its data do not fit each other.
    """
    if page.width <= 0 or page.height <= 0 or len(page.data) < page.stride * page.height:
        raise ValueError(f"a page image of {page.width} x {page.height} with too little data")
    layout = QImage.Format.Format_RGB32
    return QImage(page.data, page.width, page.height, page.stride, layout).copy()
