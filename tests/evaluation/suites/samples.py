"""The sample agreement, record and scan, with the hand-written keys."""

from __future__ import annotations

from pathlib import Path

from app.config import RESOURCES
from tests.evaluation.case import load_cases
from tests.evaluation.suites.base import Form, Material

_CASES = Path(__file__).resolve().parent.parent / "cases"


class SampleSuite:
    """Questions about samples that come with Pincite."""

    sized = False

    def __init__(self, name: str, documents: tuple[str, ...]) -> None:
        self.name = name
        self._documents = documents

    def materials(self, folder: Path, tokens: int, seed: int, form: Form) -> list[Material]:
        """One material for each document."""
        made = []
        for document in self._documents:
            file = RESOURCES / "samples" / f"{document}.pdf"
            cases = tuple(load_cases(_CASES / f"{document}.toml"))
            made.append(Material(document, {file.name: file}, cases))
        return made


SAMPLE = SampleSuite("sample", ("services-agreement", "patient-record"))
SCAN = SampleSuite("scan", ("scanned-letter",))
