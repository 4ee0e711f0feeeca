"""Errors split by whose fault they are.

`UserError` is for what the person at the desk can mend: wrong input, a file in
use, no network. It carries one clear sentence that says what to do, and is
shown, never logged with its parameters. Anything else that is raised is a bug.
"""

from __future__ import annotations

from vipdesk.wording import Say


class UserError(Exception):
    """Something the person can mend.

    `say` is the sentence; `field` names the form field it belongs to, so that the
    window can put the sentence beside it. `str()` gives the English sentence without
    its parameters: they may be personal data, and `str(error)` ends up in logs.
    """

    def __init__(self, say: Say, *, field: str | None = None) -> None:
        super().__init__(say.text)
        self.say = say
        self.field = field


class NotFound(UserError):
    """The row is not there, or this person may not see it: the two never differ."""


class Conflict(UserError):
    """Somebody else changed the same thing first. What was typed must be kept."""


class NoAnswer(UserError):
    """The team's server does not answer: the same may work later, and work offline now."""


class ShutOut(UserError):
    """The team's server knows this login no longer, or forbids it: a copy kept here is wiped."""
