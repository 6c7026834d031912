"""Every event can be written and read back, also by a version that knows others."""

import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.document import Span
from app.engine.engine import Usage
from app.recursion import events
from app.recursion.events import (
    CellRan,
    ChildFinished,
    ChildStarted,
    Estimated,
    PartReady,
    Recalled,
    RootToken,
    RunFailed,
    SliceRead,
    StateSaved,
    VariablesKept,
)
from app.recursion.results import Finding
from app.sessions.codec import UnknownEvent, decode, encode
from tests.sessions.making import events_of_a_run, make_document

SAMPLES = [
    *events_of_a_run(make_document()),
    RootToken(1, "tok"),
    ChildStarted("1", 1, "In this part?", (Span("a", 0, 5),)),
    ChildFinished("1", "nothing"),
    Recalled(Finding("x", (Span("a", 0, 5),), Span("a", 0, 9), 1), "run1", "Before?", 1),
    PartReady(1, "a.pdf", (("ninety days", (Span("a", 0, 5),)),), 1),
    VariablesKept({"rate": 2.5, "hits": [{"slice": ["a", 0, 5]}, None], "name": "Vane"}),
    Estimated("3 documents are asked one by one: about 7,700 tokens, 2 min.", 7_650, 96.5, 0.8),
    RunFailed("The model is gone.", "Fetch it again."),
]


def test_there_is_a_sample_of_every_kind_of_event():
    assert {type(event) for event in SAMPLES} == set(typing.get_args(events.Event))


@pytest.mark.parametrize("event", SAMPLES, ids=lambda event: type(event).__name__)
def test_an_event_comes_back_as_it_was(event):
    back = decode(*encode(event))
    if isinstance(event, StateSaved):
        assert back == StateSaved(event.turn, b""), "its bytes are kept apart"
    else:
        assert back == event


@given(st.text(st.characters(exclude_categories=()), max_size=50))
def test_any_text_in_an_event_comes_back(text):
    event = CellRan(1, "", text, "", text, "", {text: text}, Usage(), 0.0)
    assert decode(*encode(event)) == event


def test_an_event_of_another_version_is_read_as_far_as_it_goes():
    kind, payload = encode(SliceRead(Span("a", 0, 5), 1))
    longer = payload.replace('"turn":1', '"turn":1,"colour":"red"')
    shorter = payload.replace(',"subcall":null', "")
    assert longer != payload and shorter != payload
    assert decode(kind, longer) == decode(kind, shorter) == SliceRead(Span("a", 0, 5), 1)


@pytest.mark.parametrize(
    ("kind", "payload"),
    [("Telepathy", "{}"), ("SliceRead", '{"turn": "one"}'), ("SliceRead", "{"), ("SliceRead", "")],
)
def test_what_cannot_be_read_is_handed_on_as_it_stands(kind, payload):
    assert decode(kind, payload) == UnknownEvent(kind, payload)
