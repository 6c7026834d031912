"""The command line: the same work as in the window, rendered in the terminal."""

from app.cli.main import run

__all__ = ["run"]
