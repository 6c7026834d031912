"""The measure of search: places are counted right, and evidence that is there is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.documents.document import Span
from tests.evaluation import recall
from tests.evaluation.recall import Found, places, table


def span(start: int, end: int, document: str = "d") -> Span:
    return Span(document, start, end)


def test_the_place_of_each_group_is_that_of_the_first_passage_that_overlaps_it() -> None:
    ranked = [span(0, 10), span(20, 30), span(10, 20)]
    groups = [[span(12, 13), span(25, 26)], [span(5, 11)], [span(40, 50)], [span(0, 10, "other")]]
    assert places(ranked, groups) == [2, 1, None, None]


def test_a_question_counts_with_the_share_of_its_groups() -> None:
    found = Found("s", 0, "c", "list", "BM25", [1, 4, 7, None])
    assert [found.share(n) for n in (3, 6, 10, 20)] == [0.25, 0.5, 0.75, 0.75]


def test_the_table_has_the_mean_over_questions() -> None:
    found = [
        Found("needle", 8_000, "a", "find", "BM25", [1]),
        Found("needle", 8_000, "b", "find", "BM25", [8]),
    ]
    assert table(found).splitlines()[-1] == (
        "| needle | 8k | 2 | BM25 | 0.50 | 0.50 | 1.00 | 1.00 |"
    )


def test_the_command_measures_a_made_suite(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--suite", "needle", "--size", "8000", "--words", "--out", str(tmp_path)]
    assert recall.main(arguments) == 0
    assert capsys.readouterr().out == (tmp_path / "recall.md").read_text(encoding="utf-8")
    lines = (tmp_path / "recall.jsonl").read_text(encoding="utf-8").splitlines()
    found = [Found(**json.loads(line)) for line in lines]
    assert {f.ranking for f in found} == {"BM25"}
    assert len(found) >= 4
    assert sum(f.share(10) for f in found) > len(found) / 2
