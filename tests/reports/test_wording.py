"""Pages in words."""

import pytest

from app.reports.wording import Voice, Wording


@pytest.mark.parametrize(
    ("indexes", "said"),
    [
        ([], "no page"),
        ([4], "page 5"),
        ([0, 1, 2], "pages 1–3"),
        ([9, 0, 1, 5], "pages 1–2, 6, 10"),
        ([3, 3], "page 4"),
    ],
)
def test_pages_are_joined_to_ranges(indexes, said):
    assert Wording().pages(indexes) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0 pages"), (1, "1 page"), (1200, "1,200 pages")])
def test_nouns_follow_their_number(number, said):
    assert Wording().number(number, "1 page", "{n} pages") == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_parts_are_joined_as_in_a_sentence(parts, said):
    assert Wording().joined(parts) == said


FRONT = ("i", "ii", "iii", "1", "2", "3")


@pytest.mark.parametrize(
    ("indexes", "said"),
    [
        ([1], "page ii (2 in the file)"),
        ([0, 1, 2, 3, 5], "pages i–1, 3 (1–4, 6 in the file)"),
        ([7], "page 8"),
    ],
)
def test_pages_are_named_as_printed_where_that_differs(indexes, said):
    assert Wording().pages(indexes, FRONT) == said


def test_pages_that_are_printed_as_they_are_counted_need_no_second_number():
    assert Wording().pages([0, 1], ("1", "2")) == "pages 1–2"


def test_everything_is_said_in_the_language_of_the_voice():
    heard = []

    def say(text):
        heard.append(text)
        return text.replace("page {", "Seite {")

    assert Wording(Voice(say=say)).pages([4]) == "Seite 5"
    assert heard == ["page {pages}"]
