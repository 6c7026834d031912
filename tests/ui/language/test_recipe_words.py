"""The recipes that come with Pincite are offered and asked in the window's language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.config import Paths
from app.recipes.recipe import Question, Recipe, check
from app.recipes.shelf import SHIPPED, RecipeShelf, Shelved, read
from app.ui.language.languages import install
from app.ui.language.recipe_words import spoken
from app.ui.preferences import PreferencesFile
from app.ui.window import MainWindow


def test_recipes_speak_the_language_of_the_window(
    qapp: QApplication, paths: Paths, make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    before = QLocale()
    file = PreferencesFile(paths)
    file.values.language = "de"
    file.save()
    RecipeShelf(paths).save(
        Recipe(title="Termination", questions=(Question(id="a", text="Who?", column="Ends"),)),
        "mine",
    )
    try:
        window = make()
        window.desk.new()
        titles = window.shell.table.recipe
        qtbot.waitUntil(lambda: titles.count() > 2, timeout=60_000)
        shown = [titles.itemText(n) for n in range(titles.count())]
        assert "Kündigung" in shown
        assert "Termination" in shown, "a recipe of the reviewer's own stays as it is"
    finally:
        install(qapp, "en")
        QLocale.setDefault(before)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_recipe_is_whole_in_german(path: Path, qapp: QApplication) -> None:
    shelved = Shelved(path.stem, read(path), path)
    install(qapp, "de")
    try:
        german = spoken(shelved)
    finally:
        install(qapp, "en")
    check(german, path.stem)
    assert german.title != shelved.recipe.title
    for one, other in zip(german.questions, shelved.recipe.questions, strict=True):
        assert one.id == other.id and one.text != other.text
