"""Sheets about people and names: an edge, a day to keep in mind, the name in its cases."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk.clients import dates, name_forms, people, relations
from vipdesk.clients.dates import DayFields, DayRow, typed_day
from vipdesk.clients.name_days import NameDay, propose_name_days
from vipdesk.clients.people import PersonFields
from vipdesk.clients.relations import BUILT_IN, RelationRow, label_of
from vipdesk.errors import UserError
from vipdesk.ui.dialogs.conflict_dialog import EditDialog, Editing, read_aloud
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.finding import find_clients
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.fields import Choice, Field
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.vocabulary import DayKind, NameCase, NamePart, PersonKind, Sensitivity, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.access.merging import Joined
    from vipdesk.clients.name_forms import NameCell, NameSheet
    from vipdesk.ui.context import Context, Text

STRENGTHS: tuple[tuple[object, Say], ...] = (
    (1, say("Slight")), (2, say("Usual")), (3, say("Close")),
)  # fmt: skip
_OWN_WORDS = ""
_APART = "\x1f"  # no word holds it


def _offered(enum: Any) -> tuple[tuple[object, Say], ...]:
    return tuple((member, label(member)) for member in enum)


def relation_key(kind: PersonKind, there: str, back: str) -> str:
    """A relation as a choice keeps it, also in a draft."""
    return f"{kind.value}{_APART}{there}{_APART}{back}"


def relation_choices(rows: tuple[RelationRow, ...]) -> tuple[tuple[object, Text], ...]:
    """'Spouse', 'Assistant – Employer': both readings where they differ; then one's own words."""
    made: list[tuple[object, Text]] = []
    for row in rows:
        there, back = label_of(row.label_there), label_of(row.label_back)
        said = there if there == back else say("{there} – {back}", there=there, back=back)
        made.append((relation_key(row.kind, row.label_there, row.label_back), said))
    return (*made, (_OWN_WORDS, say("In other words…")))


class EdgeDialog(EditDialog):
    """Somebody around the client: new, or (with `base`) an edge to change, from either end."""

    def __init__(
        self, context: Context, client_id: UUID, parent: QWidget, *,
        person_id: UUID | None = None, base: PersonFields | None = None,
    ) -> None:  # fmt: skip
        self.client_id, self.person_id = client_id, person_id
        self.base = base or PersonFields(PersonKind.HOUSEHOLD)
        self._draft_key = f"edge:{person_id}" if person_id else f"person:{client_id}"
        super().__init__(
            context,
            say("Change the relation") if person_id else say("A person around the client"),
            primary=say("Save") if person_id else say("Add"), parent=parent,
            draft=self._draft_key, rows=_edge_rows(new=person_id is None),
        )  # fmt: skip
        typed = context.drafts.get(self._draft_key)
        if person_id is not None:
            self.form.set_values({**_edge_shown(self.base), **typed})
            self.watch_originals(self._draft_key, _edge_shown(self.base))
        self.form.edited.connect(self._on_edited)
        self._on_edited()
        context.runner.read(relations.list_relations, self._on_relations, owner=self)

    def _on_relations(self, rows: tuple[RelationRow, ...]) -> None:
        """The club's own words came; what was typed or stands there stays chosen."""
        field = self.form.fields["relation"]
        if isinstance(field.editor, Choice):
            field.editor.offer(relation_choices(rows))
        if self.person_id is not None:
            own = {relation_key(r.kind, r.label_there, r.label_back) for r in rows}
            here = relation_key(self.base.kind, self.base.label_there, self.base.label_back)
            self.form.set_values({"relation": here if here in own else _OWN_WORDS})
        self.form.restore("relation")
        self._on_edited()

    def _on_edited(self) -> None:
        own = self.form.fields["relation"].value() == _OWN_WORDS
        for name in ("kind", "label_there", "label_back", "keep"):
            self.form.fields[name].setVisible(own)

    def submit(self) -> None:
        """Add or save."""
        try:
            values, keep = self._values()
        except UserError as error:
            self.take_error(error)
            return
        editing = self.editing()
        if editing is not None:
            self.write(editing.save(editing.base, values), said=editing.said, undo=editing.undo)
            return
        add = partial(_add_edge, client_id=self.client_id, fields=values, keep=keep)
        self.write(add, said=say("Added."), undo=_unperson)

    def editing(self) -> Editing | None:
        """The edge as it was shown when it was typed over."""
        if self.person_id is None:
            return None
        fields = {name: made.field for name, made in self.form.fields.items()}
        return Editing(
            base=self.base,
            label=partial(_edge_label, fields),
            shown=partial(_edge_aloud, fields),
            save=partial(_save_edge, self.person_id, self.client_id),
            said=say("Saved."),
            undo=partial(_undo_edge, self.person_id, self.client_id),
            draft=self._draft_key,
        )

    def _values(self) -> tuple[PersonFields, bool]:
        v = self.form.values()
        key = v["relation"]
        kind, there, back = v["kind"], v["label_there"], v["label_back"]
        if key:
            plain, there, back = key.split(_APART)
            kind = PersonKind(plain)
        read = replace(
            self.base, kind=kind, label_there=there, label_back=back, strength=v["strength"],
            phone=v["phone"], email=v["email"], may_act=v["may_act"], note=v["note"],
            sensitivity=v["sensitivity"], since=_day_of(v["since"], "since"),
            until=_day_of(v["until"], "until"),
        )  # fmt: skip
        if self.person_id is None:
            read = replace(read, name=v["name"], other_client_id=v["other_client_id"])
        return read, bool(not key and v["keep"])


