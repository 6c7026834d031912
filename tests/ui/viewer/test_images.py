"""The image cache keeps to its budget; night mode keeps pictures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.documents.process import PageImage
from app.ui.viewer.base import NIGHT_PAPER
from app.ui.viewer.drawing import ImageKey, to_qimage
from app.ui.viewer.night import inverted, night
from app.ui.viewer.pages import LARGEST, ImageCache, sharp_scale


def image(width: int = 10, height: int = 10) -> QImage:
    return QImage(width, height, QImage.Format.Format_RGB32)


def test_the_image_not_used_for_longest_goes_first() -> None:
    cache = ImageCache(3 * 400)
    a, b, c, d = (ImageKey(page, 1.0) for page in range(4))
    for key in (a, b, c):
        cache.put(key, image())
    assert cache.get(a) is not None
    cache.put(d, image())
    assert b not in cache
    assert all(key in cache for key in (a, c, d))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 40)), max_size=40))
def test_the_cache_counts_its_bytes(puts: list[tuple[int, int]]) -> None:
    cache = ImageCache(8_000)
    kept: dict[ImageKey, QImage] = {}
    for page, size in puts:
        key = ImageKey(page, float(size % 3))
        cache.put(key, image(size, size))
        kept[key] = image(size, size)
    held = [k for k in kept if k in cache]
    assert cache.bytes == sum(kept[k].sizeInBytes() for k in held)
    assert cache.bytes <= 8_000


def test_the_stand_in_is_the_next_larger_or_else_the_largest() -> None:
    cache = ImageCache(1 << 20)
    for scale in (0.5, 1.0, 4.0):
        cache.put(ImageKey(0, scale), image(round(10 * scale), 10))
    cache.put(ImageKey(0, 2.1, 90), image(99, 10))
    found = [cache.nearest(ImageKey(0, scale)) for scale in (0.7, 2.0, 9.0)]
    assert [f.width() for f in found if f is not None] == [10, 40, 40]
    assert cache.nearest(ImageKey(0, 2.0, 180)) is None


def test_the_scale_of_a_huge_page_is_held_down() -> None:
    assert sharp_scale(2.0, 600, 800) == 2.0
    held = sharp_scale(6.0, 3000, 4000)
    assert held**2 * 3000 * 4000 <= LARGEST * 1.01


def test_an_image_with_too_little_data_is_refused() -> None:
    with pytest.raises(ValueError, match="too little"):
        to_qimage(PageImage(100, 100, 400, b"short"))


def test_an_image_owns_its_pixels_and_keeps_their_order() -> None:
    drawn = to_qimage(PageImage(1, 2, 4, bytes([0, 0, 255, 255, 255, 0, 0, 255])))
    assert drawn.pixelColor(0, 0) == QColor("red")
    assert drawn.pixelColor(0, 1) == QColor("blue")


@settings(deadline=None)
@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_lightness_is_turned_and_hue_is_kept(rgb: tuple[int, int, int]) -> None:
    channels = [np.array([value], np.uint8) for value in rgb]
    before = QColor(*rgb)
    after = QColor(*(int(c[0]) for c in inverted(*channels)))
    assert abs(after.lightness() - (255 - before.lightness())) <= 1
    if before.hslSaturation() > 40:
        turn = abs(after.hslHue() - before.hslHue())
        assert min(turn, 360 - turn) <= 6


def a_page() -> QImage:
    """White paper with ink, and a picture of varied middle tones at 200, 300 to 500, 500."""
    page = image(800, 1000)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.fillRect(100, 100, 400, 12, QColor("black"))
    for y in range(200):
        for x in range(0, 300, 3):
            shade = QColor(60 + (x + y) % 130, 60 + (2 * x + y) % 130, 60 + (x * y) % 130)
            painter.fillRect(200 + x, 300 + y, 3, 1, shade)
    painter.end()
    return page


def test_night_turns_paper_and_ink_and_leaves_the_picture() -> None:
    page = a_page()
    dark = night(page)
    assert dark.pixelColor(20, 20) == QColor(NIGHT_PAPER, NIGHT_PAPER, NIGHT_PAPER)
    assert dark.pixelColor(150, 105).lightness() > 200
    for x, y in ((200, 300), (350, 400), (498, 498)):
        assert dark.pixelColor(x, y) == page.pixelColor(x, y)
    for x, y in ((196, 400), (504, 400), (350, 296), (350, 504)):
        assert dark.pixelColor(x, y).lightness() < 60


def test_night_takes_no_text_for_a_picture(qapp: QApplication) -> None:
    page = image(800, 1000)
    page.fill(QColor("white"))
    painter = QPainter(page)
    for line in range(60):
        painter.drawText(60, 40 + 15 * line, "the quick brown fox jumps over the lazy dog " * 3)
    painter.end()
    dark = np.frombuffer(night(page).constBits(), np.uint8)[0::4]
    assert dark.mean() < 80
