"""The other side of the coordinator's walk: a mail server, and a guest's calendar program."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from vipdesk.channels.transport import Account


@dataclass
class Post:
    """What came to the server, and the account by which it comes."""

    account: Account
    mails: list[bytes] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 aiosmtpd
        """Keep it."""
        self.mails.append(envelope.content)
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[Post]:
    """A real SMTP server on the loopback."""
    from aiosmtpd.controller import Controller

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    post = Post(Account("Club", "events@club.example", "127.0.0.1", port, "none", "", ""))
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield post
    finally:
        controller.stop()


def answer_file(post: Post, path: Path) -> Path:
    """What a calendar program saves when its owner accepts the first invitation that came."""
    from icalendar import Calendar, vText

    text = next(c for m in map(_mail, post.mails) if (c := _calendar(m)) is not None)
    calendar: Any = Calendar.from_ical(text)
    calendar["METHOD"] = vText("REPLY")
    (event,) = calendar.walk("VEVENT")
    event["ATTENDEE"].params["PARTSTAT"] = "ACCEPTED"
    event["ATTENDEE"].params.pop("RSVP", None)
    event["DTSTAMP"].dt += timedelta(seconds=1)
    path.write_bytes(calendar.to_ical())
    return path


def _mail(raw: bytes) -> Any:
    return message_from_bytes(raw, policy=policy.default)


def _calendar(mail: Any) -> str | None:
    for part in mail.walk():
        if part.get_content_type() == "text/calendar":
            data = part.get_content()
            return data if isinstance(data, str) else data.decode()
    return None
