"""How much memory the real window takes with a long document in its matter.

`python -m tests.benchmarks footprint [PAGES] [--pdf FILE]` imports a document, reads through it and
searches it; then, in a process of its own as on the next morning, opens the matter again. Where the
embedding model is on this machine, search by meaning is on. Making all vectors would take an hour:
most are made up, which takes the same room.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import psutil
from PySide6.QtWidgets import QApplication

from app.config import Paths
from app.documents import embedding
from app.ui.main import SWITCH_SECONDS, make_app, make_window
from app.ui.window import MainWindow
from app.workbench.desk import EMBEDDING_MODEL
from tests.benchmarks.window import _scroll, write_pages

PATIENCE = 1_800.0  # seconds
PHRASES = ("when must the supplier deliver", "days of notice", "what the customer writes")
_REAL = 100  # one batch in so many is computed


class _Hasty(embedding.Embedder):
    """Makes most vectors up."""

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[int, embedding.Vectors]]:
        chance = np.random.default_rng(len(texts))
        first = 0
        while first < len(texts):
            last = min(len(texts), first + 16)
            if first // 16 % _REAL == 0 or last == len(texts):
                yield from ((first + at, v) for at, v in super().batches(texts[first:last]))
            else:
                made = chance.standard_normal((last - first, 384), np.float32)
                yield first, made / np.linalg.norm(made, axis=1, keepdims=True)
            first = last


class _Gauge:
    """Prints what the program's own process holds, and what it does with all that it started.

    With each the most since the last time. What processes share is counted in each of them.
    """

    def __init__(self) -> None:
        self._process = psutil.Process()
        self._most = [0, 0]
        threading.Thread(target=self._watch, daemon=True).start()

    def tell(self, what: str) -> None:
        held = self._look()
        own, every = (
            f"{now / 1e6:6.0f} MB   at most {most / 1e6:6.0f} MB"
            for now, most in zip(held, self._most, strict=True)
        )
        print(f"{what:<30} {own}   with its processes {every}", flush=True)
        self._most = list(held)

    def _watch(self) -> None:
        while True:
            self._look()
            time.sleep(0.02)

    def _look(self) -> tuple[int, int]:
        """Bytes of the process, and of all; the most is kept."""
        own = every = self._process.memory_info().rss
        for child in self._process.children(recursive=True):
            with contextlib.suppress(psutil.Error):
                every += child.memory_info().rss
        self._most = [max(self._most[0], own), max(self._most[1], every)]
        return own, every


def import_here(home: Path, pdf: Path) -> None:
    """Import a document into a matter of the home, and use it."""
    app, window, gauge = _window(home)
    gauge.tell("the window, empty")
    window.desk.open(home / "long.pincite", [pdf])
    _until(lambda: any(item.in_matter for item in window.desk.items))
    gauge.tell("imported")
    _use(app, window, gauge)


def reopen_here(home: Path) -> None:
    """Open the matter again, and use it."""
    app, window, gauge = _window(home)
    window.desk.open(home / "long.pincite")
    _until(lambda: any(item.in_matter for item in window.desk.items))
    gauge.tell("opened again")
    _use(app, window, gauge)


def _use(app: QApplication, window: MainWindow, gauge: _Gauge) -> None:
    """Show the document, read on in it, have it made ready for search, and search."""
    desk = window.desk
    window.navigator.show_document(desk.items[0].key)
    _until(lambda: window.viewer.document is not None)
    _until(lambda: window.viewer._area.page_view(0).sharp)
    gauge.tell("  first page shown")
    _scroll(window.viewer, 600)
    gauge.tell("  scrolled through")
    _until(lambda: desk.importer is not None and not desk.importer._jobs.busy)
    assert desk.bench is not None
    meaning = desk.bench.index.meaning is not None
    gauge.tell(f"  ready for search {'by meaning' if meaning else 'by words'}")
    for phrase in PHRASES:
        desk.bench.index.search([phrase, *PHRASES])
    gauge.tell("  searched")
    begun = time.perf_counter()
    desk.bench.index.search(PHRASES)
    print(f"  a search with three phrasings {1000 * (time.perf_counter() - begun):.0f} ms")
    desk.bench.rest()  # as after every run
    gauge.tell("  at rest")
    window.close()
    app.processEvents()


def _window(home: Path) -> tuple[QApplication, MainWindow, _Gauge]:
    sys.setswitchinterval(SWITCH_SECONDS)
    embedding.Embedder = _Hasty  # type: ignore[misc]
    app = make_app()
    window = make_window(app, _paths(home))
    window.desk.refines = False  # the layout model works in the parser process, for ten minutes
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    return app, window, _Gauge()


def _paths(home: Path) -> Paths:
    return Paths(*(home / name for name in ("data", "config", "cache", "logs")))


def _until(ready: Callable[[], object]) -> None:
    ends = time.monotonic() + PATIENCE
    while not ready():
        QApplication.processEvents()
        time.sleep(0.01)
        if time.monotonic() > ends:
            raise TimeoutError("the window is not ready")


def main() -> None:
    """Measure both, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks footprint")
    parser.add_argument("pages", type=int, nargs="?", default=3000)
    parser.add_argument("--pdf", type=Path, help="a document of your own")
    parser.add_argument("--here", choices=["import", "reopen"], help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here == "import":
        return import_here(options.home, options.pdf)
    if options.here == "reopen":
        return reopen_here(options.home)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pdf = options.pdf or write_pages(home / "long.pdf", options.pages)
        models = _paths(home).models
        models.mkdir(parents=True)
        theirs = Paths.default().models / EMBEDDING_MODEL
        if theirs.is_dir():
            (models / EMBEDDING_MODEL).symlink_to(theirs)
        for part in ("import", "reopen"):
            command = [sys.executable, "-m", "tests.benchmarks.footprint", "--here", part]
            subprocess.run([*command, "--home", str(home), "--pdf", str(pdf)], check=True)
    return None


if __name__ == "__main__":
    main()
