"""This machine: what it has for a model, and what was found to run fastest on it."""
