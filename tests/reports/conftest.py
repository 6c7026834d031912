import pytest

from app.sessions.rows import RunRecord
from tests.reports.making import simple_record


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> RunRecord:
    """A run with one good passage, one that failed, and a claim without any."""
    return simple_record(tmp_path_factory.mktemp("record"))
