"""Colours for Python code."""

from __future__ import annotations

import builtins
import keyword
import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.ui.appearance.theme import Appearance

_WORDS = "|".join(keyword.kwlist)
_CALLS = "|".join(n for n in dir(builtins) if n.islower())
_TOKEN = re.compile(
    rf"""(?P<comment>\#.*)
    |(?P<string>[rbfRBF]{{0,2}}(?:"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?))
    |(?P<number>\b\d[\d_.]*\b)
    |(?P<keyword>\b(?:{_WORDS})\b)
    |(?P<function>\b(?:{_CALLS})\b(?=\()|\b[A-Za-z_]\w*(?=\())""",
    re.VERBOSE,
)


class PythonHighlighter(QSyntaxHighlighter):
    """Colours the Python in a text document, in the theme's colours."""

    def __init__(self, document: QTextDocument, appearance: Appearance) -> None:
        super().__init__(document)
        self._appearance = appearance
        appearance.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        colours = self._appearance.theme.code
        for match in _TOKEN.finditer(text):
            shape = QTextCharFormat()
            shape.setForeground(QColor(colours[match.lastgroup or "text"]))
            self.setFormat(match.start(), match.end() - match.start(), shape)
