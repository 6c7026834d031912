"""How pages are shown: zoom, fit, rotation, pairs, night."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.viewer.area import PageArea
from app.ui.viewer.camera import Fit


class ViewControls(QWidget):
    """The part of the viewer that says how pages are shown, in words of the area it holds.

    Signals:
        zoomChanged: the zoom; 1.0 is 100 %.
        shownAnew: pages were turned, or night began or ended.
    """

    zoomChanged = Signal(float)
    shownAnew = Signal()

    _area: PageArea

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 shows a page at its printed size."""
        return self._area.zoom

    @property
    def fit(self) -> Fit:
        """Whether the zoom follows the view's width, its size, or nothing."""
        return self._area.fit

    @property
    def rotation(self) -> int:
        """How far pages are turned clockwise, in degrees."""
        return self._area.rotation

    @property
    def two_pages(self) -> bool:
        """Whether pages stand in pairs."""
        return self._area.two_pages

    @property
    def night(self) -> bool:
        """Whether pages are shown dark."""
        return self._area.night

    def set_zoom(self, zoom: float) -> None:
        """Zoom around the middle of the view."""
        self._area.set_zoom(zoom)

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self._area.step_zoom(1)

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self._area.step_zoom(-1)

    def zoom_reset(self) -> None:
        """Show pages at their printed size."""
        self._area.set_zoom(1.0)

    def fit_width(self) -> None:
        """Make pages as wide as the view, and keep them so when it is resized."""
        self._area.set_fit(Fit.WIDTH)

    def fit_page(self) -> None:
        """Show whole pages, and keep it so when the view is resized."""
        self._area.set_fit(Fit.PAGE)

    def rotate(self, degrees: int = 90) -> None:
        """Turn all pages clockwise by a multiple of 90 degrees."""
        self._area.set_rotation(self._area.rotation + degrees)
        self.shownAnew.emit()

    def set_two_pages(self, on: bool) -> None:
        """Show pages in pairs, or one below the other."""
        self._area.set_two_pages(on)

    def set_night(self, on: bool) -> None:
        """Show light text on dark pages; pictures are kept as they are."""
        self._area.set_night(on)
        self.shownAnew.emit()
