"""`pincite ask`: one question, or a checklist of them, over some documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from app.cancel import Cancelled
from app.cli.answer import show
from app.cli.documents import opened
from app.cli.options import How, asking
from app.cli.progress import RunProgress
from app.cli.terminal import Terminal, plain
from app.config import Paths
from app.documents.document import Document
from app.engine.server.settings import ServerChoice
from app.errors import DocumentError, ModelError, UsageError
from app.recipes.recipe import Question
from app.recursion.memory import following
from app.reports.json_object import json_object
from app.workbench import Effort, Workbench

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be asked, about what, and how.

    Attributes:
        questions: one after the other.
        files: none for the documents of the matter.
        effort: how thoroughly.
        model: the id of a model on this machine; None for the server that was set up, or else the
            default model.
        as_json: how to print what comes.
        server: to use rather than a model on this machine.
        fresh: whether to ask anew what was asked before.
        sub_model: the id of the model that answers sub-calls; None for the same.
        recipe: the questions of a recipe, by their texts.
        follows: the id of the run that the questions follow, or None.
    """

    questions: tuple[str, ...]
    files: tuple[Path, ...]
    effort: Effort
    model: str | None
    as_json: bool
    server: ServerChoice | None = None
    fresh: bool = False
    sub_model: str | None = None
    recipe: Mapping[str, Question] = field(default_factory=dict)
    follows: str | None = None

    @staticmethod
    def of(how: How, questions: tuple[str, ...], files: tuple[Path, ...], as_json: bool) -> Order:
        """What the options say is to be done with these questions and files."""
        return Order(
            questions, files, how.effort, how.model, as_json, how.server, how.fresh, how.sub_model
        )


@click.command(context_settings={"ignore_unknown_options": False})
@click.argument("arguments", nargs=-1, metavar="QUESTION FILE...")
@click.option(
    "--checklist",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Ask every question of this file, one a line, in place of QUESTION.",
)
@asking
@click.option(
    "--follow",
    "follows",
    metavar="RUN",
    help="A run of --matter that QUESTION follows: what earlier runs found is looked at first.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line per question.")
def ask(
    arguments: tuple[str, ...],
    checklist: Path | None,
    follows: str | None,
    as_json: bool,
    how: How,
) -> int:
    """Ask QUESTION about FILEs (PDF, DOCX, HTML, Markdown, text) or folders of them.

    The answer goes to standard output, what is going on to standard error. A file that can't be
    opened is named, and the others are worked on. The password of an encrypted file is asked for,
    or taken from PINCITE_PASSWORD. A run that reaches a limit ends with what it has; --json says
    so in `status`.

    Everything stays on this machine unless a server is named, here or with `pincite server set`.
    """
    questions, rest = _questions(arguments, checklist)
    if follows and (how.matter is None or not how.matter.exists()):
        raise click.UsageError("--follow needs the --matter that holds the run.")
    order = Order.of(how, questions, named(rest, how.matter), as_json)
    order = replace(order, follows=follows)
    with Terminal() as terminal:
        return carry_out(order, terminal, how.matter)


def carry_out(order: Order, terminal: Terminal, matter: Path | None) -> int:
    """Open the documents, load the model, and ask; the exit status."""
    return with_documents(
        order,
        terminal,
        matter,
        lambda bench, documents: _ask_all(order, documents, bench, terminal),
    )


def with_documents(
    order: Order,
    terminal: Terminal,
    matter: Path | None,
    work: Callable[[Workbench, list[Document]], int],
) -> int:
    """Open the documents, load the model, then do the work with them; the exit status."""
    paths = Paths.default()
    terminal.tell("Opening the matter" if matter else "Beginning")
    bench = terminal.run(lambda: Workbench(paths, matter))
    try:
        if order.follows:  # One that is not there is told before anything takes time.
            terminal.run(lambda: bench.store.run_row(str(order.follows)))
        documents = opened(order.files, bench, terminal)

        def meaning(done: int, total: int) -> None:
            terminal.tell("Preparing search by meaning", f"{done} of {total} sentences")

        terminal.run(lambda: bench.embed(meaning, terminal.cancel))
        _load(order, bench, terminal)
        return work(bench, documents)
    except Cancelled:
        return INTERRUPTED
    finally:
        terminal.tell("Closing")
        terminal.run(bench.close)


