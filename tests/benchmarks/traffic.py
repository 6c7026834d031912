"""The calls that runs make of a model, recorded once and replayed.

`python -m tests.benchmarks traffic MODEL-ID [--to FILE]` asks questions about the samples, records
every call, and writes the recording that the engine's benchmark replays.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TextIO

from app.cancel import CancelToken
from app.engine.engine import Completion, Engine, Judgement, Message, ModelInfo, Request, Usage

QUESTIONS = (
    ("services-agreement.pdf", "What limits the liability of the supplier?"),
    ("services-agreement.pdf", "Which notice periods does the agreement set?"),
    ("patient-record.pdf", "Which medicines was the patient discharged with?"),
)
RECORDED = Path(__file__).parent / "traffic.jsonl"


@dataclass(frozen=True, slots=True)
class Call:
    """One call of an engine.

    Attributes:
        kind: which method of the engine.
        requests: what it was asked; a conversation to be judged is a request of one token.
        together: whether they were handed over together.
    """

    kind: Literal["complete", "complete_each", "judge_each"]
    requests: tuple[Request, ...]

    def line(self) -> str:
        """As a line of a recording."""
        return json.dumps({"kind": self.kind, "requests": [asdict(r) for r in self.requests]})

    @staticmethod
    def read(line: str) -> Call:
        """From a line of a recording."""
        data = json.loads(line)
        return Call(data["kind"], tuple(_request(item) for item in data["requests"]))


def _request(data: dict[str, object]) -> Request:
    messages = tuple(Message(**message) for message in data.pop("messages"))  # type: ignore[attr-defined]
    return Request(messages, **{**data, "stop": tuple(data["stop"])})  # type: ignore[arg-type]


def recorded(path: Path = RECORDED, limit: int | None = None) -> Iterator[Call]:
    """The calls of a recording."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            if limit is not None and number >= limit:
                return
            yield Call.read(line)


def replay(engine: Engine, call: Call, costs: list[Usage]) -> None:
    """Make a call again; what each of its requests cost is added to `costs`."""
    cancel = CancelToken()
    if call.kind == "judge_each":
        judged = engine.judge_each([r.messages for r in call.requests], cancel)
        costs += [judgement.usage for judgement in judged]
    elif call.kind == "complete":
        costs.append(engine.complete(call.requests[0], cancel).usage)
    else:
        costs += [c.usage for c in engine.complete_each(call.requests, cancel)]


class Recorder:
    """An engine that writes down what it is asked, and asks another."""

    def __init__(self, engine: Engine, file: TextIO) -> None:
        self._engine = engine
        self._file = file

    @property
    def model(self) -> ModelInfo:
        return self._engine.model

    def count(self, messages: Sequence[Message]) -> int:
        return self._engine.count(messages)

    def tokens(self, text: str) -> int:
        return self._engine.tokens(text)

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        self._write("complete", [request])
        return self._engine.complete(request, cancel, on_token)

    def complete_each(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_done: Callable[[int, Completion], None] | None = None,
    ) -> list[Completion]:
        self._write("complete_each", requests)
        return self._engine.complete_each(requests, cancel, on_done)

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        self._write("judge_each", [Request(tuple(c), max_tokens=1) for c in conversations])
        return self._engine.judge_each(conversations, cancel)

    def close(self) -> None:
        self._engine.close()

    def _write(
        self, kind: Literal["complete", "complete_each", "judge_each"], requests: Sequence[Request]
    ) -> None:
        self._file.write(Call(kind, tuple(requests)).line() + "\n")
        self._file.flush()


def record(model_id: str, to: Path, seconds: float) -> int:
    """Record what runs over the samples ask of a model; how many calls it was."""
    from app.config import Paths
    from app.recursion.budget import Depth
    from app.workbench import Effort, Workbench, samples

    files = {path.name: path for path in samples()}
    effort = Effort(Depth.QUICK, seconds)
    part = to.with_suffix(".part")
    with (
        tempfile.TemporaryDirectory() as folder,
        Workbench(Paths.default(), Path(folder) / "record.pincite") as bench,
        part.open("w", encoding="utf-8") as file,
    ):
        bench.load_engine(model_id)
        engine = bench.release_engine()
        assert engine is not None
        bench.adopt_engine(Recorder(engine, file))
        for name, question in QUESTIONS:
            documents = bench.open_documents([files[name]]).documents
            run = bench.ask(question, effort, lambda _: None, CancelToken(), documents, fresh=True)
            print(f"{question} {run.answer.status}", flush=True)
    part.replace(to)
    return sum(len(call.requests) for call in recorded(to))


def main() -> None:
    """Record."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks traffic")
    parser.add_argument("model", help="an id of `pincite model list`")
    parser.add_argument("--to", type=Path, default=RECORDED)
    parser.add_argument("--seconds", type=float, default=300.0, help="the most for one question")
    options = parser.parse_args()
    print(f"{record(options.model, options.to, options.seconds)} calls in {options.to}")


if __name__ == "__main__":
    main()
