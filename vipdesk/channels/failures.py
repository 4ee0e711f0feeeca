"""What may go wrong on the way out, and one sentence for each. Without the network's imports."""

from __future__ import annotations

from enum import StrEnum

from vipdesk.wording import Say, say


class Outcome(StrEnum):
    """What to do after a failure."""

    RETRY = "retry"  # nothing left; try again later
    FAIL = "fail"  # nothing left, and trying again will not help
    REVIEW = "review"  # it may have left: a person decides


class SendFailure(Exception):
    """A mail that did not leave for certain. `code` is short and holds no personal data.

    `account`: the whole account is concerned, not this one mail.
    """

    def __init__(self, code: str, outcome: Outcome, *, account: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.outcome = outcome
        self.account = account


_SAID: dict[str, Say] = {
    "unreachable": say(
        "The mail server does not answer. Check the network; VIP Desk will try again."
    ),
    "timeout": say("The mail server did not answer in time; VIP Desk will try again."),
    "tls_required": say("The mail server offers no encryption. Check the account’s settings."),
    "tls_failed": say("The mail server’s certificate cannot be trusted. Check the server’s name."),
    "sign_in": say("The mail server refused the sign-in. Check the login and the password."),
    "refused_recipient": say("The mail server refused this address. Check it with the client."),
    "refused_sender": say("The mail server refused the club’s address. Check the account."),
    "refused_message": say("The mail server refused this message."),
    "try_later": say("The mail server asked to try later; VIP Desk will try again."),
    "no_answer": say(
        "The connection broke while it was being sent: it may have arrived. Check the mailbox, "
        "then say whether it did."
    ),
    "interrupted": say(
        "VIP Desk stopped while it was being sent: it may have arrived. Check the mailbox, "
        "then say whether it did."
    ),
    "restored": say(
        "The club was restored from an older backup: this may have been sent since. Check the "
        "mailbox, then say whether it was."
    ),
    "bad_message": say("The message is not addressed to this client alone; it was not sent."),
    "other_way": say(
        "The client wishes to be reached through somebody else now. Withdraw this and make it "
        "anew: it is then addressed to that person."
    ),
    "case_through": say(
        "The client wishes this through somebody else, and a letter about a case is given to "
        "nobody else. Withdraw it and choose another way."
    ),
    "no_address": say("There is no address of the client’s own. Add one to the client first."),
    "no_account": say("No mail account is set up yet. Add it in Settings."),
}


def said_failure(code: str) -> Say | None:
    """One sentence for an error code of the outbox; None for no code."""
    return _SAID.get(code, say("It was not sent.")) if code else None
