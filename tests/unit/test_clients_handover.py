"""Clients pass from one colleague to another: what goes along, who may, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests import factories as make
from tests import factories_complaints as cases
from vipdesk.access import Desk
from vipdesk.access.office import staff_row
from vipdesk.clients import handover
from vipdesk.clients.handover_rows import MindedKind
from vipdesk.complaints.handover import count_to_reassign
from vipdesk.errors import UserError
from vipdesk.models import Client, JournalEntry, Promise, Staff
from vipdesk.vocabulary import (
    Channel,
    HoldKind,
    PersonKind,
    PreferenceRule,
    PromiseState,
    Role,
)


def colleague(desk: Desk, **fields: object) -> Staff:
    values = {"role": Role.MANAGER, "surname": "Белова", "given": "Ольга", **fields}
    row = Staff(**values)
    desk.session.add(row)
    desk.session.flush()
    return row


def as_staff(desk: Desk, staff: Staff) -> Desk:
    return replace(desk, actor=staff_row(staff))


def manager_of(desk: Desk, client_id: UUID) -> UUID | None:
    return desk.session.scalar(select(Client.manager_id).where(Client.id == client_id))


def test_open_promises_of_the_former_manager_go_along_and_others_stay(desk: Desk) -> None:
    anna, olga = make.client(desk), colleague(desk)
    head = make.as_role(desk, Role.HEAD).actor.id
    mine = make.promise(desk, anna.id)
    kept = make.promise(desk, anna.id, state=PromiseState.KEPT)
    of_head = make.promise(desk, anna.id, owner_id=head)
    handover.hand_over(desk, to_id=olga.id, client_ids=[anna.id])
    owners = dict(desk.session.execute(select(Promise.id, Promise.owner_id)).all())
    assert manager_of(desk, anna.id) == olga.id
    assert (owners[mine.id], owners[kept.id], owners[of_head.id]) == (olga.id, desk.actor.id, head)


def test_the_preview_names_promises_and_what_must_be_minded(desk: Desk) -> None:
    from vipdesk.models import ChannelPreference, InviteHold, PersonAround

    anna = make.client(desk, mourning_until=desk.now.date() + timedelta(days=9))
    make.promise(desk, anna.id, due_at=desk.now - timedelta(hours=1))
    make.promise(desk, anna.id)
    desk.session.add_all(
        [
            ChannelPreference(
                client_id=anna.id, channel=Channel.PHONE, rule=PreferenceRule.FORBID,
                noted_at=desk.now,
            ),
            PersonAround(client_id=anna.id, kind=PersonKind.FRICTION, name="Соседов"),
            InviteHold(client_id=anna.id, kind=HoldKind.NO_INVITE),
        ]
    )  # fmt: skip
    desk.session.flush()
    seen = handover.preview_handover(desk, [anna.id])
    assert (seen.promises, seen.late, seen.minded) == (2, 1, 4)
    assert {m.kind for m in seen.clients[0].minded} == set(MindedKind)


def test_all_clients_of_a_colleague_go_at_once(desk: Desk) -> None:
    olga = colleague(desk)
    clients = [make.client(desk, surname=f"Клиент{n}") for n in range(3)]
    head = make.as_role(desk, Role.HEAD)
    assert len(handover.preview_handover(head, all_of=desk.actor.id).clients) == 3
    done = handover.hand_over(head, to_id=olga.id, all_of=desk.actor.id)
    assert done.count == 3
    assert {manager_of(desk, c.id) for c in clients} == {olga.id}
    assert not handover.preview_handover(head, all_of=desk.actor.id).clients


def test_a_manager_hands_over_own_clients_only(desk: Desk) -> None:
    olga = colleague(desk)
    foreign = make.client(desk, manager_id=olga.id)
    with pytest.raises(UserError, match="clients you lead"):
        handover.hand_over(desk, to_id=desk.actor.id, client_ids=[foreign.id])
    executive = make.as_role(desk, Role.EXECUTIVE)
    handover.hand_over(executive, to_id=desk.actor.id, client_ids=[foreign.id])
    assert manager_of(desk, foreign.id) == desk.actor.id


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AUDITOR])
def test_others_hand_nobody_over(desk: Desk, role: Role) -> None:
    olga, anna = colleague(desk), make.client(desk)
    other = as_staff(desk, colleague(desk, role=role, surname="Другая"))
    with pytest.raises(UserError):
        handover.hand_over(other, to_id=olga.id, client_ids=[anna.id])


def test_only_a_manager_who_works_here_receives(desk: Desk) -> None:
    anna = make.client(desk)
    coordinator = make.as_role(desk, Role.COORDINATOR).actor.id
    gone = colleague(desk, left_at=desk.now)
    for to_id in (coordinator, gone.id):
        with pytest.raises(UserError) as refused:
            handover.hand_over(desk, to_id=to_id, client_ids=[anna.id])
        assert refused.value.field == "to_id"
    with pytest.raises(UserError, match="nobody"):
        handover.hand_over(desk, to_id=colleague(desk).id)


def test_the_way_back_restores_manager_deputy_and_promises(desk: Desk) -> None:
    olga = colleague(desk)
    anna = make.client(desk, deputy_id=olga.id)
    open_, closed = make.promise(desk, anna.id), make.promise(desk, anna.id)
    done = handover.hand_over(desk, to_id=olga.id, client_ids=[anna.id])
    desk.session.get_one(Promise, closed.id).state = PromiseState.KEPT
    desk.session.flush()
    assert handover.take_back(make.later(desk, hours=1), done) == 1
    desk.session.expire_all()
    back = desk.session.get_one(Client, anna.id)
    assert (back.manager_id, back.deputy_id) == (desk.actor.id, olga.id)
    assert desk.session.get_one(Promise, open_.id).owner_id == desk.actor.id
    assert desk.session.get_one(Promise, closed.id).owner_id == olga.id


def test_it_cannot_be_undone_after_a_day_nor_by_another(desk: Desk) -> None:
    anna, olga = make.client(desk), colleague(desk)
    done = handover.hand_over(desk, to_id=olga.id, client_ids=[anna.id])
    for late in (make.later(desk, days=2), as_staff(desk, olga)):
        with pytest.raises(UserError, match="too late"):
            handover.take_back(late, done)
    assert manager_of(desk, anna.id) == olga.id


def test_the_new_manager_has_a_line_until_it_was_seen(desk: Desk) -> None:
    olga = colleague(desk)
    anna = make.client(desk)
    make.promise(desk, anna.id)
    done = handover.hand_over(desk, to_id=olga.id, client_ids=[anna.id], note="Любит тишину")
    hers = as_staff(desk, olga)
    (line,) = handover.list_received(hers)
    assert (line.client_id, line.promises, line.note) == (anna.id, 1, "Любит тишину")
    assert handover.list_received(desk) == ()
    handover.mark_seen(hers, done.batch_id)
    assert handover.list_received(hers) == ()
    handover.mark_unseen(hers, done.batch_id)
    assert len(handover.list_received(hers)) == 1


def test_several_clients_are_one_line(desk: Desk) -> None:
    olga = colleague(desk)
    ids = [make.client(desk, surname=f"Клиент{n}").id for n in range(2)]
    handover.hand_over(desk, to_id=olga.id, client_ids=ids)
    (line,) = handover.list_received(as_staff(desk, olga))
    assert (line.count, line.client_id) == (2, None)


def test_the_journal_names_each_client_handed_over(desk: Desk) -> None:
    anna, olga = make.client(desk), colleague(desk)
    done = handover.hand_over(desk, to_id=olga.id, client_ids=[anna.id])
    handover.take_back(desk, done)
    verbs = desk.session.scalars(
        select(JournalEntry.verb)
        .where(JournalEntry.object_id == anna.id)
        .order_by(JournalEntry.seq)
    ).all()
    assert verbs == ["hand_over", "take_handover_back"]


def test_open_complaints_are_counted_for_who_may_see_them(desk: Desk) -> None:
    anna = make.client(desk)
    cases.filed(desk, anna.id)
    assert count_to_reassign(desk, [anna.id]) == 1
    assert count_to_reassign(make.as_role(desk, Role.HEAD), all_of=desk.actor.id) == 1
    assert count_to_reassign(make.as_role(desk, Role.COORDINATOR), [anna.id]) is None


def test_the_preview_of_a_colleagues_client_names_nobody_kept_from_the_team(desk: Desk) -> None:
    from vipdesk.models import PersonAround
    from vipdesk.vocabulary import Sensitivity

    olga = colleague(desk)
    hers = make.client(desk, manager_id=olga.id)
    desk.session.add(
        PersonAround(
            client_id=hers.id, kind=PersonKind.FRICTION, name="Игорь Ветров",
            sensitivity=Sensitivity.MANAGER,
        )
    )  # fmt: skip
    desk.session.flush()
    mine, own = (handover.preview_handover(d, [hers.id]) for d in (desk, as_staff(desk, olga)))
    assert (mine.minded, own.minded) == (0, 1)
