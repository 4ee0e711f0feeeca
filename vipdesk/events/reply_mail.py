"""Reads what came back: a mail or a calendar file of any make, as bytes. Never raises.

Order (nothing is trusted, nothing is lost): size → bare calendar or mail → delivery failure →
calendar part → automatic mail → winmail.dat → our own links → plain words.

An automatic mail is ignored (RFC 3834), but `auto-generated` with METHOD:REPLY counts:
calendar services send a guest's own press of a button that way. `auto-replied` with an
answer is left for a person.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from vipdesk import log
from vipdesk.events import calendar_part, mail_parts, winmail
from vipdesk.events.calendar_part import CalendarAnswer, UnreadableCalendar
from vipdesk.events.mail_parts import CalendarBytes, Mail
from vipdesk.events.reply_reasons import Reason
from vipdesk.vocabulary import PartStat, Verdict

MAX_MAIL_BYTES = 25 << 20
MAX_DEPTH = 3  # mails inside mails


class ReplyKind(StrEnum):
    """What came."""

    REPLY = "reply"
    COUNTER = "counter"
    REFRESH = "refresh"
    REQUEST = "request"
    CANCEL = "cancel"
    BOUNCE = "bounce"
    AUTO = "auto"
    NONE = "none"
    QUARANTINE = "quarantine"


@dataclass(frozen=True, slots=True)
class ReadReply:
    """What a mail or a calendar file says. `verdict` is a hint: guests are not known here.

    attendee: whose answer (ATTENDEE, else From; of a bounce the recipient that failed).
    dtstamp: DTSTAMP, else Date. sent_at: the Date header. sender: From. party: guest included.
    in_mail: it came in a mail, not as a calendar file. through: who else had a hand in it: the
    Sender header, SENT-BY. carried_by: who forwarded the mail that is the answer.
    pressed: the answer of our link that was pressed, where words stand beside it.
    tokens: from plus-addresses and from our links. references: Message-IDs it answers to.
    words: the guest's own plain words. suggestion: what they seem to say.
    """

    kind: ReplyKind
    verdict: Verdict
    reason: Reason
    sha256: str
    uid: str = ""
    attendee: str = ""
    partstat: PartStat | None = None
    party: int = 1
    sequence: int = 0
    dtstamp: datetime | None = None
    sent_at: datetime | None = None
    sender: str = ""
    in_mail: bool = False
    through: tuple[str, ...] = ()
    carried_by: str = ""
    message_id: str = ""
    tokens: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    words: str = ""
    suggestion: PartStat | None = None
    pressed: PartStat | None = None


_METHODS = {
    "REPLY": (ReplyKind.REPLY, Verdict.APPLY, Reason.ANSWER),
    "COUNTER": (ReplyKind.COUNTER, Verdict.REVIEW, Reason.COUNTER),
    "REFRESH": (ReplyKind.REFRESH, Verdict.REVIEW, Reason.REFRESH),
    "REQUEST": (ReplyKind.REQUEST, Verdict.IGNORE, Reason.GUEST_REQUEST),
    "CANCEL": (ReplyKind.CANCEL, Verdict.IGNORE, Reason.GUEST_CANCEL),
}
# Our own links write the token and the answer into the subject; see invitation_mail.
_LINK = re.compile(r"\[VIP-([A-Z2-7]{16})-([YNC])\]")
_PLUS = re.compile(r"\+([a-z2-7]{16})@")
_BOUNCE_SUBJECT = re.compile(
    r"undeliver|delivery (status|failure|has failed)|failure notice|returned (mail|to sender)|"
    r"не\s?доставлен|недоставлен|mail delivery failed|delivery failed",
    re.IGNORECASE,
)
_DAEMON = re.compile(
    r"(mailer-daemon|mail-daemon|mdaemon|postmaster|mail\.delivery\.system|ndr)@", re.IGNORECASE
)
_BOUNCE_WORDS = re.compile(
    r"(could|can|was|were)\s?not (be )?(deliver|reach)|cannot be delivered|undeliver|"
    r"(un|wasn't )able to deliver|deliver\w* (has )?fail|fail\w* to deliver|no such user|"
    r"user unknown|permanent (fatal )?(delivery )?(error|failure)|fatal delivery|"
    r"mailbox (is )?(full|unavailable)|не (может быть|могло быть|был[оа]?) доставлен|"
    r"недоставлен|не удалось доставить",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_NO = re.compile(
    r"\b(не (смогу|сможем|приду|придём|придем|буду|получится|выйдет)|к сожалению|отказываюсь|"
    r"вынужден\w* отказ\w*|нет|decline|can'?t|cannot|can ?not|unable|regret|unfortunately|"
    r"won'?t|no)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"\b(возможно|может быть|постараюсь|пока не знаю|maybe|perhaps|tentative(ly)?|not sure|"
    r"will try)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(да|приду|придём|придем|буду|будем|с удовольствием|с радостью|принимаю|подтверждаю|"
    r"yes|accept(ed)?|i('ll| will) (come|be there|attend)|(happy|delighted|glad) to|"
    r"look(ing)? forward)\b",
    re.IGNORECASE,
)


def read_reply(raw: bytes) -> ReadReply:
    """Read any bytes. A failure of ours is set aside with the raw mail, never raised."""
    digest = hashlib.sha256(raw).hexdigest()
    try:
        return _storable(replace(_read(raw, digest), sha256=digest))
    except Exception as error:  # noqa: BLE001 no mail of a guest may stop the desk
        log.failure("reply.unreadable", error, bytes=len(raw))
        return ReadReply(ReplyKind.QUARANTINE, Verdict.QUARANTINE, Reason.UNREADABLE, digest)


def _storable(read: ReadReply) -> ReadReply:
    """What a database takes: neither zeros nor halves of letters, which odd charsets give."""
    return replace(
        read,
        uid=_clean(read.uid),
        attendee=_clean(read.attendee),
        sender=_clean(read.sender),
        through=tuple(map(_clean, read.through)),
        carried_by=_clean(read.carried_by),
        message_id=_clean(read.message_id),
        words=_clean(read.words),
        tokens=tuple(map(_clean, read.tokens)),
        references=tuple(map(_clean, read.references)),
    )


def _clean(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _read(raw: bytes, digest: str) -> ReadReply:
    nothing = ReadReply(ReplyKind.NONE, Verdict.IGNORE, Reason.NO_REPLY, digest)
    if len(raw) > MAX_MAIL_BYTES:
        return _set_aside(nothing, Reason.TOO_LARGE)
    if raw.startswith(b"\x78\x9f\x3e\x22"):  # winmail.dat itself was dropped
        return _from_tnef(raw, nothing)
    text = calendar_part.decode(raw[:4096])
    if re.match(r"\s{0,100}BEGIN[ \t]*:[ \t]*VCALENDAR", text, re.IGNORECASE):
        return _from_calendars([CalendarBytes(raw, None, "")], nothing) or nothing
    return _from_mail(mail_parts.parsed(raw), nothing, depth=0)


def _set_aside(known: ReadReply, reason: Reason) -> ReadReply:
    return replace(known, kind=ReplyKind.QUARANTINE, verdict=Verdict.QUARANTINE, reason=reason)


def _from_mail(mail: Mail, nothing: ReadReply, *, depth: int) -> ReadReply:
    known = _envelope(mail, nothing)
    failed = _delivery(mail, known)
    if failed is not None:
        return failed
    automatic = _automatic(mail)
    found = _from_calendars(mail_parts.calendar_parts(mail), known)
    if found is not None and not (automatic and found.kind is not ReplyKind.REPLY):
        found = _as_automatic_answer(found) if automatic == "auto-replied" else found
        return _doubted(mail, found)
    if automatic:
        return replace(known, kind=ReplyKind.AUTO, reason=Reason.AUTOMATIC)
    if depth < MAX_DEPTH:
        for inner in mail_parts.inner_mails(mail):
            inside = _from_mail(inner, nothing, depth=depth + 1)
            if inside.reason not in {Reason.NO_REPLY, Reason.PLAIN_TEXT, Reason.BOUNCE}:
                # The mail that came is the evidence; who forwarded it did not answer.
                return _doubted(mail, _carried(inside, known))
    envelope = mail_parts.tnef_of(mail)
    if envelope is not None:
        return _from_tnef(envelope, known)
    return _doubted(mail, _from_words(mail, known))


def _doubted(mail: Mail, found: ReadReply) -> ReadReply:
    """What would count goes to a person if our own server says that From was forged (RFC 7489)."""
    if found.verdict is Verdict.APPLY and mail_parts.failed_dmarc(mail):
        return replace(found, verdict=Verdict.REVIEW, reason=Reason.FORGED)
    return found


def _carried(inside: ReadReply, known: ReadReply) -> ReadReply:
    """An answer in a mail that somebody else's mail brought."""
    return replace(
        inside,
        message_id=known.message_id,
        tokens=known.tokens + inside.tokens,
        carried_by=known.sender if known.sender != inside.sender else inside.carried_by,
    )


