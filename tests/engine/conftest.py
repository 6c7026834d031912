"""A real engine on the small model, shared by the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.llama import LlamaEngine

WINDOW = 1024


def load(path: Path, window: int = WINDOW) -> LlamaEngine:
    return LlamaEngine.load(path, id="tiny", name="Tiny", sha256="0" * 64, window=window)


@pytest.fixture(scope="module")
def engine(tiny_model: Path) -> Iterator[LlamaEngine]:
    """An engine; what it has read is left to the next test of the module."""
    loaded = load(tiny_model)
    yield loaded
    loaded.close()


@pytest.fixture
def fresh(tiny_model: Path) -> Iterator[LlamaEngine]:
    """An engine that has read nothing yet."""
    loaded = load(tiny_model)
    yield loaded
    loaded.close()
