"""Writes the lock files anew: `python packaging/lock.py [--upgrade]`, after pyproject.toml changed.

Needs `uv` (any way of installing it will do). The locks hold every file of every release, so that
they serve all platforms and Pythons, and no address of any index.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
PROJECT = PACKAGING.parent / "pyproject.toml"
OLDEST_PYTHON = "3.11"


def main(arguments: list[str]) -> int:
    """Write `build.lock`, `run.lock` and `test.lock`; an exit status."""
    uv = shutil.which("uv")
    if uv is None:
        print("This needs uv: python -m pip install uv", file=sys.stderr)
        return 1
    run = PACKAGING / "run.lock"
    for lock, sources in (
        ("build", [PACKAGING / "build.in"]),
        ("run", [PROJECT]),
        ("test", [PROJECT, "--extra", "test", "--constraint", run]),
    ):
        command = [
            *(uv, "pip", "compile", "--universal", "--python-version", OLDEST_PYTHON),
            *("--generate-hashes", "--no-annotate", "--no-header", "--no-config", "--quiet"),
            *("--no-emit-index-url", "--no-emit-find-links"),
            *arguments,
            *map(str, sources),
            *("--output-file", str(PACKAGING / f"{lock}.lock")),
        ]
        status = subprocess.run(command, cwd=PROJECT.parent, env=environment(), check=False)
        if status.returncode != 0:
            return status.returncode
        print(f"Wrote {lock}.lock")
    return 0


def environment() -> dict[str, str]:
    """This process's, without other indexes: their files could have other hashes."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("UV_INDEX", "UV_EXTRA", "UV_FIND_LINKS", "PIP_"))
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
