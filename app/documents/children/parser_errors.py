"""What is said of a file where the parser process did nothing with it."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.children.child import Crashed
from app.documents.exchange import wire
from app.errors import DocumentError, PasswordNeeded


@dataclass(frozen=True, slots=True)
class ParserErrors:
    """Errors of a parser process with these limits: seconds for a request, and bytes."""

    timeout: float
    memory: int

    def refused(self, reply: wire.Failed) -> DocumentError:
        """See `service.Errors`."""
        error = (PasswordNeeded if reply.password else DocumentError)(reply.message, reply.hint)
        if reply.trace:
            error.add_note(reply.trace)
        return error

    def unanswered(self, error: Exception, name: str) -> DocumentError:
        """See `service.Errors`."""
        hint = "Open the file in another program and save a fresh copy, or split it."
        trace: tuple[str, ...] = ()
        if isinstance(error, TimeoutError):
            what = f"reading it took longer than {self.timeout:g} seconds"
        elif isinstance(error, Crashed) and error.starting:
            what = f"the parser process does not start ({error.status})"
            hint = "Nothing is wrong with the file: install Pincite again."
            trace = error.trace
        elif isinstance(error, Crashed):
            limit = f"{self.memory / (1 << 30):.2g} GB"
            what = (
                f"the parser process ended ({error.status}):"
                f" it is damaged, or needs more than {limit} of memory"
            )
            trace = error.trace
        else:
            what = "the parser process gave no sensible answer"
        explained = DocumentError(f"{name}: {what}.", hint)
        if trace:
            explained.add_note("\n".join(trace))
        return explained
