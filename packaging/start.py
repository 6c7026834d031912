"""Runs inside `.venv`: sees to the models Pincite starts with, then starts it."""

from __future__ import annotations

import sys

from app.__main__ import main
from app.cancel import Cancelled
from app.cli.model import fetch_with_progress
from app.cli.terminal import Terminal
from app.config import Paths
from app.engine.models.store import ModelStore
from app.errors import UserError
from app.workbench import EMBEDDING_MODEL

WITHOUT_MODEL = ("report", "matter", "model", "server", "-h", "--help", "--version")


def needs_default_model(arguments: list[str]) -> bool:
    """Whether Pincite, called like this, would want the default model."""
    if arguments and arguments[0] in WITHOUT_MODEL:
        return False
    return not any(
        each in ("-h", "--help") or each.partition("=")[0] == "--model" for each in arguments
    )


def fetch_default_models() -> int:
    """Bring the default model and the one that ranks passages here; an exit status."""
    try:
        store = ModelStore(Paths.default())
        for id in (store.default_id, EMBEDDING_MODEL):
            if not store.present(id):
                with Terminal() as terminal:
                    fetch_with_progress(store, store.entry(id), terminal)
    except Cancelled:
        print("Interrupted. What was fetched so far is kept.", file=sys.stderr)
        return 130
    except UserError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    status = fetch_default_models() if needs_default_model(sys.argv[1:]) else 0
    sys.exit(status or main())
