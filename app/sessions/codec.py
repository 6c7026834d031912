"""Events as rows: a type's name and a JSON payload, and back.

Reading is lenient where writing was done by another version: a field that is gone is ignored, a new
one takes its default, and what can't be read at all comes back as an `UnknownEvent`. A matter with
one odd event in it still opens.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

import msgspec

from app.recursion.events import Event, StateSaved


@dataclass(frozen=True, slots=True)
class UnknownEvent:
    """An event that this version can't read: its type's name and its payload as it stands."""

    type: str
    payload: str


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event of a run with its number, from 1, and the time at which it was recorded."""

    seq: int
    time: datetime
    event: Event | UnknownEvent


_TYPES: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}


def encode(event: Event) -> tuple[str, str]:
    """The type's name and the payload of an event.

    A state's bytes are left out: they are kept apart (`states`), the last of each run only.
    """
    if isinstance(event, StateSaved):
        event = replace(event, state=b"")
    name = type(event).__name__
    try:
        return name, msgspec.json.encode(event).decode()
    except UnicodeEncodeError:
        # Lone surrogates, from a broken file or half a token: JSON can hold them escaped only.
        return name, json.dumps(msgspec.to_builtins(event, builtin_types=(bytes,)))


def decode(name: str, payload: str) -> Event | UnknownEvent:
    """The event that `encode` was given, or an `UnknownEvent`."""
    kind = _TYPES.get(name)
    if kind is None:
        return UnknownEvent(name, payload)
    try:
        event: Event = msgspec.json.decode(payload, type=kind)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return _decode_slowly(kind, name, payload)
    return event


def _decode_slowly(kind: type[Event], name: str, payload: str) -> Event | UnknownEvent:
    """Read what msgspec's parser refuses though it is whole: escaped lone surrogates."""
    try:
        event: Event = msgspec.convert(json.loads(payload), kind)
    except (ValueError, msgspec.ValidationError):
        return UnknownEvent(name, payload)
    return event
