"""The dialogs of the window: commands, shortcuts, preferences, models, about."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from app import __version__
from app.engine.engine import ModelInfo
from app.engine.machine.hardware import free_memory
from app.engine.models.offers import memory_needed
from app.engine.server.settings import ServerSettings
from app.errors import UserError
from app.ui.actions.actions import Actions
from app.ui.actions.palette import CommandPalette, ShortcutSheet
from app.ui.appearance.icons import Icons
from app.ui.frame.preferences_dialog import PreferencesDialog
from app.ui.models.card import ModelFetch
from app.ui.models.dialog import ModelDialog
from app.ui.models.server_change import ServerChange
from app.ui.preferences import PreferencesFile


class Dialogs(QObject):
    """Opens dialogs; none of them blocks the window.

    Attributes:
        server: the model server that the reviewer named, if any; `change` names another.
        loaded: the model in memory now, if one is.

    Signals:
        preferences_changed: something was set.
        failed: a `UserError` about what was set in a dialog that is closed by now.
        initials_set: initials were asked for, and are set or not.
        model_chosen: the id of the model that is to answer.
    """

    preferences_changed = Signal()
    failed = Signal(object)
    initials_set = Signal()
    model_chosen = Signal(str)

    def __init__(
        self,
        actions: Actions,
        icons: Icons,
        preferences: PreferencesFile,
        fetch: ModelFetch,
        server: ServerSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._icons = icons
        self._preferences = preferences
        self._fetch = fetch
        self.server = server
        self.change = ServerChange(server, self)
        self.change.changed.connect(self.preferences_changed)
        self.change.crashed.connect(fetch.crashed)
        self.change.failed.connect(self._not_changed)
        self.loaded: ModelInfo | None = None
        self._window = window

    @property
    def model_id(self) -> str:
        """The id of the model that answers."""
        return self._preferences.values.model or self._fetch.models.default_id

    @property
    def sub_model_id(self) -> str:
        """The id of the model that answers sub-calls; "" where it is the same, or not here."""
        chosen = self._preferences.values.sub_model
        here = chosen != self.model_id and self._fetch.models.present(chosen)
        return chosen if here else ""

    def show_palette(self) -> None:
        """Open the command palette."""
        self._actions.opened.emit()
        palette = CommandPalette(self._actions, self._icons, self._window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.finished.connect(self._actions.closed)
        palette.open_over(self._window)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        self._open(ShortcutSheet(self._actions, self._window))

    def show_preferences(self) -> None:
        """Show the preferences."""
        self._preferences_dialog()

    def show_initials(self) -> None:
        """Show the preferences, for initials to be set."""
        dialog = self._preferences_dialog()
        dialog.initials.setFocus(Qt.FocusReason.OtherFocusReason)
        dialog.finished.connect(self.initials_set)

    def _preferences_dialog(self) -> PreferencesDialog:
        dialog = PreferencesDialog(
            self._preferences.values,
            self._icons.appearance,
            self._fetch.models,
            self.server,
            self.change,
            self._free,
            self._window,
        )
        dialog.server.crashed.connect(self._fetch.crashed)
        dialog.reader.crashed.connect(self._fetch.crashed)
        dialog.changed.connect(self.preferences_changed)
        self._open(dialog)
        return dialog

    def show_models(self, needed: bool = False) -> None:
        """Show the models; `needed`: a question waits for the one that answers."""
        dialog = ModelDialog(self._fetch, self._icons, self.model_id, self._window)
        dialog.needed.setVisible(needed)
        dialog.chosen.connect(self.model_chosen)
        self._open(dialog)

    def show_about(self) -> None:
        """Say what this is."""
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About Pincite"))
        box.setIconPixmap(self._window.windowIcon().pixmap(64, 64))
        box.setText(f"<b>Pincite {__version__}</b>")
        box.setInformativeText(
            self.tr(
                "Offline review of long documents with a local model. Every claim leads back to "
                "its passage.\n\nLicence: AGPL-3.0-or-later."
            )
        )
        self._open(box)

    def close(self) -> None:
        """Wait for what a dialog has begun."""
        self.change.close()

    def _not_changed(self, error: UserError) -> None:
        """Tell of it where the page that asked can't do so any more."""
        page = self._window.findChild(PreferencesDialog)
        if page is None or not page.isVisible():
            self.failed.emit(error)

    @property
    def _free(self) -> int:
        """Bytes that models can have: those in memory are freed before others are loaded."""
        models = (self.loaded, self.loaded.sub) if self.loaded is not None else ()
        entries = (self._fetch.models.find(model.id) for model in models if model is not None)
        held = sum(memory_needed(entry) for entry in entries if entry is not None)
        return free_memory() + held

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
