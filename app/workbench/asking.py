"""One question worked on, and recorded as it goes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from app.cancel import Cancelled, CancelToken
from app.documents.document import Document, Span
from app.documents.search.index import PassageIndex
from app.engine.engine import Engine, ModelInfo
from app.engine.models.store import ModelStore
from app.errors import DocumentError, UserError
from app.recipes.recipe import PlanKind, Question
from app.recursion import prompts
from app.recursion.branch import Branch
from app.recursion.budget import Budget, Depth, Limits
from app.recursion.events import Emit
from app.recursion.memory import Memory
from app.recursion.plans import plan
from app.recursion.results import Answer
from app.recursion.review import review
from app.recursion.settings import Settings
from app.sessions.recorder import Recorder
from app.sessions.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was worked on: the id of its run in the matter, and the answer."""

    run: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Effort:
    """How a question is to be worked on.

    Attributes:
        depth: how thoroughly to look.
        seconds: the most it may take, or None for the depth's own limit.
        seed: for sampling.
        protocol: how the root model works, or None to leave it to the model's entry.
        plan: the kind of plan to fill in, as a recipe names it, or None for what fits.
        cell: code to begin with, as a recipe has it, or "".
        nesting: how deep a run may start others on parts of the documents.
    """

    depth: Depth = Depth.STANDARD
    seconds: float | None = None
    seed: int = 0
    protocol: Literal["plan", "code", "auto"] | None = None
    plan: PlanKind | None = None
    cell: str = ""
    nesting: int = 1

    def on(self, question: Question) -> Effort:
        """The same for a question of a recipe, in the way that this names."""
        return replace(self, plan=question.plan, cell=question.cell)

    def limits(self, questions: int = 1) -> Limits:
        """What a run may spend, where each of several documents is asked on its own for each."""
        limits = Limits.of(self.depth).times(questions)
        return limits if self.seconds is None else replace(limits, seconds=self.seconds)

    def settings(self, models: ModelStore, model: ModelInfo) -> Settings:
        """The settings of a run: the reviewer's, and for the rest those of the model's entry.

        Where two models work together, the one that judges brings the threshold. A model on a
        server has no entry; its size decides, as far as the server tells it.
        """
        settings = Settings(
            depth=self.depth,
            protocol=self.protocol or "auto",
            seed=self.seed,
            plan=self.plan or "",
            cell=self.cell,
            max_depth=self.nesting,
        )
        root, judge = models.find(model.id), models.find((model.sub or model).id)
        if root is not None and self.protocol is None:
            settings = replace(settings, protocol=root.protocol)
        if judge is not None:
            settings = replace(settings, threshold=judge.threshold)
        return settings


@dataclass(frozen=True, slots=True)
class Order:
    """A question, and what it is worked on with.

    Attributes:
        question: what the reviewer asks.
        documents: to work on.
        index: that holds them.
        engine: that answers.
        limits: what the run may spend.
        settings: of the run.
        resume: the id of an interrupted run to go on with.
        scope: the only spans to read; none for everything.
        branch: cells to begin with, or None.
        follows: the id of the run whose question this one follows, or None.
    """

    question: str
    documents: Sequence[Document]
    index: PassageIndex
    engine: Engine
    limits: Limits
    settings: Settings
    resume: str | None = None
    scope: Sequence[Span] = ()
    branch: Branch | None = None
    follows: str | None = None


def questions_in(
    question: str, documents: Sequence[Document], scope: Sequence[Span], settings: Settings
) -> int:
    """How many questions a run has to answer: one, or one for each document."""
    count = len({span.document for span in scope}) if scope else len(documents)
    return count if plan.in_turn(question, count, settings) else 1


def check_readable(documents: Sequence[Document]) -> None:
    """Raise `DocumentError` unless there is something to ask about."""
    if not documents:
        raise DocumentError("There is no document to ask about.", "Open one first.")
    if not any(document.text.strip() for document in documents):
        raise DocumentError(
            "None of the documents has text to read.", "Scanned pages need text recognition."
        )


def work_on(
    order: Order, store: Store, emit: Emit, cancel: CancelToken, began: Callable[[str], None]
) -> Asked:
    """Work on a question, recording everything; see `Workbench.ask`."""
    state = store.saved_state(order.resume) if order.resume else None
    memory = _memory(order, store)
    run = order.resume or store.start_run(order.question, prompts_sha256=_prompts_sha256())
    began(run)
    recorder = Recorder(store, run, emit)
    try:
        answer = review(
            order.question,
            order.documents,
            index=order.index,
            engine=order.engine,
            settings=order.settings,
            emit=recorder,
            cancel=cancel,
            budget=Budget(order.limits, cancel.clock),
            resume=state,
            scope=order.scope,
            branch=order.branch,
            memory=memory,
        )
    except UserError as error:
        recorder.failed(error.message, error.hint)
        raise
    except Cancelled:
        recorder.failed("The run was stopped before it had anything.", "")
        raise
    except Exception as error:
        recorder.failed(f"Pincite made a mistake: {type(error).__name__}.", "")
        raise
    return Asked(run, answer)


def _memory(order: Order, store: Store) -> Memory | None:
    """What earlier runs found, where the question follows one of them.

    Raises:
        MatterError: if there is no such run.
    """
    follows = order.follows and store.run_row(order.follows).id
    follows = follows or (order.resume and store.memory.followed(order.resume))
    if not follows:
        return None
    documents = {document.id for document in order.documents}
    sha256 = order.engine.model.sha256
    return store.memory.of(follows, order.question, documents, sha256)


def _prompts_sha256() -> str:
    """Of all words said to a model: two runs with the same one were asked in the same words."""
    sources = sorted(Path(prompts.__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
