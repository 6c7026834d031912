"""A short measurement of which settings run a model fastest on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import numpy as np
import psutil

from app.cancel import Cancelled, CancelToken
from app.engine.cancelling import passed_on
from app.engine.llama.context import Aborted, ContextSettings, LlamaContext, Run
from app.engine.llama.log import logger
from app.engine.llama.model import LlamaModel
from app.engine.llama.sequences import Tokens
from app.engine.machine.tuning import Chosen, Tuned, TuningFile, llama_version

_LONGEST = 6.0  # seconds, after which the best so far is taken
_TRIAL = 0.4  # seconds that one reading should take
_LEAST, _MOST = 16, 512  # tokens that it reads
_GENERATED = 4
_BATCHES = (256, 512)
# What is less than this much faster may be so by chance; attention without flash attention rounds
# differently, which is not worth less than a clear gain.
_WORTH = 1.1
_WORTH_ROUNDING = 1.25


def _unheard(what: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """Where the settings of models are kept, and how one that is not known there is measured.

    Attributes:
        file: that keeps them.
        on_progress: told what is going on, in words.
        cancel: ends a measurement, and with it the load.
    """

    file: TuningFile
    on_progress: Callable[[str], None] = _unheard
    cancel: CancelToken = field(default_factory=CancelToken)

    def begun(
        self, sha256: str, place: str, settings: ContextSettings, fixed: bool
    ) -> tuple[ContextSettings, bool]:
        """Settings with what is known of a model, and whether it was measured.

        Args:
            sha256: of the model.
            place: where it runs.
            settings: to begin with.
            fixed: whether their number of threads stays as it is.
        """
        known = self.file.get(sha256, place)
        if known is not None and (fixed or not known.doubted):
            return _applied(known, settings, threads=not fixed), True
        begun = _with(settings, self.file.chosen(sha256, place))
        return replace(begun, threads=settings.threads if fixed else begun.threads), False

    def measured(
        self, model: LlamaModel, sha256: str, place: str, settings: ContextSettings
    ) -> ContextSettings:
        """Settings as they are fastest here; that takes some seconds, and is kept.

        Of a measurement that is made again since calls outran the one before, the better is kept:
        the machine may be busy this time too.

        Raises:
            Cancelled: nothing is kept then.
        """
        self.on_progress("Measuring how this model runs best here, once")
        tuned = measure(model, settings, self.file.chosen(sha256, place), self.cancel)
        before = self.file.get(sha256, place)
        if before is not None:
            tuned = before.again(tuned)
        self.file.put(sha256, place, tuned)
        logger.info("%s", tuned.described)
        return _applied(tuned, settings)


def _applied(tuned: Tuned, settings: ContextSettings, threads: bool = True) -> ContextSettings:
    """Settings with what was measured in place of what they say; the threads only if asked for."""
    return replace(
        settings,
        threads=tuned.threads if threads else settings.threads,
        batch=max(tuned.batch, settings.sequences),
        flash_attention=tuned.flash_attention,
        cache_type=tuned.cache_type,
    )


def measure(
    model: LlamaModel,
    settings: ContextSettings,
    chosen: Chosen | None = None,
    cancel: CancelToken | None = None,
) -> Tuned:
    """Try threads, then flash attention, then batches, each time keeping the faster.

    What a person chose is not tried. The type of the cache is not either: what is faster there
    gives other answers. Larger batches are tried where the machine is fast enough to stop in the
    midst of one at once.

    Raises:
        Cancelled: at any moment.
    """
    chosen = chosen or Chosen()
    settings = _with(settings, chosen)
    race = _Race(model, settings, cancel or CancelToken())
    if chosen.threads is None:
        race.try_each((replace(race.best, threads=n) for n in _threads(settings.threads)), _WORTH)
    if chosen.flash_attention is None and settings.cache_type != "q8_0":
        race.try_each([replace(race.best, flash_attention=False)], _WORTH_ROUNDING)
    if chosen.batch is None:
        race.try_each(
            (replace(race.best, batch=n) for n in _BATCHES if settings.batch < n <= race.tokens),
            _WORTH,
        )
    best, pace = race.best, race.pace
    return Tuned(
        threads=best.threads,
        batch=best.batch,
        flash_attention=best.flash_attention,
        cache_type=best.cache_type,
        read_speed=round(pace.read, 1),
        generate_speed=round(pace.generate, 1),
        llama=llama_version(),
    )


def _with(settings: ContextSettings, chosen: Chosen) -> ContextSettings:
    """Settings with what a person chose; llama.cpp quantizes a cache for flash attention only."""
    cache_type = chosen.cache_type or settings.cache_type
    flash = settings.flash_attention if chosen.flash_attention is None else chosen.flash_attention
    return replace(
        settings,
        threads=chosen.threads or settings.threads,
        batch=chosen.batch or settings.batch,
        flash_attention=flash or cache_type == "q8_0",
        cache_type=cache_type,
    )


def _threads(first: int) -> list[int]:
    """Numbers of threads worth trying beside the first: all processors, one fewer, half."""
    logical = psutil.cpu_count() or first
    return [n for n in sorted({logical, first - 1, first // 2}, reverse=True) if 1 <= n != first]


@dataclass(frozen=True, slots=True)
class _Pace:
    """Tokens read, and generated, in a second."""

    read: float
    generate: float

    @property
    def seconds(self) -> float:
        """How long a typical sub-call would take: 400 tokens read, 40 generated."""
        return 400 / self.read + 40 / self.generate


class _Race:
    """Tries settings on a model against the best so far, until time is up.

    Attributes:
        best: the settings that ran fastest.
        pace: how fast they were.
        tokens: how many are read in a trial.
    """

    def __init__(self, model: LlamaModel, settings: ContextSettings, cancel: CancelToken) -> None:
        self._model = model
        self._cancel = cancel
        self._deadline = time.monotonic() + _LONGEST
        self.best = settings
        self.tokens = _LEAST
        self._run(settings)  # not counted: it brings the weights into memory
        pace = self._run(settings)
        wanted = int(pace.read * _TRIAL) // _LEAST * _LEAST
        self.tokens = min(max(_LEAST, wanted), _MOST)
        self.pace = self._run(settings) if self.tokens > _LEAST else pace

    def try_each(self, candidates: Iterable[ContextSettings], worth: float) -> None:
        """Take over each that is faster by a factor, also than the best when it runs once more."""
        for settings in candidates:
            if time.monotonic() > self._deadline:
                return
            pace = self._run(settings)
            if pace.seconds * worth >= self.pace.seconds:
                continue
            again = self._run(self.best)
            if pace.seconds * worth < again.seconds:
                self.best, self.pace = settings, pace

    def _run(self, settings: ContextSettings) -> _Pace:
        """Read and generate a little."""
        piece = min(settings.batch, self.tokens)
        small = replace(settings, cells=2 * _MOST, batch=max(settings.sequences, piece))
        context = LlamaContext(self._model, small)

        def stop() -> None:
            context.stop = True

        try:
            with passed_on(self._cancel, stop):
                return _paced(context, self._tokens(), piece)
        except Aborted:
            raise Cancelled from None
        finally:
            context.close()

    def _tokens(self) -> Tokens:
        return np.arange(100, 100 + self.tokens, dtype=np.int32) % self._model.vocab_size


def _paced(context: LlamaContext, tokens: Tokens, piece: int) -> _Pace:
    """How fast a context reads tokens, so many at a time, and then generates some."""
    context.decode([Run(0, 0, tokens[:1], True)])  # starts the threads
    context.cut(0, 0)
    begin = time.perf_counter()
    for start in range(0, len(tokens), piece):
        context.decode([Run(0, start, tokens[start : start + piece], True)])
    read = time.perf_counter() - begin
    begin = time.perf_counter()
    for i in range(_GENERATED):
        context.decode([Run(0, len(tokens) + i, tokens[i : i + 1], True)])
    generated = time.perf_counter() - begin
    return _Pace(len(tokens) / read, _GENERATED / generated)
