"""The page of the preferences for a model server: off until the reviewer names one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.cancel import CancelToken
from app.engine.engine import Message, Request
from app.engine.server.settings import ServerChoice, ServerSettings
from app.errors import ModelError, UserError
from app.ui.background.jobs import Jobs
from app.ui.language.said import explained, said
from app.ui.models.server_change import ServerChange
from app.ui.widgets.basic import label, restyle
from app.ui.widgets.buttons import push_button
from app.ui.widgets.layouts import column, form_row, row

_HARMLESS = (Message("user", "Is water wet? Reply Yes or No."),)


class ServerPage(QWidget):
    """Address, model and key of a server; test it, use it, or use none.

    Attributes:
        address, model, key: the fields.
        test, use, forget: the buttons.
        state: what holds now, or what came of the last button.

    Signals:
        crashed: an error that is a bug.
    """

    crashed = Signal(object)

    def __init__(self, settings: ServerSettings, change: ServerChange) -> None:
        """Show what is set; `change` makes the changes, and may outlive the page."""
        super().__init__()
        self._settings = settings
        self._change = change
        self._jobs = Jobs("server", self)
        self._cancel = CancelToken()
        lead = label(
            self.tr(
                "No server is used unless you name one here. Once you use one, questions and the "
                "passages that are read for them are sent to it, and the foot of the window says "
                "so at all times."
            ),
            "muted",
            wrap=True,
        )
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://models.office.example/v1")
        self.model = QLineEdit()
        self.model.setPlaceholderText(self.tr("the first it has"))
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        form_row(form, self.tr("&Address"), self.address, self.tr("Of an OpenAI-compatible API."))
        form_row(form, self.tr("M&odel"), self.model)
        form_row(
            form, self.tr("&Key"), self.key,
            self.tr("Kept in the keyring of this machine, for this address only."),
        )  # fmt: skip
        self.test = push_button(self.tr("Test"))
        self.test.setToolTip(self.tr("Ask it a question about nothing of yours"))
        self.use = push_button(self.tr("Use this server"), "primary")
        self.forget = push_button(self.tr("Use no server"))
        self.state = label("", "small", wrap=True)
        buttons = row(self.use, self.test, self.forget, 0)
        self.setLayout(column(lead, 6, form, 8, buttons, self.state, 0, margins=(12, 18, 12, 16)))
        self.address.textChanged.connect(self._update)
        self.test.clicked.connect(self._test)
        self.use.clicked.connect(self._use)
        self.forget.clicked.connect(self._forget)
        change.changed.connect(self._changed)
        change.failed.connect(self._not_changed)
        self._show()

    def close_jobs(self) -> None:
        """Stop a test that goes on, and wait for it."""
        self._cancel.cancel()
        self._jobs.close()

    def _choice(self) -> ServerChoice:
        return ServerChoice(self.address.text().strip(), self.model.text().strip())

    def _show(self) -> None:
        """Show what is set."""
        try:
            choice = self._settings.choice()
        except UserError as error:
            self._say(said(error.message), "danger")
            choice = None
        else:
            if choice is None:
                self._say(self.tr("Off: everything stays on this machine."))
            else:
                self.address.setText(choice.address)
                self.model.setText(choice.model)
                self._say(
                    self.tr("In use: text goes to {address}.").format(address=choice.address),
                    "warning",
                )
        self._update()

    def _update(self) -> None:
        named, changing = bool(self.address.text().strip()), self._change.busy
        self.test.setEnabled(named and not self._jobs.busy)
        self.use.setEnabled(named and not changing)
        self.forget.setEnabled(self._settings.path.exists() and not changing)

    def _use(self) -> None:
        self._change.use(self._choice(), self.key.text())
        self._say(self.tr("Waiting for the keyring of this machine…"))
        self._update()

    def _forget(self) -> None:
        for field in (self.address, self.model, self.key):
            field.clear()
        self._change.forget()
        self._say(self.tr("Waiting for the keyring of this machine…"))
        self._update()

    def _changed(self) -> None:
        self.key.clear()
        self._show()

    def _not_changed(self, error: UserError) -> None:
        self._say(explained(error), "danger")
        self._update()

    def _test(self) -> None:
        self._say(self.tr("Reaching {address}…").format(address=self._choice().address))
        work = partial(_try, self._choice(), self.key.text(), self._settings, self._cancel)
        self._jobs.submit(work, self._answered, self._failed)
        self._update()

    def _answered(self, found: tuple[str, bool]) -> None:
        title, judges = found
        words = self.tr("{name} answers, and can judge.")
        if not judges:
            words = self.tr(
                "{name} answers, but gives no probabilities: findings can't be verified with it."
            )
        self._say(words.format(name=title), "success" if judges else "warning")
        self._update()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say(explained(error), "danger")
        else:
            self.crashed.emit(error)
        self._update()

    def _say(self, words: str, role: str = "small") -> None:
        self.state.setText(words)
        restyle(self.state, role=role)


def _try(
    choice: ServerChoice, typed: str, settings: ServerSettings, cancel: CancelToken
) -> tuple[str, bool]:
    """In the worker: the name of a server's model, once it answered, and whether it can judge."""
    from app.engine.server.engine import ServerEngine

    key = typed or settings.key(choice.address)
    engine = ServerEngine.connect(choice.address, key=key, model=choice.model or None, retries=1)
    try:
        engine.complete(Request(_HARMLESS, max_tokens=4), cancel)
        try:
            engine.judge_each([_HARMLESS], cancel)
        except ModelError:
            return engine.model.name, False
        return engine.model.name, True
    finally:
        engine.close()
