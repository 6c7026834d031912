"""All suites by name. To add one, write a module beside this one and give it a place here."""

from __future__ import annotations

from tests.evaluation.suites.base import Suite
from tests.evaluation.suites.generated import GENERATED
from tests.evaluation.suites.records import RECORDS
from tests.evaluation.suites.samples import SAMPLE, SCAN

_ALL: tuple[Suite, ...] = (SAMPLE, SCAN, *GENERATED, RECORDS)

SUITES: dict[str, Suite] = {suite.name: suite for suite in _ALL}
