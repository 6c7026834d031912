"""The sample documents that come with Pincite, and what the demonstration asks about them."""

from __future__ import annotations

from pathlib import Path

from app.config import RESOURCES, Paths

SAMPLES = RESOURCES / "samples"

DEMO_QUESTION = "How much notice must be given to terminate the agreement for convenience?"
"""What the demonstration asks."""


def samples() -> list[Path]:
    """The sample documents."""
    return sorted(SAMPLES.glob("*.pdf"))


def demo_matter(paths: Paths) -> Path:
    """Where the matter of the samples is kept."""
    paths.data.mkdir(parents=True, exist_ok=True)
    return paths.data / "Samples.pincite"
