"""`pincite server`: a model server to use instead of a model on this machine."""

from __future__ import annotations

import os

import click
from rich.text import Text

from app.cli.terminal import Terminal, plain
from app.config import Paths
from app.engine.engine import Message, ModelInfo, Request
from app.engine.server.engine import ServerEngine
from app.engine.server.settings import KEY_VARIABLE, ServerChoice, ServerSettings
from app.errors import ModelError, UsageError

_QUESTION = (Message("user", "Is water wet? Reply Yes or No."),)


@click.group()
def server() -> None:
    """Use a model server instead of a model on this machine. None is used until one is set.

    Any server that speaks OpenAI's protocol will do, such as llama-server or vLLM. What is asked,
    and the passages of documents that it is asked about, go to the address that you give.
    """


@server.command("set")
@click.argument("address", metavar="URL")
@click.option("--model", default="", metavar="NAME", help="The model there, if not its first.")
@click.option(
    "--key",
    "with_key",
    is_flag=True,
    help="Ask for the server's key and keep it in the keyring of this machine.",
)
def set_server(address: str, model: str, with_key: bool) -> None:
    """Use the server at URL from now on, also in the window. Nothing is sent to it yet."""
    key = click.prompt("Key of the server", hide_input=True, err=True) if with_key else None
    settings = ServerSettings(Paths.default())
    settings.use(ServerChoice(address, model), key)
    with Terminal() as terminal:
        terminal.output.print(Text(plain(address)), soft_wrap=True)
        terminal.note(
            "From now on, text of documents goes there. To end that: pincite server forget"
        )


@server.command()
def show() -> None:
    """Show which server is used, and whether there is a key for it."""
    settings = ServerSettings(Paths.default())
    choice = settings.choice()
    with Terminal() as terminal:
        if choice is None:
            terminal.output.print("No server is used: everything stays on this machine.")
            return
        key = settings.key_is_from(choice.address)
        terminal.output.print(Text(plain(choice.address)), soft_wrap=True)
        terminal.output.print(Text(f"Model: {plain(choice.model) or 'the first it has'}"))
        terminal.output.print(f"Key: {f'from {key}' if key else 'none'}")


@server.command()
@click.argument("address", metavar="URL", required=False)
@click.option("--model", default="", metavar="NAME", help="The model there, if not its first.")
def test(address: str | None, model: str) -> None:
    """Ask the server that is used, or the one at URL, a question about nothing of yours."""
    settings = ServerSettings(Paths.default())
    choice = ServerChoice(address, model) if address else settings.choice()
    if choice is None:
        raise UsageError("No server is set.", "Name one: pincite server test URL")
    with Terminal() as terminal:
        terminal.tell(f"Reaching {choice.address}")
        info, chance = terminal.run(lambda: _try(choice, settings, terminal))
        terminal.output.print(Text(f"{plain(info.name)} · server {_place(info)}"), soft_wrap=True)
        terminal.output.print(f"Window: {info.window:,} tokens")
        terminal.output.print("It answers." if chance is None else "It answers, and can judge.")
        if chance is None:
            terminal.note("It gives no probabilities, so Pincite can't verify findings with it.")


@server.command()
def forget() -> None:
    """Use no server any more, and delete its key from the keyring."""
    there = ServerSettings(Paths.default()).forget()
    with Terminal() as terminal:
        said = "Forgotten: everything stays on this machine." if there else "No server was set."
        terminal.output.print(said)
        if os.environ.get(KEY_VARIABLE):
            terminal.note(f"A key is still in the environment variable {KEY_VARIABLE}.")


def _try(
    choice: ServerChoice, settings: ServerSettings, terminal: Terminal
) -> tuple[ModelInfo, float | None]:
    """The model of a server, after it answered; and what it judged, if it can."""
    engine = ServerEngine.connect(
        choice.address, key=settings.key(choice.address), model=choice.model or None, retries=1
    )
    try:
        engine.complete(Request(_QUESTION, max_tokens=4), terminal.cancel)
        try:
            return engine.model, engine.judge_each([_QUESTION], terminal.cancel)[0].probability
        except ModelError:
            return engine.model, None
    finally:
        engine.close()


def _place(info: ModelInfo) -> str:
    return info.hardware.removeprefix("server ")
