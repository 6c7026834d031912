"""The recipes on this machine: those that come with Pincite, and the reviewer's own."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.config import RESOURCES, Paths
from app.errors import RecipeError
from app.recipes.recipe import MOST_BYTES, Recipe, check, is_id, parse

SHIPPED = RESOURCES / "recipes"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A recipe and where it comes from.

    Attributes:
        id: how it is named on the command line: its file's name without the ending.
        recipe: the recipe.
        path: of its file.
        own: whether it is the reviewer's own.
        shadows: whether it stands in place of one that comes with Pincite.
    """

    id: str
    recipe: Recipe
    path: Path
    own: bool = False
    shadows: bool = False


class RecipeShelf:
    """The recipes of one user. A recipe of their own stands in place of a shipped one of its id."""

    def __init__(self, paths: Paths, shipped: Path = SHIPPED) -> None:
        self._own = paths.recipes
        self._shipped = shipped

    def ids(self) -> list[str]:
        """The ids of all recipes, the shipped ones first; those of damaged files too."""
        return list(dict.fromkeys([*_stems(self._shipped), *_stems(self._own)]))

    def entries(self) -> tuple[list[Shelved], list[RecipeError]]:
        """All recipes, the shipped ones first, and an error for each file that is none."""
        found: list[Shelved] = []
        errors: list[RecipeError] = []
        for id in self.ids():
            try:
                found.append(self.get(id))
            except RecipeError as error:
                errors.append(error)
        return found, errors

    def get(self, id: str) -> Shelved:
        """The recipe of this id.

        Raises:
            RecipeError: if there is none, or its file is damaged; the hint says what to do.
        """
        known = self.ids()
        if id not in known:
            raise RecipeError(f"There is no recipe {id!r}.", f"There are: {', '.join(known)}.")
        own, shipped = self._own / f"{id}.toml", self._shipped / f"{id}.toml"
        if own.is_file():
            return Shelved(id, read(own), own, own=True, shadows=shipped.is_file())
        return Shelved(id, read(shipped), shipped)

    def find(self, name: str) -> Shelved:
        """The recipe of this id, or else the one in the file of this name.

        Raises:
            RecipeError: as `get`.
        """
        path = Path(name)
        if name not in self.ids() and path.suffix == ".toml":
            return Shelved(id_of(path), read(path), path, own=True)
        return self.get(name)

    def save(self, recipe: Recipe, id: str) -> Path:
        """Keep a recipe as the reviewer's own, in place of one of the same id; its file.

        The file is whole at any moment: a crash leaves the old one or the new one.

        Raises:
            RecipeError: if the recipe or the id can't be used, or the file can't be written.
        """
        if not is_id(id):
            raise RecipeError(
                f"{id!r} can't be the id of a recipe.", "Use small letters, digits and hyphens."
            )
        check(recipe, id)
        path = self._own / f"{id}.toml"
        try:
            _write_whole(path, recipe.to_toml())
        except OSError as error:
            raise RecipeError(
                f"{path} can't be written: {error.strerror or error}.", "Make room, or the folder."
            ) from error
        return path

    def remove(self, id: str) -> bool:
        """Delete a recipe of the reviewer's own; whether a shipped one now stands in its place.

        Raises:
            RecipeError: if there is none of their own.
        """
        shipped = id in _stems(self._shipped)
        path = self._own / f"{id}.toml"
        if not is_id(id) or not path.is_file():
            if shipped:
                raise RecipeError(
                    f"The recipe {id} comes with Pincite and stays.",
                    "Save one of your own under the same id to have another in its place.",
                )
            raise RecipeError(
                f"There is no recipe {id!r} of your own.",
                "Choose one of those that you saved.",
                "pincite recipe list",
            )
        path.unlink()
        return shipped


def read(path: Path) -> Recipe:
    """The recipe in a file.

    Raises:
        RecipeError: if it can't be read, or is none.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise RecipeError(f"{path.name} is too large to be a recipe.")
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise RecipeError(
            f"{path} can't be read: {error.strerror or error}.", "Look at its name and rights."
        ) from error
    except UnicodeDecodeError as error:
        raise RecipeError(f"{path.name} is not UTF-8 text.", "Save it as UTF-8.") from error
    return parse(text, path.name)


def id_of(path: Path) -> str:
    """The id of the recipe in a file: the file's name, in small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "recipe"


def _stems(folder: Path) -> Iterator[str]:
    """The ids of the files in a folder, by name."""
    if folder.is_dir():
        yield from sorted(path.stem for path in folder.glob("*.toml") if is_id(path.stem))


def _write_whole(path: Path, text: str) -> None:
    """Write a file beside its place and move it there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
