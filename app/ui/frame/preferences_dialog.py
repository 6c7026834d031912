"""The preferences: a page for the window and the model, and one for a model server."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from app.engine.models.store import ModelStore
from app.engine.server.settings import ServerSettings
from app.ui.appearance.theme import SYSTEM, Appearance, themes
from app.ui.language import numerals
from app.ui.language.languages import languages
from app.ui.models.reader_choice import ReaderChoice
from app.ui.models.server_change import ServerChange
from app.ui.models.server_page import ServerPage
from app.ui.preferences import Preferences
from app.ui.widgets.buttons import drop_down
from app.ui.widgets.layouts import column, form_row, row

_SIZES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75)


class PreferencesDialog(QDialog):
    """Theme, text size, model, threads, initials. Theme and size show at once.

    Attributes:
        reader: the choice of a second model.
        server: the page for a model server.

    Signals:
        changed: something was set.
    """

    changed = Signal()

    def __init__(
        self,
        values: Preferences,
        appearance: Appearance,
        models: ModelStore,
        server: ServerSettings,
        change: ServerChange,
        free: int,
        parent: QWidget,
    ) -> None:
        """Show what is set; `change` changes the server; models may take `free` bytes of memory."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(560)
        self._values = values
        self._appearance = appearance
        self._make_looks(values)
        self._make_models(values, models, free)
        self.initials = QLineEdit(values.initials)
        self.initials.setMaxLength(8)
        self.reopen = QCheckBox(self.tr("Open the last matter at the start"))
        self.reopen.setChecked(values.reopen)
        self.server = ServerPage(server, change)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for widget in (self.pages, self.pages.tabBar()):
            widget.setAccessibleName(self.tr("Preferences"))
        self.pages.tabBar().setDrawBase(False)
        self.pages.addTab(self._general_page(), self.tr("General"))
        self.pages.addTab(self.server, self.tr("Server"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        foot = row(buttons, margins=(12, 0, 12, 16))
        self.setLayout(column(self.pages, foot, margins=(12, 8, 12, 0)))
        self._connect()

    def _make_looks(self, values: Preferences) -> None:
        titles = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "high-contrast": self.tr("High contrast"),
        }
        known = {key: titles.get(key, theme.title) for key, theme in themes().items()}
        self.theme = drop_down({SYSTEM: self.tr("As the desktop")} | known, values.theme)
        nearest = min(_SIZES, key=lambda size: abs(size - values.text_size))
        self.text_size = drop_down({size: numerals.percent(size) for size in _SIZES}, nearest)
        spoken = {"": self.tr("As the desktop")} | languages()
        self.language = drop_down(spoken, values.language)

    def _make_models(self, values: Preferences, models: ModelStore, free: int) -> None:
        titles = {}
        for entry in models.entries():
            if entry.kind == "chat":
                there = "" if models.present(entry.id) else " · " + self.tr("not fetched")
                titles[entry.id] = f"{entry.name} · {numerals.size(entry.size)}{there}"
        self.model = drop_down(titles, values.model or models.default_id)
        self.reader = ReaderChoice(models, free)
        self.reader.offer(str(self.model.currentData()), values.sub_model)
        self.threads = QSpinBox()
        self.threads.setRange(0, 256)
        self.threads.setSpecialValueText(self.tr("As many as there are cores"))
        self.threads.setValue(values.threads)
        # The style sheet's padding does not reach the line within.
        self.threads.lineEdit().setTextMargins(6, 0, 0, 0)

    def _general_page(self) -> QWidget:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        form_row(form, self.tr("&Theme"), self.theme)
        form_row(form, self.tr("Text &size"), self.text_size)
        form_row(
            form, self.tr("&Language"), self.language, self.tr("Shown from the next start on.")
        )
        form_row(form, self.tr("&Model"), self.model, self.tr("Used from the next run on."))
        form_row(form, self.tr("&Passages read by"), self.reader)
        self.reader.box.setAccessibleName(self.reader.accessibleName())
        form_row(form, self.tr("Th&reads"), self.threads)
        form_row(
            form,
            self.tr("Your &initials"),
            self.initials,
            self.tr("Stand beside your verdicts in reports."),
        )
        form.addRow("", self.reopen)
        page = QWidget()
        page.setLayout(column(form, 0, margins=(12, 18, 12, 16)))
        return page

    def _connect(self) -> None:
        self.theme.currentIndexChanged.connect(self._set)
        self.text_size.currentIndexChanged.connect(self._set)
        self.language.currentIndexChanged.connect(self._set)
        self.model.currentIndexChanged.connect(self._model_chosen)
        self.reader.changed.connect(self._set)
        self.threads.valueChanged.connect(self._set)
        self.initials.textEdited.connect(self._set)
        self.reopen.toggled.connect(self._set)

    def done(self, result: int) -> None:
        """Wait for a test of a server, and for what is looked at."""
        self.server.close_jobs()
        self.reader.close_jobs()
        super().done(result)

    def _model_chosen(self) -> None:
        """Another model leads: the one that reads stays, unless it is the same one."""
        self.reader.offer(str(self.model.currentData()), self.reader.model_id)
        self._set()

    def _set(self) -> None:
        """Take over what the form says."""
        values = self._values
        values.theme = str(self.theme.currentData())
        values.text_size = float(self.text_size.currentData())
        values.language = str(self.language.currentData())
        values.model = str(self.model.currentData())
        values.sub_model = self.reader.model_id
        values.threads = self.threads.value()
        values.initials = self.initials.text().strip()
        values.reopen = self.reopen.isChecked()
        wanted = (values.theme, values.text_size)
        if wanted != (self._appearance.choice, self._appearance.scale):
            self._appearance.apply(*wanted)
        self.changed.emit()
