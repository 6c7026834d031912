"""Recipes in the reviewer's language: those that come with Pincite are written in English."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.recipes.recipe import Recipe
from app.recipes.shelf import Shelved


def spoken(shelved: Shelved) -> Recipe:
    """A recipe as the reviewer reads it and as it is asked; one of their own stays as it is.

    An answer comes in the language of its question, so the questions are put in that of the window.
    """
    recipe = shelved.recipe
    if shelved.own:
        return recipe
    return replace(
        recipe,
        title=_tr(recipe.title),
        description=_tr(recipe.description),
        questions=tuple(
            replace(question, text=_tr(question.text), column=_tr(question.column))
            for question in recipe.questions
        ),
    )


def suggested(recipes: Iterable[Recipe], most: int = 4) -> list[str]:
    """The first questions of some recipes, those of different fields in turn."""
    fields: dict[str, list[str]] = {}
    for recipe in recipes:
        fields.setdefault(recipe.field, []).append(recipe.questions[0].text)
    turns = zip_longest(*fields.values())
    return [text for text in chain.from_iterable(turns) if text][:most]


def _tr(text: str) -> str:
    return QCoreApplication.translate("recipe", text)
