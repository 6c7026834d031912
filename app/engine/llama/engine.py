"""The engine on llama.cpp."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

import numpy as np

from app.cancel import CancelToken
from app.engine.cancelling import passed_on
from app.engine.chat import ChatTemplate
from app.engine.engine import Completion, Judgement, Message, ModelInfo, Request, Usage
from app.engine.llama.batch import Batcher, Job
from app.engine.llama.context import ContextSettings, LlamaContext
from app.engine.llama.crowding import Crowding
from app.engine.llama.loading import (
    BATCHES,
    default_threads,
    place_here,
    prepare,
    threads_said,
)
from app.engine.llama.measuring import Tuning
from app.engine.llama.model import LlamaModel
from app.engine.llama.openings import Openings
from app.engine.llama.pace import PaceWatch
from app.engine.llama.sequences import SequenceCache, Tokens, common
from app.engine.llama.tasks import Generation, Judging, Judgment
from app.engine.machine.tuning import CacheType
from app.errors import PromptTooLong

_PARALLEL = 8


class LlamaEngine:
    """One model on this machine. Implements `Engine`; owned by one thread.

    Attributes:
        memory: bytes of main memory that it was planned to take.
    """

    def __init__(
        self,
        model: LlamaModel,
        info: ModelInfo,
        settings: ContextSettings,
        memory: int,
        pace: PaceWatch | None = None,
        crowding: Crowding | None = None,
    ) -> None:
        """Put an engine together; `load` is the way to get one."""
        self.memory = memory
        self._pace = pace
        self._model = model
        self._info = info
        self._template = ChatTemplate(model.template, model.bos, model.eos)
        self._context = LlamaContext(model, settings)
        self._cache = SequenceCache(
            self._context, self._context.cells, settings.sequences, partial=not model.recurrent
        )
        self._batcher = Batcher(self._context, self._cache, _PARALLEL, crowding)
        self._judging = Judging(model)

    @classmethod
    def load(
        cls,
        path: Path,
        *,
        id: str,
        name: str,
        sha256: str,
        window: int,
        threads: int | None = None,
        cache_type: CacheType = "exact",
        tuning: Tuning | None = None,
        memory: int | None = None,
    ) -> LlamaEngine:
        """Load a model file.

        Args:
            path: the file, or the first of its parts.
            id: its id in the catalogue.
            name: as shown to a person.
            sha256: of the file.
            window: tokens of a prompt and its reply; less if the model was made for less.
            threads: CPU threads; None for what PINCITE_THREADS says, or what is fastest here.
            cache_type: how what was read is kept, a key of `CACHE_TYPES`.
            tuning: knows the settings that are fastest here; a model it does not know is measured,
                which takes some seconds, unless the number of threads is given. None to do without.
            memory: bytes of main memory that it may take; None for all that is free.

        Raises:
            ModelError: if it can't be used here; the message says why and what could be.
            Cancelled: if the measurement was stopped.
        """
        place, fixed, known = place_here(), bool(threads or threads_said()), False
        wanted = ContextSettings(
            cells=window,
            batch=BATCHES[place],
            threads=threads or default_threads(),
            cache_type=cache_type,
        )
        if tuning is not None:
            wanted, known = tuning.begun(sha256, place, wanted, fixed)
        prepared = prepare(path, name, window, wanted, memory)
        model = LlamaModel(path, prepared.placement.layers, mapped=not prepared.plan.copied)
        try:
            if tuning is not None and not known and not fixed:
                settings = tuning.measured(model, sha256, place, prepared.settings)
                prepared = prepared.tuned(path, settings)
            info = ModelInfo(id, name, sha256, model.parameters, prepared.window, prepared.hardware)
            pace = PaceWatch(tuning.file, sha256, place) if tuning is not None else None
            crowding = None if fixed else Crowding(prepared.settings.threads)
            return cls(model, info, prepared.settings, prepared.memory, pace, crowding)
        except BaseException:
            model.close()
            raise

    @property
    def model(self) -> ModelInfo:
        """The model that answers."""
        return self._info

    def count(self, messages: Sequence[Message]) -> int:
        """Tokens of a conversation under the model's chat template, exactly."""
        return len(self._prompt(messages))

    def tokens(self, text: str) -> int:
        """Tokens of a piece of plain text, exactly."""
        return len(self._model.tokenize(text))

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        """One reply; see `Engine.complete`."""
        return self._complete([request], cancel, on_token, None, lasting=True)[0]

    def complete_each(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_done: Callable[[int, Completion], None] | None = None,
    ) -> list[Completion]:
        """Many replies; see `Engine.complete_each`."""
        return self._complete(requests, cancel, None, on_done, lasting=False)

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        """For each conversation, the probability of Yes against No; see `Engine.judge_each`."""
        judgements: dict[int, Judgement] = {}
        jobs = [
            Job(i, self._checked(messages, "", 1), Judgment(self._judging))
            for i, messages in enumerate(conversations)
        ]

        def done(job: Job) -> None:
            assert isinstance(job.task, Judgment)
            judgements[job.index] = Judgement(job.task.probability, job.usage)

        self._run(jobs, cancel, done)
        return [judgements[i] for i in range(len(jobs))]

    def prepare(
        self, openings: Sequence[Sequence[Message]], folder: Path, cancel: CancelToken
    ) -> None:
        """Have in memory what many prompts begin with: from disk, or else read and kept there.

        Args:
            openings: the messages that those prompts have in common.
            folder: where the openings of models are kept.
            cancel: ends the reading; what is not read now is read with the first such prompt.

        Raises:
            Cancelled: if it was raised.
        """
        kept = Openings(folder, self._info.sha256, self._context, self._cache)
        shared = [self._opening(messages) for messages in openings]
        for tokens in shared:
            if self._cache.known(tokens) < len(tokens) - 1 and not kept.take(tokens):
                self._run([Job(0, tokens, Judgment(self._judging), lasting=True)], cancel, _unheard)
                kept.keep(tokens)
        kept.tidy()

    def close(self) -> None:
        """Free the model."""
        self._context.close()
        self._model.close()

    def _complete(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_token: Callable[[str], None] | None,
        on_done: Callable[[int, Completion], None] | None,
        lasting: bool,
    ) -> list[Completion]:
        completions: dict[int, Completion] = {}
        prompts = [self._checked(r.messages, r.prefill, r.max_tokens) for r in requests]

        def done(job: Job) -> None:
            completions[job.index] = _completion(job)
            if on_done:
                on_done(job.index, completions[job.index])

        with ExitStack() as open_tasks:
            jobs = []
            for i, (request, prompt) in enumerate(zip(requests, prompts, strict=True)):
                task = Generation(self._model, request, on_token)
                open_tasks.enter_context(closing(task))
                jobs.append(Job(i, prompt, task, lasting))
            self._run(jobs, cancel, done)
        return [completions[i] for i in range(len(jobs))]

    def _run(
        self, jobs: Sequence[Job], cancel: CancelToken, on_done: Callable[[Job], None]
    ) -> None:
        def stop() -> None:
            self._context.stop = True

        try:
            with passed_on(cancel, stop):
                self._batcher.run(jobs, cancel, on_done)
        finally:
            self._context.stop = False
        if self._pace is not None:
            self._pace.note(_cost(job) for job in jobs)

    def _prompt(self, messages: Sequence[Message], prefill: str = "") -> Tokens:
        tokens = self._model.prompt(self._template.render(messages, prefill))
        return np.array(tokens, np.int32)

    def _opening(self, messages: Sequence[Message]) -> Tokens:
        """The tokens with which every conversation begins that begins with these messages."""
        one, other = (self._prompt([*messages, Message("user", said)]) for said in ("A", "7"))
        return one[: common(one, other)]

    def _checked(self, messages: Sequence[Message], prefill: str, reply: int) -> Tokens:
        """The tokens of a prompt that, with its reply, fits the window.

        Raises:
            PromptTooLong: if it does not.
        """
        prompt = self._prompt(messages, prefill)
        if len(prompt) + reply > self._info.window:
            raise PromptTooLong(len(prompt) + reply, self._info.window)
        return prompt


def _unheard(job: Job) -> None:
    """Nobody waits for what an opening leads to."""


def _completion(job: Job) -> Completion:
    """What came of a job that is done."""
    assert isinstance(job.task, Generation)
    return Completion(job.task.text, job.task.finish, _cost(job))


def _cost(job: Job) -> Usage:
    """What a job that is done has cost."""
    generated = job.task.generated if isinstance(job.task, Generation) else 0
    return job.usage + Usage(generated=generated)
