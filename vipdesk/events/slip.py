"""What stands on a letter's reply slip: boxes to tick, and the code that names the invitation."""

from __future__ import annotations

from vipdesk.channels.reply_slip import ReplySlip
from vipdesk.events.invitation_words import OptionText
from vipdesk.wording import Words, say

LETTERS = 8


def slip_code(token: str) -> str:
    """'K7F3-Q2MX': as it is printed."""
    code = token[:LETTERS].upper()
    return f"{code[:4]}-{code[4:]}"


def slip_words(
    words: Words, token: str, name: str, allowance: int, options: tuple[OptionText, ...] = ()
) -> ReplySlip:
    """What stands on the slip, in the guest's language."""
    choices = [words(say("I will come"))]
    if allowance:
        choices.append(
            words(say("I will come and bring ____ guests (at most {most})"), most=allowance)
        )
    choices.append(words(say("I cannot come")))
    return ReplySlip(
        words(say("Reply slip")),
        name,
        tuple(choices),
        words(say("Code {code}"), code=slip_code(token)),
        words(say("Please send this slip back, or tell us the code by telephone.")),
        options=tuple((o.question, o.answers) for o in options),
        each=words(say("If you do not come alone: how many of each?"))
        if options and allowance
        else "",
    )
