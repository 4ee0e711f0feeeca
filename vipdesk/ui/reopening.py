"""Back to a half-written form, by the key of its draft: the same sheet, or the place it was on.

A form that needs more than an id (a row of a table) is opened by the person on its page, and
shows its text by itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk.ui.context import Link
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.shell import Shell

# Sheets that pages begin by themselves: (page, its method).
_BEGUN = {
    "client:new": ("clients", "new_here"),
    "event.new": ("events", "new_here"),
    "complaint.new": ("complaints", "new_here"),
}
_ON_CLIENT = frozenset(
    {"talk", "point", "person", "fact", "interest", "promise", "wish", "client", "consent"}
)
_PLACES = {"event": "event", "session": "event", "reply": "events", "card": "cards",
           "handover": "clients"}  # fmt: skip


def reopen(shell: Shell, key: str) -> None:
    """Open the form of a draft. Where only its place is known: go there and say so."""
    form, _, rest = key.partition(":")
    if key in _BEGUN:
        shell.begin(*_BEGUN[key])
    elif form == "note":
        _note(shell)
    elif form in _ON_CLIENT:
        shell.go(Link("client", UUID(rest)))
        _on_client(shell, form, UUID(rest))
    else:
        shell.go(_place(form, rest))
        _say_where(shell)


def _place(form: str, rest: str) -> Link:
    if form.startswith("complaint."):
        return Link("complaint", UUID(rest))
    if form in {"days", "name"}:
        return Link("client", UUID(rest), "names")
    kind = _PLACES.get(form.partition(".")[0], "today")
    return Link(kind, UUID(rest)) if kind == "event" else Link(kind)


def _note(shell: Shell) -> None:
    from vipdesk.ui.dialogs.quick_note_dialog import QuickNoteDialog

    QuickNoteDialog(shell.context, shell).open()


def _on_client(shell: Shell, form: str, client_id: UUID) -> None:
    from vipdesk.ui.dialogs import profile_dialogs as sheets
    from vipdesk.ui.dialogs.people_dialogs import EdgeDialog

    by_id: dict[str, Any] = {
        "point": sheets.PointDialog,
        "person": EdgeDialog,
        "fact": sheets.FactDialog,
        "interest": sheets.InterestDialog,
        "promise": sheets.PromiseDialog,
    }
    if form in by_id:
        by_id[form](shell.context, client_id, shell).open()
    elif form == "talk":
        from vipdesk.clients import profile

        then = partial(_talk, shell)
        read = partial(profile.get_client, client_id=client_id)
        shell.context.runner.read(read, then, owner=shell, topic="reopen")
    else:
        _say_where(shell)


def _talk(shell: Shell, card: Any) -> None:
    from vipdesk.ui.dialogs.talk_dialog import TalkDialog

    name = card.display(shell.context.settings.lang)
    TalkDialog(shell.context, card.id, name, shell).open()


def _say_where(shell: Shell) -> None:
    shell.context.say(say("Open the form again here: your text is still in it."))
