"""The sheets of a card: request, hand over, replace, void."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from vipdesk.cards import issue
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.finding import find_clients
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Caption
from vipdesk.ui.widgets.picture_view import PictureView
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.cards.issue import Proposal
    from vipdesk.cards.registry import CardRow
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context
    from vipdesk.wording import Words

_PREVIEW_MS = 250
_WIDE, _HIGH = 324, 204


class RequestCardDialog(Dialog):
    """Who, the two names, until when; the card is drawn as it will be printed."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field("client_id", say("Client"), "pick", required=True, find=find_clients),
            (
                Field("name_on_card", say("Name on the card")),
                Field("latin_on_card", say("Name in Latin letters")),
            ),
            Field("expires_on", say("Last valid day"), "date", folded=True),
        )
        self.proposal: Proposal | None = None
        super().__init__(
            context, say("Request a card"), primary=say("Request"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        self.picture = PictureView(self.context, width=_WIDE, height=_HIGH, radius=12)
        self.picture.setFixedHeight(self.context.look.px(_HIGH))
        self.hint = Caption(
            self.context,
            say("Choose a client: the names and the last valid day are filled in for you."),
            wrap=True,
            ink="text2",
        )
        self.body.addWidget(self.picture)
        self.body.addWidget(self.hint)
        self.picture.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PREVIEW_MS)
        self._pause.timeout.connect(self._draw)
        self._client: UUID | None = None
        self.form.edited.connect(self._on_edited)

    def choose_client(self, client_id: UUID) -> None:
        """Propose names and last day for a client."""
        self._client = client_id
        lang = self.context.words.lang
        self.context.runner.read(
            partial(issue.propose_card, client_id=client_id, lang=lang),
            self._on_proposed,
            owner=self,
        )

    def submit(self) -> None:
        """Ask for the card."""
        typed = self.form.values()
        asked = partial(
            issue.request_card,
            client_id=typed["client_id"],
            name_on_card=typed["name_on_card"],
            latin_on_card=typed["latin_on_card"],
            expires_on=typed["expires_on"],
        )
        self.write(
            asked,
            self._on_requested,
            said=say("Requested. A second person approves it."),
            undo=_take_back,
        )

    def take_error(self, error: UserError) -> bool:
        """Beside its field; no picture of a card that cannot be."""
        self.picture.hide()
        return super().take_error(error)

    def _on_edited(self) -> None:
        client_id = self.form.values()["client_id"]
        if client_id is not None and client_id != self._client:
            self.choose_client(client_id)
        elif self.proposal is not None:
            self._pause.start()

    def _on_proposed(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.form.set_values(
            {
                "name_on_card": proposal.names.name,
                "latin_on_card": proposal.names.latin,
                "expires_on": proposal.expires_on,
            }
        )
        self._draw()

    def _draw(self) -> None:
        if self.proposal is None:
            return
        typed = self.form.values()
        face = replace(
            self.proposal.face,
            name=typed["name_on_card"],
            latin=typed["latin_on_card"].upper(),
            expires_on=typed["expires_on"] or self.proposal.expires_on,
        )
        self.context.runner.background(
            partial(_front, face, self.context.words), self._show, owner=self
        )

    def _show(self, png: bytes) -> None:
        self.picture.show_png(png, say("Front of the card"))
        if self.picture.isHidden():
            self.picture.show()
            self.hint.hide()
            self._grow()

    def _grow(self) -> None:
        """Room for the picture, within the window."""
        parent = self.parentWidget()
        most = parent.window().height() - 48 if parent is not None else 800
        self.resize(self.width(), min(most, self.height() + self.picture.height()))

    def _on_requested(self, card: CardRow) -> None:
        self.context.open(Link("card", card.id))


class HandOverDialog(Dialog):
    """Who took the card."""

    def __init__(self, context: Context, card_id: UUID, parent: QWidget) -> None:
        self.card_id = card_id
        rows = (
            Field(
                "handed_to",
                say("Who signed for it"),
                help=say("Leave it empty if the client took the card in person."),
            ),
        )
        super().__init__(
            context, say("Hand the card over"), primary=say("Hand over"), rows=rows,
            draft=f"card.hand:{card_id}", parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """The card works from now on."""
        typed = self.form.values()
        self.write(
            partial(issue.hand_over_card, card_id=self.card_id, handed_to=typed["handed_to"]),
            said=say("Handed over. The card works."),
        )


class ReplaceCardDialog(Dialog):
    """Why, and whether the old card stops at once."""

    def __init__(self, context: Context, card_id: UUID, parent: QWidget) -> None:
        self.card_id = card_id
        rows = (
            Field("reason", say("Reason"), required=True, hint=say("Lost, worn, another name…")),
            Field(
                "stop_now",
                say("Lost or stolen: the old card stops at once"),
                "check",
                help=say("Otherwise it works until the new one is handed over."),
            ),
        )
        super().__init__(
            context,
            say("Replace the card"),
            primary=say("Request the next card"),
            rows=rows,
            draft=f"card.replace:{card_id}",
            parent=parent,
        )

    def submit(self) -> None:
        """Ask for the next card."""
        typed = self.form.values()
        self.write(
            partial(
                issue.replace_card,
                card_id=self.card_id,
                reason=typed["reason"],
                stop_now=bool(typed["stop_now"]),
            ),
            self._on_requested,
            said=say("Requested. A second person approves it."),
        )

    def _on_requested(self, card: CardRow) -> None:
        self.context.open(Link("card", card.id))


class EndCardDialog(Dialog):
    """Why a card is put out of use: there is no way back, so the reason is asked."""

    def __init__(self, context: Context, card_id: UUID, parent: QWidget) -> None:
        self.card_id = card_id
        rows = (
            Field(
                "reason",
                say("Reason"),
                required=True,
                help=say("A void card never works again. The reason stays with it."),
            ),
        )
        super().__init__(
            context, say("Void the card"), primary=say("Void the card"), rows=rows,
            draft=f"card.void:{card_id}", parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Put it out of use."""
        typed = self.form.values()
        self.write(
            partial(issue.void_card, card_id=self.card_id, reason=typed["reason"]),
            said=say("The card is void."),
        )


def _take_back(desk: Any, card: CardRow) -> None:
    issue.remove_request(desk, card.id)


def _front(face: Any, words: Words) -> bytes:
    from vipdesk.cards.face import card_pdf
    from vipdesk.pdf import page_picture

    return page_picture(card_pdf([face], words), width=2 * _WIDE)
