"""A server is used only once it was named; its key stays in the keyring and goes nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from app.config import Paths
from app.engine.server.settings import KEY_VARIABLE, ServerChoice, ServerSettings
from app.errors import ModelError, UsageError

OFFICE = "https://models.office.example/v1"
OTHER = "https://elsewhere.example/v1"


class Memory(KeyringBackend):
    """A keyring that lasts as long as a test."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("there is none")


class Locked(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("it is locked")

    set_password = get_password  # type: ignore[assignment]


def _use(backend: KeyringBackend) -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    yield
    keyring.set_keyring(before)


@pytest.fixture
def ring() -> Iterator[Memory]:
    backend = Memory()
    for _ in _use(backend):
        yield backend


@pytest.fixture
def no_ring() -> Iterator[None]:
    yield from _use(NoKeyring())


@pytest.fixture
def locked() -> Iterator[None]:
    yield from _use(Locked())


@pytest.fixture
def settings(paths: Paths) -> ServerSettings:
    return ServerSettings(paths)


def test_none_is_used_at_first(settings: ServerSettings) -> None:
    assert settings.choice() is None
    assert not settings.path.exists()


def test_address_and_model_are_kept_and_the_key_is_not_beside_them(
    settings: ServerSettings, ring: Memory, paths: Paths
) -> None:
    settings.use(ServerChoice(OFFICE, "large"), "s3cret")
    again = ServerSettings(paths)
    assert again.choice() == ServerChoice(OFFICE, "large")
    assert again.key(OFFICE) == "s3cret"
    assert "s3cret" not in settings.path.read_text()
    assert again.key_is_from(OFFICE) == "the keyring of this machine"


def test_a_key_is_for_one_address_only(settings: ServerSettings, ring: Memory) -> None:
    settings.use(ServerChoice(OFFICE), "s3cret")
    settings.use(ServerChoice(OTHER))
    assert settings.key(OTHER) == ""
    assert settings.key(OFFICE) == "s3cret"


def test_forgetting_a_server_deletes_its_key(settings: ServerSettings, ring: Memory) -> None:
    settings.use(ServerChoice(OFFICE), "s3cret")
    assert settings.forget()
    assert settings.choice() is None
    assert ring.kept == {}
    assert not settings.forget()


def test_the_environment_goes_before_the_keyring(
    settings: ServerSettings, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.use(ServerChoice(OFFICE), "s3cret")
    monkeypatch.setenv(KEY_VARIABLE, "today's")
    assert settings.key(OFFICE) == "today's"
    assert KEY_VARIABLE in settings.key_is_from(OFFICE)


def test_a_keyring_that_a_test_defines_is_nobody_elses() -> None:
    assert isinstance(keyring.get_keyring(), NoKeyring)


def test_without_a_keyring_a_key_is_refused_and_the_way_round_is_named(
    settings: ServerSettings, no_ring: None
) -> None:
    with pytest.raises(ModelError) as caught:
        settings.use(ServerChoice(OFFICE), "s3cret")
    assert KEY_VARIABLE in caught.value.hint
    assert "s3cret" not in str(caught.value)
    assert settings.choice() is None, "a server without its key would only refuse"
    settings.use(ServerChoice(OFFICE))
    assert settings.key(OFFICE) == ""
    assert settings.forget()


def test_a_locked_keyring_is_said_to_be(settings: ServerSettings, locked: None) -> None:
    with pytest.raises(ModelError, match="locked"):
        settings.key(OFFICE)


@pytest.mark.parametrize("address", ["", "models", "ftp://office", "https://user:key@office/v1"])
def test_what_is_no_address_is_not_kept(settings: ServerSettings, address: str) -> None:
    with pytest.raises(UsageError):
        settings.use(ServerChoice(address))
    assert settings.choice() is None


def test_a_spoiled_file_is_not_taken_for_no_server(settings: ServerSettings) -> None:
    settings.path.parent.mkdir(parents=True)
    settings.path.write_text('{"address": 7')
    with pytest.raises(ModelError, match="cannot be read"):
        settings.choice()
    assert settings.forget()
    assert settings.choice() is None
