"""Keeps the translations in step with the sources.

    python packaging/translations.py            bring every .ts file up to date, and compile it
    python packaging/translations.py --check    say what is missing, and change nothing

A text of the window is marked with `self.tr`, `QCoreApplication.translate`, or a function of the
module that calls one of these with its own argument. What the rooms below say is read out of their
sources by `messages.py`, and listed in messages.json for the window to know it by. A .ts file is
Qt's own format: Qt Linguist opens it.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from messages import messages, report_texts

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"
MODELS = ROOT / "resources" / "models.toml"
RECIPES = ROOT / "resources" / "recipes"
TEMPLATES = ROOT / "resources" / "reports"
FOLDER = ROOT / "resources" / "translations"
MESSAGES = FOLDER / "messages.json"

_MARKERS = ("translate", "QT_TRANSLATE_NOOP")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text to translate, and the context that tells it from others of the same words."""

    context: str
    source: str


def texts() -> list[Text]:
    """Every text of the program that a person may read."""
    said = {Text(context, text) for context, known in below().items() for text in known}
    reports = {Text("report", text) for text in report_texts(APP / "reports", TEMPLATES)}
    recipes = {Text("recipe", text) for text in recipe_texts()}
    return sorted({*marked(APP / "ui"), *said, *reports, *recipes})


def recipe_texts() -> set[str]:
    """What the recipes that come with Pincite say."""
    found: set[str] = set()
    for path in RECIPES.glob("*.toml"):
        recipe = tomllib.loads(path.read_text("utf-8"))
        found |= {recipe["title"], recipe["description"]}
        found |= {question[part] for question in recipe["questions"] for part in ("text", "column")}
    return found


def below() -> dict[str, list[str]]:
    """What the rooms below the window say: whole texts, and phrases that stand in them."""
    found = messages(APP)
    models = tomllib.loads(MODELS.read_text("utf-8"))["models"]
    texts = found.texts | {entry["about"] for entry in models}
    return {"said": sorted(texts), "phrase": sorted(found.phrases)}


def listed() -> dict[str, list[str]]:
    """What the window knows the rooms below to say."""
    known: dict[str, list[str]] = json.loads(MESSAGES.read_text("utf-8"))
    return known


def marked(folder: Path) -> list[Text]:
    """Every text that is marked for translation in the sources below a folder."""
    found: set[Text] = set()
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        found.update(_Finder(_aliases(tree)).found_in(tree))
    return sorted(found)


class _Finder:
    """Finds the marked texts of one module."""

    def __init__(self, aliases: dict[str, str]) -> None:
        self._aliases = aliases

    def found_in(self, tree: ast.AST, owner: str = "", names: dict[str, str] | None = None
                 ) -> Iterator[Text]:  # fmt: skip
        """The texts below a node; `owner` is the class it stands in, `names` types by argument."""
        names = names or {}
        for node in ast.iter_child_nodes(tree):
            if isinstance(node, ast.ClassDef):
                yield from self.found_in(node, node.name, names)
            elif isinstance(node, ast.FunctionDef):
                yield from self.found_in(node, owner, names | _types(node))
            else:
                if isinstance(node, ast.Call):
                    text = self._text(node, owner, names)
                    if text is not None:
                        yield text
                yield from self.found_in(node, owner, names)

    def _text(self, call: ast.Call, owner: str, names: dict[str, str]) -> Text | None:
        literals = [a.value if isinstance(a, ast.Constant) else None for a in call.args]
        match call.func:
            case ast.Attribute(value=ast.Name(id=name), attr="tr"):
                context, said = (owner if name == "self" else names.get(name, "")), literals[0]
            case ast.Attribute(attr="translate") if len(literals) >= 2:
                context, said = str(literals[0] or ""), literals[1]
            case ast.Name(id=name) if name in self._aliases and literals:
                context, said = self._aliases[name], literals[0]
            case _:
                return None
        return Text(context, said) if isinstance(said, str) and said and context else None


def _types(function: ast.FunctionDef) -> dict[str, str]:
    """The classes that a function's arguments are said to be of."""
    return {
        argument.arg: argument.annotation.id
        for argument in function.args.args
        if isinstance(argument.annotation, ast.Name)
    }


def _aliases(tree: ast.Module) -> dict[str, str]:
    """Functions of a module that mark their own argument, each with its context."""
    found = {}
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.args.args:
            own = function.args.args[0].arg
            for call in ast.walk(function):
                if (
                    isinstance(call, ast.Call)
                    and getattr(call.func, "attr", getattr(call.func, "id", "")) in _MARKERS
                    and len(call.args) >= 2
                    and isinstance(call.args[0], ast.Constant)
                    and isinstance(call.args[1], ast.Name)
                    and call.args[1].id == own
                ):
                    found[function.name] = str(call.args[0].value)
    return found


def read(path: Path) -> dict[Text, str]:
    """The translations in a .ts file; "" for those that are unfinished."""
    known = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            said = message.find("translation")
            text = Text(name, message.findtext("source", ""))
            known[text] = "" if said is None or said.get("type") == "unfinished" else _said(said)
    return known


def _said(translation: ET.Element) -> str:
    """A translation; the forms for one and for many are parted by a bar where they differ."""
    forms = [form.text or "" for form in translation.findall("numerusform")]
    return "|".join(dict.fromkeys(forms)) if forms else translation.text or ""


def write(path: Path, language: str, translations: dict[Text, str]) -> None:
    """Write a .ts file."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for text, said in sorted(translations.items()):
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message")
        ET.SubElement(message, "source").text = text.source
        translation = ET.SubElement(message, "translation")
        if "%n" in text.source:
            message.set("numerus", "yes")
            one, _, many = said.partition("|")
            for form in (one, many or one):
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = said
        if not said:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    data = ET.tostring(root, encoding="unicode")
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{data}\n', encoding="utf-8"
    )


def unfinished(path: Path) -> list[Text]:
    """Texts of the sources that a .ts file has no translation for."""
    known = read(path)
    return [text for text in texts() if not known.get(text)]


def update(path: Path) -> list[Text]:
    """Take in new texts, drop those that are gone, compile; the texts that are unfinished.

    A new text whose words are translated elsewhere in the file begins with that translation.
    """
    known = read(path)
    elsewhere = {text.source: said for text, said in known.items() if said}
    merged = {text: known.get(text) or elsewhere.get(text.source, "") for text in texts()}
    write(path, path.stem.rpartition("_")[2], merged)
    compiled = path.with_suffix(".qm")
    subprocess.run(
        [str(Path(sys.executable).with_name("pyside6-lrelease")), "-silent", str(path), "-qm",
         str(compiled)],
        check=True,
    )  # fmt: skip
    return [text for text, said in merged.items() if not said]


def main() -> int:
    """Update or check every translation; 1 if any is unfinished."""
    check = "--check" in sys.argv[1:]
    if not check:
        MESSAGES.write_text(json.dumps(below(), ensure_ascii=False, indent=0) + "\n", "utf-8")
    status = 0
    for path in sorted(FOLDER.glob("*.ts")):
        left = unfinished(path) if check else update(path)
        for text in left:
            print(f"{path.name}: {text.context}: {text.source}")
        status = status or int(bool(left))
    return status


if __name__ == "__main__":
    sys.exit(main())
