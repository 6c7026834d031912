"""Night mode: light text on dark pages, with pictures as they are.

Lightness is turned round and hue kept, so that a red stamp stays red. Areas that look like pictures
(large, full of middle tones) are left alone, because a photograph or a scan of a wound must not be
shown as its negative.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from app.ui.viewer.base import NIGHT_PAPER

Channel = NDArray[np.uint8]
Grid = NDArray[np.bool_]
Box = tuple[int, int, int, int]

TILES_ACROSS = 64
PAPER = 240
LIGHTEST = 226
_LEVELS = np.linspace(NIGHT_PAPER, LIGHTEST, 256).astype(np.uint32)


def night(image: QImage) -> QImage:
    """The night version of a page image of format RGB32."""
    width, height = image.width(), image.height()
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(height, image.bytesPerLine() // 4)
    # Channels apart, each in one piece: several times faster than striding over every pixel.
    packed = rows[:, :width]
    red, green, blue = ((packed >> shift).astype(np.uint8) for shift in (16, 8, 0))
    out = np.full((height, width), 0xFF, np.uint32)
    for channel in inverted(red, green, blue):
        np.left_shift(out, 8, out=out)
        np.bitwise_or(out, _LEVELS[channel], out=out)
    for left, top, right, bottom in picture_boxes(np.minimum(np.minimum(red, green), blue), green):
        out[top:bottom, left:right] = packed[top:bottom, left:right]
    return QImage(out.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def inverted(red: Channel, green: Channel, blue: Channel) -> tuple[Channel, Channel, Channel]:
    """Lightness turned round, hue and chroma kept.

    Adding 255 - max - min to each channel maps the largest to 255 - min and the smallest to
    255 - max, so the sums stay within a byte and wrapping arithmetic is exact.
    """
    largest = np.maximum(np.maximum(red, green), blue)
    smallest = np.minimum(np.minimum(red, green), blue)
    shift = np.uint8(255) - largest - smallest
    return red + shift, green + shift, blue + shift


def picture_boxes(darkest: Channel, green: Channel) -> list[Box]:
    """The areas that look like pictures.

    Args:
        darkest: the smallest of each pixel's channels; only paper has it large.
        green: the channel nearest to brightness.
    """
    tile = max(4, green.shape[1] // TILES_ACROSS)
    boxes = []
    for cells in _groups(_picture_tiles(green, tile)):
        rows, columns = [r for r, _ in cells], [c for _, c in cells]
        top, bottom, left, right = min(rows), max(rows) + 1, min(columns), max(columns) + 1
        area = (bottom - top) * (right - left)
        if bottom - top >= 3 and right - left >= 3 and len(cells) >= 0.55 * area:
            around = (left - 1) * tile, (top - 1) * tile, (right + 1) * tile, (bottom + 1) * tile
            boxes.append(_without_paper(darkest, around))
    return boxes


def _without_paper(darkest: Channel, box: Box) -> Box:
    """A box drawn in to the rows and columns that are not mostly paper."""
    left, top, right, bottom = max(0, box[0]), max(0, box[1]), box[2], box[3]
    inked = darkest[top:bottom, left:right] < PAPER
    rows = np.flatnonzero(inked.mean(axis=1) > 0.5)
    columns = np.flatnonzero(inked.mean(axis=0) > 0.5)
    if not rows.size or not columns.size:
        return left, top, right, bottom
    return (
        left + int(columns[0]),
        top + int(rows[0]),
        left + int(columns[-1]) + 1,
        top + int(rows[-1]) + 1,
    )


def _picture_tiles(green: Channel, tile: int) -> Grid:
    """Which tiles are mostly middle tones that vary: not paper, not ink, not a plain fill."""
    rows, columns = green.shape[0] // tile, green.shape[1] // tile
    tiles = green[: rows * tile, : columns * tile].reshape(rows, tile, columns, tile)
    tiles = tiles[:, ::2, :, ::2]  # every other pixel tells as much
    middle = ((tiles > 40) & (tiles < 225)).mean(axis=(1, 3))
    spread = tiles.astype(np.float32).std(axis=(1, 3))
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
