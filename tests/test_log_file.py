"""What is logged is kept in a file of its own and stays out of the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import logging, sys
from pathlib import Path
from app.log_file import log_to
log_to(Path(sys.argv[1]))
logging.getLogger("pincite.llama").warning("a word from llama.cpp")
"""


def log(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )


def test_what_is_logged_goes_to_the_file_alone(tmp_path: Path) -> None:
    done = log(tmp_path / "logs")
    assert (done.stdout, done.stderr) == ("", "")
    kept = (tmp_path / "logs" / "pincite.log").read_text("utf-8")
    assert "WARNING pincite.llama: a word from llama.cpp" in kept


def test_a_folder_that_can_not_be_made_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    done = log(file)
    assert (done.stdout, done.stderr) == ("", "")
