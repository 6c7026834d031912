"""How soon the window is up, and how smoothly the viewer scrolls through a long document.

`python -m tests.benchmarks window [PAGES…]`. Documents are made, and each is shown, in a process of
its own: what others take is none of the window's memory.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.documents.document import Document, Span
from app.documents.process import Link, PageImage, ParserProcess
from app.ui.appearance.theme import Appearance
from app.ui.main import SWITCH_SECONDS, make_app
from app.ui.viewer import DocumentViewer

FRAME_MS = 16.0
WORDS = "the supplier shall deliver within thirty days of a written notice by the customer".split()


@dataclass(frozen=True, slots=True)
class Scrolling:
    """What was measured. Times in milliseconds, memory in MiB.

    `busy_` figures count the processor time of the main thread alone; `alone_within_16_ms` counts
    what it waited for as well, but not the time in which it was ready and other programs or threads
    had the processor. So both stand also on a machine that does other work. The others are by the
    clock.
    """

    pages: int
    open_ms: float
    first_page_ms: float
    frames: int
    within_16_ms: float
    median_ms: float
    p95_ms: float
    p99_ms: float
    worst_ms: float
    alone_within_16_ms: float
    busy_within_16_ms: float
    busy_median_ms: float
    busy_p95_ms: float
    busy_p99_ms: float
    memory_mib: float


_WRITE = """
import sys
from tests.benchmarks.window import write_here
write_here(sys.argv[1], int(sys.argv[2]))
"""
_SCROLL = """
import sys
from tests.benchmarks.window import scroll_here
scroll_here(int(sys.argv[1]))
"""
_START = """
import os, sys, time
import app.__main__, app.cli.main
from app.config import Paths
from app.ui.main import make_app, make_window
application = make_app()
window = make_window(application, Paths.default())
window.resize(1440, 900)
window.show()
application.processEvents()
print(time.time() - float(sys.argv[1]), time.process_time())
window.close()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds from the start of Python to the window's first picture.

    By the clock, and of processor time: the best of several starts.
    """

    window_ms: float
    busy_window_ms: float


def starting(times: int = 4) -> Start:
    """Start the window over and over; the first start is the cold one and does not count."""
    found = []
    for _ in range(times + 1):
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "PINCITE_HOME": home}
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            command = [sys.executable, "-c", _START, str(time.time())]
            said = subprocess.run(
                command, env=environment, check=True, capture_output=True, text=True
            )
        found.append([1000 * float(each) for each in said.stdout.split()])
    return Start(*(round(min(column), 1) for column in zip(*found[1:], strict=True)))


class Source:
    """The parser process as the viewer's source."""

    def __init__(self, parser: ParserProcess) -> None:
        self._parser = parser

    def render(self, document: Document, page: int, scale: float) -> PageImage:
        """Draw a page."""
        return self._parser.render(document.path, page, scale)

    def links(self, document: Document, page: int) -> list[Link]:
        """The links of a page."""
        return self._parser.links(document.path, page)


def write_pages(path: Path, pages: int) -> Path:
    """A PDF of that many pages, each full of words."""
    subprocess.run([sys.executable, "-c", _WRITE, str(path), str(pages)], check=True)
    return path


def write_here(path: str, pages: int) -> None:
    """Write it in this process."""
    import pymupdf

    pdf = pymupdf.open()
    for number in range(pages):
        page = pdf.new_page(width=595, height=842)
        lines = [
            " ".join(WORDS[(number + line + i) % len(WORDS)] for i in range(13)) + "."
            for line in range(46)
        ]
        page.insert_text((60, 70), [f"{number + 1}. Part {number + 1}", *lines], fontsize=11)
    pdf.save(path)
    pdf.close()


