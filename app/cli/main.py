"""The commands put together, and how each ends: its exit status, and what is said of an error."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import click

from app import __version__
from app.cancel import Cancelled
from app.cli.terminal import plain
from app.cli.window import check_display
from app.config import Paths
from app.errors import UserError

INTERRUPTED = 130

_COMMANDS = {
    "ask": "app.cli.ask",
    "recipe": "app.cli.recipe",
    "table": "app.cli.table",
    "report": "app.cli.matter",
    "matter": "app.cli.matter",
    "model": "app.cli.model",
    "server": "app.cli.server",
    "demo": "app.cli.demo",
}

_EPILOG = """\b
Without a command, Pincite opens its window, and in it the files that are named.
Exit status: 0 done, 2 wrong usage, 3 a document or matter, 4 the model, 130 interrupted."""

OpenWindow = Callable[[Sequence[str]], int]


class _Commands(click.Group):
    """Loads a command when it is asked for: the window need not wait for any of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        return command


@click.group(
    cls=_Commands,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(__version__, prog_name="pincite")
def commands() -> None:
    """Ask long documents a question, offline; every claim leads back to its passage."""


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command, or the window where there is none.

    Args:
        arguments: of the command line, without the program's name.
        open_window: opens the window with its own arguments, and stays until it is closed.

    Returns:
        the exit status.
    """
    try:
        if _opens_window(arguments):
            check_display()
            return open_window(arguments)
        result = commands.main(
            list(arguments), prog_name="pincite", standalone_mode=False, obj=open_window
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, Cancelled):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except UserError as error:
        _say(error)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read the output has left. Python would complain again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        return _bug()
    return result if isinstance(result, int) else 0


def _opens_window(arguments: Sequence[str]) -> bool:
    """No arguments, or nothing but files and folders: `pincite case.pincite`."""
    if arguments and arguments[0] in _COMMANDS:
        return False
    return all(not each.startswith("-") and Path(each).exists() for each in arguments)


def _say(error: UserError) -> None:
    """Tell a person what went wrong and what to do about it."""
    click.echo(f"{click.style('Error:', fg='red')} {plain(error.message)}", err=True)
    if error.hint:
        click.echo(plain(_advice(error)), err=True)


def _advice(error: UserError) -> str:
    """What to do about an error, with the command that does it."""
    return f"{error.hint.rstrip('.')}: {error.command}" if error.command else error.hint


def _bug() -> int:
    """Keep the details of a mistake of the program's own in a file, and say where."""
    details = traceback.format_exc()
    if os.environ.get("PINCITE_DEBUG"):
        click.echo(details, err=True)
        return 1
    log = Paths.default().logs / "error.txt"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(f"pincite {__version__}, Python {sys.version}\n\n{details}", "utf-8")
    except OSError:
        click.echo(details, err=True)
        return 1
    last = details.strip().splitlines()[-1]
    click.echo(f"Pincite made a mistake that is not yours: {plain(last)}", err=True)
    click.echo(f"Details are in {log}; it may quote your documents.", err=True)
    return 1
