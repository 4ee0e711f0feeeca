"""What a guest chose is taken down with the reply and stands on the guest list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pytestqt.qtbot import QtBot

from tests import factories_events
from tests.ui.events_for_tests import event, idle, opened, sheet, write
from vipdesk.access import Desk
from vipdesk.events import guest_lists, options
from vipdesk.events.options import OptionWords
from vipdesk.models import Event
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.reply_dialog import ReplyDialog
from vipdesk.vocabulary import EventState, PartStat


def test_a_reply_and_what_the_guest_chose_are_taken_down_together(
    qtbot: QtBot, club: Context
) -> None:
    def dinner(desk: Desk) -> tuple[UUID, UUID]:
        made: UUID = event(desk, state=EventState.INVITING)
        words = OptionWords("Меню", "Рыба", "Menu", "Fish")
        options.add_option(desk, event_id=made, words=words)
        client = factories_events.guest(desk, mail="anna@client.example")
        guest_lists.pick(desk, event_id=made, client_ids=[client.id])
        row = desk.session.get_one(Event, made)
        return made, factories_events.invited(desk, client.id, row, sample=False).id

    event_id, invitation = write(club, dinner)
    page: Any = opened(qtbot, club, event_id)
    page.guests.table.choose_first()
    page.guests.reply_button.click()
    dialog = sheet(page.guests, ReplyDialog)
    idle(qtbot, club)
    (fish,) = choice_ids(dialog)
    dialog.choices.form.set_values({"choice0": fish})
    with qtbot.waitSignal(club.said) as said:
        dialog._on_primary()
    idle(qtbot, club)
    idle(qtbot, club)
    (guest,) = page._whole.guests.guests
    assert (guest.invitation_id, page.guests._choices(guest)) == (invitation, "Fish")
    said.args[0].undo()
    idle(qtbot, club)
    idle(qtbot, club)
    (guest,) = page._whole.guests.guests
    assert (guest.partstat, page.guests._choices(guest)) == (PartStat.NEEDS_ACTION, "")


def choice_ids(dialog: ReplyDialog) -> tuple[object, ...]:
    """What the sheet offers; the first line is 'not said yet'."""
    assert dialog.choices.form is not None
    field = dialog.choices.form.fields["choice0"].field
    assert field.label == "Menu"
    return tuple(value for value, _ in field.choices[1:])
