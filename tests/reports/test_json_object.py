"""The JSON of a run has the keys that other programs count on."""

import json

import pytest

from app.engine.engine import Usage
from app.recursion.events import CellRan, Spent, SubcallFinished, SubcallStarted, TurnStarted
from app.reports.json_object import json_object
from app.reports.wording import Wording
from app.sessions.store import Store
from tests.reports.making import long_record
from tests.sessions.making import make_document, record_run, started


def test_the_object_has_every_key_that_is_promised(record):
    found = json.loads(json.dumps(json_object(record)))
    assert found["question"] == "How can it be ended?"
    assert found["status"] == "answered"
    assert found["answer"].splitlines() == [
        "It ends on ninety days' notice. [1]",
        "The fee is 1,300 euros. [2]",
        "Nothing else is owed.",
    ]
    first, second = found["citations"]
    assert (
        first.items()
        >= {
            "n": 1,
            "document": "agreement.pdf",
            "page": 0,
            "label": "i",
            "start": 0,
            "end": 61,
            "quote": "Either party may end this agreement with ninety days' notice.",
            "verified": True,
        }.items()
    )
    assert second["verified"] is False
    assert found["coverage"] == {"pages": 5, "pages_read": 2, "pages_without_text": 2}
    assert found["documents"][0]["read"] == [0, 1]
    assert (found["turns"], found["subcalls"], found["seconds"]) == (2, 12, 31.5)
    assert found["tokens"].items() >= {"prompt": 9000, "generated": 400}.items()
    assert found["model"].items() >= {"id": "small", "sha256": "ab" * 32}.items()
    assert found["run"] == record.id


def test_every_call_of_the_model_is_accounted_for(tmp_path):
    with Store.open(tmp_path / "m.pincite") as store:
        document = store.add_document(make_document())
        run = store.start_run()
        store.record(run, started(document))
        store.record(run, TurnStarted(1))
        asked = Usage(900, 300, 40, 2.5, 1.0)
        again = Usage(cached=940, cached_calls=1)
        for number, usage in ((1, asked), (2, again)):
            store.record(run, SubcallStarted(number, 1, "ask", "What?", ()))
            store.record(
                run,
                SubcallFinished(number, "", (), None, usage, cached=usage.cached_calls > 0),
            )
        wrote = Usage(100, 0, 10, 0.5, 0.25)
        store.record(run, CellRan(1, "", "", "", "", "", {}, wrote, 3.0))
        store.record(run, Spent(1, 2, asked + again + wrote, 9.0, ""))
        found = json_object(store.run(run))
    assert found["tokens"] == {"prompt": 1000, "reused": 300, "generated": 50, "cached": 940}
    assert found["model_seconds"] == {"read": 3.0, "write": 1.25}
    assert [(c["kind"], c["n"], c["cached"]) for c in found["calls"]] == [
        ("turn", 1, False),
        ("ask", 1, False),
        ("ask", 2, True),
    ]
    for what in ("prompt", "reused", "generated", "cached"):
        assert sum(call["tokens"][what] for call in found["calls"]) == found["tokens"][what]
    for what in ("read", "write"):
        spent = sum(call["model_seconds"][what] for call in found["calls"])
        assert spent == found["model_seconds"][what]


@pytest.mark.parametrize(
    ("usage", "said"),
    [
        (Usage(9000, 3000, 400), "9,000 read, 3,000 of them reused, 400 written"),
        (
            Usage(cached=940, cached_calls=1),
            "0 read, 0 of them reused, 0 written; 940 more of 1 call that had been made before",
        ),
    ],
)
def test_tokens_in_words(usage, said):
    assert Wording().tokens(usage) == said


def test_an_offset_leads_to_the_quote(tmp_path):
    with Store.open(tmp_path / "m.pincite") as store:
        document = store.add_document(make_document("Ünïcödé 𝔸 first.", "Then the fee: 5 €."))
        found = json_object(store.run(record_run(store, document, page=1)))
        (cited,) = found["citations"]
        text = store.document(cited["document_id"]).text
    assert text[cited["start"] : cited["end"]] == cited["quote"] == "Then the fee: 5 €."


@pytest.mark.parametrize("reopened", [False, True])
def test_a_run_without_an_end_counts_as_stopped(tmp_path, reopened):
    path = tmp_path / "m.pincite"
    with Store.open(path) as store:
        document = store.add_document(make_document())
        run = store.start_run()
        store.record(run, started(document))
        found = json_object(store.run(run))
    if reopened:
        with Store.open(path) as store:
            found = json_object(store.run(run))
    assert (found["status"], found["answer"], found["citations"]) == ("stopped", "", [])


def test_a_summary_and_earlier_runs_are_told(tmp_path, record):
    found = json_object(long_record(tmp_path))
    assert found["summary"] == "It can be ended. [1] [2]"
    assert [c["from_run"] for c in found["citations"]] == [None, "run1"]
    assert json_object(record)["summary"] == ""
    assert json_object(record)["follows"] is None
