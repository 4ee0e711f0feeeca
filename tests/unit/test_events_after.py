"""After an event: who came, thanks, two questions, facts, introductions, one page."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from sqlalchemy import select

from tests import factories, factories_events
from tests.factories_door import evening
from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events import after, budget, door_sync, event_report, feedback, thanks
from vipdesk.events.budget import CostWords
from vipdesk.events.door import Scan
from vipdesk.events.event_report_pdf import event_report_pdf, save_report
from vipdesk.events.feedback import Answer
from vipdesk.gathering import DoorDeed
from vipdesk.ids import new_id
from vipdesk.models import Client, Fact, OutboxMessage
from vipdesk.vocabulary import Channel, FactKind, HoldKind, Topic
from vipdesk.wording import Lang, Words


def last_night(desk: Desk, names: tuple[str, ...] = ("Волкова", "Громов", "Дымов")) -> UUID:
    begins = desk.now - timedelta(hours=20)
    return evening(desk, names, starts_at=begins, ends_at=begins + timedelta(hours=3))


def ids(desk: Desk) -> list[UUID]:
    return list(desk.session.scalars(select(Client.id).order_by(Client.sort_key)))


def came(desk: Desk, event_id: UUID, client_id: UUID, minutes: int = 0) -> None:
    at = desk.now - timedelta(hours=20) + timedelta(minutes=minutes)
    scan = Scan(new_id(), client_id, 0, DoorDeed.IN, 1, at)
    door_sync.absorb(desk, event_id=event_id, scans=[scan])


def test_the_door_and_a_word_by_hand_make_the_list(desk: Desk) -> None:
    event_id = last_night(desk)
    volkova, gromov, dymov = ids(desk)
    came(desk, event_id, volkova)
    before = after.note_attendance(desk, event_id=event_id, client_id=gromov, came=True, party=2)
    found = after.get_after(desk, event_id)
    assert [(g.came, g.party_came) for g in found.guests] == [(True, 1), (True, 2), (None, 0)]
    assert (found.people, found.unknown) == (3, 1)
    missing = after.mark_missing(desk, event_id=event_id)
    assert [m.client_id for m in missing] == [dymov]
    after.bring_back(desk, (*missing, before))
    assert [g.came for g in after.get_after(desk, event_id).guests] == [True, None, None]
    with pytest.raises(UserError, match="how many came"):
        after.note_attendance(desk, event_id=event_id, client_id=gromov, came=True, party=0)
    with pytest.raises(UserError, match="not over yet"):
        after.mark_missing(desk, event_id=evening(desk, ()))


def test_thanks_go_by_each_guests_own_channel_and_once(desk: Desk) -> None:
    event_id = last_night(desk, ("Волкова",))
    by_mail = ids(desk)[0]
    by_phone = factories_events.guest(desk, "Белова")
    factories.phone(desk, by_phone.id)
    nowhere = factories_events.guest(desk, "Яковлева")
    everybody = (by_mail, by_phone.id, nowhere.id)
    for client_id in everybody:
        factories.consent(desk, client_id, Topic.GREETING)
    shown = {t.client_id: t for t in thanks.preview(desk, event_id=event_id, client_ids=everybody)}
    assert shown[nowhere.id].reason is not None
    done = {t.client_id: t for t in thanks.thank(desk, event_id=event_id, client_ids=everybody)}
    assert done[nowhere.id].message_id is None
    kinds = {done[i].channel for i in (by_mail, by_phone.id)}
    assert kinds == {Channel.EMAIL, Channel.PHONE}
    assert shown[by_mail].text == done[by_mail].text
    rows = desk.session.scalars(select(OutboxMessage)).all()
    assert {r.client_id for r in rows} == {by_mail, by_phone.id}
    assert {r.topic for r in rows} == {Topic.GREETING}
    again = thanks.thank(desk, event_id=event_id, client_ids=[by_mail])
    assert again[0].already
    assert thanks.take_back(desk, [*done.values(), *again]) == 2
    assert after.get_after(desk, event_id).guests[0].thanked_at is None


def test_thanks_that_wait_for_their_hour_are_shown_with_it(desk: Desk) -> None:
    event_id = last_night(desk, ("Волкова",))
    asleep = factories_events.guest(desk, "Смит", time_zone="America/New_York")
    factories.phone(desk, asleep.id)
    factories.consent(desk, asleep.id, Topic.GREETING)
    (shown,) = thanks.preview(desk, event_id=event_id, client_ids=[asleep.id])
    (done,) = thanks.thank(desk, event_id=event_id, client_ids=[asleep.id])
    assert shown.until is not None
    assert (shown.until, shown.reason) == (done.until, done.reason)
    assert done.message_id is not None


def test_a_hold_keeps_thanks_back_with_no_reason_of_its_own(desk: Desk) -> None:
    event_id = last_night(desk, ("Волкова",))
    (volkova,) = ids(desk)
    factories.consent(desk, volkova, Topic.GREETING)
    factories_events.hold(desk, volkova, HoldKind.ASK_MANAGER)
    (one,) = thanks.thank(desk, event_id=event_id, client_ids=[volkova])
    assert one.message_id is None
    assert one.reason is not None
    assert desk.session.scalars(select(OutboxMessage)).all() == []
    with pytest.raises(UserError, match="not begun"):
        thanks.thank(desk, event_id=evening(desk, ()), client_ids=[volkova])


def test_two_answers_are_noted_and_taken_back(desk: Desk) -> None:
    event_id = last_night(desk, ("Волкова",))
    (volkova,) = ids(desk)
    said = Answer(5, " Тише музыку ", Channel.PHONE)
    before = feedback.note_answer(desk, event_id=event_id, client_id=volkova, answer=said)
    row = after.get_after(desk, event_id).guests[0]
    assert (row.score, row.words) == (5, "Тише музыку")
    assert feedback.get_answer(desk, event_id=event_id, client_id=volkova).score == 5
    feedback.note_answer(desk, event_id=event_id, client_id=volkova, answer=before)
    assert after.get_after(desk, event_id).guests[0].answered_at is None
    for wrong, field in ((Answer(6), "score"), (Answer(words="x" * 1001), "words")):
        with pytest.raises(UserError) as told:
            feedback.note_answer(desk, event_id=event_id, client_id=volkova, answer=wrong)
        assert told.value.field == field


def test_what_was_learned_goes_to_the_profiles(desk: Desk) -> None:
    event_id = last_night(desk, ("Волкова", "Громов"))
    one, other = ids(desk)
    after.learn(
        desk, event_id=event_id, client_id=one, kind=FactKind.PREFERENCE, text="Сидит у окна",
        source="Вечер клуба",
    )  # fmt: skip
    assert desk.session.scalars(select(Fact.source)).one() == "Вечер клуба"
    wish = after.note_introduction(desk, event_id=event_id, one=one, other=other)
    found = after.get_after(desk, event_id).introductions
    assert len(found) == 1
    assert wish is not None
    assert after.set_lessons(desk, event_id=event_id, lessons=" Начать в семь ") == ""
    assert after.get_after(desk, event_id).lessons == "Начать в семь"
    with pytest.raises(UserError, match="at most"):
        after.set_lessons(desk, event_id=event_id, lessons="x" * 1001)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_event_is_one_page_whatever_the_data(
    desk: Desk, lang: Lang, tmp_path: Path, ru: Words, en: Words
) -> None:
    event_id = last_night(desk, tuple(f"Гость{n}" for n in range(7)))
    words = ru if lang is Lang.RU else en
    empty = event_report_pdf(event_report.get_report(desk, event_id), words)
    assert len(pypdfium2.PdfDocument(empty)) == 1
    for n, client_id in enumerate(ids(desk)):
        came(desk, event_id, client_id, minutes=n * 10)
        answer = Answer(n % 5 + 1, "Очень длинные слова гостя " * 30, Channel.PHONE)
        feedback.note_answer(desk, event_id=event_id, client_id=client_id, answer=answer)
    for n in range(6):
        budget.add_cost(desk, event_id=event_id, words=CostWords("Цветы " * 19, 10_000 * n, None))
    after.set_lessons(desk, event_id=event_id, lessons="Начать на полчаса раньше. " * 35)
    report = event_report.get_report(desk, event_id)
    assert report.came == 7
    assert report.late == 5
    assert report.mean is not None
    assert report.cost_each is not None
    assert report.cost_each.minor == round(150_000 / 7)
    path = save_report(tmp_path / "page.pdf", report, words)
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_range()
    assert "Гость" not in text
