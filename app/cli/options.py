"""Options that every command which asks the model has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from app.recursion.budget import Depth
from app.workbench import Effort

_Command = TypeVar("_Command", bound=Callable[..., Any])

_ASKING = (
    click.option(
        "--depth",
        type=click.Choice([depth.value for depth in Depth]),
        default=Depth.STANDARD.value,
        show_default=True,
        help="How thoroughly to look.",
    ),
    click.option(
        "--seconds",
        type=click.FloatRange(min=0, min_open=True),
        metavar="N",
        help="The most time one question may take.",
    ),
    click.option("--model", metavar="ID", help="A model of `pincite model list`."),
    click.option(
        "--matter",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Keep documents and runs in this *.pincite file; without files, ask about its "
        "documents.",
    ),
    click.option("--seed", type=int, default=0, show_default=True, help="For sampling."),
)


def asking(command: _Command) -> _Command:
    """Give a command `depth`, `seconds`, `model`, `matter` and `seed`."""
    for option in reversed(_ASKING):
        command = option(command)
    return command


def effort(depth: str, seconds: float | None, seed: int) -> Effort:
    """What those options say about how to work."""
    return Effort(Depth(depth), seconds, seed)
