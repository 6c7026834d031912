"""The recipes that come with Pincite, and the reviewer's own in their place."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from app.config import Paths
from app.errors import RecipeError
from app.recipes.recipe import Question, Recipe
from app.recipes.shelf import SHIPPED, RecipeShelf, id_of, read

OWN = Recipe(
    title="Rent", questions=(Question(id="rent", text="What is the rent?", column="Rent"),)
)
PROMISED = {
    "key-dates", "obligations", "liability", "termination", "unusual-clauses", "medications",
    "allergies", "chronology", "abnormal-results", "gaps",
}  # fmt: skip


@pytest.fixture
def shelf(paths: Paths) -> RecipeShelf:
    return RecipeShelf(paths)


def test_the_promised_recipes_come_with_pincite_and_are_right(shelf: RecipeShelf) -> None:
    found, errors = shelf.entries()
    assert errors == []
    assert {shelved.id for shelved in found} >= PROMISED
    for shelved in found:
        recipe = shelved.recipe
        assert not shelved.own
        assert recipe.field in ("law", "medicine")
        assert recipe.description
        assert len(recipe.questions) >= 5
        assert all(q.text.endswith(("?", ".")) for q in recipe.questions), shelved.id
        assert len({q.id for q in recipe.in_columns}) == len(recipe.questions), shelved.id


def test_ones_own_recipe_is_kept_and_listed_after_the_shipped(
    shelf: RecipeShelf, paths: Paths
) -> None:
    path = shelf.save(OWN, "rent")
    assert path.parent == paths.recipes
    assert shelf.ids()[-1] == "rent"
    shelved = RecipeShelf(paths).get("rent")
    assert (shelved.recipe, shelved.own, shelved.shadows) == (OWN, True, False)


def test_ones_own_stands_in_place_of_a_shipped_one_until_it_is_removed(shelf: RecipeShelf) -> None:
    shipped = shelf.get("termination").recipe
    shelf.save(OWN, "termination")
    assert shelf.get("termination").shadows
    assert shelf.get("termination").recipe == OWN
    assert shelf.ids().count("termination") == 1
    assert shelf.remove("termination")
    assert shelf.get("termination").recipe == shipped
    assert (SHIPPED / "termination.toml").is_file()


def test_what_comes_with_pincite_can_not_be_removed(shelf: RecipeShelf) -> None:
    with pytest.raises(RecipeError, match="comes with Pincite"):
        shelf.remove("termination")
    with pytest.raises(RecipeError, match="of your own"):
        shelf.remove("nothing")


@pytest.mark.parametrize("id", ["../rent", "Rent", "", "rent/x", "a" * 81, ".rent", "rent "])
def test_an_id_is_never_a_path(shelf: RecipeShelf, paths: Paths, id: str) -> None:
    with pytest.raises(RecipeError):
        shelf.save(OWN, id)
    with pytest.raises(RecipeError):
        shelf.get(id)
    with pytest.raises(RecipeError):
        shelf.remove(id)
    assert not paths.recipes.exists()


def test_a_recipe_that_is_wrong_is_not_kept(shelf: RecipeShelf, paths: Paths) -> None:
    with pytest.raises(RecipeError):
        shelf.save(msgspec.structs.replace(OWN, title=" "), "rent")
    assert not (paths.recipes / "rent.toml").exists()


def test_a_write_that_fails_leaves_the_old_recipe(
    shelf: RecipeShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shelf.save(OWN, "rent")

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(RecipeError, match="No space left"):
        shelf.save(msgspec.structs.replace(OWN, title="Other"), "rent")
    assert read(path) == OWN
    assert [each.name for each in path.parent.iterdir()] == ["rent.toml"]


def test_a_damaged_file_is_named_and_holds_up_no_other(shelf: RecipeShelf, paths: Paths) -> None:
    paths.recipes.mkdir(parents=True)
    (paths.recipes / "broken.toml").write_text("title = ")
    (paths.recipes / "latin.toml").write_bytes("title = 'é'".encode("latin-1"))
    (paths.recipes / "huge.toml").write_bytes(b"#" * 300_000)
    (paths.recipes / "Not An Id.toml").write_text("")
    found, errors = shelf.entries()
    assert {shelved.id for shelved in found} >= PROMISED
    assert len(errors) == 3
    for error, name in zip(errors, ("broken", "huge", "latin"), strict=True):
        assert f"{name}.toml" in error.message


def test_a_recipe_is_found_by_its_file_too(shelf: RecipeShelf, tmp_path: Path) -> None:
    path = tmp_path / "My Rent.toml"
    path.write_text(OWN.to_toml())
    shelved = shelf.find(str(path))
    assert (shelved.id, shelved.recipe) == ("my-rent", OWN)
    assert id_of(Path("§.toml")) == "recipe"
    with pytest.raises(RecipeError, match="can't be read"):
        shelf.find(str(tmp_path / "gone.toml"))
    with pytest.raises(RecipeError) as caught:
        shelf.find("gone")
    assert "key-dates" in caught.value.hint
