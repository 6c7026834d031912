"""The workbench: everything a matter is worked on with, put together in one place.

The window and the command line both work through this. It has no widgets and prints nothing; what
happens in a run reaches its caller as events, each in the matter file before it is handed on.
"""

from __future__ import annotations

from app.documents.samples import demo_matter, samples
from app.workbench.asking import Asked, Effort
from app.workbench.bench import Workbench
from app.workbench.desk import EMBEDDING_MODEL, OnDocument, OpenDocuments, Opened
from app.workbench.engines import EngineRoom

__all__ = [
    "EMBEDDING_MODEL",
    "Asked",
    "Effort",
    "EngineRoom",
    "OnDocument",
    "OpenDocuments",
    "Opened",
    "Workbench",
    "demo_matter",
    "samples",
]