def scrolling(pages: int = 1000, frames: int = 600) -> Scrolling:
    """Open a document and scroll through it: slowly, fast, and in leaps.

    A frame is one step of the scroll bar, painted at once and in full; between frames the event
    loop takes in what the worker has drawn, as it does in life.
    """
    app = make_app()
    with tempfile.TemporaryDirectory() as folder, ParserProcess(timeout=900) as parser:
        Appearance(app, Path(folder)).apply()  # Qt's own scroll bar takes longer than the page
        path = write_pages(Path(folder) / "long.pdf", pages)
        viewer = DocumentViewer(Source(parser))
        viewer.resize(1100, 1000)
        viewer.show()
        opened = time.perf_counter()
        document = parser.open(path)
        open_ms = (time.perf_counter() - opened) * 1000
        shown = time.perf_counter()
        viewer.set_document(document)
        _wait_for_first_page(viewer)
        first_ms = (time.perf_counter() - shown) * 1000
        _overlay(viewer, document)
        times = _scroll(viewer, frames)
        memory = psutil.Process().memory_info().rss / 2**20
        viewer.close()
        viewer.deleteLater()
        app.processEvents()
    return _summary(pages, open_ms, first_ms, times, memory)


def _wait_for_first_page(viewer: DocumentViewer) -> None:
    until = time.perf_counter() + 30
    area = viewer._area
    while not area.page_view(0).sharp and time.perf_counter() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _overlay(viewer: DocumentViewer, document: Document) -> None:
    """A run's worth of traces and citations."""
    pages = document.pages[:: max(1, len(document.pages) // 200)]
    viewer.set_inspected([Span(document.id, p.start, p.start + 1500) for p in pages])
    viewer.set_cited(
        [(i + 1, Span(document.id, p.start, p.start + 80)) for i, p in enumerate(pages)]
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """Milliseconds that a frame took: by the clock, of processor time, and waiting for that."""

    clock: float
    busy: float
    ready: float


def _ready_ms() -> float:
    """For how long this thread has been ready without a processor; 0 where that is not told."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e6
    except OSError:
        return 0.0


def _scroll(viewer: DocumentViewer, frames: int) -> list[Frame]:
    bar = viewer._area.verticalScrollBar()
    surface = viewer._area.viewport()
    leap = bar.maximum() // max(1, frames // 10)
    steps = [12, 48, 120, 400]
    times = []
    for frame in range(frames):
        by = leap if frame % 10 == 9 else steps[frame * len(steps) // frames]
        ready = _ready_ms()
        began, worked = time.perf_counter(), time.thread_time()
        bar.setValue(bar.value() + by if bar.value() + by < bar.maximum() else 0)
        surface.repaint()
        QApplication.processEvents()
        took = (time.perf_counter() - began) * 1000
        busy = (time.thread_time() - worked) * 1000
        times.append(Frame(took, busy, _ready_ms() - ready))
        time.sleep(max(0.0, FRAME_MS - took) / 1000)
    return times


def _summary(
    pages: int, open_ms: float, first_ms: float, times: Sequence[Frame], memory: float
) -> Scrolling:
    ordered = sorted(frame.clock for frame in times)
    busy = sorted(frame.busy for frame in times)
    alone = sum(frame.clock - frame.ready <= FRAME_MS for frame in times)
    within = sum(t <= FRAME_MS for t in ordered) / len(times)
    return Scrolling(
        pages=pages,
        open_ms=round(open_ms, 1),
        first_page_ms=round(first_ms, 1),
        frames=len(times),
        within_16_ms=round(within, 3),
        median_ms=round(statistics.median(ordered), 2),
        p95_ms=round(ordered[int(0.95 * len(ordered))], 2),
        p99_ms=round(ordered[int(0.99 * len(ordered))], 2),
        worst_ms=round(ordered[-1], 2),
        alone_within_16_ms=round(alone / len(times), 3),
        busy_within_16_ms=round(sum(t <= FRAME_MS for t in busy) / len(times), 3),
        busy_median_ms=round(statistics.median(busy), 2),
        busy_p95_ms=round(busy[int(0.95 * len(busy))], 2),
        busy_p99_ms=round(busy[int(0.99 * len(busy))], 2),
        memory_mib=round(memory, 1),
    )


def scroll_here(pages: int) -> None:
    """Measure a document of so many pages in this process."""
    sys.setswitchinterval(SWITCH_SECONDS)
    _print(scrolling(pages))


def main() -> None:
    """Measure the start, then 1,000 and 3,000 pages or as many as the arguments say."""
    _print(starting())
    for pages in sys.argv[1:] or ["1000", "3000"]:
        subprocess.run([sys.executable, "-c", _SCROLL, pages], check=True)


def _print(figures: Start | Scrolling) -> None:
    for name, value in asdict(figures).items():
        print(f"{name:18} {value:>10}")
    print(flush=True)


if __name__ == "__main__":
    main()
