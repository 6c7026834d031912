"""The main window: puts the panels together and keeps what is possible in step with what is so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QStackedWidget,
    QWidget,
)

from app.config import RESOURCES
from app.documents.document import Document, Span
from app.engine.engine import ModelInfo
from app.errors import UserError
from app.sessions.rows import SessionRow
from app.ui.actions import MENUS, TABLE, Actions, translate
from app.ui.answer_panel import AnswerPanel
from app.ui.chrome import Footer, TopBar
from app.ui.crash import CrashGuard
from app.ui.desk import Desk
from app.ui.dialogs import Dialogs
from app.ui.document_item import DocumentItem
from app.ui.icons import Icons
from app.ui.matter_commands import MatterCommands
from app.ui.matter_panel import MatterPanel
from app.ui.message_bar import MessageBar
from app.ui.model_card import ModelFetch
from app.ui.navigator import Navigator
from app.ui.pages import Pages
from app.ui.panels import Panels
from app.ui.preferences import PreferencesFile
from app.ui.question_panel import QuestionPanel
from app.ui.run_presenter import RunPresenter, Views
from app.ui.run_status import RunStatus
from app.ui.start_page import StartPage
from app.ui.theme import Appearance
from app.ui.trace_panel import TracePanel
from app.ui.viewer_pane import ViewerPane
from app.ui.widgets import Panel, column, plural, rule


class MainWindow(QMainWindow):
    """Documents and history at the left, the viewer, and question and answer at the right.

    Attributes:
        desk: the matter and what works on it.
        runs: shows runs.
        answer, panel, pane, trace, question: the panels; action handlers are found through them.
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
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.desk = desk
        desk.setParent(self)
        self.fetch = fetch
        fetch.setParent(self)
        self.preferences = preferences
        self.appearance = appearance
        appearance.setParent(self)
        self.guard = CrashGuard(self)
        self.icons = Icons(appearance)
        self.actions_ = Actions(self, self.icons)
        self.dialogs = Dialogs(self.actions_, self.icons, preferences, fetch, self)
        self.pages = Pages(self)
        self._loaded: ModelInfo | None = None
        self._engine_choice = (self.dialogs.model_id, preferences.values.threads)
        self._build()
        self.matter = MatterCommands(desk, self.pages, self)
        self.matter.run_on_show = self._run_on_show
        self.navigator = Navigator(desk, self.pane, self)
        views = Views(self.question, self.status, self.answer, self.trace)
        self.runs = RunPresenter(desk, views, self.navigator, self)
        self.runs.ready = self._model_ready
        self.runs.initials = preferences.values.initials
        self.runs.follow = preferences.values.follow
        self._fill_menus()
        self._connect()
        self.question.depths.choose(preferences.values.depth)
        self.question.box.setFocus()
        self._offer()
        self.update_actions()

    # -- what is so ------------------------------------------------------------------------------

    @property
    def viewer(self) -> object:
        """The viewer, for actions."""
        return self.pane.viewer

    def update_actions(self) -> None:
        """Enable what is possible now."""
        state = {"running" if self.desk.runner.busy else "idle"}
        if any(item.in_matter for item in self.desk.items):
            state.add("documents")
        if self.navigator.document is not None:
            state.add("document")
        if self.pane.viewer.selection is not None:
            state.add("selection")
        if self.runs.answer is not None:
            state.add("answer")
        if self.runs.shown is not None and self.runs.shown.id:
            state.add("shown")
        if self.runs.resumable:
            state.add("resumable")
        state |= self._history
        if self.matter.undo_stack.canUndo():
            state.add("undo")
        if self.matter.undo_stack.canRedo():
            state.add("redo")
        self.actions_.set_state(state)

    # -- handlers of actions ---------------------------------------------------------------------

    def set_full_screen(self, on: bool) -> None:
        """Fill the screen, or not."""
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def text_larger(self) -> None:
        """Make all text of the window larger."""
        self._set_scale(self.appearance.scale + 0.15)

    def text_smaller(self) -> None:
        """Make all text of the window smaller."""
        self._set_scale(self.appearance.scale - 0.15)

    def next_theme(self) -> None:
        """Change between light and dark."""
        self.appearance.apply("light" if self.appearance.theme.dark else "dark",
                              self.appearance.scale)  # fmt: skip
        self.preferences.values.theme = self.appearance.choice

    def focus_question(self) -> None:
        """Go to the question box."""
        self.panels.show_right(True)
        self.question.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_panel(self) -> None:
        """Move the focus to the next panel that is open."""
        stops: list[QWidget] = [
            self.panel.document_list, self.panel.run_list, self.pane.viewer,
            self.question.box, self.answer.scroller, self.trace.tree,
        ]  # fmt: skip
        stops = [stop for stop in stops if stop.isVisible()]
        focus = self.focusWidget()
        at = next(
            (n for n, stop in enumerate(stops)
             if focus is not None and (stop is focus or stop.isAncestorOf(focus))),
            -1,
        )  # fmt: skip
        if stops:
            stops[(at + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        actions, icons = self.actions_, self.icons
        self._history: set[str] = set()
        self.panel = MatterPanel(icons, actions)
        self.panel.setMinimumWidth(200)
        self.pane = ViewerPane(self.pages, actions, self.appearance)
        self.start = StartPage(icons, actions, self.fetch)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.start)
        self.middle.addWidget(self.pane)
        self.middle.setMinimumWidth(360)
        self.messages = MessageBar(icons)
        self.question = QuestionPanel(icons, actions)
        self.status = RunStatus(icons)
        self.answer = AnswerPanel(icons, actions, self._name_of)
        self.trace = TracePanel(icons, actions, self._place_of, self._short_place_of)
        self.right = Panel()
        self.right.setMinimumWidth(320)
        ask = column(self.question, self.status, margins=(12, 12, 12, 10))
        whole = column(ask, rule(), self.answer)
        whole.setSpacing(0)
        whole.setStretch(2, 1)
        self.right.setLayout(whole)
        self.panels = Panels(
            self.panel, self.middle, self.right, self.trace, self.messages, actions, self
        )
        self.top = TopBar(actions, icons)
        self.foot = Footer()
        desk = QWidget()
        desk.setObjectName("desk")
        layout = column(self.top, self.panels.columns, self.foot)
        layout.setSpacing(0)
        layout.setStretch(1, 1)
        desk.setLayout(layout)
        self.setCentralWidget(desk)

    def _fill_menus(self) -> None:
        """Menus from the table; the button with the matter's name has the first of them."""
        self.recent = QMenu(self.tr("Open &recent"), self)
        self.recent.aboutToShow.connect(self._fill_recent)
        self.recent.triggered.connect(self._recent_chosen)
        for title in MENUS:
            menu = self.menuBar().addMenu(translate(title))
            group = 0
            for spec in (s for s in TABLE if s.menu == title):
                if spec.group != group:
                    menu.addSeparator()
                    group = spec.group
                menu.addAction(self.actions_[spec.id])
                if spec.id == "open_matter":
                    menu.addMenu(self.recent)
            if title is MENUS[0]:
                self.top.matter.setMenu(menu)
        self.addActions(list(self.actions_.by_id.values()))

    def _connect(self) -> None:
        desk, panel, viewer = self.desk, self.panel, self.pane.viewer
        desk.opened.connect(self._matter_opened)
        desk.documents_changed.connect(self._documents_changed)
        desk.runs_changed.connect(self._runs_changed)
        desk.failed.connect(self.messages.tell_error)
        desk.reported.connect(self._reported)
        desk.crashed.connect(self.guard.caught)
        desk.runner.failed.connect(self.messages.tell_error)
        desk.runner.crashed.connect(self.guard.caught)
        desk.runner.loaded.connect(self._model_loaded)
        self.fetch.crashed.connect(self.guard.caught)
        self.fetch.fetched.connect(self._offer)
        self.matter.removed.connect(self._removed)
        self.matter.undo_stack.indexChanged.connect(self.update_actions)
        panel.document_chosen.connect(self.navigator.show_document)
        panel.password_asked.connect(self.matter.ask_password)
        panel.remove_asked.connect(desk.remove)
        panel.run_chosen.connect(self.runs.show_run)
        panel.cancel_asked.connect(self._cancel_import)
        self.start.matter_chosen.connect(desk.open)
        self.runs.changed.connect(self.update_actions)
        self.runs.run_selected.connect(panel.select_run)
        self.navigator.document_shown.connect(self._document_shown)
        self.pages.locked.connect(self._page_locked)
        viewer.selectionChanged.connect(self.update_actions)
        viewer.historyChanged.connect(self._history_changed)
        viewer.citationClicked.connect(self.answer.set_active)
        viewer.followingChanged.connect(self._following_changed)
        self.question.depth_changed.connect(self._depth_changed)
        self.dialogs.preferences_changed.connect(self._preferences_changed)
        self.dialogs.model_chosen.connect(self._model_chosen)

    # -- what happens ----------------------------------------------------------------------------

    def _matter_opened(self, path: Path, title: str) -> None:
        self.matter.undo_stack.clear()
        self.navigator.show_nothing()
        self.runs.show_nothing()
        self.messages.hide()
        values = self.preferences.values
        values.remember(path)
        self.preferences.save()
        shown = self.tr("Untitled matter") if self.desk.unnamed else title
        self.top.matter.setText(shown)
        self.top.matter.setToolTip(str(path))
        self.setWindowTitle(f"{shown} – Pincite")
        layout = values.layouts.get(str(path))
        if layout is not None:
            self.panels.restore(layout)
        importer = self.desk.importer
        if importer is not None:
            importer.progress.connect(self.panel.progress.show_progress)
        self._offer()

    def _documents_changed(self, items: list[DocumentItem]) -> None:
        self.panel.set_items(items)
        rows = [item.row for item in items if item.row is not None]
        pages = sum(found.pages for found in rows)
        words = " · ".join(
            (
                plural(len(rows), self.tr("1 document"), self.tr("{n} documents")),
                plural(pages, self.tr("1 page"), self.tr("{n} pages")),
            )
        )
        self.foot.counts.setText(words if rows else "")
        self.middle.setCurrentWidget(self.pane if rows else self.start)
        self.question.set_pages(pages)
        shown = self.navigator.document
        ids = [found.id for found in rows]
        if shown is None or shown.id not in ids:
            if ids:
                self._show_first(ids)
            elif shown is not None:
                self.navigator.show_nothing()
        self.update_actions()

    def _show_first(self, ids: list[str]) -> None:
        """Show the document that was on show last, or the first."""
        store = self.desk.store
        kept = self.preferences.values.layouts.get(str(store.path)) if store is not None else None
        if kept is not None and kept.document in ids:
            self.navigator.show_document(kept.document, kept.page)
        else:
            self.navigator.show_document(ids[0])

    def _runs_changed(self, sessions: list[SessionRow]) -> None:
        self.panel.runs.set_sessions(sessions)
        self.panel.runs_changed()
        if self.runs.shown is not None:
            self.panel.select_run(self.runs.shown.id)

    def _document_shown(self, document: Document | None) -> None:
        if document is not None:
            self.panel.select_document(document.id)
        self.update_actions()

    def _history_changed(self, back: bool, forward: bool) -> None:
        self._history = {w for w, on in (("back", back), ("forward", forward)) if on}
        self.update_actions()

    def _removed(self, count: int) -> None:
        words = plural(count, self.tr("Document removed"), self.tr("{n} documents removed"))
        self.messages.tell(words, self.tr("Undo"), self.matter.undo)

    def _reported(self, path: Path) -> None:
        self._report = path
        words = self.tr("Report written: {name}").format(name=path.name)
        self.messages.tell(words, self.tr("Open"), self._open_report)

    def _open_report(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report)))

    def _cancel_import(self) -> None:
        if self.desk.importer is not None:
            self.desk.importer.cancel()

    def _page_locked(self, document: Document) -> None:
        """A document of the matter is encrypted; its pages need the password again."""
        item = next((i for i in self.desk.items if i.key == document.id), None)
        if item is not None:
            self.matter.ask_password(item)

    # -- the model -------------------------------------------------------------------------------

    def _model_ready(self) -> bool:
        """Whether the model is on this machine; if not, it is offered."""
        if self.fetch.models.present(self.dialogs.model_id):
            return True
        self.dialogs.show_models()
        return False

    def _model_loaded(self, model: ModelInfo) -> None:
        self._loaded = model
        self._offer()

    def _model_chosen(self, model_id: str) -> None:
        if model_id != self.dialogs.model_id:
            self.preferences.values.model = model_id
            self.preferences.save()
            self._loaded = None
            self.desk.runner.forget_engine()
        self._offer()

    def _offer(self) -> None:
        """Bring the start page and the foot up to date."""
        store = self.desk.store
        here = store.path if store is not None else None
        recent = self.preferences.values.recent_matters()
        self.start.set_recent([path for path in recent if path != here])
        try:
            entry = self.fetch.models.entry(self.dialogs.model_id)
        except UserError:  # It was removed since it was chosen.
            self.preferences.values.model = ""
            entry = self.fetch.models.entry(self.dialogs.model_id)
        self.start.set_model(entry.id)
        if self._loaded is not None:
            words = f"{self._loaded.name} · {self._loaded.hardware}"
        elif self.fetch.models.present(entry.id):
            words = entry.name
        else:
            words = entry.name + " · " + self.tr("not fetched yet")
        self.foot.model.setText(words)

    # -- preferences and layout ------------------------------------------------------------------

    def _preferences_changed(self) -> None:
        chosen = (self.dialogs.model_id, self.preferences.values.threads)
        if chosen != self._engine_choice:
            self._engine_choice = chosen
            self._loaded = None
            self.desk.runner.forget_engine()
        self.runs.initials = self.preferences.values.initials
        self.preferences.save()
        self._offer()

    def _depth_changed(self, depth: str) -> None:
        self.preferences.values.depth = depth

    def _following_changed(self, on: bool) -> None:
        self.actions_["following"].setChecked(on)

    def set_following(self, on: bool) -> None:
        """Follow the reading in this run and the next ones, or not."""
        self.preferences.values.follow = on
        self.runs.follow = on
        self.pane.viewer.set_following(on)

    def _set_scale(self, scale: float) -> None:
        self.appearance.apply(self.appearance.choice, scale)
        self.preferences.values.text_size = self.appearance.scale

    def _keep_layout(self) -> None:
        store = self.desk.store
        if store is None:
            return
        layout = self.panels.layout()
        document = self.navigator.document
        if document is not None:
            viewer = self.pane.viewer
            layout = self.panels.layout(document.id, viewer.current_page, viewer.zoom)
        self.preferences.values.keep_layout(store.path, layout)

    # -- Qt's events -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc peels one layer: find bar, message, full screen, active citation."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.pane.viewer.is_finding:
            self.pane.viewer.close_find()
        elif self.messages.isVisible():
            self.messages.hide()
        elif self.isFullScreen():
            self.actions_["full_screen"].trigger()
        else:
            self.answer.set_active(0)
            self.pane.viewer.set_active_citation(None)
            self.pane.viewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.start.set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They were taken elsewhere."""
        super().dragLeaveEvent(event)
        self.start.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self.start.set_hot(False)
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.matter.add_paths([Path(url.toLocalFile()) for url in urls])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what goes on, keep what is set, and close the matter."""
        self._keep_layout()
        self.preferences.save()
        self.hide()
        self.runs.stop_replay()
        self.pane.viewer.shutdown()
        self.pages.close()
        self.fetch.close()
        self.desk.close()
        self.guard.remove()
        super().closeEvent(event)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self.preferences.values.recent_matters():
            action = self.recent.addAction(path.stem)
            action.setToolTip(str(path))
            action.setData(str(path))

    def _recent_chosen(self, action: QAction) -> None:
        self.desk.open(Path(str(action.data())))

    def _run_on_show(self) -> tuple[str, str]:
        shown = self.runs.shown
        return (shown.id, shown.question) if shown is not None else ("", "")

    def _name_of(self, document_id: str) -> str:
        item = next((i for i in self.desk.items if i.key == document_id), None)
        return item.name if item is not None else self.tr("removed document")

    def _place_of(self, span: Span) -> str:
        return self.navigator.place_of(span)

    def _short_place_of(self, span: Span) -> str:
        return self.navigator.short_place_of(span)
