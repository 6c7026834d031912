"""Reading recipes, and making and keeping one's own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QWidget

from app.errors import RecipeError
from app.recipes.recipe import Recipe
from app.recipes.shelf import RecipeShelf, Shelved, id_of
from app.ui.appearance.icons import Icons
from app.ui.language.recipe_words import spoken
from app.ui.language.said import explained
from app.ui.recipes.form import RecipeForm
from app.ui.recipes.shelf_model import ShelfModel
from app.ui.widgets.basic import announce, label, restyle
from app.ui.widgets.buttons import push_button
from app.ui.widgets.card_list import CardList
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.layouts import column, row


class RecipeDialog(QDialog):
    """The recipes in a list, and the chosen one in a form; what is saved is the reviewer's own.

    Attributes:
        list: the recipes.
        form: the one that is chosen.
        new, copy, remove, save: the buttons.
        said: what came of the last one.

    Signals:
        saved: recipes were saved or removed.
    """

    saved = Signal()

    def __init__(self, shelf: RecipeShelf, icons: Icons, chosen: str, parent: QWidget) -> None:
        """`chosen` is the id of the recipe to begin with, or ""."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recipes"))
        self._shelf = shelf
        self._appearance = icons.appearance
        self._shown: Shelved | None = None
        self._before = Recipe(title="", questions=())
        self.model = ShelfModel(self)
        self.list = CardList(1, icons, self.tr("Recipes"))
        self.list.setModel(self.model)
        self.list.setObjectName("card")
        self.form = RecipeForm(icons)
        self.new = push_button(self.tr("New"), "", icons, "plus")
        self.copy = push_button(self.tr("Copy"), "", icons, "copy")
        self.copy.setToolTip(self.tr("Make another one out of this"))
        self.remove = push_button(self.tr("Delete"), "", icons, "trash")
        self.save = push_button(self.tr("Save"), "primary")
        self.said = label("", "muted", wrap=True)
        self._lay_out()
        self._load(chosen or next(iter(shelf.ids()), ""))
        self._connect()

    def _lay_out(self) -> None:
        lead = label(
            self.tr(
                "A recipe is a set of questions to ask of one document after another. Change one "
                "and save it as your own; those that come with Pincite can be had back."
            ),
            "muted",
            wrap=True,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        left = column(self.list, 8, row(self.new, self.copy, self.remove, 0))
        middle = row(left, 18, self.form)
        middle.setStretch(0, 2)
        middle.setStretch(2, 5)
        foot = row(self.said, self.save, buttons)
        foot.setStretch(0, 1)
        layout = column(lead, 10, middle, 6, foot, margins=(24, 20, 24, 16))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Wide enough to read questions, in any size of text, if the screen is."""
        wanted = QSize(self._appearance.px(1040), self._appearance.px(640))
        return wanted.boundedTo(self.screen().availableSize() - QSize(40, 60))

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self._chosen)
        self.list.delete_pressed.connect(self._ask_remove)
        self.form.changed.connect(self._show_possible)
        self.new.clicked.connect(self._new)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self._ask_remove)
        self.save.clicked.connect(self._save)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.form.recipe != self._before

    def reject(self) -> None:
        """Close, unless something would be lost that the reviewer wants kept."""
        self._leave(lambda: super(RecipeDialog, self).reject())

    def _load(self, then: str) -> None:
        """Look at the recipes anew, and show one of them."""
        found, errors = self._shelf.entries()
        self.model.set_recipes(found)
        self._go_to(then)
        if errors:
            self._say("\n".join(explained(error) for error in errors), "warning")

    def _show(self, shelved: Shelved | None) -> None:
        """Show a recipe, or an empty one."""
        self._shown = shelved
        self._edit(spoken(shelved) if shelved else Recipe(title="", questions=()))
        self._before = self.form.recipe
        self._show_possible()

    def _edit(self, recipe: Recipe) -> None:
        self.form.show_recipe(recipe)
        self._say("")

    def _show_possible(self) -> None:
        own = self._shown is not None and self._shown.own
        back = self._shown is not None and self._shown.shadows
        self.remove.setText(self.tr("Pincite's again") if back else self.tr("Delete"))
        self.remove.setEnabled(own)
        self.copy.setEnabled(self._shown is not None)
        self.save.setEnabled(self.is_changed)

    def _chosen(self, _now: QItemSelection, _before: QItemSelection) -> None:
        """Another line was chosen; the one before stays until what was typed in it is settled."""
        index = self.list.currentIndex()
        wanted = self.model.recipe(index)
        if wanted is None or wanted == self._shown:
            return
        if self.is_changed:
            self.list.choose(self._index_shown())
        self._leave(lambda: self._go_to(wanted.id))

    def _go_to(self, recipe_id: str) -> None:
        index = self.model.index_of(recipe_id)
        self._show(self.model.recipe(index))
        self.list.choose(index)

    def _index_shown(self) -> QModelIndex:
        return self.model.index_of(self._shown.id) if self._shown else QModelIndex()

    def _new(self) -> None:
        self._leave(self._begin)

    def _begin(self, recipe: Recipe | None = None) -> None:
        """Begin a recipe that is not on the shelf yet."""
        self._show(None)
        self.list.choose(QModelIndex())
        if recipe is not None:
            self._edit(recipe)
            self._show_possible()
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.title.selectAll()

    def _copy(self) -> None:
        made = self.form.recipe
        self._begin(replace(made, title=self.tr("{title} (copy)").format(title=made.title)))

    def _leave(self, then: Callable[[], object]) -> None:
        """Do something that what was typed would be lost by; ask first where there is something."""
        if not self.is_changed:
            then()
            return
        box = ChoiceBox(
            self.tr("Recipes"),
            self.tr("“{title}” was changed.").format(title=self.form.recipe.title),
            self.tr("Save it as your own, or lose the changes?"),
            self,
        )

        def save() -> None:
            if self._save():
                then()

        def lose() -> None:
            self._before = self.form.recipe
            then()

        box.offer(self.tr("&Save"), save)
        box.offer(self.tr("&Lose the changes"), lose, QMessageBox.ButtonRole.DestructiveRole)
        box.open()

    def _save(self) -> bool:
        """Keep what is shown as the reviewer's own; whether that went well."""
        made = self.form.recipe
        recipe_id = self._shown.id if self._shown else self._new_id(made.title)
        try:
            self._shelf.save(made, recipe_id)
        except RecipeError as error:
            self._say(explained(error), "warning")
            return False
        self._load(recipe_id)
        self._say(self.tr("Saved. A table can be filled with it."), "success")
        self.saved.emit()
        return True

    def _new_id(self, title: str) -> str:
        plain, taken = id_of(Path(title)), set(self._shelf.ids())
        return next(
            id for n in count(1) if (id := plain if n == 1 else f"{plain}-{n}") not in taken
        )

    def _ask_remove(self) -> None:
        shown = self._shown
        if shown is None or not shown.own:
            return
        below = (
            self.tr("The one that comes with Pincite will be in its place.")
            if shown.shadows
            else self.tr("Its questions will be gone; answers to them stay.")
        )
        question = self.tr("Delete your recipe “{title}”?").format(title=shown.recipe.title)
        box = ChoiceBox(self.tr("Recipes"), question, below, self)
        box.offer(
            self.tr("&Delete"), lambda: self._remove(shown), QMessageBox.ButtonRole.DestructiveRole
        )
        box.open()

    def _remove(self, shown: Shelved) -> None:
        try:
            self._shelf.remove(shown.id)
        except RecipeError as error:
            self._say(explained(error), "warning")
            return
        self._load(shown.id if shown.shadows else next(iter(self._shelf.ids()), ""))
        self._say(self.tr("Deleted."))
        self.saved.emit()

    def _say(self, words: str, role: str = "muted") -> None:
        restyle(self.said, role=role)
        self.said.setText(words)
        if words:
            announce(self.said, words)
