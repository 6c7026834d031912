"""What happens when something unforeseen goes wrong: it is said, and the work goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections import Counter
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from app import __version__
from app.ui.language.numerals import plural
from app.ui.widgets.basic import label
from app.ui.widgets.layouts import column

log = logging.getLogger(__name__)


def report(error: BaseException) -> str:
    """A report of an unforeseen error that holds no words of any document.

    Only types of errors and places in the code go in. The error's own message may quote a document
    and stays out, as do the values of variables.
    """
    lines = [
        f"Pincite {__version__}, Python {platform.python_version()}, Qt {qt_version}, "
        f"{platform.system()} {platform.machine()}",
    ]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"\n{type(current).__module__}.{type(current).__qualname__}")
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {_module_path(frame.filename)}:{frame.lineno} in {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _module_path(filename: str) -> str:
    """A file's path without the folders above the package, which may name a person."""
    for mark in ("/site-packages/", "\\site-packages\\", "/app/", "\\app\\"):
        _, found, after = filename.rpartition(mark)
        if found:
            return (mark.strip("/\\") + "/" if "app" in mark else "") + after
    return filename.replace("\\", "/").rpartition("/")[2]


class CrashGuard(QObject):
    """Catches exceptions that nobody handled, in any thread.

    The first of a kind is shown at once, unless another one is on show. All others are counted, and
    shown when they are asked for: an error that comes with every frame must not bury the window.

    Signals:
        crashed: the report, sent to the main thread.
        counted: how many errors wait to be shown.
    """

    crashed = Signal(str)
    counted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: set[str] = set()
        self._waiting: Counter[str] = Counter()
        self._dialog: QDialog | None = None
        self._old = (sys.excepthook, threading.excepthook)
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks for unhandled exceptions."""
        sys.excepthook = self._from_main
        threading.excepthook = self._from_thread

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._old

    def caught(self, error: BaseException) -> None:
        """Report an error that was caught at the edge of a job. May be called from any thread."""
        log.error("unforeseen error\n%s", report(error))
        self.crashed.emit(report(error))

    def _from_main(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._old[0](kind, error, trace)
            return
        self.caught(error)

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_value)

    def show_waiting(self) -> None:
        """Show the errors that were only counted, each once, with how often it came."""
        if self._dialog is None and self._waiting:
            waiting, self._waiting = self._waiting, Counter()
            self._shown |= set(waiting)
            self.counted.emit(0)
            self._open("\n\n".join(self._times(*one) for one in waiting.most_common()))

    def _times(self, text: str, count: int) -> str:
        times = plural(count, self.tr("Once more:"), self.tr("{n} times more:"))
        return f"{times}\n{text}"

    def _show(self, text: str) -> None:
        """Show a report, or count it where one like it was shown or one is on show."""
        if text in self._shown or self._dialog is not None:
            self._waiting[text] += 1
            self.counted.emit(self._waiting.total())
        else:
            self._shown.add(text)
            self._open(text)

    def _open(self, text: str) -> None:
        self._dialog = CrashDialog(text, self.parent())  # type: ignore[arg-type]
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None


class CrashDialog(QDialog):
    """Tells of an unforeseen error and offers a report to copy."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setMinimumWidth(560)
        self.text = QPlainTextEdit(text)
        self.text.setObjectName("code")
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(180)
        self.text.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox()
        self.copy = buttons.addButton(
            self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.go_on = buttons.addButton(
            self.tr("Go on working"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go_on.setProperty("role", "primary")
        self.copy.clicked.connect(self._copy)
        buttons.accepted.connect(self.accept)
        self.setLayout(
            column(
                label(self.tr("An error in Pincite itself"), "heading"),
                label(
                    self.tr(
                        "Your work is kept: all that happened is in the matter's file. "
                        "The report below names places in the program and holds no words of "
                        "your documents; please send it to the people who make Pincite."
                    ),
                    "muted",
                    wrap=True,
                ),
                6,
                self.text,
                6,
                buttons,
                margins=(20, 18, 20, 16),
            )
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
