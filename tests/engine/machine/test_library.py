"""Where llama.cpp does not load, what to do is said, and the rest of the program works on."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from app.engine.machine.library import require_llama, unknown_abilities
from app.engine.models.store import ModelStore
from tests.conftest import TINY

BUILT = "CPU : SSE3 = 1 | AVX2 = 1 | AVX512 = 1 | F16C = 0 | LLAMAFILE = 1 | REPACK = 1 | "
REBUILD = "python3 packaging/run.py --rebuild"


def python(code: str, library: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with llama.cpp's libraries in a folder of our choice."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "LLAMA_CPP_LIB_PATH": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(params=["missing", "broken"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder in which the library is missing, or is none."""
    folder = tmp_path / "lib"
    folder.mkdir()
    if request.param == "broken":
        for name in ("libllama.so", "libllama.dylib", "llama.dll"):
            (folder / name).write_bytes(b"of another system")
    return folder


def test_a_library_that_does_not_load_is_an_error_with_a_way_out(library: Path) -> None:
    code = """
from app.engine.machine.library import require_llama
from app.errors import ModelError
for attempt in range(2):
    try:
        require_llama()
    except ModelError as error:
        print(error.message, error.hint)
"""
    result = python(code, library)
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert len(lines) == 2, "the second time too"
    assert all(line.startswith("llama.cpp can't be loaded: ") for line in lines)
    assert all(line.endswith(REBUILD) for line in lines)


def test_a_question_in_the_terminal_says_so_and_models_are_still_listed(
    library: Path, store_with_tiny_model: ModelStore, tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_text("The rent is 1,250 euros a month.")
    code = "import sys; from app.__main__ import main; sys.exit(main())"
    asked = python(code, library, "ask", "What is the rent?", str(note), "--model", TINY)
    assert asked.returncode == 4, asked.stderr
    assert "llama.cpp can't be loaded" in asked.stderr
    assert REBUILD in " ".join(asked.stderr.split())
    assert "Pincite made a mistake" not in asked.stderr
    listed = python(code, library, "model", "list")
    assert listed.returncode == 0, listed.stderr
    assert TINY in listed.stdout


def test_a_build_for_another_processor_is_refused_before_it_ends_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text("processor\t: 0\nflags\t\t: fpu pni avx avx2 fma\n\n")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    assert unknown_abilities(BUILT, cpuinfo) == ["AVX512"]
    assert unknown_abilities(BUILT.replace("AVX512 = 1", "AVX512 = 0"), cpuinfo) == []
    assert unknown_abilities(BUILT, tmp_path / "not there") == []
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    assert unknown_abilities(BUILT, cpuinfo) == []


def test_the_build_that_runs_these_tests_may_run_here() -> None:
    require_llama()
