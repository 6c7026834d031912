"""Marks leave the program with the report: words, place, tags, note and who made them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.document import Span
from app.engine.engine import Usage
from app.recursion.events import AnswerReady
from app.recursion.results import Claim
from app.reports import report
from app.sessions.rows import RunRecord
from app.sessions.store import Store
from tests.reports.making import cited_answer
from tests.sessions.making import citation, make_document, started

NOTE = "Ask <b>Vera</b> | why"


@pytest.fixture
def marked(tmp_path: Path) -> RunRecord:
    """A run over a document with one mark; a mark that was removed; one on another document."""
    document = make_document(name="a.pdf")
    other = make_document("Another text altogether.", name="b.pdf")
    good = citation(document, 1, 0)
    answer = cited_answer(document, (Claim("It ends.", (1,)),), (good,))
    with Store.open(tmp_path / "matter.pincite") as store:
        store.add_document(document)
        store.add_document(other)
        run = store.start_run()
        store.record(run, started(document, question="When?"))
        store.record(run, AnswerReady(answer, Usage(), 1, 1, 1.0))
        store.add_mark(good.span, note=NOTE, tags=["notice", "hot"], initials="KV")
        store.remove_mark(store.add_mark(Span(document.id, 0, 4), note="gone").id)
        store.add_mark(Span(other.id, 0, 7), note="elsewhere")
        return store.run(run)


def test_a_record_holds_the_marks_on_its_documents(marked: RunRecord) -> None:
    [quoted] = marked.marks
    assert marked.answer is not None
    cited = marked.answer.citations[0]
    assert (quoted.mark.span, quoted.quote) == (cited.span, cited.quote)
    assert (quoted.page, quoted.label) == (cited.page, cited.label)


def test_marks_stand_in_html_with_nothing_in_them_taken_for_markup(marked: RunRecord) -> None:
    html = report.html(marked)
    part = html[html.index("<h2>Marks</h2>") :]
    assert "#notice #hot" in part and ">KV, 20" in part
    assert part.index("How it was made") > part.index("#notice"), "what the reviewer said is first"
    assert "Ask &lt;b&gt;Vera&lt;/b&gt; | why" in part
    assert "gone" not in part and "elsewhere" not in part


def test_marks_stand_in_markdown(marked: RunRecord) -> None:
    text = report.markdown(marked)
    part = text[text.index("## Marks") : text.index("## Documents")]
    assert "KV" in part and "notice" in part
    assert f"> {marked.marks[0].quote.split()[0]}" in part
    assert "<b>" not in part


def test_marks_stand_in_json(marked: RunRecord) -> None:
    [mark] = report.json_object(marked)["marks"]
    assert mark["note"] == NOTE and mark["tags"] == ["notice", "hot"]
    assert mark["quote"] == marked.marks[0].quote


def test_a_report_without_marks_has_no_heading_for_them(record: RunRecord) -> None:
    assert "Marks" not in report.markdown(record)
    assert "<h2>Marks</h2>" not in report.html(record)
