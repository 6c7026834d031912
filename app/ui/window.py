"""The main window: puts the parts together and keeps what is possible in step with what is so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from app.config import RESOURCES
from app.engine.server.settings import ServerSettings
from app.recursion.budget import Depth
from app.tables.chronology import Entry
from app.tables.table import Cell
from app.ui.actions.actions import Actions
from app.ui.appearance.icons import Icons
from app.ui.appearance.looks import Looks
from app.ui.appearance.theme import Appearance
from app.ui.background.pages import Pages
from app.ui.background.writer import Writer
from app.ui.following import Following
from app.ui.frame.crash import CrashGuard
from app.ui.frame.dialogs import Dialogs
from app.ui.frame.drops import Drops
from app.ui.frame.editing import Editing
from app.ui.frame.focus_order import move_focus
from app.ui.frame.menus import Menus
from app.ui.frame.shell import Shell
from app.ui.marks.commands import MarkCommands
from app.ui.marks.marked_copy import MarkedCopy
from app.ui.marks.marks import Marks
from app.ui.matter.commands import MatterCommands
from app.ui.matter.desk import Desk
from app.ui.matter.exports import Exports
from app.ui.matter.leaving import Leaving
from app.ui.matter_view import MatterView
from app.ui.model_choice import ModelChoice
from app.ui.models.card import ModelFetch
from app.ui.possible import possible
from app.ui.preferences import PreferencesFile
from app.ui.reading.links import OutsideLinks
from app.ui.runs.asking import Asking
from app.ui.runs.presenter import RunPresenter
from app.ui.runs.views import Views
from app.ui.tables.table_desk import TableDesk
from app.ui.viewer import DocumentViewer


class MainWindow(QMainWindow):
    """One matter, with everything a reviewer does to it.

    Attributes:
        desk: the matter and what works on it.
        shell: the panels; those that handlers of actions are found through stand here again.
        runs: shows runs; `asking` begins them.
        view: shows the matter.
        model: which model answers.
        looks: theme, size of text; `following` whether the view follows the reading.
    """

    def __init__(
        self,
        desk: Desk,
        fetch: ModelFetch,
        preferences: PreferencesFile,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pincite")
        self.setWindowIcon(QIcon(str(RESOURCES / "icons" / "pincite.svg")))
        self.setMinimumSize(960, 600)
        self.desk = desk
        self.fetch = fetch
        self.preferences = preferences
        self.appearance = appearance
        for part in (desk, fetch, appearance):
            part.setParent(self)
        self.guard = CrashGuard(self)
        self.icons = Icons(appearance)
        self.looks = Looks(self, appearance, preferences)
        self.actions_ = Actions(self, self.icons)
        server = ServerSettings(desk.paths)
        self.dialogs = Dialogs(self.actions_, self.icons, preferences, fetch, server, self)
        self.pages = Pages(self)
        self._take_panels(Shell(desk, self.pages, self.actions_, self.icons, fetch))
        self.matter = MatterCommands(desk, self.pages, self)
        Drops(self, self.matter, self.shell.show_drop)
        self.writer = Writer(self)
        self.exports = Exports(desk, self.writer, self)
        self.exports.run_on_show = self._run_on_show
        self.model = ModelChoice(desk, fetch, self.dialogs, preferences, self.shell, self)
        self._make_runs()
        self._make_tables()
        self.view = MatterView(desk, self.shell, self.matter, self.runs, preferences, self)
        self.view.watch(self.pages, self.writer)
        self.links = OutsideLinks(self)
        self.editing = Editing(self.shell.reading, self.actions_, self)
        self._make_marks()
        self.menus = Menus(self, self.actions_, self.shell.top.matter, desk, preferences)
        self._connect()
        self.question.depths.choose(preferences.values.depth)
        self.question.box.setFocus()
        self.model.offer()
        self.update_actions()

    def _make_runs(self) -> None:
        """From a question to a run, and what shows one."""
        desk, preferences = self.desk, self.preferences
        views = Views(
            self.question, self.status, self.answer, self.trace, self.navigator,
            self.shell.side.replay,
        )  # fmt: skip
        self.runs = RunPresenter(desk, views, self)
        self.runs.initials = preferences.values.initials
        self.asking = Asking(desk, views, self.runs, self._viewer_on_hand)
        self.asking.ready = self.model.ready
        self.model.run = self.asking.start
        switch = self.actions_["following"]
        self.following = Following(self.shell, desk.runner, self.runs, preferences, switch, self)

    def _make_tables(self) -> None:
        """The table of documents by questions, and the chronology."""
        self.tables = TableDesk(self.desk, self.shell.table, self.exports, self)
        self.tables.ready = self._ready
        self.tables.depth = self._chosen_depth
        self.tables.accept = self.model.accepted
        self.tables.cell_opened.connect(self._cell_opened)
        self.tables.changed.connect(self.update_actions)
        self.shell.chronology.entry_opened.connect(self._entry_opened)
        self.shell.chronology.recipe_asked.connect(self._recipe_asked)

    def _make_marks(self) -> None:
        """The reviewer's marks: kept, listed at the left, made in the viewer."""
        listed, beside = self.shell.marks, self.shell.beside
        self.marks = Marks(self.desk, self.navigator, self.matter.undo_stack, self)
        self.marks.initials = self.preferences.values.initials
        self.marking = MarkCommands(self.marks, self._viewer_on_hand, self)
        for one in (self.pane.viewer, beside.viewer):
            one.markAsked.connect(self.marking.asked)
        self.marked_copy = MarkedCopy(self.writer, self.pages, self.marks, self.navigator, self)
        self.marks.changed.connect(listed.set_marks)
        self.marks.changed.connect(self.update_actions)
        self.navigator.marked.connect(beside.set_marks)
        listed.span_chosen.connect(self.navigator.show_span)
        listed.edit_asked.connect(self.marking.edit)
        listed.remove_asked.connect(self.marking.remove)

    def _viewer_on_hand(self) -> DocumentViewer:
        return self.viewer

    def _take_panels(self, shell: Shell) -> None:
        self.shell = shell
        self.setCentralWidget(shell)
        self.panel = shell.panel
        self.pane = shell.pane
        self.start = shell.start
        self.middle = shell.middle
        self.messages = shell.messages
        self.question = shell.side.question
        self.status = shell.side.status
        self.answer = shell.side.answer
        self.trace = shell.trace
        self.panels = shell.panels
        self.top = shell.top
        self.foot = shell.foot
        self.navigator = shell.navigator

    def _connect(self) -> None:
        desk = self.desk
        for part in (desk, desk.runner, self.writer):
            part.failed.connect(self.messages.tell_error)
            part.crashed.connect(self.guard.caught)
        self.fetch.crashed.connect(self.guard.caught)
        self.guard.counted.connect(self.foot.show_errors)
        self.foot.errors.clicked.connect(self.guard.show_waiting)
        desk.may_stop = Leaving(self).ask
        self.matter.undo_stack.indexChanged.connect(self.update_actions)
        self.view.opened.connect(self.model.offer)
        self.view.changed.connect(self.update_actions)
        self.runs.changed.connect(self.update_actions)
        self.runs.unsigned.connect(self._ask_initials)
        for one in (self.pane.viewer, self.shell.beside.viewer):
            one.citationClicked.connect(self.answer.set_active)
            one.linkActivated.connect(self.links.ask)
            one.selectionChanged.connect(self.update_actions)
            one.historyChanged.connect(self.update_actions)
        self.shell.reading.viewer_changed.connect(self.update_actions)
        self.question.depth_changed.connect(self._depth_changed)
        self.editing.changed.connect(self.update_actions)
        self.dialogs.failed.connect(self.messages.tell_error)
        self.dialogs.initials_set.connect(self.runs.sign)
        self.dialogs.preferences_changed.connect(self._preferences_changed)

    # -- what is so ------------------------------------------------------------------------------

    @property
    def viewer(self) -> DocumentViewer:
        """The viewer, for actions."""
        return self.shell.reading.viewer

    def update_actions(self) -> None:
        """Enable what is possible now."""
        self.actions_.set_state(possible(self))
        self.following.refresh()

    def _run_on_show(self) -> tuple[str, str]:
        shown = self.runs.shown
        return (shown.id, shown.question) if shown is not None else ("", "")

    def _ready(self) -> bool:
        return self.asking.ready()

    def _chosen_depth(self) -> Depth:
        return self.question.chosen_depth

    def _cell_opened(self, cell: Cell) -> None:
        """A cell of the table: its run at the right, its first passage in the viewer."""
        self.runs.show_run(cell.run)
        if cell.citations:
            self.navigator.show_citation(cell.citations[0])
        else:
            self.navigator.show_document(cell.row)

    def _entry_opened(self, entry: Entry) -> None:
        """A line of the chronology: its passage in the viewer, its run at the right."""
        self.runs.show_run(entry.run)
        self.navigator.show_citation(entry.citation)

    def _recipe_asked(self, recipe_id: str) -> None:
        self.shell.show_table()
        self.shell.table.choose_recipe(recipe_id)

    # -- preferences -----------------------------------------------------------------------------

    def _preferences_changed(self) -> None:
        self.model.preferences_changed()
        self.runs.initials = self.marks.initials = self.preferences.values.initials
        self.preferences.save()

    def _ask_initials(self) -> None:
        """Once: a verdict that nobody signed says less in a report."""
        self.runs.unsigned.disconnect(self._ask_initials)
        self.messages.tell(
            self.tr("Verdicts are kept with your initials, once these are set."),
            self.tr("Set initials"),
            self.dialogs.show_initials,
        )

    def _depth_changed(self, depth: str) -> None:
        self.preferences.values.depth = depth
        self.tables.tell_time()

    # -- Qt's events -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc peels one layer: find bar, message, replay, full screen, active citation."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.pane.viewer.is_finding:
            self.pane.viewer.close_find()
        elif self.messages.isVisible():
            self.messages.hide()
        elif self.runs.replaying:
            self.runs.leave_replay()
        elif self.isFullScreen():
            self.actions_["full_screen"].trigger()
        else:
            self.answer.set_active(0)
            self.pane.viewer.set_active_citation(None)
            self.pane.viewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the window as it is read."""
        return move_focus(self, next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what goes on, keep what is set, and close the matter."""
        self.view.keep_layout()
        self.looks.keep_place()
        self.preferences.save()
        self.hide()
        self.runs.stop_replay()
        self.pane.viewer.shutdown()
        self.shell.beside.viewer.shutdown()
        self.pages.close()
        self.writer.close()
        self.fetch.close()
        self.dialogs.close()
        self.tables.close()
        self.shell.chronology.close_jobs()
        self.desk.close()
        self.guard.remove()
        super().closeEvent(event)
