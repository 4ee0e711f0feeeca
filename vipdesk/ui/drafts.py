"""Typed text is never lost: what stands in an unfinished form is kept until it is saved.

Kept in memory, and two seconds after the last key in the vault (encrypted like everything
there), so that neither a lock nor a killed process takes it. Never on disk in the clear: what
people type about clients is personal data. Passwords never come here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from vipdesk import log, vocabulary
from vipdesk.errors import UserError
from vipdesk.ui.runner import Message

if TYPE_CHECKING:
    from vipdesk.access.drafts import KeptForm
    from vipdesk.ui.runner import Runner

SAVE_MS = 2_000


@dataclass(frozen=True, slots=True)
class Kept:
    """An unfinished form: its key, what stood in it, and whether it stood on the screen."""

    key: str
    values: Mapping[str, object]
    title: str = ""
    open: bool = False
    saved_at: datetime | None = None


class Drafts(QObject):
    """Unfinished forms by key, for example 'note' or 'talk:<client id>'.

    `offered(tuple[Kept, ...])` after unlocking: what stood open at the lock or the crash.
    """

    offered = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._kept: dict[str, Kept] = {}
        self._unsaved: set[str] = set()
        self._stored: set[str] = set()
        self._dropped: set[str] = set()
        self._being_saved: set[str] = set()
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.flush)

    # What forms call ---------------------------------------------------------------------------

    def keep(self, key: str, values: Mapping[str, object], *, title: str = "") -> None:
        """Keep what was typed; an empty form is no draft."""
        if not any(value not in ("", None, False) for value in values.values()):
            self.drop(key)
            return
        self._kept[key] = Kept(key, dict(values), title, open=True)
        self._unsaved.add(key)
        self._dropped.discard(key)
        self._timer.start()

    def get(self, key: str) -> Mapping[str, object]:
        """What was typed before, or nothing."""
        kept = self._kept.get(key)
        return dict(kept.values) if kept is not None else {}

    def lay_aside(self, key: str) -> None:
        """The form was closed with its text: kept, and not offered after the next unlock."""
        kept = self._kept.get(key)
        if kept is not None and kept.open:
            self._kept[key] = replace(kept, open=False)
            self._unsaved.add(key)
            self._timer.start()

    def drop(self, key: str) -> None:
        """Saved, or thrown away on purpose."""
        self._kept.pop(key, None)
        self._unsaved.discard(key)
        self._being_saved.discard(key)
        if key in self._stored:
            self._dropped.add(key)
            self.flush()

    def discard(self, key: str) -> None:
        """Thrown away without having been shown."""
        self._stored.add(key)
        self.drop(key)

    def saving(self, key: str) -> bool:
        """The form is being written with its draft's end (see `end_of`): a lock meanwhile does
        not keep the text a second time. True if a draft of it lies in the vault.
        """
        self._being_saved.add(key)
        return key in self._stored and self._writable()

    def not_saved(self, key: str) -> None:
        """The write was refused: the text is a draft again."""
        self._being_saved.discard(key)
        if key in self._kept:
            self._unsaved.add(key)
            self._timer.start()

    # What the window calls ---------------------------------------------------------------------

    def load(self, *, hidden: bool) -> None:
        """The club is open: take what was left, and tell what stood open."""
        self._told = False
        if not self._writable():
            return
        self._runner.read(partial(_read, hidden=hidden), self._on_loaded, owner=self)
        self._runner.write(partial(_expire, hidden=hidden), owner=self, failed=_quiet)

    def flush(self) -> None:
        """Write what is not in the vault yet. Before a lock the write stands before the closing
        in the worker's line, so that the text is there when the key goes.
        """
        self._timer.stop()
        unsaved = frozenset(self._unsaved - self._being_saved)
        dropped = frozenset(self._dropped)
        if not self._writable() or not (unsaved or dropped):
            return
        forms = tuple(self._kept[key] for key in sorted(unsaved))
        self._unsaved -= unsaved
        self._dropped.clear()
        self._stored = (self._stored | unsaved) - dropped

        def failed(error: Exception) -> bool:
            return self._on_failed(error, unsaved, dropped)

        self._runner.write(partial(_write, forms=forms, dropped=dropped), owner=self, failed=failed)

    def clear(self) -> None:
        """The desk is locked: nothing of it stays in memory."""
        self._timer.stop()
        self._kept.clear()
        for keys in (self._unsaved, self._stored, self._dropped, self._being_saved):
            keys.clear()

    # Inside --------------------------------------------------------------------------------------

    def _writable(self) -> bool:
        """A copy of a team's rows takes nothing but what is replayed later."""
        office = self._runner.office
        return office is not None and getattr(office, "home", "") != "offline"

    def _on_loaded(self, kept: tuple[Kept, ...]) -> None:
        for form in kept:
            self._stored.add(form.key)
            if form.values:
                self._kept.setdefault(form.key, form)
        standing = tuple(form for form in kept if form.open)
        if standing:
            self.offered.emit(standing)

    def _on_failed(
        self, error: Exception, unsaved: frozenset[str], dropped: frozenset[str]
    ) -> bool:
        """Try again with the next key; say it once, not every two seconds."""
        self._unsaved |= {key for key in unsaved if key in self._kept}
        self._dropped |= dropped
        log.failure("drafts.unsaved", error)
        if not self._told and isinstance(error, UserError):
            self._runner.said.emit(Message(error.say, tone="danger"))
        told, self._told = self._told, True
        return told or isinstance(error, UserError)


