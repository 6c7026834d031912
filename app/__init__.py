"""Pincite: offline review of long documents, every claim led back to its passage."""

import os

__version__ = "0.1.0"

# onnxruntime, on which the layout model runs, reports what it does to its makers unless this is set
# before it is loaded, in this process and in the parser's. Pincite sends nothing anywhere.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

# llama.cpp's threads wait for one another by spinning, by default for so long that another process
# on the same cores (the parser, the window) slows reading five- to tenfold. To spin briefly costs
# nothing when alone and shares the cores fairly when not. OpenMP reads this when it is loaded.
if "OMP_WAIT_POLICY" not in os.environ:
    os.environ.setdefault("GOMP_SPINCOUNT", "10000")
