"""Why an answer was counted, left for a person, ignored or set aside: codes and their sentences."""

from __future__ import annotations

from enum import StrEnum

from vipdesk.wording import Say, say


class Reason(StrEnum):
    """What the database keeps in `reply.reason`."""

    ANSWER = "answer"  # a calendar answer
    LINK = "link"  # one of the mail's own links was pressed
    WORD = "word"  # typed in by the staff
    DECIDED = "decided"  # a person at the desk decided
    COUNTER = "counter"
    REFRESH = "refresh"
    DELEGATION = "delegation"
    STRANGER = "stranger"
    FORGED = "forged"
    ANOTHER = "another"  # the answer names another client
    PARTY = "party"
    FULL = "full"  # a yes when the seats are gone
    CALL_ME = "call_me"
    PLAIN_TEXT = "plain_text"
    TNEF = "tnef"
    UNKNOWN_ANSWER = "unknown_answer"
    SEVERAL_EVENTS = "several_events"
    SEVERAL_ATTENDEES = "several_attendees"
    NOT_EVENT = "not_event"
    NO_METHOD = "no_method"
    NOBODY = "nobody"
    UNMATCHED = "unmatched"
    AUTOMATIC_ANSWER = "automatic_answer"
    GUEST_REQUEST = "guest_request"
    GUEST_CANCEL = "guest_cancel"
    OVER = "over"
    BOUNCE = "bounce"
    DELIVERY_NOTICE = "delivery_notice"
    AUTOMATIC = "automatic"
    NO_ANSWER = "no_answer"
    OTHER_METHOD = "other_method"
    NO_REPLY = "no_reply"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"


_SENTENCES: dict[Reason, Say] = {
    Reason.ANSWER: say("A calendar answer."),
    Reason.LINK: say("The guest pressed a link in the invitation."),
    Reason.WORD: say("Taken down by the staff."),
    Reason.DECIDED: say("Decided by the staff."),
    Reason.COUNTER: say("The guest proposes another time. Talk to the guest and decide."),
    Reason.REFRESH: say("The guest asks for the invitation again. Send it once more."),
    Reason.DELEGATION: say(
        "The guest wants to send somebody else. Decide whether that person is welcome."
    ),
    Reason.STRANGER: say(
        "The answer came from an address that is neither the guest’s nor a registered assistant’s."
    ),
    Reason.FORGED: say(
        "The mail server doubts that this mail is from whom it says it is. Ask the guest."
    ),
    Reason.ANOTHER: say("The answer names another client. Find out whose it is."),
    Reason.PARTY: say("The guest wants to bring more people than the invitation allows."),
    Reason.FULL: say("All seats are taken. Talk to the guest; who waits is offered what is free."),
    Reason.CALL_ME: say("The guest asks for a call."),
    Reason.PLAIN_TEXT: say("Written in plain words. Read it and put down the answer."),
    Reason.TNEF: say(
        "The mail holds winmail.dat without an answer to an invitation of ours. Ask the guest."
    ),
    Reason.UNKNOWN_ANSWER: say("The calendar says neither yes nor no."),
    Reason.SEVERAL_EVENTS: say("One answer for several events."),
    Reason.SEVERAL_ATTENDEES: say("The answer names several people."),
    Reason.NOT_EVENT: say("The calendar part is not about an event."),
    Reason.NO_METHOD: say("The calendar part does not say that it is an answer."),
    Reason.NOBODY: say("The answer does not say whose it is."),
    Reason.UNMATCHED: say("No invitation of ours belongs to this answer."),
    Reason.AUTOMATIC_ANSWER: say("A machine answered for the guest. Check with the guest."),
    Reason.GUEST_REQUEST: say(
        "The guest sent an invitation of their own. Our event does not change."
    ),
    Reason.GUEST_CANCEL: say(
        "The guest’s calendar cancelled the event. Ours does not change; ask the guest."
    ),
    Reason.OVER: say("The event is over or was cancelled."),
    Reason.BOUNCE: say("The invitation could not be delivered. Choose another channel."),
    Reason.DELIVERY_NOTICE: say("A notice about delivery, no answer."),
    Reason.AUTOMATIC: say("An automatic message, for example “out of office”."),
    Reason.NO_ANSWER: say("The guest has not decided yet."),
    Reason.OTHER_METHOD: say("A calendar that answers nothing."),
    Reason.NO_REPLY: say("This file is not a reply to an invitation."),
    Reason.UNREADABLE: say("The calendar part is damaged. Ask the guest."),
    Reason.TOO_LARGE: say("The file is larger than a reply can be."),
    Reason.TOO_MANY_PARTS: say("The calendar holds more entries than a reply can hold."),
}


def sentence(reason: str) -> Say:
    """What a person reads for a reason code."""
    return _SENTENCES[Reason(reason)]
