"""Many prompts read and replies generated in shared batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from app.cancel import Cancelled, CancelToken
from app.engine.engine import Usage
from app.engine.llama.context import Aborted, LlamaContext, Logits, Run
from app.engine.llama.crowding import Crowding
from app.engine.llama.sequences import Held, SequenceCache, Tokens, common
from app.errors import ModelError

# A prompt waits for another that is reading the same beginning only if that saves this many tokens.
_WORTH_WAITING = 16


class Task(Protocol):
    """What is done with the logits after a prompt and after each token of its reply."""

    @property
    def room(self) -> int:
        """The most tokens it may yet feed back."""
        ...

    def take(self, logits: Logits) -> int | None:
        """Look at logits; the token to go on with, or None when done."""
        ...


@dataclass(slots=True, eq=False)
class Job:
    """A prompt and what is to be done with it.

    Attributes:
        index: the caller's number for it.
        prompt: its tokens.
        task: what is done with the logits.
        lasting: whether it belongs to a conversation that is likely to go on.
        usage: what it has cost so far.
    """

    index: int
    prompt: Tokens
    task: Task
    lasting: bool = False
    usage: Usage = field(default_factory=Usage)
    held: Held | None = None
    feed: int | None = None

    @property
    def read(self) -> int:
        """Tokens of prompt and reply that are in the cache."""
        return len(self.held) if self.held is not None else 0

    @property
    def reading(self) -> bool:
        """Whether the prompt has not been read to its end yet."""
        return self.read < len(self.prompt)

    @property
    def reserve(self) -> int:
        """The most cells it may yet take."""
        return max(0, len(self.prompt) - self.read) + self.task.room

    def spend(self, seconds: float) -> None:
        """Add time to what it has cost."""
        if self.reading:
            self.usage += Usage(read_seconds=seconds)
        else:
            self.usage += Usage(generate_seconds=seconds)


class Batcher:
    """Runs jobs over one context, as many at once as fit; each finished one makes room."""

    def __init__(
        self,
        context: LlamaContext,
        cache: SequenceCache,
        parallel: int,
        crowding: Crowding | None = None,
    ) -> None:
        """Work with a context and the account of what it holds.

        Args:
            context: computes.
            cache: knows what has been read.
            parallel: the most jobs at once.
            crowding: tells how many threads each batch is worth; None for always the same.
        """
        self._context = context
        self._cache = cache
        self._parallel = parallel
        self._crowding = crowding

    def run(
        self,
        jobs: Sequence[Job],
        cancel: CancelToken,
        on_done: Callable[[Job], None] | None = None,
    ) -> None:
        """Do all jobs; `on_done` is called as each is finished.

        Raises:
            Cancelled: if `cancel` was raised; what was read so far stays in the cache.
            ModelError: if the model can't go on.
        """
        waiting = list(jobs)
        active: list[Job] = []
        try:
            while waiting or active:
                cancel.check()
                self._admit(waiting, active)
                for job in self._step(active):
                    active.remove(job)
                    self._release(job)
                    if on_done:
                        on_done(job)
        except Aborted:
            if not self._cache.partial:
                self._abandon(active)
            raise Cancelled from None
        finally:
            for job in active:
                self._release(job)

    def _admit(self, waiting: list[Job], active: list[Job]) -> None:
        """Begin jobs while there is room, each with what is known of its prompt."""
        for job in list(waiting):
            if len(active) >= self._parallel or not self._cache.can_open():
                return
            if self._better_later(job, active):
                continue
            known = self._cache.known(job.prompt)
            needed = len(job.prompt) - known + job.task.room + sum(a.reserve for a in active)
            if active and needed + self._cache.pinned(job.prompt) > self._cache.cells:
                continue
            job.held = self._cache.open(job.prompt, job.lasting)
            job.usage = Usage(prompt=len(job.prompt), reused=job.read)
            waiting.remove(job)
            active.append(job)

    def _better_later(self, job: Job, active: list[Job]) -> bool:
        """Whether one that is being read will soon hold more of this prompt than is known now."""
        known = -1
        for other in active:
            if not other.reading:
                continue
            shared = min(common(other.prompt, job.prompt), len(job.prompt) - 1)
            if shared > other.read:
                known = self._cache.known(job.prompt) if known < 0 else known
                if shared >= known + _WORTH_WAITING:
                    return True
        return False

    def _step(self, active: list[Job]) -> list[Job]:
        """Compute one batch; return the jobs that are done with it."""
        planned = self._plan(active)
        size = sum(len(run.tokens) for _, run in planned)
        if not self._cache.make_room(size):
            raise ModelError("The model's memory is full.", "Choose a smaller window.")
        if self._crowding is not None:
            self._context.use_threads(self._crowding.threads(size))
        begin = time.perf_counter()
        logits = iter(self._context.decode([run for _, run in planned]))
        seconds = time.perf_counter() - begin
        done = []
        for job, run in planned:
            job.spend(seconds * len(run.tokens) / size)
            self._cache.grow(_held(job), run.tokens)
            if run.wants_logits and not self._advance(job, next(logits)):
                done.append(job)
        return done

    def _plan(self, active: list[Job]) -> list[tuple[Job, Run]]:
        """What goes into the next batch: a token of every reply, then as much of the prompts."""
        planned = []
        room = self._context.batch
        for job in active:
            if job.feed is not None:
                token = np.array([job.feed], np.int32)
                planned.append((job, Run(_held(job).number, job.read, token, True)))
                room -= 1
        for job in active:
            if job.reading and room > 0:
                end = min(len(job.prompt), job.read + room)
                tokens = job.prompt[job.read : end]
                room -= len(tokens)
                run = Run(_held(job).number, job.read, tokens, end == len(job.prompt))
                planned.append((job, run))
        return planned

    def _advance(self, job: Job, logits: Logits) -> bool:
        """Hand a job its logits; whether it goes on."""
        begin = time.perf_counter()
        job.feed = job.task.take(logits)
        job.spend(time.perf_counter() - begin)
        return job.feed is not None

    def _release(self, job: Job) -> None:
        if job.held is not None:
            self._cache.release(job.held)
            job.held = None

    def _abandon(self, active: list[Job]) -> None:
        """Forget sequences that can't be brought back to where they were before a stop."""
        for job in active:
            if job.held is not None:
                self._cache.drop(job.held)
                job.held = None


def _held(job: Job) -> Held:
    """The sequence of a job that has begun."""
    assert job.held is not None
    return job.held
