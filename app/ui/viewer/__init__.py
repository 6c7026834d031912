"""The document viewer: pages, overlays, selection, find, and the small widgets around it."""

from app.ui.viewer.base import Mark, OverlayColors, PageImage, PageSource
from app.ui.viewer.outline import OutlinePanel
from app.ui.viewer.thumbnails import ThumbnailList
from app.ui.viewer.widget import DocumentViewer

__all__ = [
    "DocumentViewer",
    "Mark",
    "OutlinePanel",
    "OverlayColors",
    "PageImage",
    "PageSource",
    "ThumbnailList",
]
