"""Until when an invitation waits can be read whole, in both languages, on every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from vipdesk.clients.names import Name
from vipdesk.events.guest_lists import GuestRow
from vipdesk.ids import new_id
from vipdesk.ui.context import Context
from vipdesk.ui.pages.event_guests import GuestsTab
from vipdesk.ui.tables.painting import PAD
from vipdesk.ui.widgets.badge import badge_size
from vipdesk.vocabulary import Channel, InvitationState
from vipdesk.wording import Lang

ROW = GuestRow(
    new_id(), Name("Волкова", "Анна"), "", "gold", "Золото", "Gold", "", True, None, (), "", None,
    None, Channel.PHONE, True, None, None, 0, state=InvitationState.HELD,
)  # fmt: skip


@pytest.mark.parametrize("lang", list(Lang))
def test_a_waiting_badge_is_never_cut(context: Context, lang: Lang) -> None:
    context.change_settings(lang=lang)
    tab = GuestsTab(context)
    column = next(c for c in tab.table.columns if c.title.text == "Invitation")
    for days in range(60):
        guest = replace(ROW, waits_until=context.now() + timedelta(days=days))
        words = context.text(column.text(guest))
        assert badge_size(context.look, words).width() <= column.width - 2 * PAD, words
    tab.deleteLater()
