"""The other end of the post: a real SMTP server on the loopback, and a guest's answer."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from vipdesk.errors import UserError
from vipdesk.wording import say

HOST = "127.0.0.1"


class Mailbox:
    """What the server took: whole messages as bytes. Implements aiosmtpd's handler."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.taken: list[bytes] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        """Take a message."""
        self.taken.append(bytes(envelope.content))
        return "250 taken"

    def wait_for(self, subject_of: bytes, seconds: float = 15.0) -> bytes:
        """The first message that holds these bytes; `TimeoutError` if none comes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for message in self.taken:
                if subject_of in message:
                    return message
            time.sleep(0.05)
        raise TimeoutError("the mail did not arrive")


@contextmanager
def post_office() -> Iterator[Mailbox]:
    """A running SMTP server. Raises `UserError` where aiosmtpd is not installed."""
    try:
        from aiosmtpd.controller import Controller
    except ImportError:
        raise UserError(
            say("The tour needs a mail server to send to: install “vipdesk[tour]”.")
        ) from None
    with socket.socket() as probe:  # the controller cannot choose a free port itself
        probe.bind((HOST, 0))
        port = int(probe.getsockname()[1])
    mailbox = Mailbox(port)
    controller = Controller(mailbox, hostname=HOST, port=port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()


def accepted(invitation: bytes) -> bytes:
    """What a guest's calendar program sends back when 'Accept' is pressed (RFC 5546 §3.2.3)."""
    from icalendar import Calendar

    asked = BytesParser(policy=policy.default).parsebytes(invitation)
    part = next(p for p in asked.walk() if p.get_content_type() == "text/calendar")
    calendar = Calendar.from_ical(part.get_payload(decode=True).decode("utf-8"))  # type: ignore[union-attr]
    event = calendar.walk("VEVENT")[0]
    attendee = event["ATTENDEE"]
    attendee.params["PARTSTAT"] = "ACCEPTED"
    attendee.params.pop("RSVP", None)
    calendar["METHOD"] = "REPLY"
    calendar["PRODID"] = "-//A guest//Calendar//EN"
    reply = EmailMessage()
    reply["From"], reply["To"] = asked["To"], asked["From"]
    reply["Subject"] = f"Accepted: {asked['Subject']}"
    reply["Message-ID"] = f"<answer-{event['UID']}>"
    reply["In-Reply-To"] = asked["Message-ID"]
    reply.set_content("Accepted.")
    reply.add_alternative(
        calendar.to_ical().decode(), subtype="calendar", params={"method": "REPLY"}
    )
    return reply.as_bytes(policy=policy.SMTP)
