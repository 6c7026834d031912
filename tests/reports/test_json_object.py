"""The JSON of a run has the keys that other programs count on."""

import json

import pytest

from app.reports.json_object import json_object
from app.sessions.store import Store
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
