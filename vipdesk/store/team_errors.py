"""What a team's PostgreSQL refuses, as sentences. Only the SQLSTATE may be logged.

A refusal never tells what it was about: a row that may not be seen, a row that is not there
and a right that is missing are one sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vipdesk import log
from vipdesk.errors import Conflict, NoAnswer, ShutOut, UserError
from vipdesk.wording import say

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

# A refused connection carries no SQLSTATE (libpq), so its text is read: libpq's own words, and
# the server's in the languages that servers of such clubs speak.
_CERTIFICATE = re.compile(
    r"certificate|SSL error|does not support SSL|SSL negotiation|root\.crt|tlsv1 alert",
    re.IGNORECASE,
)
_PASSWORD = re.compile(
    r"password authentication failed|no password supplied|не прош[её]л", re.IGNORECASE
)
_SHUT_OUT = re.compile(
    r"is not permitted to log in|вход запрещ|permission denied for database|нет доступа к базе"
    r"|no pg_hba\.conf entry|does not exist|не существует",
    re.IGNORECASE,
)
_FULL = re.compile(r"too many connections|remaining connection slots|слишком много", re.IGNORECASE)


def mendable_in_team(error: DBAPIError) -> UserError | None:
    """The sentence for an error that somebody can mend; None for a bug."""
    code = getattr(error.orig, "sqlstate", None)
    if code is None:
        return _not_connected(error) if _is_operational(error) else None
    log.info("team.refused", sqlstate=str(code))
    match str(code):
        case "42501":
            return UserError(say("You may not do this."))
        case "57014":
            return UserError(say("This took too long and was stopped. Ask for less at once."))
        case "40001" | "40P01" | "55P03":
            return Conflict(say("Somebody else is changing the same. Try again."))
    return _silent() if _is_operational(error) else None


def _is_operational(error: DBAPIError) -> bool:
    from sqlalchemy.exc import OperationalError

    return isinstance(error, OperationalError)


def _not_connected(error: DBAPIError) -> UserError:
    text = str(error.orig)
    if _CERTIFICATE.search(text):
        return UserError(
            say(
                "The server’s certificate is not trusted, so nothing was sent to it. Check the "
                "server’s name, or choose the root certificate that the administrator gave you."
            ),
            field="host",
        )
    if _PASSWORD.search(text):
        return UserError(say("The name or the password is wrong. Try again."), field="password")
    if _SHUT_OUT.search(text):
        return ShutOut(
            say("You have no access to this club. Ask the administrator."), field="login"
        )
    if _FULL.search(text):
        return UserError(
            say("You are signed in at too many places. Close the desk elsewhere and try again.")
        )
    return _silent()


def _silent() -> UserError:
    return NoAnswer(
        say("The team’s database does not answer. Check the network and try again."), field="host"
    )
