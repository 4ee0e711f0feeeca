"""One client: the brief card, then overview, timeline, promises, events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.access.office import list_staff
from vipdesk.clients import contact_points, facts, people, preferences, profile, promises
from vipdesk.clients.contact_points import PointFields
from vipdesk.clients.interactions import list_contacts_by_week
from vipdesk.clients.purchases import list_purchases
from vipdesk.clients.timeline import list_client_events, list_timeline
from vipdesk.ui.actions import Action, bind
from vipdesk.ui.context import Link
from vipdesk.ui.pages.client_brief import Brief
from vipdesk.ui.pages.client_overview import Overview
from vipdesk.ui.pages.client_privacy import ClientPrivacy
from vipdesk.ui.pages.client_words import (
    entry_icon,
    entry_second,
    entry_words,
    promise_tone,
    promise_words,
)
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Body, Button, Card, IconButton, Tabs, Tone, column, row
from vipdesk.vocabulary import PartStat, PromiseState, label
from vipdesk.wording import Lang, Say, Who, say

if TYPE_CHECKING:
    from vipdesk.access import Desk, StaffRow
    from vipdesk.channels.gate import ContactVerdict
    from vipdesk.clients.purchases import PurchaseRow
    from vipdesk.clients.rows import ClientCard, EventRow, PromiseRow, TierRow
    from vipdesk.clients.timeline import Entry

_ANSWER_TONES = {
    PartStat.ACCEPTED: Tone.SUCCESS,
    PartStat.DECLINED: Tone.NEUTRAL,
    PartStat.TENTATIVE: Tone.WARNING,
    PartStat.DELEGATED: Tone.INFO,
    PartStat.NEEDS_ACTION: Tone.INFO,
}


@dataclass(frozen=True, slots=True)
class Everything:
    """What the page reads at once."""

    card: ClientCard
    verdict: ContactVerdict | None
    timeline: tuple[Entry, ...]
    promises: tuple[PromiseRow, ...]
    events: tuple[EventRow, ...]
    by_week: tuple[int, ...]
    purchases: tuple[PurchaseRow, ...]
    tiers: tuple[TierRow, ...]
    staff: tuple[StaffRow, ...]


class ClientPage(Page):
    """`link.id` is the client; `link.part` a tab: overview, timeline, promises, events, privacy."""

    section = "clients"
    title = say("Client")
    watches: ClassVar[tuple[str, ...]] = (
        "client", "contact_point", "channel_preference", "consent", "person_around", "interest",
        "fact", "promise", "interaction", "invite_hold", "invitation", "guest", "event",
        "status_card", "privacy_request", "purchase",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self.card: ClientCard | None = None
        self._tiers: tuple[TierRow, ...] = ()
        self._staff: tuple[StaffRow, ...] = ()
        self.edit_button = Button(context, say("Edit"), icon="edit", on=self.edit)
        self.promise_button = Button(context, say("Promise"), icon="promise", on=self.promise)
        self.talk_button = Button(
            context, say("Log a talk"), kind="primary", icon="note", on=self.log_talk, tip="Ctrl+T"
        )
        self.call_button = IconButton(context, "phone", say("Call"), on=self.call)
        self.complaint_button = IconButton(context, "lock", say("Complaint"), on=self.complain)
        for button in (
            self.call_button, self.complaint_button, self.edit_button, self.promise_button,
            self.talk_button,
        ):  # fmt: skip
            self.add_action(button)
        self.brief = Brief(context)
        self.overview = Overview(context)
        self.tabs = Tabs(context)
        self.tabs.add("overview", say("Overview"), self.overview)
        self.tabs.add("timeline", say("Timeline"), self._timeline_tab())
        self.tabs.add("promises", say("Promises"), self._promises_tab())
        self.tabs.add("events", say("Events"), self._events_tab())
        self.privacy = ClientPrivacy(context)
        self.tabs.add("privacy", say("Privacy"), self.privacy)
        self.body.addWidget(self.brief)
        self.body.addWidget(self.tabs, 1)
        self.tabs.choose(self.link.part or "overview")
        # Wherever in the window the focus is: of the pages only the shown one hears it.
        self._talk = bind(Action("talk", say("Log a talk"), self.log_talk, "Ctrl+T"), self)

    def _timeline_tab(self) -> QWidget:
        context = self.context
        self.timeline = Table(
            context,
            say("Timeline"),
            (
                Column(say("When"), lambda e: context.format.day(e.at), width=130),
                Column(
                    say("What"),
                    lambda e: entry_words(e, context.settings.lang),
                    width=400,
                    stretch=True,
                    second=lambda e: entry_second(e, context.settings.lang),
                    icon=entry_icon,
                ),
            ),
            key=lambda e: (e.kind, e.id),
        )
        self.reading = Body(context, "", wrap=True, selectable=True)
        self.reading_card = Card(context)
        self.reading_card.add(self.reading)
        self.reading_card.hide()
        box = column(gap=8)
        box.addWidget(self.timeline, 1)
        box.addWidget(self.reading_card)
        return _held(box)

    def _promises_tab(self) -> QWidget:
        context = self.context
        self.promises = Table(
            context,
            say("Promises"),
            (
                Column(
                    say("Promise"), lambda p: p.text, width=280, stretch=True, tip=lambda p: p.text
                ),
                Column(say("Until"), lambda p: context.format.moment(p.due_at), width=170),
                Column(say("State"), promise_words, width=130, badge=promise_tone),
                Column(say("Owner"), lambda p: p.owner.shown(context.settings.lang), width=150),
            ),
        )
        self.kept_button = Button(context, say("Kept"), icon="check", on=self._on_kept)
        self.moved_button = Button(context, say("Another day"), icon="calendar", on=self._on_moved)
        self.released_button = Button(context, say("No longer needed"), on=self._on_released)
        self.broken_button = Button(context, say("Not kept"), on=self._on_broken)
        self._on_promise_chosen(None)
        tools = row(
            self.kept_button, self.moved_button, self.released_button, self.broken_button, None
        )
        box = column(gap=8)
        box.addLayout(tools)
        box.addWidget(self.promises, 1)
        return _held(box)

    def _events_tab(self) -> QWidget:
        context = self.context
        self.events = Table(
            context,
            say("Events"),
            (
                Column(say("When"), lambda e: context.format.day(e.starts_at), width=140),
                Column(say("Event"), self._event_title, width=320, stretch=True, strong=True),
                Column(
                    say("Answer"),
                    lambda e: label(PartStat(e.answer)),
                    width=160,
                    badge=lambda e: _ANSWER_TONES[PartStat(e.answer)],
                ),
                Column(say("Came"), _came, width=110),
            ),
        )
        return self.events

    def _connect(self) -> None:
        self.offer("update", "client", self.edit_button)
        self.offer("insert", "promise", self.promise_button)
        self.offer("insert", "interaction", self.talk_button)
        self.brief.ran_out.connect(self.reload)
        self.timeline.chosen.connect(self._on_entry_chosen)
        self.timeline.opened.connect(self._on_entry_opened)
        self.promises.chosen.connect(self._on_promise_chosen)
        self.events.opened.connect(self._on_event_opened)
        self.overview.add_requested.connect(self._on_add)
        self.overview.remove_requested.connect(self._on_remove)
        self.overview.confirm_requested.connect(self._on_confirm)
        self.overview.open_requested.connect(self.context.open_requested)

    # Reading -----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Everything of the client in one read."""
        if self.link.id is not None:
            bought = self.context.may("select", "purchase")
            read = partial(read_everything, client_id=self.link.id, bought=bought)
            self.load(read, self._show)

    def open_link(self, link: Link) -> None:
        """Another client, or another tab."""
        if link.part:
            self.tabs.choose(link.part)
        super().open_link(link)

    def _show(self, found: Everything) -> None:
        card = found.card
        self.card, self._tiers, self._staff = card, found.tiers, found.staff
        self.heading_label.show_text(card.display(self.context.settings.lang))
        self.show_subtitle(self._subtitle(card))
        self.brief.show_client(card, found.verdict)
        self.overview.show_client(card, found.by_week)
        self.overview.show_purchases(found.purchases)
        self.privacy.show_client(card)
        self.timeline.show_rows(found.timeline)
        self.promises.show_rows(found.promises)
        self.events.show_rows(found.events)
        count = len(card.promises)
        self.tabs.show_title(
            "promises", say("Promises: {n}", n=count) if count else say("Promises")
        )
        if found.promises and self.promises.chosen_row() is None:
            self.promises.choose_first()
        self._on_promise_chosen(self.promises.chosen_row())

    def _subtitle(self, card: ClientCard) -> Say:
        f = card.fields
        parts = [p for p in (f.position, f.company, f.city) if p]
        lang = self.context.settings.lang
        manager = Who.of(card.manager).shown(lang)
        led = say("led by {name}", name=manager) if manager else say("no manager")
        return say("{parts}", parts=(*parts, led))

    def _event_title(self, e: EventRow) -> str:
        return e.title_en if self.context.settings.lang is Lang.EN and e.title_en else e.title

    # Doing -------------------------------------------------------------------------------------

    def new_here(self) -> bool:
        """Ctrl+N on a client: log a talk."""
        self.log_talk()
        return True

    def log_talk(self) -> None:
        """The sheet of a talk."""
        from vipdesk.ui.dialogs.talk_dialog import TalkDialog

        if self.card is not None:
            name = self.card.display(self.context.settings.lang)
            TalkDialog(self.context, self.card.id, name, self).open()

    def call(self) -> None:
        """Whom to dial, how, and whether it is the hour; a talk is logged after it."""
        from vipdesk.ui.dialogs.call_dialog import CallDialog
        from vipdesk.vocabulary import Topic

        if self.card is not None:
            dialog = CallDialog(self.context, self.card.id, Topic.PERSONAL, parent=self)
            dialog.dialled.connect(self._on_dialled)
            dialog.open()

    def _on_dialled(self, _dial: object) -> None:
        self.log_talk()

    def complain(self) -> None:
        """Any role may file a complaint; who may read it is another matter."""
        from vipdesk.ui.dialogs.complaint_dialog import ComplaintDialog

        if self.card is not None:
            name = self.card.display(self.context.settings.lang)
            ComplaintDialog(self.context, self, client=(self.card.id, name)).open()

    def promise(self) -> None:
        """A promise without a talk."""
        from vipdesk.ui.dialogs.profile_dialogs import PromiseDialog

        if self.card is not None:
            PromiseDialog(self.context, self.card.id, self).open()

    def edit(self) -> None:
        """The profile's form."""
        from vipdesk.ui.dialogs.client_dialog import ClientDialog

        if self.card is not None:
            ClientDialog(
                self.context, self, tiers=self._tiers, staff=self._staff, card=self.card
            ).open()

    def _on_add(self, part: str) -> None:
        from vipdesk.ui.dialogs import profile_dialogs as sheets

        card = self.card
        if card is None:
            return
        if part == "wish":
            sheets.WishDialog(self.context, card, self).open()
            return
        kind = {
            "point": sheets.PointDialog, "person": sheets.PersonDialog,
            "fact": sheets.FactDialog, "interest": sheets.InterestDialog,
            "purchase": sheets.PurchaseDialog,
        }[part]  # fmt: skip
        kind(self.context, card.id, self).open()

    def _on_remove(self, part: str, row_id: UUID) -> None:
        if self.card is None:
            return
        remove, undo = _REMOVALS[part]
        client_id = self.card.id
        self.write(
            partial(_call, remove, row_id),
            said=say("Removed."),
            undo=lambda desk, kept: undo(desk, client_id, row_id, kept),
        )

    def _on_confirm(self, fact_id: UUID) -> None:
        self.write(partial(facts.confirm_fact, fact_id=fact_id), said=say("Noted as true today."))

    def _on_kept(self) -> None:
        self._close(promises.keep_promise, say("Promise kept."))

    def _on_broken(self) -> None:
        self._close(promises.break_promise, say("Noted as not kept."))

    def _on_released(self) -> None:
        self._close(promises.release_promise, say("The promise is no longer needed."))

    def _on_moved(self) -> None:
        from vipdesk.ui.dialogs.profile_dialogs import PromiseDialog

        chosen = self.promises.chosen_row()
        if chosen is not None and self.card is not None:
            PromiseDialog(self.context, self.card.id, self, moved=chosen).open()

    def _close(self, verb: Callable[..., UUID], said: Say) -> None:
        chosen = self.promises.chosen_row()
        if chosen is not None:
            self.write(partial(verb, promise_id=chosen.id), said=said, undo=promises.reopen_promise)

    # Choices -----------------------------------------------------------------------------------

    def _on_promise_chosen(self, chosen: Any) -> None:
        is_open = chosen is not None and chosen.state is PromiseState.OPEN
        reason = say("Choose an open promise.")
        for button in (self.kept_button, self.released_button, self.broken_button):
            button.allow(is_open, reason)
        late = is_open and chosen.is_late
        self.moved_button.allow(
            is_open and not late,
            say("The day has passed: kept or not kept.") if late else reason,
        )

    def _on_entry_chosen(self, entry: Any) -> None:
        self.reading_card.setVisible(entry is not None)
        if entry is not None:
            self.reading.show_text(entry_words(entry, self.context.settings.lang))

    def _on_entry_opened(self, entry: Any) -> None:
        kinds = {"invited": "event", "answered": "event", "came": "event", "missed": "event"}
        kind = kinds.get(str(entry.kind), "card" if str(entry.kind) == "card" else "")
        if kind:
            self.context.open(Link(kind, entry.id))

    def _on_event_opened(self, chosen: Any) -> None:
        self.context.open(Link("event", chosen.id))


