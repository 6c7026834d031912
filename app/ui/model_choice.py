"""Which model answers: whether it is on this machine, and what the window says about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject

from app.engine.engine import ModelInfo
from app.engine.models.store import ModelEntry
from app.engine.server.settings import ServerChoice
from app.errors import UserError
from app.recursion.budget import Depth
from app.ui.frame.dialogs import Dialogs
from app.ui.frame.shell import Shell
from app.ui.language.said import said
from app.ui.matter.desk import Desk
from app.ui.models.card import ModelFetch
from app.ui.preferences import PreferencesFile
from app.ui.widgets.basic import restyle

if TYPE_CHECKING:
    from app.tables.filling import Accept


class ModelChoice(QObject):
    """Keeps start page and foot true about the model, and lets the runner take a new one.

    Attributes:
        run: called to run the question that waited for a model.
    """

    def __init__(
        self,
        desk: Desk,
        fetch: ModelFetch,
        dialogs: Dialogs,
        preferences: PreferencesFile,
        shell: Shell,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fetch = fetch
        self._dialogs = dialogs
        self._preferences = preferences
        self._shell = shell
        self._loaded: ModelInfo | None = None
        self._chosen = self._choice
        self._waits = False
        self.run: Callable[[], None] = lambda: None
        desk.runner.loaded.connect(self._model_loaded)
        fetch.fetched.connect(self.offer)
        shell.foot.fetch.clicked.connect(dialogs.show_models)
        dialogs.model_chosen.connect(self._model_chosen)

    def ready(self) -> bool:
        """Whether there is a model: a server's, or one on this machine; if not, it is offered."""
        if self.present:
            return True
        self._waits = True
        self._dialogs.show_models(needed=True)
        return False

    def accepted(self) -> Accept | None:
        """Which earlier runs may stand in a table: those of the model that answers now."""
        from app.workbench.filling import accepts

        depth = Depth(self._shell.side.question.depths.choice)
        if self._loaded is not None:
            return accepts(self._loaded, depth)
        try:
            entry = self._fetch.models.entry(self._dialogs.model_id)
        except UserError:
            return None
        return accepts(self._info(entry), depth)

    def offer(self) -> None:
        """Bring the start page and the foot up to date."""
        store = self._desk.store
        here = store.path if store is not None else None
        recent = self._preferences.values.recent_matters()
        title = self._desk.files.line
        self._shell.start.set_recent([(path, title(path)) for path in recent if path != here])
        try:
            entry = self._fetch.models.entry(self._dialogs.model_id)
        except UserError:  # It was removed since it was chosen.
            self._preferences.values.model = ""
            entry = self._fetch.models.entry(self._dialogs.model_id)
        self._shell.start.set_model(entry.id)
        server = self._server
        restyle(self._shell.foot.model, role="small" if server is None else "warning")
        if server is not None:
            host = urlsplit(server.address).netloc or server.address
            words = self.tr("Text goes to the server {host}").format(host=host)
        elif self._loaded is not None:
            words = f"{named(self._loaded)} · {said(self._loaded.hardware)}"
        elif self._fetch.models.present(entry.id):
            words = named(self._info(entry))
        else:
            words = entry.name + " · " + self.tr("not fetched yet")
        self._shell.foot.model.setText(words)
        self._shell.foot.fetch.setVisible(not self.present and self._loaded is None)
        if self._waits and self.present:
            self._waits = False
            # What was asked waits for the reviewer's word: nothing starts by itself.
            self._shell.messages.tell(
                self.tr("The model is here."), self.tr("Run the question"), self.run
            )

    def preferences_changed(self) -> None:
        """Another model or another number of threads: the engine is loaded anew."""
        if self._choice != self._chosen:
            self._chosen = self._choice
            self._forget()
        self.offer()

    def _info(self, root: ModelEntry) -> ModelInfo:
        """The model that will answer, with the one that reads for it, before they are loaded."""
        sub = self._fetch.models.find(self._dialogs.sub_model_id)
        return _unloaded(root, _unloaded(sub) if sub is not None else None)

    @property
    def _choice(self) -> tuple[str, str, int, ServerChoice | None]:
        threads = self._preferences.values.threads
        return self._dialogs.model_id, self._dialogs.sub_model_id, threads, self._server

    @property
    def _server(self) -> ServerChoice | None:
        """The server that is used; a setting that can't be read counts as one: runs say so."""
        try:
            return self._dialogs.server.choice()
        except UserError:
            return ServerChoice(self.tr("of a setting that can't be read"))

    def _model_loaded(self, model: ModelInfo) -> None:
        self._loaded = self._dialogs.loaded = model
        self.offer()

    @property
    def present(self) -> bool:
        """Whether the model that answers is on this machine, or on a server."""
        return self._server is not None or self._fetch.models.present(self._dialogs.model_id)

    def _model_chosen(self, model_id: str) -> None:
        if model_id != self._dialogs.model_id:
            self._preferences.values.model = model_id
            self._preferences.save()
            self._chosen = self._choice
            self._forget()
        self.offer()

    def _forget(self) -> None:
        self._loaded = self._dialogs.loaded = None
        self._desk.runner.forget_engine()


def named(model: ModelInfo) -> str:
    """A model's name, with that of the one that reads for it."""
    return f"{model.name} + {model.sub.name}" if model.sub is not None else model.name


def _unloaded(entry: ModelEntry, sub: ModelInfo | None = None) -> ModelInfo:
    """What is known of a model before it is loaded."""
    return ModelInfo(
        entry.id, entry.name, entry.sha256, entry.parameters, entry.window, hardware="", sub=sub
    )
