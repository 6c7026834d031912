"""OpenAI's protocol: what a server is sent, and what it answers."""

from __future__ import annotations

import math

from app.engine.engine import Request, Usage
from app.engine.server.http import Body
from app.errors import ModelError


def body_of(request: Request, model: str, kind: str) -> Body:
    """What a server is sent for a request.

    Args:
        request: what is asked.
        model: its name there.
        kind: of server, as it says whose the model is: "vllm", "llamacpp", or another.
    """
    messages = [{"role": m.role, "content": m.content} for m in request.messages]
    body: Body = {
        "model": model,
        "messages": messages,
        "max_tokens": request.max_tokens,
        "temperature": request.temperature,
        "seed": request.seed,
    }
    if request.stop:
        body["stop"] = list(request.stop)
    if request.prefill:
        messages.append({"role": "assistant", "content": request.prefill})
        if kind == "vllm":
            body |= {"continue_final_message": True, "add_generation_prompt": False}
    if request.grammar and kind == "vllm":
        body["structured_outputs"] = {"grammar": request.grammar}
    elif request.grammar:
        body["grammar"] = request.grammar
    return body


def first_choice(event: Body) -> Body:
    """The first reply in what the server sent; empty where there is none."""
    choices = event.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else {}
    return first if isinstance(first, dict) else {}


def usage_of(event: Body) -> Usage | None:
    """What the server says a call cost, where it says so."""
    said = event.get("usage")
    if not isinstance(said, dict):
        return None
    details = said.get("prompt_tokens_details") or {}
    return Usage(
        prompt=_number(said.get("prompt_tokens")),
        reused=_number(details.get("cached_tokens")),
        generated=_number(said.get("completion_tokens")),
    )


def probability(said: Body) -> float:
    """P(Yes) / (P(Yes) + P(No)) over the alternatives given for the first token."""
    tokens = (first_choice(said).get("logprobs") or {}).get("content") or []
    if not tokens:
        raise ModelError(
            "The server does not give the probabilities of tokens, so it can't judge passages.",
            "Use a server that answers `logprobs`, such as llama-server or vLLM.",
        )
    weights = {"yes": 0.0, "no": 0.0}
    for alternative in tokens[0].get("top_logprobs") or []:
        word = str(alternative.get("token", "")).strip().lower()
        if word in weights:
            weights[word] += math.exp(float(alternative.get("logprob", -math.inf)))
    total = weights["yes"] + weights["no"]
    return weights["yes"] / total if total else 0.5


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def parameters(model: Body) -> int:
    """How many weights a model has, as far as the server tells; 0 if it does not."""
    meta = model.get("meta")
    return _number(meta.get("n_params")) if isinstance(meta, dict) else 0
