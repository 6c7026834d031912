"""Talking to a model server: retries, limits, one clear error for all that goes wrong."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import ssl
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import httpx2

from app.cancel import Cancelled, CancelToken
from app.errors import ModelError, UsageError

T = TypeVar("T")
Body = dict[str, Any]

_LOOK_EVERY = 0.05  # seconds between looks at a cancel token
_LARGEST = 32 * 1024 * 1024  # bytes of an answer
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_DONE = "[DONE]"


class Passing(Exception):
    """Something went wrong that may be over when it is tried again."""

    def __init__(self, what: str, wait: float = 0.0) -> None:
        super().__init__(what)
        self.wait = wait


class Refused(ModelError):
    """The server does not take a request, and would not take it a second time.

    Attributes:
        status: its HTTP status.
    """

    def __init__(self, message: str, hint: str, status: int) -> None:
        super().__init__(message, hint)
        self.status = status


class ServerConnection:
    """One server at an address that the user named. Nothing is sent anywhere else.

    Redirects are not followed, and proxies of the environment are not used: text goes to the
    address and nowhere else.
    """

    def __init__(
        self, address: str, key: str = "", *, stall: float = 120.0, retries: int = 4
    ) -> None:
        """Prepare; nothing is sent yet.

        Args:
            address: such as `https://models.office.example/v1`.
            key: sent as a bearer token, if any.
            stall: seconds without a byte from the server after which it counts as stalled.
            retries: how often a request is tried again.

        Raises:
            UsageError: if the address is none.
        """
        url = server_url(address)
        self.host = url.host
        self._local = is_local(url.host)
        self._url = str(url) if str(url).endswith("/v1") else f"{url}/v1"
        self._stall = stall
        self._retries = retries
        self._client = httpx2.AsyncClient(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx2.Timeout(stall, connect=10.0),
            follow_redirects=False,
            trust_env=False,
        )

    @property
    def place(self) -> str:
        """Where text goes, in words that follow "server"."""
        if self._local:
            return f"at {self.host}, on this machine"
        clear = "" if self._url.startswith("https:") else ", not encrypted"
        return f"at {self.host}: text leaves this machine{clear}"

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def get(self, path: str) -> Body:
        """A JSON object from a path under the address.

        Raises:
            ModelError: if the server can't be reached, refuses, or does not answer with one.
        """
        return await self._patiently(lambda: self._whole("GET", path, None))

    async def post(self, path: str, body: Body) -> Body:
        """The JSON object that comes back for one. Raises as `get`."""
        return await self._patiently(lambda: self._whole("POST", path, body))

    async def stream(self, path: str, body: Body, take: Callable[[Body], None]) -> None:
        """Hand each event that comes back to `take`. Tried again only before the first.

        Raises as `get`.
        """
        await self._patiently(lambda: self._events(path, body, take))

    async def _patiently(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """Try, and try again after a pause that doubles, while what goes wrong may pass."""
        pause = 0.5
        for left in range(self._retries, -1, -1):
            try:
                return await attempt()
            except Passing as error:
                if left == 0:
                    raise ModelError(
                        f"{self.host} {error}, {self._retries + 1} times in a row.",
                        "See that the server runs and is reached at this address, then try again.",
                    ) from error
                await asyncio.sleep(max(pause, min(error.wait, 30.0)))
                pause *= 2
        raise AssertionError("the last attempt returns or raises")

    async def _whole(self, method: str, path: str, body: Body | None) -> Body:
        data = bytearray()
        try:
            async with self._client.stream(method, self._path(path), json=body) as response:
                await self._check(response)
                async for piece in response.aiter_bytes():
                    data += piece
                    if len(data) > _LARGEST:
                        raise self._garbage("it does not end")
        except httpx2.RequestError as error:
            self._check_certificate(error)
            raise _passing(error) from error
        return self._object(bytes(data))

    async def _events(self, path: str, body: Body, take: Callable[[Body], None]) -> None:
        begun = False
        try:
            async with self._client.stream("POST", self._path(path), json=body) as response:
                await self._check(response)
                if "text/event-stream" not in response.headers.get("content-type", ""):
                    raise self._garbage("it is not a stream of events")
                async for event in httpx2.EventSource(response):
                    if event.data == _DONE:
                        return
                    begun = True
                    take(self._object(event.data.encode()))
        except httpx2.SSEError as error:
            raise self._garbage(str(error)) from error
        except httpx2.RequestError as error:
            if begun:
                raise ModelError(
                    f"{self.host} {_passing(error)} in the middle of a reply.",
                    "Ask again; what was found so far is kept.",
                ) from error
            self._check_certificate(error)
            raise _passing(error) from error
        if not begun:
            raise Passing("ended its reply before it began")
        raise ModelError(f"{self.host} broke off a reply.", "Ask again.")

    def _path(self, path: str) -> str:
        """A path under the address; one that begins with a slash is under the server's root."""
        return self._url.removesuffix("/v1") + path if path[0] == "/" else f"{self._url}/{path}"

    def _check_certificate(self, error: BaseException | None) -> None:
        """Raise if it was the server's certificate that kept a connection from being made."""
        while error is not None:
            if isinstance(error, ssl.SSLCertVerificationError):
                raise ModelError(
                    f"{self.host} can't prove that it is {self.host}: {error.verify_message}.",
                    "Nothing was sent. If the certificate is your office's own, have this machine "
                    "trust it.",
                ) from error
            error = error.__cause__ or error.__context__

    async def _check(self, response: httpx2.Response) -> None:
        """Raise unless the server took the request."""
        status = response.status_code
        if status == 200:
            return
        said = (await _beginning(response)).strip()
        if status in _PASSING:
            wait = response.headers.get("retry-after", "")
            raise Passing(
                f"answered with an error ({status})", float(wait) if wait.isdigit() else 0.0
            )
        if status in (401, 403):
            raise Refused(f"{self.host} refuses the key.", "Give the key again.", status)
        if 300 <= status < 400:
            raise Refused(
                f"{self.host} sends its callers elsewhere, and nothing was sent there.",
                "If you trust the other address, give that one.",
                status,
            )
        raise Refused(
            f"{self.host} refuses a request ({status}): {_message(said)}",
            "See that the address and the model are those of the server.",
            status,
        )

    def _object(self, data: bytes) -> Body:
        try:
            value = json.loads(data)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise self._garbage(repr(data[:60].decode("utf-8", "replace")))
        if isinstance(value.get("error"), dict | str):
            raise ModelError(f"{self.host} failed: {_message(json.dumps(value))}", "Ask again.")
        return value

    def _garbage(self, what: str) -> ModelError:
        return ModelError(
            f"What {self.host} answers is not what a model server says: {what}.",
            "See that the address is that of an OpenAI-compatible server.",
        )


