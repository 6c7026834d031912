"""Where jobs run: a lane for short calls that is exact, and one for long prompts that is fast."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.cancel import CancelToken
from app.engine.cancelling import passed_on
from app.engine.llama_batch import Batcher, Job
from app.engine.llama_context import ContextSettings, LlamaContext
from app.engine.llama_model import LlamaModel
from app.engine.sequences import SequenceCache

# Tokens of prompt and reply up to which a job is short. Up to here the exact way of computing
# attention costs a few hundredths of the time; at 2,000 tokens it would cost half as much again.
SHORT = 1024

PARALLEL = 8  # jobs at once


class Lane:
    """A context, the account of what it holds, and the batches that run on it."""

    def __init__(self, model: LlamaModel, settings: ContextSettings) -> None:
        """Make the context.

        Raises:
            ModelError: if llama.cpp can't.
        """
        self.context = LlamaContext(model, settings)
        self.cache = SequenceCache(
            self.context, self.context.cells, settings.sequences, partial=not model.recurrent
        )
        self.batcher = Batcher(self.context, self.cache, PARALLEL)

    def run(self, jobs: Sequence[Job], cancel: CancelToken, on_done: Callable[[Job], None]) -> None:
        """Do all jobs; see `Batcher.run`."""
        try:
            with passed_on(cancel, self._stop):
                self.batcher.run(jobs, cancel, on_done)
        finally:
            self.context.stop = False

    def close(self) -> None:
        """Free the context."""
        self.context.close()

    def _stop(self) -> None:
        self.context.stop = True


class Lanes:
    """The lanes of one model."""

    def __init__(self, model: LlamaModel, settings: Sequence[ContextSettings]) -> None:
        """Make them.

        Args:
            model: that they share.
            settings: of the lane for long jobs first, then of that for short ones; one alone takes
                all.

        Raises:
            ModelError: if llama.cpp can't.
        """
        self._lanes: list[Lane] = []
        try:
            for lane in settings:
                self._lanes.append(Lane(model, lane))
        except BaseException:
            self.close()
            raise

    @property
    def long(self) -> Lane:
        """The lane of long jobs."""
        return self._lanes[0]

    @property
    def short(self) -> Lane:
        """The lane of short jobs; the same one where there is only one."""
        return self._lanes[-1]

    def run(self, jobs: Sequence[Job], cancel: CancelToken, on_done: Callable[[Job], None]) -> None:
        """Do all jobs, each on its lane, which depends on nothing but its own length.

        Raises:
            Cancelled: if `cancel` was raised.
            ModelError: if the model can't go on.
        """
        short = [job for job in jobs if job.reserve <= SHORT]
        long = [job for job in jobs if job.reserve > SHORT]
        for lane, its in ((self.short, short), (self.long, long)):
            if its:
                lane.run(its, cancel, on_done)

    def close(self) -> None:
        """Free all contexts."""
        for lane in self._lanes:
            lane.close()