def read_everything(desk: Desk, client_id: UUID, *, bought: bool = True) -> Everything:
    """All the page shows; `bought`: whether this person may read purchases. Raises `NotFound`."""
    from vipdesk.channels.contact import may_contact
    from vipdesk.vocabulary import Channel, Topic

    card = profile.get_client(desk, client_id)
    return Everything(
        card=card,
        verdict=may_contact(desk, client_id, Channel.PHONE, Topic.PERSONAL),
        timeline=list_timeline(desk, client_id, limit=200),
        promises=promises.list_promises(desk, client_id),
        events=list_client_events(desk, client_id),
        by_week=list_contacts_by_week(desk, client_id),
        purchases=list_purchases(desk, client_id) if bought else (),
        tiers=profile.list_tiers(desk),
        staff=list_staff(desk),
    )


def _call(verb: Callable[[Any, UUID], Any], row_id: UUID, desk: Any) -> Any:
    return verb(desk, row_id)


def _put_point_back(desk: Any, client_id: UUID, row_id: UUID, kept: Any) -> None:
    fields = PointFields(kept.kind, kept.value, kept.label, kept.preferred)
    contact_points.add_contact_point(desk, client_id, fields, point_id=row_id)


def _put_wish_back(desk: Any, client_id: UUID, row_id: UUID, kept: Any) -> None:
    preferences.add_preference(desk, client_id, kept, preference_id=row_id)


