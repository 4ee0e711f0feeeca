"""What kind of contact a note tells of, by its words: 'звонил', 'emailed', 'встретились'.

A guess that the sheet shows and the person may change. Without such a word nothing is guessed:
a note is not a contact, and only a contact restarts the client's rhythm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vipdesk.vocabulary import Channel, Direction, InteractionKind

_CLIENT = r"(?:он|она|они|клиент\w*|he|she|they|(?:the )?client)\s+(?:сам\w*\s+|нам\s+|мне\s+)?"
_Words = tuple[InteractionKind, Channel | None, str]

_SMS = r"смс\w*|sms|text(?:ed| message)"
_CHAT = (
    r"what'?s ?app\w*|ватсап\w*|вотсап\w*|вацап\w*|telegram\w*|телеграм+\w*|в телег[еу]|viber"
    r"|вайбер\w*|мессенджер\w*|messaged|signal"
)
_MAIL = r"e-?mail(?:ed|s)?|по почте|на почту|электронн\w+ письм\w+|имейл\w*|мейл\w*"
_PAPER = r"открытк\w+|письмо от руки|бумажн\w+ письм\w+|by post|posted a letter|postcard"
_CALL = (
    r"(?:по|пере|до|со)?звон(?:ил[аи]?|илась|ился|ились|ок|ка)|набрал[аи]?|по телефону|called"
    r"|phoned|rang|rung|by phone|on the phone|phone call|voicemail"
    r"|не бер[её]т трубку|не взял[аи]? трубку"
)
_MET = (
    r"встрет(?:ил\w*|ились)|встреч[аеиу]|повидал\w+|виделись|обедали|ужинали|завтракали"
    r"|пили кофе|met|meeting|had (?:lunch|dinner|breakfast|coffee)|lunched|dined"
)
_CAME = (
    r"заход\w+|заш[её]л|зашла|зашли|заезжал\w*|заехал\w*|приезжал\w*|приехал\w*|приходил\w*"
    r"|в офис[еу]|visited|came by|dropped (?:in|by)|stopped by|in the (?:office|lounge|club)"
)
_GAVE = r"подарил[аи]?|вручил[аи]?|подарок|gave (?:him|her|them)|a gift|presented with"
_WROTE = r"написал[аи]?|ответил[аи]? письмом|прислал[аи]? (?:сообщение|письмо)|wrote|sent a message"
_TALKED = r"поговорил\w*|побеседовал\w*|обсудил\w*|talked|spoke|discussed"

# The first that is found counts: a named way before a verb that fits several.
_KINDS: tuple[_Words, ...] = (
    (InteractionKind.MESSAGE, Channel.SMS, _SMS),
    (InteractionKind.MESSAGE, Channel.MESSENGER, _CHAT),
    (InteractionKind.MESSAGE, Channel.EMAIL, _MAIL),
    (InteractionKind.MESSAGE, Channel.LETTER, _PAPER),
    (InteractionKind.TALK, Channel.PHONE, _CALL),
    (InteractionKind.MEETING, Channel.IN_PERSON, _MET),
    (InteractionKind.VISIT, Channel.IN_PERSON, _CAME),
    (InteractionKind.GIFT, None, _GAVE),
    (InteractionKind.MESSAGE, None, _WROTE),
    (InteractionKind.TALK, None, _TALKED),
)
_READ = tuple(
    (kind, channel, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for kind, channel, words in _KINDS
)
_MISSED = re.compile(
    r"не дозвонил\w+|не (?:ответил|отвечает|взял|бер[её]т)\w*|недозвон|занято"
    r"|no answer|did ?n[o’']t (?:answer|pick up)|not reached|voicemail|busy signal",
    re.IGNORECASE,
)
_FROM_CLIENT = re.compile(
    _CLIENT + r"(?:по|пере)?(?:звонил|написал|прислал|ответил|заш[её]л|зашла|заехал|приехал)\w*"
    r"|" + _CLIENT + r"(?:called|phoned|rang|wrote|texted|e-?mailed|messaged|replied|came|dropped)"
    r"|(?:письмо|сообщение|звонок) от (?:него|не[её]|клиент\w+)"
    r"|(?:call|letter|message|e-?mail) from (?:him|her|the client)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypedContact:
    """A guess. `two_way`: False where nobody answered, None where the kind decides."""

    kind: InteractionKind
    channel: Channel | None
    direction: Direction = Direction.OUTBOUND
    two_way: bool | None = None


def guess_contact(note: str) -> TypedContact | None:
    """What the note tells of, promises left aside; None where its words do not say."""
    told = re.sub(r"(?:^|(?<=\s))!.*$", "", note, flags=re.MULTILINE)
    for kind, channel, words in _READ:
        if words.search(told):
            theirs = _FROM_CLIENT.search(told) is not None
            return TypedContact(
                kind,
                channel,
                Direction.INBOUND if theirs else Direction.OUTBOUND,
                False if _MISSED.search(told) else None,
            )
    return None
