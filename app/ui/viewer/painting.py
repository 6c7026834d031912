"""Paints one page and what lies over it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QRegion, QTransform

from app.documents.document import Page
from app.ui.viewer.base import NIGHT_PAPER, OverlayColors
from app.ui.viewer.overlays import Chip, Overlays

CHIP_HEIGHT, SMALLEST_CHIP = 18.0, 11.0
CHIP_GAP = 4.0
STRIP = 64
LEADING = 0.4

_PAPER = QColor("white")
_NIGHT_PAPER = QColor(NIGHT_PAPER, NIGHT_PAPER, NIGHT_PAPER)
_INK, _NIGHT_INK = QColor("#4a4f57"), QColor("#b4bac4")
"""Of what is said on a page itself, which is white whatever the window's theme."""
_NIGHT_EDGE = QColor("#3a3d42")


@dataclass(frozen=True, slots=True)
class PageView:
    """One page as it is to be painted.

    Attributes:
        rect: where it stands, in view pixels.
        transform: from page points to view pixels.
        image: the best image at hand, or None; `sharp` where it is drawn for this very scale.
        problem: why there is none, or "".
    """

    page: Page
    rect: QRectF
    transform: QTransform
    image: QImage | None
    sharp: bool
    problem: str = ""


class PagePainter:
    """Paints pages with a set of colours, by day or by night."""

    def __init__(self, colors: OverlayColors, night: bool = False) -> None:
        self.colors = colors
        self.night = night

    def paint(self, painter: QPainter, view: PageView, overlays: Overlays) -> None:
        """Paint the paper, the image and all overlays of one page."""
        self._paper(painter, view)
        painter.save()
        painter.setClipRect(view.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._tints(painter, view, overlays)
        self._outlines(painter, view, overlays)
        for rect, number in chip_rects(view, overlays.chips_on(view.page)):
            self._chip(painter, rect, number, number == overlays.active)
        painter.restore()

    def _paper(self, painter: QPainter, view: PageView) -> None:
        self._shadow(painter, view.rect)
        if not view.sharp:
            painter.fillRect(view.rect, _NIGHT_PAPER if self.night else _PAPER)
        if view.image is not None:
            self._image(painter, view, view.image)
        elif view.problem:
            painter.setPen(_NIGHT_INK if self.night else _INK)
            inner = view.rect.adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, int(flags), view.problem)

    def _shadow(self, painter: QPainter, rect: QRectF) -> None:
        """An edge and a soft shadow, as lines: filled, they would cost more than the page.

        Their colours are mixed here: a line that lets the canvas through is no plain copy.
        """
        canvas, shadow = QColor(self.colors.canvas), QColor(self.colors.shadow)
        for spread, share in ((3, 0.04), (2, 0.094)):
            line = rect.adjusted(-spread, 1 - spread, spread, 1 + spread)
            frame(painter, line, mixed(canvas, shadow, share))
        edge = _NIGHT_EDGE if self.night else QColor(self.colors.edge)
        frame(painter, rect.adjusted(-1, -1, 1, 1), edge)

    def _image(self, painter: QPainter, view: PageView, image: QImage) -> None:
        """Draw pixel on pixel where the image was made for this scale: no blur, and fastest."""
        ratio = painter.device().devicePixelRatioF()
        off = abs(image.width() - view.rect.width() * ratio)
        if view.sharp and off <= 2:
            image.setDevicePixelRatio(ratio)
            painter.save()
            painter.setClipRect(view.rect)
            painter.drawImage(view.rect.topLeft(), image)
            painter.restore()
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(view.rect, image, QRectF(image.rect()))

    def _tints(self, painter: QPainter, view: PageView, overlays: Overlays) -> None:
        """Colours under the letters: multiplied into paper by day, screened onto it by night.

        Where layers overlap, the upper one alone is painted: mixed, they would all be mud.
        """
        taken = QRegion()
        mode = QPainter.CompositionMode
        painter.setCompositionMode(
            mode.CompositionMode_Screen if self.night else mode.CompositionMode_Multiply
        )
        for rects, tint in self._layers(view.page, overlays):
            if not rects:
                continue
            region = region_of(view, rects)
            for rect in cast("Iterable[QRect]", region.subtracted(taken)):
                lay(painter, rect, tint)
            taken = taken.united(region)
        painter.setCompositionMode(mode.CompositionMode_SourceOver)

    def _layers(self, page: Page, overlays: Overlays) -> Iterator[tuple[Sequence[QRectF], QColor]]:
        """Rectangles in page points and their tints, the uppermost first."""
        colors = self.colors
        yield overlays.selected_on(page), self.tint(colors.selection, 1.1 if self.night else 0.55)
        yield overlays.found_now_on(page), self.tint(colors.found_now, 0.8)
        yield overlays.found_on(page), self.tint(colors.found)
        cited = sorted(overlays.cited_on(page), key=lambda c: c[0] != overlays.active)
        for number, rects in cited:
            active = number == overlays.active
            strong = 1.1 if self.night else 0.75
            yield (
                rects,
                self.tint(colors.active, strong) if active else self.tint(colors.cited, 0.7),
            )
        for mark, rects in overlays.marks_on(page):
            yield rects, self.tint(mark.color, 0.6)
        trace = self.tint(colors.inspected, 0.5)
        for strength, rects in sorted(overlays.flashes_on(page), key=lambda f: -f[0]):
            yield rects, mixed(trace, self.tint(colors.reading, 0.6), strength)
        yield overlays.inspected_on(page), trace

    def tint(self, color: str, strength: float = 1.0) -> QColor:
        """A colour to lay under text: paler by day the weaker it is, darker by night."""
        tint = QColor(color)
        if not self.night:
            return mixed(QColor(Qt.GlobalColor.white), tint, strength)
        hue, saturation = max(0.0, tint.hsvHueF()), tint.hsvSaturationF()
        return QColor.fromHsvF(hue, min(1.0, 0.3 + saturation), 0.5 * strength)

    def _outlines(self, painter: QPainter, view: PageView, overlays: Overlays) -> None:
        """Lines around and under passages, which tell them apart without any colour."""
        colors = self.colors
        for mark, rects in overlays.marks_on(view.page):
            self._underline(
                painter, view, rects, QPen(self.line(mark.color), 1.5, Qt.PenStyle.DotLine)
            )
        for number, rects in overlays.cited_on(view.page):
            if number == overlays.active:
                painter.setPen(round_pen(self.line(colors.active), 2))
                painter.drawPath(outline(view, rects, 1.5))
            else:
                self._underline(painter, view, rects, QPen(self.line(colors.cited), 1.5))
        current = overlays.found_now_on(view.page)
        if current:
            painter.setPen(round_pen(self.line(colors.found_now), 1.5))
            painter.drawPath(outline(view, current, 1.0))
        pulse = overlays.pulse_on(view.page)
        if pulse is not None and pulse[1]:
            gone, rects = pulse
            ring = self.line(colors.active)
            ring.setAlphaF(1.0 - gone)
            painter.setPen(round_pen(ring, 2))
            painter.drawPath(outline(view, rects, 2 + 10 * (1 - gone)))

    def _underline(
        self, painter: QPainter, view: PageView, rects: Sequence[QRectF], pen: QPen
    ) -> None:
        painter.setPen(pen)
        for rect in rects:
            line = view.transform.mapRect(rect)
            painter.drawLine(line.bottomLeft(), line.bottomRight())

    def line(self, color: str) -> QColor:
        """A colour for thin lines: deeper than its tint by day, brighter by night."""
        return QColor(color).lighter(110) if self.night else QColor(color).darker(135)

    def _chip(self, painter: QPainter, rect: QRectF, number: int, active: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colors.active if active else self.colors.chip))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setPen(QColor("#201400" if active else self.colors.chip_text))
        painter.setFont(chip_font(rect.height()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


def round_pen(color: QColor, width: float) -> QPen:
    """A pen whose corners are round."""
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def frame(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """A line of one pixel inside the edge of a rectangle.

    In whole pixels: between two of them each line would be smoothed, at many times the cost.
    """
    box = rect.toRect()
    left, top, width, height = box.left(), box.top(), box.width(), box.height()
    painter.fillRect(left, top, width, 1, color)
    painter.fillRect(left, top + height - 1, width, 1, color)
    painter.fillRect(left, top + 1, 1, height - 2, color)
    painter.fillRect(left + width - 1, top + 1, 1, height - 2, color)


def lay(painter: QPainter, rect: QRect, tint: QColor) -> None:
    """Lay a tint over a rectangle, in strips.

    WORKAROUND: Qt hands what is taller to threads of its own and waits for them, which takes longer
    than the work where the cores have something else to do.
    """
    for top in range(rect.top(), rect.bottom() + 1, STRIP):
        height = min(STRIP, rect.bottom() + 1 - top)
        painter.fillRect(rect.left(), top, rect.width(), height, tint)


def chip_font(height: float) -> QFont:
    """The font of the figure in a chip of that height."""
    font = QFont()
    font.setPixelSize(max(7, round(0.65 * height)))
    font.setBold(True)
    return font


def chip_rects(view: PageView, chips: Sequence[Chip]) -> list[tuple[QRectF, int]]:
    """Where chips stand, in view pixels: left of their line, side by side where they share one."""
    placed: list[tuple[QRectF, int]] = []
    for chip in sorted(chips, key=lambda c: (c.line.top(), c.number)):
        line = view.transform.mapRect(chip.line)
        height = min(CHIP_HEIGHT, max(SMALLEST_CHIP, 0.9 * line.height()))
        width = height * max(1.0, 0.52 + 0.42 * len(str(chip.number)))
        rect = QRectF(0, 0, width, height)
        rect.moveCenter(QPointF(line.left() - CHIP_GAP - width / 2, line.center().y()))
        for other, _ in placed:
            if rect.intersects(other):
                rect.moveRight(other.left() - 2)
        rect.moveLeft(max(rect.left(), view.rect.left() + 2))
        placed.append((rect, chip.number))
    return placed


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """The colour between `a`, at 0, and `b`, at 1."""
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * share) for x, y in pairs))


def region_of(view: PageView, rects: Sequence[QRectF]) -> QRegion:
    """Rectangles of following lines in whole view pixels, with the leading between them filled."""
    region = QRegion()
    above: QRectF | None = None
    for rect in rects:
        box = view.transform.mapRect(rect)
        region += _whole(box.adjusted(-1, 0, 1, 0))
        if above is not None:
            left, right = max(above.left(), box.left()), min(above.right(), box.right())
            gap = box.top() - above.bottom()
            if left < right and 0 < gap < LEADING * box.height():
                region += _whole(QRectF(left - 1, above.bottom(), right - left + 2, gap))
        above = box
    return region


def _whole(box: QRectF) -> QRect:
    """Edges rounded one by one, so that boxes that touch still touch."""
    left, top = math.floor(box.left()), round(box.top())
    return QRect(left, top, math.ceil(box.right()) - left, round(box.bottom()) - top)


def outline(view: PageView, rects: Sequence[QRectF], grow: float = 0.0) -> QPainterPath:
    """The line around rectangles of following lines, as one shape, in view pixels."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect in cast("Iterable[QRect]", region_of(view, rects)):
        path.addRect(QRectF(rect).adjusted(-grow, -grow, grow, grow))
    return path.simplified()
