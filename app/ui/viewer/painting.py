"""Paints one page and what lies over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QTransform

from app.documents.document import Page
from app.ui.viewer.base import OverlayColors
from app.ui.viewer.night import DARKEST
from app.ui.viewer.overlays import Chip, Overlays

CHIP_HEIGHT = 17.0
CHIP_GAP = 4.0
RADIUS = 2.5


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
        shade = QColor(self.colors.shadow)
        for spread, alpha in ((3, 8), (2, 14), (1, 22)):
            shade.setAlpha(alpha)
            painter.fillRect(view.rect.adjusted(-spread, 1 - spread, spread, 1 + spread), shade)
        paper = QColor(DARKEST, DARKEST, DARKEST) if self.night else QColor(Qt.GlobalColor.white)
        painter.fillRect(view.rect, paper)
        if view.image is not None:
            self._image(painter, view, view.image)
        elif view.problem:
            painter.setPen(QColor(self.colors.hint))
            inner = view.rect.adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, int(flags), view.problem)

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
        """Colours under the letters: multiplied into paper, added to the dark of night."""
        colors, page = self.colors, view.page
        mode = QPainter.CompositionMode
        painter.setCompositionMode(
            mode.CompositionMode_Screen if self.night else mode.CompositionMode_Multiply
        )
        self._fill(painter, view, overlays.inspected_on(page), colors.inspected)
        for strength, rects in overlays.flashes_on(page):
            self._fill(painter, view, rects, colors.reading, strength)
        for mark, rects in overlays.marks_on(page):
            self._fill(painter, view, rects, mark.color)
        for number, rects in overlays.cited_on(page):
            active = number == overlays.active
            self._fill(painter, view, rects, colors.active if active else colors.cited)
        self._fill(painter, view, overlays.found_on(page), colors.found)
        self._fill(painter, view, overlays.selected_on(page), colors.selection, 0.45)
        painter.setCompositionMode(mode.CompositionMode_SourceOver)

    def _fill(
        self,
        painter: QPainter,
        view: PageView,
        rects: Sequence[QRectF],
        color: str,
        strength: float = 1.0,
    ) -> None:
        if rects:
            painter.fillPath(path_of(view, rects), self.tint(color, strength))

    def tint(self, color: str, strength: float = 1.0) -> QColor:
        """A colour to lay over text: as it is by day, a dark shade of the same hue by night."""
        tint = QColor(color)
        if self.night:
            hue, saturation = tint.hsvHueF(), tint.hsvSaturationF()
            tint = QColor.fromHsvF(max(0.0, hue), min(1.0, 0.35 + saturation), 0.42)
        tint.setAlphaF(strength)
        return tint

    def _outlines(self, painter: QPainter, view: PageView, overlays: Overlays) -> None:
        """Lines around and under passages, which tell them apart without any colour."""
        colors = self.colors
        for number, rects in overlays.cited_on(view.page):
            active = number == overlays.active
            pen = QPen(self.line(colors.active if active else colors.cited), 2 if active else 1.5)
            painter.setPen(pen)
            if active:
                painter.drawPath(path_of(view, rects, 1.5).simplified())
            else:
                for rect in rects:
                    line = view.transform.mapRect(rect)
                    painter.drawLine(line.bottomLeft(), line.bottomRight())
        current = overlays.found_now_on(view.page)
        if current:
            painter.fillPath(path_of(view, current, 1.0), self._glass(colors.found_now))
            painter.setPen(QPen(self.line(colors.found_now), 1.5))
            painter.drawPath(path_of(view, current, 1.0).simplified())
        pulse = overlays.pulse_on(view.page)
        if pulse is not None and pulse[1]:
            gone, rects = pulse
            ring = self.line(colors.active)
            ring.setAlphaF(1.0 - gone)
            painter.setPen(QPen(ring, 2))
            painter.drawPath(path_of(view, rects, 2 + 10 * (1 - gone)).simplified())

    def _glass(self, color: str) -> QColor:
        glass = QColor(color)
        glass.setAlphaF(0.35)
        return glass

    def line(self, color: str) -> QColor:
        """A colour for thin lines: deeper than its tint by day, brighter by night."""
        return QColor(color).lighter(110) if self.night else QColor(color).darker(135)

    def _chip(self, painter: QPainter, rect: QRectF, number: int, active: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colors.active if active else self.colors.chip))
        painter.drawRoundedRect(rect, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
        painter.setPen(QColor("#201400" if active else self.colors.chip_text))
        painter.setFont(chip_font())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


def chip_font() -> QFont:
    """The font of a chip's figure."""
    font = QFont()
    font.setPixelSize(11)
    font.setBold(True)
    return font


def chip_rects(view: PageView, chips: Sequence[Chip]) -> list[tuple[QRectF, int]]:
    """Where chips stand, in view pixels: left of their line, side by side where they share one."""
    placed: list[tuple[QRectF, int]] = []
    for chip in sorted(chips, key=lambda c: (c.line.top(), c.number)):
        line = view.transform.mapRect(chip.line)
        width = max(CHIP_HEIGHT, 9.0 + 7.0 * len(str(chip.number)))
        rect = QRectF(0, 0, width, CHIP_HEIGHT)
        rect.moveCenter(QPointF(line.left() - CHIP_GAP - width / 2, line.center().y()))
        for other, _ in placed:
            if rect.intersects(other):
                rect.moveRight(other.left() - 2)
        rect.moveLeft(max(rect.left(), view.rect.left() + 2))
        placed.append((rect, chip.number))
    return placed


def path_of(view: PageView, rects: Sequence[QRectF], grow: float = 0.0) -> QPainterPath:
    """Rectangles as one path in view pixels; where they overlap they are filled once."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        mapped = view.transform.mapRect(rect).adjusted(-1 - grow, -grow, 1 + grow, grow)
        path.addRoundedRect(mapped, RADIUS, RADIUS)
    return path