def _put_person_back(desk: Any, client_id: UUID, row_id: UUID, kept: Any) -> None:
    people.add_person_around(desk, client_id, kept[1], person_id=row_id)


def _put_fact_back(desk: Any, _client_id: UUID, row_id: UUID, _kept: Any) -> None:
    facts.reopen_fact(desk, row_id)


def _put_interest_back(desk: Any, client_id: UUID, _row_id: UUID, kept: Any) -> None:
    facts.add_interest(
        desk, client_id, topic=kept.topic, kind=kept.kind, strength=kept.strength, note=kept.note
    )


_REMOVALS: dict[str, tuple[Callable[..., Any], Callable[..., None]]] = {
    "point": (contact_points.remove_contact_point, _put_point_back),
    "wish": (preferences.remove_preference, _put_wish_back),
    "person": (people.remove_person_around, _put_person_back),
    "fact": (facts.end_fact, _put_fact_back),
    "interest": (facts.remove_interest, _put_interest_back),
}


def _held(box: Any) -> QWidget:
    inside = QWidget()
    inside.setLayout(box)
    return inside


def _text_of(p: PromiseRow) -> str:
    return p.text


def _came(e: EventRow) -> Say | str:
    if e.came is None:
        return ""
    return say("yes") if e.came else say("no")
