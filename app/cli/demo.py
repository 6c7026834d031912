"""`pincite demo`: the sample documents and a question about them."""

from __future__ import annotations

import click

from app.cli.ask import Order, carry_out
from app.cli.terminal import Terminal
from app.cli.window import has_display
from app.config import Paths
from app.documents.samples import DEMO_QUESTION, demo_matter, samples
from app.errors import UsageError
from app.recursion.budget import Depth
from app.workbench import Effort


@click.command()
@click.option("--terminal", "in_terminal", is_flag=True, help="Stay in the terminal.")
@click.option("--model", metavar="ID", help="A model of `pincite model list`.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object; implies --terminal.")
@click.pass_context
def demo(context: click.Context, in_terminal: bool, model: str | None, as_json: bool) -> int:
    """Make a matter of the sample documents and ask about them.

    In the window where there is a display, else in the terminal.
    """
    if has_display() and not (in_terminal or as_json):
        status: int = context.obj(["--demo"])
        return status
    files = tuple(samples())
    if not files:
        raise UsageError("The sample documents are missing.", "Install Pincite again.")
    matter = demo_matter(Paths.default())
    order = Order((DEMO_QUESTION,), files, Effort(Depth.STANDARD), model, as_json)
    with Terminal() as terminal:
        terminal.note(f"Question: {DEMO_QUESTION}")
        status = carry_out(order, terminal, matter)
        terminal.note(f"Kept in {matter}")
    return status
