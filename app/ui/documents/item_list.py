"""The documents of the matter on the desk, and the files that are on their way into it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from app.documents.document import Document, Page, Span
from app.sessions.rows import DocumentRow
from app.ui.documents.item import DocumentItem


class ItemList:
    """Lines in order, each with its document where that is in memory. Knows nothing of Qt.

    Attributes:
        pages: those of all documents, by their ids; read apart from the documents.
    """

    def __init__(self) -> None:
        self._items: dict[str, DocumentItem] = {}
        self._documents: dict[str, Document] = {}
        self.pages: Mapping[str, Sequence[Page]] = {}

    @property
    def items(self) -> list[DocumentItem]:
        """All lines, in order."""
        return list(self._items.values())

    def clear(self) -> None:
        """Hold nothing."""
        self._items.clear()
        self._documents.clear()
        self.pages = {}

    def name_of(self, document_id: str) -> str:
        """The name of a document; "" for one that was taken out since."""
        item = self._items.get(document_id)
        return item.name if item is not None else ""

    def label_of(self, document_id: str, page: int) -> str:
        """What is printed on a page; its number in the file where that is not known."""
        pages = self.pages.get(document_id, ())
        return (pages[page].label if page < len(pages) else "") or str(page + 1)

    def page_at(self, span: Span) -> Page | None:
        """The page on which a span begins; None where that is not known yet."""
        document = self._documents.get(span.document)
        if document is not None:
            return document.page_at(span.start) if document.pages else None
        pages = self.pages.get(span.document, ())
        after = bisect_right(pages, span.start, key=lambda page: page.start)
        return pages[after - 1] if after else None

    def document(self, document_id: str) -> Document | None:
        """A document that is in memory."""
        return self._documents.get(document_id)

    def keep(self, document: Document) -> None:
        """Have a document in memory."""
        self._documents[document.id] = document

    def set_rows(self, rows: Iterable[DocumentRow]) -> None:
        """Take the store's list, and behind it what is not in the store yet."""
        others = [item for item in self._items.values() if not item.in_matter]
        self._items = {row.id: DocumentItem.ready(row) for row in rows}
        self._items |= {item.key: item for item in others}

    def change(self, item: DocumentItem) -> None:
        """Put a line in place of the one with its key, or behind the others."""
        self._items[item.key] = item

    def read(self, document: Document, row: DocumentRow, key: str) -> None:
        """A file became a document: its line takes the document's id, in its old place."""
        self.keep(document)
        ready = DocumentItem.ready(row)
        lines = {item.key: item for item in self._items.values() if item.key != document.id}
        self._items = {
            (ready.key if k == key else k): (ready if k == key else item)
            for k, item in lines.items()
        }
        self._items.setdefault(ready.key, ready)

    def take(self, keys: Iterable[str]) -> list[DocumentItem]:
        """Take lines out; those that were there."""
        gone = [self._items.pop(key) for key in list(keys) if key in self._items]
        for item in gone:
            self._documents.pop(item.key, None)
        return gone
