"""The door list of one event: what the door needs and nothing more, sealed for a door code.

A file of one line that anybody may read (which list, until when, how the code is stretched)
and a body that only the code opens: Argon2id (RFC 9106) over the code and the list's own id makes
the key, AES-256-GCM seals the guests under it. A list that is made again with the same code has
the same key, so that the desks' logs stay readable to each other. No address, no telephone, no
answer of another event is in it. After the event the guests are wiped; what is left opens the
logs of the desks, so that nothing that was noted at the door is lost.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from vipdesk.errors import UserError
from vipdesk.store.files import write_whole
from vipdesk.store.keyslots import FLOOR, Cost
from vipdesk.store.sealing import Sealer
from vipdesk.wording import Lang, Say, say

ENDING = ".vipdoor"
_WHAT = "VIP Desk door list"
_FORMAT = 1
_BEGINS = json.dumps({"what": _WHAT, "format": _FORMAT}).encode()[:-1]
# No I, L, O, U, 0, 1: the code is read aloud and typed at a noisy door. 12 letters: 59 bits.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LETTERS = 12
_ALIKE = str.maketrans("АВЕКМНРСТХ", "ABEKMHPCTX")
_MOST_BYTES = 16 * 1024 * 1024
# How long the desks' logs can still be handed over after the guests were wiped.
LOGS_STAY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DoorGuest:
    """A guest as the door knows one.

    forms: every spelling the guest may be found by. party: how many were promised a place, 0
    without a yes. allowance: companions allowed. seats: (place, table, chair), place 0 is the
    guest. host: who greets. birthday: 'MM-DD' when it is near, else ''.
    """

    id: UUID
    name: str
    latin: str
    forms: tuple[str, ...] = ()
    tier: str = ""
    tier_en: str = ""
    party: int = 0
    allowance: int = 0
    seats: tuple[tuple[int, int, int], ...] = ()
    host: str = ""
    host_en: str = ""
    address: str = ""
    address_en: str = ""
    note: str = ""
    birthday: str = ""
    first_time: bool = False
    greet: bool = False
    cards: tuple[str, ...] = ()

    @property
    def places(self) -> int:
        """The most people that may come in for this guest."""
        return max(self.party, 1 + self.allowance)

    def named(self, lang: Lang) -> str:
        """In the reader's letters."""
        return self.latin if lang is Lang.EN and self.latin else self.name


@dataclass(frozen=True, slots=True)
class DoorList:
    """All of it. capacity 0: nobody said. shares: places to spare by desk, from desk 1.

    keys: (id, public key in hex) of the club's cards; revoked: numbers of cards taken back.
    """

    pass_id: UUID
    event_id: UUID
    title: str
    title_en: str
    place: str
    place_en: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    capacity: int
    wipes_at: datetime
    desks: int
    guests: tuple[DoorGuest, ...]
    shares: tuple[int, ...] = ()
    made_at: datetime | None = None
    keys: tuple[tuple[str, str], ...] = ()
    revoked: tuple[str, ...] = ()

    def named(self, lang: Lang) -> str:
        """The event's title."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title


@dataclass(frozen=True, slots=True)
class Opened:
    """A list that a code opened, and what seals the logs. `wiped`: the guests are gone."""

    listed: DoorList
    sealer: Sealer
    wiped: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The line that anybody may read."""

    pass_id: UUID
    wipes_at: datetime
    desks: int
    proof: bytes
    cost: Cost = field(default_factory=lambda: FLOOR)

    def line(self) -> bytes:
        """As it stands in the file."""
        return json.dumps(
            {
                "what": _WHAT, "format": _FORMAT, "pass": str(self.pass_id),
                "wipes_at": self.wipes_at.isoformat(), "desks": self.desks,
                "cost": asdict(self.cost), "proof": base64.b64encode(self.proof).decode(),
            }
        ).encode()  # fmt: skip


def save_list(path: Path, data: bytes) -> Path:
    """Write the file, whole or not at all. Raises `UserError` where it may not be written."""
    write_whole(path, data)
    return path


