"""Models on this machine are verified, removed and added; the catalogue tells the truth."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

import pytest

from app.config import RESOURCES, Paths
from app.engine.models.catalogue import Catalogue, HubSource, WheelSource
from app.engine.models.gguf import read_header
from app.engine.models.store import ModelStore
from app.errors import ModelError
from tests.engine.toy import NOWHERE, Hub, gguf


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
        assert caught.value.command == "pincite model fetch toy"

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
