"""Settings: the catalogue of compensation and the limits of each level."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from vipdesk.errors import UserError
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.complaints.authority import Limits
    from vipdesk.complaints.catalogue import ItemFields, ItemRow
    from vipdesk.ui.context import Context, Text

_SUMS = ("per_case", "per_client", "per_month", "floor")
_COUNTS = ("per_client_times", "worth_percent")


class CompensationCard(Card):
    """The way to the catalogue and to the limits."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Complaints: compensation"))
        words = say("What may be given after a complaint, and how much each level decides itself.")
        self.items = Button(context, say("Catalogue…"), icon="gift", on=self._on_items)
        self.limits = Button(context, say("Limits…"), on=self._on_limits)
        self.add(Body(context, words, wrap=True, ink="text2"), row(self.items, self.limits, None))
        self.setVisible(context.may("update", "compensation_limit"))

    def _on_items(self) -> None:
        from vipdesk.complaints.catalogue import list_items

        read = partial(list_items, active_only=False)
        self.context.runner.read(read, self._ask_item, owner=self, topic="items")

    def _on_limits(self) -> None:
        from vipdesk.complaints.authority import list_limits

        self.context.runner.read(list_limits, self._ask_limits, owner=self, topic="limits")

    def _ask_item(self, items: tuple[ItemRow, ...]) -> None:
        PickItemDialog(self.context, items, self).open()

    def _ask_limits(self, limits: tuple[Limits, ...]) -> None:
        LimitsDialog(self.context, limits, self).open()


def _plain(minor: int | None) -> str:
    return "" if minor is None else f"{minor / 100:.2f}".removesuffix(".00")


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


class LimitsDialog(Dialog):
    """A row for each level; nothing written is without a limit of that sort."""

    def __init__(self, context: Context, limits: tuple[Limits, ...], parent: QWidget) -> None:
        self._limits = limits[:3]
        super().__init__(
            context, say("Limits of compensation"), primary=say("Save"), parent=parent, width=820,
            rows=tuple(self._row(context, x) for x in self._limits),
        )  # fmt: skip

    def _build(self) -> None:
        words = say(
            "In roubles of cost. Left empty: no limit of that sort. Above the head’s, two "
            "executives sign, up to one and a half times the loss."
        )
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))

    def _row(self, context: Context, x: Limits) -> tuple[Field, ...]:
        level, at = context.words(label(x.level)), int(x.level)
        case = Field(f"per_case.{at}", say("{level}: per case", level=level),
                     value=_plain(x.per_case))  # fmt: skip
        client = (
            Field(f"per_client_times.{at}", say("times a year"), value=_number(x.per_client_times))
            if x.per_client_times is not None
            else Field(f"per_client.{at}", say("per client a year"), value=_plain(x.per_client))
        )
        month = Field(f"per_month.{at}", say("per month"), value=_plain(x.per_month))
        if x.worth_percent is None:
            return (case, client, month)
        percent = Field(f"worth_percent.{at}", say("% of a year’s purchases"),
                        value=_number(x.worth_percent))  # fmt: skip
        return (case, client, month, percent,
                Field(f"floor.{at}", say("at least"), value=_plain(x.floor)))  # fmt: skip

    def submit(self) -> None:
        """Save what changed."""
        from vipdesk.complaints.authority import change_limits

        try:
            wanted = [self._wanted(x) for x in self._limits]
        except UserError as error:
            self.take_error(error)
            return
        changed = [w for w, was in zip(wanted, self._limits, strict=True) if w != was]

        def save(desk: Any) -> None:
            for one in changed:
                change_limits(desk, one)

        self.write(save, said=say("Saved: they hold from now on."))

    def _wanted(self, x: Limits) -> Limits:
        from dataclasses import replace

        from vipdesk.ui.dialogs.benefit_dialogs import whole
        from vipdesk.ui.dialogs.compensation_dialogs import money_in

        typed = self.form.values()
        found: dict[str, Any] = {}
        for name in (*_SUMS, *_COUNTS):
            key = f"{name}.{int(x.level)}"
            if key not in typed:
                continue
            text = typed[key].strip()
            if not text:
                found[name] = None
            elif name in _SUMS:
                found[name] = money_in(text, key).minor
            else:
                found[name] = whole(text, key)
        return replace(x, **found)


