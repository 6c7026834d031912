"""Pincite: offline review of long documents, every claim led back to its passage."""

import os

__version__ = "0.1.0"

# onnxruntime, on which the layout model runs, reports what it does to its makers unless this is set
# before it is loaded, in this process and in the parser's. Pincite sends nothing anywhere.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
