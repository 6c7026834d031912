"""The model that answers: what it is, and fetching it where it is missing, when told to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QWidget

from app.cancel import Cancelled, CancelToken
from app.engine.models.store import FetchProgress, ModelStore
from app.errors import UserError
from app.ui.appearance.icons import Icons
from app.ui.background.jobs import Jobs
from app.ui.language.numerals import size, time_left
from app.ui.language.said import explained_with_place, said
from app.ui.widgets.basic import label, name, restyle
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, row


class ModelFetch(QObject):
    """Fetches one model at a time, away from the main thread.

    Signals:
        progress: a `FetchProgress`.
        fetched: the model's id.
        failed: a `UserError`; None if the reviewer stopped it.
        crashed: an error that is a bug.
    """

    progress = Signal(object)
    fetched = Signal(str)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, models: ModelStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.models = models
        self._jobs = Jobs("fetch", self)
        self._cancel: CancelToken | None = None

    @property
    def busy(self) -> bool:
        """Whether a fetch is going on."""
        return self._cancel is not None

    def start(self, model_id: str) -> None:
        """Fetch a model, or go on with a fetch that was stopped."""
        if not self.busy:
            self._cancel = CancelToken()
            work = partial(self.models.fetch, model_id, self.progress.emit, self._cancel)
            self._jobs.submit(work, partial(self._done, model_id), self._failed)

    def stop(self) -> None:
        """Stop; what has come is kept and a later fetch goes on from there."""
        if self._cancel is not None:
            self._cancel.cancel()

    def close(self) -> None:
        """Stop and wait for the worker."""
        self.stop()
        self._jobs.close()

    def _done(self, model_id: str, _path: object) -> None:
        self._cancel = None
        self.fetched.emit(model_id)

    def _failed(self, error: Exception) -> None:
        self._cancel = None
        if isinstance(error, UserError):
            self.failed.emit(error)
        elif isinstance(error, Cancelled):
            self.failed.emit(None)
        else:
            self.crashed.emit(error)


class ModelCard(QFrame):
    """Says what the model is and offers to fetch it. Nothing is fetched before the click."""

    def __init__(self, fetch: ModelFetch, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._fetch = fetch
        self._id = ""
        self.title = label("", "strong")
        self.about = label("", "muted", wrap=True)
        self.state = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        name(self.bar, self.tr("Progress of the fetch"))
        self.fetch: QPushButton = push_button("", "primary", icons, "download")
        self.fetch.clicked.connect(self._start)
        self.cancel: QPushButton = push_button(self.tr("Stop"))
        self.cancel.clicked.connect(fetch.stop)
        layout = column(
            self.title, self.about, self.bar, self.state, row(self.fetch, self.cancel, 0),
            margins=(16, 13, 16, 14),
        )  # fmt: skip
        self.setLayout(layout)
        fetch.progress.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        fetch.failed.connect(self._failed)
        fetch.fetched.connect(self._fetched)

    def show_model(self, model_id: str) -> bool:
        """Show a model's entry; whether it is missing from this machine."""
        models = self._fetch.models
        entry = models.entry(model_id)
        self._id = model_id
        self.title.setText(entry.name)
        self.about.setText(
            self.tr(
                "{about} It answers on this machine: your documents and questions stay here. "
                "Fetching it is the only time Pincite uses the network. "
                "{size}, licence {licence}."
            ).format(about=said(entry.about), size=size(entry.size), licence=entry.licence)
        )
        self.fetch.setText(self.tr("Fetch the model ({size})").format(size=size(entry.size)))
        missing = not models.present(model_id)
        self._show_state(self._fetch.busy)
        return missing

    def _show_state(self, fetching: bool) -> None:
        self.fetch.setVisible(not fetching)
        self.cancel.setVisible(fetching)
        self.bar.setVisible(fetching)
        self.state.setVisible(fetching)

    def _start(self) -> None:
        restyle(self.state, role="small")
        self.state.setText(self.tr("Starting…"))
        self.bar.setValue(0)
        self._show_state(True)
        self._fetch.start(self._id)

    def _progress(self, progress: FetchProgress) -> None:
        self.bar.setValue(round(1000 * progress.done / max(1, progress.total)))
        words = self.tr("{done} of {total}").format(
            done=size(progress.done), total=size(progress.total)
        )
        if progress.rate:
            words += " · " + self.tr("{rate} a second").format(rate=size(progress.rate))
            words += " · " + time_left((progress.total - progress.done) / progress.rate)
        if progress.what:
            words += " · " + said(progress.what)
        self.state.setText(words)

    def _failed(self, error: UserError | None) -> None:
        self._show_state(False)
        self.state.setVisible(True)
        if error is None:
            self.state.setText(self.tr("Stopped. What has come is kept; fetch again to go on."))
        else:
            self.state.setText(explained_with_place(error))
            restyle(self.state, role="danger")

    def _fetched(self, _model: str) -> None:
        self._show_state(False)
