"""Results are kept as they come, survive a kill, and are shown in one table."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tests.evaluation.results import Key, Result, ResultFile
from tests.evaluation.scoring import Score
from tests.evaluation.table import markdown

RIGHT = Score(True, True, False, 1.0, 1, 0, 40)
WRONG = Score(False, False, False, 0.0, 1, 0, 40)


def result(case: str, score: Score = RIGHT, seconds: float = 10.0, kind: str = "find") -> Result:
    return Result(
        key=Key("sample", 0, "pdf", 0, "lease", case, "pincite", "tiny"),
        kind=kind,
        question=f"What about | {case}?",
        status="answered",
        answer="ninety\ndays",
        error="",
        citations=[{"page": 3, "quote": "ninety days"}],
        score=score,
        prompt_tokens=1_000,
        generated_tokens=50,
        subcalls=4,
        seconds=seconds,
        judged=[[0.9, 1.0]],
    )


def test_a_result_is_on_disk_when_it_is_added(tmp_path: Path) -> None:
    path = tmp_path / "out" / "results.jsonl"
    ResultFile(path).add(result("a"))
    assert ResultFile(path).results() == [result("a")]


def test_a_key_that_is_there_is_known(tmp_path: Path) -> None:
    file = ResultFile(tmp_path / "results.jsonl")
    file.add(result("a"))
    assert result("a").key in file
    assert result("b").key not in file
    assert replace(result("a").key, model="other") not in file


def test_a_line_cut_off_by_a_kill_is_dropped_and_the_rest_kept(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    file = ResultFile(path)
    file.add(result("a"))
    file.add(result("b"))
    whole = path.read_text()
    path.write_text(whole[: len(whole) - 30])
    again = ResultFile(path)
    assert [r.key.case for r in again.results()] == ["a"]
    again.add(result("b"))
    assert [json.loads(line)["key"]["case"] for line in path.read_text().splitlines()] == ["a", "b"]


def test_results_of_an_earlier_version_are_read(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    ResultFile(path).add(result("a"))
    data = json.loads(path.read_text())
    del data["checked"]
    path.write_text(json.dumps(data) + "\n")
    assert ResultFile(path).results() == [result("a")]


def test_the_table_sums_up_each_system() -> None:
    results = [
        result("a", seconds=10),
        result("b", WRONG, seconds=20),
        result("c", replace(RIGHT, cited=False), seconds=90),
        result("d", Score(False, True, False, None, 0, 0, 0), kind="absent"),
    ]
    line = markdown(results).splitlines()[2]
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells[2:6] == ["pincite", "4", "2", "1"]
    assert "1 of 1" in cells
    assert "15.0" in cells


def test_the_table_shows_every_question_on_one_line() -> None:
    table = markdown([result("a")])
    (line,) = [line for line in table.splitlines() if "What about" in line]
    assert "What about \\| a?" in line
    assert "ninety days" in line


def test_bad_quotes_are_counted() -> None:
    line = markdown([result("a", replace(RIGHT, bad_quotes=2))]).splitlines()[2]
    assert line.split("|")[10].strip() == "2"


def test_counts_that_come_close_are_counted() -> None:
    results = [
        result("a", replace(RIGHT, close=True), kind="count"),
        result("b", replace(WRONG, close=False), kind="count"),
        result("c"),
    ]
    assert "| 1 of 2 |" in markdown(results).splitlines()[2]


def made(suite: str, size: int, form: str = "text", score: Score = RIGHT) -> Result:
    one = result("a", score)
    return replace(one, key=replace(one.key, suite=suite, size=size, form=form))


def test_sizes_and_forms_stand_apart_and_suites_are_taken_together() -> None:
    results = [
        made("needle", 8_000),
        made("needle", 8_000, "pdf"),
        made("needle", 512_000),
        made("keys", 8_000, score=WRONG),
    ]
    rows = [[c.strip() for c in r.strip("|").split("|")] for r in markdown(results).splitlines()]
    summed = [r[:5] for r in rows if len(r) == 16 and r[2] == "pincite"]
    assert summed == [
        ["keys", "8k", "pincite", "1", "0"],
        ["needle", "8k PDF", "pincite", "1", "1"],
        ["needle", "8k", "pincite", "1", "1"],
        ["needle", "512k", "pincite", "1", "1"],
        ["all", "8k PDF", "pincite", "1", "1"],
        ["all", "8k", "pincite", "2", "1"],
        ["all", "512k", "pincite", "1", "1"],
    ]


def test_runs_that_were_stopped_or_failed_are_counted() -> None:
    results = [
        replace(result("a"), status="stopped"),
        replace(result("b", WRONG), status="failed"),
        result("c"),
    ]
    assert markdown(results).splitlines()[2].endswith("| 1 | 1 |")


def test_models_have_tables_of_their_own() -> None:
    one = result("a")
    other = replace(one, key=replace(one.key, model="large"))
    table = markdown([one, other])
    assert table.index("## large") < table.index("## tiny")
    assert "##" not in markdown([one]).splitlines()[0]
