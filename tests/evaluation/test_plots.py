"""Plots are drawn from results alone, and show each system over the same questions."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.evaluation.__main__ import main
from tests.evaluation.plots import draw, points, wilson
from tests.evaluation.results import Result, ResultFile
from tests.evaluation.test_results import RIGHT, WRONG, result

pytest.importorskip("matplotlib", reason="needs the extra `evaluation`")

SIZES = (8_000, 32_000, 128_000)
CHANCE = {"pincite": 0.9, "retrieval": 0.6, "direct": 0.3, "rlms": 0.1}


def made(suites: Sequence[str] = ("needle", "two_hop", "deleted")) -> list[Result]:
    rng = random.Random(3)
    results = []
    for suite in suites:
        for size in SIZES:
            for system, chance in CHANCE.items():
                for n in range(8):
                    one = result(f"c{n}", RIGHT if rng.random() < chance else WRONG)
                    key = replace(one.key, suite=suite, size=size, system=system)
                    judged = [[rng.random(), float(rng.random() < 0.3)] for _ in range(5)]
                    results.append(replace(one, key=key, judged=judged, checked=judged))
    return results


def test_every_plot_is_written_as_svg_and_png(tmp_path: Path) -> None:
    written = draw(made(), tmp_path / "plots")
    names = {path.name for path in written}
    for stem in ("accuracy-tiny", "accuracy-by-suite-tiny", "judged-tiny", "checked-tiny"):
        assert {f"{stem}.svg", f"{stem}.png"} <= names
    for path in written:
        head = path.read_bytes()[:200]
        assert head.startswith(b"\x89PNG") if path.suffix == ".png" else b"<?xml" in head


def test_the_same_results_give_the_same_file(tmp_path: Path) -> None:
    one, two = draw(made(), tmp_path / "one"), draw(made(), tmp_path / "two")
    for a, b in zip(one, two, strict=True):
        assert a.read_bytes() == b.read_bytes(), a.name


def test_results_without_sizes_or_readings_give_no_plot(tmp_path: Path) -> None:
    assert draw([replace(result("a"), judged=[])], tmp_path) == []


def test_a_single_size_and_an_unknown_system_are_drawn(tmp_path: Path) -> None:
    one = result("a")
    odd = replace(one, key=replace(one.key, size=8_000, system="another"))
    assert draw([odd], tmp_path)


def test_shares_are_of_the_questions_that_every_system_was_asked() -> None:
    def asked(system: str, case: str, right: bool) -> Result:
        one = result(case, RIGHT if right else WRONG)
        return replace(one, key=replace(one.key, size=8_000, system=system))

    found = points(
        [
            asked("direct", "a", True),
            asked("pincite", "a", True),
            asked("pincite", "b", False),
            asked("pincite", "c", False),
        ]
    )
    assert list(found) == ["pincite", "direct"]
    assert [(p.size, p.share, p.count) for p in found["pincite"]] == [(8_000, 1.0, 1)]


def test_an_interval_holds_its_share_and_stays_within_0_and_1() -> None:
    for good, count in ((0, 1), (1, 1), (0, 10), (7, 10), (10, 10), (45, 90)):
        low, high = wilson(good, count)
        assert 0 <= low <= good / count <= high <= 1
        assert low < high
    assert wilson(5, 10)[0] == pytest.approx(0.237, abs=0.001)
    assert wilson(5, 10)[1] == pytest.approx(0.763, abs=0.001)


def kept(folder: Path) -> Path:
    file = ResultFile(folder / "results.jsonl")
    for each in made():
        file.add(each)
    return folder


def test_table_and_plots_are_written_beside_the_results(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--out", str(kept(tmp_path)), "--report"]) == 0
    assert "| needle | 8k PDF | pincite |" in capsys.readouterr().out
    assert "| needle |" in (tmp_path / "table.md").read_text()
    drawn = {path.name for path in (tmp_path / "plots").iterdir()}
    assert {"accuracy-tiny.svg", "accuracy-tiny.png", "checked-tiny.svg"} <= drawn


def test_plots_go_where_they_are_wanted(tmp_path: Path) -> None:
    plots = tmp_path / "elsewhere"
    assert main(["--out", str(kept(tmp_path)), "--report", "--plots", str(plots)]) == 0
    assert (plots / "accuracy-tiny.svg").is_file()
    assert not (tmp_path / "plots").exists()


def test_without_what_draws_them_the_table_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert main(["--out", str(kept(tmp_path)), "--report"]) == 0
    assert "pip install" in capsys.readouterr().err
    assert (tmp_path / "table.md").is_file()
    assert main(["--out", str(tmp_path), "--report", "--plots", str(tmp_path / "p")]) == 1


def test_a_threshold_comes_from_results_that_are_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--out", str(kept(tmp_path)), "--calibrate"]) == 0
    assert "threshold = 0." in capsys.readouterr().out
