"""Work without the team's server: what may be done then, how it is kept, how it is done again.

Only what adds is done offline: a talk is logged, a complaint is filed. Such a verb is marked

    @works_offline(prepare)
    def log_interaction(desk, …)

It is carried out on the copy at once, so that the page shows it, and kept as a deed: a sealed
file beside the vault with the verb's name and its arguments, the ids already drawn. When the
server answers again the deeds are done there, in order, each at the moment it was first done;
the same deed twice is one. Everything else is refused with a sentence, and what was typed
stays as a draft. There is no other way of joining two states, and nothing is deleted offline.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast
from uuid import UUID

from sqlalchemy import event, select

from vipdesk import log
from vipdesk.access.desk import Desk
from vipdesk.access.matrix import Verb
from vipdesk.access.office import Office
from vipdesk.access.packing import named, pack, unpack
from vipdesk.changes import Changes
from vipdesk.clock import Clock, SetClock
from vipdesk.errors import NoAnswer, ShutOut, UserError
from vipdesk.ids import new_id
from vipdesk.models import Draft, ErasureRecord, PrivateDraft
from vipdesk.store.files import write_whole
from vipdesk.wording import say

if TYPE_CHECKING:
    from sqlalchemy.orm import ORMExecuteState, Session

    from vipdesk.store.offline_copy import CopyInfo
    from vipdesk.store.store import Store
    from vipdesk.store.vault import Vault

P = ParamSpec("P")
T = TypeVar("T")
Prepare = Callable[[dict[str, Any], datetime], dict[str, Any]]
"""Fixes what would differ the second time: ids drawn, moments set. (arguments, now) → arguments."""

FOLDER = "offline-deeds"
_WAITING, _REFUSED, _DAMAGED = ".deed", ".refused", ".damaged"
# What reading a file that is not whole, or of another program, may end in.
_UNREADABLE = (UserError, ValueError, LookupError, TypeError, AttributeError, ImportError)
_PURPOSE = "offline deeds"
_MARK = "_vipdesk_works_offline"
_DRAFTS = (Draft, PrivateDraft)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb done offline: where it is ('vipdesk.room.file:verb'), with what, and when."""

    id: UUID
    verb: str
    arguments: Mapping[str, Any]
    at: datetime

    @property
    def text(self) -> str:
        """What the person wrote: the longest text in it."""
        return max(_texts(self.arguments), key=len, default="")


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of the deeds: done on the server, refused by it, still waiting."""

    done: int
    refused: int
    waiting: int


def works_offline(prepare: Prepare) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Mark a verb that only adds, and that changes nothing when it is done twice."""

    def mark(verb: Callable[P, T]) -> Callable[P, T]:
        @wraps(verb)
        def run(*args: P.args, **named: P.kwargs) -> T:
            desk = cast("Desk", args[0])
            if desk.offline is None:
                return verb(*args, **named)
            return desk.offline.do(verb, prepare, desk, args[1:], named)

        setattr(run, _MARK, True)
        return run

    return mark


class Recorder:
    """Watches one write on the copy: marked verbs are recorded, all else is refused."""

    def __init__(self, session: Session, drawn: list[UUID]) -> None:
        """drawn: ids of the same write's deeds when it was tried before; new ones are added."""
        self.deeds: list[Deed] = []
        self._drawn = drawn
        self._inside = 0
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "do_orm_execute", self._on_execute)

    def do(
        self,
        verb: Callable[..., T],
        prepare: Prepare,
        desk: Desk,
        args: tuple[Any, ...],
        named: Mapping[str, Any],
    ) -> T:
        """Carry a marked verb out; a verb inside another is part of it."""
        if self._inside:
            return verb(desk, *args, **named)
        bound = inspect.signature(verb).bind(desk, *args, **named)
        given = dict(bound.arguments)
        given.pop(next(iter(bound.signature.parameters)))
        arguments = prepare(given, desk.now)
        with self._recording(desk.session):
            result = verb(desk, **arguments)
        name = f"{verb.__module__}:{verb.__qualname__}"
        self.deeds.append(Deed(self._next_id(), name, arguments, desk.now))
        return result

    def _next_id(self) -> UUID:
        if len(self.deeds) == len(self._drawn):
            self._drawn.append(new_id())
        return self._drawn[len(self.deeds)]

    @contextmanager
    def _recording(self, session: Session) -> Iterator[None]:
        self._inside += 1
        try:
            yield
            session.flush()
        finally:
            self._inside -= 1

    def _before_flush(self, session: Session, *_context: object) -> None:
        rows = (*session.new, *session.dirty, *session.deleted)
        if not self._inside and any(not isinstance(row, _DRAFTS) for row in rows):
            raise _only_online()

    def _on_execute(self, state: ORMExecuteState) -> None:
        writes = state.is_insert or state.is_update or state.is_delete
        if writes and not self._inside:
            raise _only_online()


