"""What a step of the trace is called, and what it came to, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.documents.document import Span
from app.recursion.events import ChildFinished, ChildStarted, SubcallFinished, SubcallStarted
from app.ui.answers import wording
from app.ui.answers.progress import without
from app.ui.language.numerals import number, plural, quoted
from app.ui.language.said import said
from app.ui.trace.run_state import Step

PlaceOf = Callable[[Span], str]
"""Where a span stands, in words: page and document."""
WordsOf = Callable[[Span], str]
"""The first words of a span; "" while its document is not in memory."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("step", text)


@dataclass(frozen=True, slots=True)
class StepWords:
    """Puts steps into words; each text is one line.

    Attributes:
        place_of: says where a slice stands.
        words_of: says how a slice begins.
    """

    place_of: PlaceOf
    words_of: WordsOf

    def title(self, step: Step) -> str:
        """What a step is: "Turn 2", "7 · Ask · p. 12", "Part 3 · lease.pdf"."""
        if step.kind == "turn":
            return _tr("Turn {n}").format(n=step.number) if step.number else _tr("Direct question")
        if step.part is not None:
            return joined(_tr("Part {n}").format(n=step.number), step.part.title)
        begun = step.started
        if isinstance(begun, ChildStarted):
            words = _tr("Child run {frame}: {question}")
            return words.format(frame=step.frame, question=one_line(begun.question))
        if isinstance(begun, SubcallStarted):
            where = self.place_of(begun.spans[0]) if begun.spans else ""
            return joined(str(step.number), kind_name(begun.kind), where)
        return str(step.number)

    def result(self, step: Step) -> str:
        """What a step came to, as far as it got."""
        return one_line(self._result(step))

    def tip(self, step: Step) -> str:
        """All that its title and its result leave out, for the pointer to find."""
        begun = step.started
        lines = [one_line(begun.question) if begun is not None else "", self.result(step)]
        if step.recalled is not None:
            lines.append(wording.earlier(step.recalled.question))
        return "\n".join(dict.fromkeys(line for line in lines if line))

    def _result(self, step: Step) -> str:
        if step.cell is not None:
            return step.cell.error or step.cell.output or _first_line(step.cell.code)
        if step.writing:
            return step.writing
        if step.part is not None:
            said = "; ".join(without(step.part.title, text) for text, _ in step.part.claims)
            return said or _tr("Nothing was found here.")
        if isinstance(step.finished, SubcallFinished):
            cached = _tr("cached") if step.finished.cached else ""
            known = _tr("from an earlier run") if step.recalled is not None else ""
            return joined(cached, known, self._reply(step, step.finished))
        if isinstance(step.finished, ChildFinished):
            return outcome(step.finished)
        if step.cut:
            return _tr("broken off")
        return _tr("under way…") if step.kind != "turn" else ""

    def _reply(self, step: Step, done: SubcallFinished) -> str:
        """What a sub-call came to, for reading; the detail beside the tree has its own words."""
        if done.findings:
            return "; ".join(finding.answer for finding in done.findings)
        if done.probability is not None:
            # The probability has a column of its own; what was judged says more.
            words = self.words_of(step.spans[0]) if step.spans else ""
            return quoted(words) if words else done.result
        return nothing(step) or done.result


def kind_name(kind: str) -> str:
    """What a kind of sub-call is called."""
    names = {
        "ask": _tr("Ask"),
        "judge": _tr("Judge"),
        "summarize": _tr("Summarise"),
        "condense": _tr("Put in short"),
        "extract": _tr("Extract"),
        "verify": _tr("Verify"),
        "direct": _tr("Ask directly"),
    }
    return names.get(kind, kind)


def nothing(step: Step) -> str:
    """That a question was not answered by what it was asked about; "" for other calls."""
    asked = isinstance(step.started, SubcallStarted) and step.started.kind in ("ask", "direct")
    return _tr("nothing that answers it") if asked else ""


def cost(step: Step) -> str:
    """How many tokens and seconds a step took; "" where it took none."""
    tokens = plural(step.tokens, _tr("1 token"), _tr("{n} tokens")) if step.tokens else ""
    return joined(tokens, f"{number(step.seconds, 1)} s" if step.seconds else "")


def outcome(done: ChildFinished) -> str:
    """How a child run ended: what it found, or in a word that it did not, and why."""
    status, _, text = done.result.partition(": ")
    ended = {
        "answered": "",
        "not_found": _tr("not found"),
        "stopped": _tr("stopped"),
        "failed": _tr("failed"),
    }
    return joined(ended[status], said(text)) if status in ended else done.result


def joined(*parts: str) -> str:
    """Those that say anything, in a row."""
    return " · ".join(part for part in parts if part)


def one_line(text: str, limit: int = 240) -> str:
    """A text's words on one line, cut where it is very long."""
    words = " ".join(text[: 2 * limit].split())
    return words if len(words) <= limit else words[: limit - 1] + "…"


def _first_line(code: str) -> str:
    return next((line for line in code.splitlines() if line.strip()), "")
