"""All systems by name. To add one, write a module beside this one and give it a line here."""

from __future__ import annotations

from collections.abc import Callable

from app.engine.engine import Engine
from app.workbench import Effort, Workbench
from tests.evaluation.systems.base import System
from tests.evaluation.systems.pincite import PinciteSystem
from tests.evaluation.systems.prompted import direct, retrieval
from tests.evaluation.systems.rlms import RlmsSystem

Maker = Callable[[Workbench, Engine, Effort], System]
"""Makes a system over a workbench with its documents, and the engine that it has loaded."""


def _pincite(bench: Workbench, engine: Engine, effort: Effort) -> System:
    return PinciteSystem(bench, engine.model.id, effort)


def _direct(bench: Workbench, engine: Engine, effort: Effort) -> System:
    return direct(engine)


def _retrieval(bench: Workbench, engine: Engine, effort: Effort) -> System:
    return retrieval(engine, bench.index)


def _rlms(bench: Workbench, engine: Engine, effort: Effort) -> System:
    return RlmsSystem(engine, effort.limits().seconds)


SYSTEMS: dict[str, Maker] = {
    "pincite": _pincite,
    "direct": _direct,
    "retrieval": _retrieval,
    "rlms": _rlms,
}
