"""Themes are data: complete, readable, and applied everywhere at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import THEMES, themes
from app.ui.viewer import OverlayColors
from app.ui.window import MainWindow


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = []
    for value in QColor(colour).getRgbF()[:3]:
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_all_themes_have_the_same_names() -> None:
    light = themes()["light"]
    for theme in themes().values():
        assert theme.colours.keys() == light.colours.keys(), theme.name
        assert theme.code.keys() == light.code.keys(), theme.name
        assert theme.overlay.keys() == light.overlay.keys(), theme.name
        OverlayColors.from_mapping(theme.overlay)


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_words_can_be_read_on_every_ground(name: str) -> None:
    theme = themes()[name]
    least = 7.0 if name == "high-contrast" else 4.5
    for ground in ("window", "panel", "raised"):
        for words in ("text", "text_muted", "danger", "warning", "success", "accent"):
            ratio = contrast(theme.colours[words], theme.colours[ground])
            assert ratio >= least, f"{words} on {ground}: {ratio:.2f}"
    assert contrast(theme.colours["accent_text"], theme.colours["accent"]) >= least
    for tone in ("success", "warning", "danger", "accent"):
        assert contrast(theme.colours[tone], theme.colours[f"{tone}_soft"]) >= min(least, 4.5)


def test_the_style_sheet_uses_only_names_that_themes_have() -> None:
    text = (THEMES / "window.qss").read_text(encoding="utf-8")
    theme = themes()["light"]
    known = set(theme.colours) | {f"code_{key}" for key in theme.code}
    known |= {"mono", "canvas", "icon_check", "icon_close"}
    known |= {"icon_chevron_right", "icon_chevron_down"}
    assert set(re.findall(r"\$([a-z_]+)", text)) <= known


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_a_theme_colours_the_window_at_once(window: MainWindow, name: str) -> None:
    window.appearance.apply(name)
    picture = window.grab().toImage()
    theme = themes()[name]
    assert picture.pixelColor(5, window.height() - 60) == theme.colour("panel")
    assert picture.pixelColor(window.width() // 2, 8) == theme.colour("window")
    assert window.pane.viewer._area.colors.canvas == theme.overlay["canvas"]


def test_icons_take_the_colour_of_the_theme(window: MainWindow) -> None:
    seen = {}
    for name in ("light", "dark"):
        window.appearance.apply(name)
        picture = window.actions_["find"].icon().pixmap(32, 32).toImage()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(32)
            for y in range(32)
            if picture.pixelColor(x, y).alpha() == 255
        }
        seen[name] = colours
        assert themes()[name].colour("text_muted").name() in colours
    assert seen["light"] != seen["dark"]


def test_text_size_changes_all_text(window: MainWindow) -> None:
    before = window.panel.document_list.fontMetrics().height()
    window.looks.text_larger()
    window.looks.text_larger()
    assert window.question.box.fontMetrics().height() > before
    assert window.preferences.values.text_size == pytest.approx(1.3)


def test_icons_grow_with_the_text_in_steps(opened: MainWindow, qtbot: QtBot) -> None:
    opened.resize(1280, 720)
    find = next(b for b in opened.pane.findChildren(QToolButton)
                if b.defaultAction() is opened.actions_["find"])  # fmt: skip
    sides, heights = [], []
    for scale in (1.0, 1.25, 1.5, 1.75, 2.0):
        opened.appearance.apply("light", scale)
        qtbot.wait(50)
        sides.append((find.iconSize().width(), opened.question.run.iconSize().width()))
        heights.append(find.height())
        tabs = [opened.shell.left._group.button(at) for at in range(5)]
        edge = opened.shell.left.rect().right()
        assert all(tab.geometry().right() <= edge for tab in tabs), scale
        ratio = opened.devicePixelRatioF()
        side = opened.appearance.icon_px(18)
        assert opened.icons.pixmap("file", 18, ratio=ratio).width() == round(side * ratio), scale
    assert sides == [(18, 14), (22, 18), (27, 21), (32, 24), (32, 24)]
    assert heights == sorted(heights)
    opened.appearance.apply("light", 1.0)


def test_the_buttons_go_below_the_depths_where_there_is_no_room(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.resize(1280, 720)
    panel = opened.question
    for scale in (1.0, 2.0, 1.0):
        opened.appearance.apply("light", scale)
        qtbot.waitUntil(lambda: panel.depths.width() >= panel.depths.sizeHint().width())
        assert panel.contentsRect().contains(panel.run.geometry()), scale


def test_an_unknown_theme_counts_as_that_of_the_desktop(window: MainWindow) -> None:
    window.appearance.apply("chartreuse")
    assert window.appearance.choice == "system"


def test_the_theme_files_are_where_they_are_looked_for() -> None:
    assert {path.stem for path in Path(THEMES).glob("*.toml")} == set(themes())
