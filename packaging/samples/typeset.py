"""A small typesetter for the sample documents: marked-up text in, laid-out PDF pages out.

The mark-up is line-based, one paragraph a line:

    # Title            a heading of the outline (## and ### below it)
    1.2 Text           a clause, its number hanging; depth by the number of dots
    (a) Text           a lettered item; (i) one deeper
    - Text             a bulleted item
    | a | b |          a table row; the first row is its head; `|= 3 1` above it sets widths
    @word arguments    a directive, see `Typesetter.directive`
    **bold** *italic*  inside any text
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pymupdf
from canvas import Canvas, Line, Piece, Style, curly

_ITEM = re.compile(r"([A-Z]?\d+(?:\.\d+)+|\d+\.|\([a-z]{1,4}\)|-)\s+(.*)")
_RUN = re.compile(r"(\*\*.+?\*\*|\*.+?\*)")
_ROMAN = re.compile(r"\([ivx]+\)")


class Typesetter:
    """Turns marked-up text into lines, and lines into pages."""

    def __init__(self, style: Style, toc_depth: int = 2) -> None:
        self.style = style
        self._toc_depth = toc_depth
        self._fonts: dict[str, pymupdf.Font] = {}
        self._lines: list[Line] = []
        self._rows: list[list[str]] = []
        self._widths: list[float] = []
        self._depth = 0

    def font(self, face: str) -> pymupdf.Font:
        """A face, loaded once."""
        if face not in self._fonts:
            self._fonts[face] = pymupdf.Font(face)
        return self._fonts[face]

    def lines(self, source: str, toc: Sequence[tuple[int, str, str]]) -> list[Line]:
        """The lines of a source; `toc` holds level, title and printed page for `@toc`."""
        self._lines = []
        for raw in [*source.splitlines(), ""]:
            text = curly(raw.strip())
            if text.startswith("|"):
                self._table_line(text)
                continue
            self._flush_table()
            if text.startswith("@"):
                self._directive(text, toc)
            elif text.startswith("#"):
                self._heading(text)
            elif text and not text.startswith("<!--"):
                self._paragraph(text)
        return self._lines

    # -- text ---------------------------------------------------------------------------------

    def pieces(self, text: str, size: float, bold: bool = False) -> list[Piece]:
        """Words with their faces and widths, from text with bold and italic marks."""
        regular, strong, slanted = self.style.faces
        out: list[Piece] = []
        glue = False
        for run in _RUN.split(text):
            face = strong if bold else regular
            if run.startswith("**"):
                face, run = strong, run[2:-2]
            elif run.startswith("*") and len(run) > 2:
                face, run = slanted, run[1:-1]
            if not run:
                continue
            for i, word in enumerate(run.split()):
                joined = i == 0 and glue and not run[0].isspace()
                out.append(Piece(word, face, self.font(face).text_length(word, size), joined))
            glue = not run[-1].isspace()
        return out

    def broken(self, pieces: list[Piece], size: float, width: float) -> list[list[Piece]]:
        """Pieces as lines no wider than `width`."""
        space = self.font(self.style.faces[0]).text_length(" ", size)
        rows: list[list[Piece]] = []
        used = 0.0
        for piece in pieces:
            need = piece.width + (0 if piece.glue else space)
            if rows and used + need <= width:
                rows[-1].append(piece)
                used += need
            else:
                rows.append([replace(piece, glue=False)])
                used = piece.width
        return rows

    def place(
        self,
        canvas: Canvas,
        row: list[Piece],
        x: float,
        y: float,
        size: float,
        width: float = 0.0,
        align: str = "left",
        colour: tuple[float, ...] = (0.0, 0.0, 0.0),
    ) -> None:
        """Draw one line of pieces; a positive `width` with "justify" stretches its spaces."""
        space = self.font(self.style.faces[0]).text_length(" ", size)
        gaps = sum(1 for piece in row[1:] if not piece.glue)
        natural = sum(piece.width for piece in row) + gaps * space
        if align == "centre":
            x += (width - natural) / 2
        elif align == "right":
            x += width - natural
        elif align == "justify" and gaps:
            space += (width - natural) / gaps
        first = True
        for piece in row:
            if not first and not piece.glue:
                x += space
            canvas.text(x, y, piece.text, self.font(piece.face), size, colour)
            x += piece.width
            first = False

    def _add(self, line: Line) -> None:
        self._lines.append(line)

    def _space(self, height: float, keep: bool = False) -> None:
        self._add(Line(height, keep=keep, space=True))

    def _text(
        self,
        text: str,
        *,
        size: float = 0.0,
        left: float = 0.0,
        mark: str = "",
        mark_x: float = 0.0,
        align: str = "",
        bold: bool = False,
        keep: bool = False,
    ) -> None:
        """A paragraph: its lines, with the mark (a clause's number) hanging before the first."""
        style = self.style
        scale = (size or style.size) / style.size
        size = size or style.size
        leading = style.leading * scale
        width = style.measure - left
        rows = self.broken(self.pieces(text, size, bold), size, width)
        align = align or ("justify" if style.justify else "left")
        for i, row in enumerate(rows):
            last = i == len(rows) - 1
            how = "left" if align == "justify" and last else align
            number = mark if i == 0 else ""

            def draw(
                canvas: Canvas,
                x: float,
                y: float,
                row: list[Piece] = row,
                how: str = how,
                number: str = number,
            ) -> None:
                if number:
                    face = style.faces[0]
                    canvas.text(x + mark_x, y + size, number, self.font(face), size)
                self.place(canvas, row, x + left, y + size, size, width, how)

            # No line of a paragraph stands alone at the foot or the head of a page.
            alone = len(rows) > 1 and (i == 0 or i == len(rows) - 2)
            self._add(Line(leading, draw, keep=alone or (keep and last)))

    def _paragraph(self, text: str) -> None:
        style = self.style
        found = _ITEM.fullmatch(text)
        if found is None:
            self._depth = 0
            self._text(text)
        else:
            mark, body = found.groups()
            column = self._column(mark)
            self._text(
                body,
                mark="•" if mark == "-" else mark,
                mark_x=column * style.indent,
                left=(column + 1) * style.indent,
            )
        self._space(style.gap)

    def _column(self, mark: str) -> int:
        """How many indents in a numbered item stands."""
        if mark[0].isalnum():
            self._depth = 0
            return 0
        if mark == "-":
            return 0
        # Lists run from (a) to (h) at most, so (i), (v) and (x) are always Roman numbers.
        return self._depth + (2 if _ROMAN.fullmatch(mark) else 1)

    def _heading(self, text: str) -> None:
        style = self.style
        level = len(text) - len(text.lstrip("#"))
        title = text.lstrip("# ")
        size = style.heading_sizes[level - 1]
        if level == 1 and style.break_before_title:
            self._add(Line(0, action="page"))
        self._depth = 0
        self._space(style.gap * (1.8 if level < 3 else 0.8), keep=True)
        mark = len(self._lines)
        centred = level == 1 and style.heading_centred
        self._text(title, size=size, align="centre" if centred else "left", bold=True, keep=True)
        self._lines[mark].toc = (level, title)
        for line in self._lines[mark:]:
            line.keep = True
        self._space(style.gap * (1.2 if level == 1 else 0.7), keep=True)

    # -- directives ---------------------------------------------------------------------------

    def _directive(self, text: str, toc: Sequence[tuple[int, str, str]]) -> None:
        name, _, rest = text[1:].partition(" ")
        rest = rest.strip()
        if name in ("page", "head", "front", "body"):
            self._add(Line(0, action=name, value=rest))
        elif name == "space":
            self._space(float(rest))
        elif name == "rule":
            width = self.style.measure
            self._add(Line(8, lambda c, x, y: c.rule(x, y + 4, x + width, y + 4)))
        elif name == "toc":
            self._toc(toc)
        elif name in ("centre", "right", "left", "small"):
            self._aligned(name, rest)
        elif name == "band":
            self._band(rest)
        elif name == "fields":
            self._fields(rest)
        elif name == "sign":
            self._sign(rest)
        else:
            raise ValueError(f"unknown directive: {text}")

    def _aligned(self, name: str, rest: str) -> None:
        size, _, text = rest.partition(" ")
        try:
            points = float(size)
        except ValueError:
            points, text = (self.style.size * 0.85 if name == "small" else 0.0), rest
        self._text(text, size=points, align="left" if name == "small" else name)
        if name == "small":
            self._space(self.style.gap * 0.6)

    def _band(self, rest: str) -> None:
        """A tinted band: the title on the left, a remark on the right, an outline entry."""
        style = self.style
        title, _, remark = (part.strip() for part in rest.partition("|"))
        bold = self.pieces(title, style.size + 1, bold=True)
        small = self.pieces(remark, style.size - 1)

        def draw(canvas: Canvas, x: float, y: float) -> None:
            canvas.fill((x, y, x + style.measure, y + 20), style.tint)
            self.place(canvas, bold, x + 6, y + 14, style.size + 1)
            width = style.measure - 6
            self.place(canvas, small, x, y + 14, style.size - 1, width, "right")

        self._space(style.gap * 0.8, keep=True)
        entry = ", ".join(part for part in (title, remark.split(",")[0]) if part)
        self._add(Line(20, draw, keep=True, toc=(1, entry)))
        self._space(style.gap, keep=True)

    def _fields(self, rest: str) -> None:
        """`Name: value | Name: value`: labelled values side by side."""
        style = self.style
        cells = [cell.strip() for cell in rest.split("|")]
        width = style.measure / len(cells)
        parts = [cell.partition(":") for cell in cells]
        rows = [
            self.broken(
                self.pieces(f"**{label}:** {value.strip()}", style.size), style.size, width - 10
            )
            for label, _, value in parts
        ]
        height = max(len(row) for row in rows) * style.leading

        def draw(canvas: Canvas, x: float, y: float) -> None:
            for i, column in enumerate(rows):
                for j, row in enumerate(column):
                    base = y + style.size + j * style.leading
                    self.place(canvas, row, x + i * width, base, style.size)

        self._add(Line(height + 1.5, draw, keep=True))

    def _sign(self, rest: str) -> None:
        """`Party | Name | Title`: a block with lines to sign on."""
        style = self.style
        party, name, title = (part.strip() for part in rest.split("|"))
        self._space(10, keep=True)
        self._text(f"Signed for and on behalf of **{party}**", align="left", keep=True)
        self._space(24, keep=True)
        width = style.measure * 0.55
        self._add(Line(6, lambda c, x, y: c.rule(x, y, x + width, y), keep=True))
        self._text(f"Name: {name}", align="left", keep=True)
        self._text(f"Title: {title}", align="left")
        self._space(style.gap)

    def _toc(self, toc: Sequence[tuple[int, str, str]]) -> None:
        style = self.style
        size = style.size - 0.5
        dots = self.font(style.faces[0])
        for level, title, label in toc:
            if level > self._toc_depth:
                continue
            left = (level - 1) * 16.0
            words = self.pieces(title, size, bold=level == 1)
            number = self.pieces(label, size)

            def draw(
                canvas: Canvas,
                x: float,
                y: float,
                words: list[Piece] = words,
                number: list[Piece] = number,
                left: float = left,
            ) -> None:
                self.place(canvas, words, x + left, y + size, size)
                self.place(canvas, number, x, y + size, size, style.measure, "right")
                space = dots.text_length(" ", size)
                used = sum(w.width + space for w in words) + left
                room = style.measure - used - number[0].width - 2 * space
                count = max(0, int(room / dots.text_length(".", size)))
                end = x + style.measure - number[0].width - 2 * space
                leader = "." * count
                canvas.text(end - dots.text_length(leader, size), y + size, leader, dots, size)

            self._add(Line(style.leading + (2 if level == 1 else 0), draw))

    # -- tables -------------------------------------------------------------------------------

    def _table_line(self, text: str) -> None:
        if text.startswith("|="):
            self._flush_table()
            self._widths = [float(part) for part in text[2:].split()]
        else:
            self._rows.append([cell.strip() for cell in text.strip("|").split("|")])

    def _flush_table(self) -> None:
        if not self._rows:
            return
        count = len(self._rows[0])
        shares = self._widths or [1.0] * count
        if len(shares) != count or any(len(row) != count for row in self._rows):
            raise ValueError(f"uneven table: {self._rows}")
        total = sum(shares)
        widths = [self.style.measure * share / total for share in shares]
        head = self._row(self._rows[0], widths, head=True)
        head.keep = True
        self._add(head)
        for i, cells in enumerate(self._rows[1:]):
            line = self._row(cells, widths, head=False)
            line.head = head
            line.keep = i == 0 and len(self._rows) > 2
            self._add(line)
        self._space(self.style.gap * 1.5)
        self._rows, self._widths = [], []

    def _row(self, cells: list[str], widths: list[float], head: bool) -> Line:
        style = self.style
        size = style.table_size
        leading = size * 1.26
        columns = [
            self.broken(self.pieces(cell, size, bold=head), size, width - 8)
            for cell, width in zip(cells, widths, strict=True)
        ]
        height = max(1, *(len(column) for column in columns)) * leading + 5

        def draw(canvas: Canvas, x: float, y: float) -> None:
            if head:
                canvas.fill((x, y, x + style.measure, y + height), style.tint)
                canvas.rule(x, y, x + style.measure, y)
            canvas.rule(x, y + height, x + style.measure, y + height, 0.4)
            left = x
            for column, width in zip(columns, widths, strict=True):
                canvas.rule(left, y, left, y + height, 0.4)
                for j, row in enumerate(column):
                    self.place(canvas, row, left + 4, y + 2 + size + j * leading, size)
                left += width
            canvas.rule(left, y, left, y + height, 0.4)

        return Line(height, draw)
