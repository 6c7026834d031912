"""What the viewer is given: a source of page images, colours for its overlays, marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Protocol

from PySide6.QtGui import QColor

from app.documents.document import Document, Span

NIGHT_PAPER = 27
"""How light paper is at night, of 255."""


class PageImage(Protocol):
    """One drawn page: `height` rows of `stride` bytes; a pixel is blue, green, red, unused."""

    @property
    def width(self) -> int:
        """Pixels in a row."""

    @property
    def height(self) -> int:
        """Rows."""

    @property
    def stride(self) -> int:
        """Bytes from one row to the next."""

    @property
    def data(self) -> bytes:
        """The pixels."""


class PageSource(Protocol):
    """Draws pages. Called in the viewer's worker thread, never on the main thread."""

    def render(self, document: Document, page: int, scale: float) -> PageImage:
        """Draw page `page` (from 0) at `scale` pixels a point. Blocks.

        Raises:
            UserError: if the page cannot be drawn; the viewer shows the message in its place.
        """
        ...


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight the reviewer made: its id in the matter, its span, colour and note."""

    id: int
    span: Span
    color: str = "#8bd17c"
    note: str = ""


@dataclass(frozen=True, slots=True)
class OverlayColors:
    """The colours of the viewer, set by the window from its theme.

    Attributes:
        canvas: behind the pages.
        in_view: the frame in the strip around what is in view.
        edge: the thin line around a page.
        shadow: under a page.
        reading: a slice at the moment the model reads it.
        inspected: the quiet trace that a slice leaves.
        cited: a cited passage.
        active: the citation that was clicked last.
        chip: the little number beside a cited passage; `chip_text` its figure.
        selection: selected text.
        found: matches of a find; `found_now` the current one.
        no_text: pages without text, in the coverage strip.
    """

    canvas: str = "#e4e6ea"
    in_view: str = "#5c6470"
    edge: str = "#c3c7ce"
    shadow: str = "#000000"
    reading: str = "#4aa8ff"
    inspected: str = "#a9cdf2"
    cited: str = "#ffd34d"
    active: str = "#ff9d2e"
    chip: str = "#8a5a00"
    chip_text: str = "#ffffff"
    selection: str = "#3d7eea"
    found: str = "#b6e36b"
    found_now: str = "#ff8bd0"
    no_text: str = "#b9bdc6"

    @staticmethod
    def dark() -> OverlayColors:
        """The colours for a dark window."""
        return OverlayColors(
            canvas="#1d2026",
            in_view="#9aa3b2",
            edge="#0c0d10",
            chip="#ffcc66",
            chip_text="#2b1d00",
            no_text="#555b66",
        )

    @staticmethod
    def from_mapping(values: Mapping[str, str]) -> OverlayColors:
        """Colours from a theme file; a key that is missing keeps its light default.

        Raises:
            ValueError: for a key that is no colour of the viewer, or a value that is no colour.
        """
        known = {field.name for field in fields(OverlayColors)}
        for key, value in values.items():
            if key not in known or not QColor.isValidColorName(value):
                raise ValueError(f"not a colour of the viewer: {key} = {value!r}")
        return OverlayColors(**values)
