"""The text of a reply as it grows: whole characters, stop strings, streaming."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence


class ReplyText:
    """Turns the bytes of tokens into text, and sees where a stop string ends it.

    What is streamed is never taken back: text that may be the beginning of a stop string, and bytes
    that are not a whole character yet, wait for what comes next.
    """

    def __init__(self, stop: Sequence[str], on_text: Callable[[str], None] | None = None) -> None:
        self._stop = [s for s in stop if s]
        self._on_text = on_text
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._sent = 0
        self.text = ""
        self.stopped = False

    def add(self, piece: bytes) -> None:
        """Take the bytes of a token. `stopped` tells afterwards whether the reply has ended."""
        self._take(self._decoder.decode(piece))

    def finish(self) -> str:
        """The reply is over; return its text."""
        if not self.stopped:
            self._take(self._decoder.decode(b"", final=True))
        self._send(len(self.text))
        return self.text

    def _take(self, more: str) -> None:
        if not more:
            return
        longest = max(map(len, self._stop), default=0)
        begin = max(0, len(self.text) - longest + 1)
        self.text += more
        ends = [at for s in self._stop if (at := self.text.find(s, begin)) >= 0]
        if ends:
            self.text = self.text[: min(ends)]
            self.stopped = True
        self._send(len(self.text) - (0 if self.stopped else self._pending()))

    def _send(self, end: int) -> None:
        if self._on_text and end > self._sent:
            self._on_text(self.text[self._sent : end])
            self._sent = end

    def _pending(self) -> int:
        """How many characters at the end could be the beginning of a stop string."""
        longest = 0
        for stop in self._stop:
            for size in range(min(len(stop) - 1, len(self.text)), longest, -1):
                if self.text.endswith(stop[:size]):
                    longest = size
                    break
        return longest
