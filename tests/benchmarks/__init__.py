"""Measurements: what Pincite costs on this machine."""
