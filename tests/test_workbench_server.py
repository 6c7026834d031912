"""Questions answered by a server: said where text goes, recorded, and safe from its failures."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cancel import CancelToken
from app.config import Paths
from app.engine.server.settings import ServerChoice
from app.errors import ModelError
from app.recursion.budget import Depth
from app.recursion.events import Event, SubcallFinished
from app.workbench import Asked, Effort, Workbench
from tests.cli.conftest import LEASE
from tests.engine.office import Desk, Office

QUESTION = "What is the rent?"
REPLY = '{"sentences": [2], "answer": "The rent is 1,250 euros a month."}'


def helpful(desk: Desk, body: dict[str, Any]) -> None:
    """Answers the question from the lease, and judges that the passage says so."""
    if body.get("logprobs"):
        likely = [{"token": "Yes", "logprob": -0.01}, {"token": "No", "logprob": -5.0}]
        token = {"token": "Yes", "logprob": -0.01, "top_logprobs": likely}
        desk.json({"choices": [{"message": {}, "logprobs": {"content": [token]}}]})
        return
    shown = body["messages"][-1]["content"]
    number = next((n for n in range(1, 30) if f"[{n}] The tenant pays" in shown), 2)
    desk.reply(REPLY.replace("[2]", f"[{number}]"))


@pytest.fixture
def office() -> Iterator[Office]:
    server = Office()
    server.chat = helpful
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def bench(paths: Paths, tmp_path: Path) -> Iterator[Workbench]:
    lease = tmp_path / "lease.md"
    lease.write_text(LEASE)
    with Workbench(paths, tmp_path / "mill.pincite") as bench:
        bench.open_documents([lease])
        yield bench


def ask(bench: Workbench, resume: str | None = None) -> tuple[Asked, list[Event]]:
    events: list[Event] = []
    effort = Effort(Depth.QUICK)
    return bench.ask(QUESTION, effort, events.append, CancelToken(), resume=resume), events


def test_a_server_answers_in_place_of_a_model_and_the_run_says_so(
    bench: Workbench, office: Office
) -> None:
    assert bench.engine_place == ""
    info = bench.load_engine(server=ServerChoice(office.address, "small"))
    assert (info.name, info.server) == ("small", "127.0.0.1")
    assert bench.engine_place == "server at 127.0.0.1, on this machine"
    asked, _ = ask(bench)
    assert asked.answer.status == "answered"
    assert [c.quote for c in asked.answer.citations] == [
        "The tenant pays a rent of 1,250 euros a month, on the third day of each month."
    ]
    record = bench.store.run(asked.run)
    assert record.head.settings["hardware"] == bench.engine_place
    assert record.head.model_id == "127.0.0.1/small"
    assert record.head.settings["threshold"] == "0.7", "careful, since nobody fitted it"
    assert len(bench.store.calls) == 0, "whose words they were can't be told later"


def test_it_is_reached_once(bench: Workbench, office: Office) -> None:
    choice = ServerChoice(office.address)
    bench.load_engine(server=choice)
    engine = bench._engines.engine
    bench.load_engine(server=choice)
    assert bench._engines.engine is engine
    bench.load_engine(server=ServerChoice(office.address, "small"))
    assert bench._engines.engine is not engine


def test_a_server_that_fails_costs_one_clear_error_and_nothing_of_the_run(
    bench: Workbench, office: Office
) -> None:
    def failing(desk: Desk, body: dict[str, Any]) -> None:
        if body.get("logprobs"):
            desk.json({"error": {"message": "out of memory"}}, 400)
        else:
            helpful(desk, body)

    office.chat = failing
    bench.load_engine(server=ServerChoice(office.address))
    failed, events = ask(bench)
    record = bench.store.run(failed.run)
    assert record.head.status == "failed"
    assert record.failure is not None
    assert "127.0.0.1" in record.failure.message
    assert "out of memory" in record.failure.message
    found = [e for e in events if isinstance(e, SubcallFinished) and e.findings]
    assert found
    assert [call.result for call in record.subcalls if call.findings] == [e.result for e in found]

    office.chat = helpful
    again, _ = ask(bench, resume=failed.run)
    assert again.run == failed.run
    assert again.answer.status == "answered"
    assert bench.store.run(again.run).head.status == "answered"


def test_a_server_that_is_gone_is_said_to_be_and_leaves_no_engine(
    bench: Workbench, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asyncio.sleep", _at_once)
    office.server_close()
    with pytest.raises(ModelError, match="can't be reached"):
        bench.load_engine(server=ServerChoice("http://127.0.0.1:9"))
    assert bench.model is None


async def _at_once(seconds: float) -> None:
    """No pause between one try and the next."""
