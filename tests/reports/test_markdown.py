"""A report in Markdown reads the same, and a document's words stay words in it."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.reports import report, wording
from tests.reports.making import hostile_record, long_record, retold

HOSTILE = (
    "# Not a heading",
    "- not a list",
    "1. not a list either",
    "[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>",
    "[1]: https://evil.example",
    "<script>alert(1)</script> <!-- gone",
    "**bold** _it_ `code` ~~gone~~ $x$ &amp; a|b|c",
    "```\nfence\n```",
    "> quote\n\n---\n\n===\n    code",
    "www.evil.example https://evil.example a@evil.example",
)


def tokens(markdown: str):
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in parser.parse(markdown):
        yield token
        yield from token.children or ()


def shape(markdown: str) -> list[str]:
    return [t.type for t in tokens(markdown) if t.type not in ("text", "softbreak")]


def test_it_says_what_the_page_says(record):
    markdown = report.markdown(record)
    shown = " ".join(t.content for t in tokens(markdown) if t.type in ("text", "code_inline"))
    for said in (
        "How can it be ended?",
        "It ends on ninety days' notice. [1]",
        "agreement.pdf",
        ", page i as printed, page 1 of 5 in the file",
        "Either party may end this agreement with ninety days' notice.",
        "⚠ Stated in the finding and not found in the passage: 1,300.",
        "Without text, so not read: pages 4–5 of agreement.pdf.",
        record.documents[0].sha256,
        "ab" * 32,
    ):
        assert said in shown, said
    assert not re.search(r"\n{4}", markdown)


def test_quotes_are_quoted_and_tables_are_tables(record):
    kinds = shape(report.markdown(record))
    assert kinds.count("blockquote_open") == 2
    assert kinds.count("table_open") == 2
    assert kinds.count("heading_open") == 6


def test_a_document_cannot_speak_as_markdown(tmp_path):
    hostile = report.markdown(hostile_record(tmp_path, *HOSTILE, name="a|b *c*.pdf"))
    kinds = set(shape(hostile))
    harmless = set(shape(report.markdown(hostile_record(tmp_path, "plain", "plainer"))))
    assert kinds <= harmless
    assert not kinds & {"link_open", "image", "html_block", "html_inline", "fence", "code_block"}
    assert "https://" not in hostile and "www." not in hostile, "nothing to be made a link"
    shown = " ".join(t.content for t in tokens(hostile) if t.type == "text")
    for sentence in HOSTILE[:7]:
        assert shown.count(sentence) >= 2, "as a claim and as a quote, letter for letter"


def test_plain_words_are_left_as_they_are(tmp_path):
    plain = "Fees (net) of 1.5 % - see 4.2; due 2026-11-22, i.e. in 30 days!"
    assert f"> {plain}\n" in report.markdown(hostile_record(tmp_path, plain))


markdown_text = st.text(
    st.sampled_from("ab1 \n\t#*_-+=>`~[]()<>!|&\\.:/$@"), min_size=1, max_size=30
)


@settings(deadline=None, max_examples=300)
@given(markdown_text)
def test_no_text_changes_the_shape_of_a_report(record, text):
    lines = [line for line in text.splitlines() if line.strip()]
    plain = "\n".join("plain" for _ in lines) or " "
    assert shape(report.markdown(retold(record, text))) == shape(
        report.markdown(retold(record, plain))
    )


def test_a_long_answer_comes_in_short_and_in_full(tmp_path):
    text = report.markdown(long_record(tmp_path))
    order = [
        "### In short",
        "It can be ended. \\[1\\] \\[2\\]",
        "### In full",
        "It ends on notice.",
    ]
    places = [text.index(said) for said in order]
    assert places == sorted(places)
    assert text.count(wording.FROM_EARLIER) == 1


def test_a_short_answer_has_no_such_headings(record):
    text = report.markdown(record)
    assert "In short" not in text and "In full" not in text
