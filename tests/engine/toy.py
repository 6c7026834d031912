"""A toy model and a hub that serves it."""

from __future__ import annotations

import http.server
import struct
from collections.abc import Callable

PART = 4_000_000
"""Bytes of the toy model's file in each package but the last."""

NOWHERE = "http://127.0.0.1:9"


def gguf(name: str = "Toy", *, architecture: str = "llama", weights: int = 10_000) -> bytes:
    """A small well-formed GGUF file of one tensor."""

    def text(value: str) -> bytes:
        return struct.pack("<Q", len(value)) + value.encode()

    fields = [
        text("general.architecture") + struct.pack("<I", 8) + text(architecture),
        text("general.name") + struct.pack("<I", 8) + text(name),
        text(f"{architecture}.context_length") + struct.pack("<II", 4, 2048),
        text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, 3) + text("a") * 3,
        text("tokenizer.ggml.scores") + struct.pack("<IIQ", 9, 6, 3) + bytes(12),
    ]
    tensor = text("w") + struct.pack("<I", 2) + struct.pack("<QQ", weights // 100, 100)
    tensor += struct.pack("<IQ", 0, 0)
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, len(fields)) + b"".join(fields) + tensor
    return head + bytes(weights * 4)


class Hub(http.server.ThreadingHTTPServer):
    """A hub on the loopback that serves one file, with ranges, and can misbehave."""

    def __init__(self, content: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content = content
        self.break_after: int | None = None
        self.ranges: list[str | None] = []
        self.on_request: Callable[[], None] = lambda: None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Hub

    def do_GET(self) -> None:
        asked = self.headers.get("Range")
        self.server.ranges.append(asked)
        self.server.on_request()
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        body = self.server.content[start:]
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.server.break_after is not None:
            body = body[: self.server.break_after]
            self.server.break_after = None
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass
