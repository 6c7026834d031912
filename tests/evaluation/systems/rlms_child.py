"""Runs the library `rlms` over one question, in a process of its own: it runs what a model wrote.

Reads an order as JSON from standard input and writes the result as one line of JSON at the end of
standard output. Whoever starts it kills it when its time is up.
"""

from __future__ import annotations

import json
import sys
from typing import Any

TIME_IS_UP = "The time is up."
"""What the server says of calls after the end."""

MARK = "\x1eresult "
"""What the line of the result begins with; the model's code may print whatever it likes before."""


def main() -> int:
    """Carry out one order."""
    order = json.loads(sys.stdin.read())
    _limit(order["memory"])
    try:
        said = _ask(order)
    except Exception as error:
        partial = getattr(error, "partial_answer", None)
        late = type(error).__name__ == "TimeoutExceededError" or TIME_IS_UP in str(error)
        kind = "timeout" if late else "failed"
        why = "It did not end in time." if late else f"{error}"[:500]
        said = {"status": kind, "answer": partial or "", "error": why}
    sys.stdout.write(f"\n{MARK}{json.dumps(said)}\n")
    sys.stdout.flush()
    return 0


def _ask(order: dict[str, Any]) -> dict[str, Any]:
    # Here and not at the top: it takes a second to load.
    from rlm import RLM  # type: ignore[import-untyped]

    rlm = RLM(
        backend="openai",
        backend_kwargs={
            "base_url": order["address"],
            "api_key": "none",
            "model_name": order["model"],
            "max_retries": 0,
        },
        environment="local",
        max_iterations=order["turns"],
        max_timeout=order["seconds"],
        sampling_args={"temperature": 0.0, "max_tokens": order["reply_tokens"]},
    )
    done = rlm.completion(prompt=order["context"], root_prompt=order["question"])
    return {"status": "answered", "answer": str(done.response or ""), "error": ""}


def _limit(memory: int) -> None:
    """Keep code that a model wrote from taking the machine's memory or filling its disk."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**26, 2**26))


if __name__ == "__main__":
    sys.exit(main())
