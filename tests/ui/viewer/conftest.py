"""Real documents, opened and drawn by the real parser process, in a real viewer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.documents.document import Document, Span
from app.documents.process import Link, PageImage, ParserProcess
from app.ui.viewer import DocumentViewer
from tests.ui.conftest import Own

PAGES = 12
EMPTY_PAGE = 6
TOPICS = (
    "delivery", "payment", "liability", "insurance", "notices", "confidentiality",
    "termination", "assignment", "arbitration", "inspection", "warranties", "severance",
)  # fmt: skip


def write_contract(path: Path, pages: int = PAGES) -> Path:
    """A contract: a heading and four paragraphs a page, one page a drawing, two labelled i, ii."""
    pdf = pymupdf.open()
    for number in range(1, pages + 1):
        page = pdf.new_page(width=595, height=842)
        if number - 1 == EMPTY_PAGE:
            page.draw_circle((300, 400), 120, color=(0.8, 0, 0), fill=(0.9, 0.8, 0.2))
            continue
        topic = TOPICS[(number - 1) % len(TOPICS)]
        page.insert_text((72, 90), f"{number}. About {topic}", fontsize=16, fontname="hebo")
        for part in range(4):
            text = (
                f"Clause {number}.{part + 1} says what the parties agreed on {topic}. "
                f"The supplier shall act within {number * 10 + part} days of a written notice. "
                f"Nothing here limits the rights that the customer has under the law of {topic}."
            )
            box = pymupdf.Rect(72, 120 + 110 * part, 523, 220 + 110 * part)
            assert page.insert_textbox(box, text, fontsize=12, fontname="tiro") >= 0
    labels = [
        {"startpage": 0, "prefix": "", "style": "r", "firstpagenum": 1},
        {"startpage": 2, "prefix": "", "style": "D", "firstpagenum": 1},
    ]
    if pages > 2:
        pdf.set_page_labels(labels)
    if pages > 4:
        rect = pymupdf.Rect(72, 600, 300, 620)
        page = pdf[0]
        page.insert_link(
            {"kind": pymupdf.LINK_GOTO, "from": rect, "page": 4, "to": pymupdf.Point(0, 300)}
        )
        web = pymupdf.Rect(72, 630, 300, 650)
        page.insert_link({"kind": pymupdf.LINK_URI, "from": web, "uri": "https://example.org/a"})
        topics = [TOPICS[i % len(TOPICS)] for i in range(pages)]
        pdf.set_toc([[1 + i % 2, f"{i + 1}. About {t}", i + 1] for i, t in enumerate(topics)])
    pdf.save(path)
    pdf.close()
    return path


class ParserSource:
    """The real parser process as the viewer's source of pages."""

    def __init__(self, parser: ParserProcess) -> None:
        self.parser = parser
        self.asked: list[tuple[int, float]] = []
        self.threads: set[int] = set()

    def render(self, document: Document, page: int, scale: float) -> PageImage:
        self.asked.append((page, scale))
        self.threads.add(threading.get_ident())
        return self.parser.render(document.path, page, scale)

    def links(self, document: Document, page: int) -> list[Link]:
        return self.parser.links(document.path, page)


@pytest.fixture(scope="session")
def parser() -> Iterator[ParserProcess]:
    with ParserProcess() as process:
        yield process


@pytest.fixture(scope="session")
def contract(parser: ParserProcess, tmp_path_factory: pytest.TempPathFactory) -> Document:
    return parser.open(write_contract(tmp_path_factory.mktemp("viewer") / "contract.pdf"))


@pytest.fixture(scope="session")
def letter(parser: ParserProcess, tmp_path_factory: pytest.TempPathFactory) -> Document:
    pdf = pymupdf.open()
    page = pdf.new_page(width=595, height=842)
    page.insert_text((72, 90), "Dear Ms Lindqvist, the appendix was inflamed.", fontname="tiro")
    path = tmp_path_factory.mktemp("viewer") / "letter.pdf"
    pdf.save(path)
    pdf.close()
    return parser.open(path)


@pytest.fixture
def source(parser: ParserProcess) -> ParserSource:
    return ParserSource(parser)


@pytest.fixture
def bare(qtbot: QtBot, source: ParserSource, owned: Own) -> Iterator[DocumentViewer]:
    """A viewer on screen, without a document."""
    viewer = owned(DocumentViewer(source))
    viewer.resize(820, 900)
    with qtbot.waitExposed(viewer):
        viewer.show()
    yield viewer
    viewer.shutdown()


@pytest.fixture
def viewer(qtbot: QtBot, bare: DocumentViewer, contract: Document) -> DocumentViewer:
    """A viewer with the contract, its first page drawn."""
    bare.set_document(contract)
    bare.setFocus()
    settle(qtbot, bare)
    return bare


def settle(qtbot: QtBot, viewer: DocumentViewer) -> None:
    """Wait until all pages in view are sharp."""

    def sharp() -> bool:
        area = viewer._area
        return all(area.page_view(p).sharp for p in area.visible_pages())

    qtbot.waitUntil(sharp, timeout=10_000)


def pages_of(viewer: DocumentViewer) -> QWidget:
    """The widget that hears the mouse over the pages."""
    return viewer._area.viewport()


def where(viewer: DocumentViewer, text: str, nth: int = 0) -> QPointF:
    """The middle of the first word of the nth occurrence of `text`, in view pixels."""
    document = viewer.document
    assert document is not None
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(text, start + 1)
    word = next(document.words.between(start, start + 1))
    box = word.rect
    middle = QPointF((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    return viewer._area.transform(box.page).map(middle)


def span_of(document: Document, text: str) -> Span:
    start = document.text.index(text)
    return document.span(start, start + len(text))


def paper_at(viewer: DocumentViewer, text: str) -> QColor:
    """The colour beside the letters in the first gap of `text`: between its first two words."""
    document = viewer.document
    assert document is not None
    span = span_of(document, text)
    first, second = list(document.words.between(span.start, span.end))[:2]
    gap = QPointF((first.rect.x1 + second.rect.x0) / 2, (first.rect.y0 + first.rect.y1) / 2)
    at = viewer._area.transform(first.rect.page).map(gap).toPoint()
    assert pages_of(viewer).rect().contains(at), f"{text!r} is not in view"
    return grab(viewer).pixelColor(at)


def grab(viewer: DocumentViewer) -> QImage:
    return pages_of(viewer).grab().toImage()


def drag(viewer: DocumentViewer, start: QPointF, end: QPointF) -> None:
    """Press, move in steps and release, as a hand does."""
    area = pages_of(viewer)
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(area, button, pos=start.toPoint())
    for i in range(1, 6):
        QTest.mouseMove(area, (start + (end - start) * (i / 5)).toPoint())
    QTest.mouseRelease(area, button, pos=end.toPoint())


def click(
    viewer: DocumentViewer,
    at: QPointF | QPoint,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    point = at.toPoint() if isinstance(at, QPointF) else at
    QTest.mouseClick(pages_of(viewer), Qt.MouseButton.LeftButton, modifier, point)


def distance(a: QColor, b: QColor) -> int:
    return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
