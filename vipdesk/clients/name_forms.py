"""How a client's name is written in the cases, and who may be asked 'Mr or Ms?' later.

The rules propose, a person decides: a form written by hand stays until somebody takes it back,
whatever the library says tomorrow. Gender is asked once, of a person who knows the client.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients.declension import CASES
from vipdesk.clients.names import LockedForm, Name, proposed_part
from vipdesk.clients.sight import client_of
from vipdesk.errors import UserError
from vipdesk.models import Client, NameForm, Snooze
from vipdesk.vocabulary import Gender, NameCase, NamePart
from vipdesk.wording import say

GENDER = "gender"  # the kind of a snoozed question
LATER = timedelta(days=30)
_LONGEST = 120
Written = Mapping[tuple[NameCase, NamePart], str]
"""Forms as a dialog gives them; '' leaves one to the rules."""


@dataclass(frozen=True, slots=True)
class NameCell:
    """One part of a name in one case.

    proposal: by the rules, '' where they do not apply. written: by hand, ''. stale: written
    for an earlier name, '' if it is not; it is kept and not used.
    """

    name_case: NameCase
    part: NamePart
    proposal: str
    written: str = ""
    stale: str = ""

    @property
    def used(self) -> str:
        """What letters say."""
        return self.written or self.proposal


@dataclass(frozen=True, slots=True)
class NameSheet:
    """A name in all its cases."""

    client_id: UUID
    name: Name
    cells: tuple[NameCell, ...]

    def cell(self, case: NameCase, part: NamePart) -> NameCell | None:
        """One cell; None for a part the client has not."""
        return next((c for c in self.cells if (c.name_case, c.part) == (case, part)), None)


def name_of(desk: Desk, client_id: UUID) -> Name:
    """A client's name with the forms written by hand. Raises `NotFound`."""
    client = client_of(desk, client_id)
    return named(client, locked_of(desk, (client_id,)).get(client_id, ()))


def named(client: Client, locked: tuple[LockedForm, ...] = ()) -> Name:
    """The name of a row that was read already."""
    return Name(
        client.surname, client.given, client.patronymic, client.latin_name, client.title,
        client.gender, client.address_form, locked,
    )  # fmt: skip


def locked_of(desk: Desk, client_ids: Iterable[UUID]) -> dict[UUID, tuple[LockedForm, ...]]:
    """The forms written by hand of many clients, in one query."""
    found: dict[UUID, list[LockedForm]] = defaultdict(list)
    wanted = select(NameForm).where(NameForm.client_id.in_(list(client_ids)))
    for row in desk.session.scalars(wanted.order_by(NameForm.id)):
        found[row.client_id].append(LockedForm(row.name_case, row.part, row.text, row.written_for))
    return {client_id: tuple(forms) for client_id, forms in found.items()}


def get_name_sheet(desk: Desk, client_id: UUID) -> NameSheet:
    """The name in all cases, the rules' proposal beside what was written by hand."""
    name = name_of(desk, client_id)
    parts = [part for part in NamePart if getattr(name, part.value)]
    cells = tuple(_cell(name, part, case) for case in CASES for part in parts)
    return NameSheet(client_id, name, cells)


def _cell(name: Name, part: NamePart, case: NameCase) -> NameCell:
    if case is NameCase.NOMINATIVE:
        return NameCell(case, part, getattr(name, part.value))
    written = stale = ""
    for form in name.locked:
        if (form.name_case, form.part) == (case, part):
            if form.written_for == getattr(name, part.value):
                written = form.text
            else:
                stale = form.text
    return NameCell(case, part, proposed_part(name, part, case) or "", written, stale)


def write_name_forms(desk: Desk, client_id: UUID, written: Written) -> Written:
    """Keep forms by hand; '' takes one back. Returns what stood there, for the way back.

    What is written just as the rules have it is kept too: it is locked against better rules.
    """
    client = client_of(desk, client_id)
    before: dict[tuple[NameCase, NamePart], str] = {}
    rows = {
        (row.name_case, row.part): row
        for row in desk.session.scalars(select(NameForm).where(NameForm.client_id == client_id))
    }
    for (case, part), typed in written.items():
        text = " ".join(typed.split())
        nominative: str = getattr(client, part.value)
        _check(case, part, text, nominative)
        row = rows.get((case, part))
        had = row.text if row is not None and row.written_for == nominative else ""
        if had == text:
            continue
        before[case, part] = had
        _write(desk, client_id, row, case, part, text, nominative)
    return before


def _check(case: NameCase, part: NamePart, text: str, nominative: str) -> None:
    field = f"{case.value}_{part.value}"
    if case is NameCase.NOMINATIVE:
        raise UserError(say("The nominative is the name itself: change it there."), field=field)
    if text and not nominative:
        raise UserError(say("The client has no such part of the name."), field=field)
    if len(text) > _LONGEST:
        raise UserError(say("At most {n} characters.", n=_LONGEST), field=field)


def _write(
    desk: Desk, client_id: UUID, row: NameForm | None, case: NameCase, part: NamePart,
    text: str, nominative: str,
) -> None:  # fmt: skip
    fields = (case.value, part.value)
    if not text:
        if row is not None:
            desk.session.delete(row)
            desk.session.flush()
            desk.note("unlock_name_form", "name_form", row.id, fields)
        return
    if row is None:
        row = NameForm(client_id=client_id, name_case=case, part=part)
        desk.session.add(row)
    row.text, row.written_for = text, nominative
    desk.session.flush()
    desk.note("lock_name_form", "name_form", row.id, fields)


# The one question ---------------------------------------------------------------------------------


def asks_gender(desk: Desk, client_id: UUID) -> bool:
    """Whether the question is to be put to this person: not known, and not put off."""
    return client_of(desk, client_id).gender is None and not _is_put_off(desk, client_id)


def note_gender(desk: Desk, client_id: UUID, gender: Gender | None) -> Gender | None:
    """The answer to 'Mr or Ms?'; returns what was there, for the way back. Never guessed."""
    client = client_of(desk, client_id)
    before = client.gender
    if before is not gender:
        client.gender = gender
        desk.session.flush()
        desk.note("note_gender", "client", client_id, ("gender",))
    return before


def ask_gender_later(desk: Desk, client_id: UUID) -> None:
    """Put the question off for this person: it comes back in a month."""
    client_of(desk, client_id)
    row = _put_off(desk, client_id)
    if row is None:
        row = Snooze(staff_id=desk.actor.id, kind=GENDER, object_id=client_id)
        desk.session.add(row)
    row.until = desk.now + LATER
    desk.session.flush()
    desk.note("snooze", "snooze", row.id, ("kind", "until"))


def ask_gender_now(desk: Desk, client_id: UUID) -> None:
    """The way back of `ask_gender_later`."""
    row = _put_off(desk, client_id)
    if row is not None:
        desk.session.delete(row)
        desk.session.flush()
        desk.note("wake", "snooze", row.id)


def _put_off(desk: Desk, client_id: UUID) -> Snooze | None:
    wanted = select(Snooze).where(
        Snooze.staff_id == desk.actor.id, Snooze.kind == GENDER, Snooze.object_id == client_id
    )
    found: Snooze | None = desk.session.scalar(wanted)
    return found


def _is_put_off(desk: Desk, client_id: UUID) -> bool:
    row = _put_off(desk, client_id)
    return row is not None and row.until > desk.now
