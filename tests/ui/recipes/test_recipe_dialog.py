"""A reviewer reads the recipes, changes one, makes their own, and has Pincite's back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.config import Paths
from app.recipes.recipe import Question
from app.recipes.shelf import RecipeShelf
from app.ui.recipes.dialog import RecipeDialog
from app.ui.recipes.question_model import TEXT, TITLE, VALUE, QuestionModel
from app.ui.recipes.shelf_model import ShelfModel
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
ASKED = "Which law governs the agreement?"


@pytest.fixture
def shelf(paths: Paths) -> RecipeShelf:
    return RecipeShelf(paths)


@pytest.fixture
def dialog(opened: MainWindow, qtbot: QtBot) -> RecipeDialog:
    opened.shell.show_table()
    opened.shell.table.choose_recipe("termination")
    qtbot.mouseClick(opened.shell.table.edit, LEFT)
    found = opened.findChild(RecipeDialog)
    qtbot.waitExposed(found)
    return found


def type_over(qtbot: QtBot, line: QLineEdit, words: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)


def type_in_cell(qtbot: QtBot, words: str) -> None:
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not editor)


def answer(dialog: RecipeDialog, words: str, qtbot: QtBot) -> None:
    box = dialog.findChild(ChoiceBox)
    button = next(b for b in box.findChildren(QAbstractButton) if b.text() == words)
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: not (isValid(box) and box.isVisible()))


def test_it_opens_with_the_recipe_that_the_table_has(
    dialog: RecipeDialog, shelf: RecipeShelf
) -> None:
    recipe = shelf.get("termination").recipe
    assert dialog.form.recipe == recipe
    assert dialog.form.questions.rowCount() == len(recipe.questions)
    assert not dialog.save.isEnabled() and not dialog.remove.isEnabled()


def test_a_question_is_added_by_key_saved_and_a_column_of_the_table(
    dialog: RecipeDialog, opened: MainWindow, shelf: RecipeShelf, qtbot: QtBot
) -> None:
    before = shelf.get("termination").recipe
    qtbot.mouseClick(dialog.form.add, LEFT)
    type_in_cell(qtbot, ASKED)
    assert dialog.save.isEnabled()
    qtbot.mouseClick(dialog.save, LEFT)
    saved = shelf.get("termination")
    assert saved.own and saved.shadows
    assert saved.recipe.questions[:-1] == before.questions
    assert (saved.recipe.questions[-1].text, saved.recipe.questions[-1].column) == (ASKED, ASKED)
    assert ASKED in [column.text for column in opened.tables.table.columns]
    assert not dialog.save.isEnabled()
    assert dialog.said.text().startswith("Saved")


def test_pincites_recipe_can_be_had_back(
    dialog: RecipeDialog, shelf: RecipeShelf, qtbot: QtBot
) -> None:
    type_over(qtbot, dialog.form.title, "Ending")
    qtbot.mouseClick(dialog.save, LEFT)
    assert shelf.get("termination").recipe.title == "Ending"
    assert dialog.remove.text() == "Pincite's again"
    qtbot.mouseClick(dialog.remove, LEFT)
    answer(dialog, "&Delete", qtbot)
    assert not shelf.get("termination").own
    assert dialog.form.title.text() == shelf.get("termination").recipe.title


def test_a_recipe_of_ones_own_is_made_from_nothing_and_deleted(
    dialog: RecipeDialog, shelf: RecipeShelf, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.new, LEFT)
    qtbot.keyClicks(QApplication.focusWidget(), "Law and courts")
    qtbot.mouseClick(dialog.save, LEFT)
    assert "question" in dialog.said.text(), "one without questions can't be saved"
    qtbot.mouseClick(dialog.form.add, LEFT)
    type_in_cell(qtbot, f"  {ASKED} ")
    qtbot.mouseClick(dialog.save, LEFT)
    made = shelf.get("law-and-courts")
    assert made.own and [question.text for question in made.recipe.questions] == [ASKED]
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    answer(dialog, "&Delete", qtbot)
    assert "law-and-courts" not in shelf.ids()


def test_a_copy_gets_a_place_of_its_own(
    dialog: RecipeDialog, shelf: RecipeShelf, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.copy, LEFT)
    qtbot.mouseClick(dialog.save, LEFT)
    copied = shelf.get("termination-copy").recipe
    assert copied.questions == shelf.get("termination").recipe.questions
    assert not shelf.get("termination").own


@pytest.mark.parametrize(("button", "kept"), [("&Save", True), ("&Lose the changes", False)])
def test_changes_are_not_lost_unasked(
    dialog: RecipeDialog, shelf: RecipeShelf, qtbot: QtBot, button: str, kept: bool
) -> None:
    type_over(qtbot, dialog.form.about, "When it ends.")
    other = dialog.model.index_of("key-dates")
    dialog.list.scrollTo(other)
    at = dialog.list.visualRect(other).center()
    qtbot.mouseClick(dialog.list.viewport(), LEFT, pos=at)
    assert dialog.form.about.text() == "When it ends.", "it stays until that is settled"
    assert dialog.list.currentIndex() == dialog.model.index_of("termination")
    answer(dialog, button, qtbot)
    assert shelf.get("termination").own == kept
    assert dialog.form.recipe == shelf.get("key-dates").recipe
    assert dialog.list.currentIndex() == dialog.model.index_of("key-dates")


def test_esc_asks_before_it_loses_changes_and_cancel_stays(
    dialog: RecipeDialog, qtbot: QtBot
) -> None:
    type_over(qtbot, dialog.form.title, "Ending")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    answer(dialog, "Cancel", qtbot)
    assert dialog.isVisible() and dialog.form.title.text() == "Ending"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    answer(dialog, "&Lose the changes", qtbot)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_closing_its_window_asks_too_and_nothing_of_it_stays(
    dialog: RecipeDialog, qtbot: QtBot
) -> None:
    type_over(qtbot, dialog.form.title, "Ending")
    assert not dialog.close()
    answer(dialog, "Cancel", qtbot)
    assert dialog.isVisible()
    type_over(qtbot, dialog.form.title, "Termination")
    assert dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_questions_are_moved_and_taken_out(dialog: RecipeDialog, qtbot: QtBot) -> None:
    form = dialog.form
    texts = [question.text for question in form.recipe.questions]
    form.grid.setCurrentIndex(form.questions.index(0, TEXT))
    assert not form.up.isEnabled()
    qtbot.mouseClick(form.down, LEFT)
    assert [q.text for q in form.recipe.questions][:2] == [texts[1], texts[0]]
    qtbot.mouseClick(form.take_out, LEFT)
    assert texts[0] not in [q.text for q in form.recipe.questions]


def test_what_a_column_holds_is_chosen(dialog: RecipeDialog, qtbot: QtBot) -> None:
    form = dialog.form
    index = form.questions.index(0, VALUE)
    form.grid.setCurrentIndex(index)
    form.grid.edit(index)
    box = form.grid.findChild(QComboBox)
    box.setCurrentIndex(0)
    while box.currentData() != "number":
        qtbot.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert form.recipe.questions[0].value == "number"


def test_a_damaged_file_is_named_and_the_others_are_there(
    opened: MainWindow, paths: Paths, qtbot: QtBot
) -> None:
    paths.recipes.mkdir(parents=True)
    (paths.recipes / "mine.toml").write_text("title =", encoding="utf-8")
    opened.actions_["recipes"].trigger()
    dialog = opened.findChild(RecipeDialog)
    assert "mine.toml" in dialog.said.text()
    assert dialog.model.rowCount() == len(RecipeShelf(paths).ids()) - 1


def test_the_list_of_recipes_keeps_qts_rules(
    shelf: RecipeShelf, qtmodeltester: ModelTester
) -> None:
    listed = ShelfModel()
    qtmodeltester.check(listed)
    listed.set_recipes(shelf.entries()[0])


def test_the_table_of_questions_keeps_qts_rules(
    shelf: RecipeShelf, qtmodeltester: ModelTester
) -> None:
    questions = QuestionModel()
    qtmodeltester.check(questions)
    questions.show(shelf.get("key-dates").recipe.questions)
    questions.setData(questions.add(), "What?")
    assert questions.move(questions.rowCount() - 1, -1) == questions.rowCount() - 2
    questions.take_out(0)


def test_what_is_not_edited_stays_with_a_question() -> None:
    model = QuestionModel()
    model.show([Question(id="a", text="What?", column="A", plan="list", value="date")])
    model.setData(model.index(0, TEXT), "Which?")
    model.setData(model.index(0, TITLE), "")
    assert model.questions == (
        Question(id="a", text="Which?", column="Which?", plan="list", value="date"),
    )
