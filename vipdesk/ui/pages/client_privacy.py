"""The privacy tab of a client: what was agreed to, what was asked, and the client's rights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.ui.widgets import Badge, Body, Button, Caption, Card, Tone, column, row, scrolled
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import PrivacyRight, Topic, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from vipdesk.clients.consents import LedgerRow
    from vipdesk.clients.rows import ClientCard
    from vipdesk.privacy.requests import RequestRow
    from vipdesk.ui.context import Context, Text

_LEDGER = 8
_REQUESTS = 6
_NEEDED = (Topic.INVITATION, Topic.OFFER, Topic.GREETING)


@dataclass(frozen=True, slots=True)
class Rights:
    """What the tab reads. `cares`: this person answers the client's requests. `leads`: may lift a
    restriction and erase.
    """

    ledger: tuple[LedgerRow, ...]
    standing: frozenset[Topic]
    requests: tuple[RequestRow, ...]
    cares: bool
    leads: bool


def read_rights(desk: Any, client_id: UUID) -> Rights:
    """Ledger, requests and what the person at work may do."""
    from vipdesk.access.matrix import Verb, may
    from vipdesk.clients.consents import list_ledger, standing_topics
    from vipdesk.clients.sight import cares_for
    from vipdesk.privacy.requests import list_requests
    from vipdesk.privacy.sight import is_leader

    # A team's database refuses the coordinator the very question.
    asked = may(desk.actor.role, Verb.SELECT, "privacy_request")
    leads = is_leader(desk)
    return Rights(
        list_ledger(desk, client_id),
        standing_topics(desk, client_id),
        list_requests(desk, client_id) if asked else (),
        leads or cares_for(desk, client_id),
        leads,
    )


class ClientPrivacy(QWidget, Speaking):
    """Consents on the left, rights and requests on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.rights = Rights((), frozenset(), (), cares=False, leads=False)
        self.consents = Card(context, say("Consents"))
        self.agree = Button(context, say("Note a consent"), icon="check", on=self.note_consent)
        self.take_back = Button(context, say("Takes back"), icon="undo", on=self.withdraw)
        self._topics, self._ledger = column(gap=6), column(gap=4)
        self.consents.add(self._topics, 4, row(self.agree, self.take_back, None), 8)
        self.consents.add(Caption(context, say("Ledger"), ink="text3"))
        self.consents.add(self._ledger, None)
        self.duties = Card(context, say("The client’s rights"))
        self.state = Badge(context)
        self.state_words = Caption(context, "", ink="text2", wrap=True)
        self._make_buttons()
        self._requests = column(gap=6)
        self.asked = Card(context, say("What the client asked for"))
        self.asked.add(self._requests)
        self.key = Caption(context, "", ink="text3", wrap=True, selectable=True)
        left, right = column(self.consents, None, gap=16), column(gap=16)
        for card in (self.duties, self.asked, self.key):
            right.addWidget(card)
        right.addStretch(1)
        both = row(gap=16)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        inside = QWidget()
        inside.setLayout(both)
        box = column(gap=0)
        box.addWidget(scrolled(inside))
        self.setLayout(box)

    def _make_buttons(self) -> None:
        context = self.context
        self.dossier = Button(context, say("Dossier…"), icon="export", on=self.make_dossier)
        self.correct = Button(context, say("Correction…"), icon="edit", on=self.ask_correction)
        self.restrict = Button(context, say("Restrict…"), icon="lock", on=self.ask_restriction)
        self.lift = Button(context, say("Lift the restriction"), icon="unlock", on=self.lift_it)
        self.erase = Button(context, say("Erase…"), kind="danger", icon="trash", on=self.ask_erase)
        self.duties.add(row(self.state, None), self.state_words, 4)
        self.duties.add(row(self.dossier, self.correct, None))
        self.duties.add(row(self.restrict, self.lift, self.erase, None))

    # Showing -----------------------------------------------------------------------------------

    def show_client(self, card: ClientCard) -> None:
        """Another client, or the same one after a change: read the rest."""
        self.card = card
        self.context.runner.read(
            partial(read_rights, client_id=card.id), self._show, owner=self, topic="rights"
        )

    def _show(self, rights: Rights) -> None:
        self.rights = rights
        card = self.card
        if card is None:
            return
        self._show_consents(rights)
        self._show_state(card, rights)
        self._show_requests(rights)
        self.key.show_text(say("Key for the command line: {key}", key=str(card.id)))

    def _show_consents(self, rights: Rights) -> None:
        context = self.context
        clear(self._topics)
        for topic in Topic:
            stands = topic in rights.standing
            if not stands and topic not in _NEEDED:
                continue
            tone, word = (
                (Tone.SUCCESS, say("agreed")) if stands else (Tone.NEUTRAL, say("not agreed"))
            )
            line = row(Body(context, label(topic)), None, gap=8)
            line.addWidget(Badge(context, word, tone))
            self._topics.addLayout(line)
        self.take_back.allow(bool(rights.standing), say("Nothing was agreed to yet."))
        clear(self._ledger)
        for entry in rights.ledger[:_LEDGER]:
            words = ledger_words(entry, context)
            self._ledger.addWidget(Caption(context, words, ink="text2", wrap=True))
        if not rights.ledger:
            empty = say("No entry yet: no invitations, offers or greetings leave.")
            self._ledger.addWidget(Caption(context, empty, ink="warning", wrap=True))

    def _show_state(self, card: ClientCard, rights: Rights) -> None:
        kept_back = card.restricted_at is not None
        if card.restricted_at is not None:
            since = self.context.format.day(card.restricted_at)
            self.state.show_badge(say("Restricted"), Tone.WARNING, icon="lock")
            self.state_words.show_text(
                say("Since {since}: the data is kept and not used.", since=since)
            )
        else:
            self.state.show_badge(say("Data in use"), Tone.SUCCESS, icon="check")
            self.state_words.show_text(say("The data is used as the client agreed."))
        self.restrict.setVisible(not kept_back)
        self.lift.setVisible(kept_back)
        own = say("This is for the client’s own manager. Ask them.")
        for button in (self.dossier, self.correct, self.restrict):
            button.allow(rights.cares, own)
        reason = say("The head of VIP service or an executive does this.")
        self.lift.allow(rights.leads, reason)
        self.erase.allow(rights.leads, reason)

    def _show_requests(self, rights: Rights) -> None:
        context = self.context
        clear(self._requests)
        for one in rights.requests[:_REQUESTS]:
            self._requests.addLayout(self._request_line(one))
        if not rights.requests:
            words = say("Nothing was asked for.")
            self._requests.addWidget(Caption(context, words, ink="text2"))

    def _request_line(self, one: RequestRow) -> QHBoxLayout:
        context = self.context
        words: list[Text] = [label(one.right), context.format.day(one.asked_at)]
        if one.done_at is None and one.due_on is not None:
            words.append(say("answer by {day}", day=context.words.day(one.due_on)))
        line = row(gap=8)
        ink = "danger" if one.late else "text2"
        line.addWidget(Caption(context, say("{parts}", parts=tuple(words)), ink=ink, wrap=True), 1)
        if one.done_at is None and one.right is PrivacyRight.RECTIFY:
            close = Button(context, say("Close…"), kind="link", on=self._on_close)
            close.setProperty("request", str(one.id))
            line.addWidget(close)
        elif one.done_at is not None:
            ended = label(one.settled) if one.settled is not None else say("done")
            line.addWidget(Badge(context, ended, Tone.SUCCESS))
        return line

    # Doing -------------------------------------------------------------------------------------

    def note_consent(self) -> None:
        """Several purposes in one sheet."""
        from vipdesk.ui.dialogs.consent_dialog import ConsentDialog

        if self.card is not None:
            ConsentDialog(self.context, self.card.id, self.rights.standing, self).open()

    def withdraw(self) -> None:
        """Take something back."""
        from vipdesk.ui.dialogs.consent_dialog import WithdrawDialog

        if self.card is not None and self.rights.standing:
            WithdrawDialog(self.context, self.card.id, self.rights.standing, self).open()

    def make_dossier(self) -> None:
        """Everything that is held."""
        from vipdesk.ui.dialogs.privacy_dialogs import DossierDialog

        if self.card is not None:
            DossierDialog(self.context, self.card.id, self).open()

    def ask_correction(self) -> None:
        """The client says that something is wrong."""
        from vipdesk.ui.dialogs.privacy_dialogs import CorrectionDialog

        if self.card is not None:
            CorrectionDialog(self.context, self.card.id, self).open()

    def ask_restriction(self) -> None:
        """Keep and do not use."""
        from vipdesk.ui.dialogs.privacy_dialogs import RestrictDialog

        if self.card is not None:
            RestrictDialog(self.context, self.card.id, self).open()

    def lift_it(self) -> None:
        """Use it again."""
        from vipdesk.privacy.restriction import lift_restriction

        if self.card is not None:
            lift = partial(lift_restriction, client_id=self.card.id)
            self.context.runner.write(lift, owner=self, said=say("The data may be used again."))

    def ask_erase(self) -> None:
        """Erase for good."""
        from vipdesk.ui.dialogs.privacy_dialogs import EraseDialog

        if self.card is not None:
            f = self.card.fields
            EraseDialog(self.context, self.card.id, f.surname or f.given, self).open()

    def _on_close(self) -> None:
        from vipdesk.ui.dialogs.privacy_dialogs import CloseCorrectionDialog

        button = self.sender()
        if button is not None:
            CloseCorrectionDialog(self.context, UUID(str(button.property("request"))), self).open()

    def respeak(self) -> None:
        """The lines are made of rows: make them again."""
        self._show(self.rights)


def ledger_words(entry: LedgerRow, context: Context) -> Say:
    """One entry in a line: when, what, how, who heard it, which paper."""
    said = say("taken back") if entry.withdrawal else say("agreed")
    if entry.withdrawn_at is not None:
        said = say("agreed, taken back {day}", day=context.format.day(entry.withdrawn_at))
    parts: list[Text] = [context.format.day(entry.said_at), label(entry.topic), said]
    if entry.form is not None:
        parts.append(label(entry.form))
    if entry.heard_by:
        parts.append(entry.heard_by.shown(context.settings.lang))
    parts += [p for p in (entry.document, entry.evidence) if p]
    return say("{parts}", parts=tuple(parts))
