"""Errors that a person can act upon, told apart from bugs.

A `UserError` is shown as it is: what went wrong, and what to do about it. Any other exception that
reaches the edge of the program is a bug and is reported as one.
"""

from __future__ import annotations


class UserError(Exception):
    """Something outside the program went wrong, and its user can do something about it.

    Attributes:
        message: what went wrong, as one sentence, naming the thing it went wrong with.
        hint: what to do about it, as one sentence, or empty where nothing helps.
        command: what does that, typed into a terminal; empty where no command does. Only a terminal
            shows it.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "", command: str = "") -> None:
        super().__init__(message, hint, command)
        self.message = message
        self.hint = hint
        self.command = command

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(UserError):
    """The command line, or a setting, was used in a way it does not understand."""

    exit_code = 2


class DocumentError(UserError):
    """One document cannot be opened, read or drawn. The others are not affected."""

    exit_code = 3


class PasswordNeeded(DocumentError):
    """The document is encrypted, and no password, or a wrong one, was given."""


class ModelError(UserError):
    """The model is missing, damaged, too large for this machine, or not usable."""

    exit_code = 4


class RecipeError(UserError):
    """A recipe cannot be read, used or kept."""

    exit_code = 2


class PromptTooLong(ModelError):
    """A prompt would not fit the model's window. Nothing was sent.

    Attributes:
        needed: tokens of the prompt and of the reply that was asked for.
        window: tokens the window holds.
    """

    def __init__(self, needed: int, window: int) -> None:
        super().__init__(
            f"The prompt needs {needed:,} tokens and the model's window holds {window:,}.",
            "Pass a shorter slice, or split it.",
        )
        self.needed = needed
        self.window = window


class MatterError(UserError):
    """The matter file cannot be opened, read or written."""

    exit_code = 3
