"""Write a letter as if it had been printed and scanned: pictures of pages, no text layer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pymupdf
from canvas import Canvas, Style
from typeset import Typesetter

_DPI = 130
_SKEW = (0.7, -0.5)


def write_scan(source: Path, target: Path) -> Path:
    """Set the source's pages, draw each as a slightly turned, noisy grey picture, and save those.

    Args:
        source: marked-up text; `@page` parts its pages.
        target: the PDF to write.
    """
    style = Style(justify=False, size=11.5, leading=15.5, gap=8.0, margin=(78.0, 80.0, 78.0, 80.0))
    out = pymupdf.open()
    for number, part in enumerate(source.read_text(encoding="utf-8").split("@page\n")):
        picture = _scanned(_typed(part, style), _SKEW[number % 2], seed=number)
        page = out.new_page(width=style.width, height=style.height)
        page.insert_image(page.rect, stream=picture)
    out.set_metadata({"title": "", "creationDate": "D:20240612090000Z"})
    out.save(target, garbage=4, deflate=True, no_new_id=True)
    print(f"{target.name}: {len(out)} pages, {target.stat().st_size // 1000} kB")
    return target


def _typed(text: str, style: Style) -> pymupdf.Document:
    """One page of the letter, set."""
    pdf = pymupdf.open()
    page = pdf.new_page(width=style.width, height=style.height)
    canvas = Canvas(page)
    y = style.margin[1]
    for line in Typesetter(style).lines(text, ()):
        if line.draw is not None:
            line.draw(canvas, style.margin[0], y)
        y += line.height
    canvas.finish()
    return pdf


def _scanned(pdf: pymupdf.Document, skew: float, seed: int) -> bytes:
    """The page as a JPEG: turned by `skew` degrees, blurred, with paper tone and specks."""
    zoom = _DPI / 72
    matrix = pymupdf.Matrix(zoom, zoom).prerotate(skew)
    pixmap = pdf[0].get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY)
    grey = np.frombuffer(pixmap.samples, dtype=np.uint8).reshape(pixmap.height, pixmap.width)
    grey = grey.astype(np.float32)
    soft = (grey + np.roll(grey, 1, 0) * 0.5 + np.roll(grey, 1, 1) * 0.5) / 2
    rng = np.random.default_rng(seed)
    height, width = soft.shape
    shade = np.linspace(0, 9, width, dtype=np.float32)[None, :]
    noisy = soft * 0.93 + 8 - shade + rng.normal(0, 5, soft.shape).astype(np.float32)
    specks = rng.integers(0, [height, width], size=(60, 2))
    noisy[specks[:, 0], specks[:, 1]] = 90
    data = np.clip(noisy, 0, 255).astype(np.uint8)
    picture = pymupdf.Pixmap(pymupdf.csGRAY, width, height, data.tobytes(), False)
    return bytes(picture.tobytes("jpeg", jpg_quality=55))
