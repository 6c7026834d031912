"""Text, Markdown, HTML and DOCX become HTML that can be laid out into pages.

Runs in the parser process only.
"""

from __future__ import annotations

import codecs
import html
import re
from itertools import groupby
from pathlib import Path

from app.errors import DocumentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HTML_START = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)", re.I | re.S
)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_META_TAG = re.compile(r"<meta[^>]*>", re.I)
_DROPPED = re.compile(
    r"<(script|iframe|object|embed|noscript|template)\b.*?(</\1\s*>|\Z)|<link\b[^>]*>", re.I | re.S
)
_IMAGE = re.compile(r"<(?:img|image)\b[^>]*>", re.I | re.S)
_ALT = re.compile(r"\balt\s*=\s*(\"[^\"]*\"|'[^']*')", re.I | re.S)
_TAG = re.compile(r"<[^>]*>")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes of a file can be text in some encoding."""
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return b"\x00" not in head and controls <= len(head) // 100


def looks_like_html(head: bytes) -> bool:
    """Whether a file begins as HTML does."""
    return _HTML_START.match(head.removeprefix(codecs.BOM_UTF8)) is not None


def decode(data: bytes, kind: str, notes: list[str]) -> str:
    r"""Bytes as text: by byte order mark, by declaration, as UTF-8, else by a guess that is noted.

    Line ends become "\n" and control characters are left out.
    """
    text = _decode_known(data, kind)
    if text is None:
        encoding, text = _guess(data)
        notes.append(f"The text encoding is not stated; it was read as {encoding}.")
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n"))


def _decode_known(data: bytes, kind: str) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    declared = _META.search(data[:4096]) if kind == "html" else None
    encodings = ["utf-8"] + ([declared.group(1).decode("ascii", "replace")] if declared else [])
    for encoding in reversed(encodings):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _guess(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    try:
        # Most unlabelled 8-bit text is Windows-1252, and short texts mislead any statistics.
        text = data.decode("cp1252")
        if sum(map(str.isalpha, text)) > 0.5 * len(text):
            return "Windows-1252", text
    except UnicodeDecodeError:
        pass
    best = from_bytes(data[: 1 << 20]).best()
    encoding = best.encoding if best is not None else "cp1252"
    return encoding, data.decode(encoding, "replace")


def has_words(markup: str) -> bool:
    """Whether HTML holds any text between its tags."""
    return any(piece.strip() for piece in _TAG.split(markup))


def clean_html(markup: str) -> str:
    """HTML without scripts and embedded things, pictures replaced by their description."""
    markup = _META_TAG.sub("", _DROPPED.sub("", markup))
    return _IMAGE.sub(_alternative, markup)


def _alternative(image: re.Match[str]) -> str:
    alt = _ALT.search(image.group())
    return html.escape(html.unescape(alt.group(1)[1:-1]), quote=False) if alt else ""


def markdown_to_html(text: str) -> str:
    """Markdown (CommonMark with tables) as HTML; raw HTML in it is shown as text."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return _page(clean_html(body))


def docx_to_html(path: Path, notes: list[str]) -> str:
    """A Word document as HTML: headings, paragraphs, lists, tables, notes; no pictures."""
    import mammoth

    def no_picture(_: object) -> dict[str, str]:
        return {}

    try:
        with path.open("rb") as file:
            result = mammoth.convert_to_html(
                file, convert_image=mammoth.images.img_element(no_picture)
            )
    except Exception as error:
        raise DocumentError(
            f"{path.name} is a Word document that can't be read: it is damaged.",
            "Open it in a word processor and save it again, or save it as PDF.",
        ) from error
    return _page(clean_html(result.value))


def text_to_html(text: str) -> str:
    """Plain text as HTML: paragraphs at blank lines, columns kept where text is set in columns."""
    parts = []
    for blank, lines in groupby(text.split("\n"), key=lambda line: not line.strip()):
        if not blank:
            parts.append(_paragraph(list(lines)))
    return _page("\n".join(parts))


def _paragraph(lines: list[str]) -> str:
    if sum(_COLUMNS.search(line.strip()) is not None for line in lines) >= 2:
        return "<pre>" + html.escape("\n".join(line.expandtabs(8) for line in lines)) + "</pre>"
    joined = [html.escape(line.strip(), quote=False) for line in lines]
    separator = " " if _hard_wrapped(lines) else "<br/>"
    return "<p>" + separator.join(joined) + "</p>"


def _hard_wrapped(lines: list[str]) -> bool:
    """Whether lines were cut at a right margin rather than where their author ended them."""
    lengths = [len(line.rstrip()) for line in lines]
    longest = max(lengths)
    if len(lines) == 1 or longest > 140:
        return False
    full = sum(length > 0.7 * longest for length in lengths[:-1])
    return longest >= 45 and full >= 0.8 * (len(lines) - 1)


def _page(body: str) -> str:
    return f"<html><body>{body}</body></html>"
