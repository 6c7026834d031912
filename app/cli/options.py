"""Options that every command which asks the model has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import click

from app.engine.server.settings import ServerChoice
from app.recursion.budget import Depth
from app.workbench import Effort

DEEPEST = 2
"""Deeper recursion answers worse more often than better."""

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
        "--sub-model",
        metavar="ID",
        help="A smaller model to read passages, beside the other, which then only leads.",
    ),
    click.option(
        "--matter",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Keep documents and runs in this *.pincite file; without files, ask about its "
        "documents.",
    ),
    click.option(
        "--nesting",
        type=click.IntRange(0, DEEPEST),
        default=1,
        show_default=True,
        help="How deep a run may start others on parts of the documents.",
    ),
    click.option("--seed", type=int, default=0, show_default=True, help="For sampling."),
    click.option(
        "--server", metavar="URL", help="Ask a model server; the documents' text goes there."
    ),
    click.option(
        "--server-model", metavar="NAME", help="The model there, if not the first it has."
    ),
    click.option("--fresh", is_flag=True, help="Ask the model anew what it was asked before."),
)


@dataclass(frozen=True, slots=True)
class How:
    """What those options say.

    Attributes:
        effort: how thoroughly.
        model: the id of a model on this machine, or None.
        sub_model: of the one that answers sub-calls, or None for the same.
        matter: the file in which work is kept, or None.
        server: to use rather than a model on this machine.
        fresh: whether to ask anew what was asked before.
    """

    effort: Effort
    model: str | None
    sub_model: str | None
    matter: Path | None
    server: ServerChoice | None
    fresh: bool


def asking(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command these options; it is handed what they say as `how`."""

    @wraps(command)
    def asked(
        *,
        depth: str,
        seconds: float | None,
        model: str | None,
        sub_model: str | None,
        matter: Path | None,
        nesting: int,
        seed: int,
        server: str | None,
        server_model: str | None,
        fresh: bool,
        **rest: object,
    ) -> int:
        there = _server(model or sub_model, server, server_model)
        effort = Effort(Depth(depth), seconds, seed, nesting=nesting)
        how = How(effort, model, sub_model, matter, there, fresh)
        return command(how=how, **rest)

    for option in reversed(_ASKING):
        asked = option(asked)
    return asked


def _server(model: str | None, server: str | None, server_model: str | None) -> ServerChoice | None:
    """The server that was named, if one was."""
    if server and model:
        raise click.UsageError(
            "--model and --sub-model are on this machine; with --server, use --server-model."
        )
    if server_model and not server:
        raise click.UsageError("--server-model needs --server.")
    return ServerChoice(server, server_model or "") if server else None
