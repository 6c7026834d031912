"""Writes a made document as plain text or as a PDF with running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

import pymupdf

from tests.evaluation.suites.base import Form
from tests.evaluation.suites.draft import Paragraph

_WIDTH, _HEIGHT = 595, 842
_LEFT, _TOP = 64, 80
_SIZE, _LEADING = 10.0, 13.4
_LINES = 50
_MEASURE = _WIDTH - 2 * _LEFT
_FACES = {False: "helv", True: "hebo"}

Row = tuple[str, bool]


def write(paragraphs: Sequence[Paragraph], folder: Path, stem: str, form: Form) -> Path:
    """Write a document, unless the file is there already; its path."""
    path = folder / (f"{stem}.txt" if form == "text" else f"{stem}.pdf")
    if path.exists():
        return path
    beside = path.with_suffix(".part")
    if form == "text":
        text = "\n\n".join(paragraph.text for paragraph in paragraphs) + "\n"
        beside.write_text(text, encoding="utf-8")
    else:
        _write_pdf(paragraphs, beside, stem)
    beside.replace(path)
    return path


def _write_pdf(paragraphs: Sequence[Paragraph], path: Path, title: str) -> None:
    pdf = pymupdf.open()
    for number, lines in enumerate(pages(paragraphs), 1):
        page = pdf.new_page(width=_WIDTH, height=_HEIGHT)
        page.insert_text((_LEFT, 46), title, fontsize=8, fontname="helv")
        page.insert_text((_WIDTH / 2 - 8, _HEIGHT - 36), str(number), fontsize=9, fontname="helv")
        for top, heading, texts in _runs(lines):
            page.insert_text(
                (_LEFT, _TOP + top * _LEADING),
                texts,
                fontsize=_SIZE,
                fontname=_FACES[heading],
                lineheight=_LEADING / _SIZE,
            )
    pdf.set_metadata({"title": title, "creationDate": "D:20250301090000Z"})
    pdf.save(path, garbage=3, deflate=True, no_new_id=True)


def _runs(lines: Sequence[Row]) -> Iterable[tuple[int, bool, list[str]]]:
    """Runs of rows in one face: the first one's number, whether it is a heading, the texts."""
    top = 0
    for heading, rows in groupby(lines, key=lambda row: row[1]):
        texts = [text for text, _ in rows]
        yield top, heading, texts
        top += len(texts)


def pages(paragraphs: Iterable[Paragraph]) -> list[list[Row]]:
    """Pages of rows, each a line of text and whether it is of a heading; "" is an empty row.

    A torn paragraph waits for the foot of a page, so that it breaks after its second line.
    """
    done: list[list[Row]] = [[]]
    waiting: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.torn:
            waiting.append(paragraph)
            continue
        _place(done, _rows(paragraph))
        if waiting and not paragraph.heading and 3 <= _LINES - len(done[-1]) <= 9:
            _tear(done, waiting.pop(0))
    for paragraph in waiting:
        _tear(done, paragraph)
    return done


def _tear(done: list[list[Row]], paragraph: Paragraph) -> None:
    """Place a paragraph with only its first two lines on the page that is being filled."""
    done[-1] += [("", False)] * (_LINES - 2 - len(done[-1]))
    _place(done, _rows(paragraph))


def _place(done: list[list[Row]], rows: list[Row]) -> None:
    heading = rows[0][1]
    if heading and len(done[-1]) > _LINES - 4:
        done.append([])
    for row in rows:
        if len(done[-1]) == _LINES:
            done.append([])
        done[-1].append(row)
    if len(done[-1]) < _LINES:
        done[-1].append(("", False))


def _rows(paragraph: Paragraph) -> list[Row]:
    face = _FACES[paragraph.heading]
    space = _width(" ", face)
    rows: list[str] = []
    used = 0.0
    for word in paragraph.text.split():
        need = _width(word, face)
        if rows and used + space + need <= _MEASURE:
            rows[-1] += " " + word
            used += space + need
        else:
            rows.append(word)
            used = need
    return [(row, paragraph.heading) for row in rows]


@cache
def _width(word: str, face: str) -> float:
    return float(pymupdf.get_text_length(word, fontname=face, fontsize=_SIZE))
