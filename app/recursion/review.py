"""A review: a question in, events out, and in the end an answer whose claims lead to passages."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import asdict, replace

from app.cancel import Cancelled, CancelToken
from app.documents.document import Document, Span
from app.documents.search.index import PassageIndex
from app.engine.engine import Engine, ModelInfo, Usage
from app.errors import UsageError, UserError
from app.recursion.branch import Branch
from app.recursion.budget import Budget, Limits
from app.recursion.context import Context, Ledger
from app.recursion.events import AnswerReady, Emit, RunFailed, RunStarted, StateSaved
from app.recursion.evidence import answering
from app.recursion.frame import Frame
from app.recursion.functions import concluding
from app.recursion.functions.table import FUNCTIONS, Table
from app.recursion.functions.values import whole
from app.recursion.loop import Loop
from app.recursion.memory import Memory, plain
from app.recursion.results import Answer, Evidence
from app.recursion.roots import Written
from app.recursion.sandbox.repl import Sandbox
from app.recursion.settings import Settings, mark
from app.recursion.state import State


def review(
    question: str,
    documents: Sequence[Document],
    *,
    index: PassageIndex,
    engine: Engine,
    settings: Settings,
    emit: Emit,
    cancel: CancelToken,
    budget: Budget | None = None,
    resume: bytes | None = None,
    scope: Sequence[Span] = (),
    branch: Branch | None = None,
    memory: Memory | None = None,
) -> Answer:
    """Answer a question from documents.

    Everything that happens is told as events, the last of which is `AnswerReady` or `RunFailed`. A
    cancel or a spent budget ends the run with what it has; an error that a person can act upon ends
    it with the status "failed". Any other exception is a bug.

    Args:
        question: what the reviewer asks.
        documents: to be read; all must be in the index.
        index: of their passages.
        engine: the model.
        settings: how thoroughly and in which way to work.
        emit: is handed each event as it happens, on this thread.
        cancel: ends the run.
        budget: what may be spent; by default what the depth of the settings stands for. Given with
            `resume`, its limits hold, and what was spent before is counted in.
        resume: the bytes of the run's last `StateSaved`.
        scope: the only spans that may be read, where the question is about less than everything;
            a resumed run keeps its own.
        branch: cells to begin with, the last of them changed by the reviewer.
        memory: what earlier runs found, where the question follows one of them.
    """
    own = budget is None
    budget = budget or Budget(Limits.of(settings.depth))
    ctx = Context(
        question=question,
        documents={d.id: d for d in documents},
        index=index,
        engine=engine,
        settings=settings,
        budget=budget,
        emit=emit,
        cancel=cancel,
        scope=tuple(scope) or tuple(whole(d) for d in documents),
        ledger=Ledger(),
        memory=Memory() if memory is None else _held(memory, documents),
    )
    emit(_started(ctx, resume is not None, tuple(scope), branch))
    try:
        answer = _answer(ctx, resume, own, branch)
    except UserError as error:
        emit(RunFailed(error.message, error.hint))
        return answering.answer(ctx, (), "failed", str(error))
    emit(AnswerReady(answer, budget.usage, budget.turns, budget.subcalls, budget.seconds))
    return answer


def _answer(ctx: Context, resume: bytes | None, keep_limits: bool, branch: Branch | None) -> Answer:
    """Run the root frame; its answer, also where it is cancelled.

    `keep_limits` says that a resumed run goes on under the limits it was saved with.
    """
    if not ctx.question.strip():
        raise UsageError("The question is empty.", "Ask something about the documents.")
    if not any(d.text.strip() for d in ctx.documents.values()):
        raise UsageError(
            "None of the documents has text.", "Open documents with text, or scans after reading."
        )
    protocol = ctx.settings.protocol_for(ctx.engine.model)
    with Sandbox(sessions=ctx.settings.max_depth + 2) as sandbox:
        loop = Loop(
            sandbox,
            Table(FUNCTIONS),
            protocol,
            lambda turn, state: ctx.emit(StateSaved(turn, state.pack())),
            branch.given() if branch is not None else _begun_with(ctx),
        )
        frame = Frame(ctx, loop.child)
        state = None if resume is None else _resumed(frame, State.unpack(resume), protocol)
        if state is not None and keep_limits:
            ctx.budget.limits = state.limits
        try:
            end = loop.run(frame, state)
        except Cancelled:
            end = concluding.stopped(frame, "Stopped by the reviewer.")
    said = (*end.claims, *end.summary)
    answer = answering.answer(ctx, said, end.status, end.note, end.contradictory)
    if end.status == "not_found":
        return answering.with_nearest(ctx, answer)
    whole, short = answer.claims[: len(end.claims)], answer.claims[len(end.claims) :]
    answer = replace(answer, claims=whole, summary=short)
    return _traced(answer, [item for _, items in said for item in items])


def _begun_with(ctx: Context) -> list[Written]:
    """The cell that a recipe gives for its question, if it does; nothing is spent on it."""
    if not ctx.settings.cell.strip():
        return []
    code = f"question = {plain(ctx.question)!r}\n{ctx.settings.cell.strip()}\n"
    return [Written(f"```repl\n{code}```", code, "", Usage())]


def _held(memory: Memory, documents: Sequence[Document]) -> Memory:
    """What of a memory rests on these documents."""
    within = memory.within([whole(document) for document in documents])
    return replace(within, variables=memory.variables)


def _traced(answer: Answer, items: Sequence[Evidence]) -> Answer:
    """An answer whose citations say which of them an earlier run found."""
    origins = {span: item.origin for item in items if item.origin for span in item.finding.spans}
    if not origins:
        return answer
    return replace(
        answer,
        citations=tuple(replace(c, origin=origins.get(c.span, "")) for c in answer.citations),
    )


def _started(
    ctx: Context, resumed: bool, scope: tuple[Span, ...], branch: Branch | None
) -> RunStarted:
    settings, model = ctx.settings, ctx.engine.model
    return RunStarted(
        question=ctx.question,
        depth=settings.depth.value,
        protocol=settings.protocol_for(model),
        documents=tuple(ctx.documents),
        model_id=model.id,
        model_name=model.name,
        model_sha256=model.sha256,
        seed=settings.seed,
        limits=asdict(ctx.budget.limits),
        settings={
            **{name: str(value) for name, value in _told(settings).items() if value != ""},
            **_scope_setting(ctx),
            **({"branch": branch.words} if branch is not None else {}),
            "window": str(model.window),
            "hardware": model.hardware,
            **_sub_model(model.sub),
        },
        resumed=resumed,
        scope=scope,
        follows=ctx.memory.follows,
    )


def _told(settings: Settings) -> dict[str, object]:
    """Settings for the record; a recipe's cell by what tells it from others: the trace has it."""
    return {**asdict(settings), "cell": mark(settings.cell)}


