"""The words of the client pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from vipdesk.channels.gate import ContactVerdict, Reason
from vipdesk.clients.rows import (
    ClientCard,
    ClientFields,
    FactRow,
    Freshness,
    HoldRow,
    PreferenceRow,
    PromiseRow,
)
from vipdesk.clients.timeline import Entry, TimelineKind
from vipdesk.ids import new_id
from vipdesk.ui.pages import client_brief_words, client_words
from vipdesk.ui.theme.look import Tone
from vipdesk.vocabulary import (
    Channel,
    Confidence,
    Direction,
    FactKind,
    HoldKind,
    InteractionKind,
    PartStat,
    PreferenceRule,
    PromiseState,
    Topic,
)
from vipdesk.wording import Lang, Who, Words, say

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


def card(**fields: Any) -> ClientCard:
    empty: Any = ()
    values = {"time_zone": "Europe/Moscow", "city": "Москва", **fields}
    return ClientCard(
        id=new_id(), version=1, fields=ClientFields(surname="Щукин", **values), tier=None,
        manager=None, deputy=None, present_zone=None, present_until=None, left_on=None,
        last_contact_at=None, cadence_days=None, hold=None, points=empty, preferences=empty,
        consents=empty, people=empty, interests=empty, facts=empty, promises=empty,
        sees_special=True, restricted_at=None,
    )  # fmt: skip


def rule(**values: Any) -> PreferenceRow:
    plain = PreferenceRow(
        new_id(), Channel.PHONE, None, PreferenceRule.PREFER, 127, 0, 1440, None, None, "", None,
        "", NOW,
    )  # fmt: skip
    return replace(plain, **values)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "1 day"), (59, "59 days"), (90, "3 months"), (800, "2 years")],
)
def test_silence_is_told_in_whole_units(en: Words, days: int, words: str) -> None:
    assert en(client_words.silence(NOW - timedelta(days=days), NOW)) == words
    fact = FactRow(
        new_id(), FactKind.WORK, "…", "", Who(), NOW.date(), Confidence.HEARD, NOW.date(), days,
        Freshness.FRESH,
    )  # fmt: skip
    assert en(client_words.fact_age(fact)) == words


def test_who_was_never_reached_has_no_rhythm_to_break(en: Words) -> None:
    assert en(client_words.silence(None, NOW)) == "not yet"
    assert client_words.overdue_share(None, 30, NOW) is None
    assert client_words.overdue_share(NOW - timedelta(days=45), 30, NOW) == 1.5


def verdict(**values: Any) -> ContactVerdict:
    plain = ContactVerdict(allowed=True, code=Reason.FREE, reason=say("…"), zone="Europe/Moscow")
    return replace(plain, **values)


def shown(en: Words, of: ClientCard, answer: ContactVerdict | None) -> tuple[str, str, str, Tone]:
    hours = client_words.hours_of(of, answer, NOW, en, ZoneInfo("Europe/Moscow"))
    return hours.clock, en(hours.place), en(hours.verdict), hours.tone


def test_the_clients_hour_is_told_with_its_end(en: Words) -> None:
    until = NOW + timedelta(hours=8)
    assert shown(en, card(), verdict(open_until=until)) == (
        "13:00", "Москва", "May be called until 21:00", Tone.SUCCESS,
    )  # fmt: skip
    assert shown(en, card(), verdict())[2] == "May be called now"


def test_a_closed_hour_tells_when_it_opens(en: Words) -> None:
    closed = verdict(allowed=False, code=Reason.OUTSIDE_HOURS, until=NOW + timedelta(hours=5))
    assert shown(en, card(), closed)[2:] == ("Not now: from 18:00", Tone.WARNING)
    tomorrow = replace(closed, until=NOW + timedelta(days=1))
    assert "27" in shown(en, card(), tomorrow)[2]


def test_a_client_on_another_clock_is_told_in_hours_of_there(en: Words) -> None:
    far = card(time_zone="Asia/Vladivostok")
    there = {"zone": "Asia/Vladivostok"}
    until = verdict(open_until=NOW + timedelta(hours=1), **there)
    assert shown(en, far, until)[2] == "May be called until 21:00 there"
    opens = NOW + timedelta(hours=12)
    closed = verdict(allowed=False, code=Reason.OUTSIDE_HOURS, until=opens, **there)
    assert shown(en, far, closed)[2] == "Not now: from Fri, 27 November, 08:00 there"


def test_what_time_alone_does_not_mend_tells_its_reason(en: Words) -> None:
    never = verdict(allowed=False, code=Reason.FORBIDDEN, reason=say("Never by phone."))
    assert shown(en, card(), never)[2:] == ("Never by phone.", Tone.DANGER)


def test_an_unknown_zone_is_said_and_not_guessed(en: Words) -> None:
    assert shown(en, card(time_zone=None), None)[:3] == ("–:–", "Time zone not known", "")


def test_a_travelling_client_is_told_by_the_city_of_the_zone(ru: Words) -> None:
    away = replace(card(), present_zone="Asia/Tokyo")
    hours = client_words.hours_of(away, None, NOW, ru, None)
    assert (hours.clock, hours.place) == ("19:00", "Токио")


def test_what_must_not_be_done_comes_in_the_order_of_harm(en: Words) -> None:
    taboo = FactRow(
        new_id(), FactKind.TABOO, "No lilies", "", Who(), NOW.date(), Confidence.HEARD, NOW.date(),
        1, Freshness.FRESH,
    )  # fmt: skip
    of = replace(
        card(mourning_until=date(2026, 12, 1)),
        preferences=(rule(channel=Channel.SMS, rule=PreferenceRule.FORBID),),
        facts=(taboo,),
    )
    first, *rest = [t if isinstance(t, str) else en(t) for t in client_brief_words.donts(of, NOW)]
    assert first.startswith("In mourning until 1 December 2026")
    assert rest == ["Never by: SMS", "No lilies"]


def test_a_hold_never_tells_why(en: Words) -> None:
    until = HoldRow(HoldKind.NO_INVITE, NOW + timedelta(days=7))
    assert en(client_words.hold_words(until, en)) == "Do not invite until 3 December"
    assert en(client_words.hold_words(HoldRow(HoldKind.NO_INVITE, None), en)) == "Do not invite"
    assert en(client_words.hold_words(HoldRow(HoldKind.ASK_MANAGER, None), en)) == "Ask the manager"


@pytest.mark.parametrize(
    ("mask", "words"),
    [(0b11111, "Mon–Fri"), (0b1100000, "Sat, Sun"), (0b1010101, "Mon, Wed, Fri, Sun")],
)
def test_days_are_joined_to_runs(en: Words, mask: int, words: str) -> None:
    assert client_words.days_words(mask, en) == words


def test_a_wish_tells_its_details_alone(en: Words) -> None:
    wish = rule(
        topic=Topic.INVITATION, weekdays=31, from_minute=720, to_minute=1080, via="Irina",
        valid_until=date(2026, 12, 31),
    )  # fmt: skip
    said = en(client_words.rule_words(wish, en))
    assert said == ("Invitations, Mon–Fri, 12:00–18:00, through Irina, until 31 December 2026")
    assert client_words.rule_words(rule(), en) == ""


ENTRY = Entry(TimelineKind.INTERACTION, new_id(), NOW, "", interaction=InteractionKind.TALK)


@pytest.mark.parametrize(
    ("entry", "words", "icon"),
    [
        (replace(ENTRY, channel=Channel.EMAIL), "Talk", "mail"),
        (replace(ENTRY, interaction=InteractionKind.GIFT, text="Перо"), "Перо", "gift"),
        (replace(ENTRY, kind=TimelineKind.PROMISED, text="X"), "Promised: X", "promise"),
        (
            replace(
                ENTRY,
                kind=TimelineKind.PROMISE_CLOSED,
                text="X",
                promise_state=PromiseState.BROKEN,
            ),
            "Promise – Broken: X",
            "promise",
        ),
        (
            replace(
                ENTRY, kind=TimelineKind.ANSWERED, text="Х", text_en="X", answer=PartStat.DECLINED
            ),
            "Answer – Declined: X",
            "event",
        ),
        (replace(ENTRY, kind=TimelineKind.CARD, text="42"), "Status card 42", "card"),
        (replace(ENTRY, kind=TimelineKind.MISSED, text="X"), "Did not come: X", "event"),
    ],
)
def test_an_entry_is_one_line_with_an_icon(en: Words, entry: Entry, words: str, icon: str) -> None:
    said = client_words.entry_words(entry, Lang.EN)
    assert (said if isinstance(said, str) else en(said)) == words
    assert client_words.entry_icon(entry) == icon


def test_the_quiet_line_tells_by_whom_and_who_began(en: Words) -> None:
    entry = replace(
        ENTRY, channel=Channel.PHONE, direction=Direction.INBOUND, who=Who("Мария", "Maria")
    )
    assert en(client_words.entry_second(entry, Lang.EN)) == "Talk, Phone, From the client, Maria"
    invited = replace(ENTRY, kind=TimelineKind.INVITED, channel=Channel.LETTER)
    assert en(client_words.entry_second(invited, Lang.EN)) == "Letter"
    assert client_words.entry_second(replace(invited, channel=None), Lang.EN) == ""


@pytest.mark.parametrize(
    ("state", "late", "words", "tone"),
    [
        (PromiseState.OPEN, False, "Open", Tone.INFO),
        (PromiseState.OPEN, True, "Late", Tone.DANGER),
        (PromiseState.KEPT, False, "Kept", Tone.SUCCESS),
        (PromiseState.KEPT, True, "Kept late", Tone.WARNING),
        (PromiseState.BROKEN, True, "Broken", Tone.DANGER),
        (PromiseState.RELEASED, False, "No longer needed", Tone.NEUTRAL),
    ],
)
def test_lateness_is_said_and_not_only_coloured(
    en: Words, state: PromiseState, late: bool, words: str, tone: Tone
) -> None:
    promise = PromiseRow(
        new_id(), new_id(), "…", Who("Мария"), new_id(), NOW, NOW, state, None, late, 1
    )
    assert en(client_words.promise_words(promise)) == words
    assert client_words.promise_tone(promise) is tone


def test_a_birthday_is_shown_as_the_form_takes_it_back() -> None:
    day = ClientFields(birth_day=5, birth_month=4, birth_year=1970)
    assert client_words.birthday_text(day) == "05.04.1970"
    assert client_words.birthday_text(replace(day, birth_year=None)) == "05.04"
    assert client_words.birthday_text(ClientFields(birth_year=1970)) == "1970"
    assert client_words.birthday_text(ClientFields()) == ""
