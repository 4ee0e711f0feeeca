"""A guest's choice out of plain words: the comment of a calendar, a mail, a note of the staff.

Counted by itself is only a line that is an answer and nothing else ('рыба', 'Menu: fish'): 'no
fish, please' names the fish as well. What words merely seem to say is offered to who decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events import options
from vipdesk.events.invitations import find_invitation
from vipdesk.events.options import OptionRow
from vipdesk.events.reply_mail import ReadReply, ReplyKind
from vipdesk.events.reply_reasons import Reason
from vipdesk.models import EventOption, Invitation, InvitationChoice
from vipdesk.vocabulary import Verdict

_LINES = re.compile(r"[\n;]+")
_PHONE = re.compile(r"\s*(sent from|отправлено (с|из)) .{1,80}", re.IGNORECASE)
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class ReadChoices:
    """found: at most one answer to a question. rest: the lines that say something else."""

    found: tuple[OptionRow, ...] = ()
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a guest may choose. chosen: question → option, of what is kept already, else of what
    the words seem to say.
    """

    options: tuple[OptionRow, ...] = ()
    chosen: tuple[tuple[str, UUID], ...] = ()


def read_choices(words: str, offered: Sequence[OptionRow]) -> ReadChoices:
    """What the words choose, line by line; two answers to one question choose none."""
    found: dict[str, list[OptionRow]] = {}
    rest: list[str] = []
    asked = {_plain(q) for o in offered for q in (o.question, o.question_en) if q}
    for line in _LINES.split(words[:_LONGEST]):
        if not _plain(line) or _PHONE.fullmatch(line) or _plain(line) in asked:
            continue
        whole = _named(line, offered)
        parts = [whole] if whole else [_named(p, offered) for p in line.split(",")]
        if not all(parts):
            rest.append(line.strip())
        for option in (o for o in parts if o is not None and all(parts)):
            found.setdefault(option.question, []).append(option)
    sure = [of[0] for of in found.values() if len({o.id for o in of}) == 1]
    rest += [o.title for of in found.values() if len({o.id for o in of}) > 1 for o in of]
    return ReadChoices(tuple(sure), "\n".join(rest))


def _named(text: str, offered: Sequence[OptionRow]) -> OptionRow | None:
    """The only answer that this text is, with its question before it or without."""
    said = _plain(text)
    fitting = [o for o in offered if said in _forms(o)]
    return fitting[0] if len(fitting) == 1 else None


def _forms(option: OptionRow) -> set[str]:
    titles = [t for t in (option.title, option.title_en) if t]
    asked = ["", *(q for q in (option.question, option.question_en) if q)]
    return {_plain(f"{q} {t}") for q, t in product(asked, titles)}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("ё", "е")))


def seen_choices(words: str, offered: Sequence[OptionRow]) -> tuple[OptionRow, ...]:
    """What the words seem to choose: of a question one answer alone is named anywhere in them."""
    text = f" {_plain(words[:_LONGEST])} "
    named: dict[str, list[OptionRow]] = {}
    for option in offered:
        titles = {_plain(option.title), _plain(option.title_en)} - {""}
        if any(f" {title} " in text for title in titles):
            named.setdefault(option.question, []).append(option)
    return tuple(of[0] for of in named.values() if len(of) == 1)


def pressed_alone(desk: Desk, read: ReadReply, event_id: UUID) -> ReadReply:
    """A press on our link counts by itself too where the words beside it only choose."""
    if read.pressed is None or read.reason is not Reason.PLAIN_TEXT:
        return read
    if read_choices(read.words, options.list_options(desk, event_id)).rest:
        return read
    return replace(
        read, kind=ReplyKind.REPLY, verdict=Verdict.APPLY, reason=Reason.LINK,
        partstat=read.pressed,
    )  # fmt: skip


def get_offer(desk: Desk, invitation_id: UUID, *, words: str = "") -> Offer:
    """What this guest may choose, and has chosen or seems to."""
    invitation = find_invitation(desk, invitation_id)
    offered = options.list_options(desk, invitation.event_id)
    kept = _kept(desk, invitation_id)
    seen = {o.question: o.id for o in seen_choices(words, offered)}
    chosen = seen | {question: choice.option_id for question, choice in kept.items()}
    return Offer(offered, tuple(chosen.items()))


def take_choices(desk: Desk, invitation: Invitation, words: str, at: datetime) -> None:
    """Keep what a counted reply chose; `at`: when it was said. A later word is not undone.

    A choice whose places are gone is left to who reads the words, and noted in the journal of the
    invitation: the answer itself counts.
    """
    if not words.strip():
        return
    offered = options.list_options(desk, invitation.event_id)
    if not offered:
        return
    kept = _kept(desk, invitation.id)
    for option in read_choices(words, offered).found:
        before = kept.get(option.question)
        if before is not None and (before.chosen_at, before.option_id) >= (at, option.id):
            continue
        try:
            options.choose(desk, invitation_id=invitation.id, option_id=option.id, at=at)
        except UserError:
            desk.note("choice_full", "invitation", invitation.id, ("option_id",))


def choose_all(
    desk: Desk, *, invitation_id: UUID, option_ids: Iterable[UUID]
) -> tuple[tuple[UUID, UUID | None], ...]:
    """One choice for each question; with what was chosen before, for the undo."""
    return tuple(
        (key, options.choose(desk, invitation_id=invitation_id, option_id=key))
        for key in option_ids
    )


def unchoose_all(
    desk: Desk, *, invitation_id: UUID, chosen: Iterable[tuple[UUID, UUID | None]]
) -> None:
    """The inverse of `choose_all`."""
    for option_id, before in chosen:
        if before is None:
            options.drop_choice(desk, invitation_id=invitation_id, option_id=option_id)
        elif before != option_id:
            options.choose(desk, invitation_id=invitation_id, option_id=before)


def _kept(desk: Desk, invitation_id: UUID) -> dict[str, InvitationChoice]:
    rows = desk.session.execute(
        select(EventOption.question, InvitationChoice)
        .join(EventOption, EventOption.id == InvitationChoice.option_id)
        .where(InvitationChoice.invitation_id == invitation_id)
    )
    return {row[0]: row[1] for row in rows}