def server_url(address: str) -> httpx2.URL:
    """The address of a server, checked.

    Raises:
        UsageError: if it is none.
    """
    try:
        url = httpx2.URL(address.strip().rstrip("/"))
    except httpx2.InvalidURL as error:
        raise UsageError(f"{address} is not an address: {error}.") from error
    if url.scheme not in ("http", "https") or not url.host or url.userinfo:
        raise UsageError(
            f"{address} is not the address of a server.",
            "Give one such as https://models.office.example/v1, without a password in it.",
        )
    return url


def is_local(host: str) -> bool:
    """Whether a host is this machine under its own name for itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def unless_cancelled(work: Awaitable[T], cancel: CancelToken) -> T:
    """Wait for work; give it up as soon as there is a cancel.

    Raises:
        Cancelled: if there was one.
    """
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            cancel.check()
            await asyncio.wait([task], timeout=_LOOK_EVERY)
    except Cancelled:
        task.cancel()
        await asyncio.wait([task])
        raise
    return task.result()


async def _beginning(response: httpx2.Response) -> str:
    """The first characters of what came with an error."""
    data = b""
    async for piece in response.aiter_bytes():
        data += piece
        if len(data) > 4096:
            break
    return data[:4096].decode("utf-8", "replace")


def _message(said: str) -> str:
    """What a server says is wrong, out of the several forms in which servers say it."""
    try:
        value = json.loads(said)
        error = value.get("error", value) if isinstance(value, dict) else value
        said = str(error.get("message", error) if isinstance(error, dict) else error)
    except ValueError:
        pass
    return said[:300].strip() or "it gives no reason."


def _passing(error: httpx2.RequestError) -> Passing:
    """What went wrong on the way, in words that follow the name of the server."""
    if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout):
        return Passing("can't be reached")
    if isinstance(error, httpx2.TimeoutException):
        return Passing("stalls")
    return Passing("drops the connection")
