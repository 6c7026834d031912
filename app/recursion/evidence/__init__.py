"""Findings become evidence: figures, names and the judge, and what later text changes."""
