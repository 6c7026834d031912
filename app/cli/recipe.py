"""`pincite recipe`: the recipes there are, and asking all questions of one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from app.cli.ask import Order, carry_out, named
from app.cli.options import How, asking
from app.cli.terminal import Terminal, plain
from app.config import Paths
from app.recipes.recipe import Recipe
from app.recipes.shelf import RecipeShelf, Shelved, id_of, read
from app.recursion.functions.table import FUNCTIONS
from app.recursion.functions.table import Table as Functions


@click.group()
def recipe() -> None:
    """List, show, run, save and remove recipes: questions to ask of one document after another."""


@recipe.command("list")
def list_recipes() -> None:
    """Show the recipes there are. One of your own stands in place of a shipped one of its id."""
    found, errors = RecipeShelf(Paths.default()).entries()
    table = Table("Id", "Recipe", "Field", "Questions", "From", box=None, header_style="dim")
    for shelved in found:
        about = shelved.recipe
        title, count = Text(plain(about.title)), str(len(about.questions))
        table.add_row(shelved.id, title, about.field, count, _origin(shelved))
    with Terminal() as terminal:
        terminal.output.print(table)
        for error in errors:
            terminal.note(f"Left out: {error}")


@recipe.command()
@click.argument("id")
@click.option("--toml", "as_toml", is_flag=True, help="Print the file, to be edited and saved.")
def show(id: str, as_toml: bool) -> None:
    """Show the questions of the recipe ID."""
    shelved = RecipeShelf(Paths.default()).find(id)
    about = shelved.recipe
    if as_toml:
        click.echo(about.to_toml(), nl=False)
        return
    table = Table("Question", "Column", "Plan", "Text", box=None, header_style="dim")
    for question in about.questions:
        way = "a cell" if question.cell else question.plan or ""
        column, text = Text(plain(question.column)), Text(plain(question.text))
        table.add_row(question.id, column, way, text)
    with Terminal() as terminal:
        terminal.output.print(Text(plain(about.title), style="bold"))
        if about.description:
            terminal.output.print(Text(plain(about.description)), soft_wrap=True)
        terminal.output.print(Text(f"{shelved.id} · {about.field} · {_origin(shelved)}"))
        terminal.output.print()
        terminal.output.print(table)


@recipe.command()
def functions() -> None:
    """Show what the cell of a question can call: to search, to ask the model, to answer."""
    click.echo(Functions(FUNCTIONS).help())


@recipe.command()
@click.argument("id")
@click.argument("files", nargs=-1, metavar="FILE...")
@asking
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line per question.")
def run(id: str, files: tuple[str, ...], as_json: bool, how: How) -> int:
    """Ask all questions of the recipe ID, or of a recipe's file, about FILEs or folders of them.

    The documents are worked on together; `pincite table` asks of each on its own.
    """
    chosen = RecipeShelf(Paths.default()).find(id).recipe
    questions = tuple(question.text for question in chosen.questions)
    order = Order.of(how, questions, named(files, how.matter), as_json)
    order = replace(order, recipe={question.text: question for question in chosen.questions})
    with Terminal() as terminal:
        if not as_json:
            terminal.output.print(Text(plain(chosen.title), style="bold"))
        return carry_out(order, terminal, how.matter)


@recipe.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", help="What to call it; the file's name without its ending, if left out.")
def save(file: Path, id: str | None) -> None:
    """Keep the recipe in FILE as one of your own, in place of one of the same id."""
    made: Recipe = read(file)
    path = RecipeShelf(Paths.default()).save(made, id or id_of(file))
    with Terminal() as terminal:
        terminal.output.print(Text(path.stem))
        terminal.note(f"Kept in {path}. Use it with: pincite recipe run {path.stem} FILE")


@recipe.command()
@click.argument("id")
def remove(id: str) -> None:
    """Delete the recipe ID of your own. Those that come with Pincite stay."""
    shipped = RecipeShelf(Paths.default()).remove(id)
    with Terminal() as terminal:
        again = " The one that comes with Pincite is in its place again." if shipped else ""
        terminal.output.print(Text(f"{id} removed.{again}"))


def _origin(shelved: Shelved) -> str:
    if not shelved.own:
        return "Pincite"
    return "you, in place of Pincite's" if shelved.shadows else "you"
