"""Marks are written into a copy of a PDF where the words are, also on turned pages."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pymupdf
import pytest

from app.documents.exchange.wire import Annotation
from app.documents.process import ParserProcess
from app.errors import DocumentError


@pytest.mark.parametrize("rotation", [0, 90, 270])
def test_a_mark_lies_on_its_words(tmp_path: Path, rotation: int) -> None:
    path, to = tmp_path / "a.pdf", tmp_path / "copy.pdf"
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=595, height=842)
        page.insert_text((72, 120), "The fee is due within thirty days of the notice.")
        page.set_rotation(rotation)
        pdf.save(path)
    with ParserProcess() as parser:
        document = parser.open(path)
        start = document.text.index("thirty days")
        rects = document.rects(document.span(start, start + len("thirty days")))
        boxes = [(r.page, r.x0, r.y0, r.x1, r.y1) for r in rects]
        made = datetime(2026, 3, 2, 9, 30, 5, tzinfo=timezone(timedelta(hours=2)))
        mark = Annotation(boxes, "#8bd17c", "N", "KV", made, made + timedelta(days=1))
        assert parser.annotate(path, to, document.sha256, [mark]) == 1
        with pytest.raises(DocumentError, match="has changed"):
            parser.annotate(path, to, "0" * 64, [mark])
    with pymupdf.open(to) as pdf:
        page = pdf[0]
        [found] = list(page.annots())
        assert (found.info["content"], found.info["title"]) == ("N", "KV")
        assert found.info["creationDate"] == "D:20260302073005Z"
        assert found.info["modDate"] == "D:20260303073005Z"
        picture = page.get_pixmap(alpha=False)  # as it is displayed, like the rectangles

    def tinted(box: tuple[float, float, float, float]) -> bool:
        """Whether any pixel of a box is green: ink is black, paper white."""
        x0, y0, x1, y1 = (round(edge) for edge in box)
        pixels = (picture.pixel(x, y) for x in range(x0, x1) for y in range(y0, y1))
        return any(green - blue > 40 for _, green, blue in pixels)

    assert all(tinted((r.x0, r.y0, r.x1, r.y1)) for r in rects)
    fee = next(document.words.between(4, 5)).rect
    assert not tinted((fee.x0, fee.y0, fee.x1, fee.y1))
