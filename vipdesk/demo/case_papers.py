"""Papers in the open cases of the demonstration club: what the client wrote, as a mail."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from uuid import UUID

from vipdesk.demo.chance import Chance
from vipdesk.demo.rows import Rows

_SUBJECTS = ("Как прошёл вечер", "About the evening")
_NAMES = ("Письмо клиента.eml", "Letter of the client.eml")


class CasePapers:
    """Adds a mail to a case."""

    def __init__(self, rows: Rows, as_of: datetime, side: int) -> None:
        self._chance = Chance("case_papers", as_of)  # its own: other rows stay as they are
        self._rows, self._side = rows, side

    def add(self, case: UUID, owner: UUID, words: str, at: datetime) -> None:
        """What the client wrote, kept by the owner of the case."""
        mail = EmailMessage()
        mail["From"], mail["To"] = "client@client.example", "club@club.example"
        mail["Subject"], mail["Date"] = _SUBJECTS[self._side], format_datetime(at)
        mail.set_content(words)
        content = bytes(mail)
        self._rows.add(
            "case_paper",
            {
                "id": self._chance.private_id(), "complaint_id": case, "size": len(content),
                "name": _NAMES[self._side], "content": content, "added_at": at,
                "added_by_id": owner,
            },
        )  # fmt: skip
