"""Sets Pincite up in this folder, and runs it: `python3 packaging/run.py [options] [arguments]`.

Needs Python 3.11 or later and nothing else. What is there already costs nothing; what was broken
off goes on. `--rebuild` builds llama.cpp anew, where it does not load; `--gpu X` builds it for
a GPU. Arguments are Pincite's own: none opens the window, `demo` shows the samples, and
`ask "…" file.pdf` asks in the terminal.
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

from environment import Environment
from gpu import GPUS
from steps import SetupError, say
from system import install_missing, qt_parts

TERMINAL_COMMANDS = (
    *("ask", "recipe", "table", "report", "matter", "model", "server"),
    *("-h", "--help", "--version"),
)


def main(arguments: list[str]) -> int:
    """Set up what is not, then hand over to Pincite; the exit status."""
    try:
        rebuild = arguments[:1] == ["--rebuild"]
        gpu, arguments = take_gpu(arguments[1:] if rebuild else arguments)
        environment = Environment.here()
        if environment.install("run", gpu, rebuild):
            say(f"Pincite is set up. It can also be started as {environment.program}")
        if opens_window(arguments):
            install_missing(qt_parts(environment.site_packages))
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. Run the same command again to go on from here.", file=sys.stderr)
        return 130
    start = environment.root / "packaging" / "start.py"
    command = [str(environment.python), str(start), *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.call(command)


def take_gpu(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The value of a leading `--gpu`, or None, and the arguments that are Pincite's."""
    if not arguments or arguments[0].partition("=")[0] != "--gpu":
        return None, arguments
    _, separator, value = arguments[0].partition("=")
    rest = arguments[1:]
    if not separator:
        value, rest = (rest[0] if rest else ""), rest[1:]
    if value not in GPUS:
        raise SetupError(f"--gpu takes one of: {', '.join(GPUS)}.")
    return value, rest


def opens_window(arguments: list[str]) -> bool:
    """Whether these arguments may open a window, and there is a screen for one."""
    if arguments and arguments[0] in TERMINAL_COMMANDS:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
