"""A report in HTML stands alone, says what was checked, and lets no document speak as markup."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.engine import Usage
from app.recursion.events import AnswerReady, RunFailed, SliceRead
from app.recursion.results import Answer, Coverage
from app.reports import report
from app.sessions.store import Store
from tests.reports.making import hostile_record, long_record, record_of, retold
from tests.sessions.making import make_document, record_run, started

MADE = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
VOID = {"meta", "br"}


class Page(HTMLParser):
    """A page taken apart: its elements, its text, its anchors, and whether tags are balanced."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag in ("td", "th"):
            self.pieces.append(" ")

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    def values(self, name: str) -> list[str | None]:
        return [value for key, value in self.attributes if key == name]


def test_a_report_holds_what_a_reader_must_know(record):
    page = Page(report.html(record, made=MADE))
    for said in (
        "How can it be ended?",
        "Smith v. Jones · 2026-11-22 20:15 UTC",
        "It ends on ninety days' notice. [1]",
        "The fee is 1,300 euros. [2]",
        "Nothing else is owed. no passage",
        "1 agreement.pdf, page i as printed, page 1 of 5 in the file",
        "Either party may end this agreement with ninety days' notice.",
        "The quote matches the source, characters 0 to 61 of its text.",
        "probability that the passage states this: 41%",
        "not found in the passage: 1,300",
        "agreement.pdf 5 i–v (1–2 in the file) x (3 in the file) 4–5",
        "Pages as printed, in brackets as counted in the file.",
        "Without a passage to rest on: “Nothing else is owed.”",
        "Passages that did not pass verification: 2.",
        "1 finding of the model did not pass verification",
        "Not read: page x (3 in the file) of agreement.pdf.",
        "Without text, so not read: pages 4–5 of agreement.pdf.",
        "Small 1.5B (small)",
        "ab" * 32,
        "Settings threshold 0.5, max depth 1 Ran on CPU, 2 threads",
        "8 turns, 200 sub-calls, 60,000 tokens, 300 seconds",
        "9,000 read, 3,000 of them reused, 400 written",
        "2 turns, 12 sub-calls, 31.5 s",
        record.id,
        "The answer was written by a language model.",
        f"SHA-256 {record.documents[0].sha256}",
    ):
        assert said in page.text, said


def test_a_report_needs_nothing_from_elsewhere(record):
    markup = report.html(record)
    page = Page(markup)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert all(value.startswith("#") for value in page.values("href"))
    assert page.values("src") == []
    assert "url(" not in markup and "@import" not in markup
    assert "default-src 'none'" in markup


def test_every_number_leads_to_its_passage(record):
    page = Page(report.html(record))
    links = page.values("href")
    assert len(links) == 2
    assert {link.removeprefix("#") for link in links} <= set(page.values("id"))


def test_a_quote_that_differs_from_the_source_is_not_said_to_match(tmp_path):
    document = make_document()
    with Store.open(tmp_path / "m.pincite") as store:
        store.add_document(document)
        run = record_run(store, document)
        with store._file.writing() as db:
            db.execute(
                "UPDATE events SET payload = replace(payload, 'ninety', 'thirty') "
                "WHERE type = 'AnswerReady'"
            )
        record = store.run(run)
    text = Page(report.html(record)).text
    assert "matches the source" not in text
    assert "The quote could not be matched with the source." in text
    assert "Quotes that could not be matched with the source: 1." in text
    assert report.json_object(record)["citations"][0]["verified"] is False


def test_not_found_claims_the_pages_that_were_read_and_no_more(tmp_path):
    document = make_document(*(f"Sentence {n}." for n in range(1, 9)))
    coverage = Coverage(8, tuple((document.id, i) for i in (0, 1, 2, 5)), (), 100, 50)
    answer = Answer("not_found", coverage=coverage)
    done = AnswerReady(answer, Usage(), 1, 4, 9.0)
    text = Page(report.html(record_of(tmp_path, document, done))).text
    assert "Not found in what was read" in text
    assert "was found in pages i–x, 6 (1–3, 6 in the file) of agreement.pdf." in text
    assert "Not read: pages 4–5, 7–8 of agreement.pdf." in text
    assert "not in the document" not in text


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (RunFailed("The model is gone.", "Fetch it again."), "The model is gone. Fetch it again."),
        (
            AnswerReady(Answer("stopped", note="60 s were spent."), Usage(), 1, 1, 60.0),
            "60 s were spent.",
        ),
    ],
)
def test_a_run_without_an_answer_says_why(tmp_path, event, said):
    text = Page(report.html(record_of(tmp_path, make_document(), event))).text
    assert said in text
    assert "The answer was written" not in text