class OfflineOffice(Office):
    """The office on the copy. Reads as ever; writes what may be done offline."""

    def __init__(
        self, copy: Store, staff_id: UUID, clock: Clock, *, keeper: Store, info: CopyInfo
    ) -> None:
        """copy: open; keeper: the person's own vault, where the deeds are kept."""
        super().__init__(copy, staff_id, clock, keeper=keeper)
        self.info = info
        self.deeds = Deeds(_vault_of(keeper))

    def write(self, work: Callable[[Desk], T]) -> tuple[T, Changes]:
        """Run a verb on the copy and keep it as a deed. Raises `UserError` for any other verb.

        A write that is tried again keeps the same deeds, and one that fails none.
        """
        drawn: list[UUID] = []
        kept: list[UUID] = []

        def recorded(session: Session) -> T:
            recorder = Recorder(session, drawn)
            desk = replace(self._desk(session), offline=recorder)
            result = work(desk)
            session.flush()
            kept[:] = [deed.id for deed in recorder.deeds]
            for deed in recorder.deeds:
                self.deeds.keep(deed)
            return result

        try:
            done = self._store.write(recorded)
        except BaseException:
            kept.clear()
            raise
        finally:
            for deed_id in set(drawn) - set(kept):
                self.deeds.drop(deed_id)
        return done

    def as_staff(self, staff_id: UUID) -> Office:
        """Nobody else works on this person's copy: always raises `UserError`."""
        raise UserError(say("Without the team’s server everybody works under their own name."))

    def at(self, clock: Clock) -> OfflineOffice:
        """The same office by another clock."""
        keeper = cast("Store", self.keeper)
        return OfflineOffice(self._store, self.staff.id, clock, keeper=keeper, info=self.info)


