"""What can be opened, and what is said about what can't."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator

import pymupdf
import pytest

from app.errors import DocumentError, PasswordNeeded


def test_a_pdf_becomes_text_pages_and_a_hash(parser, story):
    path = story("<p>The tenant shall pay the rent on the first day of each month.</p>")
    document = parser.open(path)
    assert document.text == "The tenant shall pay the rent on the first day of each month."
    assert document.kind == "pdf"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.id == document.sha256[:16]
    assert [(page.width, page.height) for page in document.pages] == [(595, 842)]
    assert document.notes == ()


def test_plain_text_has_its_hard_line_ends_joined(parser, tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(
        b"The patient was seen in the clinic on Monday and was found to be\r\n"
        b"in good health, with no complaints other than an occasional ache\r\n"
        b"in the left knee.\r\n\r\nReturn in three months.\r\n"
    )
    document = parser.open(path)
    assert document.kind == "text"
    assert document.text == (
        "The patient was seen in the clinic on Monday and was found to be in good health, with no"
        " complaints other than an occasional ache in the left knee.\n\nReturn in three months."
    )


def test_short_lines_of_plain_text_stay_apart_from_one_another(parser, tmp_path):
    path = tmp_path / "address.txt"
    path.write_text("Acme Limited\n12 High Street\nFelmouth\n", encoding="utf-8")
    assert parser.open(path).text.split() == "Acme Limited 12 High Street Felmouth".split()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_encoding(parser, tmp_path, encoding):
    path = tmp_path / "brief.txt"
    path.write_bytes("Die Mängel wurden gerügt – für 500 €.".encode(encoding))
    document = parser.open(path)
    assert document.text == "Die Mängel wurden gerügt – für 500 €."
    assert bool(document.notes) == (encoding == "cp1252")


def test_markdown_keeps_headings_lists_and_tables(parser, tmp_path):
    path = tmp_path / "memo.md"
    path.write_text(
        "# Memo\n\nThe first point\ngoes on here.\n\n- one\n- two\n\n"
        "| Date | Result |\n|---|---|\n| 2 May | 4.5 |\n| 3 May | 4.7 |\n",
        encoding="utf-8",
    )
    document = parser.open(path)
    assert document.kind == "markdown"
    assert "The first point goes on here." in document.text
    assert "Date | Result\n2 May | 4.5\n3 May | 4.7" in document.text
    assert [section.title for section in document.sections] == ["Memo"]
    items = [b for b in document.blocks if b.kind == "list_item"]
    assert [document.text[b.start : b.end] for b in items] == ["• one", "• two"]


def test_html_loses_its_scripts_and_its_pictures_become_words(parser, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>x</title><script>document.write('evil')</script></head><body>"
        "<p>Before.</p><iframe src='http://127.0.0.1:9/'>frame</iframe>"
        "<img src='http://127.0.0.1:9/a.png' alt='A seal'><script>alert(1)"
        "</script><p>After.</p></body></html>",
        encoding="utf-8",
    )
    text = parser.open(path).text
    assert "Before." in text and "After." in text and "A seal" in text
    assert "evil" not in text and "alert" not in text and "frame" not in text


def test_html_reads_no_file_beside_it(parser, tmp_path):
    (tmp_path / "secret.css").write_text("p::before { content: 'SECRET' }")
    (tmp_path / "secret.html").write_text("<p>SECRET</p>")
    path = tmp_path / "page.html"
    path.write_text(
        "<link rel=stylesheet href=secret.css><style>@import 'secret.css';</style>"
        "<object data=secret.html></object><p>Shown.</p>"
    )
    assert parser.open(path).text == "Shown."


def test_a_word_document_keeps_headings_and_tables(parser, docx):
    path = docx(
        [
            ("Heading1", "Master Agreement"),
            ("", "This is the first paragraph. It has two sentences."),
            ("", "Second paragraph."),
            [["Date", "Test"], ["2 May", "Potassium"], ["3 May", "Sodium"]],
            ("", "After the table."),
        ]
    )
    document = parser.open(path)
    assert document.kind == "docx"
    assert document.text == (
        "Master Agreement\n\nThis is the first paragraph. It has two sentences.\n\n"
        "Second paragraph.\n\nDate | Test\n2 May | Potassium\n3 May | Sodium\n\nAfter the table."
    )
    assert len(document.sentences) == 1 + 2 + 1 + 3 + 1


def test_content_counts_more_than_the_name(parser, story, tmp_path):
    hidden = story("<p>I am a PDF.</p>").rename(tmp_path / "hidden.txt")
    document = parser.open(hidden)
    assert document.kind == "pdf"
    assert document.notes == ("The file is named .txt but holds a PDF.",)
    text = tmp_path / "plain.pdf"
    text.write_text("I am plain text.")
    document = parser.open(text)
    assert (document.kind, document.text) == ("text", "I am plain text.")
    assert document.notes == ("The file is named .pdf but holds plain text.",)


def test_an_encrypted_file_asks_for_its_password(parser, typed):
    path = typed(
        [[(72, 100, "Secret terms.")]],
        encryption=pymupdf.PDF_ENCRYPT_AES_256,
        owner_pw="owner",
        user_pw="right",
    )
    with pytest.raises(PasswordNeeded, match=r"typed\.pdf is encrypted"):
        parser.open(path)
    with pytest.raises(PasswordNeeded, match=r"password for typed\.pdf is wrong"):
        parser.open(path, password="wrong")
    assert parser.open(path, password="right").text == "Secret terms."
    with pytest.raises(PasswordNeeded):
        parser.render(path, 0, 1.0)
    assert parser.render(path, 0, 1.0, password="right").width == 595


def _old_word(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def _spreadsheet(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")


def _broken_docx(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document><unclosed>")


BAD = {
    "nothing.pdf": (lambda p: p.write_bytes(b""), "is empty"),
    "cut.pdf": (
        lambda p: p.write_bytes(b"%PDF-1.7\n1 0 obj\n<<"),
        "damaged or incomplete|no pages",
    ),
    "noise.pdf": (lambda p: p.write_bytes(bytes(range(256)) * 20), "named .pdf but is not a PDF"),
    "noise.bin": (lambda p: p.write_bytes(b"\x00\x01\x02" * 500), "is not a PDF"),
    "old.doc": (_old_word, "old or encrypted Office file"),
    "sheet.xlsx": (_spreadsheet, "a spreadsheet"),
    "half.docx": (lambda p: p.write_bytes(b"PK\x03\x04" + b"x" * 300), "damaged"),
    "broken.docx": (_broken_docx, "Word document that can't be read"),
    "photo.pdf": (lambda p: p.write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 99), "a picture"),
    "blank.txt": (lambda p: p.write_bytes(b" \n\n \n"), "holds no text"),
    "empty.html": (lambda p: p.write_text("<html><body></body></html>"), "holds no text"),
    "folder.pdf": (lambda p: p.mkdir(), "is a folder"),
    "gone.pdf": (lambda p: None, "does not exist"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_name_and_the_reason(parser, tmp_path, name):
    make, reason = BAD[name]
    path = tmp_path / name
    make(path)
    with pytest.raises(DocumentError, match=reason) as caught:
        parser.open(path)
    assert caught.value.message.startswith(name)
    assert caught.value.hint
    assert not isinstance(caught.value, PasswordNeeded)


def test_a_pipe_is_not_waited_for(parser, tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(DocumentError, match="is not a file"):
        parser.open(tmp_path / "pipe.pdf")


def test_a_bad_file_leaves_the_others_alone(parser, story, tmp_path):
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 rubbish")
    good = story("<p>Still readable.</p>")
    with pytest.raises(DocumentError):
        parser.open(tmp_path / "bad.pdf")
    assert parser.open(good).text == "Still readable."


def test_limits_are_stated(parser, tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"word " * 1000)
        file.truncate(9 << 20)
    with pytest.raises(DocumentError, match=r"too large.*at most 8 MB"):
        parser.open(path)
    with path.open("ab") as file:
        file.truncate((1 << 30) + 1)
    with pytest.raises(DocumentError, match=r"too large.*at most 1,024 MB"):
        parser.open(path)


def test_pages_without_text_are_noted(parser, typed):
    document = parser.open(typed([[(72, 100, "Page one.")], [], [(72, 100, "Page three.")]]))
    assert [page.has_text for page in document.pages] == [True, False, True]
    assert document.notes == ("1 page has no text (scanned?): 2.",)
    assert document.page_at(document.text.index("three")).index == 2
    assert document.page_at(0).index == 0


def test_text_that_fonts_do_not_explain_is_noted(parser, typed):
    garbled = "wkh sduwb ri wkh iluvw sduw vkdoo qrw gwr wkh zrun zklfk lw frqwudfwhg iru"
    document = parser.open(typed([[(72, 100, garbled)]]))
    assert any("garbled" in note for note in document.notes)


_RAW = re.compile(
    r"code=|mupdf|fitz|zlib|zipfile|mammoth|Error\b|Exception|Traceback|0x|NoneType|\bxref\b"
)
"""Words of libraries, which tell a reader nothing."""


def _damaged(data: bytes) -> Iterator[bytes]:
    """A file cut off, with a hole of zeros, and with pieces of its structure spoilt."""
    for part in (0.5, 0.9):
        yield data[: int(len(data) * part)]
        at = int(len(data) * part)
        yield data[:at] + bytes(min(60, len(data) - at)) + data[at + 60 :]
    for word, other in (
        (b"/Type/Page", b"/Type/Pages"),
        (b"/Kids", b"/Xyz"),
        (b"/Count 1", b"/Count 9"),
        (b"/Contents", b"/########"),
        (b"<w:p>", b"<w:p"),
    ):
        yield data.replace(word, other)


def test_of_a_damaged_file_no_words_of_a_library_are_shown(parser, typed, docx, tmp_path):
    pdf = typed([[(72, 100, "The lease begins."), (72, 120, "It ends.")]]).read_bytes()
    word = docx([("Normal", "The lease begins.")]).read_bytes()
    said = []
    for ending, whole in (("pdf", pdf), ("docx", word), ("pdf", word), ("txt", pdf)):
        for number, data in enumerate(_damaged(whole)):
            path = tmp_path / f"damaged{number}.{ending}"
            path.write_bytes(data)
            try:
                document = parser.open(path)
                parser.render(path, len(document.pages) - 1, 1.0)
            except DocumentError as error:
                said.append(str(error))
                assert error.message.startswith(path.name), error
                assert error.hint, error
    assert said
    assert [words for words in said if _RAW.search(words)] == []


def test_what_a_library_raises_is_told_in_our_words(monkeypatch):
    from app.documents.worker.main import _failure

    failed = _failure(RuntimeError("code=7: cannot find page 1"), "a.pdf", writes=False)
    assert failed.message.startswith("a.pdf can't be read: it is damaged")
    assert "code=7" in failed.trace and "code=7" not in f"{failed.message} {failed.hint}"
