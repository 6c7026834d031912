from collections.abc import Iterator
from pathlib import Path

import pytest

from app.sessions.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Smith v. Jones.pincite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        yield store
