"""Typed plans: the kind of a question, and the cell that is written for it."""
