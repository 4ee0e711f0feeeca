"""What a guest may choose is in every invitation, and a reply in plain words may choose it."""

from __future__ import annotations

from base64 import b32encode
from datetime import timedelta
from email import message_from_bytes, policy
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.events import answers, choice_words, invitations, options, replies
from vipdesk.events.invitation_mail import SenderAddress
from vipdesk.events.options import OptionRow, OptionWords
from vipdesk.events.reply_reasons import Reason
from vipdesk.ids import new_id
from vipdesk.models import Event, Invitation
from vipdesk.vocabulary import Channel, EventState, PartStat, ReplySource, Verdict
from vipdesk.wording import Lang, Words

SENDER = SenderAddress("events@club.example", "Клуб")
MENU = (
    OptionWords("Горячее", "Рыба", "Main course", "Fish"),
    OptionWords("Горячее", "Телятина", "Main course", "Veal"),
    OptionWords("Вино", "Белое", "Wine", "White"),
    OptionWords("Вино", "Красное", "Wine", "Red", places=1),
)
OFFERED = tuple(OptionRow(new_id(), w.question, w.question_en, w.title, w.title_en, w.places)
                for w in MENU)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found", "rest"),
    [
        ("Рыба", ["Рыба"], False),
        ("main course: FISH.\nWine – red", ["Рыба", "Красное"], False),
        ("Горячее: телятина, белое", ["Телятина", "Белое"], False),
        ("Горячее: \nВино:\n\nОтправлено с iPhone", [], False),
        # What only holds the word may well say the opposite.
        ("Только не рыба", [], True),
        ("Рыба и телятина", [], True),
        ("рыба\nтелятина", [], True),
        ("Спасибо, буду!\nрыба", ["Рыба"], True),
    ],
)
def test_only_a_line_that_is_a_choice_and_nothing_else_chooses(
    words: str, found: list[str], rest: bool
) -> None:
    read = choice_words.read_choices(words, OFFERED)
    assert [o.title for o in read.found] == found
    assert bool(read.rest) is rest


def test_other_words_are_a_suggestion_where_one_answer_alone_is_named() -> None:
    seen = choice_words.seen_choices("Мне, пожалуйста, рыбу. Рыба и вино – красное!", OFFERED)
    assert [o.title for o in seen] == ["Рыба", "Красное"]
    assert choice_words.seen_choices("рыба или телятина?", OFFERED) == ()


def dinner(desk: Desk) -> Event:
    event = factories.event(desk, venue_id=factories.venue(desk).id, state=EventState.INVITING)
    for words in MENU:
        options.add_option(desk, event_id=event.id, words=words)
    return event


def invited(desk: Desk, event: Event, name: str = "anna") -> Invitation:
    guest = factories_events.guest(desk, mail=f"{name}@client.example")
    token = b32encode(name.encode().ljust(10)).decode().lower()
    made = factories_events.invited(desk, guest.id, event, sample=False, allowance=1)
    made.token = token
    desk.session.flush()
    return made


def chosen(desk: Desk, event: Event) -> list[str]:
    return [c.option.title for c in options.list_choices(desk, event.id)]


def drafts(desk: Desk, event: Event, lang: str) -> dict[Channel, invitations.InvitePreview]:
    guest = factories_events.guest(desk, mail="anna@client.example", languages=[lang])
    factories.phone(desk, guest.id)
    factories_events.address(desk, guest.id)
    ways = (Channel.EMAIL, Channel.PHONE, Channel.SMS, Channel.LETTER)
    shown = {
        way: invitations.preview(
            desk, event_id=event.id, client_ids=[guest.id], sender=SENDER, by=way
        )[0]
        for way in ways
    }
    return {way: of for way, of in shown.items() if of.draft is not None}


@pytest.mark.parametrize(
    ("lang", "line"),
    [("ru", ("Горячее: Рыба · Телятина", "Вино: Белое")),
     ("en", ("Main course: Fish · Veal", "Wine: White"))],
)  # fmt: skip
def test_every_invitation_names_what_may_be_chosen_and_is_still_there(
    desk: Desk, lang: str, line: tuple[str, ...]
) -> None:
    event = dinner(desk)
    red = options.list_options(desk, event.id)[3]
    options.choose(desk, invitation_id=invited(desk, event, "boris").id, option_id=red.id)
    shown = drafts(desk, event, lang)
    assert len(shown) == 4
    for way, preview in shown.items():
        draft = preview.draft
        assert draft is not None
        text = draft.text
        if draft.pdf is not None:
            pages = pypdfium2.PdfDocument(draft.pdf)
            text = "\n".join(p.get_textpage().get_text_bounded() for p in pages)
            assert text.count(line[0].split(": ")[1].split()[0]) == 2  # said, and to be ticked
        flat = text.replace("\r\n", " ").replace(", ", " · ")
        assert all(part in flat for part in line), way
        assert red.named(Lang(lang)) not in text