class PickItemDialog(Dialog):
    """Which entry to edit, or a new one."""

    def __init__(self, context: Context, items: tuple[ItemRow, ...], parent: QWidget) -> None:
        self._items = {i.id: i for i in items}
        lang = context.settings.lang
        new: tuple[tuple[object, Text], ...] = ((None, say("A new entry")),)
        super().__init__(
            context, say("Catalogue of compensation"), primary=say("Open"), parent=parent,
            rows=(Field("item", say("Entry"), "choice",
                        choices=(*new, *((i.id, i.title_in(lang)) for i in items))),),
        )  # fmt: skip

    def submit(self) -> None:
        """Open its sheet."""
        found = self._items.get(self.form.values()["item"])
        parent = self.parentWidget()
        self.accept()
        if parent is not None:
            ItemDialog(self.context, found, parent).open()


class ItemDialog(Dialog):
    """An entry with its three numbers."""

    def __init__(self, context: Context, item: ItemRow | None, parent: QWidget) -> None:
        from vipdesk.compensating import CompensationKind, Loss

        self._item = item
        f = item.fields if item is not None else None
        kinds = tuple((k, label(k)) for k in CompensationKind if k is not CompensationKind.REFUND)
        none: tuple[tuple[object, Text], ...] = ((None, say("As its kind says")),)
        losses = (*none, *((x, label(x)) for x in Loss))
        super().__init__(
            context, say("Entry of the catalogue"), primary=say("Save"), parent=parent,
            rows=(
                Field("title", say("Name in Russian"), required=True, value=f.title if f else ""),
                Field("title_en", say("Name in English"), required=True,
                      value=f.title_en if f else ""),
                (
                    Field("kind", say("Kind"), "choice", choices=kinds,
                          value=f.kind if f else CompensationKind.ATTENTION),
                    Field("loss", say("Makes good"), "choice", choices=losses,
                          value=f.losses[0] if f and f.losses else None),
                ),
                (
                    Field("cost", say("Costs us, ₽"), required=True, value=_sum(f, "cost")),
                    Field("retail", say("Price for the client, ₽"), required=True,
                          value=_sum(f, "retail")),
                    Field("perceived", say("Worth to the client, ₽"), required=True,
                          value=_sum(f, "perceived")),
                ),
                (
                    Field("lead_days", say("Days until it is in hand"), "number", high=365,
                          value=f.lead_days if f else 0),
                    Field("rest_days", say("Not twice in so many days"), "number", high=3650,
                          value=f.rest_days if f else 30),
                ),
                Field("numbered", say("A voucher with a number"), "check",
                      value=f.numbered if f else False),
                Field("active", say("May be offered"), "check",
                      value=item.active if item else True),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Save it."""
        from vipdesk.complaints import catalogue

        v = self.form.values()
        try:
            fields = self._fields(v)
        except UserError as error:
            self.take_error(error)
            return
        said: Say = say("The catalogue is changed.")
        if self._item is None:
            self.write(partial(catalogue.add_item, fields=fields), said=said)
            return
        change = partial(
            catalogue.change_item, item_id=self._item.id, fields=fields,
            version=self._item.version, active=v["active"],
        )  # fmt: skip
        self.write(change, said=said)

    def _fields(self, v: dict[str, Any]) -> ItemFields:
        from vipdesk.complaints.catalogue import ItemFields
        from vipdesk.ui.dialogs.compensation_dialogs import money_in

        cost, retail, perceived = (money_in(v[n], n) for n in ("cost", "retail", "perceived"))
        before = self._item.fields.losses if self._item is not None else ()
        losses = (
            () if v["loss"] is None else (v["loss"], *(x for x in before if x is not v["loss"]))
        )
        return ItemFields(
            v["kind"], v["title"], cost, retail, perceived, v["title_en"], losses,
            int(v["lead_days"]), int(v["rest_days"]), v["numbered"],
        )  # fmt: skip


def _sum(f: ItemFields | None, name: str) -> str:
    return "" if f is None else _plain(getattr(f, name).minor)
