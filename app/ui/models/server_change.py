"""Names a model server for the runs to come, or none, away from the main thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.engine.server.settings import ServerChoice, ServerSettings
from app.errors import UserError
from app.ui.background.jobs import Jobs


class ServerChange(QObject):
    """One change of the server's settings at a time.

    The keyring may first ask the reviewer to unlock it, and answers when it likes. A change is made
    whether or not the page that asked for it is still open.

    Signals:
        changed: another server is used from now on, or none.
        failed: a `UserError`: nothing was changed.
        crashed: an error that is a bug.
    """

    changed = Signal()
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, settings: ServerSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs = Jobs("keyring", self)

    @property
    def busy(self) -> bool:
        """Whether a change is under way."""
        return self._jobs.busy

    def use(self, choice: ServerChoice, key: str) -> None:
        """Use a server; "" leaves the key that is kept for it."""
        self._submit(partial(self._settings.use, choice, key or None))

    def forget(self) -> None:
        """Use no server any more, and delete its key."""
        self._submit(self._settings.forget)

    def close(self) -> None:
        """Wait for what is under way: what the reviewer asked for is done."""
        self._jobs.finish()

    def _submit(self, work: Callable[[], object]) -> None:
        if not self.busy:
            self._jobs.submit(work, self._done, self._failed)

    def _done(self, _value: object) -> None:
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)
