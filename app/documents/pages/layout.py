"""A file that is open becomes a Document: text in reading order, and the units of that text."""

from __future__ import annotations

import gc
import re

from app.documents.document import (
    Block,
    BlockKind,
    Blocks,
    Document,
    Page,
    Section,
    Sentence,
    Sentences,
    WordTable,
)
from app.documents.formats.library import pymupdf
from app.documents.formats.opening import Opened
from app.documents.pages import furniture, headings
from app.documents.pages.assemble import Flow, assemble
from app.documents.pages.extract import RawPage, extract_page
from app.documents.pages.flow import Piece, norms_of, pieces_of
from app.documents.pages.sections import Entry, sections
from app.documents.text.sentences import sentences

_WORD = re.compile(r"\b[a-z]{3,}\b")
_VOWEL = re.compile(r"[aeiouy]")
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff]")


def build(opened: Opened) -> Document:
    """Extract the text of an open file and cut it into units, without the layout model."""
    # Half a million words and no cycles among them: collections would only cost time, ever more.
    gc.disable()
    try:
        return _build(opened)
    finally:
        gc.enable()


def _build(opened: Opened) -> Document:
    labels = _own_labels(opened.pdf)
    raw = [extract_page(opened.pdf[i], labels.get(i, "")) for i in range(opened.pdf.page_count)]
    removed = furniture.take_out(raw)
    printed = furniture.printed_labels(raw, removed)
    norms = norms_of(raw)
    pieces: list[Piece] = []
    for page in raw:
        pieces.extend(pieces_of(page, norms))
    headings.mark(pieces)
    flow = assemble(pieces)
    pages = _pages(raw, printed, flow)
    return Document(
        id=opened.sha256[:16],
        name=opened.path.name,
        path=opened.path,
        sha256=opened.sha256,
        kind=opened.kind,
        text=flow.text,
        pages=pages,
        blocks=Blocks.of(flow.blocks),
        sentences=cut_sentences(flow.text, flow.blocks),
        sections=_sections(opened.pdf, flow),
        words=WordTable.of(flow.words),
        notes=(*opened.notes, *_notes(pages, flow.text)),
    )


def cut_sentences(text: str, blocks: list[Block]) -> Sentences:
    """The sentences of all blocks; headings and table rows are one each."""
    found = []
    for block in blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW):
            found.append(Sentence(block.start, block.end))
            continue
        for start, end in sentences(text[block.start : block.end]):
            found.append(Sentence(block.start + start, block.start + end))
    return Sentences.of(found)


def _sections(pdf: pymupdf.Document, flow: Flow) -> tuple[Section, ...]:
    return sections(flow.text, flow.blocks, flow.words, flow.starts, outline(pdf))


def outline(pdf: pymupdf.Document) -> list[Entry]:
    """The outline that the file brings along, or an empty list."""
    try:
        toc = pdf.get_toc(simple=False)
    except Exception:
        return []  # a broken outline is no reason to refuse a document
    entries = []
    for level, title, page, target in toc:
        point = target.get("to")
        if page < 1 or page > pdf.page_count or not title.strip():
            continue
        y = float(point.y) if point is not None else 0.0
        entries.append(Entry(level, title, page - 1, y))
    return entries


def _own_labels(pdf: pymupdf.Document) -> dict[int, str]:
    """Page labels by the file's own numbering, by page index; empty where it has none."""
    if not pdf.is_pdf:
        return {}
    try:
        if not pdf.get_page_labels():
            return {}
        return {i: pdf[i].get_label() for i in range(pdf.page_count)}
    except Exception:
        return {}  # damaged labels: the printed ones serve


def _pages(raw: list[RawPage], labels: list[str], flow: Flow) -> tuple[Page, ...]:
    """Pages with their part of the text; one without text shares the start of the next."""
    following = len(flow.text)
    pages = []
    for page, label in zip(reversed(raw), reversed(labels), strict=True):
        start = flow.starts.get(page.index)
        has_text = start is not None
        if start is None:
            start = following
        end = flow.ends.get(page.index, start)
        pages.append(Page(page.index, label, page.width, page.height, start, end, has_text))
        following = start
    return tuple(reversed(pages))


def _notes(pages: tuple[Page, ...], text: str) -> list[str]:
    notes = []
    empty = [page for page in pages if not page.has_text]
    if empty:
        what = "1 page has" if len(empty) == 1 else f"{len(empty)} pages have"
        labels = ", ".join(str(page.index + 1) for page in empty[:8])
        more = ", …" if len(empty) > 8 else ""
        notes.append(f"{what} no text (scanned?): {labels}{more}.")
    garbled = [page for page in pages if _garbled(text[page.start : page.end])]
    if garbled:
        what = "1 page looks" if len(garbled) == 1 else f"{len(garbled)} pages look"
        labels = ", ".join(str(page.index + 1) for page in garbled[:8])
        more = ", …" if len(garbled) > 8 else ""
        notes.append(
            f"{what} garbled: the file's fonts don't say which letters they show: {labels}{more}."
        )
    return notes


def _garbled(text: str) -> bool:
    """Whether text is not made of words: unknown glyphs, or words without vowels."""
    if len(text) < 40:
        return False
    if len(_STRANGE.findall(text)) > 0.05 * len(text):
        return True
    words = _WORD.findall(text)
    if len(words) < 8:
        return False
    mute = sum(_VOWEL.search(word) is None for word in words)
    return mute > 0.25 * len(words)