def _edge_rows(*, new: bool) -> tuple[Field | tuple[Field, ...], ...]:
    who: tuple[tuple[Field, ...], ...] = (
        (
            (
                Field("name", say("Name")),
                Field("other_client_id", say("or a client of the club"), "pick", find=find_clients),
            ),
        )
        if new
        else ()
    )
    return (
        *who,
        (
            Field("relation", say("Relation to the client"), "choice",
                  choices=relation_choices(BUILT_IN)),
            Field("strength", say("How close"), "choice", choices=STRENGTHS, value=2),
        ),
        (
            Field("label_there", say("What they are to the client"), hint=say("godfather")),
            Field("label_back", say("What the client is to them"), hint=say("godson")),
        ),
        (
            Field("kind", say("Why"), "choice", choices=_offered(PersonKind),
                  value=PersonKind.HOUSEHOLD),
            Field("keep", say("Offer these words from now on"), "check"),
        ),
        (Field("phone", say("Phone"), "phone"), Field("email", say("E-mail"))),
        Field("may_act", say("May answer for the client"), "check"),
        (
            Field("since", say("Since"), hint=say("2019 or 15.04.2019"), folded=True),
            Field("until", say("Until"), hint=say("2026 or 15.04.2026"), folded=True),
        ),
        Field("sensitivity", say("Who may read"), "choice", choices=_offered(Sensitivity),
              value=Sensitivity.TEAM, folded=True),
        Field("note", say("Note"), "long", lines=2, folded=True),
    )  # fmt: skip


def _edge_shown(base: PersonFields) -> dict[str, Any]:
    known = {relation_key(r.kind, r.label_there, r.label_back) for r in BUILT_IN}
    here = relation_key(base.kind, base.label_there, base.label_back)
    return {
        "relation": here if here in known else _OWN_WORDS, "kind": base.kind,
        "label_there": base.label_there, "label_back": base.label_back,
        "strength": base.strength, "phone": base.phone, "email": base.email,
        "may_act": base.may_act, "sensitivity": base.sensitivity, "note": base.note,
        "since": _day_shown(base.since), "until": _day_shown(base.until),
    }  # fmt: skip


