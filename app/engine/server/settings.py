"""The model server that the user named, if any: its address in a file, its key in the keyring."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.config import Paths
from app.errors import ModelError

KEY_VARIABLE = "PINCITE_SERVER_KEY"
_SERVICE = "pincite"


@dataclass(frozen=True, slots=True)
class ServerChoice:
    """A server that the user named.

    Attributes:
        address: such as `https://models.office.example/v1`.
        model: the name of a model there; "" for the first it has.
    """

    address: str
    model: str = ""


class ServerSettings:
    """Keeps the server that is to be used between starts. Nothing here opens a connection.

    The key is kept by address, so that it is never sent to another one.
    """

    def __init__(self, paths: Paths) -> None:
        """Use the file in a user's folder of preferences, which need not be there yet."""
        self._path = paths.config / "server.json"

    @property
    def path(self) -> Path:
        """The file that holds the address."""
        return self._path

    def choice(self) -> ServerChoice | None:
        """The server that is to be used; None, as at the beginning, for this machine alone.

        Raises:
            ModelError: if the file is spoiled. It is not taken for none: whoever set a server up
                would otherwise be answered by another model unawares.
        """
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=ServerChoice)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError) as error:
            raise ModelError(
                f"The settings of the server, {self._path}, cannot be read: {error}.",
                "Set it again, or forget it.",
                "pincite server set, or pincite server forget",
            ) from error

    def use(self, choice: ServerChoice, key: str | None = None) -> None:
        """Use a server from now on.

        Args:
            choice: the server.
            key: to be kept for it; None to leave what is kept.

        Raises:
            UsageError: if the address is none.
            ModelError: if the key or the address can't be kept.
        """
        # Here and not at the top: what speaks HTTP takes a while to load.
        from app.engine.server.http import server_url

        server_url(choice.address)
        if key:
            self._keep(choice.address, key)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_bytes(msgspec.json.format(msgspec.json.encode(choice)))
        except OSError as error:
            raise ModelError(
                f"{self._path} cannot be written: {error.strerror or error}.",
                "Check that the folder is yours to write to.",
            ) from error

    def forget(self) -> bool:
        """Use no server any more, and delete its key; whether there was one."""
        try:
            choice = self.choice()
        except ModelError:
            choice = None
        there = self._path.exists()
        self._path.unlink(missing_ok=True)
        if choice is not None:
            _forget_key(choice.address)
        return there

    def key(self, address: str) -> str:
        """The key for a server: from the environment, or else the keyring; "" if there is none.

        Raises:
            ModelError: if the keyring can't be asked.
        """
        return os.environ.get(KEY_VARIABLE, "") or _kept_key(address)

    def key_is_from(self, address: str) -> str:
        """Where the key for a server comes from, in words; "" if there is none."""
        if os.environ.get(KEY_VARIABLE):
            return f"the environment variable {KEY_VARIABLE}"
        return "the keyring of this machine" if _kept_key(address) else ""

    def _keep(self, address: str, key: str) -> None:
        import keyring
        import keyring.errors

        try:
            keyring.set_password(_SERVICE, address, key)
        except keyring.errors.NoKeyringError as error:
            raise ModelError(
                "This machine has no keyring to keep a key in.",
                f"Give the key in the environment variable {KEY_VARIABLE} instead.",
            ) from error
        except keyring.errors.KeyringError as error:
            raise _unusable(error) from error


def _kept_key(address: str) -> str:
    """The key that the keyring has for an address. Without a keyring there is none."""
    # Here and not at the top: finding out which keyring there is takes a while.
    import keyring
    import keyring.errors

    try:
        return keyring.get_password(_SERVICE, address) or ""
    except keyring.errors.NoKeyringError:
        return ""
    except keyring.errors.KeyringError as error:
        raise _unusable(error) from error


def _forget_key(address: str) -> None:
    import keyring
    import keyring.errors

    try:
        keyring.delete_password(_SERVICE, address)
    except (keyring.errors.NoKeyringError, keyring.errors.PasswordDeleteError):
        return  # there was none
    except keyring.errors.KeyringError as error:
        raise _unusable(error) from error


def _unusable(error: Exception) -> ModelError:
    return ModelError(
        f"The keyring of this machine can't be used: {error}.",
        f"Unlock it, or give the key in the environment variable {KEY_VARIABLE}.",
    )
