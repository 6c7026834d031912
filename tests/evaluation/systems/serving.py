"""The engine that is being evaluated, lent to another program as an OpenAI-compatible server.

Requests are answered on the thread that owns the engine, one at a time, so that another system
runs the very same model, settings and cache as Pincite does, and nothing is loaded twice.
"""

from __future__ import annotations

import json
import time
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer
from typing import Any

from app.cancel import Cancelled, CancelToken
from app.engine.engine import Completion, Engine, Message, Request, Usage
from app.errors import UserError
from tests.evaluation.systems.rlms_child import TIME_IS_UP

_SPARE = 8
_LEAST_REPLY = 16
_ROLES = {"system": "system", "developer": "system", "assistant": "assistant"}


class EngineServer(TCPServer):
    """Answers `/v1/chat/completions` on a port of this machine, while `serve` is called.

    Attributes:
        usage: of all calls since it was made.
        turns: calls whose conversation has a system message: those of a root.
        subcalls: all others.
        refused: calls that did not fit the window.
    """

    request_queue_size = 64

    def __init__(self, engine: Engine, cancel: CancelToken, most_tokens: int) -> None:
        """Begin to listen.

        Args:
            engine: that answers; used by the thread that calls `serve` only.
            cancel: breaks a call off.
            most_tokens: of a reply, where the request asks for more or for nothing.
        """
        super().__init__(("127.0.0.1", 0), _Handler)
        self.timeout = 0.1
        self.engine = engine
        self.cancel = cancel
        self.most_tokens = most_tokens
        self.usage = Usage()
        self.turns = self.subcalls = self.refused = 0

    @property
    def address(self) -> str:
        """Where it is reached, as clients want it."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def serve(self) -> None:
        """Answer one request, or return after a tenth of a second without any."""
        self.handle_request()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a client that was killed has left in the middle."""

    def answer(self, body: dict[str, Any]) -> Completion:
        """One reply.

        Raises:
            UserError: if the conversation does not fit the window, or the model fails.
            Cancelled: if the time is up.
        """
        messages = tuple(
            Message(_ROLES.get(m["role"], "user"), _text(m.get("content")))  # type: ignore[arg-type]
            for m in body["messages"]
        )
        is_root = any(message.role == "system" for message in messages)
        self.turns += is_root
        self.subcalls += not is_root
        room = self.engine.model.window - self.engine.count(messages) - _SPARE
        wanted = body.get("max_completion_tokens") or body.get("max_tokens") or self.most_tokens
        if room < _LEAST_REPLY:
            self.refused += 1
        request = Request(
            messages,
            max_tokens=max(_LEAST_REPLY, min(room, int(wanted), self.most_tokens)),
            temperature=float(body.get("temperature") or 0.0),
            seed=int(body.get("seed") or 0),
        )
        completion = self.engine.complete(request, self.cancel)
        self.usage += completion.usage
        return completion


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: EngineServer
    timeout = 30

    def do_GET(self) -> None:
        self._send(200, {"object": "list", "data": [{"id": self.server.engine.model.id}]})

    def do_POST(self) -> None:
        try:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            completion = self.server.answer(body)
        except UserError as error:
            self._send(400, {"error": {"message": str(error), "type": "invalid_request_error"}})
        except Cancelled:
            self._send(408, {"error": {"message": TIME_IS_UP, "type": "timeout"}})
        except (KeyError, TypeError, ValueError) as error:
            self._send(400, {"error": {"message": repr(error), "type": "invalid_request_error"}})
        else:
            self._send(200, _reply(completion, self.server.engine.model.id))

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _send(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _text(content: Any) -> str:
    """The text of a message, which may come in parts."""
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content)
    return str(content or "")


def _reply(completion: Completion, model: str) -> dict[str, Any]:
    usage = completion.usage
    return {
        "id": "reply",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": model,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": completion.text},
                "finish_reason": completion.finish,
            }
        ],
        "usage": {
            "prompt_tokens": usage.prompt,
            "completion_tokens": usage.generated,
            "total_tokens": usage.prompt + usage.generated,
        },
    }
