"""What can be opened, and how. Runs in the parser process only.

A file is taken for what its bytes say it is; its name decides only between text, Markdown and
HTML, which look alike. Everything but PDF is turned into HTML and laid out into A4 pages, so that
one viewer and one coordinate system serve all kinds.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from app.documents.formats import convert
from app.documents.formats.library import pymupdf
from app.errors import DocumentError, PasswordNeeded

MAX_BYTES = 1 << 30
MAX_TEXT_BYTES = 8 << 20  # of text, Markdown and HTML: about 5,000 pages
MAX_WORD_BYTES = 32 << 20  # of the text part of a Word document, unpacked
MAX_PAGES = 20_000
_A4 = (595, 842)
_CSS = """
@page { margin: 50pt 56pt; }
body { font-family: serif; line-height: 1.35; }
table { border-collapse: collapse; }
td, th { border: 0.5pt solid #999; padding: 2pt 5pt; }
pre, code { font-family: monospace; font-size: 0.8em; }
"""
_EXTENSIONS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
_FOREIGN = (
    (b"\x89PNG", "a picture (PNG)", "Save it as PDF and add that."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Save it as PDF and add that."),
    (b"II*\x00", "a picture (TIFF)", "Save it as PDF and add that."),
    (b"MM\x00*", "a picture (TIFF)", "Save it as PDF and add that."),
    (b"GIF8", "a picture (GIF)", "Save it as PDF and add that."),
    (b"{\\rtf", "a rich text file (RTF)", "Save it as DOCX or PDF and add that."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old or encrypted Office file",
        "Open it in its program and save it as DOCX without a password, or as PDF.",
    ),
    (b"\x1f\x8b", "a compressed archive", "Unpack it and add the files inside."),
    (b"7z\xbc\xaf", "a compressed archive", "Unpack it and add the files inside."),
    (b"Rar!", "a compressed archive", "Unpack it and add the files inside."),
    (b"\x7fELF", "a program", "Choose a document."),
    (b"MZ", "a program", "Choose a document."),
)


@dataclass(slots=True)
class Opened:
    """A file that is open.

    Attributes:
        pdf: the PyMuPDF document; for other kinds than PDF it has been laid out already.
        kind: as `Document.kind`.
        stamp: size and time of the file as it was read, to notice a change.
    """

    path: Path
    pdf: pymupdf.Document
    kind: str
    sha256: str
    stamp: tuple[int, int]
    notes: list[str] = field(default_factory=list)


def open_file(path: Path, password: str | None) -> Opened:
    """Open a file of any supported kind.

    Raises:
        PasswordNeeded: if it is encrypted and the password is missing or wrong.
        DocumentError: if it can't be opened, saying why.
    """
    stamp = stamp_of(path)
    _check_size(path, stamp[0])
    head, sha256 = _read(path)
    kind = recognise(path, head)
    notes: list[str] = []
    if kind == "pdf":
        pdf = _open_pdf(path, password)
        if pdf.is_repaired:
            notes.append("The file was damaged and has been repaired; parts may be missing.")
    else:
        pdf = _lay_out(path, kind, notes)
    if _EXTENSIONS.get(path.suffix.lower()) not in (kind, None):
        notes.append(f"The file is named {path.suffix} but holds {_spoken(kind)}.")
    _check_pages(path, pdf.page_count)
    return Opened(path, pdf, kind, sha256, stamp, notes)


def _check_size(path: Path, size: int) -> None:
    if size == 0:
        raise DocumentError(f"{path.name} is empty: it has no bytes.", "Get a complete copy of it.")
    if size > MAX_BYTES:
        raise DocumentError(
            f"{path.name} is too large: {size / (1 << 20):,.0f} MB of at most"
            f" {MAX_BYTES >> 20:,} MB.",
            "Split it into smaller files.",
        )


def _check_pages(path: Path, pages: int) -> None:
    if pages == 0:
        raise DocumentError(f"{path.name} has no pages.", "Get a complete copy of it.")
    if pages > MAX_PAGES:
        raise DocumentError(
            f"{path.name} has {pages:,} pages; at most {MAX_PAGES:,} can be opened.",
            "Split it into smaller files.",
        )


def _read(path: Path) -> tuple[bytes, str]:
    """The first 4 KB of a file, and the SHA-256 of all of it, in hex."""
    with path.open("rb") as file:
        head = file.read(4096)
        digest = hashlib.sha256(head)
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return head, digest.hexdigest()


def stamp_of(path: Path) -> tuple[int, int]:
    """Size and time of last change of a regular, readable file.

    Raises:
        DocumentError: if it is missing, a folder, something else, or may not be read.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise DocumentError(
            f"{path.name} does not exist in {path.parent}.", "It may have been moved or renamed."
        ) from None
    except OSError as error:
        raise DocumentError(f"{path.name} can't be reached: {error.strerror}.") from error
    if stat.S_ISDIR(status.st_mode):
        raise DocumentError(f"{path.name} is a folder.", "Choose the files inside it.")
    if not stat.S_ISREG(status.st_mode):
        raise DocumentError(f"{path.name} is not a file.", "Choose a document.")
    if not os.access(path, os.R_OK):
        raise DocumentError(
            f"{path.name} may not be read by you.", "Change its permissions, or copy it."
        )
    return status.st_size, status.st_mtime_ns


def recognise(path: Path, head: bytes) -> str:
    """The kind of a file, from its first 4 KB and its name.

    Raises:
        DocumentError: if it is of no kind that can be opened.
    """
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK"):
        return _zip_kind(path)
    for magic, what, hint in _FOREIGN:
        if head.startswith(magic):
            raise DocumentError(f"{path.name} is {what}, which can't be opened.", hint)
    named = _EXTENSIONS.get(path.suffix.lower())
    if not convert.looks_like_text(head):
        claim = f"named {path.suffix} but is not" if named else "not"
        raise DocumentError(
            f"{path.name} is {claim} a PDF, DOCX, HTML, Markdown or text file.",
            "It may be damaged or incomplete; get a fresh copy.",
        )
    if named in ("html", "markdown"):
        return named
    return "html" if convert.looks_like_html(head) else "text"


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {entry.filename: entry.file_size for entry in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DocumentError(
            f"{path.name} is damaged: it is a Word document or archive that ends too early.",
            "Get a fresh copy of it.",
        ) from error
    if "word/document.xml" in names:
        unpacked = sum(size for name, size in names.items() if name.endswith((".xml", ".rels")))
        if unpacked > MAX_WORD_BYTES:
            raise DocumentError(
                f"{path.name} is too large: {unpacked >> 20:,} MB of text; at most"
                f" {MAX_WORD_BYTES >> 20} MB can be laid out.",
                "Split it into smaller files, or save it as PDF.",
            )
        return "docx"
    what = "an archive"
    for part, name in (
        ("xl/workbook.xml", "a spreadsheet"),
        ("ppt/presentation.xml", "a presentation"),
        ("content.xml", "an OpenDocument file"),
        ("META-INF/container.xml", "an e-book"),
    ):
        if part in names:
            what = name
    hint = "Unpack it and add the files inside." if what == "an archive" else "Save it as PDF."
    raise DocumentError(f"{path.name} is {what}, which can't be opened.", hint)


def _open_pdf(path: Path, password: str | None) -> pymupdf.Document:
    try:
        pdf = pymupdf.open(path, filetype="pdf")
    except Exception as error:
        raise DocumentError(
            f"{path.name} is not a PDF that can be read: it is damaged or incomplete.",
            "Open it in another program and save a fresh copy.",
        ) from error
    if pdf.needs_pass and not (password and pdf.authenticate(password)):
        pdf.close()
        if password:
            raise PasswordNeeded(f"The password for {path.name} is wrong.", "Try another one.")
        raise PasswordNeeded(f"{path.name} is encrypted.", "Enter its password.")
    return pdf


def _lay_out(path: Path, kind: str, notes: list[str]) -> pymupdf.Document:
    """Turn a file into HTML and that into pages.

    HTML is opened from memory without an archive beside it: nothing it names, on the disk or on
    the network, can be loaded.
    """
    html = _html(path, kind, notes)
    if not convert.has_words(html):
        raise DocumentError(f"{path.name} holds no text.", "Check that it is the right file.")
    try:
        pdf = pymupdf.open(stream=html.encode("utf-8", "replace"), filetype="html")
        pdf.apply_css(_CSS)
        pdf.layout(width=_A4[0], height=_A4[1], fontsize=11)
    except pymupdf.FileDataError as error:
        raise DocumentError(
            f"{path.name} could not be laid out into pages.", "Save it as PDF and add that."
        ) from error
    return pdf


def _html(path: Path, kind: str, notes: list[str]) -> str:
    size = path.stat().st_size
    if kind == "docx":
        return convert.docx_to_html(path, notes)
    if size > MAX_TEXT_BYTES:
        raise DocumentError(
            f"{path.name} is too large: {size >> 20:,} MB of text; at most"
            f" {MAX_TEXT_BYTES >> 20} MB can be laid out.",
            "Split it into smaller files.",
        )
    text = convert.decode(io.BytesIO(path.read_bytes()).getvalue(), kind, notes)
    if kind == "markdown":
        return convert.markdown_to_html(text)
    return convert.clean_html(text) if kind == "html" else convert.text_to_html(text)


def _spoken(kind: str) -> str:
    return {"pdf": "a PDF", "docx": "a Word document", "html": "HTML", "markdown": "Markdown"}.get(
        kind, "plain text"
    )
