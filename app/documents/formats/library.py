"""PyMuPDF, loaded quickly and quietly. Runs in the parser process only.

The other modules of this room import `pymupdf` from here, so that it is never loaded another way.
"""

from __future__ import annotations

import os
import sys

# WORKAROUND: PyMuPDF 2.0 loads its layout model, onnxruntime and pymupdf4llm on import, which takes
# ten times as long as PyMuPDF itself. They are kept out here.
_HEAVY = ("pymupdf.layout", "pymupdf4llm")
for _name in _HEAVY:
    sys.modules.setdefault(_name, None)  # type: ignore[arg-type]

import pymupdf as pymupdf  # noqa: E402 (an explicit re-export)

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)
# Boxes as high as the type, not as the tallest glyph of its font: neighbouring lines stay apart.
pymupdf.TOOLS.set_small_glyph_heights(True)


def load_layout_model() -> None:
    """Load the layout model, once; `Page.get_layout` works from then on."""
    if sys.modules.get("pymupdf.layout") is None:
        sys.modules.pop("pymupdf.layout", None)
        if hasattr(os, "nice"):
            os.nice(5)  # this is work for the background, and takes every core it gets
        import pymupdf.layout  # noqa: F401
