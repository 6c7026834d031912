"""Models of this machine brought into memory: one, or two beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.cancel import CancelToken
from app.engine.engine import Engine
from app.engine.machine.hardware import free_memory
from app.engine.machine.library import require_llama
from app.engine.machine.tuning import Chosen, Tuned
from app.engine.models.offers import memory_needed
from app.engine.models.store import ModelEntry, ModelStore, megabytes
from app.engine.paired import PairedEngine
from app.errors import ModelError, UsageError
from app.recursion.prompts.openings import of_plans, of_subcalls
from app.recursion.settings import Settings

if TYPE_CHECKING:
    from app.engine.llama.engine import LlamaEngine

# What needs llama.cpp is imported where it is used: it takes a while to load, and opening a window
# should not.


SLOW = 300_000_000
"""Models of fewer weights read the openings of prompts in no time; their files are not worth it."""


def unheard(what: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Loader:
    """Loads models.

    Attributes:
        models: those on this machine.
        threads: of the processor; None for as many as are fastest.
        on_progress: told what is going on, in words.
        cancel: ends the measurement of a model that is loaded for the first time.
    """

    models: ModelStore
    threads: int | None = None
    on_progress: Callable[[str], None] = unheard
    cancel: CancelToken | None = None

    def one(self, id: str) -> Engine:
        """One model.

        Raises:
            ModelError: if it is not here, answers no questions, or does not fit.
            Cancelled: if its measurement was stopped.
        """
        return self._load(self._entry(id), None)

    def two(self, root_id: str, sub_id: str) -> Engine:
        """One for conversations and, beside it, one for sub-calls.

        Raises:
            ModelError: as `one`; with the numbers, and what would fit, if both do not.
            Cancelled: if a measurement was stopped.
        """
        root, sub = self._entry(root_id), self._entry(sub_id)
        free = free_memory()
        needs = [self._least(root), self._least(sub)]
        if sum(needs) > free:
            raise self._refusal(root, sub, needs, free)
        first = self._load(root, free - needs[1], reads=False)
        try:
            second = self._load(sub, free - first.memory, plans=False)
            return PairedEngine(first, second)
        except BaseException:
            first.close()
            raise

    def tune(self, id: str, chosen: Chosen) -> Tuned:
        """Measure anew how a model runs best here, with some of its settings given.

        Raises:
            UsageError: if nothing can be measured, or kept.
            ModelError: if the model can't be used here.
            Cancelled: what was chosen is kept, and the rest measured at the next load.
        """
        entry = self._entry(id)
        self.models.path(id)
        require_llama()
        from app.engine.llama.loading import place_here, threads_said

        if threads_said():
            raise UsageError(
                "PINCITE_THREADS says how many threads to use, so nothing is measured.", "Unset it."
            )
        place = place_here()
        try:
            self.models.tuning.choose(entry.sha256, place, chosen)
        except OSError as error:
            raise UsageError(f"What is measured cannot be kept: {error}.") from error
        self._measured(entry, None).close()
        tuned = self.models.tuning.get(entry.sha256, place)
        if tuned is None:
            raise UsageError("What was measured cannot be kept: the disk may be full.")
        return tuned

    def _entry(self, id: str) -> ModelEntry:
        entry = self.models.entry(id)
        if entry.kind != "chat":
            raise ModelError(
                f"{entry.name} ranks passages and can't answer questions.",
                "Choose another model.",
                "pincite model list",
            )
        return entry

    def _load(
        self, entry: ModelEntry, memory: int | None, plans: bool = True, reads: bool = True
    ) -> LlamaEngine:
        """One model; whether it is the root of runs, and whether sub-calls go to it."""
        engine = self._measured(entry, memory)
        settings = Settings(protocol=entry.protocol)
        planning = plans and settings.protocol_for(engine.model) == "plan"
        openings = (of_plans() if planning else ()) + (of_subcalls() if reads else ())
        if engine.model.parameters >= SLOW:
            self.on_progress("Reading what every question begins with")
            try:
                engine.prepare(openings, self.models.openings, self.cancel or CancelToken())
            except BaseException:
                engine.close()
                raise
        return engine

    def _measured(self, entry: ModelEntry, memory: int | None) -> LlamaEngine:
        """One model with the settings that are fastest here, and nothing read yet."""
        path = self.models.path(entry.id)
        require_llama()
        from app.engine.llama.engine import LlamaEngine
        from app.engine.llama.measuring import Tuning

        return LlamaEngine.load(
            path,
            id=entry.id,
            name=entry.name,
            sha256=entry.sha256,
            window=entry.window,
            threads=self.threads,
            tuning=Tuning(self.models.tuning, self.on_progress, self.cancel or CancelToken()),
            memory=memory,
        )

    def _least(self, entry: ModelEntry) -> int:
        path = self.models.path(entry.id)
        require_llama()
        from app.engine.llama.loading import least_memory

        return least_memory(path, entry.window)

    def _refusal(
        self, root: ModelEntry, sub: ModelEntry, needs: list[int], free: int
    ) -> ModelError:
        """Why two models can't be used together, and what could be."""
        left = free - needs[0]
        fitting = [
            entry.name
            for entry in self.models.entries()
            if entry.kind == "chat" and entry.id != root.id and memory_needed(entry) <= left
        ]
        if left < 0:
            hint = "Choose smaller models, or close other programs."
        elif fitting:
            hint = f"{root.name} alone would fit, or beside it: {', '.join(fitting)}."
        else:
            hint = f"{root.name} alone would fit."
        return ModelError(
            f"{root.name} needs {megabytes(needs[0])} of memory and {sub.name} "
            f"{megabytes(needs[1])} beside it: {megabytes(sum(needs))} together, and "
            f"{megabytes(free)} is free.",
            hint,
        )
