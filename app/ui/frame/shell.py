"""What fills the window: every panel in its place, from the bar at the top to the line at the foot.

Which panels are open, and how large, is `Panels`' business; what they show is others'.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.background.pages import Pages
from app.ui.coverage.panel import CoveragePanel
from app.ui.frame.answer_side import AnswerSide
from app.ui.frame.bars import Footer, TopBar
from app.ui.frame.drop_sign import DropSign
from app.ui.frame.foot_side import FootSide
from app.ui.frame.left_side import LeftSide, Tab, Titled
from app.ui.frame.message_bar import MessageBar
from app.ui.frame.panels import Panels
from app.ui.frame.start_page import StartPage
from app.ui.marks.panel import MarksPanel
from app.ui.matter.desk import Desk
from app.ui.matter.panel import MatterPanel
from app.ui.models.card import ModelFetch
from app.ui.reading.navigator import Navigator
from app.ui.reading.side_by_side import SideBySide
from app.ui.tables.chronology_panel import ChronologyPanel
from app.ui.tables.table_panel import TablePanel
from app.ui.trace.panel import TracePanel
from app.ui.trace.step_words import StepWords
from app.ui.viewer import OutlinePanel, OverlayColors, ThumbnailList
from app.ui.widgets.layouts import column


class Shell(QWidget):
    """Documents and history at the left, the viewer, and question and answer at the right.

    Attributes:
        panel: documents and history.
        left: has `panel`, `outline` and `thumbnails` as tabs.
        pane: the viewer with its bar; `beside` a second one; `start` is shown in their place while
            there is no document.
        side: question, status and answer.
        below: under the viewer; has `trace`, `table` and `chronology` one behind the other.
        messages: float over the foot of the viewer; `drop_sign` covers it while files are dragged.
        top, foot: the bar at the top and the line at the foot.
        panels: opens, closes and sizes them.
        navigator: leads the viewer to places.
    """

    def __init__(
        self, desk: Desk, pages: Pages, actions: Actions, icons: Icons, fetch: ModelFetch
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self._icons = icons
        self._actions = actions
        self.panel = MatterPanel(icons, actions)
        self.reading = SideBySide(pages, desk, actions, icons)
        self.pane, self.beside = self.reading.pane, self.reading.beside
        self.navigator = Navigator(desk, self.pane, self)
        self.start = StartPage(icons, actions, fetch)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.start)
        self.left = self._make_left(icons, actions)
        self.middle.addWidget(self.reading)
        self.middle.setMinimumWidth(360)
        self.messages = MessageBar(icons, self.middle)
        self.drop_sign = DropSign(icons, self.middle)
        self.side = AnswerSide(icons, actions, desk, self.navigator.place_of)
        navigator = self.navigator
        words = StepWords(navigator.short_place_of, navigator.words_of)
        self.trace = TracePanel(icons, actions, navigator.place_of, words)
        self.table = TablePanel(icons)
        self.chronology = ChronologyPanel(desk, icons)
        self.below = FootSide(
            actions,
            {"trace": self.trace, "table": self.table, "chronology": self.chronology},
        )
        self.below.chosen.connect(self._below_chosen)
        self.panels = Panels(self.left, self.middle, self.side, self.below, actions, self)
        self.top = TopBar(actions, icons)
        self.foot = Footer()
        layout = column(self.top, self.panels.columns, self.foot)
        layout.setSpacing(0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _make_left(self, icons: Icons, actions: Actions) -> LeftSide:
        viewer = self.pane.viewer
        self.outline = OutlinePanel(viewer)
        self.thumbnails = ThumbnailList(viewer)
        self.coverage = CoveragePanel(icons)
        self.marks = MarksPanel(icons, actions)
        no_document = self.tr("No document is on show.")
        outline = Titled(self.tr("Outline"), self.outline, no_document)
        pages = Titled(self.tr("Pages"), self.thumbnails, no_document)
        for panel in (outline, pages):
            viewer.documentChanged.connect(panel.show_document)
        left = LeftSide(
            icons,
            [
                Tab(
                    "matter",
                    "briefcase",
                    actions["show_matter"],
                    self.panel,
                    self.panel.document_list,
                ),
                Tab("outline", "outline", actions["show_outline"], outline, self.outline.tree),
                Tab("pages", "grid", actions["show_pages"], pages, self.thumbnails),
                Tab(
                    "coverage",
                    "layers",
                    actions["show_coverage"],
                    self.coverage,
                    self.coverage.grid,
                ),
                Tab("marks", "highlight", actions["show_marks"], self.marks, self.marks.list),
            ],
        )
        icons.appearance.changed.connect(self._recolour)
        self._recolour()
        return left

    def _recolour(self) -> None:
        colours = OverlayColors.from_mapping(self._icons.appearance.theme.overlay)
        self.thumbnails.set_colors(colours)

    def show_matter(self) -> None:
        """Show documents and history at the left."""
        self._show_tab("matter")

    def show_outline(self) -> None:
        """Show the document's outline at the left."""
        self._show_tab("outline")

    def show_pages(self) -> None:
        """Show small pictures of the pages at the left."""
        self._show_tab("pages")

    def show_coverage(self) -> None:
        """Show at the left which pages were read."""
        self._show_tab("coverage")

    def show_trace(self, on: bool) -> None:
        """Open the trace below the viewer, or close what is open there."""
        if on:
            self.below.show_page("trace")
        self.panels.show_trace(on)

    def show_table(self) -> None:
        """Show the table below the viewer."""
        self.panels.open_wide()
        self._show_below("table", self.table.question)

    def show_chronology(self) -> None:
        """Show the chronology below the viewer."""
        self._show_below("chronology", self.chronology.view)

    def _show_below(self, key: str, focus: QWidget) -> None:
        self.panels.show_trace(True)
        self.below.show_page(key)
        focus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _below_chosen(self, key: str) -> None:
        if key == "chronology":
            self.chronology.refresh()

    def show_marks(self) -> None:
        """Show the marks at the left."""
        self._show_tab("marks")

    def _show_tab(self, key: str) -> None:
        self.panels.show_left(True)
        self.left.show_tab(key)
        self.left.focus_tab()

    def show_documents(self, on: bool) -> None:
        """Show the viewer, or the start page while there is no document to show."""
        self.middle.setCurrentWidget(self.reading if on else self.start)

    def show_drop(self, words: str) -> None:
        """Say what a drop of the files that are dragged would do; "": none are."""
        reading = self.middle.currentWidget() is self.reading
        self.start.set_hot(bool(words) and not reading)
        if words and reading:
            self.drop_sign.show_words(words)
        else:
            self.drop_sign.hide()

    def focus_question(self) -> None:
        """Put the cursor into the question box."""
        self.panels.show_right(True)
        self.side.question.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_panel(self) -> None:
        """Move the focus to the next panel that is open."""
        self._move_focus(1)

    def previous_panel(self) -> None:
        """Move the focus to the panel before."""
        self._move_focus(-1)

    def _move_focus(self, by: int) -> None:
        stops: list[QWidget] = [
            self.panel.document_list, self.panel.run_list, self.outline.tree, self.thumbnails,
            self.coverage.grid, self.marks.list,
            self.pane.viewer, self.beside.viewer,
            self.side.question.box, self.side.answer.scroller, self.trace.tree,
            self.table.grid, self.chronology.view,
        ]  # fmt: skip
        stops = [stop for stop in stops if stop.isVisible()]
        focus = self.window().focusWidget()
        at = next(
            (n for n, stop in enumerate(stops)
             if focus is not None and (stop is focus or stop.isAncestorOf(focus))),
            -1 if by > 0 else 0,
        )  # fmt: skip
        if stops:
            stops[(at + by) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)
