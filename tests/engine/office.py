"""A model server for tests, which can be made to misbehave."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Office(ThreadingHTTPServer):
    """A server that answers properly, except where a test has it misbehave.

    Attributes:
        asked: the path and body of every request, in order.
        headers: those of the last request.
        kind: who made it, as it says.
        chat: what is done with a request for a reply.
        most: how many requests for replies were under way at once.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.headers: dict[str, str] = {}
        self.kind = "someone"
        self.chat: Callable[[Desk, dict[str, Any]], None] = lambda desk, _: desk.reply("Good day.")
        self.most = 0
        self.under_way = 0
        self.lock = threading.Lock()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def chats(self) -> list[dict[str, Any]]:
        return [body for path, body in self.asked if path == "/v1/chat/completions"]


class Desk(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: Office

    def do_GET(self) -> None:
        self.server.headers = dict(self.headers)
        if self.path == "/v1/models":
            model = {"id": "large", "owned_by": self.server.kind, "max_model_len": 4096}
            self.json({"data": [model, {"id": "small", "owned_by": self.server.kind}]})
        elif self.path == "/props":
            self.json({"default_generation_settings": {"n_ctx": 2048}})
        else:
            self.json({"error": "no such page"}, 404)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, body))
        if self.path == "/tokenize":
            said = body.get("content") or str(body.get("messages") or body.get("prompt"))
            self.json({"tokens": said.split(), "count": len(said.split())})
        elif self.path == "/apply-template":
            self.json({"prompt": " ".join(m["content"] for m in body["messages"]) + " reply:"})
        elif self.path == "/v1/chat/completions":
            with self.server.lock:
                self.server.under_way += 1
                self.server.most = max(self.server.most, self.server.under_way)
            try:
                self.server.chat(self, body)
            finally:
                with self.server.lock:
                    self.server.under_way -= 1
        else:
            self.json({"error": {"message": "no such page"}}, 404)

    def json(self, value: object, status: int = 200, **headers: str) -> None:
        self.whole(json.dumps(value).encode(), "application/json", status, **headers)

    def whole(self, data: bytes, kind: str, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def event(self, value: object) -> None:
        data = value if isinstance(value, str) else json.dumps(value)
        self.wfile.write(f"data: {data}\n\n".encode())
        self.wfile.flush()

    def say(self, piece: str, finish: str | None = None) -> None:
        self.event({"choices": [{"delta": {"content": piece}, "finish_reason": finish}]})

    def reply(self, text: str, finish: str = "stop") -> None:
        self.begin()
        for word in text.split(" "):
            self.say(word if text.startswith(word) else f" {word}")
        self.say("", finish)
        usage: dict[str, Any] = {"prompt_tokens": 12, "completion_tokens": 3}
        usage["prompt_tokens_details"] = {"cached_tokens": 9}
        self.event({"choices": [], "usage": usage})
        self.event("[DONE]")

    def log_message(self, *_: object) -> None:
        pass
