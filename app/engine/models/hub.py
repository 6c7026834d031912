"""A model's file from the Hugging Face hub, resumed from any length."""

from __future__ import annotations

from collections.abc import Callable

import httpx2
from huggingface_hub import get_session, hf_hub_url
from huggingface_hub.errors import OfflineModeIsEnabled

from app.cancel import CancelToken
from app.engine.models.catalogue import HubSource
from app.engine.models.partial import Partial, SourceFailed

_TIMEOUT = httpx2.Timeout(20.0, connect=5.0)
_CHUNK = 1 << 18
_TRIES = 3


def fetch_from_hub(
    source: HubSource,
    partial: Partial,
    on_length: Callable[[int], None],
    cancel: CancelToken,
    endpoint: str | None = None,
) -> None:
    """Append the rest of the file to `partial`.

    A connection that breaks after some bytes came is taken up again, up to three times; one that
    can't be made is given up at once, so that the next source gets its turn.

    Args:
        source: where the file is.
        partial: the file under construction.
        on_length: told the length of `partial` as it grows.
        cancel: checked for every piece that comes.
        endpoint: address of a hub to use instead of the usual one.

    Raises:
        SourceFailed: if the hub can't be reached, or does not have the file in this size.
        Cancelled: if asked to stop.
    """
    url = hf_hub_url(source.repo, source.file, revision=source.revision, endpoint=endpoint)
    for attempt in range(1, _TRIES + 1):
        before = partial.length
        try:
            _stream(url, partial, on_length, cancel)
            return
        except OfflineModeIsEnabled as error:
            raise SourceFailed("the hub is switched off by HF_HUB_OFFLINE") from error
        except httpx2.ConnectError as error:
            raise SourceFailed("no connection") from error
        except httpx2.HTTPError as error:
            if partial.length == before or attempt == _TRIES:
                raise SourceFailed(_reason(error)) from error


def _stream(
    url: str, partial: Partial, on_length: Callable[[int], None], cancel: CancelToken
) -> None:
    # Without this, a server may compress, and the byte offsets of a resumed file mean nothing.
    headers = {"Accept-Encoding": "identity"}
    if partial.length:
        headers["Range"] = f"bytes={partial.length}-"
    session = get_session()
    with session.stream("GET", url, headers=headers, timeout=_TIMEOUT) as response:
        response.raise_for_status()
        if response.status_code == httpx2.codes.OK and partial.length:
            partial.restart()
        expected = partial.size - partial.length
        length = response.headers.get("Content-Length")
        if length is not None and int(length) != expected:
            raise SourceFailed("the file there has another size")
        for data in response.iter_raw(_CHUNK):
            cancel.check()
            partial.append(data)
            on_length(partial.length)


def _reason(error: httpx2.HTTPError) -> str:
    if isinstance(error, httpx2.HTTPStatusError):
        return f"it answered {error.response.status_code} {error.response.reason_phrase}"
    if isinstance(error, httpx2.TimeoutException):
        return "no answer within the time allowed"
    return f"the connection broke ({error})"
