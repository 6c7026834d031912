"""What the evaluation takes down of a run of Pincite's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.config import Paths
from app.workbench import Effort, Workbench
from tests.conftest import TINY
from tests.evaluation.scoring import quote_holds
from tests.evaluation.systems.registry import SYSTEMS
from tests.recursion.scripted import ScriptedEngine, reader

FILLER = "Nothing of note stands in this clause, which is here to take up room. " * 300


def test_readings_of_the_judge_are_kept_with_what_they_are_about(
    paths: Paths, tmp_path: Path
) -> None:
    path = tmp_path / "lease.md"
    path.write_text(f"# Lease\n\n{FILLER}\n\nThe rent is 1,250 euros a month.\n\n{FILLER}\n")
    plan = '{"kind": "find", "phrases": ["rent a month"]}'
    engine = ScriptedEngine(lambda request: plan, reader("1,250"), lambda conversation: 0.8)
    # Under the id of a model that the catalogue knows, since its entry says how it is to be asked.
    engine._model = replace(engine.model, id=TINY)
    with Workbench(paths) as bench:
        (document,) = bench.open_documents([path]).documents
        bench.adopt_engine(engine)
        system = SYSTEMS["pincite"](bench, engine, Effort())
        reply = system.ask([document], "What is the rent now?", lambda what: None)
    assert reply.status == "answered"
    assert "1,250" in reply.answer
    assert all(quote_holds(cited, {document.id: document}) for cited in reply.citations)
    assert reply.judged, "slices are ranked where a question is about now"
    assert reply.checked, "findings were checked"
    for reading in (*reply.judged, *reply.checked):
        assert 0 < reading.probability < 1
        assert document.quote(reading.span).strip()
    assert any("1,250" in document.quote(reading.span) for reading in reply.checked)
    assert reply.cost.subcalls > 1
    assert reply.cost.prompt_tokens > 0
