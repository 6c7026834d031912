"""Pictures of pages come through memory that the program and its parser process share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest

from app.documents.exchange import canvas as canvas_module
from app.documents.exchange.canvas import SIZE, Canvas
from app.documents.process import ParserProcess
from app.documents.worker import parser as parser_module

linux = pytest.mark.skipif(sys.platform != "linux", reason="other platforms use the pipe")


@pytest.fixture
def canvas() -> Iterator[Canvas]:
    made = Canvas.make()
    assert made is not None
    yield made
    made.hand_over()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.pdf"
    with pymupdf.open() as pdf:
        pdf.new_page(width=300, height=200).insert_text((20, 40), "Rent", color=(1, 0, 0))
        pdf.save(path)
    return path


@linux
def test_what_one_process_lays_down_the_other_takes(canvas: Canvas) -> None:
    other = Canvas(os.dup(canvas.fd))
    assert other.put(memoryview(b"a page"))
    canvas.hand_over()
    assert canvas.take(6) == b"a page"
    other.hand_over()


@linux
def test_a_picture_that_is_too_large_is_not_laid_down(canvas: Canvas) -> None:
    assert not canvas.put(memoryview(bytes(SIZE + 1)))
    for size in (-1, SIZE + 1):
        with pytest.raises(ValueError, match="a picture of"):
            canvas.take(size)


@linux
def test_the_other_process_cannot_cut_the_memory_off(canvas: Canvas) -> None:
    with pytest.raises(PermissionError):
        os.ftruncate(canvas.fd, 0)


def test_a_page_is_the_same_with_and_without(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ParserProcess() as parser:
        shared = parser.render(page, 0, 2.0)
    monkeypatch.setattr(canvas_module.Canvas, "make", staticmethod(lambda: None))
    with ParserProcess() as parser:
        assert parser.render(page, 0, 2.0) == shared
    assert (shared.width, shared.height, len(shared.data)) == (600, 400, 4 * 600 * 400)
    pixels = {shared.data[i : i + 3] for i in range(0, len(shared.data), 4)}
    assert b"\x00\x00\xff" in pixels, "blue, green and red"
    assert b"\xff\xff\xff" in pixels


@linux
def test_a_page_larger_than_the_canvas_is_drawn_all_the_same(page: Path) -> None:
    scale = (1.2 * SIZE / 4 / (300 * 200)) ** 0.5
    assert 300 * 200 * scale * scale < parser_module._MAX_PIXELS
    with ParserProcess() as parser:
        image = parser.render(page, 0, scale)
        assert len(image.data) == image.stride * image.height > SIZE
        assert parser.render(page, 0, 1.0).width == 300
