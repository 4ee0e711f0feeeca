"""What a verb takes, as plain JSON, and back: identifiers, moments, vocabulary, frozen rows."""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID


def pack(value: object) -> Any:
    """Plain JSON; what is more than JSON says what it is. `TypeError` for what is not known."""
    if isinstance(value, Enum):
        return {"enum": _name(type(value)), "value": value.value}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    for kind, packed in _PACKED.items():
        if isinstance(value, kind):
            return packed(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: pack(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"row": _name(type(value)), "fields": fields}
    raise TypeError(f"a deed cannot keep a {type(value).__name__}")


def unpack(kept: Any) -> Any:
    """What `pack` made; a list comes back as a tuple."""
    if not isinstance(kept, dict):
        return kept
    kind = next(iter(kept))
    return _UNPACKED[kind](kept)


def named(name: str) -> Any:
    """Something of ours by 'vipdesk.room.file:name'; `TypeError` for anything else."""
    module, _, what = name.partition(":")
    if module.split(".")[0] != "vipdesk" or "." in what:
        raise TypeError(f"{name} is not ours")
    return getattr(importlib.import_module(module), what)


# A datetime is a date too, so it comes first.
_PACKED: dict[Any, Callable[[Any], Any]] = {
    UUID: lambda v: {"uuid": str(v)},
    datetime: lambda v: {"at": v.isoformat()},
    date: lambda v: {"on": v.isoformat()},
    Mapping: lambda v: {"map": {str(k): pack(x) for k, x in v.items()}},
    list | tuple | frozenset: lambda v: {"list": [pack(x) for x in v]},
}
_UNPACKED: dict[str, Callable[[dict[str, Any]], Any]] = {
    "uuid": lambda k: UUID(k["uuid"]),
    "at": lambda k: datetime.fromisoformat(k["at"]),
    "on": lambda k: date.fromisoformat(k["on"]),
    "map": lambda k: {name: unpack(v) for name, v in k["map"].items()},
    "list": lambda k: tuple(unpack(v) for v in k["list"]),
    "enum": lambda k: _class(k["enum"])(k["value"]),
    "row": lambda k: _class(k["row"])(**{name: unpack(v) for name, v in k["fields"].items()}),
}


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


def _class(name: str) -> Any:
    found = named(name)
    kept = isinstance(found, type) and (issubclass(found, Enum) or dataclasses.is_dataclass(found))
    if not kept:
        raise TypeError(f"{name} is not kept in deeds")
    return found
