"""What the model's code can call: one table, from which the help text and the dispatch both come.

A function of the table is a plain function whose first argument is the frame. What it returns is
encoded for the sandbox: spans as slices, findings as findings. The first paragraph of its
docstring is what the model is told about it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.errors import PromptTooLong
from app.recursion.frame import Frame
from app.recursion.functions import (
    asking,
    concluding,
    condensing,
    dating,
    following,
    listing,
    nesting,
    opposing,
    reading,
    recalling,
    sifting,
    tallying,
    updating,
)
from app.recursion.functions.values import decode, encode, spans_of
from app.recursion.sandbox import prelude
from app.recursion.sandbox.host_calls import HostError


@dataclass(frozen=True, slots=True)
class Function:
    """One function of the table.

    Attributes:
        run: takes the frame, then what code passes.
        gives: what it returns, in a word or two, for the help text.
        method: whether it is called on a slice or a document, which is then its second argument.
    """

    run: Callable[..., object]
    gives: str = ""
    method: bool = False

    @property
    def name(self) -> str:
        """The name by which code calls it."""
        return self.run.__name__

    @property
    def parameters(self) -> inspect.Signature:
        """What code passes."""
        signature = inspect.signature(self.run)
        kept = list(signature.parameters.values())[2 if self.method else 1 :]
        plain = [p.replace(annotation=inspect.Parameter.empty) for p in kept]
        return signature.replace(parameters=plain, return_annotation=inspect.Signature.empty)

    @property
    def signature(self) -> str:
        """How it is called: `search(phrases, limit=10)`."""
        return f"{self.name}{self.parameters}"

    @property
    def help(self) -> str:
        """One line for the model: how it is called, what it gives, what it does."""
        told = " ".join((inspect.getdoc(self.run) or "").partition("\n\n")[0].split())
        gives = f" -> {self.gives}" if self.gives else ""
        return f"{self.signature}{gives}: {told}"


class Table:
    """The functions that the code of a run can call."""

    def __init__(self, functions: Iterable[Function]) -> None:
        self._functions = {f.name: f for f in functions}

    @property
    def signatures(self) -> Mapping[str, str]:
        """Each name with how it is called."""
        return {name: f.signature for name, f in self._functions.items()}

    def help(self, leave_out: Sequence[str] = ()) -> str:
        """All functions and methods, a line each."""
        shown = [f for f in self._functions.values() if f.name not in leave_out]
        plain = [f.help for f in shown if not f.method]
        methods = [f.help for f in shown if f.method]
        return "\n".join([*plain, "On a document or slice:", *(f"  .{line}" for line in methods)])

    def call(self, frame: Frame, name: str, args: list[Any], kwargs: dict[str, Any]) -> object:
        """Serve one call of a cell; the result is in the sandbox's form.

        Raises:
            HostError: if it is refused; the cell sees it.
            CellFinished: if it ended the frame.
            BudgetSpent: if it ran into a limit.
            UserError: if something outside the program went wrong.
        """
        function = self._functions.get(name)
        if function is None:
            raise HostError(f"there is no function {name}.")
        given = [decode(frame, a) for a in args]
        named = {k: decode(frame, v) for k, v in kwargs.items()}
        front: list[object] = [frame]
        if function.method:
            front.append(spans_of(frame, given.pop(0))[0])
        try:
            function.parameters.bind(*given, **named)
        except TypeError as error:
            raise HostError(f"{error}. It is called as {function.signature}.") from None
        try:
            return encode(frame, function.run(*front, *given, **named))
        except PromptTooLong as error:
            raise HostError(str(error)) from error


FUNCTIONS = (
    Function(reading.search, "list of slices"),
    Function(reading.grep, "list of slices"),
    Function(following.follow, "list of slices"),
    Function(following.pointed, "list of slices"),
    Function(following.read_on, "list of findings"),
    Function(recalling.recall, "list of findings"),
    Function(recalling.unread, "list of slices"),
    Function(asking.ask, "finding or None"),
    Function(asking.ask_each, "list of findings or None"),
    Function(asking.rank, "list of slices"),
    Function(listing.pick, "list of findings"),
    Function(listing.several, "list of findings"),
    Function(sifting.sift, "list of findings"),
    Function(listing.extract, "list of findings"),
    Function(tallying.tally, "list of pairs"),
    Function(tallying.shared, "list of pairs"),
    Function(opposing.opposed, "list of findings or pairs"),
    Function(opposing.unheld, "list of findings"),
    Function(asking.summarize, "list of findings"),
    Function(asking.verify, "list of findings"),
    Function(asking.sure, "True or False"),
    Function(asking.best, "list of findings"),
    Function(asking.named, "text"),
    Function(updating.changes, "list of findings"),
    Function(listing.merge, "list of findings"),
    Function(nesting.rlm, "list of findings"),
    Function(condensing.condense, "list of findings"),
    Function(dating.timeline, "list of pairs"),
    Function(concluding.PART),
    Function(concluding.FINAL),
    Function(concluding.NOT_FOUND),
    *(
        Function(getattr(reading, name), gives, method=True)
        for name, gives in (
            ("head", "slice"),
            ("tail", "slice"),
            ("lines", "slice"),
            ("split", "list of slices"),
            ("page", "slice"),
            ("sections", "list of slices"),
            ("section", "slice or None"),
        )
    ),
)
"""What every run starts with. Methods of documents are named in `prelude.DOCUMENT_METHODS`."""

assert {f.name for f in FUNCTIONS if f.method} == {*prelude.DOCUMENT_METHODS}