def new_code() -> str:
    """A fresh door code: 'XXXX-XXXX-XXXX'."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LETTERS))
    return "-".join(letters[i : i + 4] for i in range(0, _CODE_LETTERS, 4))


def plain_code(typed: str) -> str:
    """A typed code without dashes and with look-alikes mended. Raises `UserError` on 'code'."""
    letters = "".join(c for c in typed.upper().translate(_ALIKE) if c.isalnum())
    if len(letters) != _CODE_LETTERS:
        raise UserError(
            say("A door code has {n} letters and digits.", n=_CODE_LETTERS), field="code"
        )
    return letters


def spare_shares(capacity: int, promised: int, desks: int) -> tuple[int, ...]:
    """Places nobody was promised, dealt out to the desks: cut off, each gives only its own."""
    spare = max(0, capacity - promised)
    return tuple(spare // desks + (n < spare % desks) for n in range(desks))


def seal_list(listed: DoorList, code: str) -> bytes:
    """The file."""
    head = Head(listed.pass_id, listed.wipes_at, listed.desks, b"")
    key = _stretched(code, head.pass_id, head.cost)
    proof = Sealer(key, "door code").seal(b"", context=str(head.pass_id))
    line = replace(head, proof=proof).line()
    body = json.dumps(_plain(listed), ensure_ascii=False).encode()
    return line + b"\n" + Sealer(key, "door list").seal(body, context=_bound(line))


def read_head(data: bytes) -> Head:
    """What anybody may read. Raises `UserError` for a file that is no door list."""
    line = data.partition(b"\n")[0]
    try:
        kept = json.loads(line) if line.startswith(_BEGINS) else {}
        cost = Cost(**kept["cost"])
        return Head(
            UUID(kept["pass"]), datetime.fromisoformat(kept["wipes_at"]), int(kept["desks"]),
            base64.b64decode(kept["proof"]), cost,
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        raise UserError(say("This file is no door list, or it is damaged."), field="file") from None


def open_list(data: bytes, code: str, now: datetime) -> Opened:
    """Open with a door code. Past its hour a list has no guests any more, whatever the file holds.

    Raises `UserError` on 'file' and on 'code'.
    """
    if len(data) > _MOST_BYTES:
        raise UserError(say("This file is no door list, or it is damaged."), field="file")
    head = read_head(data)
    line, _, body = data.partition(b"\n")
    try:
        key = _stretched(code, head.pass_id, head.cost)
        Sealer(key, "door code").unseal(head.proof, context=str(head.pass_id))
    except UserError as error:
        if error.field == "code":
            raise
        wrong = say("This code does not open the list. Ask who made it.")
        raise UserError(wrong, field="code") from None
    if not body:
        return Opened(_empty(head), Sealer(key, "door log"), wiped=True)
    try:
        listed = _listed(json.loads(Sealer(key, "door list").unseal(body, context=_bound(line))))
    except (UserError, ValueError, KeyError, TypeError):
        damaged = say("This file is no door list, or it is damaged.")
        raise UserError(damaged, field="file") from None
    if now >= head.wipes_at:
        return Opened(replace(listed, guests=()), Sealer(key, "door log"), wiped=True)
    return Opened(listed, Sealer(key, "door log"))


def log_sealer(pass_id: UUID, code: str) -> Sealer:
    """What opens the logs of a list, without the list. Raises `UserError` on 'code'."""
    return Sealer(_stretched(code, pass_id, FLOOR), "door log")


def wipe_due(folder: Path, now: datetime) -> int:
    """Wipe every list below `folder` whose hour has come; returns how many were wiped now.

    The guests go; the line that opens the logs stays for `LOGS_STAY`, then all goes.
    """
    wiped = 0
    for path in sorted(folder.glob(f"*/*{ENDING}")) if folder.is_dir() else ():
        try:
            data = path.read_bytes()
            head = read_head(data)
        except (OSError, UserError):
            continue
        if now >= head.wipes_at + LOGS_STAY:
            for left in path.parent.iterdir():
                left.unlink(missing_ok=True)
            path.parent.rmdir()
        elif now >= head.wipes_at and data.partition(b"\n")[2]:
            write_whole(path, data.partition(b"\n")[0])
            wiped += 1
    return wiped


def _stretched(code: str, pass_id: UUID, cost: Cost) -> bytes:
    """The key: the id is the salt, so that it is the same whenever the list is made again."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=pass_id.bytes, length=32, iterations=cost.passes, lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(plain_code(code).encode())  # fmt: skip


def _bound(line: bytes) -> str:
    return line.decode("ascii", "replace")


def _plain(value: Any) -> Any:
    made = asdict(value)
    return json.loads(json.dumps(made, default=_said))


def _said(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _listed(kept: dict[str, Any]) -> DoorList:
    moments = {
        n: datetime.fromisoformat(kept[n]) if kept[n] else None
        for n in ("starts_at", "ends_at", "wipes_at", "made_at")
    }
    changed: dict[str, Any] = {
        **kept, **moments, "pass_id": UUID(kept["pass_id"]), "event_id": UUID(kept["event_id"]),
        "guests": tuple(_guest(g) for g in kept["guests"]), "shares": tuple(kept["shares"]),
        "keys": tuple((k, v) for k, v in kept["keys"]), "revoked": tuple(kept["revoked"]),
    }  # fmt: skip
    return DoorList(**changed)


def _guest(kept: dict[str, Any]) -> DoorGuest:
    seats = tuple((int(p), int(t), int(s)) for p, t, s in kept["seats"])
    changed = {
        **kept, "id": UUID(kept["id"]), "forms": tuple(kept["forms"]), "seats": seats,
        "cards": tuple(kept["cards"]),
    }  # fmt: skip
    return DoorGuest(**changed)


def _empty(head: Head) -> DoorList:
    at = head.wipes_at
    return DoorList(
        head.pass_id, head.pass_id, "", "", "", "", at, at, "UTC", 0, at, head.desks, ()
    )


def notes_of(guest: DoorGuest, words_day: Iterable[Say] = ()) -> tuple[Say | str, ...]:
    """What to say, the most personal first: the hand-written note, then what the desk knows."""
    told: list[Say | str] = [guest.note] if guest.note else []
    if guest.greet:
        told.append(say("The host greets in person: tell them now."))
    told.extend(words_day)
    if guest.first_time:
        told.append(say("Here for the first time: show the way and make introductions."))
    return tuple(told)