def _load(order: Order, bench: Workbench, terminal: Terminal) -> None:
    """Load the model or reach the server, and say where text goes from now on."""
    here = order.model or order.sub_model
    server = order.server or (None if here else bench.server.choice())
    if server is not None:
        terminal.tell(f"Reaching {server.address}")
    else:
        terminal.tell(f"Loading the model {order.model or bench.models.default_id}")
    info = terminal.run(
        lambda: bench.load_engine(
            order.model,
            server=server,
            sub_model_id=order.sub_model,
            on_progress=terminal.tell,
            cancel=terminal.cancel,
        )
    )
    terminal.note(f"{plain(info.name)} · {info.hardware}")
    if info.sub is not None:
        terminal.note(f"Sub-calls: {plain(info.sub.name)} · {info.sub.hardware}")


def _questions(
    arguments: Sequence[str], checklist: Path | None
) -> tuple[tuple[str, ...], Sequence[str]]:
    """The questions, and the arguments that are files."""
    if checklist is not None:
        questions = tuple(_lines(checklist))
        if not questions:
            raise UsageError(f"{checklist} holds no question.", "Put one on each line.")
        return questions, arguments
    if not arguments or not arguments[0].strip():
        raise click.UsageError("Missing argument 'QUESTION'.")
    if len(arguments) == 1 and Path(arguments[0]).is_file():
        raise click.UsageError(f"{arguments[0]} is a file; the question comes first.")
    return (arguments[0],), arguments[1:]


def named(arguments: Sequence[str], matter: Path | None) -> tuple[Path, ...]:
    """The files that a command names; none if it is about those of a matter that is there."""
    if not arguments and matter is None:
        raise click.UsageError("Missing argument 'FILE...'.")
    if not arguments and matter is not None and not matter.exists():
        raise DocumentError(f"There is no matter {matter}.", "Name the files it is to hold.")
    return tuple(Path(file) for file in arguments)


def _lines(checklist: Path) -> Iterator[str]:
    """The questions of a checklist; empty lines and those beginning with # are left out."""
    try:
        text = checklist.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{checklist} cannot be read: {error}.", "Save it as UTF-8 text."
        ) from error
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()


def _ask_all(
    order: Order, documents: Sequence[Document], bench: Workbench, terminal: Terminal
) -> int:
    """Ask every question and print what comes; the exit status of the first that failed, or 0."""
    status = 0
    for number, question in enumerate(order.questions, 1):
        if terminal.cancel.cancelled:
            break
        many = len(order.questions) > 1
        ahead = f"{number} of {len(order.questions)}" if many else ""
        if many and not order.as_json:
            terminal.output.print(f"\n{ahead}: {question}", style="bold", soft_wrap=True)
        failed = _ask_one(order, question, documents, bench, terminal, ahead)
        status = status or failed
    return INTERRUPTED if terminal.cancel.cancelled else status


def _ask_one(
    order: Order,
    question: str,
    documents: Sequence[Document],
    bench: Workbench,
    terminal: Terminal,
    ahead: str,
) -> int:
    progress = RunProgress(documents, ahead, terminal.note)
    of_recipe = order.recipe.get(question)
    effort = order.effort if of_recipe is None else order.effort.on(of_recipe)
    if order.follows:
        earlier = terminal.run(lambda: bench.store.run_row(str(order.follows)))
        question = following(question, earlier.question)
    if bench.model is not None and bench.model.server:
        terminal.note(f"Text goes to the {bench.engine_place}.")
    asked = terminal.run(
        lambda: bench.ask(
            question,
            effort,
            progress,
            terminal.cancel,
            documents,
            fresh=order.fresh,
            follows=order.follows,
        ),
        progress.doing,
    )
    record = bench.store.run(asked.run)
    if order.as_json:
        print(json.dumps(json_object(record), ensure_ascii=False), flush=True)
    else:
        show(terminal.output, record)
    if record.failure is None:
        return 0
    terminal.note(f"Error: {record.failure.message} {record.failure.hint}".strip())
    return ModelError.exit_code