def end_of(desk: Any, key: str) -> None:
    """A form was saved: its draft goes in the same transaction."""
    from vipdesk.access.drafts import drop_drafts

    drop_drafts(desk, (key,))


def _quiet(error: Exception) -> bool:
    """Drafts that cannot be tidied today are tidied another day."""
    log.failure("drafts.unswept", error)
    return True


def _expire(desk: Any, *, hidden: bool) -> None:
    from vipdesk.access.drafts import expire_drafts

    expire_drafts(desk, hidden=hidden)


def _read(desk: Any, *, hidden: bool) -> tuple[Kept, ...]:
    from vipdesk.access.drafts import list_drafts

    found = list_drafts(desk, hidden=hidden)
    return tuple(Kept(f.key, plain(f.values), f.title, f.open, f.saved_at) for f in found)


def _write(desk: Any, *, forms: tuple[Kept, ...], dropped: frozenset[str]) -> None:
    from vipdesk.access.drafts import drop_drafts, keep_drafts

    drop_drafts(desk, sorted(dropped))
    keep_drafts(desk, tuple(_stored(form) for form in forms))


def _stored(kept: Kept) -> KeptForm:
    from vipdesk.access.drafts import KeptForm

    return KeptForm(kept.key, packed(kept.values), kept.title, kept.open)


# Values of fields as JSON: what JSON does not know is a pair of its kind and its text. -----------


def packed(values: Mapping[str, object]) -> dict[str, Any]:
    """{name: value} of a form as plain JSON; what cannot be kept is left out."""
    made = {name: _pack(value) for name, value in values.items()}
    return {name: value for name, value in made.items() if value is not _UNKNOWN}


def plain(stored: Mapping[str, Any]) -> dict[str, object]:
    """The way back; values of a version that no longer knows them are left out."""
    made: dict[str, object] = {}
    for name, value in stored.items():
        try:
            made[name] = _unpack(value)
        except (ValueError, TypeError, AttributeError, LookupError):
            continue
    return made


_UNKNOWN = object()


def _pack(value: object) -> Any:  # noqa: PLR0911 one line a kind
    match value:
        case Enum():
            return {"of": type(value).__name__, "is": value.value}
        case None | bool() | int() | str():
            return value
        case UUID():
            return {"of": "id", "is": str(value)}
        case datetime():
            return {"of": "moment", "is": value.isoformat()}
        case date():
            return {"of": "day", "is": value.isoformat()}
        case time():
            return {"of": "time", "is": value.isoformat()}
        case tuple():
            return {"of": "row", "is": [_pack(v) for v in value]}
        case _:
            return _UNKNOWN


_KINDS: dict[str, Any] = {
    "id": UUID,
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
}


def _unpack(value: Any) -> object:
    if not isinstance(value, dict):
        return value
    kind, inner = value["of"], value["is"]
    if kind == "row":
        return tuple(_unpack(v) for v in inner)
    make = _KINDS.get(kind) or getattr(vocabulary, kind)
    return make(inner)
