"""What the reviewer does with marks: highlight, note, tags, and the dialogs that go with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.documents.document import Document, Span
from app.sessions.rows import Mark
from app.ui.marks.editor import MarkEditor
from app.ui.marks.marks import Marks
from app.ui.viewer import DocumentViewer
from app.ui.widgets.placing import open_beside


class MarkCommands(QObject):
    """Makes marks of what is selected in the viewer on hand.

    Attributes:
        editor: the dialog that is open, or was last.
    """

    def __init__(self, marks: Marks, viewer: Callable[[], DocumentViewer], window: QWidget) -> None:
        super().__init__(window)
        self._marks = marks
        self._viewer = viewer
        self._window = window
        self.editor: MarkEditor | None = None

    def highlight(self) -> None:
        """Mark the selection."""
        chosen = self._chosen()
        if chosen is not None and self._marks.at(chosen[1]) is None:
            self._marks.add(*chosen)
            self._viewer().select(None)

    def note(self) -> None:
        """Mark the selection with a note."""
        editor = self._edit_selection()
        if editor is not None:
            editor.note.setFocus()

    def tag(self) -> None:
        """Mark the selection with tags."""
        editor = self._edit_selection()
        if editor is not None:
            editor.tags.setFocus()

    def edit(self, id: int) -> None:
        """Change a mark's note, tags or colour."""
        mark = self._marks.mark(id)
        if mark is not None:
            editor = self._open(mark.span, self._marks.quote(mark.span), mark)
            editor.taken.connect(_Changed(self._marks, mark, editor).take)

    def remove(self, id: int) -> None:
        """Take a mark away."""
        mark = self._marks.mark(id)
        if mark is not None:
            self._marks.remove(mark)

    def asked(self, id: int, what: str) -> None:
        """A mark's menu in the viewer."""
        if what == "edit":
            self.edit(id)
        else:
            self.remove(id)

    def _chosen(self) -> tuple[Document, Span] | None:
        viewer = self._viewer()
        document, span = viewer.document, viewer.selection
        return (document, span) if document is not None and span is not None else None

    def _edit_selection(self) -> MarkEditor | None:
        """A dialog about a mark to be made, or about the one on exactly these words."""
        chosen = self._chosen()
        if chosen is None:
            return None
        mark = self._marks.at(chosen[1])
        if mark is not None:
            self.edit(mark.id)
            return self.editor
        document, span = chosen
        editor = self._open(span, " ".join(document.quote(span).split()), None)
        editor.taken.connect(_New(self._marks, *chosen, editor).take)
        editor.accepted.connect(self._unselect)
        return editor

    def _unselect(self) -> None:
        self._viewer().select(None)

    def _open(self, span: Span, quote: str, mark: Mark | None) -> MarkEditor:
        """Open the dialog beside the words that it is about: they are read while it is filled."""
        editor = self.editor = MarkEditor(
            quote,
            mark.colour if mark is not None else self._marks.colour,
            mark.note if mark is not None else "",
            mark.tags if mark is not None else (),
            self._marks.tags,
            self._window,
        )
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_beside(editor, self._viewer().seen_of(span), self._window)
        return editor


class _New(QObject):
    """Makes the mark that an editor was opened for."""

    def __init__(self, marks: Marks, document: Document, span: Span, editor: MarkEditor) -> None:
        super().__init__(editor)
        self._marks, self._document, self._span = marks, document, span

    def take(self, colour: str, note: str, tags: tuple[str, ...]) -> None:
        """What was typed."""
        self._marks.colour = colour
        self._marks.add(self._document, self._span, note, tags)


class _Changed(QObject):
    """Changes the mark that an editor was opened for."""

    def __init__(self, marks: Marks, mark: Mark, editor: MarkEditor) -> None:
        super().__init__(editor)
        self._marks, self._mark = marks, mark

    def take(self, colour: str, note: str, tags: tuple[str, ...]) -> None:
        """What was typed."""
        self._marks.change(self._mark, colour, note, tags)
