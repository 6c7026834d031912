"""The reviewer's marks: made, changed and taken away with undo, and kept in the matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.documents.document import Document, Span
from app.sessions.rows import Mark
from app.ui.marks.model import COLOURS, ShownMark
from app.ui.matter.desk import Desk
from app.ui.reading.navigator import Navigator
from app.ui.viewer import Mark as PaintedMark

if TYPE_CHECKING:
    from app.sessions.store import Store

QUOTE = 240
"""Characters of the words marked that the list shows."""


class AddMark(QUndoCommand):
    """A mark that was made. Its number is known once the store's worker has put it in."""

    def __init__(self, marks: Marks, make: Callable[[Store], Mark], text: str) -> None:
        super().__init__(text)
        self._marks = marks
        self._make = make
        self._id = 0

    def redo(self) -> None:
        """Make it, or bring it back."""
        self._marks.work(self._put)

    def undo(self) -> None:
        """Take it away."""
        self._marks.work(self._take)

    def _put(self, store: Store) -> None:
        """In the worker."""
        if self._id:
            store.restore_mark(self._id)
        else:
            self._id = self._make(store).id

    def _take(self, store: Store) -> None:
        """In the worker."""
        store.remove_mark(self._id)


class ChangeMark(QUndoCommand):
    """Another colour, note or other tags."""

    def __init__(self, marks: Marks, before: Mark, after: Mark, text: str) -> None:
        super().__init__(text)
        self._marks = marks
        self._before = before
        self._after = after

    def redo(self) -> None:
        """Change it."""
        self._marks.work(lambda store: store.change_mark(self._after))

    def undo(self) -> None:
        """Change it back."""
        self._marks.work(lambda store: store.change_mark(self._before))


class RemoveMark(QUndoCommand):
    """A mark taken away."""

    def __init__(self, marks: Marks, mark: Mark, text: str) -> None:
        super().__init__(text)
        self._marks = marks
        self._id = mark.id

    def redo(self) -> None:
        """Take it away."""
        self._marks.work(lambda store: store.remove_mark(self._id))

    def undo(self) -> None:
        """Bring it back."""
        self._marks.work(lambda store: store.restore_mark(self._id))


class Marks(QObject):
    """All marks of the matter on the desk, in the order of documents and text.

    Attributes:
        initials: the reviewer's, for new marks.
        colour: of the next mark, by name: that of the last one.

    Signals:
        changed: the `ShownMark`s.
    """

    changed = Signal(object)

    def __init__(
        self, desk: Desk, navigator: Navigator, stack: QUndoStack, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._navigator = navigator
        self._stack = stack
        self._quotes: dict[Span, str] = {}
        self._marks: dict[int, Mark] = {}
        self.initials = ""
        self.colour = "yellow"
        desk.opened.connect(self._opened)
        desk.documents_changed.connect(self._documents_changed)
        desk.reading_ready.connect(self._tell)  # Now the pages of all documents are known.

    @property
    def tags(self) -> list[str]:
        """Every tag in use, in alphabetical order."""
        return sorted({tag for mark in self._marks.values() for tag in mark.tags}, key=str.casefold)

    def mark(self, id: int) -> Mark | None:
        """A mark by its number."""
        return self._marks.get(id)

    def at(self, span: Span) -> Mark | None:
        """The mark on exactly this span."""
        return next((mark for mark in self._marks.values() if mark.span == span), None)

    def on(self, document_id: str) -> list[Mark]:
        """The marks on a document, in the order of its text."""
        return [mark for mark in self._marks.values() if mark.span.document == document_id]

    def quote(self, span: Span) -> str:
        """The beginning of the words marked."""
        return self._quotes.get(span, "")

    def add(
        self, document: Document, span: Span, note: str = "", tags: tuple[str, ...] = ()
    ) -> None:
        """Mark a span of a document."""
        self._quotes[span] = _quote(document, span)
        colour, initials = self.colour, self.initials

        def make(store: Store) -> Mark:
            return store.add_mark(span, colour=colour, note=note, tags=tags, initials=initials)

        self._stack.push(AddMark(self, make, self.tr("Mark")))

    def change(self, mark: Mark, colour: str, note: str, tags: tuple[str, ...]) -> None:
        """Change what is said about a mark."""
        after = replace(mark, colour=colour, note=note, tags=tags)
        self.colour = colour
        if after != mark:
            self._stack.push(ChangeMark(self, mark, after, self.tr("Change the mark")))

    def remove(self, mark: Mark) -> None:
        """Take a mark away."""
        self._stack.push(RemoveMark(self, mark, self.tr("Remove the mark")))

    def work(self, change: Callable[[Store], object]) -> None:
        """Change marks in the store's worker, then show them as they are."""
        known = set(self._quotes)
        self._desk.keep(lambda store: (change(store), _read(store, known))[1], self._show)

    def _opened(self) -> None:
        self._quotes.clear()
        self._show(([], {}))
        self.work(_nothing)

    def _documents_changed(self) -> None:
        """Documents were removed, or came back: so do their marks."""
        if self._desk.store is not None:
            self.work(_nothing)

    def _show(self, read: tuple[list[Mark], dict[Span, str]]) -> None:
        marks, quotes = read
        self._quotes |= quotes
        self._marks = {mark.id: mark for mark in marks}
        self._navigator.set_marks([painted(mark) for mark in marks])
        self._tell()

    def _tell(self) -> None:
        place, quote = self._navigator.short_place_of, self.quote
        marks = self._marks.values()
        self.changed.emit([ShownMark(m, quote(m.span), place(m.span)) for m in marks])


def painted(mark: Mark) -> PaintedMark:
    """A mark as the viewer paints it; its tooltip says tags and note."""
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    words = "\n".join(part for part in (tags, mark.note) if part)
    return PaintedMark(mark.id, mark.span, COLOURS.get(mark.colour, COLOURS["yellow"]), words)


def _read(store: Store, known: set[Span]) -> tuple[list[Mark], dict[Span, str]]:
    """In the worker: all marks, and the words of those that are not known yet."""
    marks = store.marks()
    quotes: dict[Span, str] = {}
    unknown = {mark.span for mark in marks} - known
    for id in sorted({span.document for span in unknown}):
        document = store.document(id)
        quotes |= {span: _quote(document, span) for span in unknown if span.document == id}
    return marks, quotes


def _quote(document: Document, span: Span) -> str:
    """The beginning of the words marked, on one line."""
    words = " ".join(document.text[span.start : span.end].split())
    return words if len(words) <= QUOTE else words[: QUOTE - 1] + "…"


def _nothing(_store: Store) -> None:
    """No change: marks are just read."""