def _day_shown(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def _day_of(text: str, field: str) -> date | None:
    """'2019' begins with January and ends with December; '' is no day."""
    if not text.strip():
        return None
    try:
        year, month, day = typed_day(text)
    except UserError as error:
        raise UserError(error.say, field=field) from None
    if year is None:
        raise UserError(say("Write the year too."), field=field)
    month = month or (12 if field == "until" else 1)
    return date(year, month, day or (monthrange(year, month)[1] if field == "until" else 1))


def _edge_label(fields: Mapping[str, Field], name: str) -> Text:
    return fields[name].label if name in fields else say("Name")


def _edge_aloud(fields: Mapping[str, Field], name: str, values: PersonFields) -> Text:
    shown = _edge_shown(values)
    return read_aloud(fields[name], shown[name]) if name in fields else values.name


def _add_edge(desk: Any, client_id: UUID, fields: PersonFields, *, keep: bool) -> UUID:
    made = people.add_person_around(desk, client_id, fields)
    if keep:
        relations.add_relation_type(desk, fields.kind, fields.label_there, fields.label_back)
    return made


def _save_edge(
    person_id: UUID, client_id: UUID, base: PersonFields, values: PersonFields
) -> Callable[..., Any]:
    return partial(
        people.change_person_around, person_id=person_id, seen_from=client_id, base=base,
        values=values,
    )  # fmt: skip


def _undo_edge(person_id: UUID, client_id: UUID, desk: Any, saved: Joined[PersonFields]) -> object:
    return people.change_person_around(
        desk, person_id, seen_from=client_id, base=saved.after, values=saved.before
    )


def _unperson(desk: Any, person_id: UUID) -> None:
    people.remove_person_around(desk, person_id)


# Days ---------------------------------------------------------------------------------------------


class DayDialog(EditDialog):
    """A day to keep in mind: new, or (with `day`) one to change. `given` finds name days."""

    def __init__(
        self, context: Context, client_id: UUID, given: str, parent: QWidget, *,
        day: DayRow | None = None,
    ) -> None:  # fmt: skip
        self.client_id, self.day = client_id, day
        self._draft_key = f"day:{day.id}" if day else f"days:{client_id}"
        super().__init__(
            context, say("Change the day") if day else say("A day to keep in mind"),
            primary=say("Save") if day else say("Add"), parent=parent, draft=self._draft_key,
            rows=_day_rows(),
        )  # fmt: skip
        self._offer(propose_name_days(given))
        typed = context.drafts.get(self._draft_key)
        if day is not None:
            self.form.set_values({**_day_values(day.fields), **typed})
            self.watch_originals(self._draft_key, _day_values(day.fields))
        self.form.edited.connect(self._on_edited)
        self._on_edited()

    def _offer(self, proposed: tuple[NameDay, ...]) -> None:
        """Name days of this name; what is chosen is the client's choice, so it is only offered."""
        field = self.form.fields["day"]
        self.proposals: list[Button] = []
        self.hint = Caption(
            self.context,
            say("Ask which day the client keeps. Often it is:"),
            ink="text2",
            wrap=True,
        )
        for one in proposed:
            words = self.context.words.day(date(2000, one.month, one.day), year=False)
            said = say("{day}, {who}", day=words, who=one.saint)
            button = Button(self.context, said, kind="link", on=self._on_proposal)
            button.setProperty("day", f"{one.day:02}.{one.month:02}")
            self.proposals.append(button)
        field.stand_below(self.hint, *self.proposals)

    def _on_proposal(self) -> None:
        button = self.sender()
        if button is not None:
            self.form.set_values({"day": str(button.property("day"))})

    def _on_edited(self) -> None:
        kind = self.form.fields["kind"].value()
        named = kind is DayKind.NAME_DAY and bool(self.proposals)
        for widget in (self.hint, *self.proposals):
            widget.setVisible(named)
        memorial = kind is DayKind.MEMORIAL
        self.form.fields["lead_days"].setVisible(not memorial)

    def submit(self) -> None:
        """Add or save."""
        try:
            values = _day_fields(self.form.values())
        except UserError as error:
            self.take_error(error)
            return
        editing = self.editing()
        if editing is not None:
            self.write(editing.save(editing.base, values), said=editing.said, undo=editing.undo)
            return
        add = partial(dates.add_client_date, client_id=self.client_id, values=values)
        self.write(add, said=say("The day is kept in mind."), undo=_unday)

    def editing(self) -> Editing | None:
        """The day as it was shown when it was typed over."""
        if self.day is None:
            return None
        fields = {name: made.field for name, made in self.form.fields.items()}
        return Editing(
            base=_day_fields(self.originals()),
            label=lambda name: fields[_DAY_PARTS.get(name, name)].label,
            shown=partial(_day_aloud, fields),
            save=partial(_save_day, self.day.id),
            said=say("Saved."),
            undo=partial(_undo_day, self.day.id),
            draft=self._draft_key,
        )


_DAY_PARTS = {"year": "day", "month": "day"}


def _day_rows() -> tuple[Field | tuple[Field, ...], ...]:
    return (
        (
            Field("kind", say("What day"), "choice", choices=_offered(DayKind),
                  value=DayKind.NAME_DAY),
            Field("title", say("Whose, or what"), hint=say("daughter Vera")),
        ),
        (
            Field("day", say("Day"), required=True, hint=say("15.04.1970, 15.04 or April 1970")),
            Field("lead_days", say("Days ahead to order a gift (0: none)"), "number", low=0,
                  high=dates.LONGEST_LEAD, value=0),
        ),
        Field("note", say("Note"), "long", lines=2, folded=True),
    )  # fmt: skip


def day_text(values: DayFields) -> str:
    """'15.04.1970', '15.04', '04.1970', '1970': as the form takes it back."""
    day = f"{values.day:02}.{values.month:02}" if values.day and values.month else ""
    if day:
        return f"{day}.{values.year}" if values.year else day
    if values.month:
        return f"{values.month:02}.{values.year}" if values.year else f"--{values.month:02}"
    return str(values.year or "")


def _day_values(values: DayFields) -> dict[str, Any]:
    return {
        "kind": values.kind, "title": values.title, "day": day_text(values),
        "lead_days": values.lead_days, "note": values.note,
    }  # fmt: skip


def _day_fields(v: Mapping[str, Any]) -> DayFields:
    year, month, day = typed_day(v["day"])
    return DayFields(
        kind=v["kind"], title=v["title"], year=year, month=month, day=day,
        lead_days=v["lead_days"] or 0, note=v["note"],
    )  # fmt: skip


def _day_aloud(fields: Mapping[str, Field], name: str, values: DayFields) -> Text:
    name = _DAY_PARTS.get(name, name)
    return read_aloud(fields[name], _day_values(values)[name])


def _save_day(date_id: UUID, base: DayFields, values: DayFields) -> Callable[..., Any]:
    return partial(dates.change_client_date, date_id=date_id, base=base, values=values)


def _undo_day(date_id: UUID, desk: Any, saved: Joined[DayFields]) -> object:
    return dates.change_client_date(desk, date_id, base=saved.after, values=saved.before)


def _unday(desk: Any, date_id: UUID) -> None:
    dates.remove_client_date(desk, date_id)


# The name in its cases ----------------------------------------------------------------------------


class NameFormsDialog(Dialog):
    """Each part in each case: what is typed is locked, what is empty is left to the rules."""

    def __init__(self, context: Context, sheet: NameSheet, parent: QWidget) -> None:
        self.sheet = sheet
        super().__init__(
            context, say("The name in its cases"), primary=say("Save"), parent=parent, width=760,
            draft=f"name:{sheet.client_id}", rows=_form_rows(sheet),
        )  # fmt: skip
        written = {_cell_name(c): c.written for c in sheet.cells}
        typed = context.drafts.get(f"name:{sheet.client_id}")
        self.form.set_values({**{n: t for n, t in written.items() if t}, **typed})

    def _build(self) -> None:
        known = self.sheet.name.gender is not None
        sentence = (
            say("Empty fields follow the rules. What you write stays, whatever the rules say.")
            if known
            else say(
                "It is not known whether to write to a man or a woman: the rules propose nothing. "
                "What you write is used as it stands."
            )
        )
        self.body.insertWidget(0, Body(self.context, sentence, ink="text2", wrap=True))

    def submit(self) -> None:
        """Keep what was typed."""
        v = self.form.values()
        written: dict[tuple[NameCase, NamePart], str] = {
            (c.name_case, c.part): v[_cell_name(c)]
            for c in self.sheet.cells
            if c.name_case is not NameCase.NOMINATIVE
        }
        save = partial(name_forms.write_name_forms, client_id=self.sheet.client_id, written=written)
        self.write(save, said=say("Saved."), undo=partial(_unwrite, self.sheet.client_id))


def _unwrite(client_id: UUID, desk: Any, before: Any) -> None:
    name_forms.write_name_forms(desk, client_id, before)


def _cell_name(cell: NameCell) -> str:
    return f"{cell.name_case.value}_{cell.part.value}"


def _form_rows(sheet: NameSheet) -> tuple[tuple[Field, ...], ...]:
    rows = []
    for case in list(NameCase)[1:]:
        cells = [c for part in NamePart if (c := sheet.cell(case, part)) is not None]
        rows.append(
            tuple(
                Field(
                    _cell_name(cell),
                    say("{part} · {case}", part=label(cell.part), case=label(case)),
                    help=_proposed(cell),
                )
                for cell in cells
            )
        )
    return tuple(rows)


def _proposed(cell: NameCell) -> Say | None:
    if cell.stale:
        return say(
            "For the earlier name: {old}. By the rules: {form}",
            old=cell.stale,
            form=cell.proposal or "–",
        )
    return say("By the rules: {form}", form=cell.proposal) if cell.proposal else None
