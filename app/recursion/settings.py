"""How a run is set up: what the reviewer and the model's entry decide."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from app.engine.engine import ModelInfo
from app.recursion.budget import Depth

Protocol = Literal["plan", "code"]

SMALL_MODEL = 7_000_000_000
"""Below this many parameters a model fills in plans; from here on it writes code."""


def mark(cell: str) -> str:
    """What tells a recipe's cell from another one in the record of a run; "" of none."""
    return sha256(cell.encode()).hexdigest()[:12] if cell else ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run.

    Attributes:
        depth: how thoroughly to look.
        protocol: how the root model works: "plan", "code", or "auto", by the model's size.
        seed: for sampling; the temperature is 0 unless a retry needs variety.
        max_depth: how deep RLMs may nest: 1 lets the root start children, 0 lets it not.
        direct_tokens: documents up to this many tokens together are asked about directly; it is
            further limited by the model's window.
        threshold: the judge's probability from which a finding counts as evidence; a careful one
            where none was fitted to the model.
        plan: the kind of plan to fill in, as a recipe names it; "" for what fits the question.
        cell: code to begin with, as a recipe has it; "" to have the model write the first one.
    """

    depth: Depth = Depth.STANDARD
    protocol: Literal["plan", "code", "auto"] = "auto"
    seed: int = 0
    max_depth: int = 1
    direct_tokens: int = 3_000
    threshold: float = 0.7
    plan: str = ""
    cell: str = ""

    def protocol_for(self, model: ModelInfo) -> Protocol:
        """The protocol that this model's root works under."""
        if self.protocol != "auto":
            return self.protocol
        return "plan" if model.parameters < SMALL_MODEL else "code"
