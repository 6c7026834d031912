"""Preferences and models."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.engine.models import ModelStore, megabytes
from app.ui.icons import Icons
from app.ui.model_card import ModelCard, ModelFetch
from app.ui.preferences import Preferences
from app.ui.theme import SYSTEM, Appearance, themes
from app.ui.widgets import column, form_row, label, row

_SIZES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75)


class PreferencesDialog(QDialog):
    """Theme, text size, model, threads, initials. Theme and size show at once.

    Signals:
        changed: something was set.
    """

    changed = Signal()

    def __init__(
        self, values: Preferences, appearance: Appearance, models: ModelStore, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._values = values
        self._appearance = appearance
        self.theme = QComboBox()
        self.theme.addItem(self.tr("As the desktop"), SYSTEM)
        titles = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "high-contrast": self.tr("High contrast"),
        }
        for key, theme in themes().items():
            self.theme.addItem(titles.get(key, theme.title), key)
        self.theme.setCurrentIndex(max(0, self.theme.findData(values.theme)))
        self.text_size = QComboBox()
        for size in _SIZES:
            self.text_size.addItem(f"{size:.0%}", size)
        nearest = min(range(len(_SIZES)), key=lambda i: abs(_SIZES[i] - values.text_size))
        self.text_size.setCurrentIndex(nearest)
        self.model = QComboBox()
        for entry in models.entries():
            if entry.kind == "chat":
                there = "" if models.present(entry.id) else " · " + self.tr("not fetched")
                self.model.addItem(f"{entry.name} · {megabytes(entry.size)}{there}", entry.id)
        self.model.setCurrentIndex(max(0, self.model.findData(values.model or models.default_id)))
        self.threads = QSpinBox()
        self.threads.setRange(0, 256)
        self.threads.setSpecialValueText(self.tr("As many as there are cores"))
        self.threads.setValue(values.threads)
        self.initials = QLineEdit(values.initials)
        self.initials.setMaxLength(8)
        self.reopen = QCheckBox(self.tr("Open the last matter at the start"))
        self.reopen.setChecked(values.reopen)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        form_row(form, self.tr("&Theme"), self.theme)
        form_row(form, self.tr("Text &size"), self.text_size)
        form_row(form, self.tr("&Model"), self.model, self.tr("Used from the next run on."))
        form_row(form, self.tr("Th&reads"), self.threads)
        form_row(
            form, self.tr("Your &initials"), self.initials,
            self.tr("Stand beside your verdicts in reports."),
        )  # fmt: skip
        form.addRow("", self.reopen)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        self.setLayout(column(form, 10, buttons, margins=(24, 20, 24, 16)))
        self.setMinimumWidth(520)
        self.theme.currentIndexChanged.connect(self._set)
        self.text_size.currentIndexChanged.connect(self._set)
        self.model.currentIndexChanged.connect(self._set)
        self.threads.valueChanged.connect(self._set)
        self.initials.textEdited.connect(self._set)
        self.reopen.toggled.connect(self._set)

    def _set(self) -> None:
        """Take over what the form says."""
        values = self._values
        values.theme = str(self.theme.currentData())
        values.text_size = float(self.text_size.currentData())
        values.model = str(self.model.currentData())
        values.threads = self.threads.value()
        values.initials = self.initials.text().strip()
        values.reopen = self.reopen.isChecked()
        wanted = (values.theme, values.text_size)
        if wanted != (self._appearance.choice, self._appearance.scale):
            self._appearance.apply(*wanted)
        self.changed.emit()


class ModelDialog(QDialog):
    """The models there are, which one answers, and fetching it.

    Signals:
        chosen: the id of the model that is to answer.
    """

    chosen = Signal(str)

    def __init__(self, fetch: ModelFetch, icons: Icons, current: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Model"))
        self._models = fetch.models
        self.model = QComboBox()
        for entry in self._models.entries():
            if entry.kind == "chat":
                self.model.addItem(entry.name, entry.id)
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setCurrentIndex(max(0, self.model.findData(current)))
        self.card = ModelCard(fetch, icons)
        self.state = label("", "small", wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        lead = label(
            self.tr("The model that answers. It runs on this machine only."), "muted", wrap=True
        )
        self.setLayout(
            column(
                lead, 4, row(self.model), self.state, self.card, 8, buttons,
                margins=(24, 20, 24, 16),
            )
        )  # fmt: skip
        self.setMinimumWidth(540)
        self.model.currentIndexChanged.connect(self._show)
        fetch.fetched.connect(self._show)
        self._show()

    def _show(self) -> None:
        model_id = str(self.model.currentData())
        missing = self.card.show_model(model_id)
        self.card.fetch.setEnabled(missing)
        words = (
            self.tr("Not on this machine yet.") if missing else self.tr("Ready on this machine.")
        )
        self.state.setText(words)
        self.chosen.emit(model_id)
