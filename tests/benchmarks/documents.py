"""How fast documents open, are drawn, refined and searched.

`python -m tests.benchmarks.documents [PAGES…]` makes a PDF of each length and prints a table.
"""

from __future__ import annotations

import contextlib
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pymupdf

from app.documents.process import ParserProcess
from app.documents.search.index import PassageIndex, grep

_T = TypeVar("_T")
_REFINED = 20  # pages that the layout model is timed on
_WORDS = (
    "the party shall agreement liability indemnify notice days written termination of and to in"
    " under section breach damages provider services customer including without limitation any such"
    " information confidential patient treatment dose daily hypertension admitted discharge history"
).split()


def make(path: Path, pages: int) -> None:
    """A PDF of that many pages with headings, paragraphs, running heads and page numbers."""
    chance = random.Random(pages)
    with pymupdf.open() as pdf:
        for number in range(pages):
            page = pdf.new_page(width=595, height=842)
            page.insert_text((72, 40), "MASTER SERVICES AGREEMENT", fontsize=9)
            page.insert_text((72, 90), f"{number + 1}. Obligations", fontsize=14)
            for i in range(5):
                words = " ".join(chance.choices(_WORDS, k=90))
                text = f"{number + 1}.{i + 1} The {words}."
                page.insert_textbox((72, 110 + 135 * i, 523, 240 + 135 * i), text, fontsize=11)
            page.insert_text((280, 815), f"Page {number + 1} of {pages}", fontsize=9)
        pdf.save(path, deflate=True)


def timed(work: Callable[[], _T]) -> tuple[float, _T]:
    """Seconds that a call takes, and what it returns."""
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def measure(path: Path, pages: int) -> list[tuple[str, str]]:
    """What is measured on one file, as rows of a table."""
    started, process = timed(ParserProcess)
    with process, contextlib.closing(PassageIndex(None)) as index:
        opening, document = timed(lambda: process.open(path))
        first, _ = timed(lambda: process.render(path, 0, 1.5))
        drawing, _ = timed(lambda: [process.render(path, n, 1.5) for n in range(0, pages, 10)])
        adding, _ = timed(lambda: index.add(document))
        phrases = ["notice of termination", "confidential patient information", "daily dose"]
        searching, _ = timed(lambda: [index.search(phrases) for _ in range(20)])
        grepping, _ = timed(lambda: grep([document], r"notice\s\w+ termination", limit=10_000))
        part = path.with_name("part.pdf")
        make(part, _REFINED)
        small = process.open(part)
        refining, _ = timed(lambda: process.refine(small))
    return [
        ("start the parser process and open", f"{started + opening:.2f} s"),
        ("draw the first page", f"{1000 * first:.0f} ms"),
        ("draw a page", f"{1000 * drawing / len(range(0, pages, 10)):.1f} ms"),
        ("index the passages", f"{adding:.2f} s"),
        ("search, three phrasings", f"{50 * searching:.1f} ms"),
        ("grep", f"{1000 * grepping:.0f} ms"),
        ("refine, a page", f"{refining / _REFINED:.2f} s"),
    ]


def main(lengths: list[int]) -> None:
    """Print a table for each length."""
    for pages in lengths:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "document.pdf"
            make(path, pages)
            print(f"\n{pages:,} pages, {path.stat().st_size / (1 << 20):.1f} MB")
            for what, figure in measure(path, pages):
                print(f"  {what:36}{figure:>12}")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1000])
