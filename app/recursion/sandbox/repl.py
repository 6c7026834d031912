"""The sandboxed REPL: a Python interpreter in a process of its own, with state that persists.

Code in it sees no files and no network, only the functions it is given; it is limited in time and
memory, its process can be killed at any moment, and it can be reopened from its last saved state.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any, Self, cast

import pydantic_monty as monty

from app.cancel import CancelToken
from app.recursion.budget import BudgetSpent
from app.recursion.sandbox import code_text, hints, prelude
from app.recursion.sandbox.cell_results import CellResult, ReplLimits
from app.recursion.sandbox.host_calls import Call, Calls, CellFinished
from app.recursion.sandbox.printed import Printed
from app.recursion.sandbox.watch import Watch

MAX_VARIABLES = 100

MAX_VARIABLE = 16_384
"""Characters of a variable that is handed to a run that follows."""

_SPENT = "Nothing more can be read. Call FINAL with the findings there are, or NOT_FOUND."


class Sandbox:
    """The worker processes that REPLs run in. A context manager; closing it ends them all."""

    def __init__(self, sessions: int = 8) -> None:
        self._pool = monty.Monty(max_processes=sessions)

    def __enter__(self) -> Self:
        self._pool.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.__exit__(kind, error, trace)

    @contextlib.contextmanager
    def open(
        self,
        call: Call,
        functions: Mapping[str, str],
        documents: list[dict[str, Any]],
        cancel: CancelToken,
        *,
        state: bytes | None = None,
        limits: ReplLimits | None = None,
        seed: int = 0,
        variables: Mapping[str, object] | None = None,
    ) -> Iterator[Repl]:
        """A REPL, closed at the end of the block.

        Args:
            call: serves what code calls.
            functions: names that code can call, each with its signature, for hints.
            documents: what `documents` holds; see `prelude.bind`.
            cancel: stops a running cell.
            state: from `Repl.save`; the REPL goes on from there.
            limits: of each cell.
            seed: of the sandbox's `random`.
            variables: that a new REPL begins with, in the form in which functions' results cross.
        """
        repl = Repl(self._pool, call, functions, documents, cancel, limits or ReplLimits(), seed)
        try:
            repl.start(state, variables or {})
            yield repl
        finally:
            repl.close()


class Repl:
    """One session of the sandbox. Made by `Sandbox.open`."""

    def __init__(
        self,
        pool: monty.Monty,
        call: Call,
        functions: Mapping[str, str],
        documents: list[dict[str, Any]],
        cancel: CancelToken,
        limits: ReplLimits,
        seed: int,
    ) -> None:
        self._pool = pool
        self._call = call
        self._functions = functions
        self._documents = documents
        self._cancel = cancel
        self._limits = limits
        self._seed = seed
        self._session: monty.MontySession | None = None
        self._names: dict[str, None] = {}
        self._saved = b""

    @property
    def worker_pid(self) -> int | None:
        """The process that cells run in."""
        return None if self._session is None else self._session.worker_pid

    def start(
        self, state: bytes | None = None, variables: Mapping[str, object] | None = None
    ) -> None:
        """Open a new session with some variables, or one that goes on from a saved state."""
        self._open()
        if state is None:
            self._feed(prelude.source(tuple(self._functions)))
        else:
            names, _, dump = state.partition(b"\n")
            self._names = dict.fromkeys(names.decode().split())
            self._load(dump)
        self._feed(prelude.BIND, {"_given": self._documents})
        for name, value in ({} if state is not None else variables or {}).items():
            self._feed(prelude.assign(name), {"_value": value})
            self._names[name] = None
        self._keep()

    def close(self) -> None:
        """End the session."""
        session, self._session = self._session, None
        if session is not None:
            with contextlib.suppress(monty.MontyError):
                session.__exit__(None, None, None)

    def save(self) -> bytes:
        """The state after the last cell. The documents' own text is not part of it."""
        return " ".join(self._names).encode() + b"\n" + self._saved

    def plain(self) -> dict[str, Any] | None:
        """The variables that hold plain data, the latest assigned last; see `prelude.plain`.

        None where the session has ended.
        """
        if self._session is None:
            return None
        names = tuple(self._names)[-MAX_VARIABLES:]
        try:
            return cast("dict[str, Any]", self._feed(prelude.plain(names, MAX_VARIABLE)))
        except monty.MontyError:
            return None

    def run(self, code: str) -> CellResult:
        """Run one cell.

        Errors of the code are part of the result. A cell that ran into a limit, or took its
        process down, leaves the variables as they were before it.

        Raises:
            Cancelled: if the run was stopped; a running cell is killed.
            UserError: from a function that the cell called.
        """
        cell = code_text.prepare(code)
        ours = prelude.reserved(self._functions)
        names = {**self._names, **dict.fromkeys(cell.names)}
        self._feed(prelude.before_cell(tuple(self._functions), tuple(names)))
        started = self._cancel.clock()
        result, lost = self._end(cell.code, code, names)
        if lost:
            self._reopen()
            names = self._names
        self._names = {name: None for name in names if name not in ours}
        taken = [name for name in cell.names if name in ours]
        variables = self._describe()
        self._keep()
        return replace(
            result,
            hint=f"{result.hint} {hints.taken(taken)}".strip() if taken else result.hint,
            variables=variables,
            seconds=self._cancel.clock() - started,
        )

    def _end(self, code: str, written: str, names: Collection[str]) -> tuple[CellResult, bool]:
        """Run code; how it ended, and whether the session was lost over it.

        `written` is how the model wrote it, `names` what it may assign.
        """
        output = Printed()
        try:
            self._drive(code, output)
        except CellFinished:
            return CellResult(output, finished=True), False
        except BudgetSpent as spent:
            return CellResult(output, f"BudgetSpent: {spent.reason}", _SPENT, spent=spent), False
        except monty.MontyError as error:
            self._cancel.check()
            fault = _fault(error)
            hint = hints.hint(fault, self._functions, names)
            return CellResult(output, hints.describe(fault, written), hint), fault.lost
        except BaseException:
            self.close()
            raise
        return CellResult(output), False

    def _drive(self, code: str, output: Printed) -> None:
        """Run code, serving its calls, until it ends.

        Calls are served here and not by the library, so that a cancel, an error for the reviewer
        or a bug in a function passes through and is never caught by the model's code.
        """
        assert self._session is not None
        calls = Calls(self._call, self._limits.calls)
        with Watch(self._session.worker_pid, self._cancel) as watch:
            try:
                step = watch.run(self._session.feed_start, code, print_callback=output.write)
                while not isinstance(step, monty.MontyComplete):
                    self._cancel.check()
                    step = _next(step, calls, watch)
            except monty.MontyError:
                if calls.ended is None:
                    raise
        if calls.ended is not None:
            raise calls.ended

    def _feed(self, code: str, inputs: dict[str, Any] | None = None) -> object:
        """Run code of our own; its value."""
        assert self._session is not None
        value: object = self._session.feed_run(code, inputs=inputs, external_lookup={})
        return value

    def _describe(self) -> dict[str, str]:
        """The variables that code assigned, with a short description of each."""
        names = tuple(self._names)[-MAX_VARIABLES:]
        found = cast("dict[str, str]", self._feed(prelude.describe(names)))
        self._names = {name: None for name in self._names if name in found or name not in names}
        return found

    def _keep(self) -> None:
        """Take the state that a lost session is reopened from."""
        assert self._session is not None
        self._feed(prelude.UNBIND)
        self._saved = self._session.dump()
        self._feed(prelude.BIND, {"_given": self._documents})

    def _open(self) -> None:
        self.close()
        limits = self._limits
        session = self._pool.checkout(
            script_name="cell.py",
            limits={
                "max_feed_duration_secs": limits.seconds,
                "max_memory": limits.memory + 8 * sum(len(d["text"]) for d in self._documents),
                "max_recursion_depth": limits.recursion,
                "max_suspensions": 2**31 - 1,
            },
            os_policy={"sleep": "zero", "random_start": {"seed": self._seed}},
        )
        session.__enter__()
        self._session = session

    def _load(self, dump: bytes) -> None:
        assert self._session is not None
        self._session.load_session(dump)

    def _reopen(self) -> None:
        """Go back to the state after the last cell that ended well."""
        self._open()
        self._load(self._saved)
        self._feed(prelude.BIND, {"_given": self._documents})


def _next(step: monty.SyncSnapshot, calls: Calls, watch: Watch) -> monty.SyncSnapshot:
    """Give code that has stopped what it waits for; where it stops next."""
    if isinstance(step, monty.NameLookupSnapshot):
        return watch.run(step.resume)
    if not isinstance(step, monty.FunctionSnapshot):
        raise TypeError(f"The sandbox stopped at {step!r}")
    if step.is_os_function:
        return watch.run(step.resume_not_handled)
    return watch.run(step.resume, calls.serve(step))


def _fault(error: monty.MontyError) -> hints.Fault:
    """What the sandbox raised, in our own terms."""
    text = str(error)
    if isinstance(error, monty.MontySyntaxError):
        text = f"SyntaxError: {text}"
    line = 0
    if isinstance(error, monty.MontyRuntimeError | monty.MontySyntaxError):
        frames = error.traceback()
        own = [f.line for f in frames if f.filename == frames[0].filename]
        line = own[-1] if own else 0
    crashed = isinstance(error, monty.MontyCrashedError)
    return hints.Fault(text, line, crashed)
