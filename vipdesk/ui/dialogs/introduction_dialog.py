"""The sheet of a wish to meet somebody: whom, both answers, the introduction, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk.clients import introduced
from vipdesk.clients.dates import typed_day
from vipdesk.clients.introduced import IntroductionFields, IntroductionRow
from vipdesk.errors import UserError
from vipdesk.ui.dialogs.conflict_dialog import EditDialog, Editing, read_aloud
from vipdesk.ui.finding import find_clients
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Sensitivity, label
from vipdesk.wording import Say, Who, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.access.merging import Joined
    from vipdesk.ui.context import Context, Text

_DAYS = ("client_agreed_on", "other_agreed_on", "introduced_on")
_TEXTS = ("wanted", "through", "outcome", "sensitivity", "ended")


class IntroductionDialog(EditDialog):
    """New, or (with `row`) one to carry on. `name`: of the client whose page it is."""

    def __init__(
        self, context: Context, client_id: UUID, name: Who, parent: QWidget, *,
        row: IntroductionRow | None = None,
    ) -> None:  # fmt: skip
        self.client_id, self.row = client_id, row
        self._draft_key = f"introduction:{row.id}" if row else f"introductions:{client_id}"
        super().__init__(
            context, say("The introduction") if row else say("Whom the client wants to meet"),
            primary=say("Save") if row else say("Add"), parent=parent, draft=self._draft_key,
            rows=_rows(name, row),
        )  # fmt: skip
        if row is not None:
            typed = context.drafts.get(self._draft_key)
            self.form.set_values({**_shown(row.fields), **typed})
            self.watch_originals(self._draft_key, _shown(row.fields))

    def submit(self) -> None:
        """Add or save."""
        try:
            values = self._values()
        except UserError as error:
            self.take_error(error)
            return
        editing = self.editing()
        if editing is not None:
            self.write(editing.save(editing.base, values), said=editing.said, undo=editing.undo)
            return
        add = partial(introduced.add_introduction, client_id=self.client_id, fields=values)
        self.write(add, said=say("Noted."), undo=_take_away)

    def editing(self) -> Editing | None:
        """The introduction as it was shown when it was typed over."""
        row = self.row
        if row is None:
            return None
        fields = {name: made.field for name, made in self.form.fields.items()}
        return Editing(
            base=row.fields,
            label=lambda name: fields[name].label if name in fields else say("Whom"),
            shown=partial(_aloud, fields),
            save=partial(_save, row.id),
            said=say("Saved."),
            undo=partial(_undo, row.id),
            draft=self._draft_key,
        )

    def _values(self) -> IntroductionFields:
        v = self.form.values()
        days: dict[str, Any] = {name: _day_of(v[name], name) for name in _DAYS}
        base = self.row.fields if self.row is not None else IntroductionFields()
        made = replace(base, **days, **{name: v[name] for name in _TEXTS if name in v})
        if "other_client_id" in v:
            made = replace(made, other_client_id=v["other_client_id"])
        return made


def _rows(name: Who, row: IntroductionRow | None) -> tuple[Field | tuple[Field, ...], ...]:
    one, other = say("{name} agreed", name=name), say("The other side agreed")
    is_met = row is not None and row.other_id is not None
    if row is not None and is_met:
        other = say("{name} agreed", name=row.other)
        if not row.is_own:
            one, other = other, one
    pick = () if is_met else (
        Field("other_client_id", say("A client of the club, if it is known who"), "pick",
              find=find_clients),
    )  # fmt: skip
    hint = say("12.05.2026")
    return (
        Field("wanted", say("Whom, or what kind of people"),
              hint=say("For example: collectors of old maps")),
        *pick,
        (Field("client_agreed_on", one, hint=hint), Field("other_agreed_on", other, hint=hint)),
        (
            Field("introduced_on", say("Introduced on"), hint=hint),
            Field("through", say("By whom, if not by you")),
        ),
        Field("outcome", say("What came of it"), "long", lines=2),
        Field("sensitivity", say("Who may read"), "choice",
              choices=tuple((s, label(s)) for s in Sensitivity), value=Sensitivity.TEAM),
        *((Field("ended", say("No longer wished"), "check"),) if row is not None else ()),
    )  # fmt: skip


def _shown(fields: IntroductionFields) -> dict[str, Any]:
    days = {name: f"{day:%d.%m.%Y}" if (day := getattr(fields, name)) else "" for name in _DAYS}
    return days | {name: getattr(fields, name) for name in _TEXTS}


def _aloud(fields: Mapping[str, Field], name: str, values: IntroductionFields) -> Text:
    return read_aloud(fields[name], _shown(values).get(name, "")) if name in fields else ""


def _day_of(text: str, field: str) -> date | None:
    if not text.strip():
        return None
    try:
        year, month, day = typed_day(text)
        if year and month and day:
            return date(year, month, day)
    except UserError as error:
        raise UserError(error.say, field=field) from None
    said: Say = say("Write the whole day, such as 12.05.2026.")
    raise UserError(said, field=field)


def _save(row_id: UUID, base: IntroductionFields, values: IntroductionFields) -> Callable[..., Any]:
    return partial(introduced.change_introduction, introduction_id=row_id, base=base, values=values)


def _undo(row_id: UUID, desk: Any, saved: Joined[IntroductionFields]) -> object:
    return introduced.change_introduction(desk, row_id, base=saved.after, values=saved.before)


def _take_away(desk: Any, introduction_id: UUID) -> None:
    introduced.remove_introduction(desk, introduction_id)
