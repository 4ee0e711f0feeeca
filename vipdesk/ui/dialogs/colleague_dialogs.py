"""Sheets about a colleague: who they are, and who stands in for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.access import staff
from vipdesk.access.staff import ColleagueFields, ColleagueRow
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Gender, Role, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.ui.context import Context, Text

_ROLES = (
    Role.MANAGER, Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR, Role.AUDITOR,
)  # fmt: skip


class ColleagueDialog(Dialog):
    """`row` is the colleague to edit; None adds one."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        others: Sequence[ColleagueRow],
        row: ColleagueRow | None = None,
    ) -> None:
        self.row = row
        base = row.fields if row is not None else ColleagueFields()
        lang = context.words.lang
        above = tuple(
            (o.id, o.staff.name_in(lang)) for o in others if row is None or o.id != row.id
        )
        super().__init__(
            context,
            say("Edit a colleague") if row else say("New colleague"),
            primary=say("Save") if row else say("Add the colleague"),
            parent=parent,
            width=600,
            rows=_rows(base, above),
        )

    def submit(self) -> None:
        """Add or save."""
        values = ColleagueFields(**self.form.values())
        if self.row is None:
            add = partial(staff.add_colleague, values=values)
            self.write(add, said=say("Colleague added."), undo=staff.remove_colleague)
            return
        row = self.row
        change = partial(
            staff.change_colleague, staff_id=row.id, version=row.version, values=values
        )
        self.write(change, said=say("Saved."), undo=partial(_back, staff_id=row.id))


class AbsenceDialog(Dialog):
    """Who stands in for somebody until a day; nobody, if the colleague is back."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        others: Sequence[ColleagueRow],
        row: ColleagueRow,
    ) -> None:
        self.row = row
        lang = context.words.lang
        offered: tuple[tuple[object, Text], ...] = (
            (None, say("Nobody, back at work")),
            *((o.id, o.staff.name_in(lang)) for o in others if o.id != row.id),
        )
        local = context.format.local
        last = row.absent_until - timedelta(seconds=1) if row.absent_until else None
        until = local(last).date() if last else None
        day = until or local(context.now()).date() + timedelta(days=7)
        super().__init__(
            context,
            say("Deputy"),
            primary=say("Save"),
            parent=parent,
            rows=(
                (
                    Field(
                        "deputy_id", say("Stands in"), "choice", choices=offered,
                        value=row.deputy_id,
                    ),
                    Field("until", say("Last day"), "date", value=day),
                ),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        name = self.row.staff.name_in(self.context.words.lang)
        words = say("{name} is away. The deputy sees the clients until that day.", name=name)
        self.body.insertWidget(0, Body(self.context, words, ink="text2", wrap=True))

    def submit(self) -> None:
        """The day counts to its end, on this desk's clock."""
        typed = self.form.values()
        zone = self.context.format.local(self.context.now()).tzinfo
        end = datetime.combine(typed["until"] + timedelta(days=1), time(), zone)
        deputy: UUID | None = typed["deputy_id"]
        deed = partial(
            staff.deputise,
            staff_id=self.row.id,
            deputy_id=deputy,
            until=end if deputy is not None else None,
        )
        self.write(deed, said=say("Saved."), undo=staff.restore_absence)


def _rows(
    base: ColleagueFields, above: tuple[tuple[object, Text], ...]
) -> tuple[Field | tuple[Field, ...], ...]:
    genders = ((None, say("Not noted")), *((g, label(g)) for g in Gender))
    return (
        (
            Field("surname", say("Surname"), required=True, value=base.surname),
            Field("given", say("Given name"), required=True, value=base.given),
            Field("patronymic", say("Patronymic"), value=base.patronymic),
        ),
        (
            Field(
                "latin_name", say("Name in Latin letters"), value=base.latin_name,
                hint=say("Maria Orlova"),
            ),
            Field("gender", say("Gender"), "choice", choices=genders, value=base.gender),
        ),
        (
            Field(
                "role", say("Role"), "choice", choices=tuple((r, label(r)) for r in _ROLES),
                value=base.role,
            ),
            Field(
                "reports_to_id", say("Reports to"), "choice",
                choices=((None, say("Nobody")), *above), value=base.reports_to_id,
            ),
        ),
        (
            Field("email", say("E-mail address"), value=base.email),
            Field("phone", say("Phone"), "phone", value=base.phone),
        ),
    )  # fmt: skip


def _back(desk: Any, result: tuple[int, ColleagueFields], *, staff_id: UUID) -> object:
    version, before = result
    return staff.change_colleague(desk, staff_id, version=version, values=before)
