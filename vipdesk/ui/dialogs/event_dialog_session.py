"""A part of an event's programme: new, or changed."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.channels.hours import zone as zone_of
from vipdesk.events import programme
from vipdesk.events.programme import SessionWords
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.programme import EventCard, SessionRow
    from vipdesk.ui.context import Context


class SessionDialog(Dialog):
    """A part of the programme; without `session` a new one."""

    def __init__(
        self, context: Context, card: EventCard, parent: QWidget,
        session: SessionRow | None = None,
    ) -> None:  # fmt: skip
        self._card, self._session = card, session
        words = (
            session.words() if session else SessionWords("", card.row.starts_at, card.row.ends_at)
        )
        starts, ends = (_local(m, card.row.zone) for m in (words.starts_at, words.ends_at))
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field("session_title", say("Title"), required=True, value=words.title),
            (
                Field("session_starts", say("Begins"), "moment", value=starts),
                Field("session_ends", say("Ends"), "moment", value=ends),
            ),
            (
                Field("tutor", say("Tutor"), value=words.tutor),
                Field("level", say("Level"), value=words.level),
            ),
            Field("places", say("Places (0: as many as the event)"), "number", high=10_000,
                  value=words.places),
            Field("title_en", say("Title in English"), folded=True, value=words.title_en),
            Field("materials", say("Materials"), "long", folded=True, value=words.materials),
        )  # fmt: skip
        title = say("New session") if session is None else say("Change the session")
        draft = f"session:{session.id if session else card.row.id}"
        super().__init__(context, title, primary=say("Save"), rows=rows, draft=draft, parent=parent)

    def submit(self) -> None:
        """Add or change it; the undo takes it back."""
        typed, zone = self.form.values(), self._card.row.zone
        words = SessionWords(
            typed["session_title"],
            _moment(typed["session_starts"], zone),
            _moment(typed["session_ends"], zone),
            typed["tutor"],
            typed["level"],
            typed["materials"],
            typed["title_en"],
            typed["places"],
        )
        if self._session is not None:
            session_id = self._session.id
            change = partial(programme.change_session, session_id=session_id, words=words)
            self.write(change, said=say("Saved."), undo=partial(_put_back, session_id))
            return
        add = partial(programme.add_session, event_id=self._card.row.id, words=words)
        self.write(add, said=say("The session is in the programme."), undo=_take_out)


def _take_out(desk: Any, session_id: UUID) -> None:
    programme.remove_session(desk, session_id=session_id)


def _put_back(session_id: UUID, desk: Any, before: SessionWords) -> None:
    programme.change_session(desk, session_id=session_id, words=before)


def _moment(naive: datetime, zone: str) -> datetime:
    return naive.replace(tzinfo=zone_of(zone) or UTC).astimezone(UTC)


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(zone_of(zone)).replace(tzinfo=None)
