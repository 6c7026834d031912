"""What a run says of itself, in the reviewer's language: the recursion speaks English alone."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("run", text)


def said(words: str) -> str:
    """A sentence of the recursion's in the reviewer's language; as it is where it is not known."""
    for pattern, template in _sentences():
        match = re.fullmatch(pattern, words)
        if match is not None:
            return template.format(*match.groups())
    return words


def _sentences() -> list[tuple[str, str]]:
    """Patterns of what the recursion says, and what is shown for them."""
    figure = r"([\d,.]+)"
    return [
        (
            "Measuring how this model runs best here, once",
            _tr("Measuring how this model runs best here, once"),
        ),
        ("Reading what every question begins with", _tr("Reading what every question begins with")),
        ("Checking what earlier runs found", _tr("Checking what earlier runs found")),
        (
            f"Everything is read, in about {figure} parts",
            _tr("Everything is read, in about {0} parts"),
        ),
        (f"{figure} findings put in short", _tr("{0} findings put in short")),
        (
            r"No passage that was read states it\.",
            _tr("No passage that was read states it."),
        ),
        ("Reading the whole text at once", _tr("Reading the whole text at once")),
        (
            f"Turn {figure}: the model writes the next step",
            _tr("Turn {0}: the model writes the next step"),
        ),
        (f"Turn {figure}: running the cell", _tr("Turn {0}: running the cell")),
        (f"{figure} passages judged", _tr("{0} passages judged")),
        (f"Sub-call {figure} of {figure} answered", _tr("Sub-call {0} of {1} answered")),
        (r"Stopped by the reviewer\.", _tr("Stopped by the reviewer.")),
        (
            f"Stopped: the limit of {figure} turns was reached\\.",
            _tr("Stopped: the limit of {0} turns was reached."),
        ),
        (
            f"Stopped: the limit of {figure} sub-calls was reached\\.",
            _tr("Stopped: the limit of {0} sub-calls was reached."),
        ),
        (
            f"Stopped: the limit of {figure} tokens was reached\\.",
            _tr("Stopped: the limit of {0} tokens was reached."),
        ),
        (
            f"Stopped: the limit of {figure} seconds was reached\\.",
            _tr("Stopped: the limit of {0} seconds was reached."),
        ),
    ]
