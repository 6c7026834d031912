"""Pincite's beginning: without a command the window, with one the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main() -> int:
    """Run Pincite with the arguments of the command line; the exit status."""
    from app.cli import run
    from app.config import Paths
    from app.log_file import log_to

    log_to(Paths.default().logs)
    return run(sys.argv[1:], open_window)


def open_window(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; the exit status.

    Args:
        arguments: a matter or documents to open, or `--demo` for the samples.
    """
    from app.ui.main import run_window

    files = [each for each in arguments if each != "--demo"]
    return run_window(files, demo=len(files) < len(arguments))


if __name__ == "__main__":
    sys.exit(main())
