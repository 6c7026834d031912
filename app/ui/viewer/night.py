"""Night mode: light text on dark pages, with pictures as they are.

Lightness is turned round and hue kept, so that a red stamp stays red. Areas that look like pictures
(large, full of middle tones) are left alone, because a photograph or a scan of a wound must not be
shown as its negative.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Pixels = NDArray[np.uint8]
Grid = NDArray[np.bool_]

TILE = 16
DARKEST, LIGHTEST = 27, 226
_LEVELS = np.linspace(DARKEST, LIGHTEST, 256).astype(np.uint8)


def night(image: QImage) -> QImage:
    """The night version of a page image of format RGB32."""
    width, height = image.width(), image.height()
    source = np.frombuffer(image.constBits(), np.uint8).reshape(
        height, image.bytesPerLine() // 4, 4
    )
    pixels = source[:, :width, :3]
    out = np.empty((height, width, 4), np.uint8)
    out[..., 3] = 255
    out[..., :3] = _LEVELS[inverted(pixels)]
    for left, top, right, bottom in picture_boxes(pixels):
        out[top:bottom, left:right, :3] = pixels[top:bottom, left:right]
    return QImage(out.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def inverted(pixels: Pixels) -> Pixels:
    """Lightness turned round, hue and chroma kept.

    Adding 255 - max - min to each channel maps the largest to 255 - min and the smallest to
    255 - max, so the sums stay within a byte and wrapping arithmetic is exact.
    """
    shift = np.uint8(255) - pixels.max(axis=2) - pixels.min(axis=2)
    return np.asarray(pixels + shift[..., None], np.uint8)


def picture_boxes(pixels: Pixels) -> list[tuple[int, int, int, int]]:
    """The areas that look like pictures: left, top, right, bottom in pixels."""
    boxes = []
    for cells in _groups(_picture_tiles(pixels)):
        rows, columns = [r for r, _ in cells], [c for _, c in cells]
        top, bottom, left, right = min(rows), max(rows) + 1, min(columns), max(columns) + 1
        area = (bottom - top) * (right - left)
        if bottom - top >= 3 and right - left >= 3 and len(cells) >= 0.55 * area:
            boxes.append(
                (
                    max(0, left - 1) * TILE,
                    max(0, top - 1) * TILE,
                    (right + 1) * TILE,
                    (bottom + 1) * TILE,
                )
            )
    return boxes


def _picture_tiles(pixels: Pixels) -> Grid:
    """Which tiles are mostly middle tones that vary: not paper, not ink, not a plain fill."""
    rows, columns = pixels.shape[0] // TILE, pixels.shape[1] // TILE
    green = pixels[: rows * TILE, : columns * TILE, 1].reshape(rows, TILE, columns, TILE)
    middle = ((green > 40) & (green < 225)).mean(axis=(1, 3))
    spread = green[:, ::2, :, ::2].astype(np.float32).std(axis=(1, 3))
    return np.asarray((middle > 0.6) & (spread > 1.5), np.bool_)


def _groups(tiles: Grid) -> list[list[tuple[int, int]]]:
    """Tiles that touch, also corner to corner, gathered."""
    left = {(int(r), int(c)) for r, c in zip(*np.nonzero(tiles), strict=True)}
    groups = []
    while left:
        todo, group = [left.pop()], []
        while todo:
            row, column = todo.pop()
            group.append((row, column))
            around = {(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & left
            left -= around
            todo.extend(around)
        groups.append(group)
    return groups
