"""A REPL over documents with a scripted engine, for tests of what code can call."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.cancel import CancelToken
from app.documents.document import Document, Span
from app.documents.search.index import PassageIndex
from app.recursion.budget import Budget, Limits
from app.recursion.context import Context
from app.recursion.events import Event
from app.recursion.frame import Conclusion, Frame
from app.recursion.functions.table import FUNCTIONS, Table
from app.recursion.functions.values import given, whole
from app.recursion.sandbox.repl import Repl, Sandbox
from app.recursion.settings import Settings
from tests.recursion.papers import LARGE, LEASE, document
from tests.recursion.scripted import ScriptedEngine

TWICE = "The parties agree to this."
LONG = document(
    *(
        f"# {n} Part\n{TWICE}\nItem {n} costs {n * 100} dollars. It is due in {n} days."
        for n in range(1, 9)
    ),
    name="long.pdf",
)


class Bench:
    """A REPL over documents with a scripted engine, and everything that it told."""

    def __init__(self, repl: Repl, frame: Frame, events: list[Event]) -> None:
        self.repl, self.frame, self.events = repl, frame, events

    def out(self, code: str) -> str:
        result = self.repl.run(code)
        assert not result.error, result.error
        return str(result.output).strip()

    def error(self, code: str) -> str:
        return self.repl.run(code).error

    @property
    def engine(self) -> ScriptedEngine:
        engine = self.frame.ctx.engine
        assert isinstance(engine, ScriptedEngine)
        return engine


@contextmanager
def bench(
    engine: ScriptedEngine | None = None,
    limits: Limits = LARGE,
    scope: tuple[Span, ...] = (),
    table: Table | None = None,
    documents: tuple[Document, ...] = (LEASE, LONG),
) -> Iterator[Bench]:
    index, events = PassageIndex(None), list[Event]()
    for d in documents:
        index.add(d)
    ctx = Context(
        question="What does item 3 cost?",
        documents={d.id: d for d in documents},
        index=index,
        engine=engine or ScriptedEngine(),
        settings=Settings(),
        budget=Budget(limits),
        emit=events.append,
        cancel=CancelToken(),
        scope=scope or tuple(whole(d) for d in documents),
    )
    frame = Frame(ctx, lambda frame, question, spans: Conclusion("not_found"))
    table = table or Table(FUNCTIONS)
    with (
        Sandbox(2) as sandbox,
        sandbox.open(
            lambda name, args, kwargs: table.call(frame, name, args, kwargs),
            table.signatures,
            [given(ctx.document(s), s) for s in ctx.scope],
            ctx.cancel,
        ) as repl,
    ):
        yield Bench(repl, frame, events)
    index.close()
