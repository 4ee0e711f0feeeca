"""One client: the brief card, then a tab each for what is known, said, promised and planned."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer

from vipdesk.access.office import list_staff
from vipdesk.clients import profile
from vipdesk.ui.actions import Action, bind
from vipdesk.ui.context import Link
from vipdesk.ui.pages.client_brief import Brief
from vipdesk.ui.pages.client_question import GenderQuestion
from vipdesk.ui.pages.client_reading import Opened, read_client
from vipdesk.ui.pages.client_tabs import TABS
from vipdesk.ui.pages.late_tabs import LateTab
from vipdesk.ui.pages.page import Page
from vipdesk.ui.widgets import Button, IconButton, Tabs
from vipdesk.wording import Say, Who, say

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from vipdesk.access import Desk, StaffRow
    from vipdesk.clients.rows import ClientCard, TierRow

_PAINTED_MS = 50


class ClientPage(Page):
    """`link.id` is the client; `link.part` a tab (`client_tabs.TABS`)."""

    section = "clients"
    title = say("Client")
    watches: ClassVar[tuple[str, ...]] = (
        "client", "contact_point", "channel_preference", "consent", "person_around", "interest",
        "fact", "promise", "interaction", "invite_hold", "invitation", "guest", "event",
        "status_card", "privacy_request", "purchase", "client_photo", "client_date",
        "name_form", "declined_link", "introduction",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self.card: ClientCard | None = None
        self._ahead: Opened | None = None
        self._anew = QTimer(self)
        self._anew.setSingleShot(True)
        self._anew.setInterval(_PAINTED_MS)
        self._anew.timeout.connect(self._read)
        # Without its word: a long name needs the room in a narrow window.
        self.edit_button = IconButton(context, "edit", say("Edit"), on=self.edit)
        self.promise_button = Button(context, say("Promise"), icon="promise", on=self.promise)
        self.talk_button = Button(
            context, say("Log a talk"), kind="primary", icon="note", on=self.log_talk, tip="Ctrl+T"
        )
        self.call_button = IconButton(context, "phone", say("Call"), on=self.call)
        self.letter_button = IconButton(context, "mail", say("Write…"), on=self.write_to)
        self.complaint_button = IconButton(context, "lock", say("Complaint"), on=self.complain)
        for button in (
            self.call_button, self.letter_button, self.complaint_button, self.edit_button,
            self.promise_button, self.talk_button,
        ):  # fmt: skip
            self.add_action(button)
        self.brief = Brief(context)
        self.photo_button = IconButton(context, "person", say("Photo…"), on=self.choose_photo)
        self.pocket_button = IconButton(
            context, "print", say("Brief card for the pocket (Ctrl+P)"), on=self.pocket
        )
        for tool in (self.photo_button, self.pocket_button):
            self.brief.tools.addWidget(tool)
        self.tabs = Tabs(context)
        self.places: dict[str, LateTab] = {}
        for place in TABS:
            if place.is_for(context):
                self.places[place.key] = LateTab(context, place)
                self.tabs.add(place.key, place.title, self.places[place.key])
        self.question = GenderQuestion(context)
        self.body.addWidget(self.brief)
        self.body.addWidget(self.question)
        self.body.addWidget(self.tabs, 1)
        self.tabs.choose(self.link.part or "overview")
        # Wherever in the window the focus is: of the pages only the shown one hears it.
        self._print = bind(Action("pocket", say("For the pocket…"), self.pocket, "Ctrl+P"), self)
        self._talk = bind(Action("talk", say("Log a talk"), self.log_talk, "Ctrl+T"), self)

    def tab(self, key: str) -> QWidget:
        """The widget of a tab, made now if nobody saw it yet."""
        return self.places[key].tab

    def _connect(self) -> None:
        self.offer("update", "client", self.edit_button)
        self.offer("insert", "client_photo", self.photo_button)
        self.offer("insert", "promise", self.promise_button)
        self.offer("insert", "outbox_message", self.letter_button)
        self.offer("insert", "interaction", self.talk_button)
        self.brief.ran_out.connect(self.reload)

    # Reading -----------------------------------------------------------------------------------

    def reload(self) -> None:
        """The client; what was read while the hand was on its way stands until it is read anew."""
        if self.link.id is not None:
            self._ahead = None
            ahead = self.context.ahead.take(self.link.id)
            if ahead is None:
                self._read()
            else:
                self._shown_ahead(ahead)

    def _shown_ahead(self, ahead: Opened) -> None:
        """Painted first, read anew then: the two would take turns on one interpreter."""
        self.take_loaded(ahead, self._show)
        self._ahead = ahead
        self._anew.start()

    def _read(self) -> None:
        self._anew.stop()
        if self.link.id is not None:
            self.load(partial(read_client, client_id=self.link.id), self._show)

    def open_link(self, link: Link) -> None:
        """Another client, or another tab."""
        if link.part:
            self.tabs.choose(link.part)
        super().open_link(link)

    def _show(self, found: Opened) -> None:
        ahead, self._ahead = self._ahead, None
        if found == ahead:
            return  # it stands there already
        card = self.card = found.card
        self.heading_label.show_text(card.display(self.context.settings.lang))
        self.show_subtitle(self._subtitle(card))
        self.brief.show_opened(found)
        self.question.show_client(card)
        for key, place in self.places.items():
            place.show_whole(found if key == "overview" else card)
        count = len(card.promises)
        self.tabs.show_title(
            "promises", say("Promises: {n}", n=count) if count else say("Promises")
        )

    def _subtitle(self, card: ClientCard) -> Say:
        f = card.fields
        parts = [p for p in (f.position, f.company, f.city) if p]
        lang = self.context.settings.lang
        manager = Who.of(card.manager).shown(lang)
        led = say("led by {name}", name=manager) if manager else say("no manager")
        return say("{parts}", parts=(*parts, led))

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

    def client_here(self) -> UUID | None:
        """Ctrl+B: this client."""
        return self.link.id

    def pocket(self) -> None:
        """The brief card as a page for the pocket."""
        from vipdesk.ui.dialogs.brief_dialog import PocketDialog

        if self.card is not None:
            PocketDialog(self.context, self.card.id, self).open()

    def choose_photo(self) -> None:
        """Take a photo, another one, or none."""
        from vipdesk.ui.pages.client_photo import PhotoMenu

        if self.card is not None:
            PhotoMenu(
                self.context, self.card.id, self.photo_button, there=self.brief.monogram.has_photo
            ).open()

    def write_to(self) -> None:
        """A letter, a mail, a message: by what way, and whether it may leave now."""
        from vipdesk.ui.dialogs.write_dialog import WriteDialog

        if self.card is not None:
            WriteDialog(self.context, self.card.id, parent=self).open()

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
        """The profile's form, with the tiers and colleagues to choose from."""
        self.context.runner.read(read_choices, self._open_form, owner=self)

    def _open_form(self, choices: tuple[tuple[TierRow, ...], tuple[StaffRow, ...]]) -> None:
        from vipdesk.ui.dialogs.client_dialog import ClientDialog

        if self.card is not None:
            tiers, staff = choices
            ClientDialog(self.context, self, tiers=tiers, staff=staff, card=self.card).open()


def read_choices(desk: Desk) -> tuple[tuple[TierRow, ...], tuple[StaffRow, ...]]:
    """What the form offers."""
    return profile.list_tiers(desk), list_staff(desk)
