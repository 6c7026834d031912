"""The choice of a second model: one that reads passages while the other leads."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.engine.machine.hardware import Machine
from app.engine.models.offers import Pair
from app.engine.models.store import ModelStore
from app.ui.background.jobs import Jobs
from app.ui.language.numerals import size
from app.ui.widgets.basic import label, restyle
from app.ui.widgets.layouts import column


class ReaderChoice(QWidget):
    """A list of the models on this machine that could read, and whether both fit its memory.

    Attributes:
        box: the list; its first line stands for one model that does both.
        state: what both need, and what is free.

    Signals:
        changed: another one was chosen.
        crashed: an error that is a bug.
    """

    changed = Signal()
    crashed = Signal(object)

    def __init__(self, models: ModelStore, free: int) -> None:
        """Begin with no model.

        Args:
            models: those on this machine.
            free: bytes of memory that both may take.
        """
        super().__init__()
        self._models = models
        self._free = free
        self._root = ""
        self._machine: Machine | None = None
        self._jobs = Jobs("machine", self)
        self.box = QComboBox()
        self.state = label("", "faint", wrap=True)
        layout = column(self.box, self.state)
        layout.setSpacing(3)
        self.setLayout(layout)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._chosen)

    @property
    def model_id(self) -> str:
        """The id of the model that reads; "" where one does both."""
        return str(self.box.currentData() or "")

    def offer(self, root_id: str, reader_id: str) -> None:
        """Show the models that could read for a root, with one of them chosen."""
        self._root = root_id
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(self.tr("The same model"), "")
        for entry in self._models.entries():
            if entry.kind == "chat" and entry.id != root_id and self._models.present(entry.id):
                self.box.addItem(f"{entry.name} · {size(entry.size)}", entry.id)
        self.box.setCurrentIndex(max(0, self.box.findData(reader_id)))
        self.box.blockSignals(False)
        self._show()

    def close_jobs(self) -> None:
        """Wait until the machine has been looked at."""
        self._jobs.close()

    def _chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Say what the choice means here."""
        if not self.model_id:
            self._say(self.tr("A smaller one can read the passages while the other leads."))
        elif self._machine is None:
            self._say(self.tr("Looking at this machine…"))
            if not self._jobs.busy:
                self._jobs.submit(self._models.machine, self._looked, self.crashed.emit)
        else:
            self._weigh(self._machine)

    def _looked(self, machine: Machine) -> None:
        self._machine = replace(machine, free=self._free)
        self._show()

    def _weigh(self, machine: Machine) -> None:
        root, reader = self._models.entry(self._root), self._models.entry(self.model_id)
        pair = Pair.of(root, reader, machine)
        needs = self.tr(
            "{root} needs {root_needs} of memory and {reader} {reader_needs} beside it: {both} "
            "together. {free} is free."
        ).format(
            root=root.name,
            root_needs=size(pair.root),
            reader=reader.name,
            reader_needs=size(pair.reader),
            both=size(pair.both),
            free=size(pair.free),
        )
        if pair.fits:
            self._say(needs)
        elif pair.possible:
            self._say(needs + " " + self.tr("They fit once other programs are closed."), "warning")
        else:
            words = self.tr("This machine has too little memory for both: choose a smaller one.")
            self._say(needs + " " + words, "warning")

    def _say(self, words: str, role: str = "faint") -> None:
        self.state.setText(words)
        self.box.setAccessibleDescription(words)
        restyle(self.state, role=role)
