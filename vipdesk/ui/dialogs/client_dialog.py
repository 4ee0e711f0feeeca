"""A new client, or a client's profile edited. A conflict keeps what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields as fields_of
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.rows import ClientCard, ClientFields, TierRow
from vipdesk.errors import Conflict, UserError
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.pages.client_words import ADDRESS_FORMS, FORMALITIES, birthday_text
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import AddressForm, ContactKind, Gender, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access import StaffRow
    from vipdesk.clients.contact_points import PointFields
    from vipdesk.ui.context import Context, Text

_NAMED_OTHERWISE = {"birth_year": "birthday", "birth_month": "birthday", "birth_day": "birthday"}


class ClientDialog(Dialog):
    """`card` is the client to edit; None makes a new one and opens its page."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        tiers: Iterable[TierRow],
        staff: Iterable[StaffRow],
        card: ClientCard | None = None,
        manager_id: object = None,
    ) -> None:
        self.card = card
        self.base = card.fields if card is not None else ClientFields()
        if card is None and manager_id is not None:
            self.base = replace(self.base, manager_id=manager_id)  # type: ignore[arg-type]
        self.version = card.version if card is not None else 0
        super().__init__(
            context,
            say("Edit the profile") if card else say("New client"),
            primary=say("Save") if card else say("Add the client"),
            rows=_rows(context, tuple(tiers), tuple(staff), new=card is None),
            draft=f"client:{card.id}" if card else "client:new",
            width=600,
            parent=parent,
        )
        typed = context.drafts.get(f"client:{card.id}" if card else "client:new")
        plain = _shown(ClientFields())
        known = {n: v for n, v in _shown(self.base).items() if v != plain[n]}
        self.form.set_values({**known, **typed})

    def submit(self) -> None:
        """Add or save."""
        from vipdesk.clients import profile

        try:
            values = self._values()
            points = self._points()
        except UserError as error:
            self.take_error(error)
            return
        if self.card is None:
            add = partial(profile.add_client, values=values, points=points)
            self.write(add, self._open, said=say("Client added."), undo=_take_back)
            return
        change = partial(
            profile.change_client, client_id=self.card.id, version=self.version, values=values
        )
        before, client_id = self.base, self.card.id
        self.write(
            change,
            said=say("Saved."),
            undo=lambda desk, version: profile.change_client(
                desk, client_id, version=version, values=before
            ),
        )

    def take_error(self, error: UserError) -> bool:
        """A conflict: read what stands there now, and show it beside what was typed."""
        if isinstance(error, Conflict) and self.card is not None:
            from vipdesk.clients import profile

            self.show_error(error.say)
            again = partial(profile.get_client, client_id=self.card.id)
            self.context.runner.read(again, self._on_theirs, owner=self)
            self._wait(waiting=False)
            return True
        if error.field in _NAMED_OTHERWISE:
            error = UserError(error.say, field=_NAMED_OTHERWISE[error.field])
        return super().take_error(error)

    def _on_theirs(self, card: ClientCard) -> None:
        """Fields only they changed are taken over; where both did, theirs stands under mine."""
        mine, theirs = self._values(), card.fields
        taken: dict[str, Any] = {}
        for name in (f.name for f in fields_of(ClientFields)):
            own, other, base = (getattr(x, name) for x in (mine, theirs, self.base))
            if other in (base, own):
                continue
            if own == base:
                taken[name] = other
            else:
                shown = _shown(theirs)[_NAMED_OTHERWISE.get(name, name)]
                value = self._read_aloud(name, shown)
                self.form.show_error(
                    _NAMED_OTHERWISE.get(name, name), say("Now: {value}", value=value)
                )
        merged = replace(mine, **taken)
        self.form.set_values(
            {_NAMED_OTHERWISE.get(n, n): _shown(merged)[_NAMED_OTHERWISE.get(n, n)] for n in taken}
        )
        self.base, self.version = theirs, card.version

    def _read_aloud(self, name: str, shown: object) -> Text:
        """A value as the form shows it: the word of a choice, else the text."""
        field = self.form.fields[_NAMED_OTHERWISE.get(name, name)].field
        for value, words in field.choices:
            if value == shown:
                return words
        if isinstance(shown, tuple):
            return str(shown[-1])
        return str(shown or "–")

    def _values(self) -> ClientFields:
        from vipdesk.clients.days import Doubt, read_birthday

        v = self.form.values()
        typed = v["birthday"].strip()
        day = read_birthday(typed) if typed else None
        if isinstance(day, Doubt):
            raise UserError(
                say("Write the day as 15.04.1970, or 15.04 without the year."), field="birthday"
            )
        return replace(
            self.base,
            **{n: v[n] for n in _PLAIN},
            languages=tuple(re.findall(r"[a-z]{2,3}", v["languages"].lower())) or ("ru",),
            birth_year=day.year if day else None,
            birth_month=day.month if day else None,
            birth_day=day.day if day else None,
            time_zone=v["time_zone"] or None,
            cadence_days=v["cadence_days"] or None,
        )

    def _points(self) -> list[PointFields]:
        from vipdesk.clients.contact_points import PointFields, checked_point

        if self.card is not None:
            return []
        points = []
        for name, kind in (("phone", ContactKind.PHONE), ("email", ContactKind.EMAIL)):
            typed = self.form.fields[name].value().strip()
            if typed:
                point = PointFields(kind, typed, preferred=True)
                try:
                    checked_point(point)
                except UserError as error:
                    raise UserError(error.say, field=name) from None
                points.append(point)
        return points

    def _open(self, client_id: Any) -> None:
        self.context.open(Link("client", client_id))


