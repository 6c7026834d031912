"""`python -m tests.benchmarks NAME [ARGUMENTS]`: run one of the benchmarks."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def main() -> int:
    """Run the benchmark that the first argument names, with the rest as its arguments."""
    folder = Path(__file__).parent
    names = sorted(p.stem for p in folder.glob("*.py") if "\nif __name__" in p.read_text())
    names.remove("__main__")
    if len(sys.argv) < 2 or sys.argv[1] not in names:
        print(f"usage: python -m tests.benchmarks {{{'|'.join(names)}}} [ARGUMENTS]")
        return 2
    name = sys.argv.pop(1)
    runpy.run_module(f"tests.benchmarks.{name}", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
