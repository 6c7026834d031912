"""What goes through everything says first what that takes, and what the limits allow of it."""

import json
from dataclasses import replace

import pytest

from app.engine.engine import Usage
from app.recursion.budget import Depth, Limits
from app.recursion.events import CellRan, Estimated, SubcallStarted
from app.recursion.settings import Settings
from tests.recursion.papers import LARGE, Reviewed, ask, document
from tests.recursion.scripted import ScriptedEngine, reader

AMPLE = Limits(turns=20, subcalls=5_000, tokens=10**7, seconds=3_000)
FIND = '{"kind": "find", "phrases": ["notice board", "in good repair"]}'
SUMMARY = '{"kind": "summarize", "phrases": ["overview"]}'
EACH = json.dumps({"kind": "each", "question": "What is the notice period of this lease?"})


class PacedEngine(ScriptedEngine):
    """Reads 50 tokens a second and writes 10: a plan's call says how fast the model is."""

    def complete(self, request, cancel, on_token=None):
        done = super().complete(request, cancel, on_token)
        return replace(done, usage=_paced(done.usage))

    def judge_each(self, conversations, cancel):
        found = super().judge_each(conversations, cancel)
        return [replace(one, usage=_paced(one.usage)) for one in found]


def _paced(usage: Usage) -> Usage:
    return replace(usage, read_seconds=usage.prompt / 50, generate_seconds=usage.generated / 10)


def paper(clauses: int):
    """So many clauses of about 400 characters."""
    return document(
        *(
            f"# {n} Clause\nUnder clause {n} the carrier keeps board {n} in good repair.\n"
            + f"Board {n} stands at gate {n} and is painted every spring. " * 6
            for n in range(1, clauses + 1)
        ),
        name="long.pdf",
    )


def run(
    documents,
    *plans: str,
    depth: Depth = Depth.EXHAUSTIVE,
    question: str = "How long is the notice?",
    limits: Limits = AMPLE,
    engine: type[ScriptedEngine] = PacedEngine,
) -> Reviewed:
    settings = Settings(depth, protocol="plan", direct_tokens=0)
    made = engine(lambda request: plans[0], read=reader("notice is"), judge=lambda _: 0.1)
    return ask(made, question, documents, settings, limits=limits)


def told(reviewed: Reviewed) -> Estimated:
    (estimated,) = reviewed.all(Estimated)
    return estimated


def test_reading_every_passage_is_estimated_before_it_begins() -> None:
    reviewed = run([paper(60)], FIND)
    events = reviewed.events
    at = events.index(told(reviewed))
    cells = [i for i, e in enumerate(events) if isinstance(e, CellRan)]
    assert cells[1] < at < cells[2], "after the searches, before the cell that reads everything"
    ahead = [e for e in events[at:] if isinstance(e, SubcallStarted)]
    assert len(ahead) > 20
    assert "Everything is read, about 2" in told(reviewed).words


def test_it_grows_in_proportion_to_the_documents() -> None:
    small, large = (told(run([paper(n)], FIND)) for n in (100, 400))
    asking = 300 * 40  # The likeliest are asked about, however many there are.
    assert (large.tokens - asking) / (small.tokens - asking) == pytest.approx(4, rel=0.1)


def test_its_time_is_told_by_how_fast_the_model_is() -> None:
    estimated = told(run([paper(100)], FIND))
    assert estimated.seconds is not None
    written = 30 * 40
    expected = (estimated.tokens - written) / 50 + written / 10
    assert estimated.seconds == pytest.approx(expected, rel=0.01)
    assert estimated.words.endswith(f" It takes about {round(expected / 60)} min.")


def test_where_no_speed_is_known_no_time_is_told() -> None:
    estimated = told(run([paper(100)], FIND, engine=ScriptedEngine))
    assert estimated.seconds is None
    assert estimated.words.endswith(" tokens.")


def test_what_the_limits_do_not_allow_is_said() -> None:
    estimated = told(run([paper(100)], FIND, limits=replace(AMPLE, tokens=30_000)))
    assert estimated.share < 0.95
    assert f"The limits allow for about {estimated.share:.0%} of it." in estimated.words
    assert "limits" not in told(run([paper(100)], FIND)).words


def test_a_summary_of_everything_is_estimated_by_its_parts() -> None:
    reviewed = run([paper(60)], SUMMARY)
    assert told(reviewed).words.startswith("Everything is read, in about 10 parts: ")
    assert len(reviewed.cells) == 1, "what finds nothing in everything is not tried again"


def test_a_question_put_to_each_document_is_estimated() -> None:
    leases = [
        document(f"# Lease {n}\nThe notice is {n} days.\n" + "It binds. " * 400, name=f"{n}.pdf")
        for n in range(12)
    ]
    reviewed = run(leases, EACH, depth=Depth.STANDARD, question="What is the notice in each lease?")
    assert told(reviewed).words.startswith("12 documents are asked one by one: about ")


def test_a_search_is_not_estimated() -> None:
    assert not run([paper(60)], FIND, depth=Depth.STANDARD, limits=LARGE).all(Estimated)