def _sub_model(model: ModelInfo | None) -> dict[str, str]:
    """The model that answered the sub-calls, among a run's settings, where it was another one."""
    if model is None:
        return {}
    return {
        "sub_model_id": model.id,
        "sub_model_name": model.name,
        "sub_model_sha256": model.sha256,
        "sub_model_hardware": model.hardware,
    }


def _scope_setting(ctx: Context) -> dict[str, str]:
    """What the run may read, among its settings, where that is less than everything."""
    if ctx.scope == tuple(whole(d) for d in ctx.documents.values()):
        return {}
    places = [
        f"{ctx.document(s).name} p. {ctx.document(s).page_at(s.start).label}" for s in ctx.scope
    ]
    return {"scope": "; ".join(dict.fromkeys(places))}


def _resumed(frame: Frame, state: State, protocol: str) -> State:
    """Put what a saved run had found and spent back in its place."""
    ctx = frame.ctx
    same = (ctx.question, tuple(ctx.documents), protocol)
    if same != (state.question, state.documents, state.protocol):
        raise UsageError(
            "The saved run belongs to another question, other documents or another protocol.",
            "Ask the question again.",
        )
    ctx.scope = state.scope or ctx.scope
    ctx.ledger.slices.extend(state.slices)
    ctx.ledger.evidence.extend(state.evidence)
    frame.notes = list(state.notes)
    frame.handed = deque(state.handed, maxlen=frame.handed.maxlen)
    frame.refusals, frame.children = state.refusals, state.children
    frame.parts = list(state.parts)
    budget = ctx.budget
    budget.turns, budget.subcalls = state.turns, state.subcalls
    budget.usage, budget.spent_before = state.usage, state.seconds
    return state
