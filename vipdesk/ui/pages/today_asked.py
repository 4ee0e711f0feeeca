"""The words of what colleagues ask of each other, and of forms left half-written. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vipdesk.agenda.lines import AskedLine, DraftLine
from vipdesk.agenda.today import DRAFT, draft_id
from vipdesk.clients.names import display_name
from vipdesk.ui.pages.today_words import Act, Line, Slot, slot_of
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.format import Format

_WHAT = {"call": say("Talk"), "date": say("Congratulations"), "promise": say("Promise")}
_FORMS = {
    "note": say("Note"),
    "talk": say("Talk"),
    "client": say("Client"),
    "event": say("Event"),
    "complaint": say("Complaint"),
}
ASKED = "asked"


def asked_lines(lines: Sequence[AskedLine], shown: Format) -> list[Line]:
    """What colleagues asked of this person."""
    made = []
    for line in lines:
        if line.of_me:
            acts = (Act.DONE, Act.CALL, Act.MORE) if line.client_id else (Act.DONE, Act.MORE)
            made.append(
                Line(
                    (ASKED, line.id), "arrow-right", _name(line, shown), _asked(line, shown),
                    slot_of(line.contact, shown), acts, row=line,
                )
            )  # fmt: skip
    return made


def _asked(line: AskedLine, shown: Format) -> Say:
    what = _WHAT[line.kind]
    if line.due_at is not None:
        by = shown.moment(line.due_at)
        what = say("{what} by {moment}", what=what, moment=by)
    if line.note:
        return say("{what} · asked by {who}: {note}", what=what, who=line.other, note=line.note)
    return say("{what} · asked by {who}", what=what, who=line.other)


def lent_lines(lines: Sequence[AskedLine], shown: Format) -> list[Line]:
    """What this person asked of colleagues, those answered first."""
    mine = sorted((a for a in lines if not a.of_me), key=lambda a: a.done is None)
    return [
        Line(
            (ASKED, line.id), "arrow-right", _name(line, shown), _lent(line),
            _state(line, shown), (Act.MORE,) if line.done is None else (Act.DONE,), row=line,
        )
        for line in mine
    ]  # fmt: skip


def _lent(line: AskedLine) -> Say:
    what, words = _WHAT[line.kind], line.answer if line.done is not None else line.note
    if words:
        return say("{what} · {who}: {note}", what=what, who=line.other, note=words)
    return say("{what} · {who}", what=what, who=line.other)


def _state(line: AskedLine, shown: Format) -> Slot:
    if line.done is None:
        day = shown.day(shown.local(line.at).date())
        return Slot(say("asked {day}", day=day))
    return Slot(say("done"), "success") if line.done else Slot(say("given back"), "warning")


def _name(line: AskedLine, shown: Format) -> str:
    if line.name is not None:
        return display_name(line.name, shown.words.lang)
    return line.called.shown(shown.words.lang)


def draft_lines(drafts: Sequence[DraftLine], shown: Format) -> list[Line]:
    """Forms left half-written."""
    return [
        Line(
            (DRAFT, draft_id(d.key)),
            "lock" if d.private else "note",
            d.title or shown.words(_form(d.key)),
            say(
                "Not finished: {form} · {moment}",
                form=_form(d.key),
                moment=shown.moment(d.saved_at),
            ),
            None,
            (Act.MORE,),
            row=d,
        )
        for d in drafts
    ]


def _form(key: str) -> Say:
    return _FORMS.get(key.partition(":")[0].partition(".")[0], say("Form"))
