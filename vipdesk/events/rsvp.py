"""The reply slip of a letter: a code that is typed in when the slip comes back, or is read out.

The code is the first half of the invitation's token: nobody guesses it, and it says nothing about
the guest to who finds the slip.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.errors import UserError
from vipdesk.events import replies
from vipdesk.events.guest_lists import name_of
from vipdesk.events.slip import LETTERS
from vipdesk.models import Client, Event, Invitation
from vipdesk.vocabulary import InvitationState, PartStat, ReplySource
from vipdesk.wording import Lang, say

# What people read for what stands there: base32 (RFC 4648) has no 0, 1, 8 and 9.
_MISREAD = str.maketrans({"0": "o", "1": "i", "8": "b", "А": "a", "В": "b", "Е": "e", "К": "k",
                          "М": "m", "Н": "h", "О": "o", "Р": "p", "С": "c", "Т": "t", "Х": "x",
                          "У": "y", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x",
                          "у": "y", "к": "k", "м": "m", "т": "t", "в": "b", "н": "h"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class SlipOf:
    """Whose slip it is. party: what the guest answered so far; most: with all companions."""

    invitation_id: UUID
    event_id: UUID
    client_id: UUID
    name: Name
    title: str
    title_en: str
    partstat: PartStat
    most: int

    def event(self, lang: Lang) -> str:
        """The event's title in the reader's language."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title


def find_slip(desk: Desk, code: str) -> SlipOf:
    """Whose slip has this code, written with or without the dash. Raises UserError on 'code'."""
    typed = re.sub(r"[\s–-]", "", code).translate(_MISREAD).casefold()
    if not re.fullmatch(rf"[a-z2-7]{{{LETTERS}}}", typed):
        raise UserError(say("The code has 8 letters and digits, like K7F3-Q2MX."), field="code")
    found = desk.session.execute(
        select(Invitation, Client, Event)
        .join(Client, Client.id == Invitation.client_id)
        .join(Event, Event.id == Invitation.event_id)
        .where(
            Invitation.token.startswith(typed, autoescape=True),
            Invitation.state != InvitationState.CANCELLED,
        )
        .limit(2)
    ).all()
    if len(found) != 1:
        raise UserError(say("No invitation has this code. Compare it with the slip."), field="code")
    invitation, client, event = found[0]
    return SlipOf(
        invitation.id, event.id, client.id, name_of(client), event.title, event.title_en,
        invitation.partstat, 1 + invitation.allowance,
    )  # fmt: skip


def record_slip(
    desk: Desk, *, code: str, partstat: PartStat, party: int = 1, note: str = ""
) -> UUID:
    """A slip that came back by post: counted as the guest's word by letter. Returns the reply."""
    slip = find_slip(desk, code)
    return replies.record_reply(
        desk,
        invitation_id=slip.invitation_id,
        source=ReplySource.LETTER,
        partstat=partstat,
        party=party,
        note=note or code.strip().upper(),
    )