class Deeds:
    """The deeds kept beside a vault, a sealed file each, in the order in which they were done."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self.folder = vault.folder / FOLDER

    def keep(self, deed: Deed) -> None:
        """Keep it: once this returns, a power cut does not lose it. Raises `UserError`."""
        data = {
            "verb": deed.verb,
            "arguments": pack(dict(deed.arguments)),
            "at": deed.at.isoformat(),
        }
        self.folder.mkdir(mode=0o700, exist_ok=True)
        name = f"{deed.id}{_WAITING}"
        sealed = self._sealer().seal(json.dumps(data).encode(), context=str(deed.id))
        write_whole(self.folder / name, sealed)

    def waiting(self) -> tuple[Deed, ...]:
        """Those that the server has not yet; without what cannot be read."""
        return self._whole(_WAITING)

    def refused(self) -> tuple[Deed, ...]:
        """Those that the server would not take: their text is still here."""
        return self._whole(_REFUSED)

    def count(self) -> tuple[int, int]:
        """(waiting, refused), without opening them; damaged ones were refused."""
        refused = len(self._files(_REFUSED)) + len(self._files(_DAMAGED))
        return len(self._files(_WAITING)), refused

    def set_aside(self) -> int:
        """Put waiting deeds that cannot be read out of the way of the others; how many."""
        sealer, damaged = self._sealer(), 0
        for file in self._files(_WAITING):
            try:
                self._read(file, sealer)
            except _UNREADABLE as error:
                log.failure("offline.damaged", error)
                file.replace(file.with_suffix(_DAMAGED))
                damaged += 1
        return damaged

    def drop(self, deed_id: UUID) -> None:
        """It is done, or was thrown away on purpose."""
        for suffix in (_WAITING, _REFUSED):
            (self.folder / f"{deed_id}{suffix}").unlink(missing_ok=True)

    def refuse(self, deed_id: UUID) -> None:
        """The server would not take it."""
        file = self.folder / f"{deed_id}{_WAITING}"
        file.replace(file.with_suffix(_REFUSED))

    def _files(self, suffix: str) -> list[Path]:
        return sorted(self.folder.glob(f"*{suffix}"))  # ids carry their moment

    def _sealer(self) -> Any:
        return self._vault.sealer(_PURPOSE)

    def _whole(self, suffix: str) -> tuple[Deed, ...]:
        sealer = self._sealer()  # first: a locked vault damages nothing
        found = []
        for file in self._files(suffix):
            with suppress(*_UNREADABLE):
                found.append(self._read(file, sealer))
        return tuple(found)

    def _read(self, file: Path, sealer: Any) -> Deed:
        found = json.loads(sealer.unseal(file.read_bytes(), context=file.stem))
        arguments = cast("dict[str, Any]", unpack(found["arguments"]))
        at = datetime.fromisoformat(found["at"])
        return Deed(UUID(file.stem), found["verb"], arguments, at)


def replay(office: Office) -> Replayed:
    """Do on the server what was done offline; office: the person's own, signed in again.

    Stops without loss when the server falls silent again. What the server refuses is kept for
    the person to read. Raises `ShutOut`: every deed waits then.
    """
    if office.keeper is None:
        return Replayed(0, 0, 0)
    deeds = Deeds(_vault_of(office.keeper))
    done, refused = 0, deeds.set_aside()
    for deed in deeds.waiting():
        then = office.at(SetClock(deed.at))
        try:
            verb = _verb(deed.verb)
            then.write(lambda desk, verb=verb, deed=deed: verb(desk, **deed.arguments))  # type: ignore[misc]
        except NoAnswer:
            break
        except ShutOut:
            raise
        except Exception as error:  # noqa: BLE001 one deed must not keep the others from the server
            if not isinstance(error, UserError):
                log.failure("offline.deed", error)
            deeds.refuse(deed.id)
            refused += 1
            continue
        deeds.drop(deed.id)
        done += 1
    _forget_erased(office, deeds)
    waiting, _ = deeds.count()
    if done or refused:
        log.info("offline.replayed", done=done, refused=refused, waiting=waiting)
    return Replayed(done, refused, waiting)


def _forget_erased(office: Office, deeds: Deeds) -> None:
    """What was refused goes when its client is erased: no word of theirs stays on a laptop."""
    kept = {deed.id: frozenset(_keys(deed.arguments)) for deed in deeds.refused()}
    named = frozenset[UUID]().union(*kept.values())
    if not named or not office.staff.may(Verb.SELECT, "erasure_record"):
        return
    wanted = select(ErasureRecord.client_id).where(ErasureRecord.client_id.in_(named))
    erased = frozenset(office.read(lambda desk: desk.session.scalars(wanted).all()))
    for deed_id, keys in kept.items():
        if keys & erased:
            deeds.drop(deed_id)


def _keys(value: object) -> Iterator[UUID]:
    if isinstance(value, UUID):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _keys(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _keys(getattr(value, field.name))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _verb(name: str) -> Callable[..., Any]:
    found = named(name)
    if not getattr(found, _MARK, False):
        raise TypeError(f"{name} is not a verb that works offline")
    return cast("Callable[..., Any]", found)


def _vault_of(keeper: Store) -> Vault:
    if keeper.vault is None:
        raise ValueError("a keeper is a vault")
    return keeper.vault


def _only_online() -> UserError:
    return UserError(
        say(
            "This needs the team’s server. What you typed is kept as a draft: save it when the "
            "connection is back."
        )
    )
