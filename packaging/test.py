"""Runs everything that must pass: `python3 packaging/test.py [arguments of pytest]`.

Makes the same environment as `run.py`, with the test tools. With arguments, only pytest runs.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file must be understood by what it refuses
    sys.exit(
        "Pincite needs Python 3.11 or later, and this is Python "
        + ".".join(map(str, sys.version_info[:2]))
        + ". Run this with a newer one, such as: python3.12 "
        + sys.argv[0]
    )

import os
import subprocess
import time

from environment import Environment
from steps import SetupError, say
from system import install_missing, qt_parts

MODEL = "smollm2-135m"

# Most tests keep one core busy. More workers than four each load what few tests are left to share.
ALL_TESTS = ["pytest", "-n", "logical", "--maxprocesses", "4", "--dist", "worksteal"]

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "layers": ["lint-imports"],
    "tests": ALL_TESTS,
}


def main(arguments: list[str]) -> int:
    """Set up, run every check whatever the others say, and sum up.

    Returns:
        the exit status of the first check that failed, or 0.
    """
    try:
        environment = Environment.here()
        environment.install("test")
        install_missing(qt_parts(environment.site_packages))
        environment.call("app", "model", "fetch", MODEL)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    checks = {"tests": ["pytest", *arguments]} if arguments else CHECKS
    results = [(name, *run(environment, command)) for name, command in checks.items()]
    print("\nSummary")
    for name, status, seconds in results:
        print(
            f"  {name:12} {'passed' if status == 0 else f'FAILED ({status})':12} {seconds:6.1f} s"
        )
    return next((status for _, status, _ in results if status != 0), 0)


def run(environment: Environment, command: list[str]) -> tuple[int, float]:
    """Run one tool of the environment; its exit status, and how many seconds it took."""
    say(" ".join(command))
    sys.stdout.flush()
    began = time.monotonic()
    program = environment.scripts / command[0]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"}
    process = subprocess.run(
        [str(program), *command[1:]], cwd=environment.root, env=variables, check=False
    )
    return process.returncode, time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