def _from_tnef(envelope: bytes, known: ReadReply) -> ReadReply:
    """An answer in winmail.dat counts where it names an invitation; else a person looks."""
    inside = winmail.read_winmail(envelope)
    if inside is not None and inside.calendar:
        found = _from_calendars([CalendarBytes(inside.calendar, None, "")], known)
        if found is not None and found.kind is not ReplyKind.QUARANTINE:
            return found
    if inside is None or inside.partstat is None or not inside.uid:
        said = inside.partstat if inside else None
        return replace(known, verdict=Verdict.REVIEW, reason=Reason.TNEF, suggestion=said)
    return replace(
        known,
        kind=ReplyKind.REPLY,
        verdict=Verdict.APPLY,
        reason=Reason.ANSWER,
        uid=inside.uid,
        partstat=inside.partstat,
    )


def _envelope(mail: Mail, nothing: ReadReply) -> ReadReply:
    sent_at = mail_parts.date_of(mail)
    senders = mail_parts.addresses(mail, "From") or mail_parts.addresses(mail, "Sender")
    boxes = mail_parts.addresses(mail, "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
    pressed = _LINK.findall(mail_parts.header(mail, "Subject"))
    tokens = [*_PLUS.findall(" ".join(boxes)), *(token.lower() for token, _ in pressed)]
    own = mail_parts.message_ids(mail, "Message-ID")
    references = mail_parts.message_ids(mail, "In-Reply-To", "References")
    return replace(
        nothing,
        sent_at=sent_at,
        dtstamp=sent_at,
        sender=senders[0] if senders else "",
        in_mail=True,
        through=mail_parts.addresses(mail, "Sender"),
        attendee=senders[0] if senders else "",
        message_id=own[0] if own else "",
        tokens=tuple(dict.fromkeys(tokens)),
        references=references,
    )


# Delivery failures (RFC 3464) ------------------------------------------------------------


def _delivery(mail: Mail, known: ReadReply) -> ReadReply | None:
    report = mail_parts.parameter(mail, "report-type").casefold()
    if report == "disposition-notification":
        return replace(known, kind=ReplyKind.AUTO, reason=Reason.DELIVERY_NOTICE)
    actions, recipients = _status(mail)
    if actions and "failed" not in actions:
        return replace(known, kind=ReplyKind.AUTO, reason=Reason.DELIVERY_NOTICE)
    if not actions and not _told_by_daemon(mail, known):
        return None
    recipients += mail_parts.addresses(mail, "X-Failed-Recipients")
    recipients = recipients or _named_in_words(mail, known)
    uid, ids = _returned(mail)
    return replace(
        known,
        kind=ReplyKind.BOUNCE,
        verdict=Verdict.APPLY,
        reason=Reason.BOUNCE,
        uid=uid,
        attendee=recipients[0] if recipients else "",
        references=tuple(dict.fromkeys((*known.references, *ids))),
    )


def _told_by_daemon(mail: Mail, known: ReadReply) -> bool:
    """Older servers report in plain words alone."""
    if not _DAEMON.match(known.sender):
        return False
    if _BOUNCE_SUBJECT.search(mail_parts.header(mail, "Subject")):
        return True
    return _BOUNCE_WORDS.search(mail_parts.plain_text(mail)[:1500]) is not None


def _named_in_words(mail: Mail, known: ReadReply) -> tuple[str, ...]:
    """The recipient as the report names it; a suggestion, nothing is matched by it alone."""
    own = {known.sender, *mail_parts.addresses(mail, "To", "Cc")}
    words = mail_parts.plain_text(mail)[:1500]
    named = (calendar_part.normal_address(a) for a in _ADDRESS.findall(words))
    return tuple(dict.fromkeys(a for a in named if a and a not in own))[:1]


def _status(mail: Mail) -> tuple[set[str], tuple[str, ...]]:
    """Actions and recipients of message/delivery-status blocks."""
    actions: set[str] = set()
    recipients: list[str] = []
    for part in mail_parts.own_parts(mail):
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in mail_parts.pieces(part):
            if action := mail_parts.header(block, "Action").split(" ")[0].casefold():
                actions.add(action)
            for name in ("Final-Recipient", "Original-Recipient"):
                said = mail_parts.header(block, name).rpartition(";")[2]
                address = calendar_part.normal_address(said)
                recipients += [address] if address else []
    return actions, tuple(dict.fromkeys(recipients))


def _returned(mail: Mail) -> tuple[str, tuple[str, ...]]:
    """UID and Message-IDs of the mail that came back, as far as the report carries them."""
    inside = mail_parts.inner_mails(mail)
    for part in mail_parts.own_parts(mail):
        if part.get_content_type() == "text/rfc822-headers":
            inside.append(mail_parts.parsed(mail_parts.body_bytes(part)))
    ids = tuple(i for m in inside for i in mail_parts.message_ids(m, "Message-ID"))
    for returned in inside:
        for found in mail_parts.calendar_parts(returned):
            try:
                answer = calendar_part.read_calendar(found.data, found.charset)
            except UnreadableCalendar:
                continue
            return answer.uid, ids
    return "", ids


# The calendar part ------------------------------------------------------------------------


def _automatic(mail: Mail) -> str:
    """'' for a mail by a person, else the keyword of RFC 3834 §5."""
    word = mail_parts.header(mail, "Auto-Submitted").split(";")[0].strip().casefold()
    if word and word != "no":
        return word
    if mail_parts.header(mail, "X-Autoreply") or mail_parts.header(mail, "X-Autorespond"):
        return "auto-replied"
    precedence = mail_parts.header(mail, "Precedence").casefold()
    return "auto-replied" if precedence == "auto_reply" else ""


def _as_automatic_answer(found: ReadReply) -> ReadReply:
    verdict = Verdict.REVIEW if found.verdict is Verdict.APPLY else found.verdict
    return replace(found, kind=ReplyKind.AUTO, verdict=verdict, reason=Reason.AUTOMATIC_ANSWER)


def _from_calendars(parts: list[CalendarBytes], known: ReadReply) -> ReadReply | None:
    """The first part that can be read; set aside when there are parts and none can."""
    code = ""
    for part in parts:
        try:
            answer = calendar_part.read_calendar(
                part.data, part.charset, mime_method=part.method, sender=known.sender
            )
        except UnreadableCalendar as error:
            code = code or error.code
            continue
        return _judged(answer, known)
    if not parts:
        return None
    return _set_aside(known, Reason(code))


def _judged(answer: CalendarAnswer, known: ReadReply) -> ReadReply:
    answering = answer.method in {"REPLY", "COUNTER", "REFRESH", ""}
    read = replace(
        known,
        uid=answer.uid,
        attendee=(answer.attendee if answering else "") or known.sender,
        partstat=answer.partstat if answering else None,
        sequence=answer.sequence,
        party=answer.party,
        dtstamp=answer.dtstamp or known.sent_at,
        words=answer.comment,
        through=tuple(dict.fromkeys((*known.through, answer.sent_by)))
        if answer.sent_by
        else known.through,
    )
    if not answer.method:
        return _without_method(answer, read)
    kind, verdict, reason = _METHODS.get(
        answer.method, (ReplyKind.NONE, Verdict.IGNORE, Reason.OTHER_METHOD)
    )
    read = replace(read, kind=kind, verdict=verdict, reason=reason)
    return _checked_answer(answer, read) if kind is ReplyKind.REPLY else read


def _without_method(answer: CalendarAnswer, read: ReadReply) -> ReadReply:
    if answer.partstat in {None, PartStat.NEEDS_ACTION}:
        return replace(read, reason=Reason.OTHER_METHOD)
    return replace(
        read, verdict=Verdict.REVIEW, reason=Reason.NO_METHOD, suggestion=answer.partstat
    )


def _checked_answer(answer: CalendarAnswer, read: ReadReply) -> ReadReply:
    """A REPLY that is not one plain answer of one person goes to review."""
    doubts = (
        (answer.component != "VEVENT", Reason.NOT_EVENT),
        (len(answer.uids) > 1, Reason.SEVERAL_EVENTS),
        (answer.partstat is PartStat.DELEGATED or bool(answer.delegated_to), Reason.DELEGATION),
        (answer.partstat is None, Reason.UNKNOWN_ANSWER),
        (not read.attendee, Reason.NOBODY),
        (
            len(answer.attendees) > 1 and read.sender not in answer.attendees,
            Reason.SEVERAL_ATTENDEES,
        ),
    )
    for doubtful, reason in doubts:
        if doubtful:
            return replace(read, verdict=Verdict.REVIEW, reason=reason)
    if answer.partstat is PartStat.NEEDS_ACTION:
        return replace(read, verdict=Verdict.IGNORE, reason=Reason.NO_ANSWER)
    return read


# Plain words and our own links ------------------------------------------------------------


def _from_words(mail: Mail, known: ReadReply) -> ReadReply:
    subject = mail_parts.header(mail, "Subject")
    words = mail_parts.plain_text(mail)
    link = _LINK.search(subject)
    if link is not None:
        return _from_link(link.group(2), subject, words, known)
    if not words and not (known.sender and subject):
        return known
    return replace(
        known,
        verdict=Verdict.REVIEW,
        reason=Reason.PLAIN_TEXT,
        words=words,
        suggestion=suggested(words),
    )


def _from_link(code: str, subject: str, words: str, known: ReadReply) -> ReadReply:
    """A press on one of our links is an answer, unless the guest wrote something beside it."""
    if code == "C":
        return replace(known, verdict=Verdict.REVIEW, reason=Reason.CALL_ME, words=words)
    partstat = PartStat.ACCEPTED if code == "Y" else PartStat.DECLINED
    again = re.match(r"\s*(re|fwd?|отв|на)\s*:", subject, re.IGNORECASE)
    if words or again:
        return replace(
            known,
            verdict=Verdict.REVIEW,
            reason=Reason.PLAIN_TEXT,
            words=words,
            suggestion=suggested(words) or partstat,
            pressed=None if again else partstat,
        )
    return replace(
        known, kind=ReplyKind.REPLY, verdict=Verdict.APPLY, reason=Reason.LINK, partstat=partstat
    )


def suggested(words: str) -> PartStat | None:
    """What plain words seem to say, for the person who reads them; never applied by itself."""
    start = words[:600].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    for pattern, partstat in (
        (_PERHAPS, PartStat.TENTATIVE),
        (_NO, PartStat.DECLINED),
        (_YES, PartStat.ACCEPTED),
    ):
        if pattern.search(start):
            return partstat
    return None
