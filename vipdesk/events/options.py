"""What a guest may choose: a menu, a time, a car. The choice is kept with the invitation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events.programme import find_event
from vipdesk.models import EventOption, Invitation, InvitationChoice
from vipdesk.vocabulary import InvitationState, PartStat
from vipdesk.wording import Lang, say


@dataclass(frozen=True, slots=True)
class OptionWords:
    """One answer to one question, as it is typed. `places` 0: for everybody."""

    question: str
    title: str
    question_en: str = ""
    title_en: str = ""
    places: int = 0


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An answer to choose. `taken`: people who come and have it, their company counted."""

    id: UUID
    question: str
    question_en: str
    title: str
    title_en: str
    places: int
    taken: int = 0

    def asked(self, lang: Lang) -> str:
        """The question."""
        return self.question_en if lang is Lang.EN and self.question_en else self.question

    def named(self, lang: Lang) -> str:
        """The answer."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title

    @property
    def has_places(self) -> bool:
        """Whether somebody more may choose it."""
        return not self.places or self.taken < self.places

    def words(self) -> OptionWords:
        """As it is typed."""
        return OptionWords(self.question, self.title, self.question_en, self.title_en, self.places)


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """What one guest chose."""

    invitation_id: UUID
    client_id: UUID
    option: OptionRow


def list_options(desk: Desk, event_id: UUID) -> tuple[OptionRow, ...]:
    """In their order: questions as they were first asked, answers under each."""
    rows = desk.session.scalars(
        select(EventOption)
        .where(EventOption.event_id == event_id)
        .order_by(EventOption.position, EventOption.id)
    ).all()
    first: dict[str, int] = {}
    for row in rows:
        first.setdefault(row.question, len(first))
    taken = _taken(desk, event_id)
    return tuple(
        OptionRow(o.id, o.question, o.question_en, o.title, o.title_en, o.places, taken[o.id])
        for o in sorted(rows, key=lambda o: first[o.question])
    )


def list_choices(desk: Desk, event_id: UUID) -> tuple[ChoiceRow, ...]:
    """Who chose what, of guests who may still come."""
    by_id = {o.id: o for o in list_options(desk, event_id)}
    rows = desk.session.scalars(
        select(InvitationChoice)
        .join(Invitation, Invitation.id == InvitationChoice.invitation_id)
        .where(Invitation.event_id == event_id, *_COMING)
        .order_by(InvitationChoice.chosen_at, InvitationChoice.id)
    )
    return tuple(
        ChoiceRow(c.invitation_id, c.client_id, by_id[c.option_id])
        for c in rows
        if c.option_id in by_id
    )


def add_option(desk: Desk, *, event_id: UUID, words: OptionWords) -> UUID:
    """An answer more. Raises `UserError` beside its field."""
    find_event(desk, event_id)
    last = desk.session.scalar(
        select(func.max(EventOption.position)).where(EventOption.event_id == event_id)
    )
    row = EventOption(event_id=event_id, position=0 if last is None else last + 1)
    _put(desk, row, words)
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_option", "event_option", row.id, ("question", "title", "places"))
    return row.id


def change_option(desk: Desk, option_id: UUID, *, words: OptionWords) -> OptionWords:
    """Other words for an answer; those before come back. Who chose it keeps it."""
    row = _option(desk, option_id)
    before = OptionWords(row.question, row.title, row.question_en, row.title_en, row.places)
    taken = _taken(desk, row.event_id)[option_id]
    if words.places and words.places < taken:
        raise UserError(say("{n} guests have chosen this already.", n=taken), field="places")
    _put(desk, row, words)
    desk.session.flush()
    desk.note("change_option", "event_option", option_id, ("question", "title", "places"))
    return before


def remove_option(desk: Desk, option_id: UUID) -> tuple[UUID, OptionWords]:
    """Take an answer away that nobody chose; its event and words come back."""
    row = _option(desk, option_id)
    chosen = desk.session.scalar(
        select(func.count())
        .select_from(InvitationChoice)
        .where(InvitationChoice.option_id == option_id)
    )
    if chosen:
        raise UserError(say("{n} guests have chosen this already.", n=chosen))
    words = OptionWords(row.question, row.title, row.question_en, row.title_en, row.places)
    event_id = row.event_id
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_option", "event_option", option_id)
    return event_id, words


def choose(
    desk: Desk, *, invitation_id: UUID, option_id: UUID, at: datetime | None = None
) -> UUID | None:
    """A guest's choice; what was chosen for the same question before comes back.

    at: when the guest said so; None for now. Raises `UserError` where its places do not hold
    the guest's party.
    """
    invitation, option = _invitation(desk, invitation_id), _option(desk, option_id)
    if option.event_id != invitation.event_id:
        raise UserError(say("This choice belongs to another event."))
    before = _chosen(desk, invitation_id, option.question)
    if before is not None and before.option_id == option_id:
        return option_id
    if option.places and _comes(invitation):
        # Two desks at the last place: the second counts when the first has written.
        desk.session.refresh(option, with_for_update=True)
        free = option.places - _taken(desk, option.event_id)[option_id]
        if invitation.party > free:
            raise UserError(
                say("“{title}” has {n} places left.", title=option.title, n=max(0, free))
            )
    was = before.option_id if before is not None else None
    if before is not None:
        desk.session.delete(before)
    desk.session.add(
        InvitationChoice(
            invitation_id=invitation_id, option_id=option_id, client_id=invitation.client_id,
            chosen_at=at or desk.now,
        )
    )  # fmt: skip
    desk.session.flush()
    desk.note("choose_option", "invitation", invitation_id, ("option_id",))
    return was


def drop_choice(desk: Desk, *, invitation_id: UUID, option_id: UUID) -> None:
    """Take a choice back: the guest has not said."""
    _invitation(desk, invitation_id)
    row = desk.session.scalars(
        select(InvitationChoice).where(
            InvitationChoice.invitation_id == invitation_id,
            InvitationChoice.option_id == option_id,
        )
    ).first()
    if row is None:
        return
    desk.session.delete(row)
    desk.session.flush()
    desk.note("drop_choice", "invitation", invitation_id, ("option_id",))


_COMING = (
    Invitation.state != InvitationState.CANCELLED,
    Invitation.partstat != PartStat.DECLINED,
)


def _comes(invitation: Invitation) -> bool:
    return (
        invitation.state is not InvitationState.CANCELLED
        and invitation.partstat is not PartStat.DECLINED
    )


def _taken(desk: Desk, event_id: UUID) -> Counter[UUID]:
    rows = desk.session.execute(
        select(InvitationChoice.option_id, func.sum(Invitation.party))
        .join(Invitation, Invitation.id == InvitationChoice.invitation_id)
        .where(Invitation.event_id == event_id, *_COMING)
        .group_by(InvitationChoice.option_id)
    )
    return Counter({key: int(n or 0) for key, n in rows})


def _chosen(desk: Desk, invitation_id: UUID, question: str) -> InvitationChoice | None:
    return desk.session.scalars(
        select(InvitationChoice)
        .join(EventOption, EventOption.id == InvitationChoice.option_id)
        .where(InvitationChoice.invitation_id == invitation_id, EventOption.question == question)
    ).first()


def _option(desk: Desk, option_id: UUID) -> EventOption:
    row = desk.session.get(EventOption, option_id)
    if row is None:
        raise NotFound(say("This choice is not here any more."))
    return row


def _invitation(desk: Desk, invitation_id: UUID) -> Invitation:
    row = desk.session.get(Invitation, invitation_id)
    if row is None:
        raise NotFound(say("This invitation is not here any more."))
    return row


def _put(desk: Desk, row: EventOption, words: OptionWords) -> None:
    question, title = words.question.strip(), words.title.strip()
    if not question:
        raise UserError(say("Say what the guest chooses, for instance the menu."), field="question")
    if not title:
        raise UserError(say("Name the choice."), field="option_title")
    if words.places < 0:
        raise UserError(say("The number of places cannot be negative."), field="places")
    twins = desk.session.scalars(
        select(EventOption.id).where(
            EventOption.event_id == row.event_id, EventOption.question == question,
            EventOption.title == title,
        )
    )  # fmt: skip
    if any(key != row.id for key in twins):
        raise UserError(say("This choice is there already."), field="option_title")
    row.question, row.title, row.places = question, title, words.places
    row.question_en, row.title_en = words.question_en.strip(), words.title_en.strip()
