"""Calls made together give what they give one at a time, and read nothing twice."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest

from app.cancel import Cancelled, CancelToken
from app.engine.engine import Completion, Message, Request, Usage
from app.engine.llama.engine import LlamaEngine
from tests.engine.conftest import load

pytestmark = pytest.mark.model

SYSTEM = "You answer from the passage alone, in one short sentence."
PASSAGES = (
    "Either party may terminate this agreement on thirty days' written notice.",
    "The supplier's liability is limited to the fees paid in the twelve months before the claim.",
    "The patient received 75 mg of aspirin daily from 3 March 2021 until discharge. Blood pressure "
    "was 142 over 88 on admission and 128 over 80 when the patient went home.",
    "Invoices fall due after 45 days.",
    "Confidential information must be returned or destroyed within ten days of termination.",
    "This agreement is governed by the law of the Canton of Zurich.",
)


def requests(max_tokens: int = 16) -> list[Request]:
    return [
        Request(
            (Message("system", SYSTEM), Message("user", f"{passage}\n\nWhat does it say?")),
            max_tokens=max_tokens + 3 * i,
            grammar='root ::= [A-Z] [^\\n]* "."' if i == 3 else None,
            temperature=0.9 if i == 4 else 0.0,
            seed=7,
        )
        for i, passage in enumerate(PASSAGES)
    ]


def one_at_a_time(path: Path, asked: list[Request]) -> list[Completion]:
    """Each request by an engine that has read nothing else."""
    replies = []
    for request in asked:
        engine = load(path, window=512)
        replies.append(engine.complete(request, CancelToken()))
        engine.close()
    return replies


def test_replies_in_a_batch_are_those_of_one_at_a_time_token_by_token(tiny_model: Path) -> None:
    alone = one_at_a_time(tiny_model, requests())
    engine = load(tiny_model, window=512)
    # Fewer at once than there are requests, so that finished ones make room for others.
    engine._batcher._parallel = 4
    together = engine.complete_each(requests(), CancelToken())
    engine.close()
    assert [reply.text for reply in together] == [reply.text for reply in alone]
    assert [r.usage.generated for r in together] == [r.usage.generated for r in alone]
    assert [reply.finish for reply in together] == [reply.finish for reply in alone]


def test_a_judgement_is_the_same_to_the_last_bit_in_any_company(tiny_model: Path) -> None:
    asked = [[Message("user", f"{p}\n\nIs this about money? Yes or No.")] for p in PASSAGES]
    alone = []
    for conversation in asked:
        engine = load(tiny_model, window=512)
        alone += engine.judge_each([conversation], CancelToken())
        engine.close()
    engine = load(tiny_model, window=512)
    together = engine.judge_each(asked, CancelToken())
    engine.close()
    assert [j.probability for j in together] == [j.probability for j in alone]


def test_a_common_beginning_is_read_once(fresh: LlamaEngine) -> None:
    asked = requests(max_tokens=4)
    replies = fresh.complete_each(asked, CancelToken())
    computed = sum(reply.usage.prompt - reply.usage.reused for reply in replies)
    least = distinct([fresh._prompt(request.messages).tolist() for request in asked])
    # A call does not wait for another that would save it a few tokens only.
    assert least <= computed < least + 16
    assert computed < sum(reply.usage.prompt for reply in replies) * 0.7


def distinct(prompts: list[list[int]]) -> int:
    """How many tokens there are to read, where the same ones at the same beginning count once."""
    return len({tuple(prompt[: end + 1]) for prompt in prompts for end in range(len(prompt))})


def test_a_conversation_is_not_read_again_after_calls_ran_beside_it(fresh: LlamaEngine) -> None:
    question = Message("user", "Which law governs the agreement? " + PASSAGES[5])
    root = [Message("system", "You work step by step."), question]
    first = fresh.complete(Request(tuple(root), max_tokens=8), CancelToken())
    for _ in range(2):
        fresh.complete_each(requests(max_tokens=2), CancelToken())
    root += [Message("assistant", first.text), Message("user", "Go on.")]
    second = fresh.complete(Request(tuple(root), max_tokens=4), CancelToken())
    assert second.usage.reused >= first.usage.prompt


def test_each_reply_is_reported_once_as_it_is_finished(engine: LlamaEngine) -> None:
    seen: dict[int, Completion] = {}

    def done(index: int, completion: Completion) -> None:
        assert index not in seen
        seen[index] = completion

    asked = requests(max_tokens=3)
    replies = engine.complete_each(asked, CancelToken(), done)
    assert replies == [seen[i] for i in range(len(asked))]


def test_the_seconds_of_a_batch_are_shared_out_among_its_calls(fresh: LlamaEngine) -> None:
    begin = time.perf_counter()
    replies = fresh.complete_each(requests(max_tokens=8), CancelToken())
    wall = time.perf_counter() - begin
    total = sum((reply.usage for reply in replies), Usage())
    assert 0.5 * wall < total.read_seconds + total.generate_seconds <= wall


def test_more_calls_than_the_cache_holds_all_get_their_replies(tiny_model: Path) -> None:
    engine = load(tiny_model, window=256)
    asked = [
        Request((Message("user", f"{i}. " + "Say a word. " * (i % 5 + 1)),), max_tokens=4)
        for i in range(40)
    ]
    replies = engine.complete_each(asked, CancelToken())
    cache = engine._batcher._cache
    assert len(replies) == 40
    assert cache.occupied <= cache.cells
    assert all(not held.busy for held in cache.held)
    engine.close()


@pytest.mark.parametrize("after", [0.0, 0.05, 0.3, 0.9])
def test_a_cancel_ends_a_call_at_once_and_the_engine_goes_on(
    engine: LlamaEngine, after: float
) -> None:
    before = engine.complete(requests()[0], CancelToken()).text
    cancel = CancelToken()
    long = Request((Message("user", f"{after} " + PASSAGES[2] * 14),), max_tokens=200)
    cancelled_at: list[float] = []

    def stop() -> None:
        cancelled_at.append(time.perf_counter())
        cancel.cancel()

    timer = threading.Timer(after, stop)
    timer.start()
    with pytest.raises(Cancelled):
        engine.complete_each([long, *requests(max_tokens=100)], cancel)
    took = time.perf_counter() - cancelled_at[0]
    timer.join()
    # 0.3 s on a machine at rest, which the benchmark measures; tests run on busy ones.
    assert took < 1.5
    assert all(not held.busy for held in engine._batcher._cache.held)
    assert engine.complete(requests()[0], CancelToken()).text == before


def test_a_call_that_was_cancelled_before_computes_nothing(engine: LlamaEngine) -> None:
    cancel = CancelToken()
    cancel.cancel()
    occupied = engine._batcher._cache.occupied
    with pytest.raises(Cancelled):
        engine.judge_each([[Message("user", "Never read.")]], cancel)
    assert engine._batcher._cache.occupied == occupied


def test_an_error_of_the_caller_leaves_the_engine_usable(engine: LlamaEngine) -> None:
    def fail(_: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        engine.complete(requests()[1], CancelToken(), fail)
    assert all(not held.busy for held in engine._batcher._cache.held)
    assert engine.complete(requests()[1], CancelToken()).text


def test_the_grammar_is_asked_little_and_chooses_as_if_asked_everything(
    engine: LlamaEngine,
) -> None:
    from app.engine.llama.sampling import Sampler

    random = np.random.default_rng(3)
    quick = Sampler(engine._model, 'root ::= ("yes" | "no" | [0-9])+', 0.0, 0)
    thorough = Sampler(engine._model, 'root ::= ("yes" | "no" | [0-9])+', 0.0, 0)
    everything = np.arange(engine._model.vocab_size, dtype=np.int32)
    for _ in range(12):
        logits = random.normal(size=engine._model.vocab_size).astype(np.float32)
        best = int(thorough._ask(everything, logits).argmax())
        assert quick.choose(logits) == best
        if engine._model.ends(best):
            break
        quick.accept(best)
        thorough.accept(best)
    quick.close()
    thorough.close()


def test_a_cache_smaller_than_a_batch_is_filled_in_smaller_ones(tiny_model: Path) -> None:
    # llama.cpp ends the process on a batch larger than its cache.
    engine = load(tiny_model, window=64)
    asked = [
        Request((Message("user", f"{i}. " + "Say a word. " * (i % 3 + 1)),), max_tokens=2)
        for i in range(16)
    ]
    replies = engine.complete_each(asked, CancelToken())
    assert len(replies) == 16
    assert sum(reply.usage.prompt - reply.usage.reused for reply in replies) > 128
    engine.close()