Choices = tuple[tuple[object, Say | str], ...]
_PLAIN = (
    "surname", "given", "patronymic", "latin_name", "title", "gender", "address_form",
    "formality", "company", "position", "city", "tier_id", "manager_id", "deputy_id", "manner",
)  # fmt: skip


def _shown(fields: ClientFields) -> dict[str, Any]:
    """Values as the form takes them."""
    shown = {name: getattr(fields, name) for name in _PLAIN}
    shown["languages"] = ", ".join(fields.languages)
    shown["birthday"] = birthday_text(fields)
    shown["time_zone"] = (fields.time_zone, fields.time_zone) if fields.time_zone else None
    shown["cadence_days"] = fields.cadence_days or 0
    return shown


def _rows(
    context: Context, tiers: tuple[TierRow, ...], staff: tuple[StaffRow, ...], *, new: bool
) -> tuple[Field | tuple[Field, ...], ...]:
    lang = context.settings.lang
    genders: Choices = ((None, say("Not known")), *((g, label(g)) for g in Gender))
    people: Choices = ((None, say("Nobody")), *((s.id, s.name_in(lang)) for s in staff))
    levels: Choices = ((None, say("None")), *((t.id, t.name(lang)) for t in tiers))
    contacts: tuple[tuple[Field, ...], ...] = (
        ((Field("phone", say("Phone")), Field("email", say("E-mail"))),) if new else ()
    )
    return (
        (Field("surname", say("Surname")), Field("given", say("Given name"))),
        (Field("patronymic", say("Patronymic")), Field("latin_name", say("Name in Latin letters"))),
        *contacts,
        (
            Field("address_form", say("Form of address"), "choice", choices=ADDRESS_FORMS,
                  value=AddressForm.NAME_PATRONYMIC),
            Field("gender", say("Gender"), "choice", choices=genders),
        ),
        (
            Field("tier_id", say("Tier"), "choice", choices=levels),
            Field("manager_id", say("Personal manager"), "choice", choices=people),
        ),
        (
            Field("city", say("City")),
            Field("time_zone", say("Time zone"), "pick", find=find_zones,
                  hint=say("For example Moscow")),
        ),
        (
            Field("company", say("Company"), folded=True),
            Field("position", say("Position"), folded=True),
        ),
        (
            Field("birthday", say("Birthday"), hint=say("15.04.1970 or 15.04"), folded=True),
            Field(
                "languages",
                say("Languages"),
                value="ru",
                hint=say("For example ru, en"),
                folded=True,
            ),
        ),
        (
            Field("title", say("Name prefix"), folded=True),
            Field("formality", say("Manner"), "choice", choices=FORMALITIES, value=2, folded=True),
        ),
        (
            Field("deputy_id", say("Deputy"), "choice", choices=people, folded=True),
            Field("cadence_days", say("Own rhythm, days (0: as for the tier)"), "number", low=0,
                  high=730, value=0, folded=True),
        ),
        Field("manner", say("Distance and talkativeness"), "long", lines=2, folded=True),
    )  # fmt: skip


def find_zones(_desk: Any, typed: str) -> tuple[tuple[str, str, str], ...]:
    """IANA zones whose name holds what was typed, as rows of a picker."""
    from zoneinfo import available_timezones

    wanted = typed.strip().lower().replace(" ", "_")
    found = sorted(z for z in available_timezones() if "/" in z and wanted in z.lower())
    near = sorted(found, key=lambda z: not z.rpartition("/")[2].lower().startswith(wanted))
    return tuple((z, z, "") for z in near[:8])


def _take_back(desk: Any, client_id: Any) -> None:
    from vipdesk.clients import profile

    profile.remove_client(desk, client_id)
