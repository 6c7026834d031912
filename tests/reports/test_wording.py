"""Pages in words."""

import pytest

from app.reports import wording


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
    assert wording.pages(indexes) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0 pages"), (1, "1 page"), (1200, "1,200 pages")])
def test_nouns_follow_their_number(number, said):
    assert wording.count(number, "page") == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_parts_are_joined_as_in_a_sentence(parts, said):
    assert wording.joined(parts) == said
