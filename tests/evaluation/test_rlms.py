"""The library `rlms` runs over the same engine, in a process that is ended in time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cancel import CancelToken
from app.config import Paths
from app.documents.document import Document
from app.documents.process import ParserProcess
from app.engine.engine import Engine, Message, Request
from app.engine.models.store import ModelStore
from app.recursion.budget import Depth
from app.workbench import Effort, Workbench
from tests.conftest import TINY
from tests.evaluation.scoring import quote_holds
from tests.evaluation.systems.base import Reply
from tests.evaluation.systems.registry import SYSTEMS
from tests.evaluation.systems.rlms import RlmsSystem
from tests.evaluation.systems.serving import EngineServer
from tests.recursion.scripted import ScriptedEngine

pytest.importorskip("rlm", reason="needs the extra `evaluation`")

LEASE = "# Lease\n\nThe tenant pays a rent of 1,250 euros a month.\n\nIt runs for ten years.\n"
ANSWER = 'The rent is 1,250 euros a month. "The tenant pays a rent of 1,250 euros a month."'


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    path = tmp_path / "lease.md"
    path.write_text(LEASE)
    with ParserProcess() as parser:
        yield parser.open(path)


def root(code: str, sub: str = "") -> Callable[[Request], str]:
    """A model that writes this code as a root, and says this in sub-calls."""

    def reply(request: Request) -> str:
        is_root = request.messages[0].role == "system"
        return f"I look.\n```repl\n{code}\n```" if is_root else sub

    return reply


def ask(engine: Engine, document: Document, seconds: float = 60.0) -> Reply:
    return RlmsSystem(engine, seconds).ask([document], "What is the rent?", lambda what: None)


def submit(expression: str) -> str:
    return f'answer["content"] = {expression}\nanswer["ready"] = True'


def test_root_and_sub_calls_reach_the_engine_and_the_quote_becomes_a_citation(
    document: Document,
) -> None:
    engine = ScriptedEngine(root(submit("llm_query('Which rent? ' + context)"), ANSWER))
    reply = ask(engine, document)
    assert reply.status == "answered", reply.error
    assert reply.answer == "The rent is 1,250 euros a month."
    (cited,) = reply.citations
    assert cited.quote == "The tenant pays a rent of 1,250 euros a month."
    assert quote_holds(cited, {document.id: document})
    assert reply.cost.subcalls == 1
    assert reply.cost.prompt_tokens > 0
    assert reply.cost.generated_tokens > 0
    assert any("runs for ten years" in r.messages[-1].content for r in engine.root)


@pytest.mark.parametrize(
    ("said", "status", "citations"),
    [
        ("Not found.", "not_found", 0),
        ('It is 900. "The tenant pays a rent of 900 euros a month."', "answered", 1),
        ("It is 1,250 euros.", "answered", 0),
    ],
)
def test_what_it_says_is_taken_as_said(
    document: Document, said: str, status: str, citations: int
) -> None:
    reply = ask(ScriptedEngine(root(submit(repr(said)))), document)
    assert (reply.status, len(reply.citations)) == (status, citations)
    for cited in reply.citations:
        assert not quote_holds(cited, {document.id: document}), "an invented quote counts as bad"


@pytest.mark.parametrize("code", ["while True:\n    pass", "import time\ntime.sleep(600)"])
def test_it_is_ended_when_its_time_is_up(document: Document, code: str) -> None:
    began = time.monotonic()
    reply = ask(ScriptedEngine(root(code)), document, seconds=6.0)
    assert reply.status == "stopped"
    assert time.monotonic() - began < 40


def test_code_of_the_model_sees_no_secret_of_this_process(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_API_KEY", "secret-of-mine")
    code = "import os\n" + submit("'seen: ' + ' '.join(os.environ.values())")
    reply = ask(ScriptedEngine(root(code)), document)
    assert reply.answer.startswith("seen: ")
    assert "secret-of-mine" not in reply.answer


def test_a_conversation_beyond_the_window_fails_and_says_so(document: Document) -> None:
    reply = ask(ScriptedEngine(root("print(1)"), window=300), document)
    assert reply.status == "failed"
    assert "window" in reply.error


def test_a_reply_is_cut_to_the_room_there_is() -> None:
    engine = ScriptedEngine(lambda request: "yes", window=200)
    with EngineServer(engine, CancelToken(), 700) as server:
        server.answer({"messages": [{"role": "user", "content": "word " * 100}]})
    assert engine.root[0].messages == (Message("user", "word " * 100),)
    assert 16 <= engine.root[0].max_tokens <= 100


@pytest.mark.model
@pytest.mark.slow
def test_it_runs_over_a_real_model(
    document: Document, paths: Paths, store_with_tiny_model: ModelStore
) -> None:
    with Workbench(paths) as bench:
        bench.load_engine(TINY)
        engine = bench.release_engine()
        assert engine is not None
        try:
            made = SYSTEMS["rlms"](bench, engine, Effort(Depth.QUICK, seconds=20))
            assert (made.name, made.model) == ("rlms", TINY)
            # So few and short turns that a busy machine gets through them, too.
            system = RlmsSystem(engine, 150, turns=2, reply_tokens=32)
            reply = system.ask([document], "What is the rent?", lambda what: None)
        finally:
            engine.close()
    assert reply.status in ("answered", "not_found", "stopped", "failed")
    assert reply.cost.prompt_tokens > 0, reply.error
    assert reply.cost.generated_tokens > 0
    assert reply.cost.seconds < 160
