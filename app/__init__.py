"""Pincite: offline review of long documents, every claim led back to its passage."""

__version__ = "0.1.0"
