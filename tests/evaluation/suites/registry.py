"""All suites by name."""

from __future__ import annotations

from tests.evaluation.suites.base import Suite
from tests.evaluation.suites.samples import SAMPLE, SCAN

SUITES: dict[str, Suite] = {suite.name: suite for suite in (SAMPLE, SCAN)}
