"""Write the sample documents of `resources/samples` from their sources.

Usage: python packaging/samples/build.py [NAME...]

The same sources give the same bytes: no clock and no random seed from outside goes in.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf
from canvas import Canvas, Line, Style
from scan import write_scan
from typeset import Typesetter

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SOURCES = SAMPLES / "source"

STYLES = {
    "services-agreement": Style(size=11.3, leading=15.5, gap=7.0),
    "patient-record": Style(
        faces=("helv", "hebo", "heit"),
        head_face="hebo",
        size=9.8,
        leading=13.4,
        gap=5.0,
        justify=False,
        margin=(54.0, 92.0, 54.0, 64.0),
        heading_sizes=(13.0, 10.6, 9.8),
        heading_centred=False,
        indent=18.0,
        table_size=8.8,
    ),
}


@dataclass(slots=True)
class Sheet:
    """One page before it is drawn: its lines, its running head and its printed label."""

    lines: list[Line]
    head: str
    front: bool
    label: str = ""


def paginate(lines: list[Line], style: Style) -> list[Sheet]:
    """Lines as pages; lines that must stay together go to the next page together."""
    room = style.height - style.margin[1] - style.margin[3]
    sheets = [Sheet([], "", True)]
    used = 0.0
    pending: str | None = None

    def turn() -> None:
        nonlocal used
        last = sheets[-1]
        sheets.append(Sheet([], last.head, last.front))
        used = 0.0

    i = 0
    while i < len(lines):
        line = lines[i]
        if line.action:
            if line.action != "head" and sheets[-1].lines:
                turn()
            if line.action == "head":
                pending = line.value
            elif line.action in ("front", "body"):
                sheets[-1].front = line.action == "front"
            i += 1
            continue
        group = _together(lines[i:])
        height = sum(part.height for part in group)
        trimmed = height - (group[-1].height if group[-1].space else 0)
        if used + trimmed > room and sheets[-1].lines:
            turn()
            if line.head is not None:
                sheets[-1].lines.append(line.head)
                used += line.head.height
        if pending is not None and not sheets[-1].lines:
            sheets[-1].head, pending = pending, None
        if not (line.space and not sheets[-1].lines and len(group) == 1):
            sheets[-1].lines.extend(group)
            used += height
        i += len(group)
    sheets = [sheet for sheet in sheets if sheet.lines]
    _number(sheets)
    return sheets


def _together(lines: list[Line]) -> list[Line]:
    """The first line and those that must stay on its page."""
    group = lines[:1]
    for line in lines[1:]:
        if not group[-1].keep or line.action:
            break
        group.append(line)
    return group


def _number(sheets: list[Sheet]) -> None:
    """Front matter counts in Roman numerals, the body from 1."""
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
    front = body = 0
    for sheet in sheets:
        if sheet.front:
            sheet.label = roman[front]
            front += 1
        else:
            body += 1
            sheet.label = str(body)


def entries(sheets: list[Sheet]) -> list[tuple[int, str, str, int]]:
    """The outline: level, title, printed label, page number from 1."""
    return [
        (line.toc[0], line.toc[1], sheet.label, number)
        for number, sheet in enumerate(sheets, 1)
        for line in sheet.lines
        if line.toc is not None
    ]


def split_meta(source: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines between the two `---` at the top, and the rest."""
    _, meta, body = source.split("---\n", 2)
    pairs = (line.split(":", 1) for line in meta.splitlines() if ":" in line)
    return {key.strip(): value.strip() for key, value in pairs}, body


def write_document(name: str) -> Path:
    """Lay one source out and write its PDF."""
    meta, source = split_meta((SOURCES / f"{name}.md").read_text(encoding="utf-8"))
    style = STYLES[name]
    setter = Typesetter(style, int(meta.get("toc", "2")))
    sheets = paginate(setter.lines(source, ()), style)
    # The contents list takes room itself: lay out until the printed pages stand still.
    for _ in range(4):
        toc = [(level, title, label) for level, title, label, _ in entries(sheets)]
        sheets = paginate(setter.lines(source, toc), style)
        if [(a, b, c) for a, b, c, _ in entries(sheets)] == toc:
            break
    pdf = pymupdf.open()
    total = sum(1 for sheet in sheets if not sheet.front)
    for sheet in sheets:
        page = pdf.new_page(width=style.width, height=style.height)
        canvas = Canvas(page)
        y = style.margin[1]
        for line in sheet.lines:
            if line.draw is not None:
                line.draw(canvas, style.margin[0], y)
            y += line.height
        _furniture(canvas, sheet, meta, setter, total)
        canvas.finish()
    return _save(pdf, name, meta, sheets)


def _furniture(
    canvas: Canvas, sheet: Sheet, meta: dict[str, str], setter: Typesetter, total: int
) -> None:
    """The running head and the printed page number."""
    style = setter.style
    if sheet.label == "i":
        return
    face = setter.font(style.faces[0])
    grey = (0.3, 0.3, 0.33)
    left, width = style.margin[0], style.measure
    size = 8.5
    outer, inner = meta["running"], sheet.head or meta["title"]
    canvas.text(left, 46, outer, face, size, grey)
    canvas.text(left + width - face.text_length(inner, size), 46, inner, face, size, grey)
    y = 50.0
    if "running2" in meta:
        canvas.text(left, 58, meta["running2"], face, size, grey)
        y = 64.0
    canvas.rule(left, y, left + width, y, 0.5)
    number = meta["folio"].format(label=sheet.label, total=total)
    if sheet.front:
        number = sheet.label
    canvas.text(
        left + (width - face.text_length(number, 9)) / 2, style.height - 40, number, face, 9
    )
    if "foot" in meta:
        canvas.text(left, style.height - 40, meta["foot"], face, 7.5, grey)


def _save(pdf: pymupdf.Document, name: str, meta: dict[str, str], sheets: list[Sheet]) -> Path:
    outline: list[list[Any]] = []
    for level, title, _, page in entries(sheets):
        above = outline[-1][0] if outline else 0
        outline.append([min(level, above + 1), title, page])
    pdf.set_toc(outline)
    front = sum(1 for sheet in sheets if sheet.front)
    pdf.set_page_labels(
        [
            {"startpage": 0, "prefix": "", "style": "r", "firstpagenum": 1},
            {"startpage": front, "prefix": "", "style": "D", "firstpagenum": 1},
        ]
    )
    pdf.set_metadata(
        {
            "title": meta["title"],
            "author": meta.get("author", ""),
            "subject": "Invented sample document of Pincite",
            "creationDate": "D:20250301090000Z",
            "modDate": "D:20250301090000Z",
        }
    )
    pdf.subset_fonts()
    path = SAMPLES / f"{name}.pdf"
    pdf.save(path, garbage=4, deflate=True, no_new_id=True)
    pages = len(pdf)
    print(f"{path.name}: {pages} pages ({front} front), {path.stat().st_size // 1000} kB")
    return path


def main(names: list[str]) -> None:
    """Write the samples that are named, or all."""
    for name in STYLES:
        if not names or name in names:
            write_document(name)
    if not names or "scanned-letter" in names:
        write_scan(SOURCES / "scanned-letter.md", SAMPLES / "scanned-letter.pdf")


if __name__ == "__main__":
    main(sys.argv[1:])
