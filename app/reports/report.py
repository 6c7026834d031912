"""Reports: a run, or several, as HTML, as HTML to be made into a PDF, and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app import __version__
from app.config import RESOURCES
from app.reports import escaping, wording
from app.reports.json_object import json_object
from app.reports.view import view_of
from app.reports.wording import ENGLISH, Voice, Wording
from app.sessions.rows import RunRecord

__all__ = ["html", "json_object", "markdown", "print_html"]

TEMPLATES = RESOURCES / "reports"

Runs = RunRecord | Sequence[RunRecord]


def html(runs: Runs, made: datetime | None = None, voice: Voice = ENGLISH) -> str:
    """A report as one HTML page that needs nothing else, to be read, printed or sent.

    Args:
        runs: one run, or several in the order in which they are to stand.
        made: the date that it bears; None for now.
        voice: the language that it is written in.
    """
    return _render("report.html.j2", "screen.css", runs, made, voice)


def print_html(runs: Runs, made: datetime | None = None, voice: Voice = ENGLISH) -> str:
    """The same report in the HTML and CSS that `ParserProcess.write_pdf` lays out well."""
    return _render("report.html.j2", "pdf.css", runs, made, voice)


def markdown(runs: Runs, made: datetime | None = None, voice: Voice = ENGLISH) -> str:
    """The same report as Markdown (CommonMark with tables)."""
    return _render("report.md.j2", "", runs, made, voice)


def _render(template: str, style: str, runs: Runs, made: datetime | None, voice: Voice) -> str:
    records = [runs] if isinstance(runs, RunRecord) else list(runs)
    date = wording.time(made or datetime.now(UTC))
    report = view_of(records, date, __version__, Wording(voice))
    css = Markup((TEMPLATES / style).read_text("utf-8")) if style else ""  # ours, not a document's
    return (
        environment(template)
        .get_template(template)
        .render(
            report=report,
            style=css,
            paper=style == "pdf.css",
            say=voice.say,
            language=voice.language,
            checks_mean=voice.say(wording.WHAT_CHECKS_MEAN),
            read_means=voice.say(wording.WHAT_READ_MEANS),
        )
    )


@cache
def environment(template: str) -> Environment:
    """Templates in which everything put in is made harmless, for what the template writes."""
    as_html = template.endswith(".html.j2")
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=as_html,
        finalize=escaping.for_html if as_html else escaping.for_markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["lines"] = escaping.lines
    return environment
