"""Real files of every kind, made with PyMuPDF, and one parser process for all tests of the room."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pymupdf
import pytest

from app.documents.document import Document
from app.documents.process import ParserProcess

A4 = (595, 842)
Open = Callable[[Path], Document]


@pytest.fixture(scope="session")
def parser() -> Iterator[ParserProcess]:
    with ParserProcess() as process:
        yield process


@pytest.fixture
def story(tmp_path: Path) -> Callable[..., Path]:
    """Makes a PDF of flowing text from HTML."""

    def make(html: str, name: str = "story.pdf", css: str = "") -> Path:
        path = tmp_path / name
        writer = pymupdf.DocumentWriter(str(path))
        body = pymupdf.Story(html=html, user_css="body { font-family: serif; }" + css)
        page = pymupdf.Rect(0, 0, *A4)
        text = pymupdf.Rect(72, 90, A4[0] - 72, A4[1] - 90)
        more = 1
        while more:
            device = writer.begin_page(page)
            more, _ = body.place(text)
            body.draw(device)
            writer.end_page()
        writer.close()
        return path

    return make


@pytest.fixture
def typed(tmp_path: Path) -> Callable[..., Path]:
    """Makes a PDF from lines set at given places: for each page a list of (x, y, text, size)."""

    def make(pages: list[list[tuple]], name: str = "typed.pdf", **save: object) -> Path:
        path = tmp_path / name
        with pymupdf.open() as pdf:
            for lines in pages:
                page = pdf.new_page(width=A4[0], height=A4[1])
                for x, y, text, *rest in lines:
                    size = rest[0] if rest else 11
                    font = rest[1] if len(rest) > 1 else "helv"
                    page.insert_text((x, y), text, fontsize=size, fontname=font)
            pdf.save(path, **save)
        return path

    return make


def paragraph(x: float, y: float, lines: list[str], step: float = 14, size: float = 11) -> list:
    """Lines of a paragraph, one below the other."""
    return [(x, y + i * step, line, size) for i, line in enumerate(lines)]


@pytest.fixture
def docx(tmp_path: Path) -> Callable[..., Path]:
    """Makes a Word document from (style, text) pairs and tables (lists of rows)."""

    def make(content: list, name: str = "letter.docx") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
            archive.writestr("_rels/.rels", _RELATIONS)
            archive.writestr("word/_rels/document.xml.rels", _NO_RELATIONS)
            body = "".join(
                _table(part) if isinstance(part, list) else _para(*part) for part in content
            )
            archive.writestr("word/document.xml", f"{_HEAD}<w:body>{body}</w:body></w:document>")
        return path

    return make


_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_NO_RELATIONS = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'
_HEAD = f'{_XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def _para(style: str, text: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{_para('', cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