def test_an_interrupted_run_says_how_far_it_came(tmp_path):
    document = make_document()
    path = tmp_path / "m.pincite"
    with Store.open(path) as store:
        store.add_document(document)
        run = store.start_run()
        store.record(run, started(document))
        store.record(run, SliceRead(document.span(0, 10), 1))
        assert "still going on" in Page(report.html(store.run(run))).text
    with Store.open(path) as store:
        text = Page(report.html(store.run(run))).text
    assert "after it had read page i (1 in the file) of agreement.pdf." in text


def test_the_reviewers_verdicts_are_carried(tmp_path):
    with Store.open(tmp_path / "m.pincite") as store:
        run = record_run(store, store.add_document(make_document()))
        store.give_verdict(run, 1, "rejected", "AB")
        text = Page(report.html(store.run(run))).text
    assert "Rejected by AB on 20" in text


def test_several_runs_make_one_report(tmp_path):
    with Store.open(tmp_path / "m.pincite") as store:
        one, two = make_document(name="one.pdf"), make_document("Other.", name="two.pdf")
        for document in (one, two):
            store.add_document(document)
        ids = [record_run(store, one), record_run(store, one), record_run(store, two)]
        records = [store.run(run) for run in ids]
    page = Page(report.html(records))
    assert "3 questions" in page.text
    assert [f"run-{run}" in page.values("id") for run in ids] == [True] * 3
    assert {link.removeprefix("#") for link in page.values("href")} <= set(page.values("id"))
    assert len(set(page.values("id"))) == len(page.values("id"))
    assert page.text.count(f"SHA-256 {one.sha256}") == 1, "a document is listed once"
    assert page.text.count(f"SHA-256 {two.sha256}") == 1


HOSTILE = (
    "<script>alert(1)</script>",
    "</style></blockquote><img src=x onerror=alert(1)>",
    '"><a href="https://evil.example">click</a>',
    "{{ 7 * 7 }} {% raw %} &lt;b&gt; &#x202e;",
)


@pytest.mark.parametrize("write", [report.html, report.print_html])
def test_a_document_cannot_speak_as_markup(tmp_path, write):
    record = hostile_record(tmp_path, *HOSTILE, name="<img src=x>.pdf")
    page = Page(write(record))
    assert not {"script", "img"} & set(page.tags)
    assert all(value.startswith("#") for value in page.values("href"))
    for sentence in HOSTILE:
        assert page.text.count(sentence) >= 2, "as a claim and as a quote, letter for letter"
    assert "<img src=x>.pdf" in page.text


def test_text_cannot_be_turned_round_or_hidden(tmp_path):
    sentence = "The fee is \u202e000,1\u202c euros\u2066\x00\x1b[2J\U000e0041."
    markup = report.html(hostile_record(tmp_path, sentence))
    assert "[U+202E]000,1[U+202C] euros[U+2066][U+0000][U+001B][2J[U+E0041]." in markup
    assert not set(sentence) & set(markup) & set("\u202e\u202c\u2066\x00\x1b\U000e0041")


def test_scripts_that_run_from_the_right_are_kept_and_set_apart(tmp_path):
    sentence = "ينتهي العقد في ١٢ يونيو\u200f"
    markup = report.html(hostile_record(tmp_path, sentence, name="عقد.pdf"))
    assert f'<p dir="auto">{sentence}</p>' in markup
    assert "<bdi>عقد.pdf</bdi>" in markup


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_no_text_changes_the_elements_of_a_page(record, text):
    markup = report.html(retold(record, text))
    quoted = [line for line in text.splitlines() if line.strip()]
    plain = "\n".join("plain" for _ in quoted) or " "
    assert Page(markup).tags == Page(report.html(retold(record, plain))).tags
    markup.encode()


def test_a_long_answer_comes_in_short_and_in_full(tmp_path):
    page = report.html(long_record(tmp_path))
    order = ["<h3>In short</h3>", "It can be ended.", "<h3>In full</h3>", "It ends on notice."]
    places = [page.index(said) for said in order]
    assert places == sorted(places)
    assert page.count("Found by an earlier run") == 1
