"""The words of choices that clients have not made yet, for Today. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vipdesk.agenda.choices import CHOICE, ChoiceLine
from vipdesk.clients.names import display_name
from vipdesk.ui.pages.today_words import Act, Line, slot_of
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.format import Format

Group = tuple[Say | None, list[Line]]


def choice_groups(choices: Sequence[ChoiceLine], shown: Format) -> list[Group]:
    """A group of their own below the talks; none where nothing is to be chosen."""
    lines = [
        Line(
            (CHOICE, one.id), "gift", display_name(one.name, shown.words.lang),
            _reason(one, shown), slot_of(one.contact, shown), (Act.CALL, Act.MORE),
            late=one.days < 0, row=one,
        )
        for one in choices
    ]  # fmt: skip
    return [(say("Benefits to choose"), lines)] if lines else []


def _reason(one: ChoiceLine, shown: Format) -> Say:
    title = one.title or shown.words(say("{n} options", n=one.options))
    day = shown.day(one.choose_by)
    if one.days < 0:
        return say("{title} · nothing chosen, was due {day}", title=title, day=day)
    return say("{title} · nothing chosen yet, due {day}", title=title, day=day)
