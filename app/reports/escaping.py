"""Making words from documents and models harmless wherever a report holds them.

Document text is hostile: it may try to be markup, or to be drawn otherwise than it reads.
"""

from __future__ import annotations

import re

from markupsafe import Markup

# Control characters, and those that turn the direction of the text around them. The marks and
# joiners that Hebrew, Arabic and Persian need (U+200C to U+200F) are left as they are.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)

# What has a meaning anywhere in a line of Markdown, or of its dialects that make links and maths,
# and what has one at the beginning of a line only.
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&~|$@]|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_AT_START = re.compile(r"^(\d{1,9})?(?(1)[.)](?=\s|$)|[-+=#](?=[-+=#\s]|$))")


def visible(text: str) -> str:
    """A text whose control and direction characters are spelt out: [U+202E].

    Without this a document could make a quote look like another one, or break a file.
    """
    return _INVISIBLE.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


def for_html(value: object) -> object:
    """Jinja's `finalize` for HTML; escaping itself is done by autoescape."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def for_markdown(value: object) -> object:
    """Jinja's `finalize` for Markdown: every string is text on one line and nothing else."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    line = visible(" ".join(value.split()))
    line = _MARKDOWN.sub(lambda found: f"\\{found.group()}", line)
    return _AT_START.sub(lambda found: f"{found.group()[:-1]}\\{found.group()[-1]}", line)


def lines(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line for line in text.splitlines() if line.strip()]