def test_the_yes_link_asks_for_the_choice_and_counts_by_itself(desk: Desk, ru: Words) -> None:
    event = dinner(desk)
    invitation = invited(desk, event)
    raw = pressed(invitation, "Горячее: рыба\r\nВино: ")
    assert replies.receive(desk, raw=raw).reason is Reason.LINK
    assert invitation.partstat is PartStat.ACCEPTED
    assert chosen(desk, event) == ["Рыба"]
    more = pressed(invitation, "Горячее: телятина\r\nНо я приду с сыном", "2")
    assert replies.receive(desk, raw=more).verdict is Verdict.REVIEW
    assert chosen(desk, event) == ["Рыба"]
    draft = drafts(desk, event, "ru")[Channel.EMAIL].draft
    assert draft is not None
    mail = message_from_bytes(draft.content, policy=policy.default)
    body = mail.get_body(("plain",))
    assert body is not None
    (yes,) = (w for w in str(body.get_content()).split() if "-Y%5D" in w)
    assert parse_qs(urlsplit(yes).query)["body"] == ["Горячее: \r\nВино: "]


def pressed(invitation: Invitation, body: str, number: str = "1") -> bytes:
    return (
        f"From: anna@client.example\r\nTo: events@club.example\r\nMessage-ID: <c{number}@x>\r\n"
        f"Subject: Yes [VIP-{invitation.token.upper()}-Y]\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{body}\r\n"
    ).encode()


def commented(invitation: Invitation, minute: int, comment: str) -> bytes:
    return (
        f"From: anna@client.example\r\nMessage-ID: <m{minute}@x>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n"
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{invitation.uid}\r\nDTSTAMP:20261112T07{minute:02}00Z\r\nCOMMENT:{comment}\r\n"
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@client.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_the_later_comment_chooses_in_whatever_order_they_come(
    desk: Desk, order: tuple[int, ...]
) -> None:
    event = dinner(desk)
    invitation = invited(desk, event)
    said = {1: "Рыба\\nВино: белое", 2: "Телятина"}
    for minute in order:
        replies.receive(desk, raw=commented(invitation, minute, said[minute]))
    assert sorted(chosen(desk, event)) == ["Белое", "Телятина"]


def test_a_full_choice_does_not_stop_the_answer(desk: Desk) -> None:
    event = dinner(desk)
    red = options.list_options(desk, event.id)[3]
    options.choose(desk, invitation_id=invited(desk, event, "boris").id, option_id=red.id)
    invitation = invited(desk, event)
    got = replies.receive(desk, raw=commented(invitation, 1, "Красное"))
    assert got.verdict is Verdict.APPLY
    assert chosen(desk, event) == ["Красное"]  # the other guest's


def test_a_choice_told_with_the_reply_is_kept_and_goes_with_its_undo(desk: Desk) -> None:
    event = dinner(desk)
    invitation = invited(desk, event)
    fish, veal, *_ = (o.id for o in options.list_options(desk, event.id))
    options.choose(desk, invitation_id=invitation.id, option_id=fish,
                   at=desk.now - timedelta(hours=1))  # fmt: skip
    kept = answers.record_answer(
        desk, invitation_id=invitation.id, source=ReplySource.PHONE, partstat=PartStat.ACCEPTED,
        option_ids=[veal],
    )  # fmt: skip
    assert chosen(desk, event) == ["Телятина"]
    answers.take_back_answer(desk, kept)
    assert chosen(desk, event) == ["Рыба"]
    assert invitation.partstat is PartStat.NEEDS_ACTION


def test_who_decides_is_offered_what_the_words_seem_to_choose(desk: Desk) -> None:
    event = dinner(desk)
    invitation = invited(desk, event)
    words = "Буду с удовольствием. Пожалуйста, рыба без костей"
    replies.receive(desk, raw=pressed(invitation, words))
    (row,) = replies.list_for_review(desk, event_id=event.id)
    offer = choice_words.get_offer(desk, invitation.id, words=row.words)
    fish = options.list_options(desk, event.id)[0]
    assert offer.chosen == (("Горячее", fish.id),)
    done = answers.decide_answer(
        desk, reply_id=row.id, partstat=PartStat.ACCEPTED, option_ids=[fish.id]
    )
    assert chosen(desk, event) == ["Рыба"]
    answers.take_back_answer(desk, done)
    assert chosen(desk, event) == []
