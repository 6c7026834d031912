"""What all tests share: an offscreen window system, a home of their own, a real small model."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

# Qt reads this once, when it is first imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Threads that wait for each other on a busy machine are slower than one that waits for none.
os.environ.setdefault("PINCITE_THREADS", "1")
# No test sees or fills the user's keyring. Left to itself, keyring also takes up every backend
# that a test module defines, so that one module's locked keyring would be every other's.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import pytest

from app.config import Paths
from app.engine.models.store import ModelStore

TINY = "smollm2-135m"
EMBEDDING = "minilm-l6-v2"

# Taken before any test moves PINCITE_HOME: the models a person has fetched serve the tests too.
_USERS_PATHS = Paths.default()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Pincite home of this test's own, so that no test sees or touches the user's."""
    folder = tmp_path / "pincite-home"
    monkeypatch.setenv("PINCITE_HOME", str(folder))
    return folder


@pytest.fixture
def paths(home: Path) -> Paths:
    """The folders of this test's home."""
    return Paths.default()


@pytest.fixture(scope="session")
def tiny_model() -> Path:
    """The file of a real model of 135 million weights, fetched once and kept."""
    return ModelStore(_USERS_PATHS).fetch(TINY)


@pytest.fixture(scope="session")
def embedding_model() -> tuple[Path, ...]:
    """The files of the real embedding model: the model and its tokenizer."""
    store = ModelStore(_USERS_PATHS)
    store.fetch(EMBEDDING)
    return store.files(EMBEDDING)


@pytest.fixture
def store_with_tiny_model(paths: Paths, tiny_model: Path) -> Iterator[ModelStore]:
    """The models of this test's home, with the small one in it under its own id."""
    store = ModelStore(paths)
    entry = store.add(tiny_model)
    assert entry.id == TINY
    yield store


@pytest.fixture
def second_model(store_with_tiny_model: ModelStore, tiny_model: Path, tmp_path: Path) -> str:
    """The id of the small model once more, under a name and a hash of its own."""
    other = tmp_path / "small.gguf"
    shutil.copyfile(tiny_model, other)
    with other.open("r+b") as file:
        header = file.read(100_000)
        file.seek(header.index(b"general.name") + len(b"general.name") + 12)
        file.write(b"X")
    return store_with_tiny_model.add(other).id
