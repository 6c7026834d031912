"""Recipes: sets of questions that a reviewer asks of one document after another."""
