"""A new client, or a client's profile edited. A conflict keeps what was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.rows import ClientCard, ClientFields, TierRow
from vipdesk.errors import UserError
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.conflict_dialog import EditDialog, Editing, read_aloud
from vipdesk.ui.pages.client_words import ADDRESS_FORMS, FORMALITIES, birthday_text
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import AddressForm, ContactKind, Gender, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.access import StaffRow
    from vipdesk.access.merging import Joined
    from vipdesk.clients.contact_points import PointFields
    from vipdesk.ui.context import Context, Text

_NAMED_OTHERWISE = {"birth_year": "birthday", "birth_month": "birthday", "birth_day": "birthday"}


class ClientDialog(EditDialog):
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
        self._draft = f"client:{card.id}" if card else "client:new"
        super().__init__(
            context,
            say("Edit the profile") if card else say("New client"),
            primary=say("Save") if card else say("Add the client"),
            rows=_rows(context, tuple(tiers), tuple(staff), new=card is None),
            draft=self._draft,
            width=600,
            parent=parent,
        )
        typed = context.drafts.get(self._draft)
        plain = _shown(ClientFields())
        known = {n: v for n, v in _shown(self.base).items() if v != plain[n]}
        self.form.set_values({**known, **typed})
        if card is not None:
            self.watch_originals(self._draft, _shown(self.base))

    def submit(self) -> None:
        """Add or save."""
        from vipdesk.clients import profile

        read: dict[str, Any] = {}
        wrong = False
        # Every wrong field is told at once, each beside itself.
        for name, reading in (("values", self._values), ("points", self._points)):
            try:
                read[name] = reading()
            except UserError as error:
                self.take_error(error)
                wrong = True
        if wrong:
            return
        values, points = read["values"], read["points"]
        if self.card is None:
            add = partial(profile.add_client, values=values, points=points)
            self.write(add, self._open, said=say("Client added."), undo=_take_back)
            return
        editing = self.editing()
        if editing is not None:
            self.write(editing.save(editing.base, values), said=editing.said, undo=editing.undo)

    def editing(self) -> Editing | None:
        """The profile, as it was shown when it was typed over."""
        if self.card is None:
            return None
        fields = {name: made.field for name, made in self.form.fields.items()}
        return Editing(
            base=_read(self.originals(), self.base),
            label=partial(_label, fields),
            shown=partial(_aloud, fields),
            save=partial(_save, self.card.id),
            said=_said_saved,
            undo=partial(_undo, self.card.id),
            draft=self._draft,
        )

    def take_error(self, error: UserError) -> bool:
        """The parts of a birthday are one field here."""
        if error.field in _NAMED_OTHERWISE:
            error = UserError(error.say, field=_NAMED_OTHERWISE[error.field])
        return super().take_error(error)

    def _values(self) -> ClientFields:
        return _read(self.form.values(), self.base)

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


def _read(v: Mapping[str, Any], base: ClientFields) -> ClientFields:
    """What a form's values mean; what it does not show stays as in `base`.

    Raises `UserError` for a birthday that cannot be read.
    """
    from vipdesk.clients.days import Doubt, read_birthday

    typed = v["birthday"].strip()
    day = read_birthday(typed) if typed else None
    if isinstance(day, Doubt):
        raise UserError(
            say("Write the day as 15.04.1970, or 15.04 without the year."), field="birthday"
        )
    zone = v["time_zone"]
    return replace(
        base,
        **{n: v[n] for n in _PLAIN},
        languages=tuple(re.findall(r"[a-z]{2,3}", v["languages"].lower())) or ("ru",),
        birth_year=day.year if day else None,
        birth_month=day.month if day else None,
        birth_day=day.day if day else None,
        time_zone=(zone[0] if isinstance(zone, tuple) else zone) or None,
        cadence_days=v["cadence_days"] or None,
    )


def _label(fields: Mapping[str, Field], name: str) -> Text:
    return fields[_NAMED_OTHERWISE.get(name, name)].label


def _aloud(fields: Mapping[str, Field], name: str, values: ClientFields) -> Text:
    name = _NAMED_OTHERWISE.get(name, name)
    return read_aloud(fields[name], _shown(values)[name])


def _save(client_id: UUID, base: ClientFields, values: ClientFields) -> Callable[..., Any]:
    from vipdesk.clients import profile

    return partial(profile.change_client, client_id=client_id, base=base, values=values)


def _undo(client_id: UUID, desk: Any, saved: Joined[ClientFields]) -> object:
    """One's own change alone: what others changed since stays."""
    from vipdesk.clients import profile

    return profile.change_client(desk, client_id, base=saved.after, values=saved.before)


def _said_saved(saved: Joined[ClientFields]) -> Say:
    if saved.taken:
        return say("Saved. What somebody else changed meanwhile in other fields was kept.")
    return say("Saved.")


def _rows(
    context: Context, tiers: tuple[TierRow, ...], staff: tuple[StaffRow, ...], *, new: bool
) -> tuple[Field | tuple[Field, ...], ...]:
    lang = context.settings.lang
    genders: Choices = ((None, say("Not known")), *((g, label(g)) for g in Gender))
    people: Choices = ((None, say("Nobody")), *((s.id, s.name_in(lang)) for s in staff))
    levels: Choices = ((None, say("None")), *((t.id, t.name(lang)) for t in tiers))
    contacts: tuple[tuple[Field, ...], ...] = (
        ((Field("phone", say("Phone"), "phone"), Field("email", say("E-mail"))),) if new else ()
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
    if re.search("[а-яё]", wanted):
        return _zones_in_russian(typed.strip().lower())
    found = sorted(z for z in available_timezones() if "/" in z and wanted in z.lower())
    near = sorted(found, key=lambda z: not z.rpartition("/")[2].lower().startswith(wanted))
    return tuple((z, z, "") for z in near[:8])


def _zones_in_russian(wanted: str) -> tuple[tuple[str, str, str], ...]:
    from vipdesk.cities import zones_named
    from vipdesk.wording import Lang

    return tuple((zone, city, zone) for zone, city in zones_named(wanted, Lang.RU)[:8])


def _take_back(desk: Any, client_id: Any) -> None:
    from vipdesk.clients import profile

    profile.remove_client(desk, client_id)
