"""What a page is made of: the look of a document, strips of it, words in a face, and a canvas."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pymupdf

Draw = Callable[["Canvas", float, float], None]


def curly(text: str) -> str:
    """Typographic quotation marks and apostrophes in place of typewriter ones."""
    text = re.sub(r'(^|[\s(\[])"', "\\1\u201c", text).replace('"', "\u201d")
    return re.sub(r"(^|[\s(\[])'", "\\1\u2018", text).replace("'", "\u2019")


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one document. Lengths in points; fonts by PyMuPDF's short names."""

    faces: tuple[str, str, str] = ("tiro", "tibo", "tiit")
    head_face: str = "tibo"
    size: float = 11.0
    leading: float = 14.6
    gap: float = 6.5
    justify: bool = True
    margin: tuple[float, float, float, float] = (72.0, 84.0, 72.0, 80.0)
    heading_sizes: tuple[float, float, float] = (14.0, 11.5, 11.0)
    heading_centred: bool = True
    break_before_title: bool = False
    indent: float = 36.0
    table_size: float = 9.5
    width: float = 595.0
    height: float = 842.0
    tint: tuple[float, float, float] = (0.91, 0.92, 0.94)

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - self.margin[0] - self.margin[2]


@dataclass(slots=True)
class Line:
    """A strip across the page that is never split.

    Attributes:
        height: in points.
        draw: puts it on a canvas, given the left and top of the strip.
        keep: whether the next line must stand on the same page.
        head: lines to repeat where a page begins with this one (a table's head).
        toc: (level, title) where this line is an entry of the outline.
        action: what happens to the page instead of drawing: "page", "head", "front", "body".
        value: the argument of the action.
    """

    height: float
    draw: Draw | None = None
    keep: bool = False
    head: Line | None = None
    toc: tuple[int, str] | None = None
    action: str = ""
    value: str = ""
    space: bool = False


@dataclass(slots=True)
class Canvas:
    """One page while it is being drawn: text by colour, and the shapes under it."""

    page: pymupdf.Page
    writers: dict[tuple[float, ...], pymupdf.TextWriter] = field(default_factory=dict)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        font: pymupdf.Font,
        size: float,
        colour: tuple[float, ...] = (0.0, 0.0, 0.0),
    ) -> None:
        """Put text with its base line at `y`."""
        writer = self.writers.get(colour)
        if writer is None:
            writer = self.writers[colour] = pymupdf.TextWriter(self.page.rect)
        writer.append((x, y), text, font=font, fontsize=size)

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6) -> None:
        """Draw a thin line."""
        self.page.draw_line((x0, y0), (x1, y1), color=(0.25, 0.25, 0.28), width=width)

    def fill(self, box: tuple[float, float, float, float], colour: tuple[float, ...]) -> None:
        """Fill a rectangle."""
        self.page.draw_rect(pymupdf.Rect(box), color=None, fill=colour)

    def finish(self) -> None:
        """Write the collected text onto the page, above the shapes."""
        for colour, writer in self.writers.items():
            writer.write_text(self.page, color=colour)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word in one face. `glue` says that no space stands before it."""

    text: str
    face: str
    width: float
    glue: bool = False
