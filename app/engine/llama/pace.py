"""Whether real calls are faster than what was once measured: the machine was busy then."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from app.engine.engine import Usage
from app.engine.machine.tuning import TuningFile

logger = logging.getLogger("pincite.llama")

_CLEARLY = 1.5
"""Calls this many times as fast as measured were not faster by chance."""

_READ, _GENERATED = 1_000, 100
"""Tokens over which a speed is taken: enough to tell, few enough to see a quiet minute."""


class PaceWatch:
    """Compares the calls of one model with its measurement, and has it doubted where that is low.

    A measurement can only ever be too low: what else ran on the machine took its time. So the first
    stretch of calls that is clearly faster is enough.
    """

    def __init__(self, file: TuningFile, sha256: str, place: str) -> None:
        """Begin with no calls.

        Args:
            file: that holds the measurement.
            sha256: of the model.
            place: where it runs.
        """
        self._file = file
        self._sha256 = sha256
        self._place = place
        self._read = Usage()
        self._generated = Usage()

    def note(self, usages: Iterable[Usage]) -> None:
        """Take calls into account that were worked on together, and are done.

        How fast a reply is written shows where it was alone: a batch of replies gives more tokens a
        second than one can.
        """
        calls = list(usages)
        self._read = sum(calls, self._read)
        if len(calls) == 1:
            self._generated += calls[0]
        read = _speed(self._read.prompt - self._read.reused, self._read.read_seconds, _READ)
        generated = _speed(self._generated.generated, self._generated.generate_seconds, _GENERATED)
        if read:
            self._read = Usage()
        if generated:
            self._generated = Usage()
        if read or generated:
            self._compare(read, generated)

    def _compare(self, read: float, generated: float) -> None:
        tuned = self._file.get(self._sha256, self._place)
        if tuned is None:
            return
        if read > _CLEARLY * tuned.read_speed or generated > _CLEARLY * tuned.generate_speed:
            outrun = tuned.outrun(read, generated)
            self._file.put(self._sha256, self._place, outrun)
            logger.info("Calls are faster than what was measured: %s", outrun.described)


def _speed(tokens: int, seconds: float, enough: int) -> float:
    """Tokens a second; 0 where there are too few to tell."""
    return tokens / seconds if tokens >= enough and seconds > 0 else 0.0
